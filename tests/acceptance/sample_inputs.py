"""Small whole inputs as plain values, and as workbooks to spoil."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from pipeline.kinds import SHIPPED
from pipeline.kinds.writing import workbook_of

SIGNER = {"person": {"title": "นาย", "given": "มนู", "surname": "เลียวไพโรจน์"}, "position": "ปลัดกระทรวง"}
LINEAR = {"type": "linear", "thresholds": ["60", "65", "70", "75", "80"]}
MEMO = {
    "kind": "memo",
    "office": {"name": "สำนักงาน"},
    "memo": {
        "agency": "กบค.",
        "date": "3 สิงหาคม 2569",
        "to": "ปลัดกระทรวง",
        "proposer": SIGNER,
        "subject": "ขอเชิญประชุม",
        "stamps": [{"agency": "กก.", "date": "3 สิงหาคม 2569", "time": "13.56"}],
    },
    "body": [
        "ด้วยจะมีการประชุม",
        {"text": "ดังนี้", "numbered": ["หนึ่ง", "สอง"]},
        {"text": "ตาราง", "table": {"header": ["ก", "ข"], "rows": [["1", "2"]]}},
    ],
}
AGREEMENT = {
    "kind": "agreement",
    "office": {"name": "สำนักงานปลัดกระทรวง", "ministry": "กระทรวง"},
    "period": {"start": "1 ตุลาคม 2546", "end": "30 กันยายน 2547"},
    "agreement": {
        "receiver": SIGNER,
        "maker": SIGNER,
        "baseline_years": ["2545"],
        "strategy": [{"title": "พันธกิจ", "prose": ["ข้อความ"]}],
        "dimensions": [
            {
                "number": "1",
                "name": "ประสิทธิผล",
                "weight": "70",
                "groups": [
                    {
                        "name": "กลุ่ม ก",
                        "weight": "70",
                        "indicators": [
                            {"id": "1", "name": "ก", "unit": "ร้อยละ", "weight": "50", "scale": LINEAR},
                            {
                                "id": "2",
                                "name": "ข",
                                "unit": "ระดับ",
                                "weight": "20",
                                "scale": {"type": "milestone"},
                            },
                        ],
                    }
                ],
            },
            {
                "number": "2",
                "name": "คุณภาพ",
                "weight": "30",
                "groups": [
                    {
                        "name": "กลุ่ม ข",
                        "weight": "30",
                        "indicators": [
                            {
                                "id": "3",
                                "name": "ค",
                                "weight": "30",
                                "scale": {"type": "table", "rows": [{"value": "0", "level": "1"}]},
                                "baselines": [{"year": "2545", "value": "7.15"}],
                            }
                        ],
                    }
                ],
            },
        ],
    },
    "results": [
        {"indicator": "1", "value": "77"},
        {"indicator": "2", "steps": "4"},
        {"indicator": "3", "value": "0"},
    ],
}


def values(kind: str) -> dict[str, Any]:
    """The values of a small memo or agreement, to change."""
    return copy.deepcopy({"memo": MEMO, "agreement": AGREEMENT}[kind])


@cache
def workbook_bytes(kind: str) -> bytes:
    """The workbook of that input."""
    return workbook_of(SHIPPED.of(kind), values(kind))
