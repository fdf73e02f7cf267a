"""The DOCX of every paper, held to the rules of the format by a validator that is not ours."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from openxml_audit import OpenXmlValidator
from rendered_papers import ROOT

from pipeline.cli.main import saraban

PAPERS = [
    "hr-scorecard-2563/memo",
    "hr-scorecard-2563/report",
    "agreement-2547/agreement",
    "agreement-2547/annexes",
    "agreement-2547/scores",
    "memo-example/memo",
]


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def findings(validator: OpenXmlValidator, path: Path) -> list[str]:
    return [str(error) for error in validator.validate(path).errors]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_rules_of_the_format_find_nothing(rendered, validator, paper):
    assert findings(validator, rendered.folder / f"{paper}.docx") == []


def test_they_find_nothing_in_the_specimen_which_has_every_construct(validator, tmp_path):
    result = CliRunner().invoke(saraban, ["specimen", "-o", str(tmp_path)])
    assert result.exit_code == 0, result.output
    papers = sorted(tmp_path.rglob("*.docx"))
    assert papers
    assert [finding for paper in papers for finding in findings(validator, paper)] == []


def test_they_find_nothing_in_a_paper_with_an_offices_header(rendered, validator, tmp_path):
    ours = rendered.folder / "hr-scorecard-2563" / "report.docx"
    options = ["-o", str(tmp_path), "--reference", str(ours), "--embed", "subset", "--only", "memo"]
    result = CliRunner().invoke(saraban, ["render", str(ROOT / "input" / "memo-example"), *options])
    assert result.exit_code == 0, result.output
    assert findings(validator, tmp_path / "memo-example" / "memo.docx") == []


def test_they_would_find_an_element_out_of_order(rendered, validator, tmp_path):
    """So that the tests above can fail: a paragraph whose style stands after its spacing."""
    spoilt = tmp_path / "spoilt.docx"
    spoilt.write_bytes(with_part(rendered.folder / "memo-example" / "memo.docx", "word/document.xml"))
    assert findings(validator, spoilt)


def with_part(path: Path, part: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                data = data.replace(b"<w:pPr><w:pStyle", b'<w:pPr><w:jc w:val="left"/><w:pStyle', 1)
            target.writestr(name, data)
    return stream.getvalue()
