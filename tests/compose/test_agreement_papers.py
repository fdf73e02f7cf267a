"""The agreement, its annexes and its score table: every block stands, every figure comes from the data."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline import compose, intake
from pipeline.document.markup import parse
from pipeline.document.sheets import load_sheet
from pipeline.document.text import document_text, paragraph_text, paragraphs
from pipeline.document.tree import Block, Document, Group, Paragraph, Row, Table
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input

FOLDER = Path(__file__).parents[2] / "input" / "agreement-2547"

PAPERS = ("agreement", "annexes", "scores")
Change = Callable[[dict[str, Any]], object]


def nothing(values: dict[str, Any]) -> None:
    """The worked example as it is."""


def composed(paper_id: str, change: Change = nothing) -> Document:
    """The paper as a tree, its data changed in memory first."""
    source = intake.read(FOLDER)
    values: dict[str, Any] = source.values
    change(values)
    office_input = load(Source(source.name, values, source.places), SHIPPED)
    assert isinstance(office_input, AgreementInput)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == paper_id]
    return parse(compose.compose(paper, office_input, score_input(office_input), "arabic"), paper.template)


@cache
def example(paper_id: str) -> Document:
    return composed(paper_id)


def tables(document: Document, style: str = "") -> list[Table]:
    def inside(blocks: tuple[Block, ...]) -> list[Table]:
        found: list[Table] = []
        for block in blocks:
            found += inside(block.blocks) if isinstance(block, Group) else []
            found += [block] if isinstance(block, Table) else []
        return found

    every = [table for section in document.sections for table in inside(section.blocks)]
    return [table for table in every if table.style.startswith(style)]


def cells(row: Row) -> list[str]:
    """The text of each cell of a row, its paragraphs one to a line."""
    return ["\n".join(filter(None, map(paragraph_text, cell.blocks))) for cell in row.cells]


def rows(table: Table, kind: str) -> list[list[str]]:
    return [cells(row) for row in table.rows if row.kind == kind]


def indicator_of(values: dict[str, Any], number: str) -> dict[str, Any]:
    every = [
        indicator
        for dimension in values["agreement"]["dimensions"]
        for group in dimension["groups"]
        for indicator in group["indicators"]
    ]
    found: dict[str, Any]
    (found,) = [indicator for indicator in every if indicator["id"] == number]
    return found


AGREEMENT_BLOCKS = {
    "B01": [
        "คำรับรองการปฏิบัติราชการ",
        "สำนักงานปลัดกระทรวง",
        "กระทรวงอุตสาหกรรม",
        "ประจำปีงบประมาณ พ.ศ. 2547",
    ],
    "B02": [
        "1. คำรับรองระหว่าง",
        "นายพินิจ จารุสมบัติ",
        "รัฐมนตรีว่าการกระทรวงอุตสาหกรรม",
        "ผู้รับคำรับรอง",
        "และ",
        "นายมนู เลียวไพโรจน์",
        "ปลัดกระทรวงอุตสาหกรรม",
        "ผู้ทำคำรับรอง",
    ],
    "B03": [
        "2. คำรับรองนี้เป็นคำรับรองฝ่ายเดียว มิใช่สัญญาและใช้สำหรับระยะเวลา 1 ปี"
        " เริ่มตั้งแต่วันที่ 1 ตุลาคม 2546 ถึงวันที่ 30 กันยายน 2547",
        "3. รายละเอียดของคำรับรอง ได้แก่ แผนยุทธศาสตร์และแนวทางการพัฒนาการปฏิบัติราชการ",
        "4. ข้าพเจ้า นายพินิจ จารุสมบัติ ในฐานะรัฐมนตรีว่าการกระทรวงอุตสาหกรรม ได้พิจารณาและเห็นชอบกับ",
    ],
    "B04": [
        "5. ข้าพเจ้า นายมนู เลียวไพโรจน์ ปลัดกระทรวงอุตสาหกรรม ได้ทำความเข้าใจคำรับรองตามข้อ 3 แล้ว",
        "6. ผู้รับคำรับรองและผู้ทำคำรับรองได้เข้าใจคำรับรองการปฏิบัติราชการและเห็นพ้องกันแล้ว",
    ],
    "B05": [
        "(นายพินิจ จารุสมบัติ)",
        "รัฐมนตรีว่าการกระทรวงอุตสาหกรรม",
        "วันที่ 30 ธันวาคม 2546",
        "(นายมนู เลียวไพโรจน์)",
        "ปลัดกระทรวงอุตสาหกรรม",
        "วันที่ 30 ธันวาคม 2546",
    ],
}

ANNEX_BLOCKS = {
    "B06": ["ยุทธศาสตร์และแนวทางการพัฒนาการปฏิบัติราชการของสำนักงานปลัดกระทรวงอุตสาหกรรม"],
    "B07": [
        "• พันธกิจ",
        "3. บูรณาการเครือข่ายอำนวยการ",
        "• วัตถุประสงค์",
        "3. พัฒนาเครือข่ายอำนวยการ",
        "• ตัวชี้วัดและเป้าหมาย",
        "1. บุคลากรที่ได้รับการอบรมและผ่านการทดสอบในปีงบประมาณ พ.ศ. 2547 ร้อยละ 80",
        "• กลยุทธ์ในภาพรวมของสำนักงานปลัดกระทรวงอุตสาหกรรม",
        "4. พัฒนาระบบการติดตามและประเมินผล",
        "• โครงการหลัก",
        "4. โครงการกระทรวงอุตสาหกรรมยุคใหม่",
        "• อื่น ๆ เช่น เงื่อนไขที่จำเป็นต่อการนำยุทธศาสตร์ไปปฏิบัติ",
        "4. โครงการกระทรวงอุตสาหกรรมยุคใหม่",
    ],
    "B08": ["แนวทางการพัฒนาการปฏิบัติราชการของสำนักงานปลัดกระทรวงอุตสาหกรรม"],
    "B09": [
        "• แนวทางการแก้ไขหรือยกเลิกกฎระเบียบ",
        "• แนวทางการลดค่าใช้จ่าย",
        "4. จัดทำรายงานสรุปผลการดำเนินการ",
        "• แนวทางการลดระยะเวลาการให้บริการ",
        "1. การจัดตั้ง One Stop Service Center",
        "• แนวทางการเพิ่มคุณภาพการให้บริการ",
        "6. ติดตามประเมินผล",
        "• แนวทางการลดอัตรากำลังหรือจัดสรรอัตรากำลังให้คุ้มค่า",
        "4. การทำสัญญาจ้างบุคคล",
    ],
    "B10": [
        "การประเมินสำหรับส่วนราชการ ประกอบด้วย กรอบน้ำหนัก 4 ส่วน น้ำหนักรวมร้อยละ 100 ดังนี้",
        "1. มิติที่ 1 มิติด้านประสิทธิผลตามพันธกิจ ร้อยละ 70",
        "4. มิติที่ 4 มิติด้านการพัฒนาองค์กร ร้อยละ 8",
    ],
    "B11": ["ผลคะแนน", "1. ผลคะแนนถ่วงน้ำหนักของมิติด้านประสิทธิผลตามพันธกิจ", "รวม", "100"],
    "B12": [
        "มิติที่ 1 มิติด้านประสิทธิผลตามพันธกิจ กรอบน้ำหนักในการคำนวณผลคะแนนร้อยละ 70"
        " ประกอบด้วยตัวชี้วัดผลการปฏิบัติราชการ 2 กลุ่ม ดังนี้",
        "1. ตัวชี้วัดผลการปฏิบัติราชการตามแผนยุทธศาสตร์ของส่วนราชการ ร้อยละ 50*",
        "2. ตัวชี้วัดผลผลิตของส่วนราชการ (ตามเอกสารงบประมาณรายจ่าย) ร้อยละ 20",
        "หมายเหตุ: * ตัวชี้วัดตามแผนยุทธศาสตร์ของส่วนราชการ ร้อยละ 50 ได้ลงนาม",
        "โดยมีตัวชี้วัดผลการปฏิบัติราชการ น้ำหนัก เป้าหมาย และเกณฑ์การให้คะแนน ดังต่อไปนี้",
    ],
    "B13": ["• แผนยุทธศาสตร์", "1. ร้อยละของบุคลากร", "3. ร้อยละของโครงการของกระทรวง", "รวม", "50"],
    "B14": ["4. ร้อยละของความสำเร็จตามเป้าหมายผลผลิต", "รวม", "20", "รวมมิติที่ 1", "70"],
    "B15": [
        "มิติที่ 2 มิติด้านประสิทธิภาพของการปฏิบัติราชการ กรอบน้ำหนักในการคำนวณผลคะแนนร้อยละ 12",
        "5. ร้อยละของงบประมาณ",
        "7.15",
        "2.10",
        "10. ระดับความสำเร็จของการเปิดโอกาส",
        "รวม",
        "12",
    ],
    "B16": [
        "มิติที่ 3 มิติด้านคุณภาพการให้บริการ กรอบน้ำหนักในการคำนวณผลคะแนนร้อยละ 10",
        "11. ระดับความสำเร็จ",
        "15. ระดับความสำเร็จ",
        "รวม",
        "10",
    ],
    "B17": [
        "มิติที่ 4 มิติด้านการพัฒนาองค์กร กรอบน้ำหนักในการคำนวณผลคะแนนร้อยละ 8",
        "16.1 ร้อยละของความคุ้มค่า",
        "0.00",
        "17. ระดับความสำเร็จ",
        "18. ระดับความสำเร็จ",
        "รวม",
        "8",
    ],
}


@pytest.mark.parametrize(("paper", "blocks"), [("agreement", AGREEMENT_BLOCKS), ("annexes", ANNEX_BLOCKS)])
def test_every_block_of_the_inventory_stands_in_its_order(paper: str, blocks: dict[str, list[str]]) -> None:
    """B01-B17 of domain.md §3.2, each line by how it begins, one after the other."""
    lines = iter(document_text(example(paper)))
    missing = [
        (block, begins)
        for block, wanted in blocks.items()
        for begins in wanted
        if not any(line.startswith(begins) for line in lines)
    ]
    assert missing == []


def test_the_tables_have_the_columns_of_the_paper() -> None:
    """S1 has 7 columns, S2-S6 have 9, each under two header rows (domain.md §3.2 B11, B13)."""
    (summary,) = tables(example("annexes"), "dimensions")
    annexes = tables(example("annexes"), "indicators")
    assert len(annexes) == 5
    assert [len(rows(table, "header")) for table in (summary, *annexes)] == [2] * 6
    assert {len(row) for row in rows(summary, "body")} == {7}
    assert {len(row) for table in annexes for row in rows(table, "body")} == {9}
    assert sum(len(rows(table, "body")) for table in annexes) == 20


def test_each_table_of_indicators_stays_with_the_sentence_that_announces_it() -> None:
    groups = [block for block in example("annexes").sections[0].blocks if isinstance(block, Group)]
    first = [block for group in groups for block in group.blocks[:1]]
    announced = [paragraph_text(block) for block in first if isinstance(block, Paragraph)]
    assert len(groups) == 5
    assert len(announced) == 4  # the second table of dimension 1 follows the first
    assert all(line.endswith("เกณฑ์การให้คะแนน ดังต่อไปนี้") for line in announced)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_style_that_a_paper_names_is_in_its_sheet(paper: str) -> None:
    document, sheet = example(paper), load_sheet(paper)
    assert {section.page for section in document.sections} <= set(sheet.pages)
    assert {table.style for table in tables(document)} <= set(sheet.tables)
    assert {paragraph.style for paragraph in paragraphs(document)} - {""} <= set(sheet.paragraphs)


@pytest.mark.parametrize("years", [[], ["2546"], ["2544", "2545", "2546"]])
def test_tables_follow_how_many_earlier_years_are_printed(years: list[str]) -> None:
    def change(values: dict[str, Any]) -> None:
        values["agreement"]["baseline_years"] = years
        indicator_of(values, "5").pop("baselines")

    for table in tables(composed("annexes", change), "indicators"):
        style = load_sheet("annexes").tables[table.style]
        assert len(style.columns) == 7 + len(years)
        assert style.width == pytest.approx(16)  # the text is 16 cm wide (domain.md §1.2)
        assert {len(row) for row in rows(table, "body")} == {7 + len(years)}


def test_a_changed_weight_changes_everywhere_it_is_printed() -> None:
    """Indicator 3 from 17.5 to 27.5, so its group is 60, its dimension 80 and the next is 2."""

    def change(values: dict[str, Any]) -> None:
        first, second = values["agreement"]["dimensions"][:2]
        first["weight"], first["groups"][0]["weight"] = "80", "60"
        indicator_of(values, "3")["weight"] = "27.5"
        second["weight"] = second["groups"][0]["weight"] = "2"
        second["groups"][0]["indicators"] = [dict(second["groups"][0]["indicators"][0], weight="2")]
        values["results"] = [r for r in values["results"] if r["indicator"] not in {"6", "7", "8", "9", "10"}]

    lines = document_text(composed("annexes", change))
    text = "\n".join(lines)
    for now in (
        "1. มิติที่ 1 มิติด้านประสิทธิผลตามพันธกิจ ร้อยละ 80",
        "กรอบน้ำหนักในการคำนวณผลคะแนนร้อยละ 80",
        "ของส่วนราชการ ร้อยละ 60*",
        "* ตัวชี้วัดตามแผนยุทธศาสตร์ของส่วนราชการ ร้อยละ 60 ได้",
        "กรอบน้ำหนักในการคำนวณผลคะแนนร้อยละ 2 ",
    ):
        assert now in text
    for before in ("ร้อยละ 70", "ร้อยละ 50", "ร้อยละ 12"):
        assert before not in text
    first = tables(composed("annexes", change), "indicators")[0]
    assert rows(first, "body")[2][1] == "27.5"
    assert rows(first, "total")[0][:2] == ["รวม", "60"]


def test_a_changed_threshold_changes_the_declared_target_too() -> None:
    """The target on line 60 is the fifth threshold of indicator 1 on line 152."""

    def change(values: dict[str, Any]) -> None:
        indicator_of(values, "1")["scale"]["thresholds"][4] = "85"

    lines = document_text(composed("annexes", change))
    assert any(line.endswith("พ.ศ. 2547 ร้อยละ 85") for line in lines)
    first = tables(composed("annexes", change), "indicators")[0]
    assert rows(first, "body")[0][-5:] == ["60", "65", "70", "75", "85"]


def test_a_renamed_party_is_renamed_in_clauses_and_signature() -> None:
    def change(values: dict[str, Any]) -> None:
        values["agreement"]["maker"]["person"] = {"title": "นางสาว", "given": "สุดา", "surname": "ใจดี"}

    text = "\n".join(document_text(composed("agreement", change)))
    assert text.count("นางสาวสุดา ใจดี") == 4  # clauses 1, 4 and 5, and the signature
    assert "มนู" not in text


def test_without_a_date_the_place_for_it_is_left_for_the_pen() -> None:
    text = document_text(composed("agreement", lambda values: values["agreement"].pop("signed")))
    assert [line for line in text if line.startswith("วันที่")] == ["วันที่", "วันที่"]


def test_signatures_stand_in_one_row_that_does_not_split() -> None:
    (table,) = tables(example("agreement"))
    style = load_sheet("agreement").tables[table.style]
    assert (len(table.rows), len(table.rows[0].cells)) == (1, 2)
    assert (style.border, style.splits) == (0, False)


def test_markup_in_the_data_stays_text() -> None:
    """`<` and `&` in data print as they are and never become structure."""

    def change(values: dict[str, Any]) -> None:
        indicator_of(values, "1")["name"] = "ร้อยละ <b>A & B</b> </cell>"
        values["agreement"]["receiver"]["position"] = "รัฐมนตรี <R&D>"
        values["agreement"]["strategy"][0]["title"] = "พันธกิจ </p> & อื่น"

    assert "ในฐานะรัฐมนตรี <R&D> ได้" in "\n".join(document_text(composed("agreement", change)))
    assert "1. ร้อยละ <b>A & B</b> </cell>" in document_text(composed("annexes", change))
    assert "• พันธกิจ </p> & อื่น" in document_text(composed("annexes", change))
    assert "1. ร้อยละ <b>A & B</b> </cell>" in document_text(composed("scores", change))


def scores_of(document: Document) -> tuple[list[list[str]], list[list[str]]]:
    (table,) = tables(document, "scores")
    return rows(table, "body"), rows(table, "total")


def test_the_score_table_prints_results_scores_and_weighted_scores() -> None:
    """Worked by hand: 77 on 60-80 is 4.4, × 15/100; 7.15 on 0-20 is 2.43, × 2/100."""
    body, _ = scores_of(example("scores"))
    printed = {row[0].split(" ")[0]: row for row in body}
    assert printed["1."][1:] == ["ร้อยละ", "15", "60", "65", "70", "75", "80", "77", "4.4000", "0.6600"]
    assert printed["5."][-3:] == ["7.15", "2.4300", "0.0486"]
    assert printed["15."][-3:] == ["ไม่ได้รายงาน", "-", "-"]
    assert len(body) == 20


def test_totals_name_their_denominator() -> None:
    """Without indicator 15: (66 + 70 + 78.75 + 84 + 42.86 + 34.9 + 25.48) / 98 = 4.10194."""
    _, totals = scores_of(example("scores"))
    assert totals[2][0] == "รวมมิติที่ 3 (คิดจากน้ำหนัก 8 ใน 10)"
    assert totals[4] == ["คะแนนรวมทุกมิติ (คิดจากน้ำหนัก 98 ใน 100)", "100", "", "4.1019", "4.0199"]
    assert [total[-2] for total in totals] == ["4.2679", "3.5717", "4.3625", "3.1850", "4.1019"]


def test_another_policy_gives_another_denominator_and_says_so() -> None:
    """As 0, the sum 401.99 is divided by 100."""
    document = composed("scores", lambda values: values["agreement"].update(unmeasured="zero"))
    body, totals = scores_of(document)
    assert totals[-1][-2:] == ["4.0199", "4.0199"]
    (row,) = [row for row in body if row[0].startswith("15.")]
    assert row[-3:] == ["ไม่ได้รายงาน", "0.0000", "0.0000"]
    assert "- ตัวชี้วัดที่ไม่มีผลการดำเนินงาน: คิดเป็น 0 คะแนน ตัวหาร" in "\n".join(document_text(document))


def test_example_results_are_called_so_and_real_ones_are_not() -> None:
    real = composed("scores", lambda values: values.update(results_are_example="false"))
    assert "ตัวอย่าง" in document_text(example("scores"))[0]
    assert any("เป็นตัวอย่าง มิใช่ผลการดำเนินงานจริง" in line for line in document_text(example("scores")))
    assert "ตัวอย่าง" not in "\n".join(document_text(real)) + real.title


def test_a_composite_indicator_prints_its_parts_below_it() -> None:
    """Parts carry inner weights that sum to 1 and stand in brackets; 95 -> 4, 3 steps -> 3: mean 3.5."""

    def change(values: dict[str, Any]) -> None:
        whole = indicator_of(values, "4")
        scale = whole.pop("scale")
        whole["parts"] = [
            {"id": "4.1", "name": "ย่อย ก", "weight": "0.5", "scale": scale},
            {"id": "4.2", "name": "ย่อย ข", "weight": "0.5", "scale": {"type": "milestone"}},
        ]
        values["results"][3:4] = [{"indicator": "4.1", "value": "95"}, {"indicator": "4.2", "steps": "3"}]

    body, _ = scores_of(composed("scores", change))
    assert [row[0].split(" ")[0] for row in body[3:6]] == ["4.", "4.1", "4.2"]
    assert [row[-2:] for row in body[3:6]] == [["3.5000", "0.7000"], ["4.0000", ""], ["3.0000", ""]]
    annex = rows(tables(composed("annexes", change), "indicators")[1], "body")
    assert [row[1] for row in annex] == ["20", "(0.5)", "(0.5)"]


def test_an_annex_prints_nested_lists_and_tables() -> None:
    def change(values: dict[str, Any]) -> None:
        values["agreement"]["strategy"][0]["prose"] = [
            {
                "text": "มี {count} ข้อ",
                "numbered": [{"text": "ข้อหนึ่ง", "bullets": ["ย่อย"]}, "ข้อสอง"],
                "table": {"header": ["ปี", "จำนวน"], "rows": [["{fiscal_year}", "3"]]},
            }
        ]

    lines = document_text(composed("annexes", change))
    start = lines.index("มี 2 ข้อ")
    assert lines[start + 1 : start + 8] == ("1. ข้อหนึ่ง", "- ย่อย", "2. ข้อสอง", "ปี", "จำนวน", "2547", "3")


def test_no_scores_paper_without_results() -> None:
    source = intake.read(FOLDER)
    source.values.pop("results")
    office_input = load(source, SHIPPED)
    assert "scores" not in [paper.id for paper in compose.papers_of(office_input)]


def test_who_acts_for_another_signs_so_and_a_rank_stands_before_the_signature() -> None:
    def act(values: dict[str, Any]) -> None:
        maker = values["agreement"]["maker"]
        maker["person"] = {"rank": "พลตำรวจเอก", "given": "สมชาย", "surname": "ใจดี"}
        maker |= {"position": "รองปลัด", "acting": "รักษาราชการแทน", "acting_for": "ปลัดกระทรวง"}

    document = composed("agreement", act)
    lines = [paragraph_text(paragraph) for paragraph in paragraphs(document)]
    signed = lines.index("(สมชาย ใจดี)")
    assert lines[signed - 1].split() == ["พลตำรวจเอก"]
    assert lines[signed + 1 : signed + 3] == ["รองปลัด", "รักษาราชการแทน ปลัดกระทรวง"]
    named = lines.index("พลตำรวจเอก สมชาย ใจดี")
    assert lines[named + 1 : named + 3] == ["รองปลัด", "รักษาราชการแทน ปลัดกระทรวง"]
    assert "ข้าพเจ้า พลตำรวจเอก สมชาย ใจดี รองปลัด รักษาราชการแทน ปลัดกระทรวง" in " ".join(lines)
