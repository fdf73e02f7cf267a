"""`saraban verify`: whether a file that came back still says what the data say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from pipeline.cli.commands import argument, command, option
from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.misuse import Misuse
from pipeline.cli.render import PAPERS
from pipeline.cli.talk import Talk
from pipeline.faults import Words

if TYPE_CHECKING:
    from pipeline.batch.stages import Prepared
    from pipeline.compose import Paper


class Asked(NamedTuple):
    """What the command line asks: a file, its data, which paper of them, made with what, and told how."""

    file: Path
    path: Path
    paper_id: str | None
    templates: Path | None
    reference: Path | None
    as_json: bool


@command(
    "verify",
    Words(
        "ตรวจว่าเอกสารที่ส่งกลับมายังตรงกับข้อมูล\n"
        "บอกทุกแห่งที่ต่าง: ตัวเลข คะแนน น้ำหนัก ชื่อ วันที่ ถ้อยคำ แถว ย่อหน้า พร้อมตำแหน่ง\n"
        "ช่องว่างที่เติมด้วยปากกา (เลขที่ วันที่) ไม่นับว่าต่าง และแฟ้มไม่ถูกแก้ไข",
        "Tell whether a paper that came back still says what the data say.\n"
        "Every difference is shown with its kind and place: figures, names, dates, words, rows, paragraphs.\n"
        "Blanks that were filled in (number, date) are no difference; the file is never changed.",
    ),
)
@argument(
    "file",
    words=Words("เอกสารที่ส่งกลับมา (.docx)", "The paper that came back (.docx)."),
    metavar="FILE",
    type=click.Path(path_type=Path),
)
@argument(
    "path",
    words=Words("โฟลเดอร์ข้อมูล หรือแฟ้มข้อมูล", "The folder or file of its data."),
    metavar="INPUT",
    type=click.Path(path_type=Path),
)
@option(
    "--paper",
    "paper_id",
    words=Words(
        f"เอกสารใดของข้อมูล (ถ้าไม่ระบุ: ดูจากข้อความ): {', '.join(PAPERS)}",
        f"Which paper of the data it is (otherwise: known by its text): {', '.join(PAPERS)}.",
    ),
    metavar="PAPER",
    type=click.Choice(PAPERS),
)
@option(
    "--templates",
    words=Words(
        "โฟลเดอร์แม่แบบของสำนักงานที่ใช้ทำเอกสารนี้", "The office's own templates that the paper was made with."
    ),
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@option(
    "--reference",
    words=Words(
        "แฟ้ม Word ของสำนักงานที่ใช้ทำเอกสารนี้ (หัวและท้ายกระดาษ)",
        "The office's Word file that the paper was made with (its headers and footers).",
    ),
    metavar="DOCX",
    type=click.Path(path_type=Path),
)
@option("--json", "as_json", words=Words("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."), is_flag=True)
@click.pass_obj
def verify(
    talk: Talk,
    *,
    file: Path,
    path: Path,
    paper_id: str | None,
    templates: Path | None,
    reference: Path | None,
    as_json: bool,
) -> ExitCode:
    """Compares as the kind of file demands it; the exit code says whether anything differs."""
    return _verifier_of(file)(Asked(file, path, paper_id, templates, reference, as_json), talk)


def _verifier_of(file: Path) -> Callable[[Asked, Talk], ExitCode]:
    """How a file of this kind is verified, by its suffix."""
    verifiers = {".docx": _verify_docx}
    verifier = verifiers.get(file.suffix.lower())
    if verifier is None:
        known = ", ".join(verifiers)
        raise Misuse(
            Words(
                f"ตรวจแฟ้มชนิด '{file.suffix}' ไม่ได้ ตรวจได้เฉพาะ {known}",
                f"files of type '{file.suffix}' cannot be verified, only {known}",
            )
        )
    return verifier


def _verify_docx(asked: Asked, talk: Talk) -> ExitCode:
    """Holds the text of a DOCX against its data."""
    from pipeline.batch.stages import Wishes, prepare  # noqa: PLC0415
    from pipeline.batch.verification import verify as verified  # noqa: PLC0415
    from pipeline.cli.verify_report import say_verification, verification_json  # noqa: PLC0415
    from pipeline.document.reference import read_reference  # noqa: PLC0415
    from pipeline.intake.docx import read_docx  # noqa: PLC0415

    found = read_docx(asked.file)
    prepared = prepare(asked.path)
    wishes = Wishes(
        folder=asked.templates, reference=read_reference(asked.reference) if asked.reference else None
    )
    verification = verified(found, prepared, _paper(prepared, asked.paper_id), wishes)
    if asked.as_json:
        click.echo(verification_json(verification, found.source, talk))
    else:
        say_verification(verification, talk)
    return ExitCode.FINDINGS if verification.differences else ExitCode.OK


def _paper(prepared: Prepared, paper_id: str | None) -> Paper | None:
    """The paper that was named; `None` if none was. `Misuse` for one that the input does not make."""
    if paper_id is None:
        return None
    made = {paper.id: paper for paper in prepared.papers}
    if paper_id not in made:
        raise Misuse(
            Words(
                f"ข้อมูลนี้ไม่มีเอกสาร {paper_id} มีเพียง: {', '.join(made)}",
                f"the input makes no {paper_id}; it makes: {', '.join(made)}",
            )
        )
    return made[paper_id]
