"""Copies for the public: no personal value stands in the raw files, whatever a template does with it."""

import json
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from other_persons import READY
from public_samples import KINDS, ORDER, TO_HIDE, TO_STAY, holds, order_file, texts_of

from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("docx", "pdf")


def run(*given):
    """A command as it is typed."""
    return CliRunner().invoke(saraban, [str(each) for each in given], env={"SARABAN_LANG": "th"})


def render(folder, *more, text=ORDER, kinds=KINDS):
    """`saraban render` of the order."""
    return run("render", order_file(folder / "data", text), "-o", folder / "out", "--templates", kinds, *more)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder with both the order and its copies for the public, and what was told of these."""
    folder = tmp_path_factory.mktemp("order")
    assert render(folder).exit_code == 0
    told = render(folder, "--public")
    assert told.exit_code == 0, told.output
    return folder / "out" / "pay-order", told.stdout


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("value", TO_HIDE)
def test_no_personal_value_stands_in_the_raw_file(made, kind, value):
    folder, _ = made
    assert not holds((folder / f"pay-order.public.{kind}").read_bytes(), value)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_office_s_own_file_holds_them_and_the_readers_find_them(made, kind):
    """Without this, readers that find nothing would prove the test above."""
    data = (made[0] / f"pay-order.{kind}").read_bytes()
    assert [value for value in TO_HIDE if not holds(data, value)] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_names_and_what_is_not_personal_stay(made, kind):
    data = (made[0] / f"pay-order.public.{kind}").read_bytes()
    assert [value for value in TO_STAY if value not in texts_of(data)] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_the_paper_prints_masks_as_offices_do(made, kind):
    """A number keeps its last three digits; figures, days and texts say nothing of their length."""
    said = texts_of((made[0] / f"pay-order.public.{kind}").read_bytes())
    assert "x-xxxx-xxxxx-81-1" in said
    assert "x-xxxx-xxxxx-00-6" in said
    assert "เดือนละxx,xxxบาท" in said
    assert "ปีละxx,xxxบาท" in said, "what a template works out from a mask is a mask"
    assert "เกษียณxxxxxxxxxxx" in said
    assert "รวมเงินเดือนใหม่xx,xxxบาท(xxxxx)ของ2คน" in said, "names in prose print masks, and counts"
    assert "ระดับ" in said
    assert "สูง" in said, "worked out from a personal value, and expressly not personal"


@pytest.mark.parametrize("kind", FORMATS)
def test_rows_keep_their_order_and_ticks_say_nothing(made, kind):
    said = texts_of((made[0] / f"pay-order.public.{kind}").read_bytes())
    assert said.index("ปิติ") < said.index("มานะ"), "the higher pay first, as in the office's own paper"
    assert "()ลาป่วย()ลากิจ()พิการ" in said
    assert "(x)ลาป่วย()ลากิจ(x)พิการ" in texts_of((made[0] / f"pay-order.{kind}").read_bytes())


def test_a_copy_has_no_data_inside(made):
    with pikepdf.open(made[0] / "pay-order.public.pdf") as file:
        assert not file.attachments
        assert "/AF" not in file.Root
    assert not holds((made[0] / "pay-order.public.docx").read_bytes(), "urn:saraban:record")
    assert holds((made[0] / "pay-order.docx").read_bytes(), "urn:saraban:record")


def test_what_was_masked_is_told_with_its_fields_and_counts(made):
    told = made[1]
    assert "เลขประจำตัวประชาชน (2)" in told
    assert "เงินเดือนใหม่ (2)" in told, "worked out from personal values"
    assert "เลข 13 หลักในข้อความ 1 แห่ง" in told
    assert "ระดับผล" not in told
    assert not re.search("31230|สุดารัตน์", told)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("command", ["show", "verify", "rerender"])
def test_other_commands_say_what_the_file_is(made, tmp_path, kind, command):
    file = made[0] / f"pay-order.public.{kind}"
    told = run(command, file, *(["-o", tmp_path] if command == "rerender" else []))
    assert told.exit_code == ExitCode.INPUT
    assert "ฉบับเผยแพร่" in told.stderr
    assert not list(tmp_path.iterdir())


LEAKS = {
    "salary in prose": ("เลขอ้างอิง", "เดิมเดือนละ 45,670 บาท"),
    "salary in Thai digits": ("เลขอ้างอิง", "เดิมเดือนละ ๓๑,๒๓๐.๐๐ บาท"),
    "number parted by dots": ("เลขอ้างอิง", "บัตร 1.1037.02071.81.1"),
    "name in the subject": ("เลื่อนเงินเดือน {ผู้", "เลื่อนเงินเดือน สุดา รัตน์ {ผู้"),
    "day written short": ("เลขอ้างอิง", "เกษียณ 30 ก.ย. 2588"),
    "amount in words": ("เลขอ้างอิง", "สี่หมื่นห้าพันหกร้อยเจ็ดสิบบาทถ้วน"),
}


@pytest.mark.parametrize("case", LEAKS)
def test_a_value_typed_elsewhere_stops_the_copy_and_is_told_at_its_field_without_it(tmp_path, case):
    before, after = LEAKS[case]
    told = render(tmp_path, "--public", text=ORDER.replace(before, after))
    assert told.exit_code == ExitCode.INPUT, told.output
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").rglob("*.*"))
    assert "ไม่ได้ทำฉบับเผยแพร่" in told.stderr
    assert "pay-order.yaml:" in told.stderr, "at its place"
    assert not re.search("45,?670|31,?230|สุดา|ก.ย. 2588|สี่หมื่น", told.stderr)


NO_LEAKS = {
    "the width of the page in the file": ("before: 31230", "before: 11906"),
    "part of another figure": ("เลขอ้างอิง", "งบประมาณ 131,230.00 บาท และ 312,305 บาท"),
    "the end of another day": ("retires: 30 กันยายน 2588", "retires: 1 ตุลาคม 2570\n# "),
    "another year": ("เลขอ้างอิง", "เกษียณ 30 กันยายน 2589"),
}


@pytest.mark.parametrize("case", NO_LEAKS)
def test_what_only_looks_like_a_value_stops_nothing(tmp_path, case):
    before, after = NO_LEAKS[case]
    text = ORDER.replace(before, after).replace("เลขอ้างอิง", "ตั้งแต่ 21 ตุลาคม 2570 เลขอ้างอิง")
    told = render(tmp_path, "--public", text=text)
    assert told.exit_code == 0, told.stderr


FIGURES = {
    "21 ตุลาคม 2570": 0,
    "ปีงบประมาณ พ.ศ. 2570": 0,
    "คำสั่งที่ 7/2570": 0,
    "โทร. 0 2570 1234": 0,
    "เดือนละ 2570 บาท": ExitCode.INPUT,
    "เดือนละ 2,570 บาท": ExitCode.INPUT,
    "เงินเดือน 2570": ExitCode.INPUT,
    "ปีละ 2570 บาท": ExitCode.INPUT,
    "7 - 2,570.00": ExitCode.INPUT,
}


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_told_from_a_year_and_a_number_of_a_telephone(tmp_path, text):
    data = ORDER.replace("before: 31230", "before: 2570").replace("เลขอ้างอิง", f"{text} เลขอ้างอิง")
    assert render(tmp_path, "--public", text=data).exit_code == FIGURES[text]


def test_a_template_that_types_a_value_out_stops_the_copy(tmp_path):
    kinds = tmp_path / "kinds"
    shutil.copytree(KINDS, kinds)
    template = kinds / "pay-order" / "pay-order.xml.j2"
    text = template.read_text("utf-8")
    told_out = "พิการ {% if chief_pay == 98765.5 %}98765.5{% endif %}</p>"
    template.write_text(text.replace("พิการ</p>", told_out), "utf-8")
    told = render(tmp_path, "--public", kinds=kinds)
    assert told.exit_code == ExitCode.INPUT
    assert "เงินเดือนสูงสุด" in told.stderr


def test_a_number_that_a_template_puts_together_is_masked(tmp_path):
    kinds = tmp_path / "kinds"
    shutil.copytree(KINDS, kinds)
    template = kinds / "pay-order" / "pay-order.xml.j2"
    text = template.read_text("utf-8")
    template.write_text(text.replace("พิการ</p>", 'พิการ {{ "134567" ~ "8901236" }}</p>'), "utf-8")
    assert render(tmp_path, "--public", kinds=kinds).exit_code == 0
    for kind in FORMATS:
        said = texts_of((tmp_path / "out" / "pay-order" / f"pay-order.public.{kind}").read_bytes())
        assert "พิการx-xxxx-xxxxx-23-6" in said


@pytest.mark.parametrize("kind", READY)
def test_copies_of_ready_kinds_are_the_same_whatever_the_personal_values_are(tmp_path, kind):
    """Not one byte depends on them: no length, line end, glyph of a face, property or name of a part."""
    changes, hidden, staying = READY[kind]
    text = (ROOT / "templates" / kind / "start" / f"{kind}.yaml").read_text("utf-8")
    (tmp_path / "example.yaml").write_text(text.replace("# citizen_number", "citizen_number"), "utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (tmp_path / "other.yaml").write_text(text, "utf-8")
    for name, public in (("other", ()), ("other", ("--public",)), ("example", ("--public",))):
        told = run("render", tmp_path / f"{name}.yaml", "-o", tmp_path, *public)
        assert told.exit_code == 0, told.output
    office = [file.read_bytes() for file in (tmp_path / "other").iterdir() if ".public." not in file.name]
    copies = {file.name: file.read_bytes() for file in (tmp_path / "example").iterdir()}
    assert [value for value in hidden if not any(holds(data, value) for data in office)] == []
    assert [value for value in hidden if any(holds(data, value) for data in copies.values())] == []
    assert [name for name, data in copies.items() if (tmp_path / "other" / name).read_bytes() != data] == []
    said = "".join(map(texts_of, copies.values()))
    assert [value for value in staying if value not in said] == []
    assert "☑" not in said, "neither grades nor views"


def test_kinds_that_call_nothing_personal_still_leave_the_data_out_and_say_so(tmp_path):
    memo = tmp_path / "memo"
    shutil.copytree(ROOT / "input" / "memo-example", memo)
    data = (memo / "memo.yaml").read_text("utf-8")
    (memo / "memo.yaml").write_text(data.replace("ประการ ดังนี้", "ประการ 1345678901236 ดังนี้", 1), "utf-8")
    told = run("render", memo, "-o", tmp_path / "out", "--public")
    assert told.exit_code == 0, told.output
    assert "ไม่ได้ระบุช่องใดเป็นข้อมูลส่วนบุคคล" in told.stdout
    for kind in FORMATS:
        made = (tmp_path / "out" / "memo" / f"memo.public.{kind}").read_bytes()
        assert "x-xxxx-xxxxx-23-6" in texts_of(made)
        assert not holds(made, "1345678901236")


def test_a_batch_makes_copies_beside_the_papers_and_makes_them_once(tmp_path):
    order_file(tmp_path)
    (tmp_path / "units.csv").write_text("id,number\nก,๑/๒๕๖๙\nข,๒/๒๕๖๙\n", "utf-8")
    batch = tmp_path / "batch.yaml"
    batch.write_text("kind: batch\ntitle: ชุด\nbase: pay-order.yaml\nunits_from: units.csv\n", "utf-8")
    given = ("batch", batch, "-o", tmp_path / "out", "--templates", KINDS, "--jobs", "1")
    assert run(*given).exit_code == 0
    told = run(*given, "--public")
    assert told.exit_code == 0, told.output
    assert "เลขประจำตัวประชาชน (4)" in told.stdout, "two in each unit"
    names = sorted(each.name for each in (tmp_path / "out" / "ก").iterdir())
    assert names == ["pay-order.docx", "pay-order.pdf", "pay-order.public.docx", "pay-order.public.pdf"]
    assert not holds((tmp_path / "out" / "ข" / "pay-order.public.pdf").read_bytes(), "45670")
    again = [json.loads(line) for line in run(*given, "--public", "--json").stdout.splitlines()]
    assert {each["state"] for each in again[0]["documents"]} == {"unchanged"}
