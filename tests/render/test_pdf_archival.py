"""What an archive relies on: fonts, colours, metadata, and the data inside."""

import io
import re
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from pdf_samples import BLOCKS, DATA, SPACED, WHOLE, pdf_of, sheet, text
from pdf_structure_reading import opened, structure_of
from PIL import Image as PillowImage
from PIL import ImageCms

from pipeline.document.tree import Document, Section
from pipeline.papers.build import RenderOptions, build, prepare
from pipeline.render.pdf import write_pdf
from pipeline.render.pdf.codes import common_codes
from pipeline.render.pdf.colour import srgb_profile
from pipeline.render.pdf.readback import attached_data
from pipeline.typeset import typeset

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf_of(*BLOCKS, classification="ลับ", **WHOLE)


def xmp_of(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The properties of the XMP by their local names; of a list, its first entry."""
    root = etree.fromstring(pdf.Root.Metadata.read_bytes())
    rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    found = {}
    for description in root.iter(f"{rdf}Description"):
        for entry in description:
            found[etree.QName(entry).localname] = "".join(entry.itertext()).strip()
    return found


def test_metadata_say_the_same_in_both_places(whole):
    pdf = opened(whole)
    info, xmp = pdf.docinfo, xmp_of(pdf)
    assert str(info.Title) == xmp["title"] == "เรื่อง <ทดสอบ> & อื่น ๆ"
    assert str(info.Author) == xmp["creator"] == "กบค."
    assert str(info.Subject) == xmp["description"] == "รอบ ๖ เดือน"
    assert str(info.Keywords) == xmp["Keywords"] == "ก, ข, ปีงบประมาณ พ.ศ. 2563"
    assert str(info.CreationDate) == "D:19800101000000Z"
    assert xmp["CreateDate"] == xmp["ModifyDate"] == "1980-01-01T00:00:00Z"


def test_the_file_bears_the_date_that_a_build_asks_for(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    pdf = opened(pdf_of(text("ก")))
    assert str(pdf.docinfo.ModDate) == "D:20200913122640Z"
    assert xmp_of(pdf)["ModifyDate"] == "2020-09-13T12:26:40Z"


@pytest.mark.parametrize(
    ("conformance", "claims"),
    [("3a", ("3", "A")), ("3b", ("3", "B")), ("none", (None, None))],
)
def test_a_pdf_claims_what_was_asked_for_and_no_more(conformance, claims):
    pdf = opened(pdf_of(*BLOCKS, conformance=conformance))
    xmp = xmp_of(pdf)
    assert (xmp.get("part") if conformance != "3a" else "3", xmp.get("conformance")) == claims
    assert ("/StructTreeRoot" in pdf.Root) == (conformance == "3a")
    assert ("/OutputIntents" in pdf.Root) == (conformance != "none")
    assert attached_data(pdf_of(*BLOCKS, conformance=conformance)) == DATA


def test_a_reader_shows_the_title_and_speaks_thai(whole):
    pdf = opened(whole)
    root = pdf.Root
    assert root.Lang == "th-TH"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked


def test_the_data_are_an_associated_file(whole):
    pdf = opened(whole)
    (file,) = pdf.Root.AF
    assert file.AFRelationship == "/Data"
    assert file.UF == "saraban-data.json"
    assert file.EF.F.read_bytes() == DATA
    assert file.EF.F.Subtype == "/application/json"
    assert attached_data(whole) == DATA


def test_a_pdf_without_data_holds_none():
    document = Document("memo", "ก", (Section((text("ก"),)),))
    assert attached_data(write_pdf(typeset(document, sheet()), document)) is None


def test_each_code_of_a_font_has_a_text_and_the_glyphs_own_width(whole):
    pdf = opened(whole)
    for font in pdf.pages[0].Resources.Font.values():
        (descendant,) = font.DescendantFonts
        wide = widths_of(descendant)
        cmap = font.ToUnicode.read_bytes().decode("ascii").partition("beginbfchar")[2]
        told = {int(code, 16) for code in re.findall(r"<([0-9A-F]{4})> <[0-9A-F]+>", cmap)}
        assert told == set(wide)
        gids = descendant.CIDToGIDMap.read_bytes()
        inside = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
        for code, width in wide.items():
            gid = int.from_bytes(gids[2 * code : 2 * code + 2], "big")
            advance, _ = inside["hmtx"][inside.getGlyphName(gid)]
            assert width == pytest.approx(advance * 1000 / inside["head"].unitsPerEm, abs=0.5)


def widths_of(font: pikepdf.Object) -> dict[int, float]:
    """The widths in a font's `W` array: first codes, each with the widths from it on."""
    entries = list(font.W)
    stretches = zip(entries[::2], entries[1::2], strict=True)
    return {int(first) + at: float(one) for first, many in stretches for at, one in enumerate(many)}


def fonts_of(data: bytes) -> list[tuple[bytes, bytes]]:
    """The maps of the file's fonts: from code to glyph, and to text."""
    pdf = opened(data)
    fonts = pdf.pages[0].Resources.Font.values()
    return [(font.DescendantFonts[0].CIDToGIDMap.read_bytes(), font.ToUnicode.read_bytes()) for font in fonts]


def test_the_same_letters_in_another_order_have_the_same_codes():
    assert fonts_of(pdf_of(text("ปีที่กู้เงิน"))) == fonts_of(pdf_of(text("กู้เงินที่ปี")))


def test_a_letter_that_is_not_common_has_a_code_after_all_others():
    said = "ก × ๒ ÷ ข"
    data = pdf_of(text(said))
    assert said in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    ((_, to_unicode),) = fonts_of(data)
    codes = {
        found[2]: int(found[1], 16) for found in re.finditer(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", to_unicode)
    }
    assert codes[b"00D7"] + 1 == codes[b"00F7"]
    assert codes[b"00D7"] > len(common_codes("TH SarabunPSK"))


@pytest.mark.parametrize("font", ["TH SarabunPSK", "TH Sarabun New"])
@pytest.mark.parametrize("conformance", ["none", "3a"])
def test_both_families_read_back_exactly(font, conformance):
    data = pdf_of(text(SPACED), font=font, conformance=conformance)
    assert SPACED in pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert SPACED in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def ink(data: bytes) -> int:
    page = pypdfium2.PdfDocument(data)[0].render(scale=6).to_pil().convert("L")
    return sum(page.histogram()[:128])


def test_a_glyph_without_a_text_of_its_own_is_drawn_all_the_same():
    """TH Sarabun New makes ำ of two glyphs, the second of which is exactly that of า."""
    ring = ink(pdf_of(text("นํ"), font="TH Sarabun New")) - ink(pdf_of(text("น"), font="TH Sarabun New"))
    leg = ink(pdf_of(text("นา"), font="TH Sarabun New")) - ink(pdf_of(text("น"), font="TH Sarabun New"))
    both = ink(pdf_of(text("นำ"), font="TH Sarabun New")) - ink(pdf_of(text("น"), font="TH Sarabun New"))
    assert both == pytest.approx(ring + leg, rel=0.1)


def test_our_profile_is_srgb():
    """Pillow's colour engine finds no difference between our profile and its own sRGB."""
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    picture = PillowImage.new("RGB", (16, 16))
    picture.putdata([(r * 17, g * 17, (r * g) % 256) for r in range(16) for g in range(16)])
    to_lab = ImageCms.createProfile("LAB")
    ours_lab, theirs_lab = (
        ImageCms.applyTransform(picture, ImageCms.buildTransform(profile, to_lab, "RGB", "LAB"))
        for profile in (ours, ImageCms.createProfile("sRGB"))
    )
    for mine, theirs in zip(ours_lab.tobytes(), theirs_lab.tobytes(), strict=True):
        assert abs(mine - theirs) <= 1


def test_a_blank_heading_is_none_and_a_deep_one_skips_no_level(whole):
    root = structure_of(opened(whole))
    headings = [(node.role, node.text) for node in root.all("H1", "H2", "H3", "H4")]
    assert headings == [("H1", "บทนำ"), ("H2", "ลึก")]


def test_an_id_tells_files_apart_and_is_the_same_for_the_same_file(whole):
    first, again, other = (opened(data).trailer.ID[0] for data in (whole, whole, pdf_of(text("ก"))))
    assert bytes(first) == bytes(again) != bytes(other)


def test_the_seed_memo_stays_small():
    """Issue of record: five pages with subset fonts, tags and the whole plan inside, under 120 KB."""
    prepared = prepare(ROOT / "input" / "hr-scorecard-2563")
    paper = next(paper for paper in prepared.papers if paper.id == "memo")
    assert len(build(prepared, paper, RenderOptions(formats=("pdf",))).files["pdf"]) < 120_000


def test_every_stream_ends_as_an_archive_wants_it(whole):
    assert whole.count(b"\nendstream\nendobj\n") == len(re.findall(rb">>\nstream\n", whole))
    assert whole.startswith(b"%PDF-1.7\n%")
