"""The audit as a stage: what the papers of one input say, held against itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline import intake
from pipeline.audit import Finding, audit_papers
from pipeline.audit.suppressions import accept
from pipeline.audit.table import RULE_OF
from pipeline.audit.tracing import trace_findings
from pipeline.compose import Paper
from pipeline.diagnostics import AuditError, Diagnostic, Location, Message
from pipeline.document.extracted import as_finished
from pipeline.document.sheets import load_sheet
from pipeline.document.tree import Document
from pipeline.extraction.document_reader import read_finished
from pipeline.extraction.extracted import TextLocation
from pipeline.intake import Source
from pipeline.intake.sandboxed import read_apart
from pipeline.kinds.input_reader import read
from pipeline.model.doubts import RULES, Doubt
from pipeline.model.loading import validate_record
from pipeline.model.suppressions import AuditSettings, PlacedExceptions
from pipeline.papers.build import DEFAULT_OPTIONS, RenderOptions, all_of, document_of, prepare_source
from pipeline.papers.prepared import Prepared


def audit_input(path: Path, options: RenderOptions = DEFAULT_OPTIONS) -> tuple[Finding, ...]:
    """What the audit finds in all papers that an input makes, each finding with its place in the data.

    The papers are read together, so that the memo is held against the report. Raises `InputError` and
    `TemplateError` of papers that cannot be composed.
    """
    source = read(path, options.known)
    prepared = prepare_source(source, path.stem, options.known)
    return audit_prepared(prepared, source, prepared.papers, options)


def audit_prepared(
    prepared: Prepared, source: Source, papers: Iterable[Paper], options: RenderOptions = DEFAULT_OPTIONS
) -> tuple[Finding, ...]:
    """`audit_input` for an input that is prepared already (from `source`), over some of its papers."""
    several = tuple(papers)
    documents = all_of(partial(document_of, prepared, paper, options) for paper in several)
    return audit_documents(zip(several, documents, strict=True), prepared, source, options)


def audit_documents(
    documents: Iterable[tuple[Paper, Document]], prepared: Prepared, source: Source, options: RenderOptions
) -> tuple[Finding, ...]:
    """`audit_prepared` for papers whose trees are there already."""
    read = [
        as_finished(document, load_sheet(paper.style, options.folder), paper.id)
        for paper, document in documents
    ]
    exceptions = PlacedExceptions(
        prepared.office_input.audit.allow, lambda n: source.place(("audit", "allow", n))
    )
    doubts = [_finding_of(doubt) for doubt in prepared.doubts]
    return accept(
        [*doubts, *_once(trace_findings(audit_papers(read), source))], exceptions, {*RULE_OF, *RULES}
    )


def _finding_of(doubt: Doubt) -> Finding:
    """A doubt of the data among the findings, before it is accepted."""
    rule, asked = doubt.rule, replace(doubt, accepted="")
    place = TextLocation(line=doubt.place.line)
    return Finding(
        doubt.code, "doubt", doubt.place.file, place, doubt.quote, rule.title, doubt.what, asked.how,
        passage=doubt.quote, data=doubt.place,
    )  # fmt: skip


def audit_finished(
    files: Sequence[Path], allowed: Path | None = None, *, together: bool = False
) -> tuple[Finding, ...]:
    """What the audit finds in finished papers, each read alone, or all of them together.

    `allowed` is a YAML file of exceptions. Raises `InputError` with all files that cannot be read.
    """
    papers = all_of(partial(read_apart, path, read_finished, path) for path in files)
    matters = [papers] if together else [(paper,) for paper in papers]
    findings = [finding for matter in matters for finding in audit_papers(matter)]
    return accept(findings, _exceptions(allowed) if allowed else PlacedExceptions(), RULE_OF)


def _exceptions(path: Path) -> PlacedExceptions:
    """The exceptions in a file of their own: `allow: [{code: …, where: …, reason: …}]`."""
    source = intake.read(path)
    settings = validate_record(source, AuditSettings)
    return PlacedExceptions(settings.allow, lambda n: source.place(("allow", n)))


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each slip of the data once, though several papers print it."""
    seen: dict[object, Finding] = {}
    for finding in findings:
        same = (finding.code, finding.data, finding.quote) if finding.data else id(finding)
        seen.setdefault(same, finding)
    return tuple(seen.values())


def audit_strictly(path: Path, options: RenderOptions = DEFAULT_OPTIONS) -> tuple[Finding, ...]:
    """The audit of an input, as a stage that refuses. Raises `AuditError` with every error-level finding
    and every doubt that is not accepted.
    """
    findings = audit_input(path, options)
    refused = [fault_of(finding) for finding in findings if finding.refused]
    if refused:
        raise AuditError(refused)
    return findings


def fault_of(finding: Finding) -> Diagnostic:
    """The finding as a fault at the data that the words come from; an accepted one says why."""
    what = Message(
        f"{finding.code} {finding.title.th}: {finding.reason.th} — “{finding.quote}”",
        f"{finding.code} {finding.title.en}: {finding.reason.en} — “{finding.quote}”",
    )
    remedy = finding.remedy
    if finding.accepted:
        remedy = Message(f"ยอมรับแล้ว: {finding.accepted}", f"accepted: {finding.accepted}")
    return Diagnostic(finding.code, what, remedy, finding.data or Location(finding.where("th")))
