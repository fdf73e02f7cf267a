"""`saraban audit`: contradictions and slips in data and in finished papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console, say_json
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode

if TYPE_CHECKING:
    from pipeline.audit import Finding


@command(
    "audit",
    Message(
        "หาข้อขัดแย้งและที่ผิดในข้อมูลหรือเอกสาร\n"
        "เช่น ระดับไม่ตรงร้อยละ “๔ ขั้นตอน” แต่มีห้าข้อ ตรารับวันเสาร์ ชื่อคนสะกดสองแบบ\n"
        "ใช้กับโฟลเดอร์ข้อมูล หรือเอกสารที่ทำเสร็จแล้ว (DOCX PDF TXT) ของใครก็ได้\n"
        "รหัสและคำอธิบายของทุกกฎ: docs/audit.md",
        "Find contradictions and slips in data and papers.\n"
        "A level that is not its percentage, “4 steps” and five of them, a stamp of a Saturday,\n"
        "a name in two spellings. Give a folder of data, or finished papers (DOCX, PDF, TXT).\n"
        "Every rule and its code: docs/audit.md",
    ),
)
@argument(
    "inputs",
    words=Message(
        "ข้อมูล (โฟลเดอร์ .yaml .xlsx) หรือเอกสาร (.docx .pdf .txt .md)",
        "Data (a folder, .yaml, .xlsx) or papers (.docx, .pdf, .txt, .md).",
    ),
    metavar="INPUT...",
    nargs=-1,
    type=click.Path(path_type=Path),
)
@option(
    "--together",
    words=Message(
        "ตรวจเอกสารทุกแฟ้มเทียบกัน เช่น บันทึกกับรายงานที่แนบ",
        "Hold all papers against one another, as a memo and its report.",
    ),
    is_flag=True,
)
@option(
    "--allow",
    "allowed",
    words=Message(
        "แฟ้ม .yaml ของข้อยกเว้นพร้อมเหตุผล (ของเอกสารที่ทำเสร็จแล้ว)",
        "A .yaml file of exceptions with reasons, for finished papers.",
    ),
    metavar="FILE",
    type=click.Path(path_type=Path),
)
@option(
    "--json", "as_json", words=Message("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."), is_flag=True
)
@option(
    "--rules",
    "show_rules",
    words=Message("แสดงกฎทั้งหมด (docs/audit.md)", "Show all rules (docs/audit.md)."),
    is_flag=True,
)
@click.pass_obj
def audit(
    console: Console,
    *,
    inputs: tuple[Path, ...],
    together: bool,
    allowed: Path | None,
    as_json: bool,
    show_rules: bool,
) -> ExitCode:
    """Audits each input, or all papers together, and prints what is found."""
    if show_rules:
        from pipeline.cli.audit_doc import audit_doc  # noqa: PLC0415

        click.echo(audit_doc(), nl=False)
        return ExitCode.OK
    if not inputs:
        raise UsageError(Message("ยังไม่ได้ระบุ INPUT", "Missing argument 'INPUT...'."))
    findings = _findings(inputs, allowed, together=together)
    if as_json:
        from pipeline.cli.audit_json import audit_json  # noqa: PLC0415

        say_json(audit_json(findings, console))
    else:
        from pipeline.cli.audit_report import say_findings  # noqa: PLC0415

        say_findings(findings, console)
    return ExitCode.FINDINGS if any(finding.refused for finding in findings) else ExitCode.OK


def _findings(inputs: tuple[Path, ...], allowed: Path | None, *, together: bool) -> tuple[Finding, ...]:
    """Finished papers first, then data, each in the order given."""
    from pipeline.extraction.document_reader import is_finished  # noqa: PLC0415
    from pipeline.papers.auditing import audit_finished, audit_input  # noqa: PLC0415

    papers = tuple(path for path in inputs if is_finished(path))
    data = tuple(path for path in inputs if not is_finished(path))
    if allowed and not papers:
        raise UsageError(
            Message(
                "--allow ใช้กับเอกสารที่ทำเสร็จแล้ว ข้อยกเว้นของข้อมูลอยู่ใน audit: allow: ของข้อมูลเอง",
                "--allow is for finished papers; data have their own audit: allow:",
            )
        )
    found = audit_finished(papers, allowed, together=together) if papers else ()
    return (*found, *(finding for path in data for finding in audit_input(path)))
