"""Pages: paper, margins, what stands on the first page and on the others, breaks, pictures."""

import pytest
from docx_reading import NS, Opened, paper, text

from pipeline.document.tree import Document, Group, Image, PageBreak, Section

GARUDA = Image("garuda", 1.5, "ตราครุฑ", beside=True)


def header(opened: Opened, kind: str, section: int = 1) -> str:
    """The name of a section's header part."""
    (relation,) = opened.find(f"(//w:sectPr)[{section}]/w:headerReference[@w:type='{kind}']/@r:id")
    rels = "word/_rels/document.xml.rels"
    return "word/" + opened.find(f"//rel:Relationship[@Id='{relation}']/@Target", rels)[0]


@pytest.fixture
def opened(written) -> Opened:
    first = Section((text("หน้าแรก", "body"),), "portrait")
    second = Section((text("แนวนอน", "body"),), "landscape")
    return written(Document("memo", "ก", (first, second)))


def test_each_section_begins_a_page_on_its_own_paper(opened):
    assert opened.find("//w:sectPr/w:type/@w:val") == ["nextPage", "nextPage"]
    assert opened.find("//w:pgSz/@w:w") == ["11906", "16838"]  # A4 upright, then on its side
    assert opened.find("//w:pgSz/@w:orient") == ["landscape"]


def test_side_margins_are_those_of_the_sheet(opened):
    assert opened.find("//w:pgMar/@w:left") == ["1701", "1134"]  # 3 and 2 cm
    assert opened.find("//w:pgMar/@w:right") == ["1134", "1134"]


def test_only_the_documents_first_page_has_no_number(opened):
    assert len(opened.find("//w:sectPr/w:titlePg")) == 1
    assert opened.find("(//w:sectPr)[1]/w:titlePg")
    assert opened.find("//w:instrText", header(opened, "first")) == []
    for section in (1, 2):
        assert opened.find("//w:instrText/text()", header(opened, "default", section)) == [" PAGE "]


@pytest.mark.parametrize(
    ("digits", "formats", "shown"),
    [("thai", ["thaiNumbers"], "- ๒ -"), ("mixed", ["thaiNumbers"], "- ๒ -"), ("arabic", [], "- 2 -")],
)
def test_page_numbers_follow_the_papers_digits(written, digits, formats, shown):
    opened = written(paper(text("ก", "body"), digits=digits))
    assert opened.find("//w:pgNumType/@w:fmt") == formats
    assert "".join(opened.find("//w:t/text()", header(opened, "default"))) == shown


def test_the_header_carries_the_number_at_its_place_and_reaches_to_the_text(opened):
    """Text from 1.5 cm (850 twips) on page 1; number at 2.5 cm (1417), 21 pt; text from 3.5 cm (1984)."""
    (margin,) = opened.find("(//w:sectPr)[1]/w:pgMar/@w:top")
    (edge,) = opened.find("(//w:sectPr)[1]/w:pgMar/@w:header")
    (before,) = opened.find("//w:spacing/@w:before", header(opened, "default"))
    (after,) = opened.find("//w:spacing/@w:after", header(opened, "default"))
    assert int(margin) == 850
    assert int(edge) < int(margin)
    assert int(edge) + int(before) == pytest.approx(1417, abs=1)
    assert int(edge) + int(before) + 420 + int(after) == pytest.approx(1984, abs=2)


def test_the_empty_header_of_the_first_page_does_not_reach_the_text(opened):
    (edge,) = opened.find("(//w:sectPr)[1]/w:pgMar/@w:header")
    (line,) = opened.find("//w:spacing/@w:line", header(opened, "first"))
    assert int(edge) + int(line) <= 850


def test_a_page_without_number_has_an_empty_header(written):
    opened = written(paper(text("ก", "body"), page="plain"))
    assert opened.find("//w:titlePg") == []
    assert opened.find("//w:t | //w:instrText", header(opened, "default")) == []


def test_the_digits_of_a_number_never_hang_on_a_field_switch(opened):
    assert not [name for name, part in opened.parts.items() if b"ThaiArabic" in part]


def test_space_above_vanishes_at_the_top_of_a_page(written):
    opened = written(paper(text("ก", "body"), text("ข", "body"), PageBreak(), text("ค", "body")))
    top = [p.xpath("w:pPr/w:spacing/@w:before", namespaces=NS) for p in opened.find("//w:body/w:p")]
    assert top == [["0"], [], ["0"]]


def test_a_page_break_makes_no_paragraph_of_its_own(written):
    opened = written(
        paper(PageBreak(), text("ก", "body"), PageBreak(), PageBreak(), text("ข", "body"), PageBreak())
    )
    assert len(opened.find("//w:p")) == 2
    assert opened.find("//w:p[w:pPr/w:pageBreakBefore]//w:t/text()") == ["ข"]


def test_a_group_stays_together_and_lets_go_of_what_follows(written):
    group = Group((text("ลงชื่อ", "plain"), Group((text("ชื่อ", "plain"),)), text("ตำแหน่ง", "plain")))
    opened = written(paper(text("ก่อน", "plain"), group, text("หลัง", "plain")))
    assert opened.find("//w:p[w:pPr/w:keepNext]//w:t/text()") == ["ลงชื่อ", "ชื่อ"]
    assert opened.find("//w:p[w:pPr/w:keepLines]//w:t/text()") == ["ลงชื่อ", "ชื่อ", "ตำแหน่ง"]


def test_a_signature_never_stands_alone(written):
    group = Group((text("ลงชื่อ", "plain"), text("ชื่อ", "plain")), role="proposer")
    opened = written(paper(text("เนื้อความ", "plain"), group))
    assert opened.find("//w:p[w:pPr/w:keepNext]//w:t/text()") == ["เนื้อความ", "ลงชื่อ"]


def test_the_emblem_stands_beside_the_next_paragraph(written):
    opened = written(paper(GARUDA, text("บันทึกข้อความ", "title")))
    assert opened.find("//w:p[.//wp:anchor]//w:t/text()") == ["บันทึกข้อความ"]
    assert opened.find("//wp:anchor/wp:extent/@cy") == ["540000"]  # 1.5 cm
    assert opened.find("//wp:anchor/wp:docPr/@descr") == ["ตราครุฑ"]
    assert opened.find("//wp:anchor/wp:wrapNone")


def test_an_emblem_of_its_own_line_is_aligned_and_stays_with_the_text(written):
    opened = written(paper(Image("garuda", 3, 'ตรา "ครุฑ" & <ตรา>', "center"), text("ชื่อ", "title")))
    assert opened.find("//w:p[.//wp:inline]/w:pPr/w:jc/@w:val") == ["center"]
    assert opened.find("//w:p[.//wp:inline]/w:pPr/w:keepNext")
    assert opened.find("//wp:docPr/@descr") == ['ตรา "ครุฑ" & <ตรา>']


def test_a_picture_is_in_the_file_once_and_each_drawing_has_its_number(written):
    opened = written(paper(GARUDA, text("ก", "body"), GARUDA, text("ข", "body")))
    assert [name for name in opened.names if "media" in name] == [
        "word/media/image1.png",
        "word/media/image1.svg",
    ]
    assert opened.find("//wp:docPr/@id") == ["1", "2"]
    assert opened.parts["word/media/image1.png"].startswith(b"\x89PNG")


def test_an_empty_section_is_an_empty_page(written):
    opened = written(Document("memo", "ก", (Section((), "plain"), Section((text("ข", "body"),), "plain"))))
    assert len(opened.find("//w:p")) == 2
    assert len(opened.find("//w:sectPr")) == 2
