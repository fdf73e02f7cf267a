"""Suppressed findings (`audit.allow`): accepted ones stay listed, with their reason."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from pipeline.audit.findings import Finding, Severity
from pipeline.diagnostics import Location, Message
from pipeline.extraction.extracted import TextLocation
from pipeline.model.suppressions import (
    MATCHES_NOTHING,
    NO_REASON,
    UNKNOWN_CODE,
    PlacedExceptions,
    Said,
    WrongException,
    reasons,
)

_WRONG: dict[str, tuple[Severity, Message]] = {
    NO_REASON: ("error", Message("ข้อยกเว้นไม่มีเหตุผล", "An exception without a reason")),
    MATCHES_NOTHING: ("warning", Message("ข้อยกเว้นไม่ตรงกับข้อค้นพบใด", "An exception that matches nothing")),
    UNKNOWN_CODE: ("warning", Message("ข้อยกเว้นของรหัสที่ไม่มี", "An exception of a code that does not exist")),
}


def accept(
    findings: Iterable[Finding], exceptions: PlacedExceptions, known: Container[str]
) -> tuple[Finding, ...]:
    """The findings, the allowed ones marked with their reasons; then what is wrong with the exceptions.

    `known` are the codes that there are.
    """
    found = list(findings)
    accepted, wrong = reasons([_collect_texts(finding) for finding in found], exceptions, known)
    marked = (replace(each, accepted=reason) for each, reason in zip(found, accepted, strict=True))
    return (*marked, *(_of_exception(each) for each in wrong))


def _collect_texts(finding: Finding) -> Said:
    said = [finding.passage, finding.quote, finding.source, finding.where("th"), finding.where("en")]
    said += [finding.reason.th, finding.reason.en, finding.place.text("th"), finding.place.text("en")]
    return Said(finding.code, tuple(said))


def _of_exception(wrong: WrongException) -> Finding:
    allowed, fault = wrong
    severity, title = _WRONG[fault.code]
    place = fault.location or Location("")
    return Finding(
        fault.code,
        severity,
        place.file,
        TextLocation(line=place.line),
        f"{allowed.code} {allowed.where}".strip(),
        title,
        fault.message,
        fault.help,
        data=place,
    )
