"""Render options: digits, formats, fonts, conformance, and an office's own templates and Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.kinds.registry import Kinds
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.document.reference import Reference
    from pipeline.render.docx import EmbeddedFace, Extent
    from pipeline.render.pdf import Conformance

FORMATS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How the papers are wanted, as said on the command line.

    `digits` replaces the input's own policy, `faces` what a DOCX embeds (`()`: nothing), `folder` holds
    an office's own templates, style sheets, assets and lexicon. `conformance` is what a PDF claims.
    `reference` is a Word file of the office whose looks the papers take. `extent` says how much of the faces
    in use a DOCX embeds, where `faces` leaves it open. `public`: personal values are masked, and the files
    hold no data. `edition` counts a paper's editions, of which the earlier are signed and stay as they are.
    """

    digits: DigitPolicy | None = None
    formats: tuple[str, ...] = FORMATS
    faces: Sequence[EmbeddedFace] | None = None
    folder: Path | None = None
    conformance: Conformance = "3a"
    reference: Reference | None = None
    extent: Extent = "full"
    public: bool = False
    edition: int = 1

    @property
    def known(self) -> Kinds:
        """The kinds of input that are known with the office's own templates."""
        return Kinds(self.folder)


DEFAULT_OPTIONS = RenderOptions()
