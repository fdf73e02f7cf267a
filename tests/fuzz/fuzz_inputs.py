"""Good inputs of every kind, made once: what is spoilt, and the commands that read it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from pipeline.cli.main import saraban
from pipeline.kinds import SHIPPED

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "cli"), str(TESTS / "acceptance")]

from certificates import PASSPHRASE, issued  # noqa: E402
from sample_inputs import AGREEMENT, MEMO  # noqa: E402

from pipeline.kinds.writing import workbook_of  # noqa: E402
from pipeline.resources import resource  # noqa: E402

SETTINGS = """\
secret_codes: {ปกติ: "001", ลับ: "002"}
speed_codes: {ปกติ: "001", ด่วนมาก: "003"}
sender: {ministry: "11", department: "11008"}
receiver: {ministry: "12", department: "12002"}
"""
BATCH = """\
kind: batch
title: บันทึกของทุกหน่วย
base: memo
papers: [memo]
set:
  office.name: สำนักงาน{unit}
units_from: units.csv
"""
UNITS = "id,remark,memo.subject\nก,x,เรื่องหนึ่ง\nข,,เรื่องสอง\n"
ALLOWED = "allow:\n  - {code: A0301, where: memo, reason: ตรวจแล้ว}\n"
TEXT = """\
บันทึกข้อความ
ส่วนราชการ กองทดสอบ โทร. ๐ ๒๒๘๑ ๑๒๓๔
ที่ ตอ ๐๑๐๑/๑๒ วันที่ ๓ สิงหาคม ๒๕๖๙
เรื่อง รายงานผล
เรียน ผู้อำนวยการ
มีผู้เข้าอบรม 120 คน แบ่งเป็น ชาย 88 คน หญิง 32 คน คิดเป็นร้อยละ 73.33
1. ขั้นตอนที่ 1 ร้อยละ 50.00
2. ขั้นตอนที่ 2 ร้อยละ 30.00

| ตัวชี้วัด | น้ำหนัก | คะแนน |
|---|---|---|
| ก | 60 | 3.5 |
| ข | 40 | 4.0 |
| รวม | 100 | 3.7 |

