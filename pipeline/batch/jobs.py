"""Jobs of a worker for one unit: analyze what its papers would be made from, and make those asked for.

A worker gets the `JobContext` once, when it starts, and jobs after that; it writes no files and gives back
bytes, so that it may stand on another machine.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import count
from typing import Any, TypeVar

from pipeline import compose, kinds
from pipeline.batch.batch_file import UnitOrder
from pipeline.batch.failures import Failure
from pipeline.batch.unit_doubts import doubts_for_ledger
from pipeline.compose import Paper
from pipeline.diagnostics import Diagnostic, InputError, SarabanError, diagnose
from pipeline.document.sheets import load_sheet
from pipeline.document.tree import Document
from pipeline.intake import Source
from pipeline.kinds import Kinds
from pipeline.model.doubts import Doubt
from pipeline.papers.auditing import audit_documents
from pipeline.papers.build import RenderOptions, built_from, document_of, markup_of, prepare_source
from pipeline.papers.caches import clear_text_caches
from pipeline.papers.fingerprints import Fingerprints, content_key, text_digest, values_digest
from pipeline.papers.overrides import apply_overrides
from pipeline.papers.prepared import Prepared
from pipeline.papers.publishing import masked_input
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.grades import from_the_best
from pipeline.scoring.rounding import score_text
from pipeline.typeset.fonts import FACES, face

Done = TypeVar("Done")

FORGET_AFTER = 50
"""A worker forgets the texts of past documents after so many jobs; the next takes a fifth longer."""

_jobs = count(1)


@dataclass(frozen=True, slots=True)
class JobContext:
    """What all jobs of a run share: the base, how papers are wanted, and the digests of what makes them."""

    base: Source
    options: RenderOptions
    shared: Fingerprints


@dataclass(frozen=True, slots=True)
class UnitAnalysis:
    """What a unit's papers would be made from: each paper's id and content key, and facts for the report.

    `data` is the digest of the values that were looked at.
    """

    papers: tuple[tuple[str, str], ...]
    facts: dict[str, Any]
    data: str = ""


@dataclass(frozen=True, slots=True)
class MakeJob:
    """The papers (ids) to make for a unit, those that the audit reads together, and the numbers of editions
    that are not the first.
    """

    unit: UnitOrder
    papers: tuple[str, ...]
    audited: tuple[str, ...]
    editions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """One paper, made: its files by format, its pages, the seconds that it took, what the audit found.

    `data` is the digest of the values that it was made from, as its record tells them.
    """

    id: str
    files: dict[str, bytes]
    pages: int
    seconds: float
    findings: list[dict[str, Any]]
    data: str = ""


Seen = UnitAnalysis | Failure
Made = tuple[MadePaper | Failure, ...]


def analyze_unit(context: JobContext, unit: UnitOrder) -> Seen:
    """Every paper that the unit's input makes, whether wanted in this run or not; none is laid out."""

    def seen() -> UnitAnalysis:
        prepared = _prepare_unit(context, unit)
        kind = kinds.kind_of(prepared.office_input)
        keys = tuple((paper.id, _key(context, prepared, paper)) for paper in prepared.papers)
        facts: dict[str, Any] = {
            "says": {paper.id: _words_key(context, prepared, paper) for paper in prepared.papers},
            "titles": {paper.id: paper.title for paper in prepared.papers},
            "signing": {
                paper.id: asdict(kind.signing(prepared.office_input, paper.id)) for paper in prepared.papers
            },
            "score": _scores(prepared.card),
            "entry": prepared.office_input.register_entry._asdict(),
            "doubts": doubts_for_ledger(prepared.doubts, unit, partial(_of_base, context)),
        }
        if context.options.public:
            masked = masked_input(prepared).masked
            facts["masked"] = {"fields": dict(masked.fields), "numbers": masked.numbers}
        return UnitAnalysis(keys, facts, values_digest(dict(prepared.values)))

    return _catch_refusal(unit, "", seen)


def make(context: JobContext, job: MakeJob) -> Made:
    """The papers asked for; one that is refused does not stop the others."""
    unit = job.unit
    prepared = _catch_refusal(unit, "", lambda: _prepare_unit(context, unit))
    if isinstance(prepared, Failure):
        return (prepared,)
    documents = {
        paper: _catch_refusal(unit, paper.id, partial(document_of, prepared, paper, context.options))
        for paper in prepared.papers
        if paper.id in (*job.papers, *job.audited)
    }
    found = _catch_refusal(unit, "", lambda: _findings(context, job, prepared, documents))
    findings = {} if isinstance(found, Failure) else found
    if next(_jobs) % FORGET_AFTER == 0:
        clear_text_caches()
    wanted = ((paper, document) for paper, document in documents.items() if paper.id in job.papers)
    return tuple(
        document
        if isinstance(document, Failure)
        else _catch_refusal(
            unit,
            paper.id,
            partial(
                _make_paper,
                _of_edition(context, job.editions.get(paper.id, 1)),
                prepared,
                paper,
                document,
                findings.get(paper.id, []),
            ),
        )
        for paper, document in wanted
    )


def data_of(base: Source, unit: UnitOrder, known: Kinds) -> str:
    """The digest of the values that a unit's papers are to be made from; their places cost time and say
    nothing of them.
    """
    bare = replace(base, places={})
    return values_digest(apply_overrides(bare, unit.folder, unit.overrides, known).values)


