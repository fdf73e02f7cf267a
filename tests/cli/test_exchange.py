"""`saraban exchange`: what another office's system is told, and what keeps a letter from being sent."""

import base64
import datetime
from pathlib import Path

import pytest
from certificates import PASSPHRASE, issued
from lxml import etree
from signed_papers import MEMO, PROPOSER, invoked, updated

from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.exchange.xml import RAM, RSM, ExchangeDefect, Letter, Party, write_letter
from pipeline.papers import provenance as making
from pipeline.resources import resource

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """\
secret_codes: {ปกติ: "001", ลับ: "002"}
speed_codes: {ปกติ: "001", ด่วนมาก: "003"}
sender: {ministry: "11", department: "11008"}
receiver: {ministry: "12", department: "12002"}
"""
NUMBERED = MEMO.format(digits="thai").replace(
    "  subject:", "  number: ตอ 0101.3/258\n  date: 3 สิงหาคม 2569\n  subject:"
)
IN_ORDER = [
    "ID",
    "CorrespondenceDate",
    "Subject",
    "SecretCode",
    "SpeedCode",
    "SenderParty",
    "ReceiverParty",
    "Attachment",
    "SendDate",
    "Description",
    "MainLetterBinaryObject",
]


@pytest.fixture
def settings(tmp_path) -> Path:
    path = tmp_path / "exchange.yaml"
    path.write_text(SETTINGS, encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path) -> Path:
    return memo(tmp_path, NUMBERED)


