"""A paper says what its data say only if that is what one sees; anything else is told by its kind."""

import io
import zipfile

import pytest
from concealing import (
    SAID,
    added,
    as_field,
    drawn,
    in_cell,
    in_defaults,
    in_images,
    in_levels,
    in_paragraph,
    in_row,
    in_runs,
    in_section,
    in_style,
    in_table,
    put,
    with_style,
    wrapped,
    xml,
)
from docx.oxml.ns import qn
from made_papers import edited, found_in, made, prepared
from PIL import Image
from returned_docx import Returned

from pipeline.diagnostics import InputError
from pipeline.extraction.docx.colours import BLACK, WHITE, contrast, rgb
from pipeline.extraction.docx.reader import read_docx
from pipeline.verify import verify

pytestmark = pytest.mark.slow  # a paper for each way to hide a word

RECTANGLE = (
    '<w:r><w:drawing><wp:anchor behindDoc="{behind}"><wp:extent cx="5000000" cy="500000"/>{wrap}'
    '<wp:docPr id="77" name="Rectangle"/><a:graphic/></wp:anchor></w:drawing></w:r>'
)
VML = '<w:r><w:pict><v:rect style="position:absolute;width:400pt;height:30pt;z-index:{z}"/></w:pict></w:r>'
SOLID_WHITE = '<w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill>'
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{}</w:sdt>".format(
    "<w:sdtContent><w:r><w:t>ไม่</w:t></w:r></w:sdtContent>"
)
TWO_TEXTS = '<mc:Choice Requires="w14"/><mc:Fallback><w:t>ไม่</w:t></mc:Fallback>'
FIRST_ROW = '<w:tblLook w:val="0020"/>'
WHITE_TEXT, BLACK_FILL = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
OWN_TABLE = in_table('<w:tblStyle w:val="own"/>', FIRST_ROW)


def theme_in_white(returned: Returned) -> None:
    """The theme's own black is made white, and the text is said to be in it."""
    (theme,) = (one.target_part for one in returned.docx.part.rels.values() if one.reltype.endswith("/theme"))
    theme._blob = theme.blob.replace(b'dk1><a:srgbClr val="000000"', b'dk1><a:srgbClr val="FFFFFF"')
    in_runs('<w:color w:val="000000" w:themeColor="text1"/>')(returned)


def thin_column(returned: Returned) -> None:
    list(returned.docx.tables[0]._tbl.find(qn("w:tblGrid")))[3].set(qn("w:w"), "10")
    for row in range(3):
        put(returned.cell(0, row, 3), "w:tcPr", '<w:tcW w:w="10" w:type="dxa"/>')


def page_of_black(returned: Returned) -> None:
    """White letters on a black page, which no printer prints."""
    returned.docx.element.insert(0, xml('<w:background w:color="000000"/>'))
    returned.docx.settings.element.append(xml("<w:displayBackgroundShape/>"))
    in_runs(WHITE_TEXT)(returned)


def commented(returned: Returned) -> None:
    returned.docx.add_comment(returned.docx.paragraphs[0].runs[0], text="ห้ามจ่าย", author="ก")


def upside_down(data: bytes) -> bytes | None:
    if not data.startswith(b"\x89PNG"):
        return None
    turned = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        image.transpose(Image.Transpose.FLIP_TOP_BOTTOM).save(turned, "PNG")
    return turned.getvalue()


def other_drawing(data: bytes) -> bytes | None:
    return None if data.startswith(b"\x89PNG") else b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def sized(factor: float):
    def change(drawing) -> None:
        for one in drawing.iter():
            if one.tag.endswith(("}extent", "}ext")) and one.get("cx"):
                for side in ("cx", "cy"):
                    one.set(side, str(int(int(one.get(side)) * factor)))

    return change


def hide(drawing) -> None:
    next(one for one in drawing.iter() if one.tag.endswith("}docPr")).set("hidden", "1")


def in_blip(element: str, *, inside: bool):
    def change(drawing) -> None:
        blip = next(one for one in drawing.iter() if one.tag.endswith("}blip"))
        (blip.append if inside else blip.addnext)(xml(element))

    return change


def level(name: str, value: str):
    return in_levels(lambda one: one.find(qn(name)).set(qn("w:val"), value))


def on_every_page(returned: Returned) -> None:
    returned.docx.sections[0].header.paragraphs[0]._p.append(xml(VML.format(z=5)))


