"""What `verify` found in a PDF, for a person and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, assert_never

from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.signing.appearance import BANGKOK
from pipeline.signing.checking import Clock, Signature, Timestamp, Trust
from pipeline.signing.fitness import Unfit
from pipeline.signing.later_changes import Change
from pipeline.thai.dates import long_date
from pipeline.verify.pdf import PdfVerification, TextState

SHOWN = 10
"""So many differences of text are shown; `--json` has them all."""

_TEXT: dict[TextState, Message] = {
    "as-made": Message("ตรงกับข้อมูลที่แนบ ทุกไบต์", "as the data inside make it, byte for byte"),
    "same-text": Message(
        "ข้อความตรงกับข้อมูลที่แนบ (เทียบทุกไบต์ไม่ได้เพราะสิ่งที่ใช้ทำต่างจากที่นี่)",
        "the text is that of the data inside (its bytes cannot be compared: it was made with other things)",
    ),
    "edited": Message(
        "แฟ้มถูกแก้ไขหลังจากที่ทำ แม้ข้อความยังตรงกับข้อมูลที่แนบ",
        "the file was edited since it was made, though its text is that of the data inside",
    ),
    "other-text": Message("ข้อความไม่ตรงกับข้อมูลที่แนบ", "the text is not that of the data inside"),
    "unreadable": Message("อ่านข้อมูลที่แนบไม่ได้", "the data inside cannot be read"),
    "not-made": Message(
        "ทำเอกสารจากข้อมูลที่แนบที่นี่ไม่ได้ จึงเทียบไม่ได้", "it cannot be made here, so nothing is compared"
    ),
}
_TRUST: dict[Trust, Message] = {
    "trusted": Message("ผู้ออกใบรับรองอยู่ในรายชื่อที่เชื่อถือ", "by an issuer that you trust"),
    "not-asked": Message(
        "ไม่ทราบว่าผู้ออกเชื่อถือได้หรือไม่ (ระบุ --trust)", "whether to trust the issuer is not known (give --trust)"
    ),
    "unknown-issuer": Message("ผู้ออกไม่อยู่ในรายชื่อที่เชื่อถือ", "by an issuer that you do not trust"),
    "not-valid-then": Message("ใบรับรองใช้ไม่ได้ ณ เวลาที่ลงนาม", "not valid at the moment of signing"),
    "revoked": Message("ใบรับรองถูกเพิกถอน", "revoked"),
    "weak": Message("กุญแจสั้นเกินไปหรือใช้วิธีที่เลิกใช้แล้ว", "its key is too short, or of a kind given up"),
    "broken": Message("ไม่มีความหมาย เพราะลายมือชื่อใช้ไม่ได้", "of no meaning, as the signature does not hold"),
    "refused": Message("ใบรับรองไม่ผ่านการตรวจ", "refused"),
}
_MOMENT: dict[Timestamp, Message] = {
    "none": Message("ตามนาฬิกาของผู้ลงนาม", "by the signer's own clock"),
    "confirmed": Message("ยืนยันโดยผู้ให้บริการประทับเวลา", "confirmed by a timestamp server"),
    "not-asked": Message(
        "ตามผู้ให้บริการประทับเวลา ซึ่งยังไม่ได้ตรวจว่าเชื่อถือได้",
        "by a timestamp server; whether to trust it is not known",
    ),
    "unknown-issuer": Message(
        "ประทับเวลาโดยผู้ที่ไม่อยู่ในรายชื่อที่เชื่อถือ", "by a timestamp server that you do not trust"
    ),
    "broken": Message("ตราประทับเวลาเสีย", "the timestamp is broken"),
}
_UNFIT: dict[Unfit, Message] = {
    "expired": Message(
        "หมดอายุแล้ว และไม่มีตราประทับเวลาพิสูจน์ว่าลงนามก่อนนั้น",
        "expired, and no timestamp proves that it was signed before",
    ),
    "not-yet-valid": Message("ยังไม่เริ่มใช้ได้เมื่อลงนาม", "not valid yet when it was signed"),
    "authority": Message("เป็นของผู้ออกใบรับรอง (CA) ไม่ใช่ของผู้ลงนาม", "that of an issuer (CA), not of a signer"),
    "usage": Message("ไม่ได้ออกให้ใช้ลงลายมือชื่อ", "not issued for signing"),
    "weak": Message("กุญแจสั้นเกินไปหรือใช้วิธีที่เลิกใช้แล้ว", "its key is too short, or of a kind given up"),
}
_CHANGES: dict[Change, Message] = {
    "metadata": Message(
        "หลังลงนามมีการแก้ชื่อเรื่องหรือคุณสมบัติของแฟ้ม (metadata)",
        "CHANGED since: the title or other properties of the file (metadata)",
    ),
    "appended": Message("หลังลงนามมีสิ่งต่อท้ายแฟ้ม", "CHANGED since: something was put behind the end of the file"),
    "fields": Message("หลังลงนามมีการเพิ่มช่องบนหน้า", "CHANGED since: a field was put on a page"),
}
_CLOCK: dict[Clock, Message | None] = {
    "plausible": None,
    "future": Message("เวลาลงนามอยู่ในอนาคต", "the moment of signing lies in the future"),
    "before-paper": Message(
        "เวลาลงนามอยู่ก่อนวันที่ของเอกสาร", "the moment of signing lies before the paper's date"
    ),
}
_GOOD = Message("ไม่พบสิ่งผิดปกติ", "Nothing is wrong.")
_UNASKED = Message(
    "ไม่พบสิ่งผิดปกติ แต่ยังไม่ได้ตรวจว่าผู้ออกใบรับรองเชื่อถือได้",
    "Nothing is wrong, but who issued the certificates was not asked.",
)
_BAD = Message("พบสิ่งที่ต้องดู: อย่าเพิ่งใช้เอกสารนี้", "Something is wrong: do not rely on this file yet.")


def said_of(found: PdfVerification, console: Console) -> Iterator[str]:
    """The findings, line by line."""
    if found.record:
        yield _format_titled(
            console, Message("เอกสาร", "Paper"), found.record.says.get("title", found.record.paper)
        )
        if found.record.edition > 1:
            yield console.text(Message(f"ฉบับที่ {found.record.edition}", f"Edition {found.record.edition}"))
    if not found.signed.signatures:
        yield console.text(Message("ยังไม่มีลายมือชื่ออิเล็กทรอนิกส์", "Nobody has signed electronically."))
    for number, signature in enumerate(found.signed.signatures, 1):
        who = Message(f"ลายมือชื่อที่ {number}", f"Signature {number}")
        yield _format_titled(console, who, f"{signature.name} ({signature.role})")
        for words in _about(signature):
            yield f"  {console.text(words)}"
    for field in found.waiting:
        yield _format_titled(console, Message("ยังไม่ลงนาม", "Not signed"), f"{field.title} ({field.role})")
    yield from _text(found, console)
    if found.same_data is not None:
        yield console.text(_describe_data(found.same_data))
    yield console.text(_verdict(found))


def _verdict(found: PdfVerification) -> Message:
    if not found.sound:
        return _BAD
    return _UNASKED if any(one.trust == "not-asked" for one in found.signed.signatures) else _GOOD


def _about(signature: Signature) -> Iterator[Message]:
    if signature.moment:
        local, how = signature.moment.astimezone(BANGKOK), _MOMENT[signature.timestamp]
        thai = f"เมื่อ: {long_date(local.date())} {local:%H:%M:%S} น. ({how.th})"
        yield Message(thai, f"when: {local:%Y-%m-%d %H:%M:%S} +07:00 ({how.en})")
    yield _describe_coverage(signature)
    if not signature.intact:
        yield Message(
            "ถูกแก้ไขหลังลงนาม: ลายมือชื่อใช้ไม่ได้", "CHANGED since it was signed: the signature does not hold"
        )
    elif signature.changed:
        yield Message(
            "หลังลงนามมีการแก้ไขที่ไม่ใช่การลงนามเพิ่ม", "CHANGED since: something was added that is no signature"
        )
    else:
        yield Message("ไม่ถูกแก้ไขหลังลงนาม", "not changed since it was signed")
    yield from (_CHANGES[change] for change in signature.changes)
    yield from _describe_place(signature)
    if odd := _CLOCK[signature.clock]:
        yield odd
    trust = _TRUST[signature.trust]
    yield Message(
        f"ใบรับรอง: ออกโดย {signature.issuer}; {trust.th}",
        f"certificate: issued by {signature.issuer}; {trust.en}",
    )
    for lack in signature.unfit:
        if lack != signature.trust:
            yield Message(f"ใบรับรอง{_UNFIT[lack].th}", f"certificate: {_UNFIT[lack].en}")


def _describe_place(signature: Signature) -> Iterator[Message]:
    """Whether it is who was to sign there, and why another did, if that is said."""
    wanted = signature.wanted
    match signature.place:
        case "other":
            yield Message(
                f"ชื่อในใบรับรองไม่ใช่ชื่อที่ช่องนี้: {wanted}",
                f"the certificate does NOT name whom this place is for: {wanted}",
            )
        case "alike":
            yield Message(
                f"ชื่อในใบรับรองเป็นอักษรอื่น เสียงใกล้เคียงกับที่ช่องนี้: {wanted}",
                f"the certificate's name, in other letters, sounds like that of this place: {wanted}",
            )
        case "no-place":
            yield Message(
                "ลงในช่องที่เอกสารไม่ได้ให้ใครลงนาม",
                "signed in a field that the paper does not have: nobody was to sign there",
            )
        case "same" | "not-asked":
            pass
        case _:
            assert_never(signature.place)
    if signature.reason:
        yield Message(f"เหตุผล: {signature.reason}", f"reason: {signature.reason}")


def _describe_coverage(signature: Signature) -> Message:
    if signature.covers == "whole":
        return Message("ครอบคลุม: ทั้งแฟ้ม", "over: the whole file")
    if signature.covers == "revision":
        return Message(
            f"ครอบคลุม: แฟ้มในสถานะที่ {signature.revision} ทั้งหมด (มีส่วนที่เพิ่มภายหลัง)",
            f"over: all of the file's state {signature.revision} (something was added later)",
        )
    if signature.covers == "part":
        return Message("ครอบคลุม: เพียงบางส่วนของแฟ้ม", "over: only a PART of the file")
    assert_never(signature.covers)


def _text(found: PdfVerification, console: Console) -> Iterator[str]:
    yield _format_titled(console, Message("ข้อความ", "Text"), console.text(_TEXT[found.text]))
    for one in found.differences[:SHOWN]:
        yield f"  {console.text(Message(f'หน้า {one.page}', f'page {one.page}'))}"
        yield f"    {console.text(Message('ตามข้อมูล', 'data'))}: {one.expected or '-'}"
        yield f"    {console.text(Message('ในแฟ้ม', 'file'))}: {one.found or '-'}"
    if (more := len(found.differences) - SHOWN) > 0:
        yield f"  {console.text(Message(f'และอีก {more} แห่ง', f'and {more} more'))}"
    for reason in found.reasons:
        yield f"  {reason.text(console.lang)}"


def _describe_data(same: bool) -> Message:
    if same:
        return Message("ข้อมูลในแฟ้มคือข้อมูลที่ระบุ", "The data inside are those of the input.")
    return Message("ข้อมูลในแฟ้มไม่ใช่ข้อมูลที่ระบุ", "The data inside are NOT those of the input.")


def _format_titled(console: Console, title: Message, text: str) -> str:
    return f"{console.text(title)}: {text}"


def verification_json(found: PdfVerification, file: str, console: Console) -> str:
    """The same as JSON, with values that do not change."""
    said: dict[str, Any] = {
        "file": file,
        "sound": found.sound,
        "paper": found.record.paper if found.record else None,
        "edition": found.record.edition if found.record else None,
        "signatures": [_as_json(one) for one in found.signed.signatures],
        "waiting": [{"role": one.role, "title": one.title} for one in found.waiting],
        "text": found.text,
        "differences": [one._asdict() for one in found.differences],
        "reasons": [{"code": one.code, "what": console.text(one.message)} for one in found.reasons],
        "same_data": found.same_data,
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _as_json(signature: Signature) -> dict[str, Any]:
    told = signature._asdict()
    return {**told, "moment": signature.moment and signature.moment.isoformat(), "sound": signature.sound}
