"""หนังสือรับรอง รายงานการประชุม รายละเอียดตัวชี้วัด: one paper from YAML and workbook; batches."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import saraban
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.resources import resource

FORMS = ("certificate", "minutes", "kpi-sheet")


def run(*arguments: object) -> str:
    done = CliRunner().invoke(saraban, [*map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """For each form its example as a workbook, that as YAML again, and the papers of all three."""
    folder = tmp_path_factory.mktemp("forms")
    for form in FORMS:
        start = resource("templates", form, "start")
        run("convert", start, folder / f"{form}.xlsx")
        run("convert", folder / f"{form}.xlsx", folder / f"{form}-back")
        for number, given in enumerate((start, folder / f"{form}.xlsx", folder / f"{form}-back")):
            run("render", given, "-o", folder / "papers" / form / str(number))
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_a_workbook_holds_the_same_values_as_the_yaml(made, form):
    of_yaml, of_book, back = (
        read(path, SHIPPED).values
        for path in (resource("templates", form, "start"), made / f"{form}.xlsx", made / f"{form}-back")
    )
    assert of_book == of_yaml
    assert back == of_yaml


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_papers_are_the_same_byte_for_byte(made, form, suffix):
    papers = sorted((made / "papers" / form).glob(f"*/*/*.{suffix}"))
    assert len(papers) == 3
    assert len({paper.read_bytes() for paper in papers}) == 1


@pytest.mark.parametrize("form", FORMS)
def test_the_audit_has_nothing_to_say_of_the_example(made, form):
    papers = [next((made / "papers" / form / "0").glob(f"*/*.{suffix}")) for suffix in ("docx", "pdf")]
    assert "ไม่พบสิ่งที่ต้องแก้" in run("audit", *papers)


def test_a_table_of_persons_makes_a_certificate_each(tmp_path):
    people = [
        ("001", "สุภาพร", "48650", "5600"),
        ("002", "อนุชา", "45510", ""),
        ("003", "วีรยุทธ", "37840", "0.50"),
    ]
    with (tmp_path / "people.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "holder.given", "salary", "allowances[เงินประจำตำแหน่ง].amount", "number"])
        rows.writerows([*person, f"{person[0]}/2569"] for person in people)
    start = resource("templates", "certificate", "start")
    (tmp_path / "batch.yaml").write_text(
        f"kind: batch\ntitle: หนังสือรับรอง\nbase: {start.as_posix()}\nunits_from: people.csv\n",
        encoding="utf-8",
    )
    run("batch", tmp_path, "-o", tmp_path / "out", "--jobs", "1", "--format", "docx")
    # 48,650 + 5,600; 45,510 + the 3,500 of the example; 37,840 + 0.50
    for (id, given, *_), total in zip(people, ("๕๔,๒๕๐", "๔๙,๐๑๐", "๓๗,๘๔๐.๕๐"), strict=True):
        with zipfile.ZipFile(tmp_path / "out" / id / "certificate.docx") as package:
            text = package.read("word/document.xml").decode()
        assert given in text
        assert total in text
