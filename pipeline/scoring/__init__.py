"""Results -> scores; pure, Decimal, no I/O."""
