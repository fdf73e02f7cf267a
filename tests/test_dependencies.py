"""`docs/dependencies.md` says of each direct dependency what it is for."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def named_in(file: str) -> list[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").split("\n")
    return [re.split(r"[^\w.-]", line)[0] for line in lines if line and line[0] not in "-#"]


def shared(file: str) -> set[str]:
    """What a file names that another one explains: tests use the packages of the extras too."""
    extras = ("requirements-desk.in", "requirements-sign.in")
    return {name for extra in extras for name in named_in(extra)} if file == "requirements-dev.in" else set()


FILES = {
    "requirements.in": "To run",
    "requirements-desk.in": "For the desk",
    "requirements-sign.in": "To sign",
    "requirements-dev.in": "To develop",
    "requirements-docs.in": "For the pages",
    "requirements-bench.in": "To measure",
}


def explained(file: str) -> list[str]:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    section = next(part for part in page.split("\n## ") if part.startswith(FILES[file]))
    return re.findall(r"^\| (?!package)([\w.-]+) \| \S.* \|$", section, re.MULTILINE)


@pytest.mark.parametrize("file", FILES)
def test_each_direct_dependency_is_explained_and_no_other(file: str) -> None:
    assert explained(file) == sorted(set(named_in(file)) - shared(file))


@pytest.mark.parametrize("file", FILES)
def test_each_direct_dependency_is_pinned(file: str) -> None:
    lock = file.replace(".in", ".lock")
    pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in named_in(file)} <= pinned


def test_the_package_asks_for_what_the_lock_pins() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^\w.-]", need)[0] for need in project["dependencies"]}
    assert asked | {"hatchling"} == set(named_in("requirements.in"))
