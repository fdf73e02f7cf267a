"""A batch on the desk: a workbook with its own units, or a table of units dropped on a work's page."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from public_samples import holds

from pipeline.batch.events import Delivered
from pipeline.batch.jobs import analyze_unit
from pipeline.batch.plan import Choice
from pipeline.batch.runner import Run, run_batch
from pipeline.desk.batch_work import BatchWork
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import workbook_of
from pipeline.papers.options import FORMATS, RenderOptions

MEMO = Path(__file__).parents[2] / "input" / "memo-example"
HEADER = ["id", "memo.number"]
FIRST = [["เลย", "ที่ 1"], ["น่าน", "ที่ 2"]]
TABLE = "id,memo.number\nเลย,ที่ 1\nน่าน,ที่ 2\n".encode()


def workbook(rows: list[list[str]]) -> bytes:
    """The memo's data and a sheet of units."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(SHIPPED.of("memo"), read(MEMO, SHIPPED).values)))
    sheet = book.create_sheet("units")
    for row in (HEADER, *rows):
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def run_to_the_end(person, page: str) -> None:
    """Starts the run; its events come until it is over."""
    person.post(f"{page}/start")
    assert "event: ended" in person.client.get(f"{page}/events").text


def archive(person, path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(person.client.get(path).content)) as read_in:
        return {name: read_in.read(name) for name in read_in.namelist()}


def states(person, page: str) -> list[str]:
    """What becomes of each document, by the plan."""
    return re.findall(r"</th><td>([^<]+)</td>", person.client.get(f"{page}/plan").text)


@pytest.fixture
def opened(person):
    answer = person.upload("ชุด.xlsx", workbook(FIRST))
    assert answer.url.path.startswith("/batches/"), answer.text
    return answer.url.path


def test_a_workbook_with_units_makes_what_the_command_line_makes(opened, person, tmp_path):
    assert states(person, opened) == ["ใหม่", "ใหม่"]
    run_to_the_end(person, opened)
    (tmp_path / "ชุด.xlsx").write_bytes(workbook(FIRST))
    run = Run(
        tmp_path / "ชุด.xlsx",
        tmp_path / "out",
        RenderOptions(),
        lambda order: Choice((), frozenset(unit.folder for unit in order.units), FORMATS),
    )
    run_batch(run, lambda _: None)
    made = archive(person, f"{opened}/all.zip")
    for kind in FORMATS:
        for unit in ("เลย", "น่าน"):
            name = f"{unit}/memo.{kind}"
            assert made[name] == (tmp_path / "out" / name).read_bytes()
    assert b"/memo.pdf" in made["report.html"], "the report links what the archive holds"


def test_copies_for_the_public_are_made_apart_and_taken_away_without_data(opened, person):
    assert person.client.get(f"{opened}/public.zip").status_code == 404, "none were made yet"
    person.post(f"{opened}/publish")
    assert "event: ended" in person.client.get(f"{opened}/events").text
    copies = archive(person, f"{opened}/public.zip")
    assert set(copies) == {f"{unit}/memo.public.{kind}" for unit in ("เลย", "น่าน") for kind in FORMATS}
    assert not any(holds(data, "urn:saraban:record") for data in copies.values())
    assert "ไม่ได้ระบุช่องใดเป็นข้อมูลส่วนบุคคล" in person.client.get(opened).text
    assert states(person, opened) == ["ใหม่", "ใหม่"], "the office's own are not made by that"
    person.upload("ชุด ใหม่.xlsx", workbook([FIRST[0], ["น่าน", "ที่ 9"]]), f"{opened}/replace")
    asked = person.client.get(f"{opened}/public.zip")
    assert asked.status_code == 409
    assert "น่าน/memo.public" in asked.text
    assert "เลย/memo.public" not in asked.text


def test_a_newer_workbook_prints_again_what_it_changes(opened, person):
    run_to_the_end(person, opened)
    person.upload("ชุด ใหม่.xlsx", workbook([FIRST[0], ["น่าน", "ที่ 9"]]), f"{opened}/replace")
    assert states(person, opened) == ["ไม่เปลี่ยน", "เปลี่ยน"]
    run_to_the_end(person, opened)
    assert list(archive(person, f"{opened}/changed.zip")) == ["น่าน/memo.pdf"]


