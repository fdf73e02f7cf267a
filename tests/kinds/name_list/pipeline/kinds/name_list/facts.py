"""What the prose of a list of people may print beside its office: how many stand on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.intake import ValuePath
from pipeline.kinds.name_list.record import NameListInput
from pipeline.model.fact_names import FactName, guide

NAMES = (FactName("members_count", ("จำนวนผู้มีรายชื่อ",), "จำนวนผู้มีรายชื่อ"),)
GUIDE = guide("ในข้อความของบันทึกแจ้งรายชื่อ", NAMES)


def facts(office_input: NameListInput) -> Mapping[str, str]:
    """How many people are on the list."""
    return {"members_count": str(len(office_input.members))}


def names(_: NameListInput) -> tuple[str, ...]:
    """The one name."""
    return ("members_count",)


def functions(*_: object) -> Mapping[str, object]:
    """None: the fields say all."""
    return {}


def names_in(_: type[object]) -> Iterator[str]:
    """None."""
    return iter(())


def facts_at(*_: object) -> Mapping[str, str]:
    """None."""
    return {}


def names_at(*_: object) -> Iterator[str]:
    """None: all texts of a list may print the same."""
    return iter(())


def are_names_known(_: NameListInput, path: ValuePath) -> bool:
    """They are, wherever the text stands."""
    return bool(path)
