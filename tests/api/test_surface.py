"""The names of `pipeline.api`: each is there, costs nothing before it is used, and is what commands call."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import api
from tests.test_import_direction import exists, imported, modules

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
FUNCTIONS = sorted(name for name in api.__all__ if inspect.isfunction(getattr(api, name)))
STAGES = {
    "papers.auditing.audit_finished",
    "papers.auditing.audit_input",
    "papers.build.lay_out",
    "papers.build.prepare",
    "papers.build.prepare_source",
    "papers.build.prepare_told",
    "papers.examining.examine",
    "papers.scores.scores_of",
    "verify.files.verify_file",
    "verify.pdf.verify_pdf",
    "verify.verifying.verify",
    "verify.verify",
}
"""What the functions are made of."""


@pytest.mark.parametrize("name", api.__all__)
def test_every_name_is_there_and_says_what_it_is(name):
    assert inspect.getdoc(getattr(api, name))


def test_a_name_that_there_is_not():
    with pytest.raises(AttributeError, match="no_such"):
        api.no_such  # noqa: B018


def test_every_function_is_told_with_an_example():
    assert sorted(re.findall(r"^\| \[`(\w+)`\]", PAGE, re.MULTILINE)) == FUNCTIONS
    examples = "\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
    assert [name for name in FUNCTIONS if f"api.{name}(" not in examples] == []


def test_every_error_is_told():
    errors = {name for name in api.__all__ if name.endswith("Error")} - {"SarabanError", "AuditError"}
    assert set(re.findall(r"^\| `(\w+Error)` \|", PAGE, re.MULTILINE)) == errors


def test_commands_and_the_desk_go_through_these_functions():
    """The specimen is no input of anybody's: the command makes its papers by the stages."""
    callers = {name: code for name, code in modules().items() if name.split(".")[0] in ("cli", "desk")}
    beside = {name: found for name, code in callers.items() if (found := imported(code, name) & STAGES)}
    assert [name for name in STAGES if not exists(name)] == []
    assert beside == {"cli.specimen": {"papers.build.prepare"}}


@pytest.mark.parametrize(
    ("program", "left_alone"),
    [
        ("from pipeline import api", "pydantic jinja2 lxml reportlab uharfbuzz ruamel click pipeline.papers"),
        (
            "from pipeline import api; api.load",
            "pipeline.audit pipeline.signing pipeline.verify pikepdf click",
        ),
        ("from pipeline import api; api.render", "pipeline.audit pipeline.signing pipeline.verify click"),
        ("from pipeline import api; api.verify", "pipeline.audit pikepdf pyhanko cryptography click"),
    ],
)
def test_a_name_loads_what_it_needs(program, left_alone):
    tell = f"{program}\nimport sys\nprint([name for name in {left_alone.split()} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
