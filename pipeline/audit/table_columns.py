"""The columns of a table: what stands over each, and the figures in them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.text_blocks import PaperTable, TableRow

_FIGURE = re.compile(rf"\s*({NUMBER})\s*(?:%|[ก-๎]{{1,16}})?\s*")
_TOTAL = re.compile(r"\s*(?:รวม|ผลรวม|ยอดรวม)(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เงิน)?\s*$")


def header_rows(table: PaperTable) -> tuple[TableRow, ...]:
    """The first row, and the second where it stands under merged cells of the first."""
    first, *rest = table.rows
    second = rest[:1] if rest and (rest[0].header or not rest[0].text(0)) else []
    return (first, *second)


def body_rows(table: PaperTable) -> tuple[TableRow, ...]:
    """The rows below the header."""
    return table.rows[len(header_rows(table)) :]


def headers_of(table: PaperTable) -> list[str]:
    """The words over each column, without spaces; the lowest header that says something."""
    width = max((len(row.cells) for row in table.rows), default=0)
    headers = [""] * width
    for row in header_rows(table):
        for n in row.filled:
            headers[n] = "".join(row.text(n).split())
    return headers


def figure(row: TableRow, column: int) -> Decimal | None:
    """The number that a cell holds alone or with its unit (`20`, `80%`, `15 ตำแหน่ง`)."""
    match = _FIGURE.fullmatch(row.text(column))
    return value(match[1]) if match else None


def is_total(label: str) -> bool:
    """Whether a row of that name is the total of those above it."""
    return bool(_TOTAL.match(label))


def rounds_to(exact: Decimal, said: Decimal) -> bool:
    """Whether `said` is the exact value to the decimals that it is printed with (half up, or cut off)."""
    exponent = said.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return exact.quantize(step, ROUND_HALF_UP) == said or 0 <= exact - said < step
