"""Whether a paper that came back still says what its data say."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.api.loading import Input, StrPath, ensure_loaded
from pipeline.papers.build import DEFAULT_OPTIONS, RenderOptions
from pipeline.verify.files import verify_file
from pipeline.verify.verifying import Verification

if TYPE_CHECKING:
    from pipeline.verify.pdf import PdfVerification


def verify(
    file: StrPath,
    data: Input | None = None,
    *,
    paper: str | None = None,
    trust: StrPath | None = None,
    options: RenderOptions = DEFAULT_OPTIONS,
) -> Verification | PdfVerification:
    """Holds a file against the data that it was made from; nothing is written to it.

    Args:
        file: a DOCX, which needs `data`; or a PDF, which holds its own and may be signed.
        data: the path of an input, or what `load` gave. For a PDF: whether the data inside are these.
        paper: the id of the paper that a DOCX is; otherwise it is known by its text.
        trust: certificates (PEM) of the issuers that you trust, for the signatures of a PDF.
        options: the office's own templates and Word file that the paper was made with.

    Returns:
        What was found; `sound` says whether nothing is there that a person should look at. Of a DOCX:
            `differences` with kind, place and both texts, what was `filled` in by pen, `traces` of work. Of
            a PDF: `signed` with each signature, `waiting` places, `text` and its `differences`.

    Raises:
        InputError: the file or the data cannot be read, or the file is none of ours.
        RequestError: a kind of file that cannot be verified, a DOCX without data, no such paper.
        MachineError: signatures need the extra `saraban[sign]`.
    """
    reader = None if data is None else partial(ensure_loaded, data, options)
    return verify_file(Path(file), reader, paper, None if trust is None else Path(trust), options)
