"""The packages: data flow one way, and the page on the architecture names what is there.

A package imports only what stands above it in the list, and no modules form a circle.
"""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import pipeline

ORDER = (
    "resources", "diagnostics", "thai", "intake", "extraction", "model", "scoring", "workbook", "kinds",
    "document", "compose", "typeset", "render", "audit", "papers", "output", "signing", "verify", "exchange",
    "batch", "bundle", "rounds", "api", "desk", "cli", "__main__",
)  # fmt: skip
"""The packages (and single modules) of `pipeline`, as `docs/architecture.md` lists them."""
ROOT = Path(pipeline.__file__).parent
PAGE = (ROOT.parent / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(
    name
    for name in set(re.findall(r"`([a-z_]+(?:\.\w+)+)`", PAGE))
    if name.split(".")[0] in {*ORDER, "pipeline"}
)
PACKAGES = sorted(ROOT.rglob("__init__.py"))


def modules(root: Path = ROOT) -> dict[str, str]:
    """The code of every module, by its dotted name below `pipeline`; a package by its own name."""
    named = {}
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            named[name] = file.read_text("utf-8")
    return named


def imported(code: str, module: str, *, package: bool = False) -> set[str]:
    """What of `pipeline` the code of `module` names in its imports, wherever they stand, types too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = f"pipeline.{module}".split(".")[: -node.level or None] if node.level else []
            if package and node.level:
                above = f"pipeline.{module}".split(".")[: 1 - node.level or None]
            base = ".".join([*above, *([node.module] if node.module else [])])
            names |= {f"{base}.{alias.name}" for alias in node.names}
    inside = {name.removeprefix("pipeline.") for name in names if name.startswith("pipeline.")}
    return inside - {"__version__"}


def against_the_order(code: str, module: str) -> set[str]:
    """The packages that the code of `module` must not import, but does; one that is not in the order too."""
    own = module.split(".", maxsplit=1)[0]
    above = set(ORDER[: ORDER.index(own) + 1])
    return {name.split(".")[0] for name in imported(code, module)} - above


def circle() -> tuple[str, ...]:
    """Modules that import each other in a circle, the first again at the end; empty if there are none."""
    code = modules()
    graph = {name: set(_modules_named(imported(text, name), code)) - {name} for name, text in code.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def _modules_named(names: set[str], code: dict[str, str]) -> Iterator[str]:
    """The modules that hold what is named: `thai.dates` of `thai.dates.parse_date`."""
    for name in names:
        parts = name.split(".")
        ends = (".".join(parts[:many]) for many in range(len(parts), 0, -1))
        if found := next((end for end in ends if end in code), ""):
            yield found


def test_every_package_has_its_place_in_the_order():
    assert {name.split(".")[0] for name in modules()} <= set(ORDER)


def test_the_page_on_the_architecture_has_a_row_for_every_package_in_this_order():
    there = {name.split(".")[0] for name in modules()} - {"__main__"}
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == [name for name in ORDER if name in there]


def test_every_package_imports_only_what_stands_above_it():
    offenders = {name: wrong for name, code in modules().items() if (wrong := against_the_order(code, name))}
    assert offenders == {}


def test_no_modules_import_each_other_in_a_circle():
    assert circle() == ()


@pytest.mark.parametrize(
    ("module", "code", "wrong"),
    [
        ("intake.yaml", "from pipeline.model import load", {"model"}),
        ("scoring.levels", "import pipeline.render.pdf", {"render"}),
        ("document.tree", "from ..typeset import items", {"typeset"}),
        ("thai.dates", "from pipeline.intake import Source", {"intake"}),
        ("papers.build", "from pipeline.batch import plan", {"batch"}),
        ("model.plan", "def later():\n    from pipeline.cli import main", {"cli"}),
        ("model.plan", "from pipeline.unheard_of import thing", {"unheard_of"}),
        ("model.plan", "if TYPE_CHECKING:\n    from pipeline.kinds import Kind", {"kinds"}),
    ],
)
def test_an_import_against_the_order_is_found(module, code, wrong):
    assert against_the_order(code, module) == wrong


def test_imports_along_the_order_are_let_be():
    code = "import re\nfrom pipeline.diagnostics import Diagnostic\nfrom pipeline.intake import Source"
    assert against_the_order(code, "model.loading") == set()


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
