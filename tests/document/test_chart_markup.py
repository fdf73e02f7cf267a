"""`<chart>` in the markup: figures as they are given, what it says in words, and what is refused."""

from decimal import Decimal

import pytest

from pipeline.diagnostics import TemplateError
from pipeline.document.charts import LONGEST_LABEL, MOST_BARS, chart_text
from pipeline.document.markup import parse
from pipeline.document.sheets import check_styles, load_sheet
from pipeline.document.text import document_text
from pipeline.document.tree import Bar, Chart, Figure

NAMED = 'alt="คะแนน" values="รอบนี้" targets="เป้า" lasts="รอบก่อน"'


def document(inner: str, digits: str = "arabic"):
    return parse(
        f'<document title="t" digits="{digits}">\n<section>\n{inner}\n</section></document>', "own.j2"
    )


def chart(bars: str, attributes: str = NAMED, digits: str = "arabic") -> Chart:
    (made,) = document(f"<chart {attributes}>{bars}</chart>", digits).sections[0].blocks
    assert isinstance(made, Chart)
    return made


def refused(bars: str, attributes: str = NAMED):
    with pytest.raises(TemplateError) as faults:
        chart(bars, attributes)
    return faults.value.diagnostics


def test_figures_are_exact_and_print_as_they_are_given():
    (bar,) = chart(
        '<bar label="ก 1" value="0.10" target="1,234.50" last="-3" full="10"/>', digits="thai"
    ).bars
    assert bar == Bar(
        "ก ๑",
        Figure(Decimal("0.10"), "๐.๑๐"),
        Figure(Decimal("1234.50"), "๑,๒๓๔.๕๐"),
        Figure(Decimal(-3), "-๓"),
        Decimal(10),
    )
    assert str(bar.value.number) == "0.10"


def test_a_bar_takes_the_scale_of_its_chart_unless_it_has_its_own():
    made = chart('<bar label="ก" value="1"/><bar label="ข" value="1" full="20"/>', f'{NAMED} full="5"')
    assert [bar.full for bar in made.bars] == [5, 20]


@pytest.mark.parametrize("nothing", ['value=""', 'value="-"', ""])
def test_a_figure_that_there_is_not_is_none(nothing):
    assert chart(f'<bar label="ก" {nothing}/>').bars[0].value is None


def test_a_chart_says_all_its_figures_in_words_and_is_no_text_of_the_paper():
    bars = '<bar label="มิติ 1" value="3.50" target="4" last="3"/><bar label="มิติ 2" value="-"/>'
    made = chart(bars, f'{NAMED} unit="คะแนน"', digits="thai")
    assert chart_text(made) == ("คะแนน (คะแนน): มิติ ๑ รอบนี้ ๓.๕๐, เป้า ๔, รอบก่อน ๓; มิติ ๒ รอบนี้ -")
    assert document_text(document(f"<chart {NAMED}>{bars}</chart>")) == ()


@pytest.mark.parametrize(
    "value", ["1e3", "NaN", "Infinity", "1.2.3", "1,23", "สาม", "--1", "+1", "1" * 13, "0." + "1" * 9, "٣"]
)
def test_what_is_no_figure_is_refused_at_its_line(value):
    (fault,) = refused(f'\n<bar label="ก" value="{value}"/>')
    assert fault.code == "markup-chart"
    assert (fault.location.file, fault.location.line) == ("own.j2", 4)
    assert value[:40] in fault.message.th


@pytest.mark.parametrize(
    ("bars", "attributes"),
    [
        ("", NAMED),
        ('<bar label="ก" value="1"/>' * (MOST_BARS + 1), NAMED),
        ('<bar label="" value="1"/>', NAMED),
        (f'<bar label="{"ก" * (LONGEST_LABEL + 1)}" value="1"/>', NAMED),
        ('<bar label="ก" value="1"/>', 'alt=" " values="ผล"'),
        ('<bar label="ก" value="1"/>', 'alt="ก"'),
        ('<bar label="ก" value="1" target="2"/>', 'alt="ก" values="ผล"'),
        ('<bar label="ก" value="1" last="2"/>', 'alt="ก" values="ผล"'),
        ('<bar label="ก" value="1" full="0"/>', NAMED),
        ('<bar label="ก" value="1" full="-5"/>', NAMED),
        ('<bar label="ก" value="1" full="5"/><bar label="ข" value="1"/>', NAMED),
    ],
)
def test_what_no_chart_can_show_is_refused(bars, attributes):
    assert [fault.code for fault in refused(bars, attributes)] == ["markup-chart"]


def test_as_many_bars_and_letters_as_are_allowed_are_taken():
    made = chart(f'<bar label="{"ก" * LONGEST_LABEL}" value="1"/>' * MOST_BARS)
    assert len(made.bars) == MOST_BARS


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        (f'<chart {NAMED} size="3"><bar label="ก" value="1"/></chart>', "markup-attribute"),
        (f'<chart {NAMED}><bar label="ก" value="1" of="x"/></chart>', "markup-attribute"),
        (f'<chart {NAMED}><p style="body">ก</p><bar label="ก" value="1"/></chart>', "markup-element"),
        ('<bar label="ก" value="1"/>', "markup-element"),
        (f'<chart {NAMED} width="4"><bar label="ก" value="1"/></chart>', "markup-value"),
    ],
)
def test_other_elements_and_attributes_are_refused(inner, code):
    with pytest.raises(TemplateError) as faults:
        document(inner)
    assert [fault.code for fault in faults.value.diagnostics] == [code]


def test_a_chart_style_that_the_sheet_lacks_is_told():
    made = document(f'<chart {NAMED} style="own"><bar label="ก" value="1"/></chart>')
    with pytest.raises(TemplateError) as faults:
        check_styles(made, load_sheet("memo"), "own.j2")
    assert "own" in faults.value.diagnostics[0].message.th


@pytest.mark.parametrize(
    ("said", "is_taken"),
    [
        ("value: 1F4E79", True),
        ("target: C00000", True),
        ("value: '949494'", True),  # the palest grey that WCAG takes for a picture: 3.03 to 1 on white
        ("value: '959595'", False),  # 2.99 to 1
        ("last: FFFF00", False),
        ("axis: FFFFFF", False),
        ("bar: 3", False),
        ("gap: 3", False),
        ("text: nothing", False),
        ("bar: 0", False),
        ("colour: FF0000", False),
    ],
)
def test_an_office_has_its_own_colours_as_long_as_they_are_seen(tmp_path, said, is_taken):
    (tmp_path / "styles").mkdir()
    own = tmp_path / "styles" / "own.yaml"
    own.write_text(f"extends: base\ncharts:\n  chart: {{{said}}}\n", encoding="utf-8")
    load_sheet.cache_clear()
    if is_taken:
        assert load_sheet("own", tmp_path).charts["chart"].bar == pytest.approx(0.34)
        return
    with pytest.raises(TemplateError) as faults:
        load_sheet("own", tmp_path)
    assert faults.value.diagnostics[0].location.line == 3
