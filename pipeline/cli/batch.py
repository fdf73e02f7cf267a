"""`saraban batch`: one base, many units -> their papers, only those that changed."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

from pipeline import api
from pipeline.batch.batch_file import BatchOrder
from pipeline.batch.failures import Failure
from pipeline.batch.plan import Choice
from pipeline.batch.runner import Run, plan_batch, run_batch, usual_processes
from pipeline.cli.batch_end import say_refused
from pipeline.cli.batch_plan import say_plan
from pipeline.cli.batch_watching import say_plan_json, watcher
from pipeline.cli.console import Console
from pipeline.cli.options import PAPERS
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.model.nearest import hint
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
    replace_signed: bool,
    formats: tuple[str, ...],
    digits: DigitPolicy | None,
    templates: Path | None,
    reference: Path | None,
    embed: Embed,
    no_embed: bool,
    conformance: Conformance,
    public: bool,
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
        public=public,
    )
    choose = chooser(only, formats)
    run = Run(
        batch_file,
        output,
        render_options,
        choose,
        jobs or usual_processes(),
        scheduler,
        force,
        without_tls,
        replace_signed,
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


def chooser(only: str, formats: tuple[str, ...]) -> Callable[[BatchOrder], Choice]:
    """Reads `only` once the batch is known; names that are neither paper nor unit are a `UsageError`."""
    names = [name.strip() for name in only.split(",") if name.strip()]

    def choose(order: BatchOrder) -> Choice:
        papers = tuple(name for name in names if name in PAPERS)
        patterns = [name for name in names if name not in PAPERS]
        return Choice(papers, _units(order, patterns), formats)

    return choose


def _units(order: BatchOrder, patterns: list[str]) -> frozenset[str]:
    """The folders of the units whose id or folder fits one of the patterns; of all when there are none."""
    if not patterns:
        return frozenset(unit.folder for unit in order.units)
    found: set[str] = set()
    for pattern in patterns:
        fitting = {
            unit.folder
            for unit in order.units
            if pattern in (unit.id, unit.folder) or fnmatchcase(unit.id, pattern)
        }
        if not fitting:
            raise _unknown_unit_error(pattern, order)
        found |= fitting
    return frozenset(found)


def _unknown_unit_error(name: str, order: BatchOrder) -> UsageError:
    near = hint(name, [unit.id for unit in order.units] + list(PAPERS))
    return UsageError(diagnose("usage/no-unit", name=name, near=near))
