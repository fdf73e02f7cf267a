"""Every section of `docs/domain.md` that is cited anywhere is there, and so is every source."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "domain.md"
CITING = ("pipeline", "templates", "tests", "docs", "input")
CITATION = re.compile(
    r"domain\.md`?[^§\n]{0,3}\s?((?:§\d+(?:\.\d+)?(?:[-–]\d+(?:\.\d+)?)?(?:, | and |; | to )?)+)"
)
TAKEN_ELSEWHERE = {"test_domain_reference.py"}


def sections() -> set[str]:
    return set(re.findall(r"^##+ (\d+(?:\.\d+)?)\b", PAGE.read_text("utf-8"), re.MULTILINE))


def cited(text: str) -> list[str]:
    """The sections that a text cites, `§1.2-1.4` and `§2.2, §2.3` by their parts."""
    return [
        number
        for run in CITATION.findall(re.sub(r"\s+", " ", text))
        for number in re.findall(r"\d+(?:\.\d+)?", run)
    ]


def citations() -> Iterator[tuple[str, str]]:
    for folder in CITING:
        for file in sorted((ROOT / folder).rglob("*")):
            if (
                file.suffix in {".py", ".j2", ".yaml", ".md", ".html", ".js"}
                and file.name not in TAKEN_ELSEWHERE
            ):
                for number in cited(file.read_text("utf-8")):
                    yield str(file.relative_to(ROOT)), number


def test_every_section_cited_is_a_heading() -> None:
    found = list(citations())
    there = sections()
    assert len(found) > 60, "the citations are no longer found as they are written"
    assert [place for place in found if place[1] not in there] == []


def test_sections_on_the_page_itself_are_headings() -> None:
    text = PAGE.read_text("utf-8")
    assert set(re.findall(r"§(\d+(?:\.\d+)?)", text)) - {"71.1"} <= sections()


def test_every_source_named_is_listed() -> None:
    text, listed = PAGE.read_text("utf-8").split("\n## 8. Sources")
    assert (
        set(re.findall(r"\[(S\d+[ab]?)\]", text))
        - set(re.findall(r"^\| (S\d+[ab]?) \|", listed, re.MULTILINE))
        == set()
    )


@pytest.mark.parametrize(("tag", "file"), [("A", "memo-and-report.txt"), ("B", "agreement.txt")])
def test_what_is_quoted_from_an_example_stands_on_its_line(tag: str, file: str) -> None:
    lines = (ROOT / "tests" / "audit" / "seeds" / file).read_text("utf-8").split("\n")
    quoted = re.findall(rf"\[{tag}:(\d+)\] «([^»]+)»", PAGE.read_text("utf-8"))
    assert len(quoted) > 20
    assert [(line, text) for line, text in quoted if text not in lines[int(line) - 1]] == []


def test_citations_are_read_in_all_their_forms() -> None:
    forms = "`domain.md` §3.1 and §3.2; (domain.md §1.2-1.4) `domain.md`\n§5.3 domain.md §2.2, §3.5 check 3"
    assert cited(forms) == ["3.1", "3.2", "1.2", "1.4", "5.3", "2.2", "3.5"]
