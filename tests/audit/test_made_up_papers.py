"""Made-up papers with slips of the same kinds in other words, units and numbers, and papers without any.

A line that ends in `<!-- A0201 -->` has that slip; the mark is taken off before the paper is read. Of papers
whose name ends in `clean.txt` nothing at all is to be said, though they hold what looks like slips:
another fiscal year to compare with, relatives with one surname, a list from the latest to the first, laws.
"""

import re
from pathlib import Path

import pytest

from pipeline.audit import RULES, audit_papers
from pipeline.extraction.text_reader import read_text

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.txt"))
MARK = re.compile(r"\s*<!--((?: A\d{4})+) -->$")


def marked(paper):
    """The paper's text without marks, and the code and line of each."""
    lines, expected = [], set()
    for number, line in enumerate(paper.read_text("utf-8").split("\n"), 1):
        if match := MARK.search(line):
            expected |= {(code, number) for code in match[1].split()}
        lines.append(MARK.sub("", line))
    return "\n".join(lines), expected


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_slips_of_a_paper_are_found_at_their_lines_and_no_other(paper):
    text, expected = marked(paper)
    findings = audit_papers([read_text(text, paper.name)])
    assert {(finding.code, finding.place.line) for finding in findings} == expected


def test_a_clean_paper_has_no_marks_and_the_others_have():
    assert {paper.name.split(".")[1]: bool(marked(paper)[1]) for paper in PAPERS} == {
        "clean": False,
        "slips": True,
    }


def test_every_rule_is_met_outside_the_printed_papers():
    met = {code for paper in PAPERS for code, _ in marked(paper)[1]}
    assert {rule.code for rule in RULES} - met == set()
