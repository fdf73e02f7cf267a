"""The data of a memo that reminds who has not answered: of the kind `memo`, made from the work's own data."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.intake import Source
from pipeline.intake.source import Plain
from pipeline.kinds.loading import load
from pipeline.kinds.writing import workbook_of, yaml_files
from pipeline.output.new_file import write_new
from pipeline.rounds.gather import Gathered, UnitState
from pipeline.rounds.gather_report import outstanding
from pipeline.rounds.works import Work
from pipeline.thai.dates import long_date

MEMO = "memo"
_HEAD = ("agency", "phone", "fax", "email", "proposer")
_SIGNER = ("person", "position", "acting", "acting_for")
_NOT_SIGNERS = frozenset({"results", "last_round", "audit"})


def reminder_values(found: Gathered, deadline: datetime.date | None) -> dict[str, Plain]:
    """The memo as plain values. `deadline` is by when the answers are wanted now; without it, that of the
    hand-out is said alone.

    Raises `InputError` where all have answered, or nobody could sign.
    """
    work = found.work
    late = [unit for unit in found.units if unit.state != "answered" or unit.open]
    if not late:
        raise InputError([diagnose("nobody-to-remind", Location(str(work.path)))])
    head = _head(work)
    told = {
        "to": "ผู้รับผิดชอบตามรายชื่อในตาราง",
        "subject": f"ขอให้ส่งแบบกรอก{work.title}",
    }
    values: dict[str, Any] = {
        "kind": MEMO,
        "office": work.source.values.get("office"),
        "memo": {**head, **told},
        "body": list(_body(work, late, _handed(found), deadline)),
    }
    if digits := work.source.values.get("digits"):
        values["digits"] = digits
    return values


def write_reminder(found: Gathered, target: Path, deadline: datetime.date | None) -> tuple[Path, ...]:
    """Writes the memo's data as a new workbook, or into a new folder as YAML. Raises `InputError`,
    `OutputError`.
    """
    values = reminder_values(found, deadline)
    known = found.work.known
    load(Source(str(target), values), known)
    kind = known.of(MEMO)
    if target.suffix.lower() == ".xlsx":
        files: Mapping[Path, bytes] = {target: workbook_of(kind, values)}
    else:
        files = {target / name: data for name, data in yaml_files(kind, values).items()}
    for path, data in files.items():
        write_new(path, data)
    return tuple(files)


def _head(work: Work) -> dict[str, Plain]:
    """From whom the memo is: the head of the work's own, or its office and the last who signs it."""
    own = work.source.values.get("memo")
    head = {name: own[name] for name in _HEAD if own.get(name)} if isinstance(own, dict) else {}
    signer = head.get("proposer") or next(reversed([*_signers(work.source.values)]), None)
    if not isinstance(signer, dict):
        raise InputError([diagnose("reminder-signer", Location(str(work.path)))])
    office = work.source.values.get("office")
    name = office.get("name") if isinstance(office, dict) else ""
    return {
        "agency": name,
        **head,
        "proposer": {each: signer[each] for each in _SIGNER if signer.get(each)},
    }


def _signers(value: Plain | Mapping[str, Plain]) -> Iterator[dict[str, Plain]]:
    """Persons in a post anywhere in the data."""
    if isinstance(value, dict):
        if value.get("person") and value.get("position"):
            yield value
        for name, inner in value.items():
            if name not in _NOT_SIGNERS:
                yield from _signers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _signers(inner)


def _handed(found: Gathered) -> str:
    """The deadline that was handed out, as the answers say it."""
    days = [answer.note.deadline for answer in found.answers if answer.note.deadline]
    try:
        return long_date(datetime.date.fromisoformat(max(days))) if days else ""
    except ValueError:
        return ""


def _body(
    work: Work, late: list[UnitState], handed: str, deadline: datetime.date | None
) -> Iterator[dict[str, Plain] | str]:
    by = f" ภายในวันที่ {handed}" if handed else ""
    yield f"ตามที่ได้แจกแบบกรอก{work.title} เพื่อให้กรอกและส่งกลับ{by} นั้น"
    rows: list[Plain] = [
        [str(n), unit.who.name, work.printed(outstanding(unit))] for n, unit in enumerate(late, 1)
    ]
    yield {
        "text": f"บัดนี้ ยังไม่ได้รับรายงานผลจากผู้รับผิดชอบ จำนวน {len(late)} ราย ดังนี้",
        "table": {
            "header": ["ลำดับ", "ผู้รับผิดชอบ", "รายการที่ยังไม่ได้รับ"],
            "widths": ["12", "43", "95"],
            "rows": rows,
        },
    }
    until = f" ภายในวันที่ {long_date(deadline)}" if deadline else " โดยเร็ว"
    yield f"จึงเรียนมาเพื่อโปรดกรอกและส่งกลับมาที่ {work.contact}{until}"
