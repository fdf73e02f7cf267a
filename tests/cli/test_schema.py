import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from pipeline import kinds
from pipeline.batch.batch_file import BATCH_FILE
from pipeline.cli.editor_schema import editor_schema
from pipeline.cli.input_doc import input_doc
from pipeline.compose.facts import common_facts
from pipeline.intake import read
from pipeline.kinds import SHIPPED, Kinds
from pipeline.kinds.hr_scorecard.facts import project_facts
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted([*(ROOT / "input").glob("*/*.yaml"), *(ROOT / "templates" / "start").glob("*/*.yaml")])


def as_an_editor_reads(text: str) -> Any:
    """Numbers as numbers; dates stay text in the JSON of editors."""
    yaml = YAML(typ="safe", pure=True)
    yaml.resolver.versioned_resolver  # noqa: B018 -- made now, so that it can be told about dates
    yaml.Constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node)
    )
    return yaml.load(text)


@lru_cache
def schema_of(kind: str | None, folder: Path | None) -> dict[str, Any]:
    """The schema of a kind, made once for all tests."""
    return editor_schema(kind, Kinds(folder))


def errors_of(data: Any, kind: str | None, known: Kinds = SHIPPED) -> list[str]:
    return [
        error.message
        for error in jsonschema.Draft202012Validator(schema_of(kind, known.folder)).iter_errors(data)
    ]


def kinds_beside(folder: Path) -> Kinds:
    """The kinds that the data of an example are of: with those of the office's templates beside them."""
    own = [each for each in folder.parent.glob("*-templates") if folder.name.startswith(each.name[:-10])]
    return Kinds(own[0] if own else None)


@pytest.mark.parametrize("kind", [None, *kinds.names(), "batch"])
def test_the_schema_is_a_schema(kind: str | None) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(kind, None))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_example_file_passes_by_itself(file: Path) -> None:
    texts = [each.read_text("utf-8") for each in sorted(file.parent.glob("*.yaml"))]
    of = re.findall(r"^kind: (\S+)", "\n".join(texts), re.MULTILINE)
    data = as_an_editor_reads(file.read_text(encoding="utf-8"))
    known = kinds_beside(file.parent)
    assert errors_of(data, "batch" if file.name == BATCH_FILE else of[0], known) == []
    assert errors_of(data, None, known) == []


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "letter"},
        {"ofice": {}},
        {"memo": {"agency": "ก", "phone": [1]}},
        {"memo": {"agency": "ก", "agensy": "ข"}},
        {"body": "ไม่ใช่รายการ"},
    ],
)
def test_a_slip_is_seen_by_the_editor(data: Any) -> None:
    assert errors_of(data, "memo")


def test_a_unit_of_a_batch_may_be_its_name_alone() -> None:
    units = ["กระบี่", {"id": "เลย", "set": {"indicators[5].weight": 2}}]
    assert errors_of({"kind": "batch", "base": "../x", "units": units}, "batch") == []
    assert errors_of({"kind": "batch", "base": "../x", "units": [{"name": "เลย"}]}, "batch")


def test_numbers_may_be_typed_as_numbers_or_in_thai_digits() -> None:
    rows = [{"indicator": 1, "value": 7.15}, {"indicator": "๑", "value": "๗.๑๕"}]
    assert errors_of({"results": rows}, "agreement") == []


@pytest.mark.parametrize("kind", [*kinds.names(), "batch"])
def test_every_record_has_a_thai_title(kind: str) -> None:
    told = {name: record["title"] for name, record in editor_schema(kind, SHIPPED)["$defs"].items()}
    assert told
    assert {name: title for name, title in told.items() if not re.search("[ก-๙]", title)} == {}


@pytest.mark.parametrize("kind", kinds.names())
def test_every_field_is_explained(kind: str) -> None:
    records = kinds.of(kind).record.model_json_schema()
    for record in [records, *records["$defs"].values()]:
        unexplained = [name for name, field in record["properties"].items() if not field.get("description")]
        assert unexplained == [], record["title"]


def test_the_guide_in_docs_is_the_one_the_program_makes(run) -> None:
    page = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")
    assert page == input_doc(SHIPPED), "make it anew: saraban schema --markdown > docs/input.md"
    assert run("schema", "--markdown").output == page


def test_the_guide_names_every_fact_that_prose_may_print() -> None:
    page = input_doc(SHIPPED)
    for name in ("hr-scorecard-2563", "agreement-2547"):
        office_input = load(read(ROOT / "input" / name), SHIPPED)
        facts = set(common_facts(office_input))
        if isinstance(office_input, HrScorecardInput):
            card = score_input(office_input)
            assert card is not None
            own = {fact for result in office_input.results for fact in (*result.facts, *result.phrases)}
            for project in office_input.plan.projects:
                facts |= set(project_facts(office_input, project, card, {})) - own
        shapes = {re.sub(r"\d+(_\d+)?", "1", fact) for fact in facts}
        missing = [shape for shape in shapes if f"`{{{shape}}}`" not in page]
        assert missing == []


def test_the_command_prints_the_schema(run) -> None:
    assert json.loads(run("schema", "--kind", "memo").output) == editor_schema("memo", SHIPPED)
    assert json.loads(run("schema").output)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