def first_number(returned: Returned) -> None:
    for one in returned.docx.part.numbering_part.element.iter(qn("w:startOverride")):
        one.set(qn("w:val"), "4")


def in_row_exception(element: str):
    """Formats a row as an exception from its table."""
    return lambda returned: put(returned.rows(0)[1], "w:tblPrEx", element)


def long_text_in_a_row_of_one_line(returned: Returned) -> None:
    """The cell with the longest text has room for a line of it."""
    returned.say_in_cell(0, 1, 1, "หลักการเขียนหนังสือราชการ และการใช้ถ้อยคำ " * 5)
    in_row('<w:trHeight w:val="420" w:hRule="exact"/>')(returned)


def with_frame(returned: Returned) -> None:
    frame = '<w:framePr w:w="9000" w:h="600" w:x="1" w:y="1"/>'
    white = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
    returned.paragraph(SAID).addprevious(xml(f"<w:p><w:pPr>{frame}{white}</w:pPr></w:p>"))


def with_floating_table(returned: Returned) -> None:
    white = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
    cell = f'<w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/>{white}</w:tcPr><w:p/></w:tc>'
    floating = '<w:tblPr><w:tblpPr w:tblpX="1" w:tblpY="1"/></w:tblPr>'
    table = f"<w:tbl>{floating}<w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"
    returned.paragraph(SAID).addprevious(xml(table))


PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}spPr"


def cut_out(drawing) -> None:
    """The picture shows only where a line would be."""
    next(drawing.iter(qn("a:prstGeom"))).set("prst", "line")


def with_thick_line(drawing) -> None:
    fill = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    next(drawing.iter(PICTURE)).append(xml(f'<a:ln w="900000">{fill}</a:ln>'))


def with_no_line(drawing) -> None:
    """As LibreOffice saves it."""
    next(drawing.iter(PICTURE)).append(xml('<a:ln w="0"><a:noFill/></a:ln>'))


def in_red(data: bytes) -> bytes | None:
    """A picture of the same brightness in another colour."""
    if not data.startswith(b"\x89PNG"):
        return None
    saved = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        dark = image.convert("RGBA").getchannel("A")
    red = Image.new("RGBA", dark.size, "#C00000")
    red.putalpha(dark)
    red.save(saved, "PNG")
    return saved.getvalue()


