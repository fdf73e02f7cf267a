"""A plain text or Markdown file -> a finished paper with the line of each part.

Text as it comes out of scanners and converters: tables are rows of cells with tabs, bars or spaces between,
or HTML; `#` begins a heading; `**` and tags of looks (`<b>`, `<u>`) are left out. Lines that a hard line end
(two spaces) or a wrap broke stay one paragraph, with `\\n` between them: each word keeps its line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pipeline.extraction.extracted import (
    ExtractedBlock,
    ExtractedCell,
    ExtractedDocument,
    ExtractedParagraph,
    ExtractedRow,
    ExtractedTable,
    TextLocation,
)
from pipeline.extraction.html_tables import html_table
from pipeline.extraction.spaced_tables import spaced_table
from pipeline.thai.digits import to_arabic

WRAPPED = 60
"""A line of so many characters may have been wrapped: the next line goes on."""

NEARLY_FULL = 0.7
"""Wrapped lines are about as long as one another: a line shorter than this part of the longest was ended."""

_TAGS = re.compile(r"</?(?:b|i|u|strong|em|span|sup|sub|font)\b[^>]*>", re.IGNORECASE)
_BREAKS = re.compile(r"<br\s*/?>|</p>\s*(?=<p\b)", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"</?(?:p|div)\b[^>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=[^\s*])\*(?![\w*])")
_HEADING = re.compile(r"(#{1,6})\s+")
_RULER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_NEW_PARAGRAPH = re.compile(
    r"\s*(?:[-•●▪*]\s|#|\*\*|<|\|"
    r"|\(?\d{1,3}(?:\.\d{1,3})*[.)]\s*\D|\d{1,3}(?:\.\d{1,3})+\s"
    r"|(?:มิติ|มติ|ยุทธศาสตร์|กลยุทธ์|ประเด็น|กลุ่ม|ตัวชี้วัด|เป้าประสงค์|เป้าหมาย|หมวด|ขั้นตอน|ส่วน|บท|ตาราง|ภาพ|พันธกิจ|กิจกรรม|โครงการ|ด้าน)ที่\s*\d"
    r"|ส่วนราชการ\s|ที่\s+[ก-ฮ]{1,4}\.?\s?[\d(]|เรื่อง\s|เรียน\s|อ้างถึง\s|สิ่งที่ส่งมาด้วย|ตามที่\s|ในการนี้|จึงเรียน|จึงขอ"
    r"|(?:สรุป|ผู้รับผิดชอบ|เป้าประสงค์|วัตถุประสงค์|ผลการดำเนินการ|ผลการดำเนินงาน|ข้อเสนอแนะ|หมายเหตุ)\s*:?\s|ปัญหา(?:และ|/)\s?อุปสรรค"
    r"|\((?:นาย|นาง|น\.ส\.|ดร\.|ว่าที่|พล\.|พ\.[ตท]\.|ร\.[ตท]\.|ศ\.|ผศ\.|รศ\.))"
)
"""What begins a paragraph of its own: bullets, numbers, bold labels, `มิติที่ 2`, a name in brackets."""


def read_text(text: str, source: str) -> ExtractedDocument:
    """The paper that `text` holds; `source` is its name."""
    return ExtractedDocument(source, tuple(_blocks(text.split("\n"))))


def _blocks(lines: list[str]) -> Iterator[ExtractedBlock]:
    at, tables = 0, 0
    full = _full_line(lines)
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        end = _table_end(lines, at)
        if end > at:
            tables += 1
            yield _table(lines, at, end, tables)
        else:
            end = _paragraph_end(lines, at, full)
            yield _paragraph(lines[at:end], at + 1)
        at = end


def _table_end(lines: list[str], at: int) -> int:
    """Where the table that begins at `at` ends; `at` when none begins there."""
    if "<table" in lines[at].lower():
        for end in range(at, len(lines)):
            if "</table" in lines[end].lower():
                return end + 1
        return at
    spaced = spaced_table(lines, at)[1]
    if spaced > at:
        return spaced
    separator = "|" if lines[at].lstrip().startswith("|") else "\t"
    if separator not in lines[at].strip():
        return at
    end = at
    while end < len(lines) and separator in lines[end] and lines[end].strip():
        end += 1
    return end if end > at + 1 else at


def _full_line(lines: list[str]) -> float:
    """The least length of a line that may have been wrapped: near that of the longest line outside tables."""
    longest = max((len(line) for line in lines if "\t" not in line.strip() and "|" not in line), default=0)
    return max(WRAPPED, NEARLY_FULL * longest)


def _paragraph_end(lines: list[str], at: int, full: float) -> int:
    end = at + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], full) and _table_end(lines, end) == end:
        end += 1
    return end


def begins_paragraph(line: str) -> bool:
    """Whether a line begins with a mark of its own: a number, a bullet, a label of a memo's head."""
    return bool(_NEW_PARAGRAPH.match(to_arabic(line)))


def _goes_on(line: str, following: str, full: float) -> bool:
    """Whether `following` is the rest of the paragraph of `line`; a wrapped line is `full` or longer."""
    if not following.strip() or _HEADING.match(line) or begins_paragraph(following):
        return False
    return line.endswith("  ") or len(line) >= full


def _paragraph(lines: list[str], number: int) -> ExtractedParagraph:
    whole = "\n".join(line.rstrip() for line in lines)
    heading = _HEADING.match(whole)
    level = len(heading[1]) if heading else 0
    bold = whole.startswith("**") and whole.endswith("**") and whole.count("**") == 2
    text = strip_emphasis(whole[heading.end() :] if heading else whole)
    return ExtractedParagraph(text, TextLocation(line=number), "bold" if bold else "", level=level)


def strip_emphasis(marked: str) -> str:
    """The text without marks of looks; line ends stay."""
    text = _TAGS.sub("", marked).replace("**", "")
    return html.unescape(_EMPHASIS.sub(r"\1", text)).replace("\u200b", "").replace("\u00a0", " ").strip(" \t")


def _table(lines: list[str], at: int, end: int, number: int) -> ExtractedTable:
    if "<table" in lines[at].lower():
        return html_table("\n".join(lines[at:end]), at + 1, number)
    place = TextLocation(line=at + 1, table=number)
    if spaced := spaced_table(lines, at)[0]:
        found = (_row(list(row.texts), row.line + 1, n, number) for n, row in enumerate(spaced, 1))
        return ExtractedTable(tuple(found), place)
    bars = lines[at].lstrip().startswith("|")
    rows: list[ExtractedRow] = []
    for index in range(at, end):
        if bars and _RULER.fullmatch(lines[index]):
            continue
        line = lines[index].strip().strip("|") if bars else lines[index]
        rows.append(_row(line.split("|" if bars else "\t"), index + 1, len(rows) + 1, number))
    return ExtractedTable(tuple(rows), place)


def _row(texts: list[str], line: int, row: int, table: int) -> ExtractedRow:
    cells = tuple(_cell(text, line, row, column, table) for column, text in enumerate(texts, 1))
    return ExtractedRow(cells, TextLocation(line=line, table=table, row=row), header=row == 1)


def _cell(text: str, line: int, row: int, column: int, table: int) -> ExtractedCell:
    place = TextLocation(line=line, table=table, row=row, column=column)
    pieces = (strip_emphasis(_PARAGRAPHS.sub("", piece)) for piece in _BREAKS.split(text))
    return ExtractedCell(tuple(ExtractedParagraph(piece, place) for piece in pieces if piece), place)
