"""An external letter as XML for another office's system, and who signs the ready kinds."""

import base64
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from letter_pages import example, prepared
from lxml import etree

from pipeline.diagnostics import InputError
from pipeline.exchange.letter import make_letter, read_settings
from pipeline.exchange.xml import RAM
from pipeline.kinds import SHIPPED
from pipeline.kinds.from_yaml.reading import read_form
from pipeline.papers.build import RenderOptions, build
from pipeline.resources import resource

KIND = "external-letter"
SETTINGS = """\
secret_codes: {ปกติ: "001", ลับ: "002"}
speed_codes: {ปกติ: "001", ด่วนมาก: "003"}
sender: {ministry: "11", department: "11008"}
receiver: {ministry: "12", department: "12002"}
"""
SECOND = {"person": {"title": "นาย", "given": "เอก", "surname": "ปัญญา"}, "position": "อธิบดีกรมตัวอย่าง"}


@pytest.fixture
def settings(tmp_path: Path):
    path = tmp_path / "exchange.yaml"
    path.write_text(SETTINGS, "utf-8")
    return read_settings(path)


def sent(folder: Path, settings, **changes):
    """The letter's XML; it was held to the schema when it was written."""
    (letter,) = etree.fromstring(make_letter(prepared(folder, KIND, **changes), settings))
    return letter


def said(letter, *path: str) -> str | None:
    return letter.findtext("/".join(f"{{{RAM}}}{name}" for name in path))


def test_it_says_what_the_letter_says(tmp_path, settings):
    letter = sent(tmp_path, settings, urgency="ด่วนมาก")
    assert said(letter, "ID") == "ตอ 0102/417"
    assert said(letter, "CorrespondenceDate") == "2026-05-20"
    assert said(letter, "Subject").startswith("ขอส่งสรุปผลการประเมิน")
    assert (said(letter, "SecretCode"), said(letter, "SpeedCode")) == ("001", "003")
    assert said(letter, "SenderParty", "GivenName") == "กมลชนก"
    assert said(letter, "SenderParty", "JobTitle") == "รองอธิบดี ปฏิบัติราชการแทน อธิบดีกรมส่งเสริมทะเบียนประวัติ"
    assert said(letter, "ReceiverParty", "JobTitle") == "เลขาธิการสำนักงานมาตรฐานงานบุคคล"
    assert said(letter, "ReferenceCorrespondence", "ID") == "มบ 0204/ว 31"
    assert said(letter, "ReferenceCorrespondence", "CorrespondenceDate") == "2026-04-08"
    assert said(letter, "Attachment") == "สรุปผลการประเมินจำแนกตามระดับ, สำเนาคำสั่งกรมส่งเสริมทะเบียนประวัติ ที่ 86/2569"


def test_its_pdf_is_the_one_that_render_writes(tmp_path, settings):
    made = prepared(tmp_path, KIND)
    (paper,) = made.papers
    pdf = build(made, paper, RenderOptions(formats=("pdf",))).files["pdf"]
    assert base64.b64decode(said(sent(tmp_path, settings), "MainLetterBinaryObject")) == pdf


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"secrecy": "ลับที่สุด"}, ["exchange-top-secret"]),
        ({"number": None, "date": None}, ["exchange-lacks", "exchange-lacks"]),
        ({"secrecy": "ลับมาก"}, ["exchange-setting"]),
    ],
)
def test_what_may_not_be_sent_or_lacks_something_is_refused(tmp_path, settings, changes, codes):
    with pytest.raises(InputError) as refused:
        sent(tmp_path, settings, **changes)
    assert [fault.code.partition("/")[0] for fault in refused.value.diagnostics] == codes


def test_what_is_lacking_is_called_as_in_the_data(tmp_path, settings):
    with pytest.raises(InputError) as refused:
        sent(tmp_path, settings, date=None)
    (fault,) = refused.value.diagnostics
    assert fault.message.en == "the letter has no date yet (date)"


@pytest.mark.parametrize("kind", ["order", "announcement", "sealed-letter"])
def test_what_is_no_letter_to_another_office_is_not_sent(tmp_path, settings, kind):
    with pytest.raises(InputError) as refused:
        make_letter(prepared(tmp_path, kind), settings)
    assert [fault.code for fault in refused.value.diagnostics] == ["exchange-no-memo"]


def test_the_command_writes_it(tmp_path):
    (tmp_path / "letter.yaml").write_text(yaml.safe_dump(example(KIND), allow_unicode=True), "utf-8")
    (tmp_path / "settings.yaml").write_text(SETTINGS, "utf-8")
    command = ["-m", "pipeline", "exchange", "letter.yaml", "--settings", "settings.yaml", "-o", "out"]
    root = Path(__file__).resolve().parents[3]
    environment = {"PYTHONPATH": str(root), "PYTHONUTF8": "1", "PATH": ""}
    done = subprocess.run(
        [sys.executable, *command], cwd=tmp_path, env=environment, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out" / "letter" / "exchange.xml").read_bytes().startswith(b"<?xml")


def test_who_signs_and_under_which_number(tmp_path):
    signs = {
        KIND: ("ตอ 0102/417", ("นางกมลชนก วิถีธรรม",)),
        "sealed-letter": ("ตอ 0102/582", ("นายธีรภัทร มั่นในหลัก",)),
        "order": ("86/2569", ("นายเอกวิทย์ ปัญญาดี",)),
        "announcement": ("", ("นายเอกวิทย์ ปัญญาดี",)),
    }
    for kind, (number, names) in signs.items():
        made = prepared(tmp_path, kind)
        signing = SHIPPED.of(kind).signing(made.office_input, made.papers[0].id)
        assert (signing.number, tuple(name for name, _ in signing.signers)) == (number, names)
    two = prepared(tmp_path, KIND, cosigners=[{"signer": SECOND}])
    names = [name for name, _ in SHIPPED.of(KIND).signing(two.office_input, "letter").signers]
    assert names == ["นางกมลชนก วิถีธรรม", "นายเอก ปัญญา"]


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("to: to,", "to: body,", "kind-field-type"),
        ("signer: signer,", "signer: somebody,", "kind-no-field"),
        ("enclosures: enclosures}", "enclosures: references}", "kind-no-field"),
        ("letter: {to", "letter: {paper: memo, to", "kind-no-paper"),
        ("\nnumber: number\n", "\n", "kind-no-field"),
        ("cosigners.signer]", "cosigners.name]", "kind-no-field"),
        ("cosigners.signer]", "references.text]", "kind-field-type"),
    ],
)
def test_a_kind_file_that_names_the_wrong_fields_of_a_letter_is_refused(was, becomes, code):
    text = resource("templates", KIND, "kind.yaml").read_text("utf-8")
    head, sep, tail = text.rpartition("\npapers:")
    assert tail.count(was) == 1
    with pytest.raises(InputError) as refused:
        read_form(KIND, "kind.yaml", (head + sep + tail.replace(was, becomes)).encode())
    assert {fault.code for fault in refused.value.diagnostics} == {code}
