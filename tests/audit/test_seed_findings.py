"""The two printed papers, and the slips that a careful reader found in them.

The tables were made by reading the papers (domain.md §3.3 and §3.4), not from what the audit says. For each
finding: the codes of which one must be met, and the lines of which one must be the finding's own.
"""

from functools import cache
from pathlib import Path

import pytest

from pipeline.audit import audit_papers
from pipeline.extraction.document_reader import read_finished

SEEDS = Path(__file__).parent / "seeds"

# fmt: off
MEMO_AND_REPORT = {
    1: ("row 1: 80 % in the memo, level 3 = 60 % in the report", {"A0102", "A0103"}, {35, 226}),
    2: ("positions re-allocated: 3 or 2", {"A0104"}, {36, 250}),
    3: ("4 steps announced, 5 listed", {"A0201"}, {369}),
    4: ("4 steps announced, 5 listed", {"A0201"}, {446}),
    5: ("5 or 4 activities", {"A0104"}, {480, 51, 482}),
    7: ("level 4 beside a true ratio", {"A0101"}, {427}),
    9: ("a finished row promises a later report", {"A1001"}, {252}),
    11: ("the period ends on 30 or 31 March", {"A0511"}, {78}),
    12: ("fiscal year 2562", {"A0521"}, {266}),
    13: ("event 3 in January 2562", {"A0517"}, {417}),
    14: ("stamp before the memo, on a Saturday", {"A0513", "A0503"}, {7}),
    15: ("a 4-year plan of 5 years", {"A0514"}, {82, 84}),
    18: ("endorsed or approved", {"A0624"}, {29, 136, 205}),
    19: ("dimension 3 has the name of 2", {"A0611"}, {42, 118, 165, 310}),
    20: ("dimension 4 in three spellings", {"A0612"}, {48, 120}),
    22: ("one activity under three names", {"A0621"}, {51, 504}),
    24: ("PMQA item 4", {"A0622"}, {108, 145}),
    25: ("calendar or fiscal year", {"A0623"}, {51, 484, 200, 494, 512}),
    28: ("four forms of Covid-19", {"A0923"}, {44, 349, 393, 508}),
    29: ("a space before %", {"A0905"}, {47}),
    30: ("mixed digits", {"A0901", "A0902", "A0903"}, {8, 11, 13, 140, 333, 413}),
    31: ("two dashes for ranges", {"A0904"}, {31, 78, 413}),
    32: ("levels of numbers turned round", {"A0911"}, {325, 327, 330}),
    33: ("the label run into the text before it", {"A0924"}, {278}),
    34: ("พ.ศ. in one full date", {"A0910"}, {205}),
}
AGREEMENT = {
    1: ("indicator 4 is not the table's", {"A0803"}, {84, 159}),
    2: ("a whole list repeated", {"A1002"}, {69, 75}),
    3: ("no parent row 16", {"A0804"}, {191}),
    5: ("no total of 70", {"A0307"}, {155, 160}),
    6: ("signed on a Saturday", {"A0503"}, {145}),
    7: ("the receiver in two spellings", {"A0601"}, {12, 35}),
    8: ("the maker in three forms", {"A0601", "A0602"}, {20, 30, 43}),
    10: ("the dimension's name", {"A0612"}, {128, 186}),
    11: ("indicator names in annex and table", {"A0622"}, {61, 62, 153, 154}),
    13: ("a reference to clause 3", {"A0801"}, {30}),
    14: ("ๆ with and without a space", {"A0906"}, {88, 92, 97, 121}),
    15: ("two bullets", {"A0908"}, {103}),
    16: ("ำ in two characters", {"A0907"}, {28}),
    18: ("a stray space in a header", {"A0912"}, {177}),
}
# fmt: on


@cache
def found(name):
    """What the audit finds in a printed paper: code and line of each finding."""
    findings = audit_papers([read_finished(SEEDS / name)])
    return {(finding.code, finding.place.line) for finding in findings}


@pytest.mark.parametrize("number", MEMO_AND_REPORT)
def test_a_slip_of_the_printed_memo_and_report_is_found_at_its_line(number):
    said, codes, lines = MEMO_AND_REPORT[number]
    assert any(code in codes and line in lines for code, line in found("memo-and-report.txt")), said


@pytest.mark.parametrize("number", AGREEMENT)
def test_a_slip_of_the_printed_agreement_is_found_at_its_line(number):
    said, codes, lines = AGREEMENT[number]
    assert any(code in codes and line in lines for code, line in found("agreement.txt")), said


# What a careful reader also finds true in the memo and report: domain.md §3.3 number 16 (A0523), 8 (A0703),
# 21 (A0922), 23, 26 and 41 (A0621, A0622, A0613), 35 (A0909, A0925), 11 again (A0515), 20 again (A0921).
# fmt: off
ALSO_TRUE = {
    ("A0514", 205), ("A0515", 78), ("A0523", 132), ("A0703", 192), ("A0922", 51), ("A0613", 258),
    ("A0621", 171), ("A0621", 172), ("A0621", 198), ("A0621", 292), ("A0622", 272), ("A0909", 8),
    ("A0909", 13), ("A0925", 19), ("A0923", 40), ("A0921", 120), ("A0902", 6), ("A0903", 90),
}
# fmt: on


def test_nothing_is_said_of_the_printed_memo_and_report_that_a_careful_reader_denies():
    known = {(code, line) for _, codes, lines in MEMO_AND_REPORT.values() for code in codes for line in lines}
    assert found("memo-and-report.txt") - known - ALSO_TRUE == set()


@pytest.mark.parametrize("name", ["memo-and-report.txt", "agreement.txt"])
def test_every_finding_in_a_text_has_its_line_and_the_words_that_stand_there(name):
    lines = (SEEDS / name).read_text("utf-8").split("\n")
    for finding in audit_papers([read_finished(SEEDS / name)]):
        assert finding.place.line
        first = finding.quote.split()[0][:6]
        assert first in lines[finding.place.line - 1].replace("**", "")
