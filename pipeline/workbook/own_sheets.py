"""The sheets of a workbook that the program writes for reading, and that hold no data."""

from __future__ import annotations

EXPLANATION = "คำอธิบาย"
FINDINGS = "ผลการตรวจ"
NAMES = "ชื่อที่ใช้ได้"
NOT_DATA = (EXPLANATION, FINDINGS, NAMES)
