"""`saraban specimen`: the gallery of what pages can hold."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pipeline import api
from pipeline.cli.console import Console
from pipeline.cli.report import say_delivered
from pipeline.compose import specimen_papers
from pipeline.papers.build import RenderOptions, all_of, build, prepare
from pipeline.resources import resource


def specimen(
    console: Console, *, output: Path, formats: tuple[str, ...], templates: Path | None, force: bool
) -> None:
    """Builds the papers of the specimen's own data as `render` builds any others."""
    prepared = prepare(resource("templates", "specimen", "specimen"))
    render_options = RenderOptions(formats=formats, folder=templates)
    built = all_of(partial(build, prepared, paper, render_options) for paper in specimen_papers())
    delivered = api.write(api.Rendered(prepared.name, built), folder=output, force=force)
    say_delivered(delivered, [one.pages for one in built for _ in one.files], console)
