"""Random inputs of each kind as plain values, built from the records' own fields."""

from __future__ import annotations

import datetime
import types
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from pipeline import kinds
from pipeline.model.marks import Clock
from pipeline.model.passages import Facts, FreeTable, Passage, Picture
from pipeline.model.records import Made, PerLevel, Record, Refers
from pipeline.model.shipped_schemes import shipped_names
from pipeline.thai.digits import to_arabic
from pipeline.thai.repair import repair_text

LETTERS = "กขคงจำนยวสิุ่้๑๒ abcXYZ059=+-@'\"#:%,.{}()/\n"
KEYS = {"Unit": "id", "PlanDimension": "number", "Project": "id", "ProjectResult": "project"}
KEYS |= {"AgreementDimension": "number", "Indicator": "id", "Part": "id", "Result": "indicator"}
KEYS |= {"Scheme": "id", "Track": "id", "TrackScale": "track"}
SCORED = ("Indicator", "Project", "Part")
"""Records whose ids are told apart from one another."""

OF_TRACKS = ("Result", "ProjectResult")
MOST_LEVELS, DEEPEST = 12, 2


def _is_typed(text: str) -> bool:
    return text == repair_text(text).strip() and text not in ('""', "~", "null", "-")


texts = st.text(LETTERS, min_size=1, max_size=30).filter(_is_typed)
names = st.text("abcxyz_", min_size=1, max_size=8)
NAMES = st.lists(names, min_size=1, max_size=3)
figures = st.decimals(-9999, 9999, places=2, allow_nan=False).map(str) | st.integers(0, 10**6).map(str)
dates = st.dates(datetime.date(2000, 1, 1), datetime.date(2050, 1, 1)).map(
    lambda day: f"{day.day}/{day.month}/{day.year + 543}"
)


def inputs(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Values of that kind that fit the records' shape; what contradicts what is not looked at."""
    return _record(kinds.of(kind).record).map(lambda values: _keyed(values) | {"kind": kind})


_inside: list[type[Record]] = []
"""The records that the one being built stands in; a part of a part has no parts."""


def _record(record: type[Record]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(record, include_extras=True)
    _inside.append(record)
    typed = {name: field for name, field in record.model_fields.items() if not _is_made(field)}
    fields = {name: _field(hints[name], field.metadata) for name, field in typed.items()}
    _inside.pop()
    needed = {name for name, field in typed.items() if field.is_required()}
    built = st.fixed_dictionaries(
        {name: fields[name] for name in sorted(needed)},
        optional={name: fields[name] for name in sorted(fields.keys() - needed)},
    )
    return built.map(lambda values: {"#": record.__name__} | _sensible(values))


def _sensible(values: dict[str, Any]) -> dict[str, Any]:
    """Without a heading that is a number alone where there is no number: no row says that."""
    if (values.get("heading"), values.get("numbered")) == ("number", "false"):
        return {name: value for name, value in values.items() if name != "heading"}
    return values


def _is_made(field: FieldInfo) -> bool:
    """Whether nobody types the field."""
    return any(isinstance(mark, Made) for mark in field.metadata)


def _field(hint: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:
    if str(hint) in _SPECIAL:
        return _SPECIAL[str(hint)]
    if get_origin(hint) is Annotated:
        return _field(get_args(hint)[0], [*metadata, *get_args(hint)[1:]])
    if get_origin(hint) in {Union, types.UnionType}:
        members = [member for member in get_args(hint) if member is not types.NoneType]
        return st.one_of([_field(member, metadata) for member in members])
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) in {tuple, dict}:
        return _several(hint, metadata)
    return _record(hint) if issubclass(hint, Record) else _single(hint, metadata)


def _several(hint: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:
    if get_origin(hint) is tuple:
        return _list(get_args(hint)[0], metadata)
    return st.dictionaries(names, _field(get_args(hint)[1], []), max_size=3)


def _single(hint: type, metadata: list[Any]) -> st.SearchStrategy[str]:
    if any(isinstance(mark, Refers) for mark in metadata):
        return texts | st.sampled_from(shipped_names())
    if hint is str:
        return texts.map(to_arabic)  # it may be a key, which is read in either digits
    if hint is bool:
        return st.sampled_from(["true", "false"])
    return {str: texts, datetime.date: dates, Decimal: figures, int: _whole(metadata)}[hint]


def _whole(metadata: list[Any]) -> st.SearchStrategy[str]:
    """Whole numbers within the field's bounds; where it has none, such as may be years."""
    least = max((limit.ge for limit in metadata if isinstance(limit, Ge)), default=0)
    most = min((limit.le for limit in metadata if isinstance(limit, Le)), default=2999)
    return st.integers(2400 if least <= 2400 <= most else least, most).map(str)


def _list(item: Any, metadata: list[Any]) -> st.SearchStrategy[list[Any]]:
    if _inside.count(item) >= DEEPEST:
        return st.just([])
    least = max((limit.min_length for limit in metadata if isinstance(limit, MinLen)), default=0)
    most = min((limit.max_length for limit in metadata if isinstance(limit, MaxLen)), default=3)
    most = MOST_LEVELS if any(isinstance(mark, PerLevel) for mark in metadata) else most
    return st.lists(_field(item, []), min_size=least, max_size=max(least, most))


@st.composite
def _tables(draw: st.DrawFn) -> dict[str, Any]:
    columns = draw(st.integers(1, 4))
    cells = st.lists(texts | st.just(""), min_size=columns, max_size=columns)
    table = {"header": draw(cells), "rows": draw(st.lists(cells, max_size=3))}
    if draw(st.booleans()):
        table["subheaders"] = draw(st.lists(cells, min_size=1, max_size=2))
    if draw(st.booleans()):
        table["widths"] = draw(st.lists(figures, min_size=columns, max_size=columns))
    return table


PICTURE = "ภาพ.svg"
"""The file of every picture: the folder of the workbook must hold it."""
_PICTURES = st.fixed_dictionaries(
    {"file": st.just(PICTURE), "alt": texts}, optional={"caption": texts, "width": figures}
)


def _with_children(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists = st.lists(inner, min_size=1, max_size=3)
    return st.fixed_dictionaries(
        {},
        optional={
            "text": texts,
            "numbered": lists,
            "bullets": lists,
            "table": _tables(),
            "picture": _PICTURES,
        },
    ).map(lambda passage: passage.get("text", "") if passage.keys() <= {"text"} else passage)


facts = figures | st.fixed_dictionaries({"sum": NAMES}) | st.fixed_dictionaries({"percent": NAMES})
passages = st.recursive(texts | st.just(""), _with_children, max_leaves=5)


_SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    str(Facts): st.dictionaries(names, facts, max_size=3),
    str(Passage): passages,
    str(Picture): _PICTURES,
    str(FreeTable): _tables(),
    str(Clock): st.just("13.56"),
}


def _keyed(values: Any, seen: dict[str, int] | None = None) -> Any:
    """The values with a key of its own for each record that others name."""
    seen = {} if seen is None else seen
    if isinstance(values, list):
        return [_keyed(value, seen) for value in values]
    if not isinstance(values, dict):
        return values
    name = values.get("#", "")
    keyed = {key: _keyed(value, seen) for key, value in values.items() if key != "#"}
    if name in KEYS:
        group = "scored" if name in SCORED else name
        seen[group] = seen.get(group, 0) + 1
        keyed[KEYS[name]] = f"{seen[group]}"
    if name in OF_TRACKS:
        keyed[KEYS[name]] = f"{(seen[name] + 1) // 2}"
        keyed |= {} if seen[name] % 2 else {"track": "r2"}
    return keyed
