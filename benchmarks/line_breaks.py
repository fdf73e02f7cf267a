"""`python -m benchmarks.line_breaks [FILE]`: line ends at places where a careful typist would not end a line.

Each engine sets hand-marked official prose, that of `tests/thai/gold_breaks.txt` or of FILE, at widths
from 3 to 16 cm, as plain text, left-aligned in narrow columns and justified in others. The line ends are
read back from each PDF.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from docx import Document as new_docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from rich.console import Console
from rich.table import Table

from benchmarks.speed import peers
from pipeline import __version__
from pipeline.document.sheets import load_sheet
from pipeline.document.tree import Document, Paragraph, Section, Text
from pipeline.render.pdf import write_pdf
from pipeline.typeset import typeset

GOLD = Path(__file__).parents[1] / "tests" / "thai" / "gold_breaks.txt"
NARROW = 6.0
"""Below this width, cm, the marks `¦` count too, and lines are left-aligned."""
WIDEST = 16.0
WIDTHS = tuple(3 + 0.25 * step for step in range(53))


class Marked(NamedTuple):
    """A paragraph, and how many of its characters that are no spaces stand before each allowed line end."""

    text: str
    anywhere: frozenset[int]
    narrow: frozenset[int]


class Set(NamedTuple):
    """A paragraph to be set at a width, cm."""

    paragraph: Marked
    width: float

    @property
    def allowed(self) -> frozenset[int]:
        """Where its lines may end."""
        return self.paragraph.narrow if self.width < NARROW else self.paragraph.anywhere


class Count(NamedTuple):
    """Line ends inside paragraphs; those outside the marks for the width; those at no mark at all; paragraphs
    that did not read back.
    """

    ends: int
    outside: int
    inside_words: int
    unread: int


def main() -> None:
    """Sets the text with each engine, and prints how many line ends fall outside the marks."""
    text = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    console = Console(width=100)
    wanted = [Set(paragraph, width) for width in WIDTHS for paragraph in marked_text(text)]
    table = Table(
        "engine", "line ends", "outside the marks", "at no mark, | or ¦", "paragraphs not read back"
    )
    with tempfile.TemporaryDirectory() as folder:
        for engine, (version, make) in ENGINES.items():
            if (missing := _missing(engine)) is not None:
                table.add_row(engine, f"skipped: {missing}", "", "", "")
                continue
            pdf = Path(folder, "set.pdf")
            pdf.write_bytes(make(wanted))
            count = counted(wanted, _lines(pdf))
            shares = (
                f"{wrong:,} = {wrong / count.ends:.2%}" for wrong in (count.outside, count.inside_words)
            )
            table.add_row(f"{engine} {version()}", f"{count.ends:,}", *shares, str(count.unread))
    console.print(table)


def marked_text(path: Path = GOLD) -> list[Marked]:
    """A hand-marked text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_marked(line) for line in lines if line and not line.startswith("#")]


def _marked(line: str) -> Marked:
    anywhere, narrow, seen = set(), set(), 0
    for character in line:
        if character == "|":
            anywhere.add(seen)
        if character in "|¦":
            narrow.add(seen)
        elif character != " ":
            seen += 1
    text = line.replace("|", "").replace("¦", "")
    return Marked(text, frozenset(anywhere), frozenset(narrow))


def counted(wanted: list[Set], lines: Iterator[str]) -> Count:
    """Counts the line ends; a paragraph whose lines do not say its text counts as not read."""
    ends = outside = inside_words = unread = 0
    for one in wanted:
        text, seen, places = one.paragraph.text.replace(" ", ""), 0, []
        said = ""
        while seen < len(text) and (line := next(lines, None)) is not None:
            said += line
            seen += len(line)
            places.append(seen)
        if said != text:
            unread += 1
        else:
            ends += len(places) - 1
            outside += sum(place not in one.allowed for place in places[:-1])
            inside_words += sum(place not in one.paragraph.narrow for place in places[:-1])
    return Count(ends, outside, inside_words, unread)


