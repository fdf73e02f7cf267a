"""A DOCX is read as Word shows it; what is no honest DOCX is refused in words."""

import io
import zipfile

import pytest

from pipeline.diagnostics import InputError
from pipeline.extraction.docx import package
from pipeline.extraction.docx.reader import MOST_PARAGRAPHS, read_docx
from pipeline.extraction.extracted import ExtractedDocument, ExtractedTable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def relations(**parts: str) -> str:
    items = "".join(
        f'<Relationship Id="{id}" Type="{R}/{target.partition("|")[0]}" Target="{target.partition("|")[2]}"/>'
        for id, target in parts.items()
    )
    return f'<Relationships xmlns="{RELATED}">{items}</Relationships>'


def packed(body: str, parts: dict[str, str] | None = None, related: dict[str, str] | None = None) -> bytes:
    """A DOCX of that body, with more parts and what the main part is related to."""
    names = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
    contents = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "_rels/.rels": relations(a="officeDocument|word/main.xml"),
        "word/main.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/main.xml.rels": relations(**(related or {})),
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
    return stream.getvalue()


def read(body: str, **more) -> ExtractedDocument:
    return read_docx(packed(body, **more))


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A field of runs; `result` are runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(t(text))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


SAID = {
    "runs that Word split": (t("บันทึก") + t("ข้อ") + t("ความ"), "บันทึกข้อความ"),
    "signs of a run": (
        "<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>๑</w:t><w:noBreakHyphen/><w:t>๒</w:t></w:r>",
        "ก\tข\n๑-๒",
    ),
    "tab stops are no tabs": ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + t("ก"), "ก"),
    "no-break space and characters of no width": (t("๕\u00a0คน\u200b\u2060\ufeff ไทย\u00ad"), "๕ คน ไทย"),
    "halves of SARA AM as written": (t("ท\u0e4d\u0e32"), "ท\u0e4d\u0e32"),
    "a tracked insertion": (t("ก") + f"<w:ins>{t('ข')}</w:ins>", "กข"),
    "a tracked deletion": (t("ก") + "<w:del><w:r><w:delText>ข</w:delText></w:r></w:del>", "ก"),
    "a tracked move": (
        f"<w:moveFrom>{t('ก')}</w:moveFrom>" + t("ข") + f"<w:moveTo>{t('ก')}</w:moveTo>",
        "ขก",
    ),
    "hidden text": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ก</w:t></w:r>" + t("ข"), "ข"),
    "text that is not hidden": ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>ก</w:t></w:r>", "ก"),
    "a content control": (f"<w:sdt><w:sdtContent>{t('ก')}</w:sdtContent></w:sdt>", "ก"),
    "the prompt of an empty control": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{t('คลิก')}</w:sdtContent></w:sdt>{t('ก')}",
        "ก",
    ),
    "a link": (f"<w:hyperlink>{t('moi.go.th')}</w:hyperlink>", "moi.go.th"),
    "a field": (field(' DATE \\@ "d" ', t("๓ มีนาคม")), "๓ มีนาคม"),
    "the number of the page": (t("- ") + field(" PAGE ", t("๗")) + t(" -"), "- # -"),
    "the page in a simple field": ("<w:fldSimple w:instr=' PAGE '>" + t("๗") + "</w:fldSimple>", "#"),
    "a field in a field": (field(" IF 1 = 1 ", field(" DATE ", t("๓"))) + t("ก"), "๓ก"),
    "a check mark of a symbol font": ("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>", "✓"),
    "a symbol that nobody knows": ("<w:r><w:sym w:font='Webdings' w:char='F021'/></w:r>", "□"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_a_paragraph_is_read_as_word_shows_it(name: str) -> None:
    inside, said = SAID[name]
    assert [one.text for one in read(p(inside)).blocks] == [said]


def test_traces_of_work_are_counted() -> None:
    body = p(
        f"<w:ins>{t('ก')}</w:ins><w:del><w:r><w:delText>ข</w:delText></w:r></w:del>"
        "<w:r><w:commentReference/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ก</w:t></w:r>"
    )
    assert read(body + body).traces == {"comment": 2, "deletion": 2, "hidden": 2, "insertion": 2}


def test_places_count_paragraphs_with_text_and_tables() -> None:
    table = f"<w:tbl>{row(cell('ก'), cell('ข'))}{row(cell('ค'), cell('ง'))}</w:tbl>"
    paper = read(p(t("หนึ่ง")) + p("") + p(t("สอง")) + table + p(t("สาม")) + table)
    assert [one.place.text("th") for one in paper.blocks] == [
        "ย่อหน้าที่ 1", "ย่อหน้าที่ 2", "ตารางที่ 1", "ย่อหน้าที่ 3", "ตารางที่ 2",
    ]  # fmt: skip
    last = paper.tables[1].rows[1].cells[1]
    assert last.place.text("th") == "ตารางที่ 2 แถว 2 คอลัมน์ 2"
    assert last.place.text("en") == "table 2 row 2 column 2"


def test_merged_cells_say_their_text_at_each_place_they_cover() -> None:
    begin, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    (table,) = read(
        "<w:tbl>"
        + row(cell("ก", begin), cell("ข", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>")
        + row(cell("", goes_on), cell("ค"), cell("ง"))
        + row(cell("จ"), properties='<w:gridBefore w:val="1"/>')
        + "</w:tbl>"
    ).tables
    assert table.grid == (("ก", "ข", "ข"), ("ก", "ค", "ง"), ("", "จ", ""))
    assert [(one.rowspan, one.colspan) for one in table.rows[0].cells] == [(2, 1), (1, 2)]
    assert [one.header for one in table.rows] == [True, False, False]


def test_a_row_whose_deletion_is_tracked_is_gone() -> None:
    (table,) = read(f"<w:tbl>{row(cell('ก'))}{row(cell('ข'), properties='<w:del/>')}</w:tbl>").tables
    assert table.grid == (("ก",),)


def test_a_table_in_a_cell_is_read_where_it_stands() -> None:
    inner = f"<w:tbl>{row(cell('ใน'))}</w:tbl>"
    (outer,) = read(f"<w:tbl><w:tr><w:tc>{p(t('ก่อน'))}{inner}{p(t('หลัง'))}</w:tc></w:tr></w:tbl>").blocks
    assert isinstance(outer, ExtractedTable)
    assert outer.rows[0].cells[0].text == "ก่อน\nใน\nหลัง"
    assert isinstance(outer.rows[0].cells[0].blocks[1], ExtractedTable)


def test_rows_cells_and_blocks_inside_controls_are_read() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    paper = read(control(p(t("ก")) + f"<w:tbl>{control(row(control(cell('ข'))))}</w:tbl>"))
    assert [one.text_with_marker for one in paper.paragraphs] == ["ก", "ข"]


def test_the_text_of_a_box_is_read_once_though_it_is_stored_twice() -> None:
    box = f"<w:txbxContent>{p(t('รับที่ ๕'))}</w:txbxContent>"
    shape = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    shape += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    paper = read(p(t("ก") + f"<w:r>{shape}</w:r>"))
    assert [(one.text_with_marker, one.place.text("th")) for one in paper.paragraphs] == [
        ("ก", "ย่อหน้าที่ 1"),
        ("รับที่ ๕", "กรอบข้อความที่ 1 ย่อหน้าที่ 1"),
    ]


def test_page_headers_that_are_used_and_notes_stand_apart() -> None:
    def part(name: str, inside: str) -> str:
        return f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>'

    separator = f"<w:footnote w:type='separator'>{p(t('---'))}</w:footnote>"
    noted = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = (
        f"<w:footnote w:id='1'>{p(t('ที่มา'))}</w:footnote><w:footnote w:id='2'>{p(t('ไม่อ้าง'))}</w:footnote>"
    )
    paper = read(
        p(t("ก") + noted) + '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>',
        parts={
            "word/header1.xml": part("hdr", p(t("ลับ"))),
            "word/header2.xml": part("hdr", p(t("ไม่ใช้"))),
            "word/footnotes.xml": part("footnotes", separator + notes),
        },
        related={"h1": "header|header1.xml", "h2": "header|header2.xml", "n": "footnotes|footnotes.xml"},
    )
    assert [one.text_with_marker for one in paper.paragraphs] == ["ก"]
    assert [(one.text_with_marker, one.place.text("th")) for one in paper.furniture] == [
        ("ลับ", "หัวกระดาษ ย่อหน้าที่ 1"),
        ("ที่มา", "เชิงอรรถที่ 1 ย่อหน้าที่ 1"),
    ]


NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:styleId="head"><w:pPr><w:outlineLvl w:val="1"/>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="sub"><w:basedOn w:val="head"/></w:style></w:styles>'
)


def test_numbers_that_word_sets_itself_are_read() -> None:
    def item(text: str, level: int, number: int = 1) -> str:
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return p(f"<w:pPr>{numbered}</w:pPr>{t(text)}")

    body = item("ก", 0) + item("ข", 1) + item("ค", 1) + item("ง", 0) + item("จ", 1) + item("ฉ", 0, 2)
    paper = read(
        body + item("ช", 0, 3) + p('<w:pPr><w:pStyle w:val="sub"/></w:pPr>' + t("ซ")),
        parts={"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES},
        related={"n": "numbering|numbering.xml", "s": "styles|styles.xml"},
    )
    assert [one.text_with_marker for one in paper.paragraphs] == [
        "๑. ก", "๑.๑ ข", "๑.๒ ค", "๒. ง", "๒.๑ จ", "๕. ฉ", "• ช", "๖. ซ",
    ]  # fmt: skip
    assert [one.level for one in paper.paragraphs] == [0, 0, 0, 0, 0, 0, 0, 2]


def test_the_strict_variant_of_the_format_is_read_too() -> None:
    usual = packed(p(t("ก")))
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode().replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, text)
    assert [one.text_with_marker for one in read_docx(strict.getvalue()).paragraphs] == ["ก"]


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_xml", ".xml"), data)
    return stream.getvalue()


def with_macro() -> bytes:
    stream = io.BytesIO(packed(p(t("ก"))))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    return stream.getvalue()


def bomb() -> bytes:
    """A few kilobytes that unpack to more text than is read."""
    return packed(p(t("ก" * (package.MOST_PART // 3))))


def laughing() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    text = f'<!DOCTYPE d [{entities}]><w:document xmlns:w="{W}"><w:body><w:p/>&e9;</w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", relations(a="officeDocument|word/main.xml"))
        archive.writestr("word/main.xml", text)
    return stream.getvalue()


HOSTILE = {
    "empty": (b"", "empty-file"),
    "a PDF": (b"%PDF-1.7 ...", "wrong-kind"),
    "a picture in a zip": (zipped(a=b"x"), "wrong-kind"),
    "a workbook": (zipped(**{"[Content_Types]_xml": b"<Types/>"}), "wrong-kind"),
    "an OpenDocument text": (zipped(mimetype=b"odt", content_xml=b"<a/>"), "docx-open-document"),
    "with a password": (locked(), "docx-password"),
    "an old .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx-old-word"),
    "with a macro": (with_macro(), "docx-macro"),
    "cut in half": (packed(p(t("ก" * 5000)))[:600], "docx-damaged"),
    "a flipped bit": (packed(p(t("กขค" * 500))).replace(b"PK\x03\x04", b"PK\x03\x05", 3), "docx-damaged"),
    "XML that ends early": (packed("<w:p><w:r>"), "docx-damaged"),
    "a billion laughs": (laughing(), "docx-damaged"),
    "a zip bomb": (bomb(), "docx-too-large"),
    "more paragraphs than any paper": (packed("<w:p/>" * (MOST_PARAGRAPHS + 1)), "docx-too-large"),
    "tables as deep as a well": (
        packed("<w:tbl><w:tr><w:tc>" * 75 + p(t("ก")) + "</w:tc></w:tr></w:tbl>" * 75), "docx-too-deep",
    ),
    "deeper than a parser goes": (
        packed("<w:tbl><w:tr><w:tc>" * 400 + "</w:tc></w:tr></w:tbl>" * 400), "docx-too-deep",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_honest_docx_is_refused_in_words(name: str) -> None:
    data, code = HOSTILE[name]
    with pytest.raises(InputError) as refused:
        read_docx(data, "แฟ้ม.docx")
    (fault,) = refused.value.diagnostics
    assert fault.code == code
    assert fault.location is not None
    assert fault.location.file == "แฟ้ม.docx"
    assert fault.message.th
    assert fault.help.th


def test_a_missing_file_and_a_folder_are_refused(tmp_path) -> None:
    for path in (tmp_path / "none.docx", tmp_path):
        with pytest.raises(InputError) as refused:
            read_docx(path)
        assert refused.value.diagnostics[0].code == "unreadable"


def test_the_end_of_a_field_that_never_began_is_passed_over() -> None:
    assert [
        one.text_with_marker
        for one in read(p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + t("ก"))).paragraphs
    ] == ["ก"]
