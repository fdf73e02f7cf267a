"""`saraban verify`: whether a file that came back still says what the data say, and who signed it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import click

from pipeline.cli import options
from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console
from pipeline.cli.render import PAPERS
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode

_VERIFIERS = {".docx": "pipeline.cli.verify_docx", ".pdf": "pipeline.cli.verify_pdf"}
"""The module whose `verify` looks at files of a kind."""


class Asked(NamedTuple):
    """What the command line asks: a file, its data, which paper of them, made with what, whom one trusts, and
    how it is told.
    """

    file: Path
    path: Path | None
    paper_id: str | None
    templates: Path | None
    reference: Path | None
    trust: Path | None
    as_json: bool


@command(
    "verify",
    Message(
        "ตรวจว่าเอกสารที่ส่งกลับมายังตรงกับข้อมูล และลายมือชื่ออิเล็กทรอนิกส์\n"
        "DOCX: บอกทุกแห่งที่ต่างจากข้อมูล: ตัวเลข คะแนน น้ำหนัก ชื่อ วันที่ ถ้อยคำ แถว ย่อหน้า พร้อมตำแหน่ง\n"
        "ช่องว่างที่เติมด้วยปากกา (เลขที่ วันที่) ไม่นับว่าต่าง\n"
        "PDF: ใครลงนาม เมื่อใด ถูกแก้ไขภายหลังหรือไม่ และยังตรงกับข้อมูลที่แนบอยู่ในแฟ้มหรือไม่",
        "Tell whether a paper that came back still says what the data say, and who signed it.\n"
        "DOCX: every difference from the data, with its kind and place: figures, names, dates, words, rows.\n"
        "Blanks that were filled in (number, date) are no difference.\n"
        "PDF: who signed, when, whether it was changed since, and whether it says what its own data say.",
    ),
)
@argument(
    "file",
    words=Message("เอกสารที่ส่งกลับมา (.docx หรือ .pdf)", "The paper that came back (.docx or .pdf)."),
    metavar="FILE",
    type=click.Path(path_type=Path),
)
@argument(
    "path",
    words=Message(
        "โฟลเดอร์ข้อมูล หรือแฟ้มข้อมูล (PDF ไม่ต้องระบุ: มีข้อมูลอยู่ในแฟ้ม)",
        "The folder or file of its data (a PDF holds its own).",
    ),
    metavar="[INPUT]",
    required=False,
    type=click.Path(path_type=Path),
)
@option(
    "--paper",
    "paper_id",
    words=Message(
        f"เอกสารใดของข้อมูล (ถ้าไม่ระบุ: ดูจากข้อความ): {', '.join(PAPERS)}",
        f"Which paper of the data it is (otherwise: known by its text): {', '.join(PAPERS)}.",
    ),
    metavar="PAPER",
    type=click.Choice(PAPERS),
)
@options.templates(
    "โฟลเดอร์แม่แบบของสำนักงานที่ใช้ทำเอกสารนี้", "The office's own templates that the paper was made with."
)
@options.reference(
    "แฟ้ม Word ของสำนักงานที่ใช้ทำเอกสารนี้ (หัวและท้ายกระดาษ)",
    "The office's Word file that the paper was made with (its headers and footers).",
)
@option(
    "--trust",
    words=Message(
        "ใบรับรองของผู้ออกใบรับรองที่เชื่อถือ (PEM) สำหรับตรวจลายมือชื่อใน PDF",
        "Certificates of the issuers that you trust (PEM), for the signatures of a PDF.",
    ),
    metavar="PEM",
    type=click.Path(path_type=Path),
)
@option(
    "--json", "as_json", words=Message("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."), is_flag=True
)
@click.pass_obj
def verify(
    console: Console,
    *,
    file: Path,
    path: Path | None,
    paper_id: str | None,
    templates: Path | None,
    reference: Path | None,
    trust: Path | None,
    as_json: bool,
) -> ExitCode:
    """Compares as the kind of file demands it; the exit code says whether anything was found."""
    from pipeline.intake.opening import refuse_what_is_no_file  # noqa: PLC0415

    refuse_what_is_no_file(file)
    return _verifier_of(file)(Asked(file, path, paper_id, templates, reference, trust, as_json), console)


def _verifier_of(file: Path) -> Callable[[Asked, Console], ExitCode]:
    """How a file of this kind is verified, by its suffix."""
    module = _VERIFIERS.get(file.suffix.lower())
    if module is None:
        known = ", ".join(_VERIFIERS)
        raise UsageError(
            Message(
                f"ตรวจแฟ้มชนิด '{file.suffix}' ไม่ได้ ตรวจได้เฉพาะ {known}",
                f"files of type '{file.suffix}' cannot be verified, only {known}",
            )
        )
    verifier: Callable[[Asked, Console], ExitCode] = import_module(module).verify
    return verifier
