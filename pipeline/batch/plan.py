"""What a run would do, and why, before it does it: which documents are new, changed, edited, orphaned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline.batch.batch_file import BatchOrder, UnitOrder
from pipeline.batch.failures import Failure
from pipeline.batch.reasons import Reasons
from pipeline.batch.unit_doubts import UnitDoubt, doubts_from_ledger, is_settled
from pipeline.diagnostics import Diagnostic, InputError, Message
from pipeline.intake.source import Plain
from pipeline.output.editions import has_signed_copy, is_signed_electronically, next_edition
from pipeline.output.file_status import Standing, standing
from pipeline.output.folder import Output
from pipeline.output.ledger_documents import DocumentRow, InputRow
from pipeline.output.ledger_signatures import Edition
from pipeline.papers.fingerprints import Fingerprints, input_key, values_digest

if TYPE_CHECKING:
    from pipeline.batch.jobs import Seen, UnitAnalysis

State = Literal["new", "changed", "unchanged", "edited", "blocked"]
"""`edited`: changed by hand, nothing to write anyway; `blocked`: changed by hand and out of date."""

WORK: frozenset[State] = frozenset({"new", "changed"})

Look = Callable[[list[UnitOrder]], Iterator[tuple[UnitOrder, "Seen"]]]
"""Finds what units' papers would be made from; costly, so done only where the input key is new."""

