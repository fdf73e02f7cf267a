"""What an office lets stand, in one place, with its reason."""

from pipeline.audit import audit_papers
from pipeline.audit.suppressions import accept
from pipeline.audit.table import RULE_OF
from pipeline.audit.tracing import trace_findings
from pipeline.diagnostics import Location
from pipeline.extraction.text_reader import read_text
from pipeline.intake import Source
from pipeline.model.suppressions import (
    MATCHES_NOTHING,
    NO_REASON,
    UNKNOWN_CODE,
    PlacedExceptions,
    Suppression,
)

TEXT = "ขอรายงานผล ๔ ขั้นตอน ดังนี้\n\n๑) สำรวจ\n๒) ออกแบบ\n๓) สรุป"


def accepted(*allowed):
    findings = audit_papers([read_text(TEXT, "memo.txt")])
    return accept(findings, PlacedExceptions(allowed, lambda n: Location("allow.yaml", n + 1)), RULE_OF)


def test_an_accepted_finding_stays_listed_with_its_reason():
    (finding,) = accepted(Suppression(code="A0201", where="๔ ขั้นตอน", reason="รอข้อสี่"))
    assert (finding.code, finding.accepted, finding.refused) == ("A0201", "รอข้อสี่", False)


def test_an_exception_without_a_place_accepts_all_of_its_code():
    (finding,) = accepted(Suppression(code="a0201", reason="รอข้อสี่"))
    assert finding.accepted == "รอข้อสี่"


def test_the_place_may_be_said_instead_of_the_words():
    (finding,) = accepted(Suppression(code="A0201", where="บรรทัด 1", reason="รอข้อสี่"))
    assert finding.accepted


def test_an_exception_without_a_reason_accepts_nothing_and_is_told():
    finding, wrong = accepted(Suppression(code="A0201"))
    assert finding.refused
    assert (wrong.code, wrong.severity, wrong.data) == (NO_REASON, "error", Location("allow.yaml", 1))


def test_an_exception_that_matches_nothing_is_told():
    finding, wrong = accepted(Suppression(code="A0201", where="ข้อความอื่น", reason="เหตุ"))
    assert finding.refused
    assert (wrong.code, wrong.severity, wrong.data) == (MATCHES_NOTHING, "warning", Location("allow.yaml", 1))


def test_an_exception_of_a_code_that_there_is_not_is_told():
    finding, wrong = accepted(Suppression(code="A9999", reason="เหตุ"))
    assert finding.refused
    assert (wrong.code, wrong.severity, wrong.data) == (UNKNOWN_CODE, "warning", Location("allow.yaml", 1))


def test_a_word_of_the_reason_accepts_too():
    (finding,) = accepted(Suppression(code="A0201", where="3 ข้อตามมา", reason="รอข้อสี่"))
    assert finding.accepted


def test_an_exception_is_not_taken_for_the_value_that_printed_what_it_accepts():
    said = "ขอรายงานผล ๔ ขั้นตอน ดังนี้"
    values = {"audit": {"allow": [{"where": said}]}, "text": "ผล ๔ ขั้นตอน"}
    source = Source("a.yaml", values, {("audit",): Location("a.yaml", 2), ("text",): Location("a.yaml", 9)})
    (finding,) = trace_findings(audit_papers([read_text(TEXT, "memo.txt")]), source)
    assert finding.data == Location("a.yaml", 9)
