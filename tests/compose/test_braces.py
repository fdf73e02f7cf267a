"""Braces in data files: a name that has no value, a single brace, and any where names are not printed."""

from typing import Any

import pytest

from pipeline import intake
from pipeline.diagnostics import InputError, Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.papers.build import markup_of, prepare_source
from pipeline.resources import resource

Path = tuple[str | int, ...]


def start(kind: str) -> dict[str, Any]:
    return intake.read(resource("templates", "start", kind)).values


def put(values: Any, path: Path, text: str) -> None:
    for step in path[:-1]:
        values = values[step]
    values[path[-1]] = text


def faults(kind: str, path: Path, text: str) -> list[tuple[str, Location | None]]:
    values = start(kind)
    put(values, path, text)
    place = Location("a.yaml", 7, 3)
    try:
        prepare_source(Source("a.yaml", values, {path: place}), "a", SHIPPED)
    except InputError as refused:
        return [
            (fault.code, fault.location if fault.location == place else None) for fault in refused.diagnostics
        ]
    return []


AT = Location("a.yaml", 7, 3)
FILLED: list[tuple[str, Path]] = [
    ("memo", ("memo", "subject")),
    ("memo", ("body", 0)),
    ("agreement", ("agreement", "strategy", 0, "title")),
    ("hr-scorecard", ("plan", "dimensions", 0, "projects", 0, "steps", 0)),
    ("hr-scorecard", ("results", 0, "memo", 0)),
]
NOT_FILLED: list[tuple[str, Path]] = [
    ("memo", ("memo", "to")),
    ("memo", ("office", "name")),
    ("agreement", ("agreement", "maker", "position")),
    ("agreement", ("agreement", "dimensions", 0, "groups", 0, "indicators", 0, "name")),
    ("hr-scorecard", ("units", 0, "name")),
    ("hr-scorecard", ("report", "action_plan", "vision")),
]


NO_NAMES = ["ก {percnt} ข", "{ร้อยล่ะ}", "{ ร้อยล่ะ }", "ก {} ข", "{{x}}", "{Office}"]


@pytest.mark.parametrize(("kind", "path"), FILLED)
@pytest.mark.parametrize("text", NO_NAMES)
def test_a_name_without_a_value_is_told_at_its_place(kind: str, path: Path, text: str) -> None:
    assert faults(kind, path, text)[0] == ("placeholder", AT)


@pytest.mark.parametrize(("kind", "path"), FILLED)
@pytest.mark.parametrize("text", ["ก { ข", "ก } ข", "{office} และ {office", "{office}} แล้ว"])
def test_a_single_brace_is_told_at_its_place(kind: str, path: Path, text: str) -> None:
    assert faults(kind, path, text) == [("brace", AT)]


@pytest.mark.parametrize(("kind", "path"), NOT_FILLED)
def test_what_is_printed_as_typed_holds_no_braces(kind: str, path: Path) -> None:
    assert faults(kind, path, "ก{office}") == [("brace", AT)]


@pytest.mark.parametrize(("kind", "path"), FILLED)
def test_real_braces_have_names(kind: str, path: Path) -> None:
    values = start(kind)
    put(values, path, "ก {brace_open}ข{brace_close} { office } ค")
    prepared = prepare_source(Source("a.yaml", values), "a", SHIPPED)
    printed = "".join(markup_of(prepared, paper) for paper in prepared.papers)
    assert "ก {ข} " in printed
    assert "office" not in printed.split("ก {ข} ")[1][:20]


def test_a_name_of_a_refused_figure_is_not_told_of_again() -> None:
    values = start("hr-scorecard")
    values["results"][1]["denominator"] = "มาก"
    with pytest.raises(InputError) as refused:
        prepare_source(Source("a.yaml", values), "a", SHIPPED)
    assert [fault.code for fault in refused.value.diagnostics] == ["not-a-number"]
