"""saraban and its peers, timed side by side on the same content."""
