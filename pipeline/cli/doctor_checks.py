"""The checks of `saraban doctor`: Python, libraries, fonts, templates, and optional programs."""

from __future__ import annotations

import platform
import re
import shutil
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Literal

import uharfbuzz

from pipeline import __version__, kinds
from pipeline.diagnostics import Message
from pipeline.kinds.registry import KIND_FILE
from pipeline.resources import resource
from pipeline.typeset.fonts import FACES

OLDEST_PYTHON = (3, 11)


def _kind_file(name: str) -> str:
    """The file that says which papers a kind makes."""
    described = f"{name}/{KIND_FILE}"
    return described if resource("templates", described).exists() else f"{name}/papers.yaml"


NEEDED_TEMPLATES = (*map(_kind_file, kinds.names()), "styles", "start")

_PRESENT = Message("พร้อม", "present")
_PROGRAMS = {
    "soffice": Message(
        "LibreOffice เปิดและแปลง DOCX ในการทดสอบ", "LibreOffice, opens and converts DOCX in tests"
    ),
    "pdftotext": Message("poppler อ่านข้อความจาก PDF ในการทดสอบ", "poppler, reads text of PDF in tests"),
    "java": Message("ตรวจมาตรฐาน PDF/A ด้วย veraPDF", "checks PDF/A with veraPDF"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `missing` stops the program from working, `absent` only an extra."""

    name: str
    state: Literal["ok", "missing", "absent"]
    words: Message


def examine() -> tuple[Finding, ...]:
    """Everything looked at, in the order in which it is needed."""
    return (*_basics(), *_libraries(), *_fonts(), *_templates(), *_programs())


def _basics() -> list[Finding]:
    python = Message(platform.python_version(), platform.python_version())
    new_enough = sys.version_info >= OLDEST_PYTHON
    return [
        Finding("saraban", "ok", Message(__version__, __version__)),
        Finding("Python", "ok" if new_enough else "missing", python),
    ]


def _libraries() -> list[Finding]:
    """The packages that the installed program names as its own needs."""
    names = [re.split(r"[^\w.-]", need)[0] for need in requires("saraban") or () if "extra ==" not in need]
    return [_library(name) for name in sorted(names)]


def _library(name: str) -> Finding:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Finding(name, "missing", Message("ไม่พบไลบรารีนี้", "this library is missing"))
    return Finding(name, "ok", Message(found, found))


def _fonts() -> list[Finding]:
    return [_font(name, file.file) for name, file in FACES.items()]


def _font(name: str, file: str) -> Finding:
    path = resource("fonts", file)
    try:
        glyphs = uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes())).glyph_count
    except OSError as error:
        return Finding(name, "missing", Message(f"อ่าน {path} ไม่ได้", f"cannot read {path} ({error.strerror})"))
    if not glyphs:
        return Finding(name, "missing", Message(f"{path} ไม่ใช่แฟ้มแบบอักษร", f"{path} is no font"))
    return Finding(name, "ok", Message(f"{file} ({glyphs} อักขระ)", f"{file} ({glyphs} glyphs)"))


def _templates() -> list[Finding]:
    return [_template(name) for name in NEEDED_TEMPLATES]


def _template(name: str) -> Finding:
    path = resource("templates", name)
    if path.exists():
        return Finding(f"templates/{name}", "ok", _PRESENT)
    return Finding(f"templates/{name}", "missing", Message(f"ไม่พบ {path}", f"{path} is missing"))


def _programs() -> list[Finding]:
    return [_program(name, purpose) for name, purpose in _PROGRAMS.items()]


def _program(name: str, purpose: Message) -> Finding:
    found = shutil.which(name)
    if found:
        return Finding(name, "ok", Message(f"{found} ({purpose.th})", f"{found} ({purpose.en})"))
    return Finding(
        name,
        "absent",
        Message(f"ไม่มี ไม่จำเป็น ({purpose.th})", f"not there, not needed to make papers ({purpose.en})"),
    )
