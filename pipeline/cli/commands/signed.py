"""What may be typed after `saraban signed`."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.bilingual import argument, command, option
from pipeline.diagnostics import Message

signed = command(
    "signed",
    Message(
        "บันทึกว่าเอกสารใดลงนามกลับมาแล้ว วันที่ เลขทะเบียน และแฟ้มสแกน\n"
        "หลายฉบับพร้อมกันได้ ระบุโฟลเดอร์ของหน่วยงาน หรือใช้ตารางด้วย --table\n"
        "เอกสารที่ลงนามแล้วจะไม่ถูกเขียนทับ ข้อมูลเปลี่ยนเมื่อใด ทำเป็นฉบับที่ 2 ข้างกัน (ดู docs/signed.md)",
        "Note which papers came back signed: date, register number, scan.\n"
        "Several at once, a unit's folder, or a table with --table.\n"
        "A signed paper is not written over: what changed data make is edition 2 beside it (docs/signed.md).",
    ),
    argument(
        "papers",
        words=Message(
            "แฟ้ม PDF หรือ DOCX ในโฟลเดอร์ผลลัพธ์ หรือโฟลเดอร์ (ทุกฉบับในนั้น)",
            "Papers (PDF or DOCX) in an output folder, or a folder (all papers in it).",
        ),
        metavar="PAPER...",
        nargs=-1,
        required=True,
        type=click.Path(path_type=Path),
    ),
    option(
        "--date",
        words=Message("วันที่ลงนาม เช่น 31 มี.ค. 2569 หรือ 31/3/2569", "When it was signed, as 31/3/2569."),
        metavar="DATE",
        default="",
    ),
    option(
        "--number",
        words=Message("เลขทะเบียนหนังสือ", "Its number in the register."),
        metavar="TEXT",
        default="",
    ),
    option(
        "--scan",
        words=Message(
            "แฟ้มสแกน (PDF, JPEG, PNG, TIFF) คัดลอกไว้ข้างเอกสาร",
            "The scan (PDF, JPEG, PNG, TIFF); it is copied beside the paper.",
        ),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    option("--note", words=Message("หมายเหตุ", "A note."), metavar="TEXT", default=""),
    option(
        "--code",
        words=Message(
            "รหัสข้าง QR บนกระดาษ (ชุดเสนอลงนาม) เพื่อตรวจว่าฉบับที่ลงนามคือแฟ้มที่อยู่ตอนนี้",
            "The code beside the QR code on paper, to check that what was signed is what stands here.",
        ),
        metavar="CODE",
        default="",
    ),
    option(
        "--table",
        words=Message(
            "ตาราง CSV หรือ XLSX ของเอกสารใน PAPER (โฟลเดอร์ผลลัพธ์)\n"
            "คอลัมน์: หน่วยงาน, เอกสาร, วันที่ลงนาม, เลขทะเบียน, แฟ้มสแกน, รหัส, หมายเหตุ",
            "A table (CSV, XLSX) of papers in PAPER, an output folder.\n"
            "Columns: id, paper, date, number, scan, code, note.",
        ),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    option(
        "--write-table",
        "new_table",
        words=Message(
            "เขียนตาราง CSV ของฉบับที่ยังไม่ลงนามใน PAPER ไว้กรอก",
            "Write a table (CSV) of what is not signed in PAPER, to be filled in.",
        ),
        metavar="FILE",
        type=click.Path(path_type=Path),
    ),
    option(
        "--undo",
        words=Message(
            "ยกเลิกการลงนามที่บันทึกไว้ (แฟ้มสแกนคงอยู่)", "Take back what was noted (scans stay where they are)."
        ),
        is_flag=True,
    ),
    answers=False,
)
