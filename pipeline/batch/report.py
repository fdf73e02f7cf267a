"""The run report beside the documents: `report.html` for people, `report.json` for programs.

Made from the ledger, so that it tells of every document that stands in the folder, also those which this
run left as they were; and written only when something in it changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pipeline.batch.batch_file import REPORT_NAMES, BatchOrder
from pipeline.batch.charts import bars, chart_score_ranges
from pipeline.batch.grades import count_grades, register_files, register_of
from pipeline.batch.outliers import outliers
from pipeline.batch.page_fonts import with_faces
from pipeline.batch.signing_states import SigningStates, describe_signing
from pipeline.compose.composing import render_template
from pipeline.diagnostics import Diagnostic
from pipeline.output.delivery import deliver_by
from pipeline.output.folder import Output
from pipeline.output.ledger_documents import DocumentRow, FileRow, InputRow

if TYPE_CHECKING:
    from pipeline.batch.failures import Failure

TEMPLATE = "batch/report.html.j2"
MOST_BARS = 120
"""So many units have a bar of their own; of more, those of the highest and the lowest scores."""


FORMAT = 1
"""The version of `report.json`; a field that changes its meaning raises it."""

REPORT = "report"


def write_report(order: BatchOrder, not_made: Iterable[Failure], output: Output) -> None:
    """Writes both files if they say something new. Raises `OutputError`, also when they were edited."""
    register = register_of(_facts_of_units(order, output))
    data = report_data(order, not_made, output)
    if register is not None:
        data["grades"] = count_grades(register)
    signing = describe_signing(data["documents"])
    registers = {} if register is None else register_files(register, signing)
    text = _dump_report(data)
    key = hashlib.sha256(b"".join([text.encode(), *registers.values()])).hexdigest()
    store = output.ledger.documents
    before = store.all().get(REPORT)
    standing = all((output.folder / name).is_file() for name in (*REPORT_NAMES, *registers))
    if before and before.content_key == key and standing:
        return
    page, program = REPORT_NAMES
    files = {page: report_page(data).encode(), program: text.encode(), **registers}
    deliver_by(output.ledger, files, output.folder, force=output.force)
    store.put([(DocumentRow(REPORT, "", REPORT, "", key), None)], ())


def _dump_report(data: Mapping[str, Any]) -> str:
    """As JSON, a line for each document and each refusal, so that two reports can be compared by lines."""
    told = (f" {json.dumps(name)}: {_lines(value)}" for name, value in data.items())
    return "{\n" + ",\n".join(told) + "\n}\n"


def _lines(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(f"  {json.dumps(each, ensure_ascii=False)}" for each in value) + "\n ]"


def report_data(order: BatchOrder, not_made: Iterable[Failure], output: Output) -> dict[str, Any]:
    """All that the report tells, as JSON values: `documents` (the outliers first), `not_made`, the totals."""
    store = output.ledger.documents
    files: dict[str, list[FileRow]] = {}
    for file in store.files().values():
        files.setdefault(file.document, []).append(file)
    inputs = store.inputs()
    folders = {unit.folder: position for position, unit in enumerate(order.units)}
    rows = [row for row in store.all().values() if row.unit in folders]
    rows.sort(key=lambda row: (folders[row.unit], row.name))
    signing = SigningStates(output)
    documents = [
        {**_document(row, inputs.get(row.input_key), files.get(row.name, [])), **signing.of(row.name)}
        for row in rows
        if not signing.is_superseded(row.name)
    ]
    refused = [_refusal_entry(each, order) for each in not_made]
    return {
        "format": FORMAT,
        "title": order.title,
        "documents": outliers(documents),
        "not_made": refused,
        "totals": _totals(documents, refused),
    }


def _facts_of_units(order: BatchOrder, output: Output) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The id of each unit that has a document in the folder, with the facts of what that was made from."""
    store = output.ledger.documents
    inputs = store.inputs()
    keys = {row.unit: row.input_key for row in store.all().values() if row.unit}
    for unit in order.units:
        if keys.get(unit.folder, "") in inputs:
            yield unit.id, inputs[keys[unit.folder]].facts


def _document(row: DocumentRow, made_from: InputRow | None, files: list[FileRow]) -> dict[str, Any]:
    facts: Mapping[str, Any] = made_from.facts if made_from else {}
    return {
        "name": row.name,
        "unit": row.facts["unit"],
        "paper": row.paper,
        "title": facts.get("titles", {}).get(row.paper, row.paper),
        "pages": row.facts["pages"],
        "seconds": row.facts["seconds"],
        "score": facts.get("score"),
        "findings": row.facts["findings"],
        "doubts": facts.get("doubts", []),
        "files": [{"path": file.path, "bytes": file.size, "sha256": file.sha256} for file in files],
    }


def _refusal_entry(each: Failure, order: BatchOrder) -> dict[str, Any]:
    unit = next((unit.id for unit in order.units if unit.folder == each.unit), each.unit)
    return {"unit": unit, "paper": each.paper, "faults": [_fault(fault) for fault in each.faults]}


def _fault(fault: Diagnostic) -> dict[str, Any]:
    return {
        "code": fault.code,
        "place": fault.location.text("th") if fault.location else "",
        "what": fault.message._asdict(),
        "remedy": fault.help._asdict(),
    }


def _totals(documents: list[dict[str, Any]], refused: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "documents": len(documents),
        "not_made": len(refused),
        "pages": sum(each["pages"] for each in documents),
        "bytes": sum(file["bytes"] for each in documents for file in each["files"]),
        "seconds": round(sum(each["seconds"] for each in documents), 3),
    }


def report_page(data: dict[str, Any]) -> str:
    """The HTML of `report_data`."""
    scores = _unit_scores(data["documents"])
    charts = {
        "unit_chart": bars(_select_bars(scores)),
        "dimension_chart": chart_score_ranges(_dimension_scores(data["documents"])),
        "left_out": max(0, len(scores) - MOST_BARS),
    }
    return with_faces(render_template(TEMPLATE, {**data, **charts, "link": quote}))


def _unit_scores(documents: list[dict[str, Any]]) -> list[tuple[str, float]]:
    """Each unit that was scored with its total, the highest first."""
    scores = {each["unit"]: float(each["score"]["total"]) for each in documents if each["score"]}
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _select_bars(scores: list[tuple[str, float]]) -> list[tuple[str, float]]:
    if len(scores) <= MOST_BARS:
        return scores
    return scores[: MOST_BARS // 2] + scores[-MOST_BARS // 2 :]


def _dimension_scores(documents: list[dict[str, Any]]) -> list[tuple[str, list[float]]]:
    """Each dimension with the scores of all units in it."""
    found: dict[str, dict[str, float]] = {}
    for each in documents:
        for dimension in each["score"]["dimensions"] if each["score"] else ():
            label = f"{dimension['number']}. {dimension['name']}"
            found.setdefault(label, {})[each["unit"]] = float(dimension["score"])
    return [(label, list(scores.values())) for label, scores in found.items()]
