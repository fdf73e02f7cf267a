"""The catalogue as a page for people: `python -m pipeline.diagnostics.messages_page > docs/messages.md`."""

from __future__ import annotations

import sys

from pipeline.diagnostics.catalogue import catalogue
from pipeline.diagnostics.diagnostic import Message

_HEAD = """\
# ข้อความแจ้งข้อผิดพลาด / Messages

รหัส ความหมาย และวิธีแก้ ของข้อผิดพลาดแต่ละข้อ รหัสคือค่า `code` ใน `--json` ส่วนหลัง `/` บอกว่าเป็นข้อความแบบใดของรหัสนั้น
คำใน `{ }` คือค่าที่โปรแกรมเติมตามข้อมูล
What each fault says and how it is mended. The code is `code` in `--json`; what follows a `/` tells
wordings of one code apart. Names in `{ }` stand for the values of a case.
`make docs-messages` writes this page.

| รหัส / code | ความหมาย / meaning | วิธีแก้ / remedy |
|---|---|---|
"""


def page() -> str:
    """The page: a row for each entry, by key."""
    rows = (
        f"| `{key}` | {_cell(entry.message)} | {_cell(entry.help)} |\n"
        for key, entry in sorted(catalogue().items())
    )
    return _HEAD + "".join(rows)


def _cell(text: Message) -> str:
    return f"{_escape_template(text.th)}<br>*{_escape_template(text.en)}*"


def _escape_template(template: str) -> str:
    """The template so that Markdown shows it as it is, its doubled braces as one."""
    plain = template.replace("{{", "{").replace("}}", "}")
    return "".join(f"\\{letter}" if letter in "\\`*_|<>[]" else letter for letter in plain)


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8"))
