"""Renders records and scores to markup, through the paper's template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError as JinjaTemplateError

from pipeline import kinds
from pipeline.compose.blocks import blocks_of
from pipeline.compose.budget import Budget, spend_from
from pipeline.compose.common_names import names_of_kind
from pipeline.compose.environment import environment
from pipeline.compose.facts import common_facts
from pipeline.compose.level_columns import annex_columns, criteria_columns, score_columns
from pipeline.compose.papers import Paper
from pipeline.compose.template_faults import template_fault
from pipeline.compose.views import field_names, record_of, view_of
from pipeline.diagnostics import SarabanError, TemplateError
from pipeline.model.passages import PLAN_STEPS
from pipeline.model.quiet_reading import reads_quietly
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput
    from pipeline.scoring.cards import ScoreCard

_GOES_WRONG = (
    JinjaTemplateError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError, AssertionError,
    MemoryError, RuntimeError, SyntaxError,
)  # fmt: skip
"""What Python raises of code that a template became: a loop without end, say, is a `RecursionError`."""


def compose(
    paper: Paper,
    office_input: OfficeInput,
    card: ScoreCard | None,
    digits: DigitPolicy | None = None,
    folder: Path | None = None,
    *,
    public: bool = False,
) -> str:
    """The markup of one paper.

    `digits` replaces the input's own policy; `folder` holds an office's own templates. `public`: what
    templates are told, who may say on the page that it is a copy for the public.
    Raises `TemplateError` with the template's name and line, `InputError` for prose that names a
    fact which does not exist.
    """
    context = _context(office_input, card, digits or office_input.digits)
    return render_template(paper.template, {**context, "public": public}, folder)


def render_template(template: str, context: Mapping[str, Any], folder: Path | None = None) -> str:
    """What a template makes of its context, of which it gets views.

    Raises `TemplateError` with the template's name and line.
    """
    try:
        with spend_from(Budget(lambda: _letters_of(context))):
            return environment(folder).get_template(template).render(view_of(context))
    except SarabanError:
        raise
    except _GOES_WRONG as error:
        raise TemplateError([template_fault(error, template)]) from error


def _letters_of(context: Mapping[str, Any]) -> int:
    """How much the data say, by which the budget of their template grows."""
    return sum(len(repr(record_of(value))) for value in context.values())


@reads_quietly
def _fields_of(data: Any, names: Iterable[str]) -> dict[str, Any]:
    """The fields of an input by their names; which of them are printed, the template says."""
    return {name: getattr(data, name) for name in names}


def _context(office_input: OfficeInput, card: ScoreCard | None, digits: DigitPolicy) -> dict[str, Any]:
    """All that a template may use, made anew for each paper: views, and no record."""
    data, scores = view_of(office_input), view_of(card)
    facts = common_facts(office_input)
    context: dict[str, Any] = {
        **_fields_of(data, field_names(type(office_input))),
        "data": data,
        "card": scores,
        "digits": digits,
        "facts": facts,
        "PLAN_STEPS": PLAN_STEPS,
        "block_of": blocks_of(names_of_kind(kinds.kind_of(office_input))),
        "id_of": names_of_kind(kinds.kind_of(office_input)).id_of,
    }
    if card is not None:
        context |= {
            "score_columns": score_columns,
            "criteria_columns": criteria_columns,
            "annex_columns": annex_columns,
        }
    return {**context, **kinds.kind_of(office_input).functions(office_input, data, card, facts)}