SEEN_OTHERWISE = [
    ("struck", in_runs("<w:strike/>")),
    ("struck", in_runs("<w:dstrike/>")),
    ("struck", in_style("<w:strike/>")),
    ("struck", in_style("<w:strike/>", style="Normal")),
    ("struck", in_defaults("<w:dstrike/>")),
    ("struck", with_style("character", "<w:rPr><w:strike/></w:rPr>", in_runs('<w:rStyle w:val="own"/>'))),
    ("struck", with_style("table", "<w:rPr><w:strike/></w:rPr>", OWN_TABLE)),
    ("hidden", added("<w:r><w:rPr><w:vanish/></w:rPr><w:t>และเบิกเพิ่ม</w:t></w:r>")),
    ("hidden", in_runs("<w:specVanish/>")),
    ("hidden", in_runs("<w:webHidden/>")),
    ("hidden", in_style("<w:vanish/>")),
    ("hidden", in_paragraph("<w15:collapsed/>")),
    ("hidden", in_levels(lambda one: put(one, "w:rPr", "<w:vanish/>"))),
    ("faint", in_runs(WHITE_TEXT)),
    ("faint", in_runs('<w:color w:val="F2F2F2"/>')),
    ("faint", in_runs('<w:color w:val="FFFF66"/>')),
    ("faint", in_runs('<w:color w:val="000000" w:themeColor="background1"/>')),
    ("faint", in_runs('<w:color w:val="000000" w:themeColor="text1" w:themeTint="11"/>')),
    ("faint", theme_in_white),
    ("faint", in_style(WHITE_TEXT)),
    ("faint", in_defaults(WHITE_TEXT)),
    ("faint", with_style("character", f"<w:rPr>{WHITE_TEXT}</w:rPr>", in_runs('<w:rStyle w:val="own"/>'))),
    (
        "faint",
        with_style(
            "table", f'<w:tblStylePr w:type="firstRow"><w:rPr>{WHITE_TEXT}</w:rPr></w:tblStylePr>', OWN_TABLE
        ),
    ),
    ("faint", with_style("table", f"<w:tcPr>{BLACK_FILL}</w:tcPr>", OWN_TABLE)),
    ("faint", in_cell(BLACK_FILL)),
    ("faint", in_cell('<w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>')),
    ("faint", in_cell('<w:shd w:val="pct95" w:color="auto" w:fill="auto"/>')),
    ("faint", in_cell('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF" w:themeFill="text1"/>')),
    ("faint", in_table(BLACK_FILL)),
    ("faint", in_paragraph(BLACK_FILL)),
    ("faint", in_style(BLACK_FILL, "w:pPr")),
    ("faint", in_runs(BLACK_FILL)),
    ("faint", in_runs('<w:highlight w:val="darkBlue"/>')),
    ("faint", in_runs('<w:color w:val="FF0000"/>', '<w:highlight w:val="red"/>')),
    ("faint", in_runs("<w:emboss/>")),
    ("faint", in_runs("<w14:textFill><w14:noFill/></w14:textFill>")),
    ("faint", in_runs(f"<w14:textFill>{SOLID_WHITE}</w14:textFill>")),
    ("faint", in_runs(f'<w14:textOutline w14:w="90000">{SOLID_WHITE}</w14:textOutline>')),
    ("faint", page_of_black),
    ("faint", in_levels(lambda one: put(one, "w:rPr", WHITE_TEXT))),
    ("faint", in_row_exception(BLACK_FILL)),
    ("tiny", in_runs('<w:sz w:val="2"/>')),
    ("tiny", in_runs('<w:szCs w:val="14"/>')),
    ("tiny", in_style('<w:szCs w:val="4"/>')),
    ("distorted", in_runs('<w:w w:val="10"/>')),
    ("distorted", in_runs('<w:spacing w:val="-150"/>')),
    ("distorted", in_runs('<w:position w:val="120"/>')),
    ("distorted", in_runs('<w:vertAlign w:val="superscript"/>')),
    ("distorted", in_runs('<w:fitText w:val="60"/>')),
    ("cut-off", in_paragraph('<w:spacing w:line="20" w:lineRule="exact"/>')),
    ("cut-off", in_paragraph('<w:spacing w:line="12" w:lineRule="auto"/>')),
    ("cut-off", in_style('<w:spacing w:line="40" w:lineRule="exact"/>', "w:pPr")),
    ("cut-off", in_paragraph('<w:ind w:left="20000"/>')),
    ("cut-off", in_paragraph('<w:ind w:left="-15000"/>')),
    ("cut-off", in_paragraph('<w:ind w:leftChars="9000"/>')),
    ("cut-off", in_paragraph('<w:ind w:firstLine="15000"/>')),
    ("cut-off", in_paragraph('<w:ind w:left="4000" w:right="5500"/>')),
    ("cut-off", in_row('<w:trHeight w:val="1" w:hRule="exact"/>')),
    ("cut-off", in_row("<w:hidden/>")),
    ("cut-off", long_text_in_a_row_of_one_line),
    ("cut-off", in_section('<w:pgMar w:left="900" w:right="900" w:top="900" w:header="20000"/>')),
    ("covered", with_frame),
    ("covered", with_floating_table),
    ("cut-off", in_cell("<w:tcFitText/>")),
    ("cut-off", in_cell('<w:tcMar><w:left w:w="9000" w:type="dxa"/></w:tcMar>')),
    ("cut-off", thin_column),
    ("cut-off", in_table('<w:tblInd w:w="20000" w:type="dxa"/>')),
    ("cut-off", in_table('<w:tblpPr w:tblpX="30000" w:tblpY="1"/>')),
    ("cut-off", in_section('<w:pgMar w:left="11000" w:right="900" w:top="900" w:bottom="900"/>')),
    ("cut-off", in_section('<w:pgSz w:w="900" w:h="900"/>')),
    ("cut-off", in_section('<w:cols w:num="40"/>')),
    ("covered", added(RECTANGLE.format(behind=0, wrap="<wp:wrapNone/>"))),
    ("covered", added(VML.format(z=5))),
    ("covered", on_every_page),
    ("picture-added", added(RECTANGLE.format(behind=1, wrap=""))),
    ("picture-changed", in_images(upside_down)),
    ("picture-changed", in_images(other_drawing)),
    ("picture-changed", drawn(sized(0.2))),
    ("picture-changed", drawn(hide)),
    ("picture-changed", drawn(cut_out)),
    ("picture-changed", drawn(with_thick_line)),
    ("picture-changed", in_images(in_red)),
    ("picture-changed", drawn(in_blip('<a:srcRect l="90000"/>', inside=False))),
    ("picture-changed", drawn(in_blip('<a:lum bright="100000"/>', inside=True))),
    ("picture-deleted", drawn(lambda drawing: drawing.getparent().remove(drawing))),
    ("symbol-font", in_runs('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:cs="Wingdings"/>')),
    ("direction", in_runs("<w:rtl/>")),
    ("direction", in_paragraph("<w:bidi/>")),
    ("direction", in_table("<w:bidiVisual/>")),
    ("direction", in_cell('<w:textDirection w:val="btLr"/>')),
    ("direction", in_section('<w:textDirection w:val="tbRl"/>')),
    ("cell-deleted", in_cell("<w:hMerge/>")),
    ("direction", wrapped('<w:bdo w:val="rtl"/>')),
    ("direction", lambda returned: returned.say("๑๘,๕๐๐", "\u202e๑๘,๕๐๐\u202c")),
    ("tracked-change", wrapped('<w:ins w:id="1" w:author="ก"/>')),
    ("tracked-change", wrapped('<w:moveTo w:id="1" w:author="ก"/>')),
    ("tracked-change", in_row('<w:ins w:id="1" w:author="ก"/>')),
    ("tracked-change", added('<w:del w:id="1"><w:r><w:delText>ไม่</w:delText></w:r></w:del>')),
    ("comment", commented),
    ("field", as_field('QUOTE "อื่น"')),
    ("field", wrapped('<w:fldSimple w:instr="= 2 + 3"/>')),
    ("field", wrapped("<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent/></w:sdt>", "w:sdtContent")),
    ("aside", added(PROMPT)),
    ("aside", added("<w:r><w:ruby><w:rt><w:r><w:t>ไม่</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r>")),
    ("alternate", added(f"<w:r><mc:AlternateContent>{TWO_TEXTS}</mc:AlternateContent></w:r>")),
    ("embedded", added("<w:r><w:object><o:OLEObject/></w:object></w:r>")),
    ("embedded", added('<w:r><w:object><w:control r:id="rId98"/></w:object></w:r>')),
    ("embedded", lambda returned: returned.paragraph(SAID).addnext(xml('<w:altChunk r:id="rId99"/>'))),
    ("list-number", level("w:numFmt", "bahtText")),
    ("list-number", level("w:numFmt", "upperRoman")),
    ("list-number", level("w:lvlText", "ข้อห้าม %1")),
    ("list-number", first_number),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "edit"), SEEN_OTHERWISE, ids=lambda one: one if isinstance(one, str) else ""
)
def test_what_is_seen_otherwise_than_it_is_read_is_told_by_its_kind(kind, edit) -> None:
    assert kind in {one.kind.value for one in found_in("free-memo", edit)}


