"""What prose of a kind made from YAML may print by name: its single values, by names and Thai titles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.intake import ValuePath
from pipeline.kinds.from_yaml.form import FormInput, names_in_record
from pipeline.kinds.from_yaml.kind_file import FieldSpec
from pipeline.kinds.from_yaml.prose_names import names_of, post_names
from pipeline.kinds.from_yaml.records import FormRecord
from pipeline.kinds.from_yaml.scored_form import ScoredFormInput
from pipeline.kinds.last_round_facts import WHOLE_NAMES, last_facts, last_names
from pipeline.kinds.period_facts import PERIOD_NAMES, period_facts, period_names
from pipeline.kinds.score_functions import score_functions
from pipeline.model.people import PostHolder
from pipeline.model.quiet_reading import reads_quietly
from pipeline.model.soundness import is_refused
from pipeline.scoring.cards import ScoreCard

GUIDE = ""
"""No table of names: prose prints every single-valued field by its name, or its title without spaces."""

NAMES = (*PERIOD_NAMES, *WHOLE_NAMES)
"""The names whose Thai is not the title of a field: those of a period and of the last round."""

GUIDE = ""
"""None of its own: texts print any single value by the name or the title of its field."""

_NAMED = frozenset(
    {
        "text",
        "id",
        "national-id",
        "date",
        "month",
        "time",
        "year",
        "number",
        "count",
        "money",
        "percent",
        "yes-no",
        "choice",
        "person",
        "signer",
    }
)
"""The types of which prose can print a value."""


_COUNTED = frozenset({"table", "texts"})
"""The types of which prose prints how many entries there are."""


@reads_quietly
def facts(office_input: FormInput) -> Mapping[str, str]:
    """Every single value that is filled in or worked out."""
    fields = office_input.form.file.fields
    found: dict[str, str] = {}
    for name, text in names_in_record(office_input).items():
        if text:
            found |= dict.fromkeys(names_of(name, fields[name].title), text)
    for name, spec in fields.items():
        value = getattr(office_input, name)
        if isinstance(value, PostHolder):
            found |= dict.fromkeys(post_names(name, spec.title), value.post)
        elif isinstance(value, FormRecord):
            found |= _of_group(name, spec, value)
        elif spec.type == "period":
            found |= period_facts(value) if value is not None else {}
        elif isinstance(value, tuple) and spec.type in _COUNTED:
            found |= dict.fromkeys(names_of(name, spec.title), str(len(value)))
    return found


def _of_group(name: str, spec: FieldSpec, group: FormRecord) -> Iterator[tuple[str, str]] | dict[str, str]:
    found: dict[str, str] = {}
    for inner, text in names_in_record(group).items():
        if text:
            found |= dict.fromkeys(names_of(f"{name}_{inner}", spec.title + spec.fields[inner].title), text)
    return found


def names(office_input: FormInput) -> Iterator[str]:
    """The names of `facts`, also of those that need what was refused."""
    fields = office_input.form.file.fields
    last = office_input.last_round
    if isinstance(office_input, ScoredFormInput) and last is not None and not is_refused(last):
        yield from last_names(office_input, (each.number for each in last.dimensions))
    for name, spec in fields.items():
        value = getattr(office_input, name)
        if spec.type == "period":
            yield from period_names()
        elif spec.type in _NAMED and (spec.made or is_refused(value) or value not in (None, "")):
            yield from names_of(name, spec.title)
            if spec.type == "signer":
                yield from post_names(name, spec.title)
        elif spec.type in _COUNTED:
            yield from names_of(name, spec.title)
        elif spec.type == "group":
            for inner, each in spec.fields.items():
                yield from names_of(f"{name}_{inner}", spec.title + each.title)


def _scored_functions(office_input: ScoredFormInput) -> dict[str, object]:
    """`indicator_of` an id: the row; `cells_of` a row: the results that a table prints under each level."""
    placed = {each.scored.id: each for each in office_input.scored}
    cells = {
        id: each.scored.scale.cells(each.rules)
        for id, each in placed.items()
        if each.scored.scale is not None
    }
    return {
        "indicator_of": lambda id: placed[id].scored,
        "cells_of": lambda row: cells.get(row.id, ()),
    }


def functions(
    office_input: FormInput, _: Any, card: ScoreCard | None, common: Mapping[str, str]
) -> Mapping[str, object]:
    """What scores give, where there are any."""
    own = _scored_functions(office_input) if isinstance(office_input, ScoredFormInput) else {}
    facts = {**common, **last_facts(office_input, card)}
    return {**score_functions(office_input, card), **own, "facts": facts}


def names_in(_: type[object]) -> Iterator[str]:
    """None beside those of the input."""
    return iter(())


def facts_at(office_input: FormInput, card: ScoreCard | None, *_: object) -> Mapping[str, str]:
    """Those of the last round, beside those of the input."""
    return last_facts(office_input, card)


def names_at(
    _: FormInput, __: ScoreCard | None, ___: ValuePath, ____: Callable[[ValuePath], bool]
) -> Iterator[str]:
    """None beside those of the input."""
    return iter(())


def are_names_known(_: FormInput, path: ValuePath) -> bool:
    """They are, wherever the text stands."""
    return bool(path)
