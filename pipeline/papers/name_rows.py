"""The names that texts may print, as rows of a workbook's sheet."""

from __future__ import annotations

from pipeline.compose.present_names import present_names
from pipeline.kinds.scoring import score_input
from pipeline.model.office_input import OfficeInput
from pipeline.workbook.name_sheet import NameRow


def name_rows(office_input: OfficeInput) -> tuple[NameRow, ...]:
    """The rows of a checked input."""
    places = present_names(office_input, score_input(office_input))
    return tuple(
        NameRow(place.place.th, each.thai, (*each.also, each.id), each.value, each.about)
        for place in places
        for each in place.names
    )
