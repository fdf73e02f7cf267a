"""The examples of `docs/schemes.md` run, and give the figures that the page states."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from pipeline.diagnostics import InputError
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.model.scales import SCALES
from pipeline.model.schemes import Adjustment, Gate, Rounding, Scheme, Track
from pipeline.model.shipped_schemes import shipped_names
from pipeline.scoring.cards import IndicatorScore, ScoreCard
from pipeline.scoring.rounding import figure_text, score_text, weighted_text

PAGE = (Path(__file__).parents[2] / "docs" / "schemes.md").read_text(encoding="utf-8")
OFFICE, *_ = re.findall(r"```yaml\n(# office\.yaml.*?)```", PAGE, re.DOTALL)
SECTIONS = dict(re.findall(r"^### (.*?)\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE))
EXAMPLES = [
    pytest.param(example, stated, id=f"{title.split(' · ')[-1]} {n}")
    for title, section in SECTIONS.items()
    for n, (example, stated) in enumerate(
        re.findall(r"```yaml\n(.*?)```\n+```text\n(.*?)```", section, re.DOTALL), 1
    )
]


@pytest.mark.parametrize(("example", "stated"), EXAMPLES)
def test_an_example_gives_what_is_stated(example, stated, tmp_path):
    if not example.startswith("kind:"):
        (tmp_path / "office.yaml").write_text(OFFICE, "utf-8")
    (tmp_path / "example.yaml").write_text(example, "utf-8")
    lines = stated.splitlines()
    assert lines
    assert [line for line in lines if line not in set(told(tmp_path))] == []


def test_every_example_states_what_it_gives():
    assert len(EXAMPLES) == len(re.findall(r"^```yaml$", PAGE, re.MULTILINE)) - 1  # all but the office
    assert len(EXAMPLES) > 20


def told(folder: Path) -> Iterator[str]:
    """What may be stated of an example."""
    try:
        office_input = load(read(folder, SHIPPED), SHIPPED)
    except InputError as refused:
        yield from (f"ใช้ไม่ได้ {fault.code}" for fault in refused.diagnostics)
        return
    card = score_input(office_input)
    yield from of_card(card)
    for track in card.tracks:
        yield f"[{track.track.name}] {total_of(track.card)}"
    if card.overall:
        places = card.rules.total_places
        yield f"ทุกรอบ ได้ {score_text(card.overall.score, places)} จาก {figure_text(card.overall.full)}"
    period = office_input.period
    months = {1: "มกราคม", 10: "ตุลาคม", 9: "กันยายน", 12: "ธันวาคม"}
    start, end = (f"{day.day} {months[day.month]} {day.year + 543}" for day in (period.start, period.end))
    yield f"{start} ถึง {end}: {period.year_text}"


def total_of(card: ScoreCard) -> str:
    score, full = score_text(card.total.score, card.total.places), figure_text(card.total.full)
    return f"รวม ได้ {score} จาก {full} {card.grade}".rstrip()


def of_card(card: ScoreCard) -> Iterator[str]:
    yield total_of(card)
    for dimension in card.dimensions:
        if dimension.score is None:
            continue
        line = (
            f"มิติที่ {dimension.number} ได้ {score_text(dimension.score, dimension.places)} "
            f"จาก {figure_text(dimension.full)}"
        )
        yield line
        if dimension.share_weighted is not None:
            yield f"{line} ร่วมด้วย {score_text(dimension.share_weighted, 2)}"
    for one in card.indicators:
        yield from of_indicator(one)


def of_indicator(one: IndicatorScore) -> Iterator[str]:
    got = "ไม่มีผล" if one.score is None else f"ได้ {score_text(one.score, one.places)}"
    yield f"{one.id} {got}"
    if one.weighted is not None:
        yield f"{one.id} {got} ถ่วงน้ำหนัก {weighted_text(one.weighted, one.places)}"
    if one.percent is not None:
        yield f"{one.id} คิดเป็นร้อยละ {figure_text(one.percent)}"
    if one.result is not None:
        yield f"{one.id} ผล {figure_text(one.result)}"
    if one.origin and one.origin.by_scale is not None:
        yield f"{one.id} ตามเกณฑ์ {score_text(one.origin.by_scale, one.places)}"


def test_every_field_choice_scale_and_shipped_scheme_is_named():
    fields = [name for record in (Scheme, Rounding, Track, Adjustment, Gate) for name in record.model_fields]
    fields += [name for scale in SCALES.values() for name in scale.model_fields]
    named = set(re.findall(r"[a-z_0-9-]+", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))
    assert sorted({*fields, *SCALES, *shipped_names(), *choices()} - named) == []


def choices() -> Iterator[str]:
    """The words that the fields of a scheme take."""
    for field in ("between", "below", "combine", "unmeasured"):
        yield from re.findall(r"'([a-z]+)'", str(Scheme.model_fields[field].annotation))
        yield from (each for each in get_args(Scheme.model_fields[field].annotation) if isinstance(each, str))
