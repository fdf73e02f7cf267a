"""Documents on pages: nothing lost, nothing out of order, nothing beyond the margins."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.diagnostics import PageError
from pipeline.document.lengths import pt
from pipeline.document.style import TabStop
from pipeline.document.text import document_text, paragraphs
from pipeline.document.tree import (
    Cell,
    Document,
    Group,
    Image,
    LineBreak,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Tab,
    Table,
    Text,
)
from pipeline.typeset import typeset
from pipeline.typeset.items import Rule

PROSE = (
    "สำนักงานปลัดกระทรวงอุตสาหกรรมได้ดำเนินการจัดทำแผนกลยุทธ์การบริหารทรัพยากรบุคคล เพื่อเสริมสร้างระบบการบริหารงานบุคคล"
    "ขององค์กรให้มีความเข้มแข็ง สร้างความพึงพอใจให้กับข้าราชการและบุคลากร "
)


def say(text, style="plain", marker=""):
    return Paragraph((Text(text),), style, (Text(marker),) if marker else ())


def cell(text, **span):
    return Cell((say(text, ""),), **span)


def paper(*blocks, page="portrait"):
    return Document("memo", "เรื่อง", (Section(tuple(blocks), page),))


def text_of(pages):
    """The text of each source over all pages, joined."""
    joined: dict[int, str] = {}
    for page in pages:
        for part in page.paragraphs:
            if part.source >= 0:
                joined[part.source] = joined.get(part.source, "") + "".join(run.text for run in part.runs)
    return [re.sub(" +", " ", joined[source]).strip() for source in sorted(joined)]


def lines_of(page):
    return sorted({round(run.y, 2) for part in page.paragraphs for run in part.runs if part.source >= 0})


def assert_whole(document, sheet):
    pages = typeset(document, sheet)
    wanted = [re.sub(" +", " ", text).strip() for text in document_text(document)]
    assert [text for text in text_of(pages) if text] == [text for text in wanted if text]
    begun = list(dict.fromkeys(p.source for page in pages for p in page.paragraphs if p.source >= 0))
    assert begun == sorted(begun), "paragraphs begin in reading order"
    for page in pages:
        for part in page.paragraphs:
            for run in part.runs:
                ink = sum(glyph.advance for glyph in run.glyphs if glyph.text.strip())
                assert run.x >= 0
                assert run.x + min(run.width, ink) <= page.width
                assert 0 <= run.y <= page.height
    return pages


def test_joined_lines_are_the_text(sheet):
    pages = assert_whole(paper(say(PROSE * 4, "body")), sheet)
    assert len(lines_of(pages[0])) > 4


def test_lines_start_at_the_left_margin_and_end_at_the_right_one(sheet):
    """3 cm left, 2 cm right, first line 2.5 cm further in (domain.md §1.2)."""
    page = typeset(paper(say(PROSE * 4, "body")), sheet)[0]
    by_line = {}
    for run in page.paragraphs[0].runs:
        by_line.setdefault(round(run.y, 2), []).append(run)
    first, second, *_ = (by_line[y] for y in sorted(by_line))
    assert first[0].x == pytest.approx(pt(5.5), abs=0.01)
    assert second[0].x == pytest.approx(pt(3.0), abs=0.01)
    shown = [g for run in second for g in run.glyphs]
    while shown[-1].text == " ":
        shown.pop()
    assert second[0].x + sum(g.advance for g in shown) == pytest.approx(pt(19.0), abs=0.05)


def test_body_lines_are_21_pt_apart(sheet):
    ys = lines_of(typeset(paper(say(PROSE * 3)), sheet)[0])
    assert {round(b - a, 2) for a, b in pairwise(ys)} == {21.0}


def test_the_first_page_starts_at_its_own_margin_and_the_others_below_their_number(sheet):
    pages = typeset(paper(*[say(PROSE)] * 40), sheet)
    tops = [min(run.y for part in page.paragraphs if part.source >= 0 for run in part.runs) for page in pages]
    ascent = 21 - 0.46 * 16
    assert tops[0] == pytest.approx(pt(1.5) + ascent, abs=0.01)
    assert tops[1] == pytest.approx(pt(3.5) + ascent, abs=0.01)


def test_page_numbers_stand_centred_from_the_second_page_in_thai(sheet):
    pages = typeset(paper(*[say(PROSE)] * 80), sheet)
    numbers = ["".join(r.text for p in page.paragraphs if p.source < 0 for r in p.runs) for page in pages]
    assert numbers[:3] == ["", "- ๒ -", "- ๓ -"]
    run = next(r for p in pages[1].paragraphs if p.source < 0 for r in p.runs)
    assert run.x + run.width / 2 == pytest.approx(pt(3 + 16 / 2), abs=0.1)
    assert run.artifact


def test_a_heading_does_not_stand_alone_at_a_page_end(sheet):
    for lines in range(20, 40):
        pages = typeset(paper(*[say("ก")] * lines, say("หัวข้อ", "heading"), say(PROSE * 3)), sheet)
        page = next(page for page in pages if any(p.source == lines for p in page.paragraphs))
        body = [p for p in page.paragraphs if p.source == lines + 1]
        assert body, "the heading's text begins on its page"
        assert len({run.y for run in body[0].runs}) >= 2


def test_a_paragraph_leaves_two_lines_on_either_side_of_a_page_end(sheet):
    for lines in range(20, 40):
        pages = typeset(paper(*[say("ก")] * lines, say(PROSE * 4)), sheet)
        counts = [len({r.y for p in page.paragraphs if p.source == lines for r in p.runs}) for page in pages]
        assert 1 not in counts


def test_a_signature_block_never_splits_and_takes_two_lines_of_body_along(sheet):
    signature = Group(
        tuple(say(text, "signature") for text in ("ลงชื่อ", "(นายมนู เลียวไพโรจน์)", "ปลัดกระทรวง")), "maker"
    )
    for lines in range(20, 40):
        pages = typeset(paper(*[say("ก")] * lines, signature), sheet)
        of = {p.source: n for n, page in enumerate(pages) for p in page.paragraphs if p.source >= 0}
        assert len({of[source] for source in range(lines - 2, lines + 3)}) == 1


def test_an_endorsement_that_does_not_fit_takes_the_signature_and_body_along(sheet):
    """No signature block stands alone on a page, the second no more than the first."""
    sign = tuple(say(text, "signature") for text in ("ลงชื่อ", "(ชื่อ)", "ตำแหน่ง"))
    pages = typeset(paper(*[say("ก")] * 31, Group(sign, "proposer"), Group(sign, "endorser")), sheet)
    last = {part.source for part in pages[-1].paragraphs if part.source >= 0}
    assert last == set(range(29, 37))


def test_a_page_break_begins_a_page_and_two_make_no_empty_one(sheet):
    assert len(typeset(paper(say("ก"), PageBreak(), PageBreak(), say("ข")), sheet)) == 2


def test_a_page_break_holds_in_what_stays_together_and_nothing_is_lost(sheet):
    pages = typeset(paper(Group((PageBreak(), say("ก"), PageBreak(), say("ข"))), say("ค")), sheet)
    assert [text_of([page]) for page in pages] == [text_of(typeset(paper(*blocks), sheet)) for blocks in (
        [say("ก")], [say("ข"), say("ค")]
    )]  # fmt: skip


def test_landscape_sections_stand_on_landscape_paper(sheet):
    document = Document("x", "x", (Section((say("ก"),)), Section((say("ข"),), "landscape")))
    sizes = [(page.width, page.height) for page in typeset(document, sheet)]
    assert sizes == [(pt(21), pt(29.7)), (pt(29.7), pt(21))]


def test_a_leader_runs_from_the_text_to_its_tab_stop(sheet):
    line = Paragraph((Text("ที่", "label"), Text(" อก 1"), Tab(), Text("วันที่", "label"), Tab()), "field")
    page = typeset(paper(line), sheet)[0]
    (first, second), (number, *_rest) = page.paragraphs[0].leaders, page.paragraphs[0].runs
    assert number.x == pytest.approx(pt(3))
    assert first.x1 == pytest.approx(pt(3 + 8), abs=0.01)
    assert second.x1 == pytest.approx(pt(3 + 16), abs=0.01)
    assert first.x0 > number.x + number.width


def test_figures_stand_under_one_another_by_their_decimal_point(sheet):
    page = typeset(paper(*(say(text, "figure") for text in ("๗.๑๕", "๑๐๐", "๘๕.๗", "-"))), sheet)[0]
    points = []
    for part in page.paragraphs[:3]:
        (run,) = part.runs
        before = [g.advance for g in run.glyphs][: run.text.find(".") if "." in run.text else None]
        points.append(run.x + sum(before))
    assert points == pytest.approx([pt(3 + 3)] * 3)


def test_a_marker_hangs_before_its_text(sheet):
    page = typeset(paper(say(PROSE * 2, "item", "๑)")), sheet)[0]
    runs = page.paragraphs[0].runs
    assert runs[0].x == pytest.approx(pt(3 + 1))
    assert {round(run.x, 1) for run in runs[1:]} == {round(pt(3 + 2), 1)}


def test_a_line_break_ends_the_line_and_leaves_a_space_in_the_text(sheet):
    two = Paragraph((Text("บรรทัดแรก"), LineBreak(), Text("บรรทัดสอง")), "plain")
    pages = assert_whole(paper(two), sheet)
    assert len(lines_of(pages[0])) == 2


def test_a_character_of_no_font_is_refused_by_name(sheet):
    with pytest.raises(PageError) as refused:
        typeset(paper(say("ดี 🙏🏽 มาก")), sheet)
    assert "U+1F64F" in refused.value.diagnostics[0].message.th


def test_characters_that_sarabun_lacks_come_from_the_fallback_face(sheet):
    runs = typeset(paper(say("● ผ่าน ✓")), sheet)[0].paragraphs[0].runs
    assert {run.face for run in runs if run.text.strip() in "●✓" and run.text.strip()} == {"DejaVu Sans"}
    assert all(glyph.gid for run in runs for glyph in run.glyphs)


def test_the_continuation_cue_quotes_the_first_words_of_the_next_page(sheet):
    pages = typeset(paper(*[say(PROSE)] * 40, page="cued"), sheet)
    cue = "".join(run.text for run in pages[0].paragraphs[-1].runs)
    following = "".join(run.text for run in pages[1].paragraphs[0].runs)
    assert cue.startswith("/")
    assert cue.endswith("…")
    assert following.startswith(cue[1:-1])
    right = max(run.x + run.width for run in pages[0].paragraphs[-1].runs)
    assert right == pytest.approx(pt(19), abs=0.1)


def big_table(rows, style="two"):
    header = Row((cell("หัวข้อ"), cell("ผล")), "header")
    band = Row((cell("มิติที่ ๑", colspan=2),), "band")
    return Table((header, band, *(Row((cell(f"แถว {n}"), cell(PROSE))) for n in range(rows))), style)


def test_header_rows_repeat_on_each_page_and_count_once_in_the_text(sheet):
    pages = assert_whole(paper(big_table(60)), sheet)
    assert len(pages) > 3
    for page in pages[1:]:
        repeated = ["".join(r.text for r in p.runs) for p in page.paragraphs if p.source < 0]
        assert repeated[1:] == ["หัวข้อ", "ผล"]


def test_a_band_stays_with_its_first_row(sheet):
    for lines in range(20, 40):
        pages = typeset(paper(*[say("ก")] * lines, big_table(2)), sheet)
        of = {p.source: n for n, page in reversed(list(enumerate(pages))) for p in page.paragraphs}
        assert of[lines] == of[lines + 2] == of[lines + 3], "header, band and first row begin on one page"


def test_every_page_of_a_table_is_closed_by_a_rule(sheet):
    for page in typeset(paper(big_table(60)), sheet):
        flat = [rule for rule in page.drawn if rule.y0 == rule.y1]
        lowest = max(run.y for part in page.paragraphs for run in part.runs)
        assert max(rule.y0 for rule in flat) > lowest


def test_rows_that_must_not_split_stand_whole(sheet):
    pages = typeset(paper(big_table(30, "whole-rows")), sheet)
    seen = [p.source for page in pages for p in page.paragraphs if p.source >= 0]
    assert len(seen) == len(set(seen))


def test_spans_take_the_room_of_the_cells_they_cover(sheet):
    table = Table(
        (Row((cell("สองแถว", rowspan=2), cell("บน"))), Row((cell("ล่าง"),)), Row((cell("กว้าง", colspan=2),))),
        "two",
    )
    page = assert_whole(paper(table), sheet)[0]
    x = {"".join(r.text for r in p.runs): p.runs[0].x for p in page.paragraphs}
    assert x["บน"] == x["ล่าง"] == pytest.approx(x["สองแถว"] + pt(8))
    assert x["กว้าง"] == x["สองแถว"]


@pytest.mark.parametrize(
    "blocks",
    [
        (Table((Row((cell(PROSE * 90), cell("สั้น"))),), "two"),),
        (Table((Row((cell("ข้อความในช่องแคบ ABCDEFGHIJ"),)),), "narrow"),),
        (say("A" * 400),),
        (say("กขค" * 150),),
        (Table((), "two"),),
        tuple(Group((say("(ชื่อ)", "signature"), say("ตำแหน่ง", "signature")), f"signer{n}") for n in range(12)),
        (Table(tuple(Row((cell("ก", rowspan=1), cell("ข"))) for _ in range(300)), "two"),),
        (
            Table(
                (Row((cell("ก" * 20, rowspan=80), cell("ข"))), *(Row((cell("ค"),)) for _ in range(79))), "two"
            ),
        ),
        (Image("garuda", 1.5, "ตราครุฑ", beside=True), say("บันทึกข้อความ")),
        (),
    ],
    ids=[
        "three-page-cell",
        "one-cm-table",
        "latin-word",
        "thai-word",
        "empty-table",
        "twelve-signers",
        "three-hundred-rows",
        "tall-span",
        "image",
        "nothing",
    ],
)
def test_hostile_shapes_give_sound_pages(sheet, blocks):
    assert_whole(paper(*blocks), sheet)


def test_a_row_with_other_columns_than_its_style_is_refused(sheet):
    with pytest.raises(PageError) as refused:
        typeset(paper(Table((Row((cell("เดียว"),)),), "two")), sheet)
    assert refused.value.diagnostics[0].code == "table-columns"


MIXED = st.text(alphabet="กขคงเแโาำิ่้์ๆฯ๐๑๒ abcXYZ019()/-.,%\u00a0“”…", max_size=120)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(MIXED, st.sampled_from(["body", "plain", "item", "kept", "signature"])), max_size=12)
)
def test_any_mixture_of_text_stands_whole_and_in_order(sheet, parts):
    blocks = [say(text, style, "๑)" if style == "item" else "") for text, style in parts]
    assert_whole(paper(*blocks), sheet)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(MIXED, MIXED), min_size=1, max_size=25))
def test_any_table_stands_whole_and_in_order(sheet, rows):
    assert_whole(paper(Table(tuple(Row((cell(a), cell(b))) for a, b in rows), "two")), sheet)


def test_sources_number_the_paragraphs_of_the_tree(sheet):
    document = paper(say("หนึ่ง"), big_table(2), say("ท้าย"))
    pages = typeset(document, sheet)
    texts = {p.source: "".join(r.text for r in p.runs).strip() for page in pages for p in page.paragraphs}
    for number, paragraph in enumerate(paragraphs(document)):
        assert texts[number] == paragraph.content[0].text.strip()


def test_a_caption_repeats_above_the_head_and_stands_without_borders(sheet):
    table = big_table(60)
    caption = Row((cell("บัญชีแนบท้าย", colspan=2),), "caption")
    pages = assert_whole(paper(Table((caption, *table.rows), table.style)), sheet)
    assert len(pages) > 3
    for number, page in enumerate(pages):
        title, head, *_ = [part for part in page.paragraphs if "-" not in part.runs[0].text]
        assert ["".join(run.text for run in part.runs) for part in (title, head)] == ["บัญชีแนบท้าย", "หัวข้อ"]
        assert title.source == (0 if number == 0 else -1)
        highest = min(rule.y0 for rule in page.drawn if isinstance(rule, Rule))
        assert title.runs[0].y < highest < head.runs[0].y, "the borders begin with the head"


def test_a_leader_may_be_one_line(sheet):
    ruled = sheet.paragraphs["plain"].model_copy(
        update={"tabs": (TabStop(at=6), TabStop(at=10, leader="line"))}
    )
    sheet = sheet.model_copy(update={"paragraphs": {**sheet.paragraphs, "ruled": ruled}})
    page = typeset(paper(Paragraph((Tab(), Tab()), "ruled")), sheet)[0]
    (line,) = page.paragraphs[0].leaders
    assert (line.look, line.x0, line.x1) == (
        "line",
        pytest.approx(pt(3 + 6), abs=0.01),
        pytest.approx(pt(3 + 10)),
    )
