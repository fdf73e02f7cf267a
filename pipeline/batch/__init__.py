"""Jobs and their delivery: bytes -> files, whole or not at all."""