def memo(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "บันทึก"
    folder.mkdir(exist_ok=True)
    (folder / "memo.yaml").write_text(text, encoding="utf-8")
    return folder


def letter(data: Path, settings: Path, *options: object) -> etree._Element:
    out = settings.parent / "out"
    result = invoked("exchange", data, "--settings", settings, "-o", out, *options)
    assert result.exit_code == 0, result.output
    root = etree.fromstring((out / data.name / "exchange.xml").read_bytes())
    assert root.tag == f"{{{RSM}}}GovernmentDocument"
    (found,) = root
    assert found.tag == f"{{{RAM}}}CorrespondenceLetter"
    return found


def fault(data: Path, settings: Path, *options: object) -> str:
    out = settings.parent / "out"
    result = invoked("exchange", data, "--settings", settings, "-o", out, "--lang", "en", *options)
    assert result.exit_code == ExitCode.INPUT, result.output
    assert not out.exists()
    return result.output


def said(element: etree._Element, *path: str) -> str | None:
    return element.findtext("/".join(f"{{{RAM}}}{name}" for name in path))


def test_it_says_what_the_memo_says_in_the_order_of_the_form(data, settings):
    found = letter(data, settings)
    assert [etree.QName(child).localname for child in found] == IN_ORDER
    assert said(found, "ID") == "ตอ 0101.3/258"
    assert said(found, "CorrespondenceDate") == "2026-08-03"
    assert said(found, "SendDate") == "2026-08-03"
    assert said(found, "Subject") == "ทดสอบการลงนาม"
    assert (said(found, "SecretCode"), said(found, "SpeedCode")) == ("001", "001")
    assert said(found, "SenderParty", "GivenName") == "สมมติ"
    assert said(found, "SenderParty", "FamilyName") == "ทดลอง"
    assert said(found, "SenderParty", "JobTitle") == "ผู้อำนวยการกองทดสอบ"
    assert said(found, "SenderParty", "DepartmentOrganization", "ID") == "11008"
    assert said(found, "ReceiverParty", "JobTitle") == "ผู้อำนวยการสำนักงานทดสอบ"
    assert said(found, "ReceiverParty", "MinistryOrganization", "ID") == "12"


def test_the_pdf_inside_is_the_one_that_render_writes(data, settings, tmp_path):
    main = letter(data, settings).find(f"{{{RAM}}}MainLetterBinaryObject")
    assert main.get("mimeCode") == "application/pdf"
    assert invoked("render", data, "-o", tmp_path / "papers", "--format", "pdf").exit_code == 0
    assert base64.b64decode(main.text) == (tmp_path / "papers" / data.name / "memo.pdf").read_bytes()


def signed_memo(data: Path, tmp_path: Path) -> Path:
    """The data's memo, rendered and signed by its proposer."""
    assert invoked("render", data, "-o", tmp_path / "papers", "--format", "pdf").exit_code == 0
    paper = tmp_path / "papers" / data.name / "memo.pdf"
    key = issued(PROPOSER, issued("ผู้ออก")).pkcs12(tmp_path)
    variables = {"SARABAN_KEY_PASSPHRASE": PASSPHRASE}
    assert invoked("sign", paper, "--key", key, env=variables).exit_code == 0
    return paper.with_name("memo.signed.pdf")


def test_a_signed_memo_goes_in_its_place_and_no_other_pdf_does(data, settings, tmp_path):
    signed = signed_memo(data, tmp_path)
    memo(tmp_path, NUMBERED.replace("เรียนมาเพื่อทราบ", "เรียนมาเพื่อพิจารณา"))
    assert "not the memo of this input" in fault(data, settings, "--pdf", signed)
    memo(tmp_path, NUMBERED)
    main = letter(data, settings, "--pdf", signed).find(f"{{{RAM}}}MainLetterBinaryObject")
    assert base64.b64decode(main.text) == signed.read_bytes()


def test_a_memo_that_was_signed_under_an_earlier_version_goes_too(data, settings, tmp_path, monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr(making, "__version__", "0.0.9")
        signed = signed_memo(data, tmp_path)
    main = letter(data, settings, "--pdf", signed).find(f"{{{RAM}}}MainLetterBinaryObject")
    assert base64.b64decode(main.text) == signed.read_bytes()


def test_a_signed_memo_that_was_changed_since_does_not_go(data, settings, tmp_path):
    signed = signed_memo(data, tmp_path)
    signed.write_bytes(updated(signed.read_bytes()))
    assert "changed since it was made or signed" in fault(data, settings, "--pdf", signed)


def test_the_report_goes_with_its_memo_as_an_attachment(settings):
    found = letter(ROOT / "input" / "hr-scorecard-2563", settings)
    (attached,) = found.findall(f"{{{RAM}}}AttachmentBinaryObject")
    assert base64.b64decode(attached.text).startswith(b"%PDF")
    assert said(found, "Attachment") == "รายงานผลตามแผนทรัพยากรบุคคล"
    assert said(found, "ID") == "อก 0210(2)/1539"


def test_marks_of_the_memo_take_their_own_codes(tmp_path, settings):
    marked = memo(tmp_path, NUMBERED.replace("  number:", "  secrecy: ลับ\n  urgency: ด่วนมาก\n  number:"))
    found = letter(marked, settings)
    assert (said(found, "SecretCode"), said(found, "SpeedCode")) == ("002", "003")


def test_what_the_settings_say_of_this_letter_is_told(data, settings):
    more = (
        "references: [{number: ตอ 0101/1, date: 2 มกราคม 2569, subject: เรื่องเดิม}]\n"
        "attachment: แผนที่ ๑ ฉบับ\ndescription: โปรดตอบรับ\nsend_date: 5 สิงหาคม 2569\n"
    )
    settings.write_text(SETTINGS + more, encoding="utf-8")
    found = letter(data, settings)
    assert said(found, "ReferenceCorrespondence", "ID") == "ตอ 0101/1"
    assert said(found, "ReferenceCorrespondence", "CorrespondenceDate") == "2026-01-02"
    assert said(found, "Attachment") == "แผนที่ ๑ ฉบับ"
    assert said(found, "Description") == "โปรดตอบรับ"
    assert said(found, "SendDate") == "2026-08-05"
    names = [etree.QName(child).localname for child in found]
    assert names.index("ReferenceCorrespondence") == names.index("ReceiverParty") + 1


def test_the_same_memo_gives_the_same_bytes(data, settings, tmp_path):
    letter(data, settings)
    path = tmp_path / "out" / data.name / "exchange.xml"
    first = path.read_bytes()
    path.unlink()
    letter(data, settings)
    assert path.read_bytes() == first


def test_top_secret_is_not_sent_whatever_the_settings_say(tmp_path, settings):
    settings.write_text(SETTINGS.replace('ลับ: "002"', 'ลับที่สุด: "004"'), encoding="utf-8")
    secret = memo(tmp_path, NUMBERED.replace("  number:", "  secrecy: ลับที่สุด\n  number:"))
    told = fault(secret, settings)
    assert "ลับที่สุด may not be sent electronically" in told
    assert "ข้อ 29" in told
    assert "No. 4" in told


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ('ปกติ: "001", ลับ', "secret_codes.ปกติ"),
        ('ปกติ: "001", ด่วน', "speed_codes.ปกติ"),
        ('ministry: "11", ', "sender.ministry"),
        ('department: "11008"', "sender.department"),
        ('ministry: "12", ', "receiver.ministry"),
        ('department: "12002"', "receiver.department"),
    ],
)
def test_each_code_that_is_missing_is_named_and_none_is_guessed(data, settings, setting, name):
    kept = setting.partition(", ")[2]
    settings.write_text(SETTINGS.replace(setting, kept), encoding="utf-8")
    assert f"the setting {name} is missing" in fault(data, settings)


