"""The last round in an input: kept by YAML and workbook alike; which values speak of one round."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import kinds
from pipeline.intake import Source
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.starting import start_values
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.model.round_fields import round_fields, round_part_at

LAST = {
    "period": {"start": "1 ตุลาคม 2567", "end": "31 ธันวาคม 2567"},
    "date": "15 มกราคม 2568",
    "total": "3.75",
    "scores": [{"id": "career-path", "result": "2 ขั้นตอน", "level": "2", "percent": "40", "score": "2"}],
    "values": [{"place": "ผลรอบ", "path": "results[career-path].steps", "value": "2"}],
}


@pytest.mark.parametrize("name", kinds.names())
def test_a_workbook_and_yaml_files_of_every_kind_keep_the_last_round(name: str, tmp_path: Path) -> None:
    kind = kinds.of(name)
    values = start_values(kind) | {"last_round": LAST}
    (tmp_path / "book.xlsx").write_bytes(workbook_of(kind, values))
    for file, data in yaml_files(kind, values).items():
        (tmp_path / file).write_bytes(data)
    meant = load(Source("", values), kinds.SHIPPED).last_round
    assert load(read(tmp_path / "book.xlsx", kinds.SHIPPED), kinds.SHIPPED).last_round == meant
    (tmp_path / "book.xlsx").unlink()
    assert load(read(tmp_path, kinds.SHIPPED), kinds.SHIPPED).last_round == meant


def test_a_workbook_without_a_last_round_has_no_sheet_for_it(tmp_path: Path) -> None:
    kind = kinds.of("memo")
    (tmp_path / "book.xlsx").write_bytes(workbook_of(kind, start_values(kind)))
    source = read(tmp_path / "book.xlsx", kinds.SHIPPED)
    assert "last_round" not in source.values


def test_results_speak_of_one_round_and_the_plan_does_not() -> None:
    kind = kinds.of("hr-scorecard")
    found = {each.path: each.part for each in round_fields(kind.record, start_values(kind))}
    assert found["results", 0, "steps"] == "result"
    assert found["results", 0, "problems"] == "carried"
    assert found["memo", "date"] == "date"
    assert not any(path[:2] == ("plan", "dimensions") for path in found)
    assert round_part_at(kind.record, ("results", 0, "memo", 0, "text")) == "text"


def test_a_kind_made_from_yaml_empties_its_results_and_the_date_and_number_of_its_paper() -> None:
    kind = kinds.of("order")
    found = {each.path: each.part for each in round_fields(kind.record, start_values(kind))}
    assert found["number",] == found["date",] == "date"
    kind = kinds.of("appraisal")
    found = {each.path: each.part for each in round_fields(kind.record, start_values(kind))}
    assert found["work", 0, "value"] == "result"
    assert found["period",] == "apart"
    assert found["round",] == "next"
