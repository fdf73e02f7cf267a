"""`saraban batch`: one base, many units -> their papers, only those that changed."""

from __future__ import annotations

from pathlib import Path

from pipeline import api
from pipeline.batch.failures import Failure
from pipeline.batch.runner import Run, plan_batch, run_batch, usual_processes
from pipeline.cli.batch_choice import chooser
from pipeline.cli.batch_end import say_refused
from pipeline.cli.batch_plan import say_plan
from pipeline.cli.batch_watching import say_plan_json, watcher
from pipeline.cli.console import Console
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers.chosen_options import Embed
from pipeline.render.pdf import Conformance
from pipeline.thai.digits import DigitPolicy


def batch(
    console: Console,
    *,
    batch_file: Path,
    output: Path,
    only: str,
    jobs: int | None,
    scheduler: str,
    without_tls: bool,
    dry_run: bool,
    force: bool,
    formats: tuple[str, ...],
    digits: DigitPolicy | None,
    templates: Path | None,
    reference: Path | None,
    embed: Embed,
    no_embed: bool,
    conformance: Conformance,
    as_json: bool,
) -> ExitCode:
    """Shows the plan, makes what is to do, and tells what could not be made."""
    render_options = api.render_options(
        formats=formats,
        digits=digits,
        templates=templates,
        reference=reference,
        embed="none" if no_embed else embed,
        conformance=conformance,
    )
    choose = chooser(only, formats)
    run = Run(
        batch_file, output, render_options, choose, jobs or usual_processes(), scheduler, force, without_tls
    )
    return _print_plan(run, console, as_json) if dry_run else _run(run, console, as_json)


def _print_plan(run: Run, console: Console, as_json: bool) -> ExitCode:
    plan = plan_batch(run)
    (say_plan_json if as_json else say_plan)(plan, console)
    if not as_json:
        say_refused(plan.refused, console)
    return _code(plan.refused)


def _run(run: Run, console: Console, as_json: bool) -> ExitCode:
    with watcher(console, as_json) as watching:
        ended = run_batch(run, watching.tell)
    watching.say_end(ended, run.folder)
    return _code(ended.not_made)


def _code(refused: tuple[Failure, ...]) -> ExitCode:
    """The code of the first that refused; a defect of ours comes before all."""
    if any(each.defect for each in refused):
        return ExitCode.INTERNAL
    return refused[0].kind.exit_code if refused else ExitCode.OK
