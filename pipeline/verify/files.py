"""A file that came back, verified by its kind: a Word file against its data, a PDF against its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.diagnostics import Location, RequestError, diagnose
from pipeline.extraction.docx.reader import read_docx
from pipeline.intake.opening import refuse_what_is_no_file
from pipeline.intake.sandboxed import read_apart
from pipeline.papers.build import RenderOptions
from pipeline.papers.fingerprints import values_digest
from pipeline.papers.prepared import Prepared
from pipeline.signing.extra import require_signing
from pipeline.verify.verifying import Verification, verify

if TYPE_CHECKING:
    from pipeline.verify.pdf import PdfVerification

VERIFIED = (".docx", ".pdf")
"""The kinds of file that can be verified, by the end of their names."""

Data = Callable[[], Prepared]
"""Reads the data that a file is held against, once the file itself can be read."""


def verify_file(
    file: Path, data: Data | None, paper: str | None, trust: Path | None, options: RenderOptions
) -> Verification | PdfVerification:
    """What is to be said of a file, by the end of its name; `api.verify` says what raises."""
    refuse_what_is_no_file(file)
    suffix = file.suffix.lower()
    if suffix in VERIFIED:
        from pipeline.papers.rerender import read_file, refuse_public_copy  # noqa: PLC0415

        refuse_public_copy(file, read_file(file))
    if suffix == ".docx":
        return _verify_docx(file, data, paper, options)
    if suffix == ".pdf":
        return _verify_pdf(file, data, paper, trust, options)
    ending, known = file.suffix, ", ".join(VERIFIED)
    raise RequestError([diagnose("usage/verified-files", Location(str(file)), ending=ending, known=known)])


def _verify_docx(file: Path, data: Data | None, paper: str | None, options: RenderOptions) -> Verification:
    found = read_apart(file, read_docx, file)
    if data is None:
        raise RequestError([diagnose("usage/no-data", Location(str(file)))])
    prepared = data()
    chosen = None if paper is None else prepared.chosen([paper])[0]
    return verify(found, prepared, chosen, options)


def _verify_pdf(
    file: Path, data: Data | None, paper: str | None, trust: Path | None, options: RenderOptions
) -> PdfVerification:
    require_signing()
    from pipeline.signing.keys import load_roots  # noqa: PLC0415
    from pipeline.verify.pdf import verify_pdf  # noqa: PLC0415

    roots = load_roots(trust) if trust else None
    found = verify_pdf(file, roots, options.folder, options.reference)
    if paper is not None and found.record is not None and paper != found.record.paper:
        raise RequestError(
            [diagnose("usage/other-paper", Location(str(file)), asked=paper, held=found.record.paper)]
        )
    return found if data is None else replace(found, same_data=_is_made_from(found, data()))


def _is_made_from(found: PdfVerification, prepared: Prepared) -> bool:
    """Whether the data inside the file are those of the input."""
    digest = values_digest(dict(prepared.values))
    return found.record is not None and digest.startswith(found.record.data_version)
