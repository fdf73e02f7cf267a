"""What gathering found, in words and for programs: the same on the command line and at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.diagnostics import Location, Message
from pipeline.intake.source import Plain
from pipeline.model.choices import choice_name
from pipeline.rounds.answers import At
from pipeline.rounds.asked_rows import named_rows
from pipeline.rounds.gather import Conflict, Gathered, State, UnitState, Why
from pipeline.workbook.prose import pieces_of

_LONGEST = 60

STATES: dict[State, Message] = {
    "answered": Message("ตอบแล้ว", "answered"),
    "unchanged": Message("ส่งกลับโดยไม่ได้แก้", "sent back without a change"),
    "missing": Message("ยังไม่ตอบ", "not answered"),
}

_WHYS: dict[Why, Message] = {
    "answers": Message("คำตอบของหน่วยงานเดียวกันไม่ตรงกัน", "two answers of the unit differ"),
    "work": Message("งานถูกแก้หลังจากแจก และไม่ตรงกับคำตอบ", "the work was changed since, to another value"),
    "cleared": Message("หน่วยงานลบค่าออก", "the unit has taken the value away"),
    "formula": Message("ช่องของงานเป็นสูตร", "the work has a formula there"),
}


def unit_lines(found: Gathered) -> Iterator[Message]:
    """Who answered and who did not, a line each."""
    for unit in found.units:
        state = STATES[unit.state]
        files = ", ".join(answer.file.name for answer in unit.answers)
        named = Message(f": {files}", f": {files}") if files else Message("", "")
        still = _open_rows(unit)
        yield Message(
            f"  {unit.who.name} {state.th}{named.th}{still.th}",
            f"  {unit.who.name}: {state.en}{named.en}{still.en}",
        )


def _open_rows(unit: UnitState) -> Message:
    if not unit.open:
        return Message("", "")
    listed = ", ".join(row.key for row in unit.open)
    return Message(f" ยังว่าง: {listed}", f"; still empty: {listed}")


def change_lines(found: Gathered) -> Iterator[Message]:
    """What is taken, a line each."""
    for change in found.changes:
        before, after = say_value(change.before), say_value(change.value)
        where = say_at(found, change.at)
        by = change.answer.file.name
        yield Message(f"  {where}: {before} -> {after} ({by})", f"  {where}: {before} -> {after} ({by})")


def conflict_lines(found: Gathered) -> Iterator[Message]:
    """What is to be decided, a few lines each: where, why, and each value with where it stands."""
    for each in found.conflicts:
        where, why = say_at(found, each.at), _WHYS[each.why]
        yield Message(f"  {where}: {why.th}", f"  {where}: {why.en}")
        handed, now = say_value(each.handed), say_value(each.now)
        yield Message(
            f"    เมื่อแจก {handed} · ในงานตอนนี้ {now}", f"    handed out: {handed}; in the work now: {now}"
        )
        for offer in each.offers:
            place = offer.answer.place(each.at)
            yield Message(
                f"    {offer.answer.file.name} ({place.sheet} {place.cell}): {say_value(offer.value)}",
                f"    {offer.answer.file.name} ({place.sheet} {place.cell}): {say_value(offer.value)}",
            )


def summary(found: Gathered) -> Message:
    """How many answered, and what is left."""
    counts = {state: sum(unit.state == state for unit in found.units) for state in STATES}
    asked, faults = len(found.units), len(found.faults) + len(found.refused)
    thai = [f"ตอบแล้ว {counts['answered']} จาก {asked} หน่วยงาน", f"รับ {len(found.changes)} ค่า"]
    english = [f"{counts['answered']} of {asked} units answered", f"{len(found.changes)} values taken"]
    if counts["missing"]:
        thai.append(f"ยังไม่ตอบ {counts['missing']}")
        english.append(f"{counts['missing']} not answered")
    if found.conflicts:
        thai.append(f"ต้องตัดสิน {len(found.conflicts)} ช่อง")
        english.append(f"{len(found.conflicts)} to decide")
    if faults:
        thai.append(f"ต้องแก้ {faults} แห่ง")
        english.append(f"{faults} to mend")
    return Message(" · ".join(thai), ", ".join(english))


def say_at(found: Gathered, at: At) -> str:
    """`manual ขั้นตอนที่แล้วเสร็จ`: a row and a field in words."""
    (of, key), field = at
    return f"{', '.join(key)} {found.work.asked.table(of).title(field)}"


def say_value(value: Plain) -> str:
    """A value on one line, long ones shortened."""
    if value is None or value in ("", [], {}):
        return "(ว่าง)"
    if isinstance(value, list):
        text = " / ".join(cell for piece in pieces_of(value) for cell in piece.cells if cell)
    elif isinstance(value, dict):
        text = ", ".join(f"{inner}" for inner in value.values() if inner)
    else:
        text = choice_name(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def gathered_json(found: Gathered, written: dict[str, Any]) -> dict[str, Any]:
    """All of it for programs; `written` says what became of files."""
    return {
        "work": str(found.work.path),
        "units": [_unit_json(unit) for unit in found.units],
        "merged": [
            {
                **_at_json(change.at),
                "from": change.before,
                "to": change.value,
                "by": change.answer.who.id,
                "file": str(change.answer.file),
            }
            for change in found.changes
        ],
        "conflicts": [_conflict_json(each) for each in found.conflicts],
        **written,
    }


def _unit_json(unit: UnitState) -> dict[str, Any]:
    return {
        "id": unit.who.id,
        "name": unit.who.name,
        "state": unit.state,
        "files": [str(answer.file) for answer in unit.answers],
        "rows": [row.key for row in unit.rows],
        "open": [row.key for row in unit.open],
    }


def _at_json(at: At) -> dict[str, Any]:
    (of, key), field = at
    return {"list": of, "key": ", ".join(key), "field": ".".join(map(str, field))}


def _conflict_json(each: Conflict) -> dict[str, Any]:
    return {
        **_at_json(each.at),
        "why": each.why,
        "handed_out": each.handed,
        "now": each.now,
        "answers": [
            {"file": str(offer.answer.file), "value": offer.value, **_place_json(offer.answer.place(each.at))}
            for offer in each.offers
        ],
    }


def _place_json(place: Location) -> dict[str, str]:
    return {"sheet": place.sheet, "cell": place.cell}


def outstanding(unit: UnitState) -> str:
    """What a unit has still to report, in words."""
    rows = unit.rows if unit.state != "answered" else unit.open
    return named_rows(rows)


def answer_files(paths: tuple[Path, ...], work: Path) -> tuple[Path, ...]:
    """The workbooks that are named, and those in folders that are; without hidden ones, lock files and the
    work itself.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.xlsx")) if path.is_dir() else [path]
        found += [each for each in inside if not (path.is_dir() and each.name.startswith((".", "~$")))]
    own = work.resolve()
    return tuple(dict.fromkeys(each for each in found if each.resolve() != own))


__all__ = [
    "answer_files",
    "change_lines",
    "conflict_lines",
    "gathered_json",
    "outstanding",
    "say_at",
    "say_value",
    "summary",
    "unit_lines",
]
