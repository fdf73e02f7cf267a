"""A table as text, as Excel in Thailand writes it -> its rows, each with the line that it begins on.

UTF-8 (with or without a mark of order), UTF-16 ("Unicode text") or Windows-874; commas, semicolons or tabs,
or what a first line `sep=;` says. What is not certain to be one of these is refused, never guessed.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.decoding import decode, not_utf8
from pipeline.intake.opening import TEXT, wrong_kind

Line = tuple[int, list[str]]
"""The number of a line, and the fields of the row that begins on it."""

MAX_BYTES = 5_000_000
DELIMITERS = ",;\t"

_SEPARATOR = re.compile(r'"?sep=(.)"?[ ,;\t]*(?:\r\n|\n|\r)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_THAI = re.compile("[\u0e01-\u0e5b]+")
_STRAY = re.compile(
    "[\u0e03\u0e05\u0e4f\u0e5a\u0e5b]"
    "|(?<![\u0e01-\u0e2e\u0e31-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
"""Letters out of use, and marks with no letter that could bear them: no Thai text has many."""

_MOST_OF = 0.8
_FEW = 0.05


def table_rows(data: bytes, file: str, most_bytes: int = MAX_BYTES) -> Iterator[Line]:
    """The rows of a file of one of these kinds, with their line numbers from 1; lines of nothing too.

    Raises `InputError`: too large, another encoding, another kind of file, a quotation mark that is never
    closed (it would swallow all rows after it).
    """
    if len(data) > most_bytes:
        raise InputError([_too_large(Location(file), most_bytes)])
    text = table_text(data, file)
    told = _SEPARATOR.match(text)
    skipped = told.end() if told else 0
    begins = 2 if told else 1
    delimiter = told[1] if told else _delimiter(text)
    stream = io.StringIO(text[skipped:], newline="")
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    before = begins - 1
    try:
        for fields in reader:
            yield begins, fields
            begins = before + reader.line_num + 1
    except csv.Error as error:
        raise InputError([_not_csv(Location(file, begins), str(error))]) from error


def table_text(data: bytes, file: str) -> str:
    """The text of the file. Raises `InputError`."""
    if fault := wrong_kind(file, TEXT, data):
        raise InputError([fault])
    if encoding := _utf_16(data):
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise InputError([not_utf8("UTF-16", Location(file, 1))]) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _windows_874(data) or decode(data, file)


def _utf_16(data: bytes) -> str:
    """The order of the bytes of UTF-16, by its mark or by the zeros of its first letter; `""` for others."""
    if data.startswith(codecs.BOM_UTF16_LE) or (data[1:2] == b"\0" and data[:1] != b"\0"):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE) or (data[:1] == b"\0" and data[1:2] not in {b"\0", b""}):
        return "utf-16-be"
    return ""


def _windows_874(data: bytes) -> str:
    """The text, if it is Thai in Windows-874; `""` for broken UTF-8, and what gives no words."""
    broken = data.decode("utf-8", "replace")
    other = sum(letter > "\x7f" for letter in broken)
    if broken.count("\ufffd") < other * (1 - _MOST_OF):
        return ""
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        return ""
    words = _THAI.findall(text)
    thai = sum(map(len, words))
    in_words = sum(len(word) for word in words if len(word) > 1)
    stray = len(_STRAY.findall(text))
    return text if in_words >= thai * _MOST_OF and stray <= thai * _FEW else ""


def _delimiter(text: str) -> str:
    """What stands most often between the fields of the first row."""
    header = next((line for line in _QUOTED.sub("", text).splitlines() if line.strip()), "")
    return max(DELIMITERS, key=header.count)


def _too_large(place: Location, most_bytes: int) -> Diagnostic:
    limit = most_bytes // 1_000_000
    return diagnose("too-large", place, limit=limit)


def _not_csv(place: Location, why: str) -> Diagnostic:
    return diagnose("csv-syntax", place, why=why)
