"""Records and scores -> markup, through the paper's template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, TemplateSyntaxError

from pipeline.compose.environment import environment
from pipeline.compose.facts import PLAN_STEPS, common_facts, project_facts
from pipeline.compose.papers import Paper
from pipeline.compose.views import field_names, seen
from pipeline.faults import Fault, Faults, Place, TemplateFaults, Words
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.compose.papers import AnyInput
    from pipeline.model.inputs import HrScorecardInput
    from pipeline.model.plan import Project
    from pipeline.scoring.cards import ScoreCard


def compose(
    paper: Paper,
    office_input: AnyInput,
    card: ScoreCard | None,
    digits: DigitPolicy | None = None,
    folder: Path | None = None,
) -> str:
    """The markup of one paper.

    `digits` replaces the input's own policy; `folder` holds an office's own templates.
    Raises `TemplateFaults` with the template's name and line, `InputFaults` for prose that names a
    fact which does not exist.
    """
    return rendered(paper.template, _context(office_input, card, digits or office_input.digits), folder)


def rendered(template: str, context: Mapping[str, Any], folder: Path | None = None) -> str:
    """What a template makes of its context, of which it gets views.

    Raises `TemplateFaults` with the template's name and line.
    """
    try:
        return environment(folder).get_template(template).render(seen(context))
    except Faults:
        raise
    except TemplateSyntaxError as error:
        place = Place(error.name or template, error.lineno)
        raise TemplateFaults([_fault("template-syntax", error.message or "", place)]) from error
    except (TemplateError, TypeError, ValueError, KeyError, AttributeError, ArithmeticError) as error:
        raise TemplateFaults([_fault("template", str(error), _place(error, template))]) from error


def _context(office_input: AnyInput, card: ScoreCard | None, digits: DigitPolicy) -> dict[str, Any]:
    """All that a template may use, made anew for each paper: views, and no record."""
    data, scores = seen(office_input), seen(card)
    facts = common_facts(office_input)
    context = {
        **{name: getattr(data, name) for name in field_names(type(office_input))},
        "data": data,
        "card": scores,
        "digits": digits,
        "facts": facts,
        "PLAN_STEPS": PLAN_STEPS,
    }
    if office_input.kind == "hr-scorecard" and card is not None:
        context |= _scorecard_functions(office_input, data, card, facts)
    return context


def _scorecard_functions(
    office_input: HrScorecardInput, data: Any, card: ScoreCard, facts: Mapping[str, str]
) -> dict[str, Callable[..., Any]]:
    """Look-ups over the plan that a report's template needs; `data` is the input's view."""
    results = {result.project: result for result in data.results}
    units = {unit.id: unit for unit in data.units}

    def facts_of(project: Project) -> dict[str, str]:
        return project_facts(office_input, project, card, facts)

    def result_of(project: Project) -> Any:
        return results.get(project.id)

    def unit_of(id: str) -> Any:
        return units[id]

    return {"facts_of": facts_of, "result_of": result_of, "unit_of": unit_of}


def _place(error: BaseException, template: str) -> Place:
    """The innermost template line that the error passed through."""
    place, trace = Place(template), error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            parts = Path(name).parts
            short = "/".join(parts[-2:])
            place = Place(short, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _fault(code: str, message: str, place: Place) -> Fault:
    return Fault(
        code,
        Words(f"แม่แบบมีข้อผิดพลาด: {message}", f"the template fails: {message}"),
        Words(
            "แก้แม่แบบในบรรทัดที่บอก (ดู docs/templates.md)",
            "mend the template at that line (see docs/templates.md)",
        ),
        place,
    )
