"""What is timed: real inputs whose content changes with each round, and papers at several sizes."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline import compose, intake
from pipeline.compose import Paper
from pipeline.document.markup import parse
from pipeline.document.pictures import with_pictures
from pipeline.document.sheets import load_sheet
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Cell, Document, Paragraph, Row, Section, Table, Text
from pipeline.intake.source import Source
from pipeline.kinds import SHIPPED
from pipeline.papers.build import prepare_source
from pipeline.papers.prepared import Prepared
from pipeline.typeset import fit_columns

ROOT = Path(__file__).parents[2]
SEED = ROOT / "input" / "hr-scorecard-2563"
AGREEMENT = ROOT / "input" / "agreement-2547"
EXAMPLE = ROOT / "input" / "memo-example"
ANNEX = Path(__file__).with_name("annex.yaml")


@cache
def _read(path: Path) -> Source:
    return intake.read(path)


def typed_seed(number: int) -> Source:
    """The seed office as typed in round `number`: name, number, day and all counts are others."""
    source = _read(SEED)
    values: Any = copy.deepcopy(source.values)
    values["office"]["name"] = f"สำนักงานปลัดกระทรวงอุตสาหกรรมเขต {number}"
    values["memo"]["number"] = f"อก 0210(2)/{1539 + number}"
    values["memo"]["date"] = f"{1 + number % 28} พฤษภาคม 2563"
    for result in values["results"]:
        facts = result.get("facts", {})
        result["facts"] = {
            key: str(int(fact) + number) if isinstance(fact, str) and fact.isdigit() else fact
            for key, fact in facts.items()
        }
    return replace(source, values=values)


def typed_annex(number: int) -> Source:
    """The one-page annex of unit `number` as typed: names, numbers and targets are its own."""
    source = _read(ANNEX)
    values: Any = copy.deepcopy(source.values)
    unit = f"สำนักงานอุตสาหกรรมจังหวัดที่ {number}"
    values["office"]["name"] = values["memo"]["agency"] = unit
    values["memo"]["number"] = f"อก {1000 + number}/{number}"
    values["memo"]["proposer"]["person"]["surname"] = f"ลำดับที่{number}"
    values["body"][0] = f"ตามที่{unit}ได้ลงนามคำรับรองการปฏิบัติราชการไว้กับผู้ว่าราชการจังหวัด นั้น"
    for row in values["body"][1]["table"]["rows"]:
        row[2] = str(int(row[2]) + number % 20)
    return replace(source, values=values)


def seed(number: int) -> Prepared:
    """The seed office in round `number`, checked and scored."""
    return checked(typed_seed(number))


def annex(number: int) -> Prepared:
    """The annex of unit `number`, checked."""
    return checked(typed_annex(number))


def checked(source: Source) -> Prepared:
    """An input from its typed values: where our clock starts."""
    return prepare_source(source, "benchmark", SHIPPED)


def paper_of(prepared: Prepared, name: str) -> Paper:
    """One of the input's papers by its id."""
    return next(paper for paper in prepared.papers if paper.id == name)


def tree_of(prepared: Prepared, paper: Paper) -> tuple[Document, StyleSheet]:
    """The paper's tree, as both writers and the peers get it."""
    markup = compose.compose(paper, prepared.office_input, prepared.card, prepared.office_input.digits)
    document = parse(markup, paper.template, compose.names_of(prepared.office_input))
    sheet = load_sheet(paper.style)
    return fit_columns(with_pictures(document, paper.template), sheet), sheet


def repeated(document: Document, times: int, turn: int) -> Document:
    """The document, its sections `times` over; each time and in each turn with other numbers in them."""
    return replace(
        document,
        sections=tuple(
            replace(section, blocks=tuple(_numbered(block, 10 * turn + time) for block in section.blocks))
            for time in range(times)
            for section in document.sections
        ),
    )


def _numbered(block: Any, number: int) -> Any:
    if not isinstance(block, Paragraph) or not block.content:
        return block
    return replace(block, content=(Text(f"{number} "), *block.content))


def long_table(rows: int, turn: int) -> tuple[Document, StyleSheet]:
    """A paper with one table of `rows` rows, each of its own words."""
    sheet = load_sheet("memo")

    def cell(text: str) -> Cell:
        return Cell((Paragraph((Text(text),)),))

    header = Row(tuple(cell(text) for text in ("ลำดับ", "หน่วยงาน", "ผลการดำเนินงาน", "คะแนน")), "header")
    body = (
        Row(
            (
                cell(str(number)),
                cell(f"สำนักงานอุตสาหกรรมจังหวัดที่ {number + turn}"),
                cell(f"ดำเนินการแล้วเสร็จ {number * 7 % 97} กิจกรรม จากแผนทั้งหมด {number * 11 % 89 + 97} กิจกรรม"),
                cell(f"{1 + (number + turn) % 4}.{number % 10_000:04d}"),
            )
        )
        for number in range(1, rows + 1)
    )
    table = Table((header, *body), "free", (1, 4, 8, 2))
    return Document("memo", "ตาราง", (Section((table,)),)), sheet
