"""`docs/dependencies.md` says of each direct dependency what it is for."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def named_in(file: str) -> list[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").split("\n")
    return [re.split(r"[^\w.-]", line)[0] for line in lines if line and line[0] not in "-#"]


def explained() -> dict[str, list[str]]:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    _, run, develop = page.split("\n## ")
    row = re.compile(r"^\| (?!package)([\w.-]+) \| \S.* \|$", re.MULTILINE)
    return {"requirements.in": row.findall(run), "requirements-dev.in": row.findall(develop)}


@pytest.mark.parametrize("file", ["requirements.in", "requirements-dev.in"])
def test_each_direct_dependency_is_explained_and_no_other(file: str) -> None:
    assert explained()[file] == sorted(named_in(file))


@pytest.mark.parametrize(
    ("file", "lock"),
    [("requirements.in", "requirements.lock"), ("requirements-dev.in", "requirements-dev.lock")],
)
def test_each_direct_dependency_is_pinned(file: str, lock: str) -> None:
    pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in named_in(file)} <= pinned


def test_the_package_asks_for_what_the_lock_pins() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^\w.-]", need)[0] for need in project["dependencies"]}
    assert asked | {"hatchling"} == set(named_in("requirements.in"))
