"""Maps pydantic's validation errors to their entries of the message catalogue, in YAML and in a table."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.diagnostics.catalogue import names_in


class Wording(NamedTuple):
    """How one type of error is told; `key` is the field inside the record that it is about."""

    told: partial[Diagnostic]
    key: str = ""

    @property
    def code(self) -> str:
        """The code of the fault."""
        return str(self.told.args[0]).partition("/")[0]

    def says(self, name: str) -> bool:
        """Whether the value called `name` is told."""
        return name in names_in(self.told.args[0])


_NOT_A_NUMBER = Wording(partial(diagnose, "not-a-number"))
_NOT_A_WHOLE_NUMBER = Wording(partial(diagnose, "not-a-whole-number"))
_NUMBER_SIZE = Wording(partial(diagnose, "number-size"))
_NOT_A_LIST = Wording(partial(diagnose, "not-a-list"))
_NOT_A_RECORD = Wording(partial(diagnose, "not-a-record"))
_NOT_TRUE_OR_FALSE = Wording(partial(diagnose, "not-true-or-false"))
_UNKNOWN_CHOICE_FIELD = Wording(partial(diagnose, "unknown-choice/field"))
EMPTY = Wording(partial(diagnose, "empty/value"))
CUT_BY_COMMA = Wording(partial(diagnose, "unknown-key/comma"))
"""Of a field that is the rest of a text."""
OTHER = Wording(partial(diagnose, "invalid"))
"""For every type of error that the table below does not name."""

WORDINGS: dict[str, Wording] = {
    "missing": Wording(partial(diagnose, "missing")),
    "extra_forbidden": Wording(partial(diagnose, "unknown-key")),
    "literal_error": _UNKNOWN_CHOICE_FIELD,
    "union_tag_invalid": _UNKNOWN_CHOICE_FIELD._replace(key="type"),
    "union_tag_not_found": Wording(partial(diagnose, "missing/type"), key="type"),
    "string_type": Wording(partial(diagnose, "not-text")),
    "decimal_parsing": _NOT_A_NUMBER,
    "decimal_type": _NOT_A_NUMBER,
    "finite_number": _NOT_A_NUMBER,
    "number_size": _NUMBER_SIZE,
    "int_parsing": _NOT_A_WHOLE_NUMBER,
    "int_type": _NOT_A_WHOLE_NUMBER,
    "int_from_float": _NOT_A_WHOLE_NUMBER,
    "int_parsing_size": _NUMBER_SIZE,
    "greater_than": Wording(partial(diagnose, "out-of-range/more")),
    "greater_than_equal": Wording(partial(diagnose, "out-of-range/least")),
    "less_than": Wording(partial(diagnose, "out-of-range/less")),
    "less_than_equal": Wording(partial(diagnose, "out-of-range/most")),
    "too_short": Wording(partial(diagnose, "too-few")),
    "too_long": Wording(partial(diagnose, "too-many/entries")),
    "tuple_type": _NOT_A_LIST,
    "list_type": _NOT_A_LIST,
    "dict_type": _NOT_A_RECORD,
    "model_type": _NOT_A_RECORD,
    "model_attributes_type": _NOT_A_RECORD,
    "bool_parsing": _NOT_TRUE_OR_FALSE,
    "bool_type": _NOT_TRUE_OR_FALSE,
    "thai_date": Wording(partial(diagnose, "not-a-date")),
    "yes_no": Wording(partial(diagnose, "not-yes-or-no")),
    "thai_month": Wording(partial(diagnose, "not-a-month")),
    "date_weekday": Wording(partial(diagnose, "not-a-date/weekday")),
    "date_month": Wording(partial(diagnose, "not-a-date/month")),
    "date_day": Wording(partial(diagnose, "not-a-date/day")),
    "two_digit_year": Wording(partial(diagnose, "which-century")),
    "which_era": Wording(partial(diagnose, "which-era")),
    "national_id": Wording(partial(diagnose, "national-id")),
    "national_id_check": Wording(partial(diagnose, "national-id/check")),
    "made_value": Wording(partial(diagnose, "made-value")),
    "picture_content": Wording(partial(diagnose, "prose-picture/content")),
    "clock_time": Wording(partial(diagnose, "not-a-time")),
    "thresholds": Wording(partial(diagnose, "thresholds"), key="thresholds"),
    "points": Wording(partial(diagnose, "points"), key="points"),
    "one_limit": Wording(partial(diagnose, "one-limit"), key="at_least"),
    "acting_for_nobody": Wording(partial(diagnose, "acting-for-nobody"), key="acting_for"),
    "acting_by_no_power": Wording(partial(diagnose, "acting-by-no-power"), key="acting"),
    "table_repeats": Wording(partial(diagnose, "table-repeats"), key="rows"),
    "table_head_merge": Wording(partial(diagnose, "table-merge/head")),
    "table_head_row": Wording(partial(diagnose, "table-row/head"), key="subheaders"),
    "table_merge": Wording(partial(diagnose, "table-merge"), key="rows"),
    "table_row": Wording(partial(diagnose, "table-row"), key="rows"),
    "table_widths": Wording(partial(diagnose, "table-widths"), key="widths"),
}

_IN_A_TABLE: dict[str, Wording] = {
    "missing": Wording(partial(diagnose, "missing/cell")),
    "empty": Wording(partial(diagnose, "empty/cell")),
    "unknown-key": Wording(partial(diagnose, "unknown-key/chosen")),
    "invalid": Wording(partial(diagnose, "invalid/cell")),
    "too-few": Wording(partial(diagnose, "too-few/rows")),
    "too-many": Wording(partial(diagnose, "too-many/rows")),
    "table-row": Wording(partial(diagnose, "table-row/cells"), key="rows"),
}
"""What is said otherwise of a table: its columns have titles, and an empty cell is there to be filled."""

_NO_ROWS = Wording(partial(diagnose, "missing/rows"))


def in_a_table(wording: Wording, *, rows: bool) -> Wording:
    """The wording for a value that stands in a workbook or a CSV file; `rows` of it, or in a single cell."""
    if rows and wording.code == "missing":
        return _NO_ROWS
    return _IN_A_TABLE.get(wording.code, wording)
