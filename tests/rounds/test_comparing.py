"""Two rounds held against each other: what is told of each change, and what is refused."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline import kinds
from pipeline.cli.main import saraban
from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.papers.build import prepare, prepare_source
from pipeline.papers.prepared import Prepared
from pipeline.rounds.comparing import Comparison, Difference, compare
from pipeline.rounds.comparison_json import comparison_json
from pipeline.rounds.comparison_paper import comparison_files

ROOT = Path(__file__).parents[2] / "input"
TOWN: Any = prepare(ROOT / "municipality-2568")


def prepared(values: dict[str, Any]) -> Prepared:
    return prepare_source(Source("", values), "", kinds.SHIPPED)


def changed() -> dict[str, Any]:
    values: dict[str, Any] = copy.deepcopy(dict(TOWN.values))
    front_desk = next(each for each in values["results"] if each["project"] == "front-desk")
    front_desk |= {"numerator": "70", "spent": "150350.50"}
    front_desk["memo"] = ["อบรมรุ่นเสริมแล้ว", *front_desk["memo"]]
    values["plan"]["dimensions"][0]["projects"][0]["weight"] = "20"
    values["plan"]["dimensions"][0]["projects"][1]["weight"] = "30"
    values["memo"]["proposer"]["person"] = {"title": "นาย", "given": "สมชาย", "surname": "ใจดี"}
    values["memo"]["date"] = "21 ก.ค. 2568"
    return values


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(TOWN, prepared(changed()))


def of(found: Comparison, path: str) -> Difference:
    return next(each for each in found.differences if each.path == path)


def test_figures_differ_exactly(found: Comparison) -> None:
    assert of(found, "results[front-desk].numerator").change == "+4"
    spent = of(found, "results[front-desk].spent")
    assert (spent.before, spent.after, spent.change) == ("142,350", "150,350.50", "+8,000.50")
    weight = of(found, "plan.dimensions[1].projects[recruiting].weight")
    assert (weight.part, weight.change) == ("targets", "-10")


def test_scores_are_told_of_every_line(found: Comparison) -> None:
    lines = {line.id: line for line in found.scores if line.of == "indicator"}
    # 66 of 80 and 70 of 80 on 60, 75, 90: 2.5, and 2 + 12.5/15
    assert lines["front-desk"].score.change == "+0.33"
    assert lines["front-desk"].result.change == "+5"
    assert not lines["manuals"].is_changed


def test_a_text_put_in_is_one_change_and_those_after_it_are_none(found: Comparison) -> None:
    (text,) = found.of_part("texts")
    assert (text.before, text.after) == ("", "อบรมรุ่นเสริมแล้ว")


def test_persons_and_dates_are_told_as_read(found: Comparison) -> None:
    (person,) = found.of_part("persons")
    assert (person.before, person.after) == ("นางรัญจวน ลำน้ำใส", "นายสมชาย ใจดี")
    assert of(found, "memo.date").after == "21 กรกฎาคม 2568"


def test_a_row_that_went_and_one_that_came_are_told_once() -> None:
    values = copy.deepcopy(dict(TOWN.values))
    values["plan"]["dimensions"][2]["projects"][1]["id"] = "bonds"
    values["results"][4]["project"] = "bonds"
    rows = compare(TOWN, prepared(values)).of_part("rows")
    assert {each.path: each.change for each in rows} == {
        "plan.dimensions[3].projects[bond]": "ยุติ",
        "plan.dimensions[3].projects[bonds]": "ใหม่",
        "results[bond]": "ยุติ",
        "results[bonds]": "ใหม่",
    }


def test_the_same_typed_otherwise_is_no_change() -> None:
    values = copy.deepcopy(dict(TOWN.values))
    values["memo"]["date"] = "๒๑ เม.ย. ๒๕๖๘"
    values["results"][0]["spent"] = "84,500"
    found = compare(TOWN, prepared(values))
    assert found.differences == ()
    assert not any(line.is_changed for line in found.scores)


def test_other_kinds_and_offices_are_refused() -> None:
    with pytest.raises(InputError, match="not to be compared"):
        compare(prepare(ROOT / "memo-example"), TOWN)
    values = copy.deepcopy(dict(TOWN.values))
    values["office"]["name"] = "เทศบาลอื่น"
    with pytest.raises(InputError, match="เทศบาลอื่น"):
        compare(TOWN, prepared(values))


def test_json_has_null_where_a_round_has_none(found: Comparison) -> None:
    told = comparison_json(found)
    text = next(each for each in told["differences"] if each["about"] == "texts")
    assert (text["last"], text["difference"]) == (None, None)
    total = next(each for each in told["scores"] if each["of"] == "total")
    assert total["score"]["last"] == "70.83"


def test_the_paper_is_made_in_both_formats(found: Comparison) -> None:
    files = comparison_files(found, "thai")
    assert [name.rpartition(".")[2] for name in files] == ["docx", "pdf"]
    assert all(files.values())


def test_the_command_says_it_in_both_languages(tmp_path: Path) -> None:
    town = str(ROOT / "municipality-2568")
    run = CliRunner().invoke
    same = run(saraban, ["compare", town, town, "--json"])
    assert json.loads(same.output)["differences"] == []
    table = run(saraban, ["compare", town, town, "--paper", "-o", str(tmp_path / "new")])
    assert (table.exit_code, "ไม่มีสิ่งใดต่างกัน" in table.output) == (0, True)
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == ["เทียบรอบ.docx", "เทียบรอบ.pdf"]
    refused = run(saraban, ["compare", town, str(ROOT / "memo-example"), "--lang", "en"])
    assert refused.exit_code == 3
    assert "not to be compared" in refused.output


def test_programs_get_figures_without_commas_and_dimensions_bear_the_offices_word(found: Comparison) -> None:
    told = {each["path"]: each for each in comparison_json(found)["differences"]}
    spent = told["results[front-desk].spent"]
    assert (spent["last"], spent["this"], spent["difference"]) == ("142350", "150350.50", "+8000.50")
    (first, *_) = (line.label.th for line in found.scores if line.of == "dimension")
    assert first.startswith("แนวทางที่ 1 "), "the municipality calls them แนวทาง"
