"""`saraban render`: data -> papers."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pipeline.cli.console import Console
from pipeline.cli.remarks import say_doubts, say_remarks
from pipeline.cli.render_options import Embed, render_options_of
from pipeline.cli.report import say_delivered
from pipeline.cli.usage_errors import UsageError
from pipeline.compose import Paper
from pipeline.diagnostics import diagnose
from pipeline.output.delivery import deliver
from pipeline.papers.build import Built, RenderOptions, all_of, build, prepare_told
from pipeline.papers.prepared import Prepared
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
    embed: Embed,
    no_embed: bool,
    templates: Path | None,
    strict: bool,
    conformance: Conformance,
    reference: Path | None,
) -> None:
    """Prepares every input, builds every paper, and only then writes the files."""
    prepared = all_of(partial(prepare_told, path, templates) for path in inputs)
    say_remarks([remark for each in prepared for remark in each.remarks], console)
    say_doubts([doubt for each in prepared for doubt in each.doubts], console)
    _refuse_one_place_for_two(prepared)
    chosen = _choose_papers(prepared, only)
    render_options = render_options_of(
        digits=digits,
        formats=formats,
        embed=embed,
        no_embed=no_embed,
        templates=templates,
        conformance=conformance,
        reference=reference,
    )
    built = all_of(partial(build, each, paper, render_options) for each, paper in chosen)
    if strict:
        _audit(inputs, render_options)
    delivered = deliver(_files(chosen, built), output, force=force)
    say_delivered(delivered, [one.pages for one in built for _ in one.files], console)


def _audit(inputs: tuple[Path, ...], render_options: RenderOptions) -> None:
    """Refuses inputs in whose papers an error stands that nobody accepted."""
    from pipeline.papers.auditing import audit_strictly  # noqa: PLC0415

    all_of(partial(audit_strictly, path, render_options) for path in inputs)


def _refuse_one_place_for_two(prepared: tuple[Prepared, ...]) -> None:
    names = [each.name for each in prepared]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(diagnose("usage/one-name", names=", ".join(twice)))


def _choose_papers(
    prepared: tuple[Prepared, ...], only: tuple[str, ...] | None
) -> list[tuple[Prepared, Paper]]:
    """The papers to build, in order; `UsageError` for one that no input makes."""
    made = [(each, paper) for each in prepared for paper in each.papers]
    ids = list(dict.fromkeys(paper.id for _, paper in made))
    if unknown := [name for name in only or () if name not in ids]:
        raise UsageError(diagnose("usage/no-paper", asked=", ".join(unknown), papers=", ".join(ids)))
    return [(each, paper) for each, paper in made if not only or paper.id in only]


def _files(chosen: list[tuple[Prepared, Paper]], built: tuple[Built, ...]) -> dict[str, bytes]:
    return {
        f"{each.name}/{paper.id}.{suffix}": data
        for (each, paper), one in zip(chosen, built, strict=True)
        for suffix, data in one.files.items()
    }
