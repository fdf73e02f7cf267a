"""Places that an officer fills by hand are content controls."""

from docx_reading import paper

from pipeline.document.tree import Field, Paragraph, Tab, Text
from pipeline.papers.parity import check_docx, docx_text
from pipeline.render.docx import write_docx

NUMBER = Field("number", "ที่")
DATE = Field("date", "วันที่")


def memo_line(number: str, date: str) -> Paragraph:
    label = Text("ที่ ", "label"), Text("วันที่ ", "label")
    return Paragraph(
        (label[0], Text(number, field=NUMBER), Tab(), label[1], Text(date, field=DATE), Tab()), "field"
    )


def test_each_field_is_a_control_with_its_title(written):
    opened = written(paper(memo_line("อก ๐๒๐๑/๑๒", "๒๐ พฤษภาคม ๒๕๖๓")))
    assert opened.find("//w:sdt/w:sdtPr/w:alias/@w:val") == ["ที่", "วันที่"]
    assert opened.find("//w:sdt/w:sdtPr/w:tag/@w:val") == ["number", "date"]
    said = "".join(opened.find("//w:sdtContent//w:t/text()")).replace("\u00a0", " ")
    assert said == "อก ๐๒๐๑/๑๒๒๐ พฤษภาคม ๒๕๖๓"


def test_no_control_is_marked_as_plain_text_which_libreoffice_saves_many_times_over(written):
    opened = written(paper(memo_line("อก ๐๒๐๑/๑๒", "๒๐ พฤษภาคม ๒๕๖๓")))
    assert not opened.find("//w:sdt/w:sdtPr/w:text")


def test_an_empty_field_shows_a_blank_as_its_placeholder(written):
    opened = written(paper(memo_line("", "๒๐ พฤษภาคม ๒๕๖๓")))
    assert opened.find("//w:sdt[w:sdtPr/w:showingPlcHdr]/w:sdtPr/w:tag/@w:val") == ["number"]
    (blank,) = opened.find("//w:sdt[w:sdtPr/w:showingPlcHdr]//w:t/text()")
    assert blank.strip() == ""
    assert blank != ""


def test_fields_say_no_more_than_the_tree_does(docx_sheet):
    document = paper(memo_line("", ""), memo_line("๑", ""))
    docx = write_docx(document, docx_sheet, ())
    check_docx(document, docx)
    assert docx_text(docx) == ("ที่ วันที่", "ที่ ๑ วันที่")


def test_properties_of_a_control_stand_in_schema_order(written):
    """CT_SdtPr: alias, tag, showingPlcHdr."""
    opened = written(paper(memo_line("", "")))
    tags = [child.tag.rpartition("}")[2] for child in opened.find("(//w:sdtPr)[1]/*")]
    assert tags == ["alias", "tag", "showingPlcHdr"]
