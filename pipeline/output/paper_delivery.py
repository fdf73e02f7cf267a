"""Delivery of papers: as `delivery`, and a paper that is signed stays while its next edition is written.

A signed paper that would still say the same is left as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.diagnostics import OutputError
from pipeline.output.delivery import Delivered, deliver_by, keep_signed, unwritable, write_conflicts
from pipeline.output.durable_names import make_folders
from pipeline.output.editions import is_signed, latest_edition, next_edition
from pipeline.output.ledger import Ledger, open_ledger
from pipeline.output.ledger_signatures import Edition
from pipeline.papers.build import Built
from pipeline.papers.same_words import says_the_same


@dataclass(frozen=True, slots=True)
class _Settled:
    """One paper, and the edition that it goes out as; `standing` are files that stay, signed."""

    edition: Edition
    files: dict[str, bytes]
    standing: frozenset[str] = frozenset()
    new: bool = False

    @property
    def to_write(self) -> dict[str, bytes]:
        return {name: data for name, data in self.files.items() if name not in self.standing}


def deliver_papers(
    papers: Iterable[tuple[str, Built]], folder: Path, *, force: bool = False, replace_signed: bool = False
) -> tuple[Delivered, ...]:
    """Writes papers, each in the subfolder that is named beside it; all or none, as `deliver` does.

    The next edition of a signed paper gets a name of its own; with `replace_signed` it takes the paper's name
    and the signed files another. Raises `OutputError`.
    """
    named = tuple(papers)
    try:
        make_folders([folder])
        with open_ledger(folder) as ledger:
            settled = [_settle(ledger, folder, name, built, replace_signed) for name, built in named]
            _refuse_conflicts(ledger, folder, settled, force)
            for each in settled:
                if each.new:
                    _make_room(ledger, folder, each.edition)
            files = {name: data for each in settled for name, data in each.to_write.items()}
            written = {one.path: one for one in deliver_by(ledger, files, folder, force=force)}
            return tuple(_told(settled, folder, written))
    except OSError as error:
        raise OutputError([unwritable(error, folder)]) from error


def _settle(ledger: Ledger, folder: Path, name: str, built: Built, replace_signed: bool) -> _Settled:
    """As which edition a paper goes out."""
    latest = latest_edition(ledger, f"{name}/{built.paper.id}{built.suffix}")
    made = _files(latest, built if latest.number == 1 else built.again(latest.number))
    if not is_signed(ledger, folder, latest.name):
        return _Settled(latest, made)
    standing = {path: data for path in made if (data := _read(folder / path)) is not None}
    if all(made[path] == data or says_the_same(folder / path, data, made[path]) for path, data in standing.items()):
        return _Settled(latest, made, frozenset(standing))
    following = next_edition(ledger, latest.paper, replace=replace_signed)
    return _Settled(following, _files(following, built.again(following.number)), new=True)


def _make_room(ledger: Ledger, folder: Path, edition: Edition) -> None:
    """Notes a new edition before it is written; a signed paper of its name is moved aside first."""
    if is_signed(ledger, folder, edition.name):
        keep_signed(ledger, folder, edition)
    ledger.signatures.note_edition(edition)


def _files(edition: Edition, built: Built) -> dict[str, bytes]:
    return {f"{edition.name}.{kind}": data for kind, data in built.files.items()}


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _refuse_conflicts(ledger: Ledger, folder: Path, settled: Sequence[_Settled], force: bool) -> None:
    """Raises `OutputError` before anything is noted or moved."""
    files = {
        name: data
        for each in settled
        if not (each.new and is_signed(ledger, folder, each.edition.name))
        for name, data in each.to_write.items()
    }
    if faults := write_conflicts(ledger, files, folder, force=force):
        raise OutputError(faults)


def _told(
    settled: Sequence[_Settled], folder: Path, written: dict[Path, Delivered]
) -> Iterator[Delivered]:
    """What became of each file, in the order of the papers."""
    for each in settled:
        for name in each.files:
            path = folder / name
            one = written.get(path) or Delivered(path, path.stat().st_size, "unchanged")
            yield replace(one, edition=each.edition.number)
