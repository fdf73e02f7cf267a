"""Wordings of every fault in Thai and English: one module an area, each with its `MESSAGES` by key."""
