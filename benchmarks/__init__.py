"""Measurements of saraban beside its peers; `make bench` runs them."""
