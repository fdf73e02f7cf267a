"""Thai digits, dates, word boundaries and no-break rules; knows nothing of papers."""
