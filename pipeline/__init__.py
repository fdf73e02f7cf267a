"""saraban: the papers of the Thai public service, from data to signed page."""

__version__ = "0.1.0"
