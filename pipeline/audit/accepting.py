"""Findings that the office lets stand (`audit.allow`): accepted ones stay listed, with their reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.audit.findings import Finding
from pipeline.audit.near import key
from pipeline.faults import Place, Words
from pipeline.intake.finished import PaperPlace
from pipeline.model.allowing import Allowed

NO_REASON = "A0001"
MATCHES_NOTHING = "A0002"


@dataclass(frozen=True, slots=True)
class PlacedExceptions:
    """Exceptions, and where the n-th of them is written."""

    allowed: Sequence[Allowed] = ()
    place: Callable[[int], Place] = lambda _: Place("")


def accept(findings: Iterable[Finding], exceptions: PlacedExceptions) -> tuple[Finding, ...]:
    """The findings, the allowed ones marked with their reasons; then what is wrong with the exceptions.

    An exception without a reason accepts nothing and is told as an error; one that matches no finding is told
    as a warning, so that it does not outlive its cause.
    """
    found = list(findings)
    wrong: list[Finding] = []
    for n, allowed in enumerate(exceptions.allowed):
        met = [index for index, finding in enumerate(found) if _meets(finding, allowed)]
        if not allowed.reason:
            wrong.append(_no_reason(allowed, exceptions.place(n)))
        elif not met:
            wrong.append(_matches_nothing(allowed, exceptions.place(n)))
        else:
            for index in met:
                found[index] = replace(found[index], accepted=allowed.reason)
    return (*found, *wrong)


def _meets(finding: Finding, allowed: Allowed) -> bool:
    if finding.code != allowed.code.strip().upper():
        return False
    wanted = key(allowed.where)
    said = [finding.passage, finding.quote, finding.source, finding.where("th"), finding.where("en")]
    said += [finding.reason.th, finding.reason.en, finding.place.said("th"), finding.place.said("en")]
    return not wanted or any(wanted in key(text) for text in said)


def _no_reason(allowed: Allowed, place: Place) -> Finding:
    return Finding(
        NO_REASON,
        "error",
        place.file,
        PaperPlace(line=place.line),
        f"{allowed.code} {allowed.where}".strip(),
        Words("ข้อยกเว้นไม่มีเหตุผล", "An exception without a reason"),
        Words(f"ยอมรับ {allowed.code} โดยไม่บอกเหตุผล จึงไม่มีผล", f"{allowed.code} is allowed without a reason"),
        Words("ใส่เหตุผลที่ยอมรับ (reason)", "give the reason (`reason`)"),
        data=place,
    )


def _unmet(allowed: Allowed) -> Words:
    if allowed.where:
        return Words(
            f"ไม่พบ {allowed.code} ที่ตรงกับ “{allowed.where}”", f"no {allowed.code} matches “{allowed.where}”"
        )
    return Words(f"ไม่พบ {allowed.code}", f"there is no {allowed.code}")


def _matches_nothing(allowed: Allowed, place: Place) -> Finding:
    return Finding(
        MATCHES_NOTHING,
        "warning",
        place.file,
        PaperPlace(line=place.line),
        f"{allowed.code} {allowed.where}".strip(),
        Words("ข้อยกเว้นไม่ตรงกับข้อค้นพบใด", "An exception that matches nothing"),
        _unmet(allowed),
        Words("ลบข้อยกเว้นนี้ หรือแก้รหัส (code) และข้อความ (where)", "delete it, or mend `code` and `where`"),
        data=place,
    )