def test_all_that_is_missing_is_told_together(tmp_path):
    shipped = tmp_path / "exchange.yaml"
    shipped.write_bytes(resource("templates", "exchange", "exchange.yaml").read_bytes())
    told = fault(memo(tmp_path, MEMO.format(digits="thai")), shipped)
    assert told.count("is missing") == 6
    assert "memo.number" in told
    assert "memo.date" in told
    line = shipped.read_text("utf-8").splitlines().index("  ปกติ:") + 1
    assert f"{shipped}:{line}:3: " in told


@pytest.mark.parametrize("code", ["๐๐๑", "0 1", "<1>", "รหัส"])
def test_a_code_is_of_digits_or_latin_letters(data, settings, code):
    settings.write_text(SETTINGS.replace('"11008"', f'"{code}"'), encoding="utf-8")
    assert "sender.department cannot be used" in fault(data, settings)


def test_what_is_no_setting_is_said(data, settings):
    settings.write_text(SETTINGS + "secret: x\n", encoding="utf-8")
    assert "secret" in fault(data, settings)
    settings.unlink()
    assert invoked("exchange", data, "--settings", settings).exit_code == ExitCode.INPUT


def test_an_agreement_is_no_letter(settings):
    assert "no memo or letter that could be sent" in fault(ROOT / "input" / "agreement-2547", settings)


def test_the_schema_refuses_what_the_form_does_not_have(data, settings):
    schema = etree.XMLSchema(etree.parse(resource("templates", "exchange", "GovernmentDocument.xsd")))
    whole = letter(data, settings).getroottree()
    assert schema.validate(whole)
    for name in IN_ORDER:
        broken = etree.fromstring(etree.tostring(whole))
        (found,) = broken
        found.remove(found.find(f"{{{RAM}}}{name}"))
        assert not schema.validate(broken), name
    swapped = etree.fromstring(etree.tostring(whole))
    (found,) = swapped
    found.append(found[0])
    assert not schema.validate(swapped)


def test_a_letter_without_its_file_is_a_defect():
    day = datetime.date(2026, 8, 3)
    party = Party("", "", "ผู้อำนวยการ", "11", "11008")
    with pytest.raises(ExchangeDefect):
        write_letter(Letter("ก 1/1", day, "เรื่อง", "001", "001", party, party, (), "", day, "", b""))


def test_what_the_memo_cites_and_encloses_goes_along_once(tmp_path, settings):
    lists = """\
  references:
    - {text: หนังสือกรม, number: กท 0101/7, date: 15 กรกฎาคม 2569}
    - {text: หนังสือไม่มีเลขที่}
  enclosures:
    - {name: โครงการ, count: 1, unit: ชุด}
    - {name: กำหนดการ, count: 2}
  number:"""
    acting = "ผู้อำนวยการกองทดสอบ\n    acting: รักษาราชการแทน\n    acting_for: ผู้อำนวยการ"
    text = NUMBERED.replace("  number:", lists).replace("ผู้อำนวยการกองทดสอบ", acting)
    again = "references: [{number: กท 0101/7, date: 15 กรกฎาคม 2569, subject: ซ้ำ}]\n"
    settings.write_text(SETTINGS + again, encoding="utf-8")
    found = letter(memo(tmp_path, text), settings)
    (cited,) = found.findall(f"{{{RAM}}}ReferenceCorrespondence")
    assert [said(cited, name) for name in ("ID", "CorrespondenceDate", "Subject")] == [
        "กท 0101/7",
        "2026-07-15",
        "หนังสือกรม",
    ]
    assert said(found, "Attachment") == "โครงการ, กำหนดการ"
    assert said(found, "SenderParty", "JobTitle") == "ผู้อำนวยการกองทดสอบ รักษาราชการแทน ผู้อำนวยการ"
