"""Charts on pages: bars as long as their figures, told apart by their forms, nothing outside the chart."""

from decimal import Decimal

import pytest

from pipeline.diagnostics import PageError
from pipeline.document.lengths import pt
from pipeline.document.sheets import load_sheet
from pipeline.document.tree import Bar, Chart, Document, Figure, Group, Paragraph, Section, Text
from pipeline.typeset import fit_charts, typeset
from pipeline.typeset.charts import set_chart
from pipeline.typeset.items import Box, PlacedChart, Rule
from pipeline.typeset.lines import ParagraphLayout

SHEET = load_sheet("report")
LAYOUT = ParagraphLayout(SHEET)
MEASURE = pt(SHEET.pages["portrait"].measure)
LONG = "ระดับความสำเร็จของการพัฒนาระบบบริหารทรัพยากรบุคคลที่มีชื่อยาวมาก " * 5
BLACK, WHITE = "000000", "FFFFFF"


def figure(text: str) -> Figure | None:
    return Figure(Decimal(text), text) if text else None


def bar(value: str, target: str = "", last: str = "", full: str = "", label: str = "มิติ") -> Bar:
    return Bar(label, figure(value), figure(target), figure(last), Decimal(full) if full else None)


def chart(*bars: Bar, **more) -> Chart:
    return Chart(bars, "คะแนน", "รอบนี้", "เป้าหมาย", "รอบก่อน", **more)


def placed(*bars: Bar, **more) -> PlacedChart:
    return set_chart(chart(*bars, **more), LAYOUT, MEASURE)


def filled(made: PlacedChart) -> list[Box]:
    """The bars below the legend's key, of a black chart: lines of targets are as thin as a line."""
    boxes = [item for item in made.drawn if isinstance(item, Box) and item.color == BLACK and item.width > 2]
    return sorted(boxes, key=lambda box: box.y)[1:]


def outlined(made: PlacedChart) -> list[tuple[float, float]]:
    """Left and right of each outline below that of the legend."""
    flat = [item for item in made.drawn if isinstance(item, Rule) and item.y0 == item.y1]
    return [(rule.x0, rule.x1) for rule in sorted(flat, key=lambda rule: rule.y0)[2::2]]


def axis(made: PlacedChart) -> float:
    return made.drawn[0].x0


def said(made: PlacedChart) -> str:
    return " ".join(run.text for run in made.runs)


def test_bars_are_as_long_as_their_figures_are_to_one_another():
    made = placed(bar("1.00"), bar("2.5"), bar("5"))
    one, two, three = (box.width for box in filled(made))
    assert two / one == pytest.approx(2.5)
    assert three / one == pytest.approx(5)


def test_a_scale_with_an_end_is_that_of_all_and_its_end_has_a_line():
    made = placed(bar("5", full="10"), bar("50", full="100"), bar("25", full="100"))
    end = made.drawn[1].x0
    half, same, quarter = filled(made)
    assert half.width == pytest.approx(same.width) == pytest.approx((end - axis(made)) / 2)
    assert quarter.width == pytest.approx((end - axis(made)) / 4)


def test_what_is_aimed_at_and_what_was_before_stand_on_the_scale_of_the_bar():
    made = placed(bar("2", target="4", last="1", full="5"))
    whole = made.drawn[1].x0 - axis(made)
    (before,) = outlined(made)
    assert before[0] == pytest.approx(axis(made), abs=1)
    assert before[1] - axis(made) == pytest.approx(whole / 5, abs=1)
    lines = [item for item in made.drawn if isinstance(item, Box) and item.width == pytest.approx(1.6)]
    assert any(line.x + 0.8 == pytest.approx(axis(made) + whole * 4 / 5) for line in lines)


def test_the_three_are_told_apart_without_colour():
    """A bar is filled, the last round is an outline of four lines, a target a line with white beside it."""
    made = placed(bar("2", target="1", last="2", full="5"))
    (solid,) = filled(made)
    sides = [item for item in made.drawn[2:] if isinstance(item, Rule)]
    assert len(sides) == 2 * 4  # the legend's and the bar's
    inside = [item for item in made.drawn if isinstance(item, Box) and item.color == BLACK]
    assert not any(box.y > solid.y + solid.height and box.width > 2 for box in inside)
    halo = next(
        n
        for n, item in enumerate(made.drawn)
        if isinstance(item, Box) and item.color == WHITE and item.y < solid.y < item.y + item.height
    )
    assert made.drawn.index(solid) < halo
    line = made.drawn[halo + 1]
    assert line.color == BLACK
    assert line.x - made.drawn[halo].x == pytest.approx(0.8)


