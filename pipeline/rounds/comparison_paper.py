"""A comparison of two rounds as a paper: DOCX and PDF that say the same."""

from __future__ import annotations

from pathlib import Path

from pipeline.compose.composing import render_template
from pipeline.document.markup import parse
from pipeline.kinds.papers import load_papers
from pipeline.papers.build import lay_out_tree
from pipeline.papers.options import DEFAULT_OPTIONS, RenderOptions
from pipeline.render.docx import embedded_faces, write_docx
from pipeline.render.pdf import write_pdf
from pipeline.rounds.comparing import PARTS, Comparison
from pipeline.rounds.value_texts import is_figure
from pipeline.thai.digits import DigitPolicy

NAME = "เทียบรอบ"
"""What its files are called before their endings."""


def comparison_files(found: Comparison, digits: DigitPolicy, folder: Path | None = None) -> dict[str, bytes]:
    """The files by their names; `folder` holds own templates and styles. Raises `TemplateError`."""
    (paper,) = load_papers("rounds")
    told = {
        "digits": digits,
        "kind": found.kind.th,
        "office": found.office,
        "before": found.before.th,
        "after": found.after.th,
        "scores": found.scores,
        "parts": [(title.th, found.of_part(part)) for part, title in PARTS.items()],
        "is_different": bool(found.differences),
        "is_figure": is_figure,
    }
    document = parse(render_template(paper.template, told, folder), paper.template)
    laid = lay_out_tree(document, paper, RenderOptions(folder=folder))
    faces = embedded_faces(laid.document, laid.sheet, DEFAULT_OPTIONS.extent)
    return {
        f"{NAME}.docx": write_docx(laid.document, laid.sheet, faces, None, None),
        f"{NAME}.pdf": write_pdf(laid.pages, laid.document, laid.sheet, None, DEFAULT_OPTIONS.conformance),
    }
