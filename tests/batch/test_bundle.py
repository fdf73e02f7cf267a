import json
import shutil
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from batch_runs import run
from click.testing import CliRunner, Result

from pipeline.cli.main import saraban

MEMO = """\
kind: memo
office: {name: สำนักงานทดสอบ}
memo:
  agency: กองทดสอบ
  subject: ขอเชิญประชุม
  to: ผู้อำนวยการ
  proposer: {person: {title: นาย, given: สมมติ, surname: ทดลอง}, position: ผู้อำนวยการกอง}
body: [เรียนมาเพื่อทราบ]
"""
LONG = "[" + ", ".join(f"ย่อหน้าที่ {n} ของบันทึกที่ยาวกว่าหนึ่งหน้ากระดาษ" for n in range(60)) + "]"
BATCH = f"""\
kind: batch
title: ชุดทดสอบ
base: memo.yaml
units:
  - {{id: ข, set: {{memo.number: อก ๐๒๑๐(๒)/๑๕๓๙}}}}
  - {{id: ก, set: {{body: {LONG}, memo.proposer.person.given: สมหญิง}}}}
  - {{id: ค}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three memos: of one page, of three, of one; the second has another signer."""
    folder = tmp_path_factory.mktemp("bundle")
    (folder / "memo.yaml").write_text(MEMO, encoding="utf-8")
    (folder / "batch.yaml").write_text(BATCH, encoding="utf-8")
    run(folder / "batch.yaml")
    return folder / "out"


def bundled(folder: Path, to: Path, *more: str) -> Result:
    return CliRunner().invoke(saraban, ["bundle", str(folder), "-o", str(to), *more])


@pytest.fixture(scope="module")
def sign(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sign") / "sign.pdf"
    result = bundled(folder, path)
    assert result.exit_code == 0, result.output
    return path


def page_texts(pdf: Path) -> list[str]:
    pages = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in pages]


def outline(pdf: Path) -> list[tuple[str, int]]:
    reader = pypdf.PdfReader(pdf)
    return [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]


def test_documents_stand_in_the_order_of_the_batch_each_with_its_copy(sign: Path) -> None:
    assert [name for name, _ in outline(sign)] == [
        "ใบคุมการลงนาม",
        *("1. ข บันทึกข้อความ", "1. ข บันทึกข้อความ (สำเนาคู่ฉบับ)"),
        *("2. ก บันทึกข้อความ", "2. ก บันทึกข้อความ (สำเนาคู่ฉบับ)"),
        *("3. ค บันทึกข้อความ", "3. ค บันทึกข้อความ (สำเนาคู่ฉบับ)"),
    ]


def test_each_begins_on_a_front_page_and_blanks_follow_odd_ones(sign: Path) -> None:
    starts = [page for _, page in outline(sign)]
    assert all(page % 2 == 0 for page in starts)
    texts = page_texts(sign)
    assert len(texts) % 2 == 0
    blank = [number for number, text in enumerate(texts) if not text]
    assert len(texts) - len(blank) == 1 + 2 * (1 + 3 + 1)
    assert all(number % 2 == 1 for number in blank)


def test_pages_say_what_the_documents_say(folder: Path, sign: Path) -> None:
    texts = page_texts(sign)
    original = page_texts(folder / "ก" / "memo.pdf")
    start = dict(outline(sign))["2. ก บันทึกข้อความ"]
    assert texts[start : start + 2] == original[:2]
    assert texts[start + 2].startswith(original[2])


def test_copies_are_marked_on_each_page_and_originals_are_not(sign: Path) -> None:
    texts, starts = page_texts(sign), dict(outline(sign))
    copy = starts["2. ก บันทึกข้อความ (สำเนาคู่ฉบับ)"]
    assert all("สำเนาคู่ฉบับ" in text for text in texts[copy : copy + 3])
    original = starts["2. ก บันทึกข้อความ"]
    assert not any("สำเนาคู่ฉบับ" in text for text in texts[original : original + 3])


def test_pages_are_labelled_by_document(sign: Path) -> None:
    labels = pypdf.PdfReader(sign).page_labels
    starts = dict(outline(sign))
    assert labels[0] == "ค-1"
    assert labels[starts["2. ก บันทึกข้อความ"] + 2] == "2-3"
    assert labels[starts["3. ค บันทึกข้อความ (สำเนาคู่ฉบับ)"]] == "3ส-1"


def test_the_control_sheet_lists_number_subject_pages_signer_and_a_box(sign: Path) -> None:
    sheet = page_texts(sign)[0]
    assert "อก๐๒๑๐(๒)/๑๕๓๙" in sheet
    assert "นายสมมติทดลอง" in sheet
    assert "นายสมหญิงทดลอง" in sheet
    assert "เอกสาร๓ฉบับ๕หน้า" in sheet
    assert sheet.count("☐") == 3


