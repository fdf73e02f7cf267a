"""Masks: what papers for the public print in place of a personal value.

A mask is a text that says nothing of the value: its length is that of its type. Templates and the functions
that they call treat it as the value that it stands for. Compared with others it answers as that would, so
that rows keep their order and `{% if %}` its meaning; whatever is reckoned with it is a mask again; printed,
cut and formatted it is the text of the mask, and nothing else of it can be read.
"""

from __future__ import annotations

import datetime
import operator
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from pipeline.thai.digits import to_arabic

TEXT = "xxxxx"
FIGURE = "xx"
MONEY = "xx,xxx"
YEAR = "xxxx"
DATE = "xx xxxxx xxxx"
MONTH = "xxxxx xxxx"
TIME = "xx.xx"
_CITIZEN = "x-xxxx-xxxxx-{}-{}"
"""A number of 13 digits, as Thai offices print it for the public: its last three digits stay."""

_BY_TYPE = {"money": MONEY, "year": YEAR, "date": DATE, "month": MONTH, "time": TIME}

_DIGIT = r"[0-9๐-๙]"
_JOINT = "[-\u2010-\u2013 \u00a0]?"
_THIRTEEN = re.compile(
    rf"(?<!{_DIGIT})" + _JOINT.join(f"(?:{_DIGIT}){{{n}}}" for n in (1, 4, 5, 2, 1)) + rf"(?!{_DIGIT})"
)


class Mask(str):
    """The mask of the value `truth`.

    Of one that is `opaque` (one of a few options) nothing can be asked but by another mask: what a template
    decides by it would tell which it is. A tick box stays empty.
    """

    __slots__ = ("opaque", "truth")
    opaque: bool
    truth: Any

    def __new__(cls, shown: str, truth: Any, *, opaque: bool = False) -> Mask:
        """`shown` is what is printed."""
        made = super().__new__(cls, shown)
        made.truth, made.opaque = truth, opaque
        return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Mask):
            return bool(self.truth == other.truth)
        return not self.opaque and bool(self.truth == other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.truth)

    def __bool__(self) -> bool:
        return bool(self.truth) and not (self.opaque and isinstance(self.truth, bool))

    def __format__(self, _: str) -> str:
        """Whatever the format, the mask."""
        return str(self)

    def __reduce__(self) -> Any:
        """A mask takes its truth nowhere."""
        raise TypeError("a mask is not packed")

    def lower(self) -> Mask:
        """Itself: a filter that asks for small letters goes on with the value."""
        return self

    def isoformat(self) -> str:
        """A masked day."""
        return str(self)

    def __getattr__(self, name: str) -> Mask:
        """Day, month and year of a masked day."""
        if name in {"day", "month", "year"} and isinstance(self.truth, datetime.date):
            return Mask(YEAR if name == "year" else FIGURE, getattr(self.truth, name))
        raise AttributeError(name)

    def __neg__(self) -> Mask:
        return Mask(str(self), -self.truth)

    def __abs__(self) -> Mask:
        return Mask(str(self), abs(self.truth))


Operator = Callable[[Any, Any], Any]


def _compared(compare: Operator) -> Any:
    def method(self: Mask, other: object) -> Any:
        there = isinstance(other, Mask)
        one = str(self) if self.opaque and not there else self.truth
        return compare(one, other.truth if isinstance(other, Mask) else other)

    return method


def _reckoned(reckon: Operator, *, reflected: bool = False) -> Any:
    """What comes of a figure is a mask, of a text a text with the mask in it."""

    def method(self: Mask, other: Any) -> Any:
        if isinstance(self.truth, str) or (isinstance(other, str) and not isinstance(other, Mask)):
            pair: tuple[Any, Any] = (str(self), str(other) if isinstance(other, Mask) else other)
        else:
            pair = (self.truth, other.truth if isinstance(other, Mask) else other)
        made = reckon(*reversed(pair)) if reflected else reckon(*pair)
        return made if isinstance(made, str) else Mask(str(self), made)

    return method


for _name in ("lt", "le", "gt", "ge"):
    setattr(Mask, f"__{_name}__", _compared(getattr(operator, _name)))
for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    setattr(Mask, f"__{_name}__", _reckoned(getattr(operator, _name)))
    setattr(Mask, f"__r{_name}__", _reckoned(getattr(operator, _name), reflected=True))


def mask_of(value: Any, type_name: str = "") -> Mask:
    """The mask of a value of a type that a `kind.yaml` may name; without one, by what the value is.

    One of a few options (`choice`, `yes-no`) is opaque.
    """
    if type_name == "choice" or isinstance(value, bool):
        return Mask(TEXT, value, opaque=True)
    if isinstance(value, str):
        digits = re.sub(r"[\s\-\u2010-\u2013]", "", to_arabic(value))
        if len(digits) == 13 and digits.isdecimal():
            return Mask(_CITIZEN.format(digits[10:12], digits[12]), value)
    if shown := _BY_TYPE.get(type_name):
        return Mask(shown, value)
    if isinstance(value, datetime.date):
        return Mask(DATE, value)
    return Mask(FIGURE if isinstance(value, int | Decimal) else TEXT, value)


def without_numbers(text: str) -> str:
    """A text with the numbers of persons in it masked: 13 digits whose last is right for the others, as one
    word or parted as `1-2345-67890-12-3`, in Thai or Arabic digits.
    """
    return _THIRTEEN.sub(_number, text) if len(text) > 12 else text


def _number(found: re.Match[str]) -> str:
    digits = "".join(each for each in found[0] if each.isdecimal())
    return _CITIZEN.format(digits[10:12], digits[12]) if is_number(to_arabic(digits)) else found[0]


def is_number(digits: str) -> bool:
    """Whether 13 Arabic digits make the number of a person or company: the last is by the twelve others,
    weighted 13 down to 2, the sum subtracted from the next multiple of 11, of which the last digit counts.
    """
    total = sum(int(digit) * weight for digit, weight in zip(digits[:12], range(13, 1, -1), strict=True))
    return (11 - total % 11) % 10 == int(digits[12])
