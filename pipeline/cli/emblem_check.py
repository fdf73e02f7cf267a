"""What `saraban doctor` says of the emblem: whose it is, and how the official one is put in."""

from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics import Message
from pipeline.document.pictures import office_picture, picture_files

EMBLEM = "garuda"
"""The picture that papers name as their emblem (ตราครุฑ)."""

_HOW = Message(
    f"วางแฟ้มตราทางการเป็น assets/{EMBLEM}.svg หรือ assets/{EMBLEM}.png ในโฟลเดอร์แม่แบบของสำนักงาน "
    "แล้วสั่งงานด้วย --templates โฟลเดอร์นั้น (ดู docs/templates.md)",
    f"put the official one into the office's templates folder as assets/{EMBLEM}.svg or assets/{EMBLEM}.png, "
    "and give that folder with --templates (see docs/templates.md)",
)


def say_emblem(folder: Path | None) -> Message:
    """Whose emblem papers bear that are made with `folder`, and in which files it is.

    Raises `TemplateError` where the office's own is not drawn as it is.
    """
    if own := office_picture(EMBLEM, folder):
        files = ", ".join(str(file) for file in picture_files(own) if file)
        return Message(f"ของสำนักงาน: {files}", f"the office's own: {files}")
    th = "ที่มากับโปรแกรม วาดไว้ใช้แทน ไม่ใช่แฟ้มทางการของสำนักงาน"
    en = "the one that comes with the program, drawn as a stand-in, not the office's official file"
    if folder is not None:
        th, en = f"{folder} ไม่มีตรา จึงใช้ตรา{th}", f"{folder} has none: {en}"
    return Message(f"{th}; {_HOW.th}", f"{en}; {_HOW.en}")
