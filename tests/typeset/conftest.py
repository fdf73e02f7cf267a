"""A small style sheet with round figures, and builders for trees."""

import pytest

from pipeline.document.style import (
    CharacterStyle,
    ColumnStyle,
    PageNumber,
    PageStyle,
    ParagraphStyle,
    StyleSheet,
    TableStyle,
    TabStop,
)


@pytest.fixture(scope="session")
def sheet() -> StyleSheet:
    cell = ParagraphStyle(size=14, leading=20)
    return StyleSheet(
        name="test",
        pages={
            "portrait": PageStyle(top=3.5, first_top=1.5, number=PageNumber(top=2.5)),
            "cued": PageStyle(top=3.5, catchword=True),
            "landscape": PageStyle(width=29.7, height=21.0),
        },
        paragraphs={
            "body": ParagraphStyle(align="justify", first_line=2.5, before=6),
            "plain": ParagraphStyle(),
            "heading": ParagraphStyle(bold=True, keep_next=True),
            "kept": ParagraphStyle(keep_lines=True),
            "item": ParagraphStyle(indent=2, first_line=-1, marker_width=1),
            "field": ParagraphStyle(
                tabs=(TabStop(at=8, leader="dots"), TabStop(at=16, align="right", leader="dots"))
            ),
            "figure": ParagraphStyle(tabs=(TabStop(at=3, align="decimal"),)),
            "signature": ParagraphStyle(indent=7, align="center"),
            "page-number": ParagraphStyle(align="center"),
            "cell": cell,
            "cell-header": cell.model_copy(update={"align": "center", "bold": True}),
            "cell-band": cell.model_copy(update={"bold": True}),
            "cell-total": cell,
        },
        characters={
            "strong": CharacterStyle(bold=True),
            "label": CharacterStyle(bold=True, size=20),
            "underline": CharacterStyle(underline=True),
        },
        tables={
            "two": TableStyle(columns=(ColumnStyle(width=8), ColumnStyle(width=8))),
            "narrow": TableStyle(columns=(ColumnStyle(width=1),)),
            "whole-rows": TableStyle(columns=(ColumnStyle(width=8), ColumnStyle(width=8)), splits=False),
        },
    )
