"""What every kind of input says. The kinds themselves stand in `kinds`, each in its folder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, runtime_checkable

from pydantic import Field

from pipeline.model.last_round import LastRound
from pipeline.model.memo import MemoHead
from pipeline.model.people import Office
from pipeline.model.period import Period
from pipeline.model.records import Record
from pipeline.model.suppressions import AuditSettings
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.diagnostics import Message
    from pipeline.intake import ValuePath
    from pipeline.model.indicators import MeasuredBy

_SHARED: dict[str, type[Record]] = {"memo": MemoHead, "period": Period}
"""What a field of such a name holds, in whichever kind it is."""


class RegisterEntry(NamedTuple):
    """How a register of many inputs' results tells of one: the group that it is counted in (the unit of a
    person), and its columns with their titles.
    """

    group: str = ""
    cells: tuple[tuple[str, str], ...] = ()


@runtime_checkable
class HasMemoHead(Protocol):
    """An input whose papers a memo leads."""

    @property
    def memo(self) -> MemoHead:
        """The memo's head."""


@runtime_checkable
class HasPeriod(Protocol):
    """An input that speaks of one period."""

    @property
    def period(self) -> Period:
        """The period."""


class OfficeInput(Record):
    """An input of any kind, as far as all kinds say the same."""

    made_by: ClassVar[Any] = None
    """The kind (`kinds.Kind`) whose record this class is, where that was asked for its record."""

    kind: str = Field(description="ชนิดของข้อมูล")
    digits: DigitPolicy = Field(
        "mixed", description="ชนิดตัวเลขที่พิมพ์: thai, arabic, mixed (เลขไทย เว้นที่ติดคำอังกฤษ)"
    )
    office: Office = Field(description="ส่วนราชการ")
    audit: AuditSettings = Field(
        default_factory=AuditSettings, description="การตรวจทาน: ข้อค้นพบที่ยอมรับ (saraban audit)"
    )
    last_round: LastRound | None = Field(
        None, title="รอบก่อน", description="รอบก่อนของงานเดียวกัน (saraban new --from กรอกให้)"
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Holds a kind's record to `HasMemoHead` and `HasPeriod` once, where it is defined."""
        for name, shared in _SHARED.items():
            held = cls.model_fields[name].annotation if name in cls.model_fields else shared
            if not (isinstance(held, type) and issubclass(held, shared)):
                raise TypeError(f"{cls.__name__}.{name} must be a {shared.__name__}")

    @property
    def used(self) -> frozenset[tuple[str, ...]]:
        """The paths of fields, without numbers of rows, that its kind uses though no paper may print them."""
        return frozenset()

    @property
    def measured(self) -> Iterable[MeasuredBy]:
        """Its results, each with the scale that it is measured on; a kind without any has none."""
        return ()

    @property
    def register_entry(self) -> RegisterEntry:
        """What a register of results tells of it; of a kind that says nothing, its id in the batch alone."""
        return RegisterEntry()

    def work_out(self) -> None:
        """Fills in what is worked out of an input of which values were refused; a whole one has it."""

    def asked(self) -> Iterable[tuple[ValuePath, Message]]:
        """What its kind has to ask of it: the path, and what is odd there."""
        return ()