_OUT_OF_BATCH = Message("ไม่มีหน่วยงานนี้ในชุดงานแล้ว", "the batch has no such unit any more")
_NO_SUCH_PAPER = Message("ชุดงานไม่ทำเอกสารชนิดนี้แล้ว", "the batch does not make this paper any more")
_NEVER_MADE = Message("ยังไม่เคยทำ", "not made before")


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """One paper of one unit: `name` is its path without suffix; `why` is empty where nothing is to do.

    `edition` is one of its paper; `signed`: it is signed, so files of it that stand are not written again.
    """

    name: str
    unit: UnitOrder
    paper: str
    state: State
    why: tuple[Message, ...]
    made_from: InputRow
    key: str
    edition: Edition
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Orphan:
    """A document that an earlier run made and this batch does not; its files are left alone."""

    name: str
    why: Message


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do, in the order of the batch; `remarks` are what the user should know of the base,
    `doubts` what is asked about in the chosen units, the accepted ones too.
    """

    documents: tuple[PlannedDocument, ...]
    refused: tuple[Failure, ...]
    orphans: tuple[Orphan, ...]
    remarks: tuple[Diagnostic, ...] = ()
    doubts: tuple[UnitDoubt, ...] = ()

    def of(self, *states: State) -> tuple[PlannedDocument, ...]:
        """The documents in these states."""
        return tuple(document for document in self.documents if document.state in states)


@dataclass(frozen=True, slots=True)
class Choice:
    """Selection of a batch: ids of papers (`()`: all that it makes), folders of units, formats."""

    papers: tuple[str, ...]
    units: frozenset[str]
    formats: tuple[str, ...]


class Naming(NamedTuple):
    """How documents are called: what ends all names (`.public`), and whether the next edition of a signed
    paper takes its name.
    """

    suffix: str = ""
    replace_signed: bool = False


PLAIN_NAMES = Naming()


def make_plan(
    order: BatchOrder,
    choice: Choice,
    shared: Fingerprints,
    output: Output,
    look: Look,
    *,
    naming: Naming = PLAIN_NAMES,
) -> Plan:
    """Compares the batch with what stands in the output folder. Nothing is written.

    `output.force` makes documents that were edited by hand into ones to change. `naming` says
    how documents are called.
    """
    planner = _Planner(order, choice, shared, output, naming)
    made_from, refused = planner.inputs(look)
    seen = [(unit, made_from[unit.folder]) for unit in order.units if unit.folder in made_from]
    documents = (document for unit, row in seen for document in planner.documents(unit, row))
    doubts = (doubt for unit, row in seen for doubt in doubts_from_ledger(unit, row.facts.get("doubts", ())))
    orphans = planner.orphans(made_from)
    return Plan(tuple(documents), refused, orphans, order.base.remarks, tuple(doubts))


class _Planner:
    """One comparison of a batch with a folder."""

    def __init__(
        self,
        order: BatchOrder,
        choice: Choice,
        shared: Fingerprints,
        output: Output,
        naming: Naming,
    ) -> None:
        self._order = order
        self._suffix, self._replace_signed = naming
        self._choice = choice
        self._shared = shared
        self._output = output
        store = output.ledger.documents
        self._rows = store.all()
        self._files = store.files()
        self._known = store.inputs()
        self._editions = output.ledger.signatures.editions()
        self._signatures = output.ledger.signatures.all()
        self._base = values_digest(order.base.values)
        self._reasons = Reasons(self._known, store, order.base.values, order.known)

    def inputs(self, look: Look) -> tuple[dict[str, InputRow], tuple[Failure, ...]]:
        """What each chosen unit's papers are made from, by its folder; and the units that are refused."""
        found: dict[str, InputRow] = {}
        unknown: list[UnitOrder] = []
        for unit in self._order.units:
            if unit.folder in self._choice.units:
                known = self._known.get(self._key(unit))
                if known and is_settled(known.facts) and not unit.faults:
                    found[unit.folder] = known
                else:
                    unknown.append(unit)
        refused: dict[str, Failure] = {}
        for unit, seen in look(unknown) if unknown else ():
            if isinstance(seen, Failure):
                refused[unit.folder] = replace(seen, faults=(*unit.faults, *seen.faults))
            elif unit.faults:
                refused[unit.folder] = Failure(unit.folder, "", unit.faults, InputError)
            else:
                found[unit.folder] = self._row(unit, seen)
        return found, tuple(refused[unit.folder] for unit in unknown if unit.folder in refused)

    def documents(self, unit: UnitOrder, made_from: InputRow) -> Iterator[PlannedDocument]:
        """The chosen papers of a unit."""
        for paper, key in made_from.papers:
            if self._is_paper_selected(paper) and (not self._choice.papers or paper in self._choice.papers):
                name = f"{unit.folder}/{paper}{self._suffix}"
                latest = self._editions.get(name, [Edition(name, name)])[-1]
                yield self._document(latest, unit, paper, made_from, key)

    def orphans(self, made_from: Mapping[str, InputRow]) -> tuple[Orphan, ...]:
        """Documents of units that the batch does not have, or of papers that it does not make."""
        return tuple(self._orphans(made_from))

    def _orphans(self, made_from: Mapping[str, InputRow]) -> Iterator[Orphan]:
        units = {unit.folder for unit in self._order.units}
        for row in self._rows.values():
            if not row.unit:
                continue
            if row.unit not in units:
                yield Orphan(row.name, _OUT_OF_BATCH)
            elif not self._is_paper_selected(row.paper) or not _still_made(row, made_from):
                yield Orphan(row.name, _NO_SUCH_PAPER)

    def _is_paper_selected(self, paper: str) -> bool:
        return not self._order.papers or paper in self._order.papers

    def _key(self, unit: UnitOrder) -> str:
        return input_key(self._base, _pairs(unit), self._shared)

    def _row(self, unit: UnitOrder, seen: UnitAnalysis) -> InputRow:
        pairs, shared = tuple(_pairs(unit)), self._shared
        return InputRow(
            self._key(unit), self._base, pairs, shared.engine, shared.templates, seen.papers, seen.facts
        )

    def _document(
        self, latest: Edition, unit: UnitOrder, paper: str, made_from: InputRow, key: str
    ) -> PlannedDocument:
        """What is to be done of a paper whose latest edition is known: if that is signed, it stays."""
        state, why = self._state(latest.name, key, made_from)
        document = PlannedDocument(latest.name, unit, paper, state, why, made_from, key, latest)
        if latest.name not in self._rows or not self._is_signed(latest.name, state):
            return document
        stands = self._stands(latest.name).values()
        if self._says_the_same(latest.name, paper, key, made_from):
            state = "changed" if "missing" in stands else "edited" if "edited" in stands else "unchanged"
            told = why if state == "changed" else why[len(why) :]
            return replace(document, state=state, why=told, signed=True)
        following = next_edition(self._output.ledger, latest.paper, replace=self._replace_signed)
        why = (*why, _signed_so_anew(following.number))
        return replace(document, name=following.name, state="changed", why=why, edition=following)

    def _is_signed(self, name: str, state: State) -> bool:
        """Whether a document is signed; the files of one that nothing is to be done with are not read."""
        folder = self._output.folder
        if name in self._signatures or has_signed_copy(folder, name):
            return True
        return state != "unchanged" and is_signed_electronically(folder, name)

    def _says_the_same(self, name: str, paper: str, key: str, made_from: InputRow) -> bool:
        """Whether a document would say what it says now, whatever program or looks it was made with."""
        row = self._rows[name]
        if row.content_key == key:
            return True
        then = self._known.get(row.input_key)
        said = then.facts.get("says", {}).get(paper) if then else None
        return said is not None and said == made_from.facts.get("says", {}).get(paper)

    def _state(self, name: str, key: str, made_from: InputRow) -> tuple[State, tuple[Message, ...]]:
        row = self._rows.get(name)
        if row is None:
            return "new", (_NEVER_MADE,)
        stands = self._stands(name)
        stale = [path for path in stands if path in self._files and self._files[path].content_key != key]
        why = self._reasons.between(row.input_key, made_from) if row.content_key != key else ()
        why += tuple(_older_than_data(path) for path in stale if row.content_key == key)
        why += tuple(_file_missing(path) for path, how in stands.items() if how == "missing")
        edited = tuple(_edited_by_hand(path) for path, how in stands.items() if how == "edited")
        if edited and not self._output.force:
            return ("blocked" if stale else "edited"), why + edited
        return ("changed", why + edited) if why + edited else ("unchanged", ())

    def _stands(self, name: str) -> dict[str, Standing]:
        """How each wanted file of a document stands in the folder."""
        paths = [f"{name}.{suffix}" for suffix in self._choice.formats]
        output = self._output
        return {path: standing(output.folder, path, self._files.get(path), output.ledger) for path in paths}


def _still_made(row: DocumentRow, made_from: Mapping[str, InputRow]) -> bool:
    """Whether the input still makes the paper; taken for granted where the input was not looked at."""
    found = made_from.get(row.unit)
    return found is None or any(row.paper == paper for paper, _ in found.papers)


def _pairs(unit: UnitOrder) -> list[tuple[str, Plain]]:
    return [(override.path, override.value) for override in unit.overrides]


def _older_than_data(path: str) -> Message:
    return Message(f"{path} ทำไว้ก่อนข้อมูลเปลี่ยน", f"{path} is older than the data")


def _signed_so_anew(number: int) -> Message:
    return Message(
        f"ฉบับเดิมลงนามแล้ว จึงทำเป็นฉบับที่ {number} ซึ่งต้องลงนามใหม่",
        f"the earlier one is signed, so this is edition {number}, to be signed again",
    )


def _file_missing(path: str) -> Message:
    return Message(f"ไม่มีแฟ้ม {path}", f"{path} is not there")


def _edited_by_hand(path: str) -> Message:
    return Message(f"{path} ถูกแก้ด้วยมือ", f"{path} was edited by hand")
