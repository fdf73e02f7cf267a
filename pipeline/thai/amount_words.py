"""Amounts of money as papers print them: the figure, and the words in brackets behind it.

`11` is สิบเอ็ด, `21` ยี่สิบเอ็ด, `101` หนึ่งร้อยเอ็ด; a million begins anew (`1,000,001` is หนึ่งล้านเอ็ด).
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 1_000_000
_SATANG = Decimal("0.01")


def number_words(number: int) -> str:
    """A whole number in words; below zero with ลบ before it."""
    if number < 0:
        return f"ลบ{number_words(-number)}"
    if number == 0:
        return _DIGITS[0]
    millions, rest = divmod(number, _MILLION)
    above = f"{number_words(millions)}ล้าน" if millions else ""
    return above + _below_a_million(rest, follows=bool(millions))


def _below_a_million(number: int, *, follows: bool) -> str:
    """The words of the last six figures; `follows` says that millions stand before them."""
    figures = [(place, int(figure)) for place, figure in enumerate(reversed(str(number)))]
    return "".join(
        _figure(place, figure, alone=number < 10 and not follows)
        for place, figure in reversed(figures)
        if figure
    )


def _figure(place: int, figure: int, *, alone: bool) -> str:
    if place == 0:
        return "เอ็ด" if figure == 1 and not alone else _DIGITS[figure]
    if place == 1 and figure <= 2:
        return ("", "สิบ", "ยี่สิบ")[figure]
    return _DIGITS[figure] + _PLACES[place]


def baht_words(amount: Decimal) -> str:
    """`18250` -> หนึ่งหมื่นแปดพันสองร้อยห้าสิบบาทถ้วน; satang by themselves where they are, half up."""
    satang = int((abs(amount).quantize(_SATANG, ROUND_HALF_UP) * 100).to_integral_value())
    whole, part = divmod(satang, 100)
    below = "ลบ" if amount < 0 and satang else ""
    baht = f"{number_words(whole)}บาท" if whole or not part else ""
    return f"{below}{baht}{f'{number_words(part)}สตางค์' if part else 'ถ้วน'}"


def money_text(amount: Decimal) -> str:
    """`18,250` or `18,250.50`: satang in two figures; whole baht with decimals only where two were typed."""
    exponent = amount.as_tuple().exponent
    whole = amount.to_integral_value()
    if amount == whole and exponent != _SATANG.as_tuple().exponent:
        return f"{whole:,f}"
    return f"{amount.quantize(_SATANG, ROUND_HALF_UP):,f}"
