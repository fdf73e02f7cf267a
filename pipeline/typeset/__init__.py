"""Document tree -> pages of placed items; pure, no PDF in it."""

from pipeline.typeset.columns import fit_columns
from pipeline.typeset.contents import paginated
from pipeline.typeset.typesetting import typeset

__all__ = ["fit_columns", "paginated", "typeset"]
