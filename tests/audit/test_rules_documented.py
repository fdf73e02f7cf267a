from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.audit import RULES, rules
from pipeline.audit.table import FAMILIES, by_code
from pipeline.cli.audit_doc import audit_doc

PAGE = Path(__file__).resolve().parents[2] / "docs" / "audit.md"


def test_the_page_of_rules_is_what_the_program_says():
    assert PAGE.read_text("utf-8") == audit_doc()


def test_every_rule_has_a_code_of_a_family():
    assert {rule.family for rule in RULES} == set(FAMILIES)


def test_every_module_that_lies_beside_the_rules_has_its_say():
    files = {file.stem for file in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert {module.__name__.rpartition(".")[2] for module in rules.modules()} == files
    assert set(RULES) == {rule for module in rules.modules() for rule in module.RULES}


def test_rules_stand_in_the_order_of_their_codes_wherever_they_come_from():
    assert list(by_code(reversed(RULES))) == sorted(rule.code for rule in RULES)


def test_a_code_that_two_rules_bear_is_a_defect():
    first, second = RULES[:2]
    with pytest.raises(ValueError, match=first.code):
        by_code([first, replace(second, code=first.code)])


def test_every_rule_says_what_it_looks_at_and_what_to_do_in_both_languages():
    for rule in RULES:
        for words in (rule.title, rule.about, rule.remedy):
            assert words.th, rule.code
            assert words.en, rule.code