def test_a_table_dropped_on_a_work_makes_its_papers_for_each_unit(person):
    work = person.upload("memo.yaml", (MEMO / "memo.yaml").read_bytes()).url.path
    batch = person.upload("หน่วยงาน.csv", TABLE, f"{work}/units").url.path
    assert batch.startswith("/batches/")
    person.post(f"{work}/close")
    run_to_the_end(person, batch)
    assert {"เลย/memo.pdf", "น่าน/memo.pdf"} <= set(archive(person, f"{batch}/all.zip"))
    person.upload("หน่วยงาน.csv", TABLE.replace("ที่ 2".encode(), "ที่ 3".encode()), f"{batch}/replace")
    assert states(person, batch) == ["ไม่เปลี่ยน", "เปลี่ยน"]


def dropped(person, table: bytes) -> str:
    """The address of the batch of a memo and a table of units."""
    work = person.upload("memo.yaml", (MEMO / "memo.yaml").read_bytes()).url.path
    return person.upload("หน่วยงาน.csv", table, f"{work}/units").url.path


@pytest.mark.parametrize("file", ["sign.pdf", "all.zip", "changed.zip"])
def test_after_another_table_the_files_of_the_first_cannot_be_had(person, file):
    batch = dropped(person, TABLE)
    run_to_the_end(person, batch)
    assert person.client.get(f"{batch}/{file}").headers["content-disposition"].startswith("attachment")
    person.upload("ใหม่.csv", "id,memo.number\nเลย,ที่ 7\n".encode(), f"{batch}/replace")
    answer = person.client.get(f"{batch}/{file}")
    assert answer.status_code == 409
    assert "content-disposition" not in answer.headers
    if file != "changed.zip":  # of the new table nothing was made yet
        assert "เลย/memo" in answer.text
    assert "without=" not in answer.text
    assert person.client.get(f"{batch}/{file}?without=1").status_code == 409


def test_what_is_out_of_date_is_left_out_once_that_was_answered(person):
    batch = dropped(person, TABLE)
    run_to_the_end(person, batch)
    person.upload("ใหม่.csv", TABLE.replace("ที่ 2".encode(), "ที่ 3".encode()), f"{batch}/replace")
    asked = person.client.get(f"{batch}/all.zip")
    assert asked.status_code == 409
    assert "น่าน/memo" in asked.text
    assert "เลย/memo" not in asked.text
    answer = re.search(r'href="(\?without=\w+)"', asked.text)[1]
    assert sorted(archive(person, f"{batch}/all.zip{answer}")) == ["เลย/memo.docx", "เลย/memo.pdf"]
    assert person.client.get(f"{batch}/sign.pdf{answer}").status_code == 200
    person.upload("ใหม่.csv", TABLE.replace("ที่ 1".encode(), "ที่ 3".encode()), f"{batch}/replace")
    assert person.client.get(f"{batch}/sign.pdf{answer}").status_code == 409, "it answers another question"


def test_units_that_are_gone_are_in_no_archive(person):
    batch = dropped(person, TABLE)
    run_to_the_end(person, batch)
    person.upload("ใหม่.csv", "id,memo.number\nเลย,ที่ 1\n".encode(), f"{batch}/replace")
    assert set(archive(person, f"{batch}/all.zip")) == {"เลย/memo.docx", "เลย/memo.pdf"}


def test_a_slip_in_the_table_is_told_at_its_cell(person):
    work = person.upload("memo.yaml", (MEMO / "memo.yaml").read_bytes()).url.path
    slip = TABLE.replace(b"memo.number", b"memo.numbr")
    batch = person.upload("หน่วยงาน.csv", slip, f"{work}/units").url.path
    plan = person.client.get(f"{batch}/plan").text
    assert "หน่วยงาน.csv:1:2" in plan
    assert "หมายถึง 'number' หรือไม่" in unescape(plan)


