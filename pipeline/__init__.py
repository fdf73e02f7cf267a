"""saraban: the papers of the Thai public service, from data to signed page."""

__version__ = "0.2.0"
