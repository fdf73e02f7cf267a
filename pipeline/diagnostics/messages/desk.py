"""Faults of what is uploaded to the desk."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_HELP_NO_SCORES = Message("เลือกสมุดงานของรอบก่อนหน้า", "choose the workbook of the round before")

MESSAGES = {
    "no-scores": Entry(
        Message("แฟ้ม {file} ไม่มีคะแนนให้เทียบ", "{file} has no scores to compare with"), _HELP_NO_SCORES
    ),
    "not-an-earlier-round": Entry(
        Message(
            "แฟ้ม {file} เป็นของ{given} ไม่ใช่รอบก่อนของ{wanted}", "{file} is of {given}: no round before {wanted}"
        ),
        _HELP_NO_SCORES,
    ),
    "no-file/upload": Entry(
        Message("ยังไม่ได้เลือกแฟ้ม", "no file was chosen"),
        Message("เลือกสมุดงาน Excel หรือแฟ้ม {kinds}", "choose a file {kinds}"),
    ),
    "file-kind": Entry(
        Message("แฟ้ม {name} ไม่ใช่สมุดงาน Excel หรือแฟ้ม {kinds}", "{name} is no file {kinds}"),
        Message("บันทึกเป็น .xlsx แล้วเลือกใหม่", "save it as .xlsx and choose it again"),
    ),
}