def test_it_is_told_where_and_what_it_is_about() -> None:
    (struck,) = found_in("free-memo", in_runs("<w:strike/>"))
    assert (struck.kind, struck.place_said("th")) == ("struck", "ย่อหน้าที่ 15")
    assert struck.found.startswith(SAID)
    (black,) = found_in("free-memo", in_cell(BLACK_FILL))
    assert (black.place_said("th"), black.found) == ("ตารางที่ 1 แถว 2 คอลัมน์ 4", "๑๘,๕๐๐.๐๐")
    (comment,) = found_in("free-memo", commented)
    assert (comment.place_said("th"), comment.found) == ("ย่อหน้าที่ 1", "ห้ามจ่าย")
    (emblem,) = found_in("free-memo", in_images(upside_down))
    assert (emblem.expected, emblem.found) == ("ตราครุฑ", "ตราครุฑ")


def white_on_dark(returned: Returned) -> None:
    in_cell('<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>', row=0, cell=0)(returned)
    for run in returned.cell(0, 0, 0).iter(qn("w:r")):
        put(run, "w:rPr", WHITE_TEXT)


def twice_struck(returned: Returned) -> None:
    """A switch that two styles turn on is off again (ISO/IEC 29500-1 §17.7.3)."""
    in_style("<w:strike/>")(returned)
    with_style("character", "<w:rPr><w:strike/></w:rPr>", in_runs('<w:rStyle w:val="own"/>'))(returned)
    for one in ("ตามที่สำนักงาน", "กองการเจ้าหน้าที่พิจารณา", "โครงการมีกำหนดการ", "ค่าใช้จ่ายในการดำเนิน"):
        for run in returned.paragraph(one).iter(qn("w:r")):
            put(run, "w:rPr", '<w:strike w:val="0"/>')


