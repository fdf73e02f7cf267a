"""A performance agreement as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from pipeline.model.agreement import Agreement
from pipeline.model.indicators import MeasuredBy, Result
from pipeline.model.scored_input import ScoredInput
from pipeline.model.period import Period
from pipeline.model.soundness import entries, is_refused

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
        indicators = self.agreement.indicators
        scored = {each.id: (each.scale, each.unit) for each in indicators if each.scale}
        scored |= {part.id: (part.scale, part.unit) for each in indicators for part in each.parts}
        for n, result in entries(self.results):
            if is_refused(result.indicator):
                continue
            scale, unit = scored.get(result.indicator, (None, ""))
            if scale:
                yield MeasuredBy(("results", n), result.indicator, result, scale, unit)


RECORD = AgreementInput
