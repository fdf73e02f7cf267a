"""What came back signed: its date, register number and scan, noted in the ledger of the folder it stands in.

Nothing is noted unless all that was asked may be. Scans are copied first and the notes made in one
transaction after, so that a run that is killed leaves copies and no half of a note.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pipeline.diagnostics import Diagnostic, InputError, Message, SarabanError, diagnose
from pipeline.output.delivery import deliver_by
from pipeline.output.editions import files_of, is_signed_electronically, latest_edition
from pipeline.output.ledger import Ledger, open_ledger
from pipeline.output.ledger_signatures import Edition, SignatureRow
from pipeline.papers.rerender import read_held_paper
from pipeline.rounds.scans import Scan, free_scan_name, read_again, read_scan
from pipeline.rounds.standing_papers import StandingPaper, by_folder, not_ours
from pipeline.thai.dates import long_date
from pipeline.thai.repair import repair_text

LONGEST = 200
"""A register number or a note has no more letters."""

Change = Literal["new", "completed", "unchanged"]
"""`completed`: what was not known of a signature before is known now."""


@dataclass(frozen=True, slots=True)
class SignedAs:
    """What is to be noted of papers: `code` is that beside the QR code on the paper, `""` where not typed."""

    date: datetime.date | None = None
    number: str = ""
    scan: Path | None = None
    note: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A signature as it is noted now: in which folder, of which edition, and what became of it."""

    folder: Path
    edition: Edition
    row: SignatureRow
    change: Change


def note_signatures(
    asked: Sequence[tuple[StandingPaper, SignedAs]], today: datetime.date
) -> tuple[Noted, ...]:
    """Notes what came back signed, all of it or nothing.

    Raises `InputError` with a fault for each paper that is not ours, edited, not the one that counts now,
    dated after its signature or signed otherwise already, and for each scan that is none; `OutputError` as
    delivery.
    """
    faults = list(_asked_twice(paper for paper, _ in asked))
    wanted = {(paper.folder, paper.name): told for paper, told in asked}
    ready: list[tuple[_Look, list[_Ready]]] = []
    with ExitStack() as held:
        for folder, papers in by_folder(dict.fromkeys(paper for paper, _ in asked)):
            look = _Look(held.enter_context(open_ledger(folder)), folder, today)
            pairs = [(paper, wanted[folder, paper.name]) for paper in papers]
            ready.append((look, [one for paper, told in pairs if (one := look.take(paper, told, faults))]))
        if faults:
            raise InputError(dict.fromkeys(faults))
        return tuple(noted for look, several in ready for noted in look.note(several))


