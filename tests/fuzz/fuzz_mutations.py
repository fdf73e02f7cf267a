"""Good files spoilt: as bytes, as text and YAML, and in the file system."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

Chance = random.Random
Mutation = Callable[[bytes, Chance], bytes]

VALUES = (
    "",
    "~",
    "[]",
    "{}",
    "- a",
    '""',
    "|",
    ">-",
    "? x",
    "!!python/object/apply:os.system [x]",
    "!!binary aGk=",
    "!x y",
    "&a [*a, *a]",
    "*a",
    "{<<: {a: 1}}",
    r'"\U00110000"',
    r'"\ud800"',
    r'"\0"',
    r'"\uFFFE"',
    r'"\x07"',
    r'"\e[31m"',
    r'"\Uffffffff"',
    r'"\N\L\P"',
    "1e999999",
    "-1e999999",
    "1E-999999",
    ".nan",
    ".inf",
    "NaN",
    "Infinity",
    "-Infinity",
    "sNaN",
    "9" * 5000,
    "0x1F",
    "0o17",
    "1_000",
    "-0",
    "+5",
    "๑,๒๓๔.๕",
    "1,2,3",
    "1/0",
    "-4",
    "10%",
    "1e3",
    "٣",
    "๙" * 400,
    "31 กุมภาพันธ์ 2568",
    "9999-99-99",
    "0000-01-01",
    "1 มกราคม 99999",
    "1 มกราคม 1",
    "29 กุมภาพันธ์ 2567",
    "2569-08-03T10:00:00+99:99",
    "25.99",
    "{office}",
    "{nothing}",
    "{",
    "}",
    "{}{",
    "{office.__class__}",
    "{{7*7}}",
    "{% for x in y %}",
    "{0}",
    "{unit!r:>99999999}",
    "<b>x</b>",
    "</p>",
    "&amp;&#0;",
    "]]>",
    "../../etc/passwd",
    "/dev/zero",
    "/",
    "C:\\\\x",
    "CON",
    "a" * 20_000,
    "ก" * 9_000,
    "ก" + "่" * 500,
    "\u202e\u2066x",
    "👨‍👩‍👧‍👦",
    "\u0e33" * 60,
    "\u200b" * 300,
    "a\tb",
    '"unclosed',
    "'unclosed",
    "[unclosed",
    "{unclosed: ",
    "true",
    "no",
    "2563-03-31",
    "=1+1",
    "@x",
    "%x",
    "`x",
    "[" * 300,
    "{a: " * 120,
    "[[[[[]]]]]",
    "{a: {b: {c: d}}}",
    "memo",
    "99999999999999999999999",
    "[1, 2, 3]",
    "{1: 2}",
)
"""What may be typed for any value."""


def flipped(data: bytes, chance: Chance) -> bytes:
    """Some bytes are others."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def cut(data: bytes, chance: Chance) -> bytes:
    """Cut off, or a piece is gone."""
    start, end = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    return chance.choice((data[:start], data[:start] + data[end:], data[start:]))


def doubled(data: bytes, chance: Chance) -> bytes:
    """A piece stands many times."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((1, 30, 300))]
    return data[:start] + piece * chance.choice((2, 50, 2000)) + data[start:]


def other_kind(_: bytes, chance: Chance) -> bytes:
    """Another kind of file under this name."""
    return chance.choice(
        (
            b"",
            b"\0" * 500,
            b"GIF89a\x01\0\x01\0",
            b"%PDF-1.7\n%%EOF",
            b"PK\x05\x06" + b"\0" * 18,
            b"PK\x03\x04",
            b"\x1f\x8b\x08",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe0",
            b"{\\rtf1}",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            b"<svg/>",
            b"<?xml version='1.0'?><a/>",
            b"{}",
            b"[]",
            b"null",
            b"---\n---\n",
            b"%YAML 9.9\n---\na: b",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            b"-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----",
            b"a: " + b"[" * 20_000,
            b"[" * 20_000 + b"]" * 20_000,
            b"a: &a [x]\n" + b"".join(b"b%d: [%s]\n" % (n, b"*a," * 9) for n in range(900)),
            b"0\x82\xff\xff",
            b"1 " * 40_000,
            b"x" * 300_000,
            ("ก" * 60_000).encode(),
            b'{"a":' * 3_000 + b"1" + b"}" * 3_000,
        )
    )


def in_other_encoding(data: bytes, chance: Chance) -> bytes:
    """The text as another program saves it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return flipped(data, chance)
    encoding = chance.choice(
        ("utf-16", "utf-16-le", "utf-32", "cp874", "utf-8-sig", "latin-1", "utf-7", "cp037")
    )
    ends = chance.choice(("\n", "\r\n", "\r", "\n\r", "\u2028", "\x85"))
    return text.replace("\n", ends).encode(encoding, "replace")


def typed_otherwise(data: bytes, chance: Chance) -> bytes:
    """A value, or several, is something else that one can type."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    places = [n for n, line in enumerate(lines) if re.match(r"\s*[^#\s].*?[:\-,] *\S", line)]
    for _ in range(chance.choice((1, 1, 1, 4))):
        if places:
            at = chance.choice(places)
            pieces = list(re.finditer(r'(?<=[:\-,\[] )[^,\[\]{}]+|(?<=")[^"]+(?=")|(?<=,)[^,]+', lines[at]))
            if pieces:
                piece = chance.choice(pieces)
                lines[at] = lines[at][: piece.start()] + chance.choice(VALUES) + lines[at][piece.end() :]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def arranged_otherwise(data: bytes, chance: Chance) -> bytes:
    """Lines are gone, twice, changed places, indented otherwise, or renamed."""
    lines = data.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    what = chance.randrange(7)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(other, lines[at])
    elif what == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif what == 3:
        lines[at] = b" " * chance.randrange(1, 9) + lines[at].lstrip()
    elif what == 4:
        lines[at] = re.sub(rb"\w+:", b"no_such_field:", lines[at], count=1)
    elif what == 5:
        lines[at:at] = lines[at : at + 3] * chance.choice((30, 400))
    else:
        lines[at:at] = [
            chance.choice(
                (
                    b"---",
                    b"...",
                    b"%TAG ! x",
                    b"\t",
                    b"a: b",
                    b"- c",
                    b"? [d]: e",
                    b"<<: *x",
                    b"# \0",
                    b"}",
                    b"{% raw %}",
                )
            )
        ]
    return b"\n".join(lines)


BYTES: tuple[Mutation, ...] = (flipped, cut, doubled, other_kind)
TEXTS: tuple[Mutation, ...] = (
    typed_otherwise,
    typed_otherwise,
    typed_otherwise,
    arranged_otherwise,
    arranged_otherwise,
    in_other_encoding,
    *BYTES,
)


def no_file_at_all(path: Path, chance: Chance) -> str:
    """In the place of a file there is something else, or nothing."""
    data = path.read_bytes()
    path.unlink()
    what = chance.choice(("missing", "folder", "pipe", "loop", "device", "dangling", "sparse"))
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "loop":
        path.symlink_to(path.name)
    elif what == "device":
        path.symlink_to("/dev/zero")
    elif what == "dangling":
        path.symlink_to("\udcff\udcfe")
    elif what == "sparse":
        path.write_bytes(data)
        os.truncate(path, 120_000_000)
    return what
