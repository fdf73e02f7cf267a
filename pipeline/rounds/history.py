"""The year in a folder: its rounds in order, each with its total, its papers and what of them is signed.

All of it is told by the records inside papers and by the ledgers beside them; the data files are not needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, Message, SarabanError
from pipeline.kinds import Kinds
from pipeline.model.period import Period
from pipeline.papers.rerender import HeldPaper, prepare_held
from pipeline.rounds.found_papers import FoundPaper, find_year_papers
from pipeline.rounds.periods import round_title


class Series(NamedTuple):
    """Whose rounds they are: the kind of work, the office, its part, and the unit of a batch."""

    kind: str
    office: str
    part: str
    unit: str


@dataclass(frozen=True, slots=True)
class HistoryRound:
    """One round: its period (`None` for papers without one), the total as printed, its grade, its papers.

    `versions` counts the data that its current papers were made from: of more than one, papers of one round
    do not say the same. It is 0 where there is no period.
    """

    series: Series
    period: Period | None
    total: str
    grade: str
    papers: tuple[FoundPaper, ...]
    versions: int

    @property
    def title(self) -> Message:
        """`ปีงบประมาณ พ.ศ. 2568 รอบ 6 เดือน`; papers without a period are of their fiscal year."""
        if self.period is None:
            year = max((each.record.says.get("fiscal_year", "") for each in self.papers), default="")
            return Message(f"ปีงบประมาณ พ.ศ. {year}", f"fiscal year {year}") if year else Message("-", "-")
        return round_title(self.period)

    @property
    def current(self) -> tuple[FoundPaper, ...]:
        """The papers that count now."""
        return tuple(each for each in self.papers if each.latest)

    @property
    def unsigned(self) -> tuple[FoundPaper, ...]:
        """Those of them that wait for a signature."""
        return tuple(each for each in self.current if not each.is_signed)


@dataclass(frozen=True, slots=True)
class History:
    """The rounds of a folder, those of each series together and in order, what could not be read, and how
    many files are no papers of ours.
    """

    rounds: tuple[HistoryRound, ...]
    troubles: tuple[Diagnostic, ...]
    foreign: int

    def of_series(self) -> dict[Series, list[HistoryRound]]:
        """The rounds of each series, in order."""
        found: dict[Series, list[HistoryRound]] = {}
        for each in self.rounds:
            found.setdefault(each.series, []).append(each)
        return found


def read_history(folder: Path, templates: Path | None = None) -> History:
    """The rounds whose papers lie below a folder; `templates` hold own kinds. Raises `InputError`."""
    found = find_year_papers(folder)
    groups: dict[tuple[Series, tuple[str, ...]], list[FoundPaper]] = {}
    for paper in found.papers:
        period = _period_of(paper)
        when = (period.end.isoformat(), period.start.isoformat()) if period else ("",)
        groups.setdefault((_series_of(paper), when), []).append(paper)
    known = Kinds(templates)
    rounds = tuple(_round(series, groups[series, when], known) for series, when in sorted(groups))
    return History(rounds, found.troubles, found.foreign)


def _series_of(paper: FoundPaper) -> Series:
    says = paper.record.says
    return Series(paper.record.kind, says.get("office", ""), says.get("unit", ""), paper.unit)


def _period_of(paper: FoundPaper) -> Period | None:
    """The period that its data report; `None` where they name none, or none that can be read."""
    told = paper.record.values.get("period")
    try:
        return Period.model_validate(told) if isinstance(told, dict) else None
    except ValidationError:
        return None


def _round(series: Series, papers: list[FoundPaper], known: Kinds) -> HistoryRound:
    """The round of its papers: figures are those of the current paper that was dated last."""
    current = [each for each in papers if each.latest]
    scored = [each for each in current if _total(each)] or current
    counting = max(scored, key=lambda each: (each.record.says.get("date", ""), each.edition.number))
    total, grade = _total(counting), counting.grade
    if total and not grade and not counting.unit:
        grade = _grade(counting, known)
    period = _period_of(counting)
    versions = len({each.record.data_version for each in current}) if period else 0
    return HistoryRound(series, period, total, grade, tuple(papers), versions)


def _total(paper: FoundPaper) -> str:
    """The total score of its record as printed; `""` where there is none."""
    scores = paper.record.scores
    total = scores.get("total") if isinstance(scores, dict) else None
    score = total.get("score") if isinstance(total, dict) else None
    return score if isinstance(score, str) else ""


def _grade(paper: FoundPaper, known: Kinds) -> str:
    """The band of its total, as the program scores its data now; `""` where it cannot."""
    held = HeldPaper(paper.name, b"", "pdf", paper.record)
    try:
        card = prepare_held(held, known).card
    except SarabanError:
        return ""
    return (card.grade or "") if card else ""


def trend(rounds: Iterable[HistoryRound]) -> list[dict[str, str]]:
    """The totals of a series' rounds, as bars of a chart: `label`, `value`; unscored ones left out."""
    return [{"label": each.title.th, "value": each.total} for each in rounds if each.total]


def history_json(history: History, folder: Path) -> dict[str, Any]:
    """The history for programs (`docs/signed.md`)."""
    return {
        "format": 1,
        "folder": str(folder),
        "series": [
            {
                "kind": series.kind,
                "office": series.office,
                "part": series.part,
                "unit": series.unit,
                "rounds": [_round_json(each, before) for before, each in _with_before(rounds)],
                "trend": trend(rounds),
            }
            for series, rounds in history.of_series().items()
        ],
        "unsigned": [paper.name for each in history.rounds for paper in each.unsigned],
        "foreign": history.foreign,
        "troubles": [_trouble(each) for each in history.troubles],
    }


def _with_before(
    rounds: list[HistoryRound],
) -> Iterable[tuple[HistoryRound | None, HistoryRound]]:
    return zip([None, *rounds[:-1]], rounds, strict=True)


def _round_json(each: HistoryRound, before: HistoryRound | None) -> dict[str, Any]:
    period = each.period
    return {
        "title": each.title._asdict(),
        "start": period.start.isoformat() if period else None,
        "end": period.end.isoformat() if period else None,
        "total": each.total or None,
        "change": change_since(before, each),
        "grade": each.grade or None,
        "data_versions": each.versions,
        "papers": [_paper_json(paper) for paper in each.papers],
    }


def change_since(before: HistoryRound | None, each: HistoryRound) -> str | None:
    """By how much the total differs from that of the round before, signed; `None` where one has none."""
    try:
        change = Decimal(each.total) - Decimal(before.total) if before else None
    except InvalidOperation:
        return None
    return None if change is None else f"{change:+f}"


def _paper_json(paper: FoundPaper) -> dict[str, Any]:
    says, row = paper.record.says, paper.signed
    return {
        "name": paper.name,
        "paper": paper.record.paper,
        "title": says.get("title", ""),
        "number": says.get("number", ""),
        "date": says.get("date", ""),
        "edition": paper.edition.number,
        "current": paper.latest,
        "data_version": paper.record.data_version,
        "signed": {
            "date": row.date if row else "",
            "number": row.number if row else "",
            "scan": row.scan if row else "",
            "scan_sha256": row.scan_sha256 if row else "",
            "note": row.note if row else "",
            "electronically": paper.electronically,
        }
        if paper.is_signed
        else None,
    }


def _trouble(fault: Diagnostic) -> dict[str, Any]:
    place = fault.location.text("th") if fault.location else ""
    return {
        "code": fault.code,
        "place": place,
        "what": fault.message._asdict(),
        "remedy": fault.help._asdict(),
    }
