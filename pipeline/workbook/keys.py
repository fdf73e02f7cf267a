"""Resolves keys between tables: a misspelt, repeated or lost key is told once, where it is to be mended.

A key stands in one row of its own table and in many of others. Where the others agree on a key that the
table lacks, and a row of the table fits none of them, that row is mistyped; where no such row is, the row is
missing; and a key that stands in one other sheet alone is mistyped there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from pipeline.diagnostics import Location
from pipeline.intake.sheets import Cell
from pipeline.model.nearest import hint_of
from pipeline.workbook import key_faults
from pipeline.workbook.key_rows import Row
from pipeline.workbook.layout import Form, Names, Table
from pipeline.workbook.matching import Matched
from pipeline.workbook.owners import key_in
from pipeline.workbook.resolved import Resolved
from pipeline.workbook.rows import is_total, rows_below

_ALIKE, _NEARLY_ONE = 0.5, 0.8


def resolve(matched: Sequence[Matched]) -> Resolved:
    """Looks at all keys of a workbook's sheets, owners before what belongs to them."""
    resolved = Resolved()
    known: dict[str, set[Names]] = {}
    for family in _families(matched):
        tables = [each for each in matched if each.wanted.sheet in family]
        _Family(tables, matched, resolved, known).settle()
    return resolved


def _families(matched: Sequence[Matched]) -> list[list[str]]:
    """The tables that rows of others belong to; those of which one or the other may be meant are together."""
    families: list[list[str]] = []
    for each in matched:
        named = [] if isinstance(each.wanted, Form) else [table.sheet for table in each.wanted.owners.tables]
        joined = [family for family in families if set(family) & set(named)]
        merged = list(dict.fromkeys([*(sheet for family in joined for sheet in family), *named]))
        families = [family for family in families if family not in joined]
        if merged:
            families.append(merged)
    order = {each.wanted.sheet: n for n, each in enumerate(matched)}
    naming = {each.wanted.sheet for each in matched if isinstance(each.wanted, Table) and each.wanted.of}

    def place(family: list[str]) -> tuple[bool, int]:
        """Tables whose keys name rows of others come after those."""
        return bool(naming & set(family)), min(
            (order[sheet] for sheet in family if sheet in order), default=0
        )

    return sorted(families, key=place)


