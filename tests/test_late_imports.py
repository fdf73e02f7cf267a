"""Imports stand at the top of a module; those inside functions are listed here, each with its reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline

ROOT = Path(pipeline.__file__).parent

LATE = {
    "cli/check.py": {
        "pipeline.cli.annotated_copy": "the audit and the writer of workbooks: --annotate alone"
    },
    "cli/options.py": {"pipeline.papers.own_looks": "the stages: --templates alone, and never for --help"},
    "cli/render.py": {"pipeline.papers.auditing": "the audit: --strict alone"},
    "cli/report.py": {
        "rich.console": "for a terminal alone",
        "rich.table": "for a terminal alone",
        "rich.text": "for a terminal alone",
    },
    "batch/pool_worker.py": {
        "pipeline.batch.contexts": "a worker watches its driver before it loads anything"
    },
    "batch/run_options.py": {"pipeline.document.reference": "the reader of Word files: --reference alone"},
    "batch/runner.py": {"pipeline.batch.cluster": "an extra that may not be installed"},
    "cli/verify.py": {"pipeline.cli.signature_report": "an extra that may not be installed"},
    "exchange/letter.py": {"pipeline.verify.pdf": "an extra that may not be installed"},
    "intake/book_reader.py": {"pipeline.intake.xlsx_reader": "the reader of workbooks: not for YAML"},
    "kinds/kind.py": {"pipeline.kinds.papers": "the reader of YAML: not for --help"},
    "kinds/registry.py": {
        "pipeline.kinds.from_yaml.form_kind": "kinds that are data: not for those written in Python",
        "pipeline.kinds.from_yaml.reading": "kinds that are data: not for those written in Python",
    },
    "model/choices.py": {"pipeline.model.scales": "scales: not for a memo"},
    "papers/build.py": {"pipeline.document.reference": "the reader of Word files: --reference alone"},
    "papers/chosen_options.py": {
        "pipeline.document.reference": "the reader of Word files: --reference alone"
    },
    "papers/open_doubts.py": {"pipeline.audit.table": "the audit: where an exception names a rule of it"},
    "papers/publishing.py": {
        "pipeline.papers.leaks": "readers of finished files: --public alone",
        "pipeline.scoring.masked_card": "scores: --public of a kind whose scores are personal",
    },
    "render/docx/pictures.py": {
        "pipeline.render.chart_pictures": "pdfium: where a page has a chart",
        "pipeline.render.raster": "pdfium: where a page has a drawing of lines",
    },
    "verify/files.py": {
        "pipeline.papers.rerender": "readers of PDF files: not for `from pipeline import api`",
        "pipeline.signing.keys": "an extra that may not be installed",
        "pipeline.verify.pdf": "an extra that may not be installed",
    },
    "workbook/source_reader.py": {
        "pipeline.workbook.arranging": "the layouts of workbooks: not for YAML",
        "pipeline.workbook.flat_tables": "the layouts of workbooks: not for YAML without tables",
    },
}
"""By file: what a function of it loads, and why. It may only grow shorter (docs/decisions/0018)."""


def imports_in_functions(code: str) -> Iterator[str]:
    """The modules that functions of this code import when they run."""
    for function in ast.walk(ast.parse(code)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import):
                    yield from (alias.name for alias in node.names)
                elif isinstance(node, ast.ImportFrom):
                    yield "." * node.level + (node.module or "")


def test_only_what_is_listed_is_imported_inside_a_function() -> None:
    found = {
        str(file.relative_to(ROOT).as_posix()): set(imports_in_functions(file.read_text("utf-8")))
        for file in ROOT.rglob("*.py")
    }
    assert {name: late for name, late in found.items() if late} == {
        name: set(late) for name, late in LATE.items()
    }


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import re\n", set()),
        ("def read():\n    import re\n", {"re"}),
        ("class Book:\n    async def read(self):\n        from a.b import c\n", {"a.b"}),
        ("if True:\n    import re\n", set()),
    ],
)
def test_an_import_inside_a_function_is_found(code: str, found: set[str]) -> None:
    assert set(imports_in_functions(code)) == found
