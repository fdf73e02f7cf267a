"""Whatever code a paper's bytes depend on counts, so that no paper of older code is taken for unchanged."""

import ast
import importlib.metadata
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline.papers import code_digest as code

PACKAGE = Path(pipeline.__file__).parent
PLAN = """\
import sys
from pathlib import Path
from pipeline.batch.plan import Choice
from pipeline.batch.runner import Run, plan_batch, run_batch
from pipeline.papers.options import RenderOptions

def everything(order):
    return Choice((), frozenset(unit.folder for unit in order.units), ("pdf",))

run = Run(Path(sys.argv[1]), Path(sys.argv[2]), RenderOptions(formats=("pdf",), faces=()), everything)
if len(sys.argv) > 3:
    run_batch(run, lambda _: None)
print(*(document.state for document in plan_batch(run).documents))
"""
MAKE = """\
import sys
from pathlib import Path
from pipeline.batch import jobs
from pipeline.papers import options as options
from pipeline.batch.batch_file import read_batch

from pipeline.kinds import SHIPPED

order = read_batch(Path(sys.argv[1]), SHIPPED)
bench = jobs.JobContext(order.base, options.RenderOptions(), jobs.Fingerprints("", "", ""))
assert jobs.make(bench, jobs.MakeJob(order.units[0], ("memo",), ("memo",)))[0].pages
print(*(name for name in sys.modules if name.startswith("pipeline.")), sep="\\n")
"""


def imports(name: str) -> set[str]:
    """The modules of the program that one imports anywhere in it, by its syntax tree."""
    module = ".".join(["pipeline", *name.removesuffix(".py").removesuffix("/__init__").split("/")])
    package = module if name.endswith("__init__.py") else module.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / name).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return {file for dotted in found if (file := file_of(dotted))}


def file_of(dotted: str) -> str:
    """The file of one of our modules, or nothing."""
    if not dotted.startswith("pipeline."):
        return ""
    path = PACKAGE.joinpath(*dotted.split(".")[1:])
    known = (path.with_suffix(".py"), path / "__init__.py")
    return next((each.relative_to(PACKAGE).as_posix() for each in known if each.is_file()), "")


@pytest.fixture(scope="module")
def reached() -> set[str]:
    """Every module that the builder of papers reaches, found in another way than the program finds it."""
    found, waiting = set(), [code.ROOT, "papers/build.py"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += imports(name)
    return found


def test_every_module_that_the_builder_reaches_counts(reached: set[str]) -> None:
    assert len(reached) > 200
    assert "papers/override_paths.py" in reached
    assert reached - set(code.code_digests()) == set()


def test_what_is_loaded_when_a_paper_is_made_counts(batch: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MAKE, batch], capture_output=True, text=True, check=True)
    loaded = {file_of(name) for name in done.stdout.split()} - {""}
    assert len(loaded) > 150
    assert loaded - set(code.code_digests()) == set()


def test_a_byte_changed_in_any_of_them_changes_the_digest(tmp_path: Path, reached: set[str]) -> None:
    copy = tmp_path / "pipeline"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = code.code_digests(copy)
    assert before == code.code_digests()
    for name in [*reached, "thai/dictionary.txt"]:
        with (copy / name).open("ab") as file:
            file.write(b"\n")
    after = code.code_digests(copy)
    assert [name for name in reached if before[name] == after[name]] == []
    assert before["thai/dictionary.txt"] != after["thai/dictionary.txt"]
    assert before.keys() == after.keys()


def test_code_of_pages_and_commands_alone_does_not_count() -> None:
    assert [name for name in code.code_digests() if name.startswith(("cli/", "desk/"))] == []


@pytest.mark.slow
def test_after_a_change_of_the_code_that_lays_values_over_the_base_no_paper_is_unchanged(
    tmp_path: Path, batch: Path
) -> None:
    shutil.copytree(PACKAGE, tmp_path / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "fonts"):
        (tmp_path / name).symlink_to(PACKAGE.parent / name)
    path = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}

    def states(*more: str) -> str:
        command = [sys.executable, "-c", PLAN, batch, tmp_path / "out", *more]
        done = subprocess.run(command, capture_output=True, text=True, env=path, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    assert states("run") == "unchanged unchanged unchanged"
    changed = tmp_path / "pipeline" / "papers" / "override_paths.py"
    changed.write_text(changed.read_text("utf-8") + "# another way to choose\n", encoding="utf-8")
    assert states() == "changed changed changed"


def test_libraries_at_any_remove_count_with_their_versions() -> None:
    told = dict(each.split(" ") for each in code.libraries())
    for name in ("pikepdf", "openpyxl", "pydantic-core", "markupsafe", "uharfbuzz"):
        assert told[name] == importlib.metadata.version(name)
    assert "pytest" not in told


def test_a_program_that_is_not_installed_counts_all_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "_OWN", "not-installed-anywhere")
    assert {"uharfbuzz", "pytest"} <= {each.split(" ")[0] for each in code.libraries()}
