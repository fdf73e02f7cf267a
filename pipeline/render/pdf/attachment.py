"""The data that a paper was made from, inside it as an associated file (ISO 19005-3 §6.8)."""

from __future__ import annotations

import hashlib

from pipeline.render.pdf.file import CompactDocument, compress_stream, stream, text_string

DATA_NAME = "saraban-data.json"
_ABOUT = "ข้อมูลและผลคะแนนที่ใช้ทำเอกสารนี้ (the data and the scores of this paper)"


def write_attachment(document: CompactDocument, data: bytes, date: str) -> int:
    """Adds JSON `data` as `DATA_NAME`; the number of its file specification. `date` as PDF writes it."""
    checksum = hashlib.md5(data, usedforsecurity=False).hexdigest().upper()
    file = document.add(
        stream(
            compress_stream(data),
            f"/Type/EmbeddedFile/Subtype/application#2Fjson"
            f"/Params<</Size {len(data)}/ModDate({date})/CheckSum<{checksum}>>>",
        )
    )
    return document.add(
        f"<</Type/Filespec/F({DATA_NAME})/UF({DATA_NAME})/Desc {text_string(_ABOUT)}"
        f"/AFRelationship/Data/EF<</F {file} 0 R/UF {file} 0 R>>>>"
    )
