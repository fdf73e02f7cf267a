"""The options of `pipeline.cli.options` as the options that the stages take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, assert_never

from pipeline.intake.sandboxed import read_apart
from pipeline.papers.options import RenderOptions

if TYPE_CHECKING:
    from pipeline.document.reference import Reference
    from pipeline.render.pdf import Conformance
    from pipeline.thai.digits import DigitPolicy

Embed = Literal["full", "subset", "none"]


def render_options_of(
    *,
    digits: DigitPolicy | None,
    formats: tuple[str, ...],
    embed: Embed,
    no_embed: bool,
    templates: Path | None,
    conformance: Conformance,
    reference: Path | None,
) -> RenderOptions:
    """How the papers are wanted. Raises `InputError` for a reference that cannot be read."""
    looks = _looks(reference) if reference else None
    match "none" if no_embed else embed:
        case "none":
            return RenderOptions(digits, formats, (), templates, conformance, looks)
        case "full" | "subset" as extent:
            return RenderOptions(digits, formats, None, templates, conformance, looks, extent)
        case _:
            assert_never(embed)


def _looks(office_file: Path) -> Reference:
    from pipeline.document.reference import read_reference  # noqa: PLC0415

    return read_apart(office_file, read_reference, office_file)