def undo_signatures(papers: Sequence[StandingPaper]) -> tuple[SignatureRow, ...]:
    """Forgets what was noted of these papers; scans stay. Raises `InputError` where nothing was noted."""
    with ExitStack() as held:
        ledgers = {folder: held.enter_context(open_ledger(folder)) for folder, _ in by_folder(papers)}
        rows = [(paper, ledgers[paper.folder].signatures.of(paper.name)) for paper in papers]
        if never := [paper for paper, row in rows if row is None]:
            raise InputError(diagnose("signed-never", each.place, paper=each.name) for each in never)
        for folder, several in by_folder(papers):
            ledgers[folder].signatures.undo(paper.name for paper in several)
        return tuple(row for _, row in rows if row)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A paper that may be noted, with what is noted of it already."""

    edition: Edition
    row: SignatureRow
    before: SignatureRow | None
    scan: Scan | None


class _Look:
    """Looks whether papers of one folder may be noted, and notes them."""

    def __init__(self, ledger: Ledger, folder: Path, today: datetime.date) -> None:
        self._ledger = ledger
        self._folder = folder
        self._today = today
        self._rows = ledger.documents.all()
        self._files = ledger.documents.files()

    def take(self, paper: StandingPaper, told: SignedAs, faults: list[Diagnostic]) -> _Ready | None:
        """What is to be noted; `None` with what is wrong added to `faults`."""
        found = [*self._of_files(paper, told), *self._of_values(paper, told)]
        before, scan = self._ledger.signatures.of(paper.name), None
        try:
            scan = read_scan(told.scan, paper.place) if told.scan else None
            if not found:
                found += self._of_date(paper, told)
        except SarabanError as refused:
            found += refused.diagnostics
        row = SignatureRow(
            paper.name,
            told.date.isoformat() if told.date else "",
            repair_text(told.number).strip(),
            note=repair_text(told.note).strip(),
            scan_sha256=scan.sha256 if scan else "",
            files=files_of(self._folder, paper.name),
        )
        if before is not None:
            found += _other_before(before, row, paper)
        faults += found
        return None if found else _Ready(self._ledger.signatures.edition(paper.name), row, before, scan)

    def _of_files(self, paper: StandingPaper, told: SignedAs) -> Iterator[Diagnostic]:
        """Whether the files are ours, unedited and those that count now."""
        files = files_of(self._folder, paper.name)
        if not files or not any(self._ledger.knows(path) for path in files):
            yield not_ours(paper.place, paper.name)
            return
        latest = latest_edition(self._ledger, self._ledger.signatures.edition(paper.name).paper)
        if latest.name != paper.name:
            yield diagnose("signed-superseded", paper.place, paper=paper.name, latest=latest.name)
            return
        pdf = files.get(f"{paper.name}.pdf", "")
        if told.code and not pdf.startswith(told.code.strip().lower().removeprefix("saraban:")):
            yield diagnose("signed-code", paper.place, paper=paper.name, code=told.code, stands=pdf[:10])
        for path, sha256 in files.items():
            if not self._ledger.wrote(path, sha256) and not self._is_signed(path, paper.name):
                yield diagnose("signed-edited", paper.place, path=path)
            elif self._is_outdated(path, paper.name):
                yield diagnose("signed-outdated", paper.place, path=path)

    def _is_signed(self, path: str, name: str) -> bool:
        return path.endswith(".pdf") and is_signed_electronically(self._folder, name)

    def _is_outdated(self, path: str, name: str) -> bool:
        """Whether a file of a batch was left as it was when its document was made anew in another format."""
        row, file = self._rows.get(name), self._files.get(path)
        signed = self._ledger.signatures.of(name) is not None
        return not signed and row is not None and file is not None and file.content_key != row.content_key

    def _of_values(self, paper: StandingPaper, told: SignedAs) -> Iterator[Diagnostic]:
        if told.date and told.date > self._today:
            yield diagnose("signed-future", paper.place, date=_dated(told.date))
        if any(len(text) > LONGEST or not text.isprintable() for text in (told.number, told.note)):
            yield diagnose("signed-text", paper.place, limit=LONGEST)

    def _of_date(self, paper: StandingPaper, told: SignedAs) -> Iterator[Diagnostic]:
        """Whether the paper, whose record says its date, is of a day after its signature."""
        path = next(iter(files_of(self._folder, paper.name)))
        record = read_held_paper(self._folder / path).record
        with suppress(ValueError):
            of_paper = datetime.date.fromisoformat(record.says.get("date", ""))
            if told.date and told.date < of_paper:
                dates = _dated(told.date), _dated(of_paper)
                yield diagnose(
                    "signed-before", paper.place, paper=paper.name, date=dates[0], paper_date=dates[1]
                )

    def note(self, several: Sequence[_Ready]) -> list[Noted]:
        """Copies the scans one after another (one of several papers once), then notes all."""
        names: dict[str, str] = {}
        for each in several:
            if each.scan and each.scan.sha256 not in names:
                names[each.scan.sha256] = free_scan_name(self._folder, each.edition.name, each.scan)
                deliver_by(self._ledger, {names[each.scan.sha256]: read_again(each.scan)}, self._folder)
        noted = [_together(self._folder, each, names) for each in several]
        self._ledger.signatures.note(one.row for one in noted)
        return noted


def _together(folder: Path, each: _Ready, names: dict[str, str]) -> Noted:
    """What is known of a signature, from before and now."""
    row = replace(each.row, scan=names.get(each.row.scan_sha256, ""))
    if each.before is None:
        return Noted(folder, each.edition, row, "new")
    before = each.before
    row = replace(
        before,
        date=before.date or row.date,
        number=before.number or row.number,
        note=before.note or row.note,
        scan=before.scan or row.scan,
        scan_sha256=before.scan_sha256 or row.scan_sha256,
    )
    return Noted(folder, each.edition, row, "unchanged" if row == before else "completed")


def _other_before(before: SignatureRow, row: SignatureRow, paper: StandingPaper) -> Iterator[Diagnostic]:
    """The fault of a signature that is noted otherwise already."""
    pairs = (
        (getattr(before, name), getattr(row, name)) for name in ("date", "number", "note", "scan_sha256")
    )
    if any(was and now and was != now for was, now in pairs):
        day = datetime.date.fromisoformat(before.date) if before.date else None
        date = _dated(day) if day else Message("-", "-")
        yield diagnose(
            "signed-already", paper.place, paper=paper.name, date=date, number=before.number or "-"
        )


def _asked_twice(papers: Iterable[StandingPaper]) -> Iterator[Diagnostic]:
    seen: set[tuple[Path, str]] = set()
    for each in papers:
        if (each.folder, each.name) in seen:
            yield diagnose("signed-twice", each.place, paper=each.name)
        seen.add((each.folder, each.name))


def _dated(day: datetime.date) -> Message:
    return Message(long_date(day), day.isoformat())