def test_what_is_over_its_end_or_below_nothing_stays_inside_the_chart():
    made = placed(bar("120", target="100", full="100"), bar("-30", target="-10", last="-5", full="100"))
    over, below = filled(made)
    assert over.x == pytest.approx(axis(made))
    assert over.x + over.width > made.drawn[1].x0
    assert below.x + below.width == pytest.approx(axis(made))
    assert below.width / over.width == pytest.approx(30 / 120)
    assert_inside(made)


def test_nothing_and_nought_have_no_bar_but_their_figure():
    made = placed(bar("", target="3", full="5"), bar("0.00", full="5"))
    assert filled(made) == []
    assert " - " in said(made)
    assert "0.00" in said(made)


def test_all_of_nothing_is_a_chart_too():
    assert_inside(placed(bar("0"), bar("")))


def test_long_labels_take_more_lines_and_no_more_room_beside():
    short, made = placed(bar("1")), placed(bar("1", label=LONG))
    words = [run for run in made.runs if run.text.strip() and run.text.strip() in LONG]
    assert len({run.y for run in words}) > 3
    assert max(run.x + run.width for run in words) < axis(made)
    assert made.height > short.height
    assert "".join(run.text for run in words).strip() == LONG.strip()
    assert_inside(made)


def assert_inside(made: PlacedChart) -> None:
    for item in made.drawn:
        left, right = (item.x, item.x + item.width) if isinstance(item, Box) else (item.x0, item.x1)
        top, bottom = (item.y, item.y + item.height) if isinstance(item, Box) else (item.y0, item.y1)
        assert -0.01 <= left <= right <= made.width + 0.01
        assert -0.01 <= top <= bottom <= made.height + 0.01
    for run in made.runs:
        assert run.x >= -0.01
        assert run.x + len(run.text.rstrip()) / max(len(run.text), 1) * run.width <= made.width + 0.01


def test_the_height_grows_in_a_straight_line():
    heights = [placed(*[bar("1", last="2", label="มิติที่ ๑")] * count).height for count in (10, 20, 60)]
    assert heights[2] - heights[1] == pytest.approx(4 * (heights[1] - heights[0]))


def test_a_width_of_its_own_is_kept_and_never_more_than_the_text_area():
    assert placed(bar("1"), width=8.0).width == pytest.approx(pt(8.0))
    assert placed(bar("1"), width=40.0).width == MEASURE


def test_figures_without_room_for_bars_are_refused():
    with pytest.raises(PageError) as refused:
        placed(bar("123456789012.12345678", target="123456789012.12345678"), width=8.0)
    assert refused.value.diagnostics[0].code == "chart-narrow"


def document(*blocks) -> Document:
    return Document("report", "t", (Section(blocks),))


def test_a_chart_that_no_page_can_hold_is_parted_evenly_below_its_heading():
    heading = Paragraph((Text("แผนภูมิ"),), "chart-title")
    bars = tuple(bar("1", last="2", label=f"ตัวชี้วัดที่ {n}") for n in range(50))
    fitted = fit_charts(document(heading, Group((chart(*bars),))), SHEET)
    (_, group) = fitted.sections[0].blocks
    assert isinstance(group, Group)
    alone = fit_charts(document(heading, chart(*bars)), SHEET).sections[0].blocks[1:]
    for parts in (group.blocks, alone):
        assert tuple(one for part in parts for one in part.bars) == bars
        assert 1 < len(parts) <= 5
        counts = [len(part.bars) for part in parts]
        assert max(counts) - min(counts) <= 1
    pages = typeset(fit_charts(document(heading, chart(*bars)), SHEET), SHEET)
    assert len(pages) == len(alone)
    for page in pages:
        (made,) = page.drawn
        assert made.y + made.height <= page.height - pt(SHEET.pages["portrait"].bottom) + 0.01
    assert pages[0].paragraphs


def test_a_document_whose_charts_fit_is_left_as_it_is():
    whole = document(Paragraph((Text("ก"),), "body"), chart(bar("1")))
    assert fit_charts(whole, SHEET) == whole


def test_a_bar_that_is_higher_than_a_page_is_refused():
    with pytest.raises(PageError) as refused:
        fit_charts(document(chart(bar("1", label="ก" * 500), width=5.0)), SHEET)
    assert refused.value.diagnostics[0].code == "chart-narrow"


def test_a_chart_stands_below_what_is_above_and_what_follows_below_it():
    above, below = (Paragraph((Text(text),), "body") for text in ("ก", "ข"))
    (page,) = typeset(document(above, chart(bar("1")), below), SHEET)
    (made,) = page.drawn
    first, last = (part.runs[0].y for part in page.paragraphs)
    assert first < made.y
    assert made.y + made.height < last
