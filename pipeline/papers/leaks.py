"""Looks for personal values in finished files: in their text, properties, descriptions and names of fields.

Texts are compared without spaces and in one kind of digits, figures as figures wherever commas stand, days in
every way in which papers print them.
"""

from __future__ import annotations

import datetime
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import pikepdf
import pypdfium2 as pdfium

from pipeline.model.masking import Hidden
from pipeline.model.masks import without_numbers
from pipeline.thai.amount_words import baht_words
from pipeline.thai.dates import ERA, MONTHS, SHORT_MONTHS, long_date, month_year, short_date
from pipeline.thai.dictionary import is_word
from pipeline.thai.digits import to_arabic

SHORTEST = 4
"""Shorter values stand everywhere, and tell nothing."""

_ENDS = re.compile(r"</w:p>|<w:br\b[^>]*>|<w:tab/>|</[a-z]+:(?!r\b|t\b|rPr\b)[A-Za-z]+>")
_MEASURE = re.compile(r"<(wp:posOffset|wp14:pct\w+|vt:i4)>[^<]*</\1>")
_TAG = re.compile(r"<[^>]*>")
_SAID = re.compile(
    r'<(?:w:alias|w:tag|w:default|w:result) w:val="([^"]*)"|\b(?:descr|title|w:tooltip)="([^"]*)"'
)
_VALUE = re.compile(r'="([^"]*)"')
_FIGURE = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?")
_NO_AMOUNT = re.compile(
    rf"(?:พ\.ศ\.|ปี[ก-ฮะ-๎]*|{'|'.join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))}|[/–-])"
    r" *2[456]\d\d(?![,.]?\d| *บาท)"
    r"|โทร(?:\.|ศัพท์|สาร)? *\d[\d -]*(?![,.]?\d| *บาท)"
    r"|(?:กรุงเทพ|จังหวัด|จ\.) ?[ก-ฮะ-๎ฯ]* +\d{5}(?![,.]?\d| *บาท)"
)
"""Years, numbers of telephones, and of post offices behind their provinces: a rise of 2,570 baht is none."""
_JOINED = re.compile(r"\d(?:[ \u00a0\-\u2010-\u2013]?\d)*")
_NOT_DIGITS = re.compile(r"\D")
_OTHER_THAN_NUMBER = re.compile(r"[^\d\s\-\u2010-\u2013.,/()+]")
_LONG_NUMBER = 9
"""A number of so many digits is no other by chance, also where something parts its digits."""


@dataclass(frozen=True, slots=True)
class Leaks:
    """What was found: values that should be hidden, and how many numbers of persons."""

    hidden: tuple[Hidden, ...]
    numbers: int


def find_leaks(files: Mapping[str, bytes], hidden: Iterable[Hidden]) -> Leaks:
    """The hidden values that stand in any of the files, by their format."""
    sought = tuple(hidden)
    read = [_TEXTS[kind](data) for kind, data in files.items()]
    found = tuple(each for each in sought if any(held.holds(each) for held in read))
    return Leaks(found, max((held.numbers for held in read), default=0))


