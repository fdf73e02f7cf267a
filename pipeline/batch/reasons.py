"""Why a document must be made again, in words: values that changed, templates, or the program itself."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.batch.differences import differences
from pipeline.diagnostics import Location, Message
from pipeline.intake import Source
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.output.ledger_documents import DocumentStore, InputRow
from pipeline.papers.overrides import Override, apply_overrides

MOST = 6
"""So many changed values are named; of more, how many they are."""

_TEMPLATES = Message("แม่แบบ รูปแบบ หรือชนิดตัวเลขเปลี่ยน", "templates, style sheets or digits changed")
_ENGINE = Message("โปรแกรม แบบอักษร หรือวิธีเขียนแฟ้มเปลี่ยน", "the program, its fonts or the way of writing changed")
_DATA = Message("ข้อมูลเปลี่ยน", "the data changed")


class Reasons:
    """The reasons of one run; each pair of inputs is compared once."""

    def __init__(
        self,
        known: Mapping[str, InputRow],
        store: DocumentStore,
        base: dict[str, Plain],
        kinds: Kinds,
    ) -> None:
        self._known = known
        self._store = store
        self._base = base
        self._kinds = kinds
        self._bases: dict[str, dict[str, Plain] | None] = {}
        self._said: dict[tuple[str, str], tuple[Message, ...]] = {}

    def between(self, old_key: str, new: InputRow) -> tuple[Message, ...]:
        """What differs between the input that a document was made from and the one it would be made from."""
        pair = old_key, new.key
        if pair not in self._said:
            old = self._known.get(old_key)
            self._said[pair] = self._compare_versions(old, new) if old else (_DATA,)
        return self._said[pair]

    def _compare_versions(self, old: InputRow, new: InputRow) -> tuple[Message, ...]:
        told = self._of_values(old, new)
        if old.templates != new.templates:
            told += (_TEMPLATES,)
        if old.engine != new.engine:
            told += (_ENGINE,)
        return told or (_DATA,)

    def _of_values(self, old: InputRow, new: InputRow) -> tuple[Message, ...]:
        if (old.base, old.overrides) == (new.base, new.overrides):
            return ()
        before, after = self._values(old), self._values(new, self._base)
        if before is None or after is None:
            return (_DATA,)
        told = differences(before, after, self._kinds)
        more = len(told) - MOST
        rest = (Message(f"และอีก {more} ค่า", f"and {more} more values"),) if more > 0 else ()
        return told[:MOST] + rest

    def _values(self, row: InputRow, base: dict[str, Plain] | None = None) -> dict[str, Plain] | None:
        """The unit's values as they were; `None` if its base is not kept or its paths lead nowhere now."""
        if base is None:
            if row.base not in self._bases:
                self._bases[row.base] = self._store.base(row.base)
            base = self._bases[row.base]
        if base is None:
            return None
        nowhere = Location("")
        overrides = [Override(path, value, nowhere, nowhere) for path, value in row.overrides]
        laid = apply_overrides(Source("", base), "", overrides, self._kinds)
        return None if laid.faults else laid.values
