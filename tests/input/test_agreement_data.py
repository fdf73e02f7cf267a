"""The agreement of 2547 as data: what the source paper prints, by its lines (seed 000)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pipeline import intake
from pipeline.kinds import SHIPPED
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.model.agreement import Agreement
from pipeline.model.scales import LinearScale, MilestoneScale

FOLDER = Path(__file__).parents[2] / "input" / "agreement-2547"


@pytest.fixture(scope="module")
def office_input() -> AgreementInput:
    loaded = load(intake.read(FOLDER), SHIPPED)
    assert isinstance(loaded, AgreementInput)
    return loaded


@pytest.fixture(scope="module")
def agreement(office_input: AgreementInput) -> Agreement:
    return office_input.agreement


def test_all_twenty_scored_rows_stand_in_their_order(agreement: Agreement) -> None:
    """Lines 152-195: 1 to 15, 16.1, 16.2, 16.3, 17, 18."""
    numbers = [*(str(n) for n in range(1, 16)), "16.1", "16.2", "16.3", "17", "18"]
    assert [indicator.id for indicator in agreement.indicators] == numbers


def test_the_weights_are_those_of_the_tables(agreement: Agreement) -> None:
    """Lines 152-154 and 159; 166-171, 180-184: six and five of 2; 191-195."""
    printed = "15 17.5 17.5 20 2 2 2 2 2 2 2 2 2 2 2 1 1 2 2 2"
    assert " ".join(str(indicator.weight) for indicator in agreement.indicators) == printed


def test_weights_sum_to_the_totals_of_the_tables(agreement: Agreement) -> None:
    """`รวม` of lines 155, 160, 172, 184, 196: 50 and 20, 12, 10, 8; lines 125-128: 70 12 10 8 of 100."""
    sums = [
        [sum(indicator.weight for indicator in group.indicators) for group in dimension.groups]
        for dimension in agreement.dimensions
    ]
    assert sums == [[50, 20], [12], [10], [8]]
    assert [sum(groups) for groups in sums] == [dimension.weight for dimension in agreement.dimensions]
    assert sum(indicator.weight for indicator in agreement.indicators) == 100


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("1", "60 65 70 75 80"),  # 152
        ("2", "60 70 80 90 100"),  # 153
        ("3", "60 70 80 90 100"),  # 154
        ("4", "80 85 90 95 100"),  # 159
        ("5", "0 5 10 15 20"),  # 166
        ("12", "40 50 60 70 80"),  # 181
        ("16.1", "0.00 1.25 2.50 3.75 5.00"),  # 191
        ("16.2", "0.00 1.25 2.50 3.75 5.00"),  # 192
    ],
)
def test_thresholds_keep_the_decimals_of_the_table(agreement: Agreement, number: str, line: str) -> None:
    (indicator,) = [indicator for indicator in agreement.indicators if indicator.id == number]
    assert isinstance(indicator.scale, LinearScale)
    assert " ".join(str(threshold) for threshold in indicator.scale.thresholds) == line


def test_the_other_twelve_are_levels_of_success(agreement: Agreement) -> None:
    """Lines 167-171, 180, 182-184, 193-195 print 1 2 3 4 5 for names that begin with ระดับความสำเร็จ."""
    milestones = [i for i in agreement.indicators if isinstance(i.scale, MilestoneScale)]
    assert len(milestones) == 12
    assert all(i.name.startswith("ระดับความสำเร็จ") for i in milestones)


def test_only_the_saved_budget_has_results_of_earlier_years(agreement: Agreement) -> None:
    """Line 166: 7.15 in 2545 and 2.10 in 2546; `-` in every other row."""
    held = {i.id: [(b.year, str(b.value)) for b in i.baselines] for i in agreement.indicators if i.baselines}
    assert held == {"5": [(2545, "7.15"), (2546, "2.10")]}
    assert agreement.baseline_years == (2545, 2546)


def test_the_declared_targets_are_the_fifth_level(agreement: Agreement) -> None:
    """Lines 60-62 declare 80, 100 and 100, which are the last thresholds of lines 152-154."""
    targets = []
    for indicator in agreement.indicators[:3]:
        assert isinstance(indicator.scale, LinearScale)
        targets.append(indicator.scale.thresholds[(indicator.target_level or 5) - 1])
    assert targets == [80, 100, 100]


def test_the_annex_has_all_its_lists(agreement: Agreement) -> None:
    """Lines 51-78: 3 3 3 4 4 4 entries; lines 82-121: text only, then 4 3 6 4 entries."""
    strategy = [sum(passage.count for passage in chapter.prose) for chapter in agreement.strategy]
    guidelines = [sum(passage.count for passage in chapter.prose) for chapter in agreement.guidelines]
    assert strategy == [3, 3, 3, 4, 4, 4]
    assert guidelines == [0, 4, 3, 6, 4]


def test_the_parties_have_one_name_each(agreement: Agreement) -> None:
    """Lines 12, 20, 28, 30, 35 and 43 spell them in six ways."""
    assert agreement.receiver.person.full_name == "นายพินิจ จารุสมบัติ"
    assert agreement.maker.person.full_name == "นายมนู เลียวไพโรจน์"


def test_the_period_is_the_whole_fiscal_year(office_input: AgreementInput) -> None:
    """Line 26: 1 ปี, 1 ตุลาคม 2546 to 30 กันยายน 2547; line 8: ปีงบประมาณ 2547."""
    period = office_input.period
    assert (period.years, period.fiscal_year) == (1, 2547)


def test_no_word_of_the_scan_is_left() -> None:
    """Damage of lines 12-121 that `docs/seed-repairs.md` lists; ๆ without its space among it."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml")))
    damaged = ["คินิจ", "คิณิจ", "เดียวไพโรจน์", "เสียวไพโรจน์", "อำนาจการ", "One Start", "ทั่วถึงที่", "การพัฒนองค์กร"]
    damaged += ["กระบวนการทัศน์", "ต่างๆ", "ทุกๆ", "อื่นๆ", "นั้นๆ", "\u0e4d\u0e32"]
    assert [word for word in damaged if word in text] == []


def test_results_are_marked_as_an_example_and_leave_one_out(office_input: AgreementInput) -> None:
    """The paper holds no results. Without indicator 15, of weight 2, 98 is the denominator."""
    card = score_input(office_input)
    assert office_input.results_are_example
    assert card is not None
    assert card.total.denominator == 98


def test_worked_scores_hold(office_input: AgreementInput) -> None:
    """77 on 60-80: 4 + 2/5; 7.15 on 0-20: 2 + 2.15/5; 1.25 on 0-5 is the second threshold itself."""
    card = score_input(office_input)
    assert card is not None
    scores = [card.indicator(number).score for number in ("1", "5", "16.1")]
    assert scores == [Decimal("4.4"), Decimal("2.43"), Decimal(2)]
