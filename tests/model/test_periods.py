"""Which year a period belongs to, and how it is called."""

import pytest

from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.model.period import Period


def period(start, end, **said):
    return Period.model_validate({"start": start, "end": end, **said})


@pytest.mark.parametrize(
    ("dates", "year", "said", "counted"),
    [
        ("1 ตุลาคม 2566 - 31 มีนาคม 2567", None, "ปีงบประมาณ พ.ศ. 2567", (6, 2)),
        ("1 มกราคม 2567 - 31 ธันวาคม 2567", None, "ปี พ.ศ. 2567", (12, 4)),
        ("1 มกราคม 2567 - 31 มีนาคม 2567", None, "ปีงบประมาณ พ.ศ. 2567", (6, 2)),
        ("1 มกราคม 2567 - 31 มีนาคม 2567", "calendar", "ปี พ.ศ. 2567", (3, 1)),
        ("1 มกราคม 2567 - 30 มิถุนายน 2567", "fiscal", "ปีงบประมาณ พ.ศ. 2567", (9, 3)),
        ("1 มิถุนายน 2567 - 31 พฤษภาคม 2568", "academic", "ปีการศึกษา 2567", (12, 4)),
        ("1 สิงหาคม 2567 - 31 ธันวาคม 2567", "academic", "ปีการศึกษา 2567", (5, 2)),
        ("1 ธันวาคม 2567 - 31 พฤษภาคม 2568", "academic", "ปีการศึกษา 2567", (12, 4)),
    ],
)
def test_the_year_of_a_period(dates, year, said, counted):
    one = period(*dates.split(" - "), **({"year": year} if year else {}))
    assert (one.year_text, (one.months, one.quarter)) == (said, counted)


def test_only_a_fiscal_year_is_a_fiscal_year():
    assert period("1 ตุลาคม 2566", "30 กันยายน 2567").fiscal_year == 2567
    assert period("1 มกราคม 2567", "31 ธันวาคม 2567").fiscal_year == 0


def fault_of(values, **said):
    values["period"] = said
    with pytest.raises(InputError) as refused:
        load(Source("input.yaml", values), SHIPPED)
    (fault,) = refused.value.diagnostics
    return fault


def test_a_period_across_fiscal_years_is_asked_what_its_year_is(agreement_values):
    fault = fault_of(agreement_values, start="1 มิถุนายน 2567", end="31 พฤษภาคม 2568")
    assert fault.code == "period-year"
    assert all(word in fault.help.en for word in ("year", "calendar", "academic"))


def test_a_named_year_holds_its_period(agreement_values):
    fault = fault_of(agreement_values, start="1 ธันวาคม 2567", end="31 มกราคม 2568", year="calendar")
    assert fault.code == "period-year"
    assert "2567" in fault.message.th
    assert "2568" in fault.message.th


def test_a_year_of_studies_is_taken(agreement_values):
    agreement_values["period"] = {
        "start": "1 มิถุนายน 2567",
        "end": "31 พฤษภาคม 2568",
        "year": "academic",
    }
    assert load(Source("input.yaml", agreement_values), SHIPPED).period.year_text == "ปีการศึกษา 2567"
