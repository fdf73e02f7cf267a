"""The columns of levels: as many as the schemes of an input have, headed as the office calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from pydantic import ValidationError

from pipeline.model.scheme_rules import SchemeError, Schemes
from pipeline.model.schemes import Scheme
from pipeline.model.shipped_schemes import FIVE_LEVELS
from pipeline.thai.digits import to_arabic
from pipeline.workbook.headers import fold_title
from pipeline.workbook.sheet_columns import Column

_LEVEL = "ระดับ"


@dataclass(frozen=True, slots=True)
class Levels:
    """`count` levels of the scheme of the whole input, `most` of any that it uses. `names` are what levels
    are called where all schemes in use agree, `numbers` the level of each name that a header may have.
    """

    count: int = 5
    most: int = 5
    names: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)

    def is_expected(self, column: Column) -> bool:
        """Whether every workbook of the input has that column."""
        return not column.seldom and column.level <= self.count

    def titled(self, column: Column) -> str:
        """`เกณฑ์ระดับ 1 (ขั้นต้น)`: what heads the column."""
        named = self.names[column.level - 1] if 0 < column.level <= len(self.names) else ""
        return f"{column.title} ({named})" if named else column.title

    def spelled(self, columns: Iterable[Column]) -> Mapping[str, str]:
        """What each header of these columns may say, fold_title -> its title."""
        columns = list(columns)
        spelled = {fold_title(column.title): column.title for column in columns}
        fields = {column.path[:-1] for column in columns if column.level}
        for column in columns if fields else ():
            for text in self._names_of(column, alone=len(fields) == 1):
                spelled.setdefault(fold_title(text), column.title)
        return spelled

    def _names_of(self, column: Column, *, alone: bool) -> Iterator[str]:
        """`เกณฑ์ระดับขั้นต้น`, `เกณฑ์ขั้นต้น`; where no other list has a column for each level, `ขั้นต้น` too."""
        whole = column.title.removesuffix(f" {column.level}")
        short = whole.removesuffix(_LEVEL)
        called = [name for name, level in self.numbers.items() if level == column.level]
        for name in called if column.level else ():
            yield from (f"{whole}{name}", f"{short}{name}")
            yield from (name, f"{_LEVEL}{name}") if alone else ()
        if column.level and alone:
            yield f"{_LEVEL} {column.level}"


def levels_of(
    values: Mapping[str, Any], others: Iterable[str] = (), usual: Sequence[tuple[str, str]] = ()
) -> Levels:
    """The levels of the schemes that an input's plain values name, as far as these can be read.

    `others` are schemes that values which are not read yet may name: headers may call levels as these do.
    `usual` are those that hold where a field names none (an empty field: always), that of the whole first.
    """
    own = list(_own(values))
    schemes = Schemes(own)
    by_kind = [_typed(values.get(field)) or scheme for field, scheme in usual]
    main = next((named for each in values.values() if (named := _named(each))), "")
    main = main or next(iter(by_kind), FIVE_LEVELS)
    used = dict.fromkeys((main, *by_kind, *_all_named(values)))
    called = {name: _called(schemes, name) for name in (*used, *(scheme.id for scheme in own), *others)}
    numbers: dict[str, int] = {}
    for levels in called.values():
        for number, level in enumerate(levels, 1):
            if level:
                numbers.setdefault(level, number)
    of_used = [called[name] for name in used if called[name]]
    agreed = tuple(
        same.pop() if len(same := {level for level in each if level is not None}) == 1 else ""
        for each in zip_longest(*of_used)
    )
    count = len(called[main]) or len(_called(schemes, FIVE_LEVELS))
    return Levels(count, max([count, *map(len, of_used)]), agreed, numbers)


def _called(schemes: Schemes, name: str) -> tuple[str, ...]:
    """What a scheme calls each of its levels; none of a scheme that gives no rules."""
    try:
        return tuple(level.name for level in schemes.rules(name).levels)
    except SchemeError:
        return ()


def _own(values: Mapping[str, Any]) -> Iterator[Scheme]:
    entries = values.get("schemes")
    for entry in entries if isinstance(entries, list) else ():
        try:
            yield Scheme.model_validate(entry)
        except ValidationError:
            continue


def _named(value: Any) -> str:
    """The scheme that a record names."""
    return _typed(value.get("scheme")) if isinstance(value, dict) else ""


def _typed(named: Any) -> str:
    return to_arabic(named).strip() if isinstance(named, str) else ""


def _all_named(values: Any) -> Iterator[str]:
    """The schemes that any record names."""
    if named := _named(values):
        yield named
    inner = values.values() if isinstance(values, Mapping) else values if isinstance(values, list) else ()
    for value in inner:
        yield from _all_named(value)
