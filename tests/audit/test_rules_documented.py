from pathlib import Path

from pipeline.audit import RULES
from pipeline.audit.table import FAMILIES
from pipeline.cli.audit_doc import audit_doc

PAGE = Path(__file__).resolve().parents[2] / "docs" / "audit.md"


def test_the_page_of_rules_is_what_the_program_says():
    assert PAGE.read_text("utf-8") == audit_doc()


def test_every_rule_has_a_code_of_a_family_and_no_other_rule_has_it():
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert {rule.family for rule in RULES} == set(FAMILIES)


def test_every_rule_says_what_it_looks_at_and_what_to_do_in_both_languages():
    for rule in RULES:
        for words in (rule.title, rule.about, rule.remedy):
            assert words.th, rule.code
            assert words.en, rule.code