class _Family:
    """The rows of one or two tables whose keys are of one kind, and the rows that name them."""

    def __init__(
        self,
        tables: list[Matched],
        matched: Sequence[Matched],
        resolved: Resolved,
        known: dict[str, set[Names]],
    ) -> None:
        self.resolved, self.known = resolved, known
        self.sheets = {each.wanted.sheet for each in tables}
        self.tables = tables
        self.defined = [row for each in tables for row in _own_rows(each)]
        self.naming = [row for each in matched for row in _naming(each, self.sheets)]
        self.named_below = {key for one in tables for each in matched for key in _named_below(each, one)}
        self.meant = self._keys_named_elsewhere()

    def _keys_named_elsewhere(self) -> set[Names] | None:
        """The keys that the table's own keys name elsewhere (results: those of projects); `None` if none."""
        of = {
            each.sheet
            for one in self.tables
            if isinstance(one.wanted, Table)
            for each in one.wanted.of
            if each.sheet in self.known
        }
        return set().union(*(self.known[sheet] for sheet in of)) if of else None

    def settle(self) -> None:
        """Tells of each key that is named and not there, and finds the rows that are meant."""
        if not self.tables:
            return
        keys = {key for row in self.defined for key in (row.key, _mend_key(row, self.resolved))}
        named: dict[Names, list[Row]] = {}
        for row in self.naming:
            if all(row.key):
                named.setdefault(row.key, []).append(row)
        self.named = named
        open_rows = self._open_rows(named)
        for key, rows in named.items():
            if key in keys:
                continue
            slot, told_later = self._slot(key, rows, open_rows, keys), all(row.is_own for row in rows)
            if slot is None and told_later:
                continue
            if slot is not None:
                open_rows.remove(slot)
                self._tell_slot(slot, key, rows)
                keys.add(key)
            elif self._is_missing(key, rows):
                self._tell_missing(key, rows)
                keys.add(key)
            else:
                self._tell_naming(key, rows, keys)
        for sheet in self.sheets:
            self.known[sheet] = keys

    def _move(self, rows: Sequence[Row], owner: Names | None) -> None:
        """Gives the rows to an owner that is only likely; what they sum to is not known then."""
        for row in rows:
            self.resolved.owners[row.at] = owner
            if isinstance(row.matched.wanted, Table):
                self.resolved.adrift.add(row.matched.wanted.into[-1])

    def _open_rows(self, named: dict[Names, list[Row]]) -> list[Row]:
        """The rows whose key is empty, unreadable or repeated, or that no other row names."""
        seen: set[Names] = set()
        found = []
        for row in self.defined:
            if row.key in seen or _is_unread(row) or self._fits_none(row, named):
                found.append(row)
            seen.add(row.key)
        self.repeated = [
            row for n, row in enumerate(self.defined) if row.key in {r.key for r in self.defined[:n]}
        ]
        return [row for row in found if _can_be_mended(row)]

    def _fits_none(self, row: Row, named: dict[Names, list[Row]]) -> bool:
        """Whether the key is none that is meant; where that is not known, none that another row names."""
        if self.meant is not None:
            return self._is_stray(row)
        return row.key not in named and row.key not in self.named_below

    def _is_stray(self, row: Row) -> bool:
        return self.meant is not None and not self._is_meant(row.key)

    def _is_meant(self, key: Names) -> bool:
        """Whether the key, without what tells rows of one key apart, is one of `meant`."""
        return self.meant is not None and (key in self.meant or key[:1] in self.meant)

    def _slot(self, key: Names, rows: list[Row], open_rows: list[Row], keys: set[Names]) -> Row | None:
        """The open row that most likely is the one meant by `key`."""
        near = sorted(open_rows, key=lambda row: -_similarity_of_keys(row.key, key))
        sure = [row for row in near if _is_unread(row) or row in self.repeated]
        elsewhere = any(_similarity_of_keys(other, key) >= _NEARLY_ONE for other in keys)
        is_meant = self._is_meant(key)
        if sure and (is_meant or not elsewhere or len({row.at[0] for row in rows}) > 1):
            return sure[0]
        lone = [row for row in near if row not in sure]
        unknown = [
            key for key, rows in self.named.items() if key not in keys and not all(r.is_own for r in rows)
        ]
        if self.meant is None and len(lone) == len(unknown) == 1:
            return lone[0]
        for row in near:
            if (
                _similarity_of_keys(row.key, key) >= _ALIKE
                and (self._is_stray(row) or len(rows) > 1)
                and row not in sure
            ):
                return row
        return None

    def _is_missing(self, key: Names, rows: list[Row]) -> bool:
        """Whether it is the table that lacks the row, and not the others that name a wrong one."""
        if self.meant is not None:
            return self._is_meant(key) and key[:1] not in {row.key[:1] for row in self.defined}
        return len({row.at[0] for row in rows}) > 1

    def _tell_slot(self, slot: Row, key: Names, rows: list[Row]) -> None:
        self.resolved.own[slot.at] = key[len(slot.titles) - 1]
        if _is_a_date(slot):
            return
        if slot in self.repeated:
            first = next(row for row in self.defined if row.key == slot.key)
            self.resolved.faults.append(key_faults.diagnose_repeated_key(slot, first, key, rows))
        elif not slot.key[len(slot.titles) - 1]:
            self.resolved.faults.append(key_faults.diagnose_empty_key(slot, key, rows))
        else:
            self.resolved.faults.append(key_faults.misspelt(slot, key, rows))

    def _tell_missing(self, key: Names, rows: list[Row]) -> None:
        table = self.tables[0]
        place = _next_row(table)
        self.resolved.faults.append(key_faults.missing_row(table.wanted.sheet, key, rows, place))
        assert isinstance(table.wanted, Table)
        self.resolved.adrift.add(table.wanted.into[-1])
        if not table.wanted.owners.tables:
            self.resolved.lacking.setdefault(table.wanted.sheet, []).append((key, place))
        for row in rows:
            if row.is_own:
                self.resolved.unsure.add(row.at)
            elif table.wanted.owners.tables:
                self.resolved.owners[row.at] = None

    def _tell_naming(self, key: Names, rows: list[Row], keys: set[Names]) -> None:
        known = {" / ".join(each): each for each in sorted(keys) if all(each)}
        near = known.get(hint_of(" / ".join(key), list(known)))
        if near is None:
            self.resolved.adrift |= {
                one.wanted.into[-1] for one in self.tables if isinstance(one.wanted, Table)
            }
        others = [row for row in rows if not row.is_own]
        self.resolved.faults.append(
            key_faults.diagnose_unknown_key(key, others, [t.wanted.sheet for t in self.tables], list(known))
        )
        self._move(others, near or next(reversed(list(known.values())), None))


