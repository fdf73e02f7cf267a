"""Progress events of a run, shown as a bar or lines for people, as JSON for programs."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.batch.failures import Failure
from pipeline.batch.plan import Plan, PlannedDocument


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan is made; nothing is written yet."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Delivered:
    """A document stands in the folder: pages, bytes of all its files, seconds it took a worker."""

    document: PlannedDocument
    pages: int
    size: int
    seconds: float


@dataclass(frozen=True, slots=True)
class NotMade:
    """A document, or a whole unit, that could not be made or not be written."""

    refused: Failure


Event = Planned | Delivered | NotMade
