"""Score calculation: results -> scores; pure functions on `Decimal`, no I/O.

Levels on a scale, interpolation, composite indicators, weights, what was not measured, totals by dimension,
and rounding.
"""
