"""Thai digits, dates, word boundaries and glue rules; knows nothing of papers."""
