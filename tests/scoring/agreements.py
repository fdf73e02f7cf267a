"""Agreements made up for tests of scoring: as an office types them, with little else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.diagnostics import Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.kinds.writing import workbook_of
from pipeline.papers.overrides import Override, apply_overrides
from pipeline.scoring.cards import ScoreCard

PERSON = {"person": {"title": "นาย", "given": "ทำ", "surname": "สมมตินาม"}, "position": "ผู้อำนวยการ"}


def dimension(number: int, *indicators: dict[str, Any], weight: object = None, **more: Any) -> dict[str, Any]:
    """A dimension with one group; weights that are not given are the sums of the indicators'."""
    weights = [one.get("weight") for one in indicators]
    total = weight
    if weight is None and None not in weights:
        total = str(sum(float(one) for one in weights)).removesuffix(".0")
    group: dict[str, Any] = {"name": "กลุ่ม", "indicators": list(indicators)}
    if total is not None and "scheme" not in more:
        group["weight"] = total
    elif "scheme" in more and None not in weights:
        group["weight"] = str(sum(float(one) for one in weights)).removesuffix(".0")
    whole = {} if total is None else {"weight": total}
    return {"number": number, "name": f"มิติ {number}", "groups": [group], **whole, **more}


def indicator(id: str, scale: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """An indicator with weight 100 unless it is said otherwise."""
    made = {"id": id, "name": f"ตัวชี้วัด {id}", "weight": "100", **more}
    if scale is not None:
        made["scale"] = scale
    return {name: value for name, value in made.items() if value is not None}


def values(
    dimensions: list[dict[str, Any]], results: list[dict[str, Any]], scheme: str = "five-levels", **more: Any
) -> dict[str, Any]:
    """A whole agreement; `more` stands at its top (schemes, tracks, adjustments, gates, period)."""
    agreement = {"receiver": PERSON, "maker": PERSON, "scheme": scheme, "dimensions": dimensions}
    return {
        "kind": "agreement",
        "office": {"name": "สำนักงานตัวอย่าง"},
        "period": {"start": "1 ตุลาคม 2567", "end": "30 กันยายน 2568"},
        "agreement": agreement,
        "results": results,
        **more,
    }


def score_values(made: dict[str, Any]) -> ScoreCard:
    """The score card of an input as it was typed."""
    scored = score_input(load(Source("input.yaml", made), SHIPPED))
    assert scored is not None
    return scored


def card(*given: Any, **more: Any) -> ScoreCard:
    """The score card of an agreement that is made of `values`."""
    return score_values(values(*given, **more))


def lone(
    scale: dict[str, Any], result: dict[str, Any], scheme: str = "five-levels", **more: Any
) -> ScoreCard:
    """The card of an agreement with one indicator, `1`."""
    of_indicator = {name: more.pop(name) for name in ("weight", "unmeasured", "targets") if name in more}
    if of_indicator.get("weight") not in {None, "100"}:
        rest = str(100 - int(of_indicator["weight"]))
        others = [indicator("2", {"type": "milestone"}, weight=rest)]
    else:
        others = []
    one = indicator("1", scale, **of_indicator)
    return card([dimension(1, one, *others)], [{"indicator": "1", **result}], scheme, **more)


def score_all_ways(made: dict[str, Any], folder: Path) -> ScoreCard:
    """The score card of an input, which a workbook and a unit of a batch give alike."""
    made = _as_texts(made)
    typed = score_input(load(Source("input.yaml", made), SHIPPED))
    (folder / "book.xlsx").write_bytes(workbook_of(SHIPPED.of("agreement"), made))
    assert score_input(load(read(folder / "book.xlsx", SHIPPED), SHIPPED)) == typed
    place = Location("units.csv", 2)
    unit = [Override("results", made["results"], place, place)]
    base = Source("base", {**made, "results": []})
    assert score_input(load(apply_overrides(base, "unit", unit, SHIPPED), SHIPPED)) == typed
    assert typed is not None
    return typed


def _as_texts(value: Any) -> Any:
    """Figures as the texts that a file holds."""
    if isinstance(value, dict):
        return {key: _as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_texts(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
