"""`docs/architecture.md` names what is there, and every package says what it is for."""

import ast
import re
from pathlib import Path

import pytest
from test_import_direction import ORDER

import pipeline

ROOT = Path(pipeline.__file__).parent
PAGE = (ROOT.parent / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(
    name
    for name in set(re.findall(r"`([a-z_]+(?:\.\w+)+)`", PAGE))
    if name.split(".")[0] in {*ORDER, "pipeline"}
)
PACKAGES = sorted(ROOT.rglob("__init__.py"))


def module_file(parts: list[str]) -> Path | None:
    """The file of a module or package of `pipeline`, by the parts of its name."""
    below = ROOT.joinpath(*parts)
    return next((file for file in (below.with_suffix(".py"), below / "__init__.py") if file.is_file()), None)


def bound(file: Path) -> set[str]:
    """The names that a module defines or imports at its top."""
    names: set[str] = set()
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return names


def exists(name: str) -> bool:
    """Whether `package.module`, or `package.module.thing`, is in the code."""
    parts = name.split(".")
    if module_file(parts):
        return True
    file = module_file(parts[:-1])
    return file is not None and parts[-1] in bound(file)


def test_the_page_names_much_of_the_code() -> None:
    assert len(NAMED) > 60


@pytest.mark.parametrize("name", NAMED)
def test_what_the_page_names_exists(name: str) -> None:
    assert exists(name)


@pytest.mark.parametrize(
    "name", ["papers.build.built_elsewhere", "papers.no_such_module", "no_package.module"]
)
def test_what_is_not_there_is_found_out(name: str) -> None:
    assert not exists(name)


@pytest.mark.parametrize("file", PACKAGES, ids=lambda file: str(file.parent.relative_to(ROOT)))
def test_every_package_says_in_its_first_lines_what_it_is_for(file: Path) -> None:
    said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    lines = [line for line in said.split("\n")[:10] if line.strip()]
    assert len(lines) >= 2
    assert "TODO" not in said
