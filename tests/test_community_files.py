"""What a newcomer is told holds: paths, tools and versions are those of the project."""

import re
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from pipeline import __version__

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
TARGETS = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
PAGES = ("CONTRIBUTING.md", "SECURITY.md", "README.md", ".github/pull_request_template.md")


def read_yaml(name: str) -> dict:
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_links_and_make_targets_of_a_page_are_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = {link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)} - {""}
    gone = {link for link in links if "://" not in link and not (ROOT / page).parent.joinpath(link).exists()}
    assert gone == set()
    assert set(re.findall(r"\bmake ([a-z][\w-]*)(?=\s*(?:`|#|$))", text, re.MULTILINE)) <= TARGETS


def test_paths_that_contributing_names_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = re.findall(r"`?((?:pipeline|tests|templates)/[\w./-]+)", text)
    made_by_reader = {"templates/agreement/signers.xml.j2", "templates/schemes/NAME.yaml"}
    assert len(named) > 8
    there = {name for name in named if (ROOT / name.removesuffix("NAME/")).exists()}
    assert set(named) - there - made_by_reader == set()


def test_the_workflow_tries_the_oldest_python_that_is_supported_on_three_systems() -> None:
    matrix = read_yaml(".github/workflows/ci.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert f">={matrix['python'][0]}" == PROJECT["requires-python"]
    assert {name.split("-")[0] for name in matrix["os"]} == {"ubuntu", "windows", "macos"}


def test_hooks_before_a_commit_are_tools_of_the_locks() -> None:
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements-dev.lock").read_text("utf-8"), re.MULTILINE)
    hooks = [hook for repo in read_yaml(".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    assert {Path(hook["entry"].split()[0]).name for hook in hooks} == {"ruff", "mypy"} <= set(locked)


@pytest.mark.parametrize(
    "form", sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
)
def test_a_form_asks_in_thai_first_and_in_english(form: str) -> None:
    content = read_yaml(f".github/ISSUE_TEMPLATE/{form}")
    titles = [content["name"], *(part["attributes"].get("label", "") for part in content["body"])]
    assert all(re.match(r"[ก-๛].* · |$", title) for title in titles)
    ids = [part["id"] for part in content["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids)) > 0


def test_the_changelog_tells_of_the_version_that_is_here() -> None:
    assert f"\n## {__version__}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def pages_of(nav: list) -> list[str]:
    """The pages of a navigation, in its order."""
    return [
        page
        for entry in nav
        for value in entry.values()
        for page in ([value] if isinstance(value, str) else pages_of(value))
    ]


def test_the_navigation_of_the_site_is_that_of_its_first_page_in_thai_first() -> None:
    nav = read_yaml("mkdocs.yml")["nav"]
    assert [page for page in pages_of(nav) if not (ROOT / "docs" / page).is_file()] == []
    assert all(re.match(r"[ก-๛]", title) for entry in nav for title in entry)
    start = (ROOT / "docs" / "index.md").read_text("utf-8")
    assert re.findall(r"\]\(([^)]+)\)", start) == pages_of(nav)[1:]


def test_the_list_of_decisions_has_every_one() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))
