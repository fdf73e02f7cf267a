"""What each function of expressions is for, in words for people who write a `kind.yaml`."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.diagnostics import Message

WORDS: Mapping[str, Message] = {
    "where": Message("แถวที่เป็นไปตามเงื่อนไข", "the rows for which the condition holds"),
    "lookup": Message("ค่าในคอลัมน์ของแถวที่มี key นี้", "the column of the row with that key"),
    "row": Message("แถวที่เท่าใดของตาราง นับจาก 1", "which row of its table this is, from 1"),
    "filled": Message("กรอกไว้หรือไม่", "whether it is filled in"),
    "join": Message(
        "ข้อความในรายการ เรียงต่อกัน คั่นด้วย mark", "the texts of a list in one, with the mark between them"
    ),
    "sum": Message("ผลรวม (ไม่มีรายการ = 0)", "the sum (of nothing: 0)"),
    "count": Message("จำนวนรายการที่ไม่ว่าง", "how many are not empty"),
    "least": Message("ค่าน้อยที่สุด", "the least"),
    "most": Message("ค่ามากที่สุด", "the greatest"),
    "mean": Message("ค่าเฉลี่ย", "the mean"),
    "every": Message("จริงทุกรายการ", "whether all are true"),
    "some": Message("จริงอย่างน้อยหนึ่งรายการ", "whether one is true"),
    "unique": Message("ไม่มีรายการซ้ำ", "whether none is there twice"),
    "rising": Message("เรียงจากน้อยไปมาก หรือตามพจนานุกรม", "whether none is before the one above it"),
    "falling": Message("เรียงจากมากไปน้อย", "whether none is after the one above it"),
    "round": Message("ปัดเป็นทศนิยมเท่านี้ตำแหน่ง ครึ่งปัดขึ้น", "rounded to so many decimals, half up"),
    "round_up": Message("ปัดขึ้นเป็นจำนวนเท่าของ step", "up to a multiple of the step"),
    "round_down": Message("ปัดลงเป็นจำนวนเท่าของ step", "down to a multiple of the step"),
    "days": Message("จำนวนวันจากวันแรกถึงวันหลัง (ไม่นับวันหลัง)", "days from one to the other, which is not counted"),
    "months": Message("จำนวนเดือนเต็ม", "whole months"),
    "years": Message("จำนวนปีเต็ม", "whole years"),
    "service": Message("ระยะเวลาเป็นปี เดือน วัน", "the time between in years, months and days"),
    "add_days": Message("วันที่ถัดไปเท่านี้วัน", "the date so many days later"),
    "add_months": Message(
        "วันเดียวกันถัดไปเท่านี้เดือน เดือนที่สั้นกว่าใช้วันสุดท้าย",
        "the same day so many months later, or the last of a shorter month",
    ),
    "add_years": Message("วันเดียวกันถัดไปเท่านี้ปี", "the same day so many years later"),
    "year": Message("ปี พ.ศ.", "the year of the Buddhist era"),
    "fiscal_year": Message("ปีงบประมาณ พ.ศ. (เริ่ม 1 ตุลาคม)", "the fiscal year, which begins on 1 October"),
    "month": Message("เดือนที่ 1-12", "the month, 1 to 12"),
    "month_year": Message("เดือนและปี เช่น มีนาคม 2569", "the month and its year as text"),
    "day": Message("วันที่ 1-31", "the day, 1 to 31"),
    "weekday": Message("วันในสัปดาห์ เช่น วันจันทร์", "the day of the week"),
    "baht": Message("จำนวนเงินเป็นตัวอักษร", "an amount in words"),
    "words": Message("จำนวนเป็นตัวอักษร", "a number in words"),
    "text": Message("ค่าเป็นข้อความ", "a value as text"),
    "after": Message("ข้อความหลังเครื่องหมายสุดท้าย", "what stands after the mark"),
    "value": Message("จำนวนที่เขียนในข้อความ (ไม่ใช่จำนวน = ว่าง)", "the number that a text says, or empty"),
    "length": Message("จำนวนตัวอักษร", "how many letters"),
}
