"""What is wrong with a picture of an office's own, said with the file and what to do."""

from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, Message, TemplateError

_SVG = Message(
    "ใช้ SVG ที่มีแต่รูประบายสีทึบ (แปลงเส้น ตัวอักษร สีไล่เป็นรูปทึบ แล้วบันทึกเป็น Plain SVG) หรือใช้ PNG แทน",
    "use an SVG of filled shapes in plain colours (turn lines, text and gradients into shapes, save as "
    "plain SVG), or a PNG instead",
)
_PNG = Message(
    "เปิดภาพในโปรแกรมแต่งภาพแล้วบันทึกเป็น PNG ใหม่",
    "open the picture in a drawing program and save it as PNG again",
)


PALEST = 250
"""Of 255: what is as pale as this is not told from paper."""
NOTHING_SEEN = Message("ภาพว่าง: ไม่มีสิ่งใดที่มองเห็นบนกระดาษขาว", "the picture shows nothing on white paper")


class PictureFault(Exception):
    """A picture that is not drawn, and the line of its file where that is, if it has lines."""

    def __init__(self, what: Message, line: int | None = 0, remedy: Message | None = None) -> None:
        super().__init__(what.en)
        self.what = what
        self.line = line or 0
        self.remedy = remedy


def refused(file: Path, fault: PictureFault) -> TemplateError:
    """The fault at its file."""
    remedy = fault.remedy or (_SVG if file.suffix == ".svg" else _PNG)
    return TemplateError(
        [Diagnostic("picture", fault.what, remedy, Location(f"assets/{file.name}", fault.line))]
    )
