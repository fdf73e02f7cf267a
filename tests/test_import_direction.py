"""Data flow one way: a room imports only the rooms before it, and the foundations (docs/architecture.md)."""

import ast
from pathlib import Path

import pytest

import pipeline

STAGES = (
    "intake", "model", "workbook", "scoring", "audit", "compose", "document",
    "typeset", "render", "batch", "desk", "cli",
)  # fmt: skip
FOUNDATIONS = ("faults", "resources", "thai")
PACKAGE = Path(pipeline.__file__).parent


def imported_rooms(code: str, module: str) -> set[str]:
    """The rooms of `pipeline` that the code of `module` (`pipeline.model.plan`) imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            names |= {f"{base}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("pipeline.")} - {"__version__"}


def allowed(room: str) -> set[str]:
    """What `room` may import: itself, the foundations, and the stages before it."""
    if room in FOUNDATIONS:
        return set(FOUNDATIONS)
    return {*FOUNDATIONS, *STAGES[: STAGES.index(room) + 1]}


def wrong_way(code: str, module: str) -> set[str]:
    """The rooms that the code of `module` must not import, but does."""
    return imported_rooms(code, module) - allowed(module.split(".")[1])


def modules() -> list[tuple[str, Path]]:
    """Every module of the package below a room, by its dotted name (`….__init__` for packages)."""
    files = sorted(PACKAGE.rglob("*.py"))
    named = [
        (".".join(["pipeline", *file.relative_to(PACKAGE).with_suffix("").parts]), file) for file in files
    ]
    return [(name, file) for name, file in named if name != "pipeline.__init__"]


def test_every_room_has_its_place_in_the_direction():
    rooms = {name.split(".")[1] for name, _ in modules()}
    assert rooms <= {*STAGES, *FOUNDATIONS}


def test_every_room_imports_only_what_stands_before_it():
    offenders = {
        name: wrong for name, file in modules() if (wrong := wrong_way(file.read_text("utf-8"), name))
    }
    assert offenders == {}


@pytest.mark.parametrize(
    ("module", "code", "wrong"),
    [
        ("pipeline.intake.yaml", "from pipeline.model import load", {"model"}),
        ("pipeline.scoring.levels", "import pipeline.render.pdf", {"render"}),
        ("pipeline.compose.memo", "from pipeline import document", {"document"}),
        ("pipeline.document.tree", "from ..typeset import items", {"typeset"}),
        ("pipeline.thai.dates", "from pipeline.intake import Source", {"intake"}),
        ("pipeline.model.plan", "def later():\n    from pipeline.cli import main", {"cli"}),
        ("pipeline.model.plan", "from pipeline.unheard_of import thing", {"unheard_of"}),
    ],
)
def test_an_import_against_the_direction_is_found(module, code, wrong):
    assert wrong_way(code, module) == wrong


def test_imports_along_the_direction_are_let_be():
    code = (
        "import re\nfrom pipeline.faults import Fault\nfrom pipeline.intake import Source\nfrom . import plan"
    )
    assert wrong_way(code, "pipeline.model.loading") == set()
