"""A PDF of ours that came back: its signatures, and whether it still says what its own data say."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipeline import kinds
from pipeline.diagnostics import Diagnostic, InputError, SarabanError
from pipeline.document.reference import Reference
from pipeline.intake.sandboxed import read_apart
from pipeline.kinds import Kinds
from pipeline.papers.record import PaperRecord
from pipeline.papers.rerender import (
    HeldPaper,
    differences_since,
    made_here,
    prepare_held,
    read_file,
    read_held_paper,
)
from pipeline.render.pdf.readback import page_lines
from pipeline.render.pdf.self_check import is_as_written
from pipeline.signing.checking import signatures_of
from pipeline.signing.keys import in_der
from pipeline.signing.signing import signature_fields
from pipeline.verify.running_text import running_text
from pipeline.verify.signers import with_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cryptography.x509 import Certificate

    from pipeline.signing.checking import SignedFile
    from pipeline.signing.signing import SignatureField

TextState = Literal["as-made", "same-text", "edited", "other-text", "unreadable", "not-made"]
"""`as-made`: byte for byte, with nothing but signatures behind it. `same-text`: made with other versions of
things, with the text that its data give here, and nobody saved it since; its lines and pages may end
elsewhere. `edited`: the text is
the same, but the file was changed. `other-text`: the text is not that of the data. `unreadable`: the data
inside cannot be read. `not-made`: the paper cannot be made here.
"""
SOUND: tuple[TextState, ...] = ("as-made", "same-text")


class TextDifference(NamedTuple):
    """Lines of a page (from 1) that differ: what the data give, and what the file says."""

    page: int
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class PdfVerification:
    """What a PDF is. `reasons` say why its text could not be compared byte for byte; `waiting` are the places
    that nobody has signed. `same_data` says whether the data inside are those of an input that was given
    beside it (`None`: none was).
    """

    record: PaperRecord | None
    signed: SignedFile
    waiting: tuple[SignatureField, ...]
    text: TextState
    differences: tuple[TextDifference, ...] = ()
    reasons: tuple[Diagnostic, ...] = field(default=())
    same_data: bool | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing was found that somebody should look at."""
        signed = all(one.sound for one in self.signed.signatures)
        return self.text in SOUND and signed and self.same_data is not False


def verify_pdf(
    path: Path,
    roots: Sequence[Certificate] | None = None,
    folder: Path | None = None,
    reference: Reference | None = None,
) -> PdfVerification:
    """Checks the signatures of a PDF and holds its text against the data inside.

    `roots` are issuers that one trusts; `folder` and `reference` the office's own templates and Word file,
    if it was made with them. Raises `InputError`: unreadable, encrypted, damaged, or none of ours.
    """
    content = read_file(path)
    waiting = tuple(one for one in read_apart(path, signature_fields, content, str(path)) if not one.signed)
    signed = read_apart(path, signatures_of, content, str(path), None if roots is None else in_der(roots))
    try:
        held = read_held_paper(path)
    except InputError as faults:
        if all(one.sound for one in signed.signatures):
            raise
        return PdfVerification(None, signed, waiting, "unreadable", reasons=faults.diagnostics)
    return _compare_pdf(held, signed, waiting, folder, reference)


def _compare_pdf(
    held: HeldPaper,
    signed: SignedFile,
    waiting: tuple[SignatureField, ...],
    folder: Path | None,
    reference: Reference | None,
) -> PdfVerification:
    reasons = differences_since(held, folder, reference)
    places: Sequence[SignatureField] = read_apart(Path(held.file), signature_fields, held.content, held.file)
    try:
        made = made_here(held, folder, reference)
        places = signature_fields(made, held.file)
        expected, found = page_lines(made), read_apart(Path(held.file), page_lines, held.content)
    except (SarabanError, ValueError) as error:
        told = error.diagnostics if isinstance(error, SarabanError) else ()
        named = with_places(signed, places, None)
        return PdfVerification(held.record, named, waiting, "not-made", reasons=(*reasons, *told))
    office_input = prepare_held(held, Kinds(folder)).office_input
    signed = with_places(signed, places, kinds.kind_of(office_input).date(office_input))
    alike = reasons and running_text(expected) == running_text(found)
    differences = () if alike else tuple(_differences(expected, found))
    state = _state(held, made, signed, differences, reasons)
    return PdfVerification(held.record, signed, waiting, state, differences, reasons)


def _state(
    held: HeldPaper,
    made: bytes,
    signed: SignedFile,
    differences: Sequence[TextDifference],
    reasons: Sequence[Diagnostic],
) -> TextState:
    if differences:
        return "other-text"
    if signed.edited_before:
        return "edited"
    if held.content == made or (signed.signatures and held.content.startswith(made)):
        return "as-made"
    untouched = is_as_written(held.content, whole=not signed.signatures)
    return "same-text" if reasons and untouched else "edited"


def _differences(
    expected: Sequence[Sequence[str]], found: Sequence[Sequence[str]]
) -> Iterator[TextDifference]:
    """Page by page, the lines that differ; a page that is missing or added is all different."""
    for page, (wanted, there) in enumerate(zip_longest(expected, found, fillvalue=()), 1):
        if wanted == there:
            continue
        matcher = SequenceMatcher(None, wanted, there, autojunk=False)
        for kind, first, last, start, end in matcher.get_opcodes():
            if kind != "equal":
                yield TextDifference(page, "\n".join(wanted[first:last]), "\n".join(there[start:end]))
