"""A memo or letter as TH e-GIF XML for another office's electronic document system (`docs/exchange.md`)."""
