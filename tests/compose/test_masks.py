"""Masks in templates: they answer as their values do, and print nothing of them."""

import datetime
from decimal import Decimal

import pytest
from jinja2 import DictLoader

from pipeline.compose.budget import Budget, spend_from
from pipeline.compose.environment import environment
from pipeline.compose.refusals import Refusal
from pipeline.compose.views import view_of
from pipeline.model.masks import is_number, mask_of, without_numbers

PAY = Decimal("98765.50")
DAY = datetime.date(2045, 9, 30)
VALUES = {
    "pay": mask_of(PAY, "money"),
    "low": mask_of(Decimal(15300), "money"),
    "share": mask_of(Decimal("12.75"), "percent"),
    "many": mask_of(417),
    "day": mask_of(DAY, "date"),
    "year": mask_of(2531, "year"),
    "name": mask_of("สุดารัตน์"),
    "citizen": mask_of("1103702071811"),
    "leave": mask_of("ลาป่วย", "choice"),
    "ill": mask_of(True),
}
KNOWN = (
    "98765",
    "98,765",
    "15300",
    "15,300",
    "12.75",
    "417",
    "2588",
    "2045",
    "2531",
    "กันยา",
    "ดารัตน์",
    "0207",
    "ป่วย",
)


def printed(template: str) -> str:
    """What a template makes of the masks."""
    made = environment().overlay(loader=DictLoader({"t": template}))
    with spend_from(Budget()):
        return made.get_template("t").render(
            view_of(VALUES) | {"rows": [view_of(VALUES), {"pay": Decimal(1)}]}
        )


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ pay }}", "xx,xxx"),
        ("{{ pay|money }}", "xx,xxx"),
        ("{{ pay|satang }}", "xx,xxx"),
        ("{{ pay|thousands }} {{ pay|number }} {{ share|percent }}", "xx,xxx xx,xxx xx"),
        ("{{ pay * 12 }} {{ 12 * pay }} {{ pay - low }} {{ 1 + pay }}", "xx,xxx xx,xxx xx,xxx xx,xxx"),
        ("{{ -pay }} {{ pay / 2 }} {{ pay // 2 }} {{ pay % 100 }} {{ pay ** 2 }}", " ".join(["xx,xxx"] * 5)),
        ("{{ pay|round }} {{ pay|int }} {{ pay|float }} {{ pay|abs }}", " ".join(["xx,xxx"] * 4)),
        (
            "{{ '%.2f' % pay }} {{ '%08.3f'|format(low) }} {{ '%d of %s' % (many, name) }}",
            "xx,xxx   xx,xxx xx of xxxxx",
        ),
        ("{{ rows|sum(attribute='pay') }}", "xx,xxx"),
        ("{{ [pay, low]|max }} {{ [pay, low]|join(' ') }}", "xx,xxx xx,xxx xx,xxx"),
        ("{{ pay ~ ' บาท' }}", "xx,xxx บาท"),
        ("{{ day|long_date }} {{ day|short_date }} {{ day.isoformat() }}", " ".join(["xx xxxxx xxxx"] * 3)),
        ("{{ day.day }}/{{ day.month }}/{{ day.year + 543 }}", "xx/xx/xxxx"),
        ("{{ date_range(day, day) }} {{ year_range(year, year) }}", "xx xxxxx xxxx xxxx"),
        ("{{ citizen }} {{ citizen[-4:] }} {{ citizen[2:6] }}", "x-xxxx-xxxxx-81-1 81-1 xxxx"),
        ("{{ citizen.replace('x', '') }}", "---81-1"),
        ("{{ name }} {{ name|length }} {{ name|upper }} {{ name.split('ร')|first }}", "xxxxx 5 XXXXX xxxxx"),
        ("{% for letter in name %}{{ letter }}{% endfor %}", "xxxxx"),
        ("{{ leave }} {{ ill }}", "xxxxx xxxxx"),
    ],
)
def test_whatever_a_template_does_with_a_mask_it_prints_the_mask(template, said):
    assert printed(template) == said
    assert not [value for value in KNOWN if value in printed(template)]


@pytest.mark.parametrize(
    "condition",
    [
        "pay > 50000",
        "pay == 98765.5",
        "low < pay",
        "pay * 2 > 190000",
        "many != 5",
        "name == 'สุดารัตน์'",
        "name",
        "low in [pay, low]",
        "[pay, low]|min == low",
        "([pay, low]|sort)[0] == low",
        "many is odd",
        "pay is number and pay is not string",
        "name is string",
        "day is not none",
    ],
)
def test_comparisons_are_those_of_the_values(condition):
    assert printed(f"{{{{ 'yes' if {condition} else 'no' }}}}") == "yes"


@pytest.mark.parametrize("condition", ["leave == 'ลาป่วย'", "leave in ['ลาป่วย']", "ill", "ill == true"])
def test_one_of_a_few_options_is_not_told_by_a_comparison(condition):
    """A tick box stays empty."""
    assert printed(f"{{{{ 'yes' if {condition} else 'no' }}}}") == "no"


@pytest.mark.parametrize("name", ["truth", "opaque", "__class__", "__reduce__", "__getattr__", "encode"])
def test_the_value_behind_a_mask_is_out_of_reach(name):
    with pytest.raises(Refusal):
        printed(f"{{{{ pay.{name} }}}}")


def test_a_masked_list_stays_in_order_and_keeps_its_rows():
    rows = "[{'pay': low}, {'pay': pay}, {'pay': low}]"
    template = "|groupby('pay') %}{{ several|length }}{% endfor %}"
    assert printed("{% for pay, several in " + rows + template) == "21", (
        "two of the lower pay, then one of the higher"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("เลข 1103702071811 ครับ", "เลข x-xxxx-xxxxx-81-1 ครับ"),
        ("๑-๑๐๓๗-๐๒๐๗๑-๘๑-๑", "x-xxxx-xxxxx-๘๑-๑"),
        ("1 1037 02071 81 1", "x-xxxx-xxxxx-81-1"),
        ("1103702071812", "1103702071812"),
        ("11037020718110", "11037020718110"),
        ("1,103,702,071,811", "1,103,702,071,811"),
    ],
)
def test_numbers_of_persons_in_prose_are_known_by_their_last_digit(text, said):
    assert without_numbers(text) == said


def test_the_last_digit_of_a_number():
    """13·1 + 12·1 + 11·0 + 10·3 + 9·7 + 8·0 + 7·2 + 6·0 + 5·7 + 4·1 + 3·8 + 2·1 = 197 = 17·11 + 10, and
    11 - 10 = 1.
    """
    assert is_number("1103702071811")
    assert [last for last in range(10) if is_number(f"110370207181{last}")] == [1]
