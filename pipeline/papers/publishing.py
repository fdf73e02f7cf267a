"""Papers for the public: personal values are masked, and the data are left out (`docs/public-copies.md`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pipeline import kinds
from pipeline.diagnostics import Diagnostic, InputError, Message, diagnose
from pipeline.model.masking import Hidden, Masked, mask_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.model.office_input import OfficeInput
    from pipeline.papers.prepared import Prepared
    from pipeline.scoring.cards import ScoreCard

SUFFIX = ".public"
"""What a paper's file is called by before its ending: `memo.public.pdf`."""

_NONE_MARKED = Message(
    "ชนิดเอกสารนี้ไม่ได้ระบุช่องใดเป็นข้อมูลส่วนบุคคล จึงไม่ได้ปิดช่องใด",
    "This kind of paper calls no field personal, so that none was masked",
)


_SCORES = "คะแนนและระดับผล"
"""What scores are called among the fields that were masked."""


class MaskedInput(NamedTuple):
    """An input and its scores with masks for what is personal, and what they stand for."""

    office_input: OfficeInput
    card: ScoreCard | None
    masked: Masked


def masked_input(prepared: Prepared) -> MaskedInput:
    """What papers for the public are made from."""
    kind, card = kinds.kind_of(prepared.office_input), prepared.card
    shown, masked = mask_record(prepared.office_input, kind.personal())
    if card is None or not kind.has_personal_scores():
        return MaskedInput(shown, card, masked)
    from pipeline.scoring.masked_card import figures_of, mask_card  # noqa: PLC0415

    figures = list(figures_of(card))
    hidden = (Hidden((), f"{_SCORES} {name}".strip(), figure) for name, figure in figures)
    fields = {**masked.fields, _SCORES: len(figures)} if figures else masked.fields
    masked = replace(masked, hidden=(*masked.hidden, *hidden), fields=fields)
    return MaskedInput(shown, mask_card(card), masked)


def what_is_masked(several: Iterable[Masked]) -> Message:
    """Which fields were masked, and how many values; for the person who publishes the papers."""
    fields: Counter[str] = Counter()
    numbers = 0
    for each in several:
        fields.update(each.fields)
        numbers += each.numbers
    told = ", ".join(f"{title} ({many:,})" for title, many in fields.items())
    said = _NONE_MARKED if not told else Message(f"ปิดข้อมูลส่วนบุคคลแล้ว: {told}", f"Personal data masked: {told}")
    also = Message("", "")
    if numbers:
        also = Message(
            f" ปิดเลข 13 หลักในข้อความ {numbers:,} แห่ง", f" 13-digit numbers were masked in {numbers:,} texts."
        )
    return Message(
        f"{said.th}{also.th} แฟ้มไม่มีข้อมูลแนบ โปรดอ่านทุกหน้าก่อนเผยแพร่",
        f"{said.en}.{also.en} The files hold no data. Read every page before you publish it.",
    )


def refuse_leaks(files: Mapping[str, bytes], masked: Masked, prepared: Prepared) -> None:
    """Looks for the hidden values in finished files. Raises `InputError` with each that stands there, by its
    field and place; the value itself is not said.
    """
    from pipeline.papers.leaks import find_leaks  # noqa: PLC0415

    found = find_leaks(files, masked.hidden)
    if found.hidden or found.numbers:
        faults = [_leak(each, prepared) for each in dict.fromkeys(found.hidden)]
        if found.numbers:
            faults.append(diagnose("public-number", many=found.numbers))
        raise InputError(faults)


def _leak(hidden: Hidden, prepared: Prepared) -> Diagnostic:
    return diagnose("public-leak", prepared.place(hidden.path), title=hidden.title)
