"""`docs/score-json.md` tells every key that `saraban score --json` gives, and keeps those of old."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.intake.yaml_writer import write_yaml
from tests.scoring.agreements import dimension, indicator, values

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "score-json.md").read_text("utf-8")
LINEAR = {"type": "linear", "thresholds": ["60", "65", "70", "75", "80"]}


def parts_of_the_page() -> dict[str, set[str]]:
    """The keys that are named of each object: in bold where it has a table, `the object` and `scheme` by
    their headings.
    """
    text = PAGE.replace("## ทั้งวัตถุ", "**the object**").replace("## แบบคะแนน", "**scheme**")
    pieces = re.split(r"\*\*([a-z ]+)\*\*", text.split("# ทั้งวัตถุ")[-1])
    named: dict[str, set[str]] = {}
    for name, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        named.setdefault(name, set()).update(re.findall(r"`([a-z_]+)`", piece))
    return named


NAMED = parts_of_the_page()


def objects(told: Any, where: str) -> Iterator[tuple[str, set[str]]]:
    """Every object of the output, with what the page calls it."""
    if isinstance(told, list):
        for each in told:
            yield from objects(each, where)
    if not isinstance(told, dict):
        return
    where = "branch" if where == "leaf" and "members" in told else where
    yield where, set(told)
    for key, value in told.items():
        if key == "totals":
            for each in value.values():
                yield from objects(each, "group")
        else:
            yield from objects(value, _called(where, key, value))


CALLED = {
    "total": "group",
    "dimensions": "dimension",
    "indicators": "indicator",
    "tree": "branch",
    "adjustments": "adjustment",
    "ceilings": "ceiling",
    "tracks": "track",
    **{name: name for name in ("origin", "overall")},
}
"""What the page calls the object under a key."""


def _called(where: str, key: str, value: Any) -> str:
    if key == "parts":
        return where
    if key == "scheme" or where == "scheme":
        return "scheme"
    if key == "members":
        return "leaf"
    return CALLED.get(key, where)


@pytest.fixture
def outputs(run, tmp_path) -> list[dict[str, Any]]:
    """What is told of the example inputs, and of one with judges, parts, adjustments and gates."""
    tracks = [{"id": "a", "name": "ก"}, {"id": "b", "name": "ข"}, {"id": "c", "name": "ค"}]
    part = {"id": "2.1", "name": "ย่อย", "weight": "1", "scale": LINEAR}
    members = [indicator("1", LINEAR, weight="40"), indicator("2", weight="60", parts=[part])]
    results = [
        {"indicator": id, "track": track, "value": "72"} for id in ("1", "2.1") for track in ("a", "b")
    ]
    more = {
        "tracks": tracks,
        "combine_tracks": "least",
        "adjustments": [
            {"amount": "1", "reason": "เหตุ"},
            {"indicator": "1", "amount": "-1", "reason": "เหตุ"},
        ],
        "gates": [
            {"condition": "ข้อ", "ceiling": "80", "met": False},
            {"indicator": "1", "condition": "ข้อ", "ceiling": "2", "met": False},
        ],
    }
    made = values([dimension(1, *members)], results, "appraisal-work", **more)
    (tmp_path / "a.yaml").write_text(write_yaml(made), "utf-8")
    folders = [ROOT / "input" / "hr-scorecard-2563", ROOT / "input" / "agreement-2547", tmp_path / "a.yaml"]
    return [json.loads(run("score", folder, "--json").stdout) for folder in folders]


def test_every_key_is_told_where_it_stands(outputs) -> None:
    seen: dict[str, set[str]] = {}
    for told in outputs:
        for name, keys in objects(told, "the object"):
            named = NAMED["branch"] | NAMED["leaf"] if name == "leaf" else NAMED[name]
            named = named | NAMED["group"] if name == "dimension" else named
            assert keys - named == set(), (name, keys)
            seen.setdefault(name, set()).update(keys)
    assert set(seen) == set(NAMED) - {"text"}


def test_every_key_in_the_tables_occurs(outputs) -> None:
    """What the page names and no output has would be a key of yesterday."""
    met = {name: set() for name in NAMED}
    for told in outputs:
        for name, keys in objects(told, "the object"):
            met[name] |= keys
    first = re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
    keys = {key for cell in first for key in re.findall(r"`([a-z_]+)`", cell)}
    assert keys - set().union(*met.values()) == set()


OLD = {
    "the object": {"input", "kind", "policy", "total", "totals", "dimensions"},
    "group": {"weight", "denominator", "score", "percent", "weighted"},
    "dimension": {"number", "name", "weight", "denominator", "score", "percent", "weighted", "indicators"},
    "indicator": {
        "id", "name", "weight", "status", "policy", "result", "level", "score", "percent", "counted",
        "weighted", "note", "parts",
    },
}  # fmt: skip
"""The keys that 0.1.0 gave, which programs of offices read."""


def test_the_keys_of_old_are_all_there(outputs) -> None:
    for told in outputs:
        for name, keys in objects(told, "the object"):
            assert OLD.get(name, set()) <= keys, name


def test_inputs_of_old_have_neither_judges_nor_what_they_come_to(outputs) -> None:
    hr, agreement, judged = outputs
    assert {"tracks", "decided_by", "overall"} & {*hr, *agreement} == set()
    assert (judged["decided_by"], judged["overall"]["combine"]) == ("b", "least")
    assert "tree" not in judged["tracks"][2]
