"""What may be typed after `saraban specimen`."""

from __future__ import annotations

from pipeline.cli import options
from pipeline.cli.bilingual import command
from pipeline.diagnostics import Message

specimen = command(
    "specimen",
    Message(
        "ทำสมุดตัวอย่างการจัดหน้า เป็น DOCX และ PDF\n"
        "<DIR>/specimen/specimen แสดงกฎแต่ละข้อ: บรรทัด ย่อหน้า ตาราง หน้ากระดาษ\n"
        "<DIR>/specimen/memo แสดงบันทึกที่มีชั้นความเร็ว ชั้นความลับ ตรารับ และสำเนาคู่ฉบับ",
        "Make the specimen of pages, as DOCX and PDF.\n"
        "<DIR>/specimen/specimen shows each rule: lines, paragraphs, tables, pages.\n"
        "<DIR>/specimen/memo shows a memo with every mark: urgent, secret, stamped, a file copy.",
    ),
    options.output,
    options.formats,
    options.templates(
        "โฟลเดอร์รูปแบบของสำนักงาน (ดูผลของรูปแบบที่แก้)",
        "The office's own folder, to see what its own styles make of it.",
    ),
    options.force,
    answers=False,
)
