"""Document tree -> pages of placed items; pure, no PDF in it."""

from pipeline.typeset.typesetting import typeset

__all__ = ["typeset"]
