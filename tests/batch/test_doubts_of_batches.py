"""A batch asks at the unit and its cell, makes papers for reading, and binds none while a doubt is open."""

import json
from pathlib import Path

import pytest
from batch_runs import as_asked, run, standing, states
from click.testing import CliRunner, Result

from pipeline.batch.runner import plan_batch
from pipeline.cli.main import saraban

ACCEPTED = "\naudit: {allow: [{code: D0401, where: แจ้งเวียน, reason: รายการอยู่ในเอกสารแนบ}]}\n"


def asked(batch: Path) -> list[tuple[str, str, int, str]]:
    """Of each doubt: its unit, and its file and line, and why it is accepted."""
    return [
        (each.unit, Path(each.fault.location.file).name, each.fault.location.line, each.accepted)
        for each in plan_batch(as_asked(batch)).doubts
        if each.fault.location
    ]


def bound(batch: Path, *more: str) -> Result:
    to = batch.parent / "sign.pdf"
    return CliRunner().invoke(saraban, ["bundle", str(batch.parent / "out"), "-o", str(to), *more])


@pytest.fixture
def doubtful(batch: Path, rewrite) -> Path:
    """The second unit writes ดังนี้ before nothing."""
    rewrite("{memo.number: ที่ 2}", "{memo.number: ที่ 2, body: [แจ้งเวียนดังนี้]}")
    return batch


def test_a_units_own_doubt_stands_at_its_cell_and_its_papers_are_made(doubtful: Path) -> None:
    assert asked(doubtful) == [("ข", "batch.yaml", 5, "")]
    ended = run(doubtful)
    assert (ended.delivered, ended.not_made) == (3, ())
    assert asked(doubtful) == [("ข", "batch.yaml", 5, "")]


def test_the_place_is_that_of_now_though_no_value_changed(doubtful: Path) -> None:
    run(doubtful)
    doubtful.write_text("# หมายเหตุ\n" + doubtful.read_text("utf-8"), encoding="utf-8")
    assert asked(doubtful) == [("ข", "batch.yaml", 6, "")]


def test_a_doubt_of_the_base_stands_there_for_each_unit(batch: Path) -> None:
    memo = batch.parent / "memo.yaml"
    memo.write_text(memo.read_text("utf-8").replace("เรียนมาเพื่อทราบ", "แจ้งเวียนดังนี้"), encoding="utf-8")
    assert asked(batch) == [(unit, "memo.yaml", 11, "") for unit in "กขค"]


def test_a_bundle_names_the_units_and_is_not_made(doubtful: Path) -> None:
    run(doubtful)
    refused = bound(doubtful)
    assert refused.exit_code == 8
    assert "ข: D0401" in refused.output
    assert "ก: D0401" not in refused.output
    assert not (doubtful.parent / "sign.pdf").exists()


def test_once_accepted_the_papers_hold_it_and_are_bound(doubtful: Path) -> None:
    run(doubtful)
    before = standing(doubtful.parent / "out")
    memo = doubtful.parent / "memo.yaml"
    memo.write_text(memo.read_text("utf-8") + ACCEPTED, encoding="utf-8")
    ended = run(doubtful)
    assert states(ended) == {"ก/memo": "unchanged", "ข/memo": "changed", "ค/memo": "unchanged"}
    assert [(each.unit, each.accepted) for each in ended.plan.doubts] == [("ข", "รายการอยู่ในเอกสารแนบ")]
    assert standing(doubtful.parent / "out")["ข/memo.pdf"] != before["ข/memo.pdf"]
    made = bound(doubtful)
    assert made.exit_code == 0, made.output


def test_the_command_tells_the_doubt_and_ends_well(doubtful: Path) -> None:
    arguments = ["batch", str(doubtful), "-o", str(doubtful.parent / "out"), "--jobs", "1", "--format", "pdf"]
    said = CliRunner().invoke(saraban, arguments)
    assert said.exit_code == 0, said.output
    assert "ต้องยืนยัน (ข)" in said.output
    assert "batch.yaml:5" in said.output
    told = CliRunner().invoke(saraban, [*arguments, "--json"]).stdout.splitlines()
    (doubt,) = [line for line in map(json.loads, told) if line["event"] == "doubt"]
    assert (doubt["unit"], doubt["code"], doubt["accepted"]) == ("ข", "D0401", None)


def test_the_report_puts_it_first(doubtful: Path) -> None:
    run(doubtful)
    report = json.loads((doubtful.parent / "out" / "report.json").read_text("utf-8"))
    assert [document["unit"] for document in report["documents"]] == ["ข", "ก", "ค"]
    assert [each["code"] for each in report["documents"][0]["doubts"]] == ["D0401"]
