"""Document tree -> pages of placed items; pure, no PDF in it."""
