"""Editions: a signed paper stays, and what the data make afterwards stands beside it as its next edition.

`annexes.pdf` that was signed is followed by `annexes (ฉบับที่ 2).pdf`. A paper is signed when the ledger notes
that it came back signed, or when an electronic signature stands in its PDF or in the `.signed.pdf` beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, OutputError, diagnose
from pipeline.output.ledger import LEDGER_NAME, Ledger, digest, read_ledger
from pipeline.output.ledger_signatures import Edition

ENDINGS = (".pdf", ".docx")
"""What the files of a paper end in."""

SIGNED_ENDING = ".signed.pdf"
"""What an electronically signed copy beside a paper ends in."""

_SIGNATURE = b"/ByteRange"
"""What a PDF has of which a part is signed (ISO 32000-2 §12.8.1), never compressed."""


def name_of_edition(paper: str, number: int) -> str:
    """`กระบี่/annexes (ฉบับที่ 2)`."""
    return f"{paper} (ฉบับที่ {number})"


def paper_name(path: str) -> str | None:
    """The name of a paper without the ending of its file; `None` for a file that is no paper's."""
    for ending in (SIGNED_ENDING, *ENDINGS):
        if path.endswith(ending):
            return path.removesuffix(ending)
    return None


def is_signed(ledger: Ledger, folder: Path, name: str) -> bool:
    """Whether the edition of this name is signed, on paper or electronically."""
    return ledger.signatures.of(name) is not None or is_signed_electronically(folder, name)


def is_signed_electronically(folder: Path, name: str) -> bool:
    """Whether its PDF bears an electronic signature, or the signed copy beside it is of this very PDF."""
    if has_signed_copy(folder, name):
        return True
    own = _bytes_of(folder / f"{name}.pdf")
    return own is not None and _SIGNATURE in own


def has_signed_copy(folder: Path, name: str) -> bool:
    """Whether the signed copy beside a PDF is of this very PDF; no file is read where none stands."""
    copy = folder / f"{name}{SIGNED_ENDING}"
    if not os.path.lexists(copy):
        return False
    own, signed = _bytes_of(folder / f"{name}.pdf"), _bytes_of(copy)
    return own is not None and signed is not None and len(signed) > len(own) and signed.startswith(own)


def latest_edition(ledger: Ledger, paper: str) -> Edition:
    """The edition of a paper that counts now."""
    return max(ledger.signatures.editions_of(paper), key=lambda each: each.number, default=Edition(paper, paper))


def next_edition(ledger: Ledger, paper: str, *, replace: bool = False) -> Edition:
    """The edition that a paper would have next; with `replace` it takes the paper's own name."""
    number = latest_edition(ledger, paper).number + 1
    return Edition(paper if replace else name_of_edition(paper, number), paper, number)


@dataclass(frozen=True, slots=True)
class ToSign:
    """A paper whose latest edition waits for a signature that an earlier one has."""

    edition: Edition
    signed: Edition


def to_sign_again(ledger: Ledger, folder: Path) -> Iterator[ToSign]:
    """What must be signed again, by name."""
    for editions in ledger.signatures.editions().values():
        *earlier, latest = editions
        if is_signed(ledger, folder, latest.name):
            continue
        signed = [each for each in earlier if is_signed(ledger, folder, each.name)]
        if signed:
            yield ToSign(latest, signed[-1])


def kept_files(ledger: Ledger, folder: Path, edition: Edition) -> tuple[Edition, dict[str, str]]:
    """Where the signed paper at a name that is wanted for its successor goes: as which edition, and its files
    (path now -> path then).
    """
    standing = ledger.signatures.edition(edition.name)
    kept = Edition(name_of_edition(standing.paper, standing.number), standing.paper, standing.number)
    files = {
        f"{standing.name}{ending}": f"{kept.name}{ending}"
        for ending in (*ENDINGS, SIGNED_ENDING)
        if (folder / f"{standing.name}{ending}").is_file()
    }
    return kept, files


def refuse_over_signed(ledger: Ledger, folder: Path, path: str) -> Diagnostic | None:
    """The fault of writing another content over a signed paper or a scan; `None` if it is neither."""
    name = paper_name(path)
    signed = ledger.signatures.has_scan(path) or (name is not None and is_signed(ledger, folder, name))
    if signed or (not ledger.knows(path) and _is_signed_above(folder, path)):
        return diagnose("signed-paper", Location(str(folder / path)))
    return None


def _is_signed_above(folder: Path, path: str) -> bool:
    """Whether the file is a signed paper or a scan of an output folder in which this one lies."""
    resolved = folder.resolve()
    for above in resolved.parents:
        if (above / LEDGER_NAME).is_file():
            inside = (resolved.relative_to(above) / path).as_posix()
            with read_ledger(above) as ledger:
                name = paper_name(inside)
                noted = name is not None and ledger.signatures.of(name) is not None
                if noted or ledger.signatures.has_scan(inside):
                    return True
    return False


def files_of(folder: Path, name: str) -> Mapping[str, str]:
    """The files of a paper that stand in the folder, with their digests."""
    found = {f"{name}{ending}": _bytes_of(folder / f"{name}{ending}") for ending in ENDINGS}
    return {path: digest(data) for path, data in found.items() if data is not None}


def _bytes_of(path: Path) -> bytes | None:
    """A regular file's bytes; `None` where there is none."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise OutputError([diagnose("unwritable", Location(str(path)), reason=error.strerror)]) from error
