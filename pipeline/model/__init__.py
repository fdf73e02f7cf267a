"""What exists in the office, as frozen and checked records."""
