"""The sheets that a scored kind has beside those of its fields: points and rows of scales, judges and rounds,
adjustments, and schemes of the office's own.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.kinds.from_yaml.kind_file import KindFile
from pipeline.kinds.from_yaml.scored_form import SCHEME
from pipeline.model.office_input import OfficeInput
from pipeline.model.scored_input import ScoredInput
from pipeline.workbook.layout import AnySheet, Owners, Table
from pipeline.workbook.scoring_sheets import changes_of, scale_points, scale_rows, schemes_and_tracks


def sheets_of_scores(record: type[OfficeInput], indicators: tuple[Table, ...]) -> tuple[AnySheet, ...]:
    """The sheets; none of a kind that scores nothing. Those of scales only where the rows of one table have
    them, or all have numbers: rows of two could not be told apart.
    """
    if not issubclass(record, ScoredInput):
        return ()
    scaled = [each for each in indicators if any(column.path[:1] == ("scale",) for column in each.columns)]
    below: tuple[Table, ...] = ()
    if len(scaled) == 1 or (scaled and all(each.key for each in scaled)):
        owners = Owners(tuple(scaled), scaled[0].key_titles)
        below = (replace(scale_rows(owners), seldom=True), replace(scale_points(owners), seldom=True))
    keyed = next((each.sheet for each in indicators if each.key == "id"), "")
    return (*below, *changes_of(keyed), *schemes_and_tracks(record))


def usual_schemes(kind_file: KindFile) -> tuple[tuple[str, str], ...]:
    """The schemes that hold where a field of the data names none, by the field; that of the whole first."""
    spec = kind_file.scoring
    if spec is None:
        return ()
    named = [spec.scheme, *(each.scheme for each in spec.members), spec.each.scheme if spec.each else ""]
    fields = kind_file.fields
    found = []
    for name in dict.fromkeys(filter(None, named)):
        is_field = name in fields and fields[name].type == SCHEME
        if not is_field or fields[name].default:
            found.append((name if is_field else "", fields[name].default if is_field else name))
    return tuple(found)
