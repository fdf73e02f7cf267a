"""Typesetting: document tree -> pages of placed items; pure, no PDF in it.

Shaping by HarfBuzz, optimum-fit line breaking, justification, tables and rows that split, what keeps
together, page filling, page numbers and catchwords, signature blocks, and the table of contents.
`docs/typesetting.md`.
"""

from pipeline.typeset.chart_splitting import fit_charts
from pipeline.typeset.column_widths import fit_columns
from pipeline.typeset.contents import paginate
from pipeline.typeset.picture_sizes import fit_pictures
from pipeline.typeset.typesetting import typeset

__all__ = ["fit_charts", "fit_columns", "fit_pictures", "paginate", "typeset"]