def test_units_without_data_say_where_to_drop_them(person):
    book = openpyxl.Workbook()
    book.active.title = "units"
    book.active.append(HEADER)
    book.active.append(FIRST[0])
    data = io.BytesIO()
    book.save(data)
    batch = person.upload("units.xlsx", data.getvalue()).url.path
    assert "หัวข้อ ทำหลายหน่วยงาน" in person.client.get(f"{batch}/plan").text


def test_other_kinds_of_table_are_refused_in_words(opened, person):
    work = person.upload("memo.yaml", (MEMO / "memo.yaml").read_bytes()).url.path
    for page in (f"{work}/units", f"{opened}/replace"):
        answer = person.upload("ตาราง.pdf", b"%PDF", page)
        assert answer.status_code == 422
        assert "แฟ้ม ตาราง.pdf ไม่ใช่สมุดงาน Excel" in answer.text


def test_what_was_uploaded_and_made_goes_when_the_batch_is_closed(opened, person):
    run_to_the_end(person, opened)
    (batch,) = person.session.batches.values()
    assert (batch.folder / "เลย" / "memo.pdf").is_file()
    person.post(f"{opened}/close")
    assert not batch.upload_dir.exists()
    assert person.client.get(opened).status_code == 404


def test_of_many_uploaded_batches_the_oldest_is_closed(opened, person):
    for number in range(4):
        person.upload(f"{number}.xlsx", workbook(FIRST))
    assert person.client.get(opened).status_code == 404
    assert len(person.session.batches) == 4


def test_a_batch_file_that_is_uploaded_opens_nothing_on_this_machine(person):
    answer = person.upload("batch.yaml", f"kind: batch\nbase: {MEMO}\nunits: [ก]\n".encode())
    assert answer.url.path.startswith("/works/")
    assert "<figure" not in answer.text


def test_a_stopped_run_tells_of_all_that_it_left(tmp_path, monkeypatch):
    units = ", ".join(f"หน่วย {number}" for number in range(10))
    source = tmp_path / "batch.yaml"
    source.write_text(f"kind: batch\nbase: {MEMO}\nunits: [{units}]\n", encoding="utf-8")
    batch = BatchWork(source, tmp_path / "out")

    def stopped_at_the_first(run: Run, tell: Callable[[object], None]) -> None:
        def told(event: object) -> None:
            if isinstance(event, Delivered):
                batch.cancel()
            tell(event)

        run_batch(replace(run, processes=1), told)

    monkeypatch.setattr("pipeline.desk.batch_work.run_batch", stopped_at_the_first)
    batch.start()
    batch.wait()
    left = {
        path.relative_to(batch.folder).with_suffix("").as_posix() for path in batch.folder.glob("*/*.pdf")
    }
    # Documents are delivered in groups of eight; the run was stopped at the first of the first group.
    assert len(left) == 8
    assert (set(batch.progress.made), batch.progress.cancelled) == (left, True)


def test_a_run_is_stopped_while_it_still_looks_at_units(tmp_path, monkeypatch):
    source = tmp_path / "batch.yaml"
    source.write_text(f"kind: batch\nbase: {MEMO}\nunits: [ก, ข, ค]\n", encoding="utf-8")
    batch, seen = BatchWork(source, tmp_path / "out"), []

    def stopped_at_the_first(bench, unit):
        seen.append(unit.id)
        batch.cancel()
        return analyze_unit(bench, unit)

    monkeypatch.setattr("pipeline.batch.runner.analyze_unit", stopped_at_the_first)
    batch.start()
    batch.wait()
    assert (seen, batch.progress.cancelled, batch.progress.made) == (["ก"], True, ())


def test_a_work_gives_the_table_of_units_that_it_takes_back(person):
    work = person.upload("memo.yaml", (MEMO / "memo.yaml").read_bytes()).url.path
    answer = person.client.get(f"{work}/units.xlsx")
    assert f"{work}/units.xlsx" in person.client.get(work).text
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    book["หน่วยงาน"]["A5"], book["หน่วยงาน"]["A6"] = "เลย", "น่าน"
    filled = io.BytesIO()
    book.save(filled)
    batch = person.upload("หน่วยงาน.xlsx", filled.getvalue(), f"{work}/units").url.path
    plan = person.client.get(f"{batch}/plan").text
    assert "เลย/memo" in plan
    assert "น่าน/memo" in plan
