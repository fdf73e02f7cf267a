"""A performance agreement as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from pipeline.kinds.agreement.places import scored_in
from pipeline.model.agreement import Agreement
from pipeline.model.indicators import MeasuredBy, Result
from pipeline.model.period import Period
from pipeline.model.placed import Placed
from pipeline.model.scored_input import ScoredInput, measured_by
from pipeline.model.soundness import entries

EXAMPLE_NOTE = "true เมื่อผลเป็นเพียงตัวอย่าง: พิมพ์คำว่า ตัวอย่าง กำกับ"


class AgreementInput(ScoredInput):
    """A performance agreement of one fiscal year, its annexes and, if known, its results."""

    kind: Literal["agreement"] = Field(description="ชนิดของข้อมูล")
    period: Period = Field(description="ระยะเวลาของคำรับรอง")
    agreement: Agreement = Field(description="คำรับรองและเอกสารประกอบ")
    results: tuple[Result, ...] = Field((), description="ผลการดำเนินงาน")
    results_are_example: bool = Field(False, title="ผลเป็นเพียงตัวอย่าง", description=EXAMPLE_NOTE)

    @property
    def measured(self) -> Iterator[MeasuredBy]:
        """The results of indicators and parts that the agreement has."""
        results = ((n, result.indicator, result) for n, result in entries(self.results))
        return measured_by(self.scored, results)

    @property
    def used(self) -> frozenset[tuple[str, ...]]:
        """Who fills in an indicator's result, which no paper prints."""
        return frozenset({("agreement", "dimensions", "groups", "indicators", "responsible")})

    @property
    def scored(self) -> Iterator[Placed]:
        """Its indicators and parts, with the rules of each."""
        return scored_in(self.agreement, self.scheme_book)


RECORD = AgreementInput