(นายสมมติ ตัวอย่าง)
"""


class Kind(NamedTuple):
    """A kind of input: the file in the folder of good ones that is spoilt, and the commands that read it.

    In a command `IN` is the folder, `OUT` what is written; every command is tried on some spoilt file.
    """

    file: str
    commands: tuple[str, ...]


KINDS = {
    "memo": Kind(
        "memo/memo.yaml",
        ("render IN/memo -o OUT", "check IN/memo", "convert IN/memo OUT/a.xlsx", "audit IN/memo"),
    ),
    "agreement": Kind(
        "agreement/agreement.yaml",
        ("render IN/agreement -o OUT --format pdf", "check IN/agreement", "score IN/agreement"),
    ),
    "hr-scorecard": Kind(
        "hr-scorecard/plan.yaml",
        ("check IN/hr-scorecard", "score IN/hr-scorecard --json", "convert IN/hr-scorecard OUT/a.xlsx"),
    ),
    "workbook": Kind(
        "memo.xlsx",
        (
            "render IN/memo.xlsx -o OUT",
            "check IN/memo.xlsx",
            "check IN/memo.xlsx --annotate",
            "convert IN/memo.xlsx OUT/a",
        ),
    ),
    "workbook-agreement": Kind(
        "agreement.xlsx",
        (
            "check IN/agreement.xlsx",
            "score IN/agreement.xlsx",
            "render IN/agreement.xlsx -o OUT --format docx",
        ),
    ),
    "table": Kind("hr-tables/ผลรอบ.csv", ("check IN/hr-tables", "score IN/hr-tables")),
    "batch": Kind(
        "batch.yaml", ("batch IN/batch.yaml -o OUT --jobs 1", "batch IN/batch.yaml -o OUT --dry-run")
    ),
    "units": Kind(
        "units.csv", ("batch IN/batch.yaml -o OUT --jobs 1", "batch IN/batch.yaml -o OUT --dry-run --json")
    ),
    "ledger": Kind("made/LEDGER", ("batch IN/batch.yaml -o IN/made --jobs 1", "bundle IN/made -o OUT/a.pdf")),
    "template": Kind("office/memo/memo.xml.j2", ("render IN/memo -o OUT --templates IN/office",)),
    "style": Kind("office/styles/memo.yaml", ("render IN/memo -o OUT --templates IN/office",)),
    "emblem-svg": Kind("office-svg/assets/garuda.svg", ("render IN/memo -o OUT --templates IN/office-svg",)),
    "emblem-png": Kind("office-png/assets/garuda.png", ("render IN/memo -o OUT --templates IN/office-png",)),
    "reference": Kind("reference.docx", ("render IN/memo -o OUT --reference IN/reference.docx",)),
    "docx": Kind(
        "memo.docx",
        (
            "audit IN/memo.docx",
            "verify IN/memo.docx IN/memo",
            "show IN/memo.docx",
            "rerender IN/memo.docx -o OUT",
        ),
    ),
    "pdf": Kind(
        "memo.pdf",
        (
            "audit IN/memo.pdf",
            "verify IN/memo.pdf",
            "show IN/memo.pdf",
            "rerender IN/memo.pdf -o OUT",
            "sign IN/memo.pdf --key IN/key.p12 --passphrase-file IN/pass -o OUT/s.pdf",
        ),
    ),
    "signed": Kind(
        "memo.signed.pdf", ("verify IN/memo.signed.pdf --trust IN/trust.pem", "verify IN/memo.signed.pdf")
    ),
    "text": Kind(
        "memo.txt",
        ("audit IN/memo.txt", "audit IN/memo.txt --json", "audit IN/memo.txt --allow IN/allow.yaml"),
    ),
    "allowed": Kind("allow.yaml", ("audit IN/memo.txt --allow IN/allow.yaml",)),
    "key": Kind("key.p12", ("sign IN/memo.pdf --key IN/key.p12 --passphrase-file IN/pass -o OUT/s.pdf",)),
    "key-pem": Kind("key.pem", ("sign IN/memo.pdf --key IN/key.pem -o OUT/s.pdf",)),
    "trust": Kind("trust.pem", ("verify IN/memo.signed.pdf --trust IN/trust.pem",)),
    "exchange": Kind("exchange.yaml", ("exchange IN/memo --settings IN/exchange.yaml -o OUT/a.xml",)),
}


def make_good_inputs(folder: Path) -> None:
    """All files that `KINDS` name, good, in `folder`."""
    for kind in ("memo", "agreement", "hr-scorecard"):
        _run("new", folder / kind, "--kind", kind)
    _small_agreement(folder)
    shutil.copytree(folder / "hr-scorecard", folder / "hr-tables")
    (folder / "hr-tables" / "ผลรอบ.csv").write_text("ตัวชี้วัด,ผล\n1,80\n", "utf-8")
    for name, values in (("memo", MEMO), ("agreement", AGREEMENT)):
        (folder / f"{name}.xlsx").write_bytes(workbook_of(SHIPPED.of(name), values))
    for name, text in _texts():
        (folder / name).write_text(text, "utf-8")
    _office(folder)
    _run("batch", folder / "batch.yaml", "-o", folder / "made", "--jobs", "1")
    (ledger,) = (file for file in (folder / "made").iterdir() if file.name.startswith("."))
    KINDS["ledger"] = KINDS["ledger"]._replace(file=f"made/{ledger.name}")
    _run("render", folder / "memo", "-o", folder / "papers")
    for suffix in ("docx", "pdf"):
        shutil.copyfile(folder / "papers" / "memo" / f"memo.{suffix}", folder / f"memo.{suffix}")
    shutil.copyfile(folder / "memo.docx", folder / "reference.docx")
    _keys(folder)


def _texts() -> Iterator[tuple[str, str]]:
    yield from (("batch.yaml", BATCH), ("units.csv", UNITS), ("exchange.yaml", SETTINGS))
    yield from (("allow.yaml", ALLOWED), ("memo.txt", TEXT), ("pass", PASSPHRASE))


def _small_agreement(folder: Path) -> None:
    """JSON is YAML: the agreement of the samples, which is small."""
    for file in (folder / "agreement").glob("*.yaml"):
        file.unlink()
    text = json.dumps(AGREEMENT, ensure_ascii=False, indent=1)
    (folder / "agreement" / "agreement.yaml").write_text(text, "utf-8")


def _office(folder: Path) -> None:
    shipped = resource("templates")
    (folder / "office" / "memo").mkdir(parents=True)
    (folder / "office" / "styles").mkdir()
    shutil.copyfile(shipped / "memo" / "memo.xml.j2", folder / "office" / "memo" / "memo.xml.j2")
    shutil.copyfile(shipped / "styles" / "memo.yaml", folder / "office" / "styles" / "memo.yaml")
    for kind in ("svg", "png"):
        assets = folder / f"office-{kind}" / "assets"
        assets.mkdir(parents=True)
        shutil.copyfile(shipped / "assets" / f"garuda.{kind}", assets / f"garuda.{kind}")


def _keys(folder: Path) -> None:
    authority = issued("ผู้ออกใบรับรอง")
    holder = issued("นายสมมติ ตั้งต้น", authority)
    holder.pkcs12(folder, authority.certificate).rename(folder / "key.p12")
    holder.pem(folder).rename(folder / "key.pem")
    (folder / "trust.pem").write_bytes(authority.certificate_pem)
    target = folder / "memo.signed.pdf"
    _run(
        "sign",
        folder / "memo.pdf",
        "--key",
        folder / "key.p12",
        "--passphrase-file",
        folder / "pass",
        "-o",
        target,
    )


def _run(*words: object) -> None:
    result = CliRunner().invoke(saraban, [str(word) for word in words])
    assert result.exit_code == 0, result.output
