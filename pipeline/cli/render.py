"""`saraban render`: data -> papers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline import api
from pipeline.api import Prepared, RenderOptions
from pipeline.cli.console import Console
from pipeline.cli.remarks import say_doubts, say_remarks
from pipeline.cli.report import say_delivered
from pipeline.cli.sign_again import find_to_sign_again, say_to_sign_again
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.papers.build import all_of
from pipeline.papers.chosen_options import Embed
from pipeline.papers.names import refuse_one_place_for_two
from pipeline.papers.publishing import masked_input, what_is_masked
from pipeline.render.pdf import Conformance
from pipeline.thai.digits import DigitPolicy


def render(
    console: Console,
    *,
    inputs: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...],
    only: tuple[str, ...] | None,
    digits: DigitPolicy | None,
    force: bool,
    replace_signed: bool,
    embed: Embed,
    no_embed: bool,
    templates: Path | None,
    strict: bool,
    conformance: Conformance,
    public: bool,
    reference: Path | None,
) -> None:
    """Prepares every input, builds every paper, and only then writes the files."""
    looks = api.render_options(templates=templates)
    prepared = all_of(partial(api.load, path, options=looks) for path in inputs)
    say_remarks([remark for each in prepared for remark in each.remarks], console)
    say_doubts([doubt for each in prepared for doubt in each.doubts], console)
    refuse_one_place_for_two(each.name for each in prepared)
    chosen = _choose_papers(prepared, only)
    wanted = api.render_options(
        formats=formats,
        digits=digits,
        templates=templates,
        reference=reference,
        embed="none" if no_embed else embed,
        conformance=conformance,
        public=public,
    )
    rendered = all_of(
        partial(api.render, each, only=ids, options=wanted)
        for each, ids in zip(prepared, chosen, strict=True)
    )
    if strict:
        _audit(inputs, replace(wanted, public=False))
    delivered = api.write(*rendered, folder=output, force=force, replace_signed=replace_signed)
    pages = [built.pages for each in rendered for built in each.papers for _ in built.files]
    say_delivered(delivered, pages, console)
    say_to_sign_again(find_to_sign_again(output), console)
    if public:
        console.print(what_is_masked(masked_input(each).masked for each in prepared))


def _audit(inputs: tuple[Path, ...], render_options: RenderOptions) -> None:
    """Refuses inputs in whose papers an error stands that nobody accepted."""
    from pipeline.papers.auditing import audit_strictly  # noqa: PLC0415

    all_of(partial(audit_strictly, path, render_options) for path in inputs)


def _choose_papers(prepared: tuple[Prepared, ...], only: tuple[str, ...] | None) -> list[list[str]]:
    """The ids of the papers to make of each input; `UsageError` for one that no input makes."""
    made = [[paper.id for paper in each.papers] for each in prepared]
    ids = list(dict.fromkeys(id for several in made for id in several))
    if unknown := [name for name in only or () if name not in ids]:
        raise UsageError(diagnose("usage/no-paper", asked=", ".join(unknown), papers=", ".join(ids)))
    return [[id for id in several if not only or id in only] for several in made]