def _own_rows(matched: Matched) -> Iterator[Row]:
    """The rows of a table that others name, each with its own key."""
    table = matched.wanted
    if isinstance(table, Table) and (table.key or table.numbered):
        if not set(table.key_titles) <= matched.header.columns.keys():
            return
        for number in _rows(matched):
            key = _key(matched, number, table.key_titles, table.beside_title)
            yield Row(matched, number, key, table.key_titles)


def _mend_key(row: Row, resolved: Resolved) -> Names:
    table = row.matched.wanted
    return resolved.mend_key(table, row.number, row.key) if isinstance(table, Table) else row.key


def _naming(matched: Matched, sheets: set[str]) -> Iterator[Row]:
    """The rows that name one of the tables `sheets`: by their owner, or by their own key."""
    wanted = matched.wanted
    if isinstance(wanted, Form):
        return
    if {table.sheet for table in wanted.owners.tables} & sheets:
        titles = wanted.owners.titles
        if set(titles) <= matched.header.columns.keys():
            for number in _rows(matched):
                yield Row(matched, number, _key(matched, number, titles, wanted.owners.beside), titles)
    if isinstance(wanted, Table) and {table.sheet for table in wanted.of} & sheets:
        titles = wanted.key_titles
        if set(titles) <= matched.header.columns.keys():
            for number in _rows(matched):
                yield Row(matched, number, _key(matched, number, titles), titles, is_own=True)


def _named_below(matched: Matched, owner: Matched) -> Iterator[Names]:
    """The keys of the table `owner` that begin those by which the rows name a table below it: the dimension
    of an indicator's group.
    """
    wanted, table = matched.wanted, owner.wanted
    if isinstance(wanted, Form) or not isinstance(table, Table):
        return
    titles, many = wanted.owners.titles, len(table.key_titles)
    if titles[:many] == table.key_titles and set(titles) <= matched.header.columns.keys():
        for number in _rows(matched):
            yield _key(matched, number, titles[:many])


def _rows(matched: Matched) -> Iterator[int]:
    is_records = isinstance(matched.wanted, Table) and matched.wanted.shape == "records"
    for number in rows_below(matched.sheet, matched.header):
        if not (is_records and is_total(matched.sheet.rows[number])):
            yield number


def _key(matched: Matched, number: int, titles: Names, beside: str = "") -> Names:
    return key_in(matched.sheet.rows[number], matched.header, titles, beside)


def _cell(row: Row) -> Cell | None:
    return row.matched.sheet.rows[row.number].get(row.matched.header.columns[row.titles[-1]])


def _is_a_date(row: Row) -> bool:
    """Whether the key was turned into a date, which is told when it is read."""
    cell = _cell(row)
    return cell is not None and cell.stored == "date"


def _is_unread(row: Row) -> bool:
    """Whether the row's key is empty, a date, or a word where the table's keys are numbers."""
    if _cell(row) is None or _is_a_date(row):
        return True
    table = row.matched.wanted
    own = [each for each in table.columns if each.path == (table.key,)] if isinstance(table, Table) else []
    return bool(own) and own[0].kind == "number" and not row.key[len(row.titles) - 1].isdecimal()


def _can_be_mended(row: Row) -> bool:
    """Whether the key is the row's own field, and not counted by the program."""
    table = row.matched.wanted
    return isinstance(table, Table) and bool(table.key) and not table.inner_key


def _similarity_of_keys(one: Names, other: Names) -> float:
    return SequenceMatcher(None, " / ".join(one), " / ".join(other)).ratio()


def _next_row(matched: Matched) -> Location:
    """The cell of the key in the first row below all that is filled in."""
    table = matched.wanted
    assert isinstance(table, Table)
    last = max((number for number in matched.sheet.rows), default=matched.header.row)
    return matched.sheet.place(
        max(last, matched.header.row) + 1, matched.header.columns[table.key_titles[-1]]
    )
