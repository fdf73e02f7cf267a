"""The grades of a batch: a register of the results by band, and how many of each unit are in each.

For who decides on them and announces them: `results.csv` lists those of each band in the order of the batch,
and `grades.csv` counts. Both open in Excel; the same counts stand in the report.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from pipeline.batch.batch_file import REGISTER_NAMES
from pipeline.scoring.rounding import round_to

RESULTS, GRADES = REGISTER_NAMES
NO_RESULT = "ยังไม่มีผล"
ALL = "รวม"

_FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell begins that a spreadsheet would reckon instead of show."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One unit of the batch: its id, the group that it is counted in, its cells by their titles, its score as
    printed and its band; `band` is empty where it has no result yet.
    """

    id: str
    group: str
    cells: Mapping[str, str]
    score: str
    band: str


@dataclass(frozen=True, slots=True)
class Register:
    """The results of a batch whose schemes have bands, these from the highest to the lowest."""

    bands: tuple[str, ...]
    units: tuple[Graded, ...]


def register_of(units: Iterable[tuple[str, Mapping[str, Any]]]) -> Register | None:
    """The register of units, each its id and the facts of its input; `None` where none is graded."""
    listed = [(id, facts) for id, facts in units if "entry" in facts]
    bands = tuple(dict.fromkeys(band for _, facts in listed for band in _scores(facts).get("bands", ())))
    if not bands:
        return None
    return Register(bands, tuple(_graded(id, facts) for id, facts in listed))


def _scores(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    return facts.get("score") or {}


def _graded(id: str, facts: Mapping[str, Any]) -> Graded:
    entry, score = facts["entry"], _scores(facts)
    cells = dict(entry["cells"])
    return Graded(id, entry["group"], cells, score.get("shown", ""), score.get("grade", ""))


def count_grades(register: Register) -> dict[str, Any]:
    """How many of each group, and of all, are in each band, with their shares; as JSON values."""
    columns = [*register.bands, *([NO_RESULT] if any(not each.band for each in register.units) else ())]
    groups: dict[str, list[Graded]] = {}
    for each in register.units:
        groups.setdefault(each.group, []).append(each)
    rows = [_counts(group, units, columns) for group, units in groups.items()]
    whole = _counts(ALL, register.units, columns)
    return {"bands": columns, "groups": rows if list(groups) != [""] else [], "all": whole}


def _counts(group: str, units: Sequence[Graded], columns: Sequence[str]) -> dict[str, Any]:
    counts = [sum((each.band or NO_RESULT) == column for each in units) for column in columns]
    return {
        "group": group,
        "units": len(units),
        "counts": counts,
        "shares": [_share(count, len(units)) for count in counts],
    }


def _share(count: int, of: int) -> str:
    """A share as a percentage of two decimals, half up."""
    return f"{round_to(Decimal(count) * 100 / of, (2,)):f}"


NOTHING_SIGNED: Mapping[str, str] = MappingProxyType({})


def register_files(register: Register, signing: Mapping[str, str] = NOTHING_SIGNED) -> dict[str, bytes]:
    """The register and the counts as CSV files, which Excel opens; `signing` says of units what is signed."""
    counts = count_grades(register)
    return {RESULTS: as_csv(_results(register, signing)), GRADES: as_csv(_grades(counts))}


def _results(register: Register, signing: Mapping[str, str]) -> Iterable[list[str]]:
    """Those of each band in the order of the batch, numbered in each band."""
    titles = list(dict.fromkeys(title for each in register.units for title in each.cells))
    yield ["ระดับผล", "ลำดับ", "id", "สังกัด", *titles, "คะแนน", *(["การลงนาม"] if signing else [])]
    for band in (*register.bands, ""):
        in_band = [each for each in register.units if each.band == band]
        for n, each in enumerate(in_band, 1):
            cells = [each.cells.get(title, "") for title in titles]
            yield [
                band or NO_RESULT,
                str(n),
                each.id,
                each.group,
                *cells,
                each.score,
                *([signing.get(each.id, "ยังไม่ลงนาม")] if signing else []),
            ]


def _grades(counts: Mapping[str, Any]) -> Iterable[list[str]]:
    heads = [f"{band} ({what})" for band in counts["bands"] for what in ("ราย", "ร้อยละ")]
    yield ["สังกัด", "ผู้รับการประเมิน (ราย)", *heads]
    for row in (*counts["groups"], counts["all"]):
        told = zip(row["counts"], row["shares"], strict=True)
        yield [
            row["group"],
            str(row["units"]),
            *(text for count, share in told for text in (str(count), share)),
        ]


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a CSV file, which Excel opens; no cell of it is a formula."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([[_plain(cell) for cell in row] for row in rows])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _plain(cell: str) -> str:
    """The cell as text: one that a spreadsheet would take for a formula has an apostrophe before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()