def _lines(pdf: Path) -> Iterator[str]:
    """The lines of all pages, without spaces."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, timeout=300)
    for line in done.stdout.decode().replace("\f", "\n").split("\n"):
        if said := "".join(line.split()):
            yield said


def _ours(wanted: list[Set]) -> bytes:
    sheet = load_sheet("memo")
    body = sheet.paragraphs["body"].model_copy(update={"first_line": 0.0})
    looks = {
        f"{width}": body.model_copy(
            update={"right": WIDEST - width, "align": "left" if width < NARROW else "justify"}
        )
        for width in WIDTHS
    }
    blocks = tuple(Paragraph((Text(one.paragraph.text),), style=f"{one.width}") for one in wanted)
    page = sheet.pages["portrait"].model_copy(update={"number": None, "cue": False})
    plain = sheet.model_copy(
        update={"paragraphs": {**sheet.paragraphs, **looks}, "pages": {"portrait": page}}
    )
    document = Document("line-breaks", "line breaks", (Section(blocks),))
    return write_pdf(typeset(document, plain), document)


def _typst(wanted: list[Set]) -> bytes:
    head = (
        f"#set page(width: 21cm, height: 29.7cm, margin: (left: 3cm, right: 2cm, y: 2cm))\n"
        f'#set text(font: "{load_sheet("memo").font}", size: 16pt, lang: "th")\n'
    )
    body = (
        f"#block(width: {one.width}cm, par(justify: {'false' if one.width < NARROW else 'true'}, "
        f"text({json.dumps(one.paragraph.text, ensure_ascii=False)})))"
        for one in wanted
    )
    return peers.typst_pdf(head + "\n".join(body))


def _office(wanted: list[Set]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        docx = Path(folder, "set.docx")
        docx.write_bytes(_plain_docx(wanted))
        os.environ["FONTCONFIG_FILE"] = str(_with_our_fonts(Path(folder)))
        peers.Office().pdfs([docx], Path(folder))
        return docx.with_suffix(".pdf").read_bytes()


def _with_our_fonts(folder: Path) -> Path:
    """A font configuration that finds our faces beside those of the system."""
    path = folder / "fonts.conf"
    path.write_text(
        f"<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{peers.FONTS}</dir></fontconfig>",
        encoding="utf-8",
    )
    return path


def _plain_docx(wanted: list[Set]) -> bytes:
    """The text as people type it: no breaks, no no-break spaces, Thai as its language."""
    document = new_docx()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(3), Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = load_sheet("memo").font, Pt(16)
    fonts = normal.element.rPr.rFonts
    fonts.set(qn("w:cs"), load_sheet("memo").font)
    size = normal.element.rPr.makeelement(qn("w:szCs"), {qn("w:val"): "32"})
    language = normal.element.rPr.makeelement(qn("w:lang"), {qn("w:val"): "th-TH", qn("w:bidi"): "th-TH"})
    normal.element.rPr.extend([size, language])
    for one in wanted:
        paragraph = document.add_paragraph(one.paragraph.text)
        paragraph.paragraph_format.right_indent = Cm(WIDEST - one.width)
        if one.width >= NARROW:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _missing(engine: str) -> str | None:
    """Why an engine cannot run here, or `None`."""
    if shutil.which("pdftotext") is None:
        return "pdftotext is not installed"
    if engine == "Typst" and peers.version("typst") is None:
        return "the package typst is not installed (make .venv/bench)"
    if engine == "LibreOffice" and peers.office_version() is None:
        return "soffice is not installed"
    return None


ENGINES: dict[str, tuple[Callable[[], str | None], Callable[[list[Set]], bytes]]] = {
    "saraban": (lambda: __version__, _ours),
    "Typst": (lambda: peers.version("typst"), _typst),
    "LibreOffice": (peers.office_version, _office),
}

if __name__ == "__main__":
    main()
