"""A batch of persons: each with indicators and competencies of its own, and nothing of another's."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from batch_runs import run

from pipeline.extraction.document_reader import read_finished
from pipeline.papers.rerender import read_held_paper

BASE = """\
kind: appraisal
digits: thai
office: {name: กรมตัวอย่าง, short: กต., head: อธิบดี}
round: รอบที่ 1
period: {start: 1 ตุลาคม 2568, end: 31 มีนาคม 2569}
assessor: {person: {title: นาย, given: ประเมิน, surname: ผลงาน}, position: ผู้อำนวยการ}
assessed: 2 เมษายน 2569
work: [{name: งานของข้อมูลตั้งต้น, weight: 100, scale: {type: count}, value: 5}]
competencies: [{name: สมรรถนะของข้อมูลตั้งต้น, expected: 2, weight: 100, value: 5}]
"""
SECRETS = {"p1": "กขฃคฅฆ", "p2": "จฉชซฌญ", "p3": "ฎฏฐฑฒณ"}
"""Words that stand in one person's rows alone, and in no other text."""


def rows(head: str, *lines: str) -> str:
    return "\n".join([head, *lines]) + "\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of three persons of two units, made in one run by one process."""
    folder = tmp_path_factory.mktemp("persons")
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    persons = [
        f"{id},นาย,{word},สกุล{word},ตำแหน่ง{word},กอง{'หนึ่ง' if id != 'p3' else 'สอง'},{1000 + n}"
        for n, (id, word) in enumerate(SECRETS.items())
    ]
    head = "id,person.title,person.given,person.surname,position,unit,salary"
    (folder / "persons.csv").write_text(rows(head, *persons), encoding="utf-8")
    work = [f"{id},งาน{word},100,นับกิจกรรม,{n},ผล{word}" for n, (id, word) in enumerate(SECRETS.items(), 3)]
    head = "id,ตัวชี้วัดผลงาน,น้ำหนัก (ร้อยละ),scale.type,value,ผลงานจริง"
    (folder / "work.csv").write_text(rows(head, *work), encoding="utf-8")
    shown = [f"{id},สมรรถนะ{word},2,100,4,บันทึก{word}" for id, word in SECRETS.items()]
    (folder / "shown.csv").write_text(rows("id,name,expected,weight,value,note", *shown), encoding="utf-8")
    (folder / "batch.yaml").write_text(
        "kind: batch\nbase: base.yaml\nunits_from: persons.csv\n"
        "lists: {work: work.csv, competencies: shown.csv}\n",
        encoding="utf-8",
    )
    ended = run(folder / "batch.yaml", str, formats=("docx", "pdf"))
    assert ended.not_made == ()
    return folder / "out"


def papers(folder: Path) -> Iterator[tuple[str, Path]]:
    for id in SECRETS:
        yield from ((id, path) for path in sorted((folder / id).iterdir()))


def bytes_in(path: Path) -> bytes:
    """All that a file holds, its parts unpacked."""
    data = path.read_bytes()
    if path.suffix != ".docx":
        return data + b"".join(_unpacked(data))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return data + b"".join(parts.read(name) for name in parts.namelist())


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            yield zlib.decompress(stream)


def test_each_person_has_the_agreement_and_the_appraisal(folder: Path) -> None:
    names = {f"{name}.{kind}" for name in ("agreement", "appraisal") for kind in ("docx", "pdf")}
    for id in SECRETS:
        assert {path.name for path in (folder / id).iterdir()} == names


def test_no_paper_holds_a_word_of_another_person(folder: Path) -> None:
    for id, path in papers(folder):
        raw = bytes_in(path)
        for other, word in SECRETS.items():
            if other != id:
                assert word.encode() not in raw, path
                assert word.encode("utf-16-be") not in raw, path
        assert SECRETS[id].encode() in raw, path


def test_no_text_and_no_record_holds_a_word_of_another_person_but_all_of_its_own(folder: Path) -> None:
    for id, path in papers(folder):
        text = "\n".join(paragraph.text for paragraph in read_finished(path).paragraphs)
        values = json.dumps(read_held_paper(path).record.values, ensure_ascii=False)
        for other, word in SECRETS.items():
            assert (word in text) == (other == id), path
            assert (word in values) == (other == id), path


def test_nothing_of_the_base_stays_in_a_list(folder: Path) -> None:
    for _, path in papers(folder):
        assert "ของข้อมูลตั้งต้น" not in json.dumps(read_held_paper(path).record.values, ensure_ascii=False)


def test_the_results_are_listed_by_band_and_counted_by_unit(folder: Path) -> None:
    """Work 3, 4 and 5 of 5 at 70, competencies 4 of 5 at 30: 42 + 24, 56 + 24 and 70 + 24."""
    table = list(csv.reader(io.StringIO((folder / "results.csv").read_text("utf-8-sig"))))
    told = [(row[0], row[2], row[3], row[-1]) for row in table[1:]]
    assert told == [
        ("ดีเด่น", "p3", "กองสอง", "94.00"),
        ("ดีมาก", "p2", "กองหนึ่ง", "80.00"),
        ("พอใช้", "p1", "กองหนึ่ง", "66.00"),
    ]
    grades = json.loads((folder / "report.json").read_text("utf-8"))["grades"]
    assert [(row["group"], row["units"]) for row in grades["groups"]] == [("กองหนึ่ง", 2), ("กองสอง", 1)]
    assert grades["all"]["counts"] == [1, 1, 0, 1, 0]