def warm(context: JobContext) -> None:
    """Loads what every job needs, so that the first is as quick as the others: faces and style sheets.

    A style sheet that is refused is told by the job that needs it.
    """
    for name in FACES:
        face(name)
    base = _catch_refusal(
        UnitOrder("", "", (), context.base.place(())),
        "",
        lambda: prepare_source(context.base, "", context.options.known),
    )
    if not isinstance(base, Failure):
        for paper in base.papers:
            with suppress(SarabanError):
                load_sheet(paper.style, context.options.folder)


def _prepare_unit(context: JobContext, unit: UnitOrder) -> Prepared:
    """The unit's input. What is wrong with a sound base is wrong by the unit's row, and is told there."""
    source = apply_overrides(context.base, unit.folder, unit.overrides, context.options.known)
    try:
        return prepare_source(source, unit.folder, context.options.known)
    except InputError as refused:
        if isinstance(
            _catch_refusal(unit, "", lambda: prepare_source(context.base, "", context.options.known)), Failure
        ):
            raise
        cells = {place for each in unit.overrides for place in (*each.cells, each.path_place)}
        raise InputError(
            fault if fault.location in cells else replace(fault, location=unit.place)
            for fault in refused.diagnostics
        ) from None


def _of_base(context: JobContext) -> tuple[Doubt, ...]:
    """The doubts that the base has by itself."""
    base = _catch_refusal(
        UnitOrder("", "", (), context.base.place(())),
        "",
        lambda: prepare_source(context.base, "", context.options.known),
    )
    return () if isinstance(base, Failure) else base.doubts


def _key(context: JobContext, prepared: Prepared, paper: Paper) -> str:
    markup = markup_of(prepared, paper, context.options)
    sheet = load_sheet(paper.style, context.options.folder).model_dump_json()
    accepted = sorted(f"{doubt.code} {doubt.path}" for doubt in prepared.doubts if doubt.accepted)
    return content_key(markup, compose.names_of(prepared.office_input), sheet, context.shared, accepted)


def _words_key(context: JobContext, prepared: Prepared, paper: Paper) -> str:
    """The digest of what a paper says, whatever sets it: a signed paper stays while it is the same."""
    return text_digest(markup_of(prepared, paper, context.options))


def _of_edition(context: JobContext, number: int) -> JobContext:
    return replace(context, options=replace(context.options, edition=number))


def _make_paper(
    context: JobContext, prepared: Prepared, paper: Paper, document: Document, findings: list[dict[str, Any]]
) -> MadePaper:
    start = time.perf_counter()
    built = built_from(document, prepared, paper, context.options)
    seconds, data = time.perf_counter() - start, values_digest(dict(prepared.values))
    return MadePaper(paper.id, dict(built.files), built.pages, seconds, findings, data)


def _findings(
    context: JobContext, job: MakeJob, prepared: Prepared, documents: Mapping[Paper, Document | Failure]
) -> dict[str, list[dict[str, Any]]]:
    """What the audit finds in a unit's papers and nobody accepted, by the paper that says it.

    Nothing where one of them was refused: what it would have said is not known. Copies for the public are
    audited as the papers that they are copies of.
    """
    source = apply_overrides(context.base, job.unit.folder, job.unit.overrides, context.options.known)
    if context.options.public:
        context = replace(context, options=replace(context.options, public=False))
        documents = {paper: document_of(prepared, paper, context.options) for paper in documents}
    audited = [(paper, document) for paper, document in documents.items() if paper.id in job.audited]
    if any(isinstance(document, Failure) for _, document in audited):
        return {}
    read = [(paper, document) for paper, document in audited if not isinstance(document, Failure)]
    found: dict[str, list[dict[str, Any]]] = {paper.id: [] for paper, _ in read}
    for finding in audit_documents(read, prepared, source, context.options):
        if not finding.accepted and finding.source in found:
            what = {"th": finding.reason.th, "en": finding.reason.en}
            told = {"code": finding.code, "severity": finding.severity, "quote": finding.quote, "what": what}
            found[finding.source].append({**told, "where": finding.where("th")})
    return found


def _scores(card: ScoreCard | None) -> dict[str, Any] | None:
    """The total's and each dimension's score as papers print them; `None` where nothing was scored."""
    if card is None or card.total.score is None:
        return None
    dimensions = [
        {"number": each.number, "name": each.name, "score": score_text(each.score)}
        for each in card.dimensions
        if each.score is not None
    ]
    told = {"total": score_text(card.total.score), "dimensions": dimensions}
    if not card.rules.bands:
        return told
    bands = [band.name for band in from_the_best(card.rules.bands)]
    shown = score_text(card.total.score, card.total.places)
    return {**told, "grade": card.grade, "bands": bands, "shown": shown}


def _catch_refusal(unit: UnitOrder, paper: str, work: Callable[[], Done]) -> Done | Failure:
    """What the work gives, or why it was refused; an exception of a worker's would lose the place."""
    try:
        return work()
    except SarabanError as refused:
        return Failure(unit.folder, paper, refused.diagnostics, type(refused))
    except Exception as error:
        return Failure(unit.folder, paper, (_defect(unit, paper, error),), InputError, traceback.format_exc())


def _defect(unit: UnitOrder, paper: str, error: Exception) -> Diagnostic:
    name = f"{type(error).__name__}: {error}"
    return diagnose("defect", unit.place, unit=unit.id, paper=paper, name=name)
