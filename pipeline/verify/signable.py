"""Whether a paper may be signed: nothing is signed that `verify` would refuse afterwards."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from pipeline import kinds
from pipeline.diagnostics import Diagnostic, InputError, Location, Message, SarabanError, diagnose
from pipeline.intake.sandboxed import read_apart
from pipeline.kinds import Kinds
from pipeline.papers.rerender import HeldPaper, differences_since, made_here, prepare_held, read_file
from pipeline.render.pdf.self_check import is_as_written
from pipeline.signing.checking import Signature, SignedFile, signatures_of
from pipeline.signing.signing import SignatureField, signature_fields
from pipeline.thai.dates import long_date
from pipeline.thai.person_names import name_in_title
from pipeline.verify.signers import is_early, with_places


def refuse_unsound(
    held: HeldPaper, field: SignatureField, name: str, reason: str, folder: Path | None = None
) -> None:
    """Raises `InputError` for what would be refused afterwards.

    That is a paper that was changed, an earlier signature that does not hold, a signer whose name is not that
    of the place (unless there is a `reason`), and a paper of a day that is still to come. `folder` holds
    the office's own templates and kinds.
    """
    signed = read_apart(Path(held.file), signatures_of, held.content, held.file)
    faults = [
        *_of_paper(held, signed, folder),
        *_of_signatures(held, signed),
        *_of_signer(held, field, name, reason),
    ]
    if faults:
        raise InputError(faults)


def is_signed_at(target: Path, held: HeldPaper, field: SignatureField, name: str) -> bool:
    """Whether `target` is the paper with this very signature behind it, as a run left it that was killed."""
    if not target.is_file() or target.resolve() == Path(held.file).resolve():
        return False
    content = read_file(target)
    if len(content) <= len(held.content) or not content.startswith(held.content):
        return False
    before, after = (read_apart(target, signatures_of, one, str(target)) for one in (held.content, content))
    new = after.signatures[len(before.signatures) :]
    alone = after.revisions == before.revisions + 1
    return alone and [(one.role, one.name, one.holds) for one in new] == [(field.role, name, True)]


def _of_paper(held: HeldPaper, signed: SignedFile, folder: Path | None) -> Iterator[Diagnostic]:
    if signed.edited_before or not _is_as_made(held, signed, folder):
        yield diagnose("paper-changed", Location(held.file))
    office_input = prepare_held(held, Kinds(folder)).office_input
    dated = kinds.kind_of(office_input).date(office_input)
    if dated and is_early(datetime.datetime.now(datetime.UTC), dated):
        yield diagnose("signed-early", Location(held.file), date=Message(long_date(dated), str(dated)))


def _is_as_made(held: HeldPaper, signed: SignedFile, folder: Path | None) -> bool:
    """Whether the file begins with what its data make; if other things made it, whether it is as written."""
    if not differences_since(held, folder):
        try:
            made = made_here(held, folder)
            return held.begins_with(made) if signed.signatures else held.content == made
        except SarabanError:
            pass
    return is_as_written(held.content, whole=not signed.signatures)


def _of_signatures(held: HeldPaper, signed: SignedFile) -> Iterator[Diagnostic]:
    places = read_apart(Path(held.file), signature_fields, held.content, held.file)
    for one in with_places(signed, places, None).signatures:
        if not _stands(one):
            yield diagnose("signature-unsound", Location(held.file), signer=one.name, role=one.role)


def _stands(one: Signature) -> bool:
    """Whether an earlier signature holds; that another signs than the place names needs its reason."""
    return one.holds and one.place != "no-place" and (one.place != "other" or bool(one.reason))


def _of_signer(held: HeldPaper, field: SignatureField, name: str, reason: str) -> Iterator[Diagnostic]:
    if reason or name_in_title(field.title, name) != "other":
        return
    yield diagnose("signer-name", Location(held.file), name=name, signer=field.title)