class _Held:
    """What a file says: `texts` that people read, and `others`, of which only words count."""

    def __init__(self, texts: Iterable[str], others: Iterable[str] = ()) -> None:
        self._texts = [unicodedata.normalize("NFKC", to_arabic(text)) for text in texts]
        self._whole = "\n".join(self._texts)
        self._words = _fold("\n".join((self._whole, *others)))

    @cached_property
    def _figures(self) -> frozenset[Decimal]:
        text = _NO_AMOUNT.sub(" ", self._whole)
        return frozenset(Decimal(each.replace(",", "")) for each in _FIGURE.findall(text))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        """Each run of digits by itself, and with those joined that only spaces and hyphens part."""
        joined = (_NOT_DIGITS.sub("", each) for each in _JOINED.findall(self._whole))
        return frozenset((*joined, *re.findall(r"\d+", self._whole)))

    @cached_property
    def _digits(self) -> str:
        return _NOT_DIGITS.sub("", self._whole)

    @property
    def numbers(self) -> int:
        """How many texts hold the number of a person."""
        return sum(without_numbers(text) != text for text in self._texts)

    def holds(self, hidden: Hidden) -> bool:
        """Whether the value stands in the file."""
        value = hidden.value
        if isinstance(value, datetime.date):
            forms = _months(value) if hidden.type_name == "month" else _days(value)
            return any(map(self._holds_day, forms))
        if isinstance(value, int | Decimal):
            return self._holds_figure(Decimal(value), hidden)
        text = to_arabic(str(value))
        if not _OTHER_THAN_NUMBER.search(text):
            return self._holds_number(_NOT_DIGITS.sub("", text))
        if hidden.as_name and is_word(text):
            return any(_fold(name) in self._words for name in hidden.as_name)
        folded = _fold(text)
        return len(folded) >= SHORTEST and folded in self._words

    def _holds_day(self, form: str) -> bool:
        """A day as it is printed, and not the end of another (3 of 13)."""
        folded = _fold(form)
        if folded not in self._words:
            return False
        spaced = r"\s*".join(map(re.escape, folded))
        return re.search(rf"(?<!\d){spaced}(?!\d)", self._whole) is not None

    def _holds_figure(self, figure: Decimal, hidden: Hidden) -> bool:
        if len(_NOT_DIGITS.sub("", f"{figure.normalize():f}")) < SHORTEST:
            return False
        if hidden.type_name == "year":
            return re.search(rf"(?<!\d){figure:f}(?!\d)", self._whole) is not None
        words = hidden.type_name == "money" and _fold(baht_words(figure)) in self._words
        return words or abs(figure) in self._figures

    def _holds_number(self, digits: str) -> bool:
        """A number as a text: a long one however its digits are parted, a short one as it stands."""
        if len(digits) >= _LONG_NUMBER:
            return digits in self._digits
        return len(digits) >= SHORTEST and (digits in self._numbers or Decimal(digits) in self._figures)


def _days(day: datetime.date) -> Iterator[str]:
    year = day.year + ERA
    yield from (long_date(day), short_date(day), day.isoformat(), f"{year}-{day:%m-%d}")
    yield from (f"{day.day}/{day.month}/{year}", f"{day:%d/%m}/{year}")


def _months(day: datetime.date) -> Iterator[str]:
    yield from (month_year(day), f"{day.year + ERA}-{day:%m}", f"{day.month}/{day.year + ERA}")


def _fold(text: str) -> str:
    """A text without spaces, marks without width and differences of writing."""
    return "".join(
        each
        for each in unicodedata.normalize("NFKC", text)
        if not each.isspace() and unicodedata.category(each) != "Cf"
    )


def _docx_texts(data: bytes) -> _Held:
    """The paragraphs of every part, descriptions and names of fields; beside them, the other attributes."""
    texts: list[str] = []
    others: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                markup = _MEASURE.sub("", package.read(name).decode())
                lines = _TAG.sub("", _ENDS.sub("\n", markup)).splitlines()
                texts += (html.unescape(line) for line in lines if line.strip())
                texts += (html.unescape(a or b) for a, b in _SAID.findall(markup))
                others += map(html.unescape, _VALUE.findall(markup))
    return _Held(texts, others)


def _pdf_texts(data: bytes) -> _Held:
    """The lines of every page, and every text string of the file: properties, bookmarks, descriptions,
    fields, what is attached.
    """
    texts: list[str] = []
    with pdfium.PdfDocument(data) as opened:
        for page in opened:
            texts += page.get_textpage().get_text_bounded().splitlines()
    with pikepdf.open(io.BytesIO(data)) as file:
        for each in file.objects:
            texts += _strings(each)
        texts += (
            attached.get_file().read_bytes().decode("utf-8", "replace")
            for attached in file.attachments.values()
        )
        texts += _TAG.sub("\n", file.Root.Metadata.read_bytes().decode()).splitlines()
    return _Held(texts)


def _strings(held: object) -> Iterator[str]:
    """The text strings in an object; times and what it refers to left out."""
    if isinstance(held, pikepdf.String):
        text = str(held)
        if not text.startswith("D:"):
            yield text
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
        inside: Iterable[object] = (
            held if isinstance(held, pikepdf.Array) else (each for _, each in held.items())
        )
        for each in inside:
            if not getattr(each, "is_indirect", False):
                yield from _strings(each)


_TEXTS: Mapping[str, Callable[[bytes], _Held]] = {"docx": _docx_texts, "pdf": _pdf_texts}