def smaller(data: bytes) -> bytes | None:
    """As Word compresses pictures when it saves."""
    if not data.startswith(b"\x89PNG"):
        return None
    saved = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        image.convert("RGBA").resize((image.width // 2, image.height // 2)).save(saved, "PNG")
    return saved.getvalue()


HARMLESS = [
    in_runs("<w:b/>", "<w:bCs/>"),
    in_runs('<w:color w:val="C00000"/>'),
    in_runs('<w:color w:val="595959"/>'),
    in_runs('<w:highlight w:val="yellow"/>'),
    in_runs('<w:sz w:val="28"/>', '<w:szCs w:val="28"/>'),
    in_runs('<w:spacing w:val="-6"/>', '<w:w w:val="92"/>'),
    in_runs('<w:rFonts w:ascii="Angsana New" w:hAnsi="Angsana New" w:cs="Angsana New"/>'),
    in_runs('<w:strike w:val="false"/>', '<w:vanish w:val="0"/>', '<w:lang w:bidi="th-TH"/>'),
    in_paragraph("<w:rPr><w:vanish/><w:strike/></w:rPr>"),
    in_runs(f'<w14:textOutline w14:w="2000">{SOLID_WHITE}</w14:textOutline>'),
    in_paragraph('<w:ind w:leftChars="100" w:left="999" w:firstLineChars="200" w:rightChars="50"/>'),
    in_cell('<w:textDirection w:val="lrTb"/>'),
    drawn(with_no_line),
    in_paragraph('<w:spacing w:line="340" w:lineRule="exact"/>'),
    in_row('<w:trHeight w:val="600" w:hRule="exact"/>'),
    in_cell('<w:shd w:val="pct10" w:color="auto" w:fill="auto"/>'),
    in_section('<w:pgSz w:w="12240" w:h="15840"/>'),
    in_section('<w:pgMar w:left="1440" w:right="1440" w:top="1440" w:bottom="1440"/>'),
    white_on_dark,
    twice_struck,
    added('<w:bookmarkEnd w:id="9"/>'),
    added('<w:proofErr w:type="spellStart"/>'),
    in_images(smaller),
    drawn(sized(1.02)),
    in_levels(lambda one: put(one, "w:rPr", "<w:b/>", '<w:color w:val="1F4E79"/>')),
]


@pytest.mark.parametrize("edit", HARMLESS)
def test_looks_that_hide_nothing_are_no_difference(edit) -> None:
    assert found_in("free-memo", edit) == ()


def test_two_parts_of_one_name_are_refused() -> None:
    """Word and others take each another of them (names differ in no more than capitals)."""
    doubled = io.BytesIO(made("free-memo"))
    with zipfile.ZipFile(doubled, "a") as archive:
        archive.writestr("word/Document.xml", archive.read("word/document.xml"))
    with pytest.raises(InputError) as refused:
        read_docx(doubled.getvalue())
    assert [one.code for one in refused.value.diagnostics] == ["docx-damaged"]


def test_headers_that_are_not_shown_are_not_read() -> None:
    """The number stands from the second page on; without the switch, first pages have it too."""

    def plain_first(returned: Returned) -> None:
        for title in list(returned.body.iter(qn("w:titlePg"))):
            title.getparent().remove(title)
        for one in list(returned.body.iter(qn("w:headerReference"))):
            if one.get(qn("w:type")) == "default":
                one.set(qn("w:type"), "first")

    found = verify(read_docx(edited("free-memo", plain_first)), prepared("free-memo")).differences
    assert {(one.kind.value, one.place.part) for one in found} == {("paragraph-deleted", "header")}


def test_contrast_is_that_of_the_guidelines() -> None:
    """WCAG 2.2: 21 for black on white, 1 for a colour on itself, 4.54 for its often quoted grey."""
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    grey = rgb("767676")
    assert grey is not None
    assert contrast(grey, WHITE) == pytest.approx(4.54, abs=0.01)