def test_the_code_on_the_last_page_leads_to_the_line_of_the_ledger(folder: Path, sign: Path) -> None:
    start = dict(outline(sign))["2. ก บันทึกข้อความ"]
    code = page_texts(sign)[start + 2].partition("รหัส")[2][:10]
    result = CliRunner().invoke(saraban, ["bundle", str(folder), "--which", code])
    assert result.output.startswith("ก/memo: บันทึกข้อความ ของ ก\n")
    assert "memo.proposer.person.given: สมหญิง" in result.output


def test_what_a_document_was_made_from_is_told_as_one_types_it(tmp_path: Path) -> None:
    (tmp_path / "memo.yaml").write_text(MEMO, encoding="utf-8")
    more = "{memo.proposer: {person: {title: นาย, given: ก, surname: ข}, position: หัวหน้า}, body: [ก, ข]}"
    (tmp_path / "batch.yaml").write_text(
        f"{{kind: batch, base: memo.yaml, units: [{{id: ก, set: {more}}}]}}", encoding="utf-8"
    )
    run(tmp_path / "batch.yaml")
    code = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["documents"][0]["files"][0][
        "sha256"
    ]
    told = CliRunner().invoke(saraban, ["bundle", str(tmp_path / "out"), "--which", code]).output
    assert "\n  memo.proposer.person.surname: ข\n  memo.proposer.position: หัวหน้า\n" in told
    assert "\n  body: ก; ข\n" in told


def test_a_code_cut_short_that_fits_several_is_refused_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "memo.yaml").write_text(MEMO, encoding="utf-8")
    units = [f"{{id: หน่วย {n}, set: {{memo.number: ที่ {n}}}}}" for n in range(17)]
    (tmp_path / "batch.yaml").write_text(
        f"{{kind: batch, base: memo.yaml, units: [{', '.join(units)}]}}", "utf-8"
    )
    run(tmp_path / "batch.yaml")
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    by_digit: dict[str, list[str]] = {}
    for each in report["documents"]:
        by_digit.setdefault(each["files"][0]["sha256"][0], []).append(each["name"])
    digit, names = max(by_digit.items(), key=lambda item: len(item[1]))
    assert len(names) > 1  # seventeen codes, sixteen digits
    result = CliRunner().invoke(saraban, ["bundle", str(tmp_path / "out"), "--which", digit])
    assert result.exit_code == 3
    assert all(name in result.output for name in names[:5])


def test_an_unknown_code_is_told_in_words(folder: Path) -> None:
    result = CliRunner().invoke(saraban, ["bundle", str(folder), "--which", "ffff"])
    assert (result.exit_code, "ไม่มีเอกสารรหัส 'ffff'" in result.output) == (3, True)


def test_nothing_is_drawn_outside_the_last_page_but_the_corner(folder: Path, sign: Path) -> None:
    start = dict(outline(sign))["1. ข บันทึกข้อความ"]
    bundle_page = pypdfium2.PdfDocument(sign)[start].render(scale=1).to_pil()
    page = pypdfium2.PdfDocument(folder / "ข" / "memo.pdf")[0].render(scale=1).to_pil()
    corner = (0, page.height - 57, page.width, page.height)
    for image in (page, bundle_page):
        image.paste("white", corner)
    assert bundle_page.tobytes() == page.tobytes()


def test_the_same_documents_give_the_same_bundle(folder: Path, sign: Path, tmp_path: Path) -> None:
    bundled(folder, tmp_path / "sign.pdf")
    assert (tmp_path / "sign.pdf").read_bytes() == sign.read_bytes()


def test_a_bundle_may_be_split_by_signer_or_unit(folder: Path, tmp_path: Path) -> None:
    bundled(folder, tmp_path / "sign.pdf", "--split", "signer", "--copies", "0")
    names = {path.name: [name for name, _ in outline(path)] for path in tmp_path.glob("*.pdf")}
    assert names == {
        "sign - นายสมมติ ทดลอง.pdf": ["ใบคุมการลงนาม", "1. ข บันทึกข้อความ", "3. ค บันทึกข้อความ"],
        "sign - นายสมหญิง ทดลอง.pdf": ["ใบคุมการลงนาม", "2. ก บันทึกข้อความ"],
    }
    bundled(folder, tmp_path / "u" / "x.pdf", "--split", "unit")
    assert sorted(path.name for path in (tmp_path / "u").glob("*.pdf")) == [
        "x - ก.pdf",
        "x - ข.pdf",
        "x - ค.pdf",
    ]


def test_a_bundle_opens_without_complaint(sign: Path) -> None:
    with pikepdf.open(sign) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_document_without_its_pdf_is_told(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "out")
    (tmp_path / "out" / "ข" / "memo.pdf").unlink()
    result = bundled(tmp_path / "out", tmp_path / "sign.pdf")
    assert result.exit_code == 3
    assert "ข/memo.pdf" in result.output
    assert not (tmp_path / "sign.pdf").exists()


def test_a_folder_without_a_batch_is_told(tmp_path: Path) -> None:
    result = bundled(tmp_path, tmp_path / "sign.pdf")
    assert (result.exit_code, "saraban batch" in result.output) == (3, True)
