"""Numbers and amounts of money in Thai words: `สามล้านสี่แสนห้าหมื่นบาทถ้วน`."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {
    "ศูนย์": 0, "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8,
    "เก้า": 9,
}  # fmt: skip
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
_MILLION = "ล้าน"
_TOKENS = (*_DIGITS, *_PLACES, _MILLION)


def number_in_words(words: str) -> int | None:
    """`สามล้านสี่แสน` -> 3400000; `None` where the words are no number. Spaces do not count."""
    rest = "".join(words.split())
    millions, below, digit = 0, 0, None
    while rest:
        token = next((token for token in _TOKENS if rest.startswith(token)), None)
        if token is None or (token in _DIGITS and digit is not None):
            return None
        rest = rest[len(token) :]
        if token in _DIGITS:
            digit = _DIGITS[token]
        elif token == _MILLION:
            millions, below, digit = (millions + below + (digit or 0)) * 1_000_000, 0, None
        else:
            below += _PLACES[token] * (1 if digit is None else digit)
            digit = None
    return millions + below + (digit or 0) if words.strip() else None


def baht_in_words(words: str) -> Decimal | None:
    """`หนึ่งร้อยบาทถ้วน` -> 100, `ห้าบาทยี่สิบห้าสตางค์` -> 5.25; `None` where the words are no amount."""
    said = "".join(words.split()).removeprefix("เป็นเงิน")
    whole, baht, rest = said.partition("บาท")
    amount = number_in_words(whole) if baht else None
    if amount is None:
        return None
    if rest in ("", "ถ้วน"):
        return Decimal(amount)
    satang = number_in_words(rest.removesuffix("สตางค์")) if rest.endswith("สตางค์") else None
    return None if satang is None or satang > 99 else amount + Decimal(satang) / 100
