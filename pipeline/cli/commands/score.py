"""What may be typed after `saraban score`."""

from __future__ import annotations

from pipeline.cli import options
from pipeline.cli.bilingual import command, option
from pipeline.diagnostics import Message

score = command(
    "score",
    Message(
        "แสดงคะแนนรายตัวชี้วัด รายมิติ และรวม\nพร้อมคะแนนรวมตามวิธีคิดตัวชี้วัดที่ยังไม่มีผลทุกวิธี",
        "Show the scores by indicator, by dimension and in total,\n"
        "and the total under every policy for what was not measured.",
    ),
    options.data,
    options.as_json,
    options.own_kinds(),
    option(
        "--explain",
        "explain_id",
        metavar="ID",
        words=Message(
            "บอกที่มาของคะแนนเป็นถ้อยคำ: เลขที่ตัวชี้วัด 'มิติ 2' หรือ รวม",
            "Say how a score came about: an indicator's id, 'dimension 2', or total.",
        ),
    ),
)
