"""The specimen: every construct of the page, named by its rule, in both files; and edits are safe."""

import re

import pypdf
import pytest
from click.testing import CliRunner
from rendered_papers import ROOT, Papers, squeezed

from pipeline.cli.main import saraban

SOURCE = ROOT / "templates" / "specimen"


def run(*arguments: str):
    return CliRunner().invoke(saraban, ["specimen", *arguments])


def in_template(pattern: str) -> list[str]:
    """What the parts of the template say, in the order in which they are put together."""
    parts = ("lines", "paragraphs", "tables", "pages")
    return [
        found
        for part in parts
        for found in re.findall(pattern, (SOURCE / f"{part}.xml.j2").read_text(encoding="utf-8"))
    ]


def page_texts(specimen: Papers) -> list[str]:
    pages = pypdf.PdfReader(specimen.path("specimen", "pdf")).pages
    return [squeezed(page.extract_text()) for page in pages]


def test_both_papers_are_written_as_docx_and_pdf(specimen):
    names = sorted(path.name for path in specimen.folder.iterdir())
    assert names == ["memo.docx", "memo.pdf", "specimen.docx", "specimen.pdf"]


def test_each_construct_is_introduced_by_its_rule(specimen):
    """The headings and rules of the template stand in both files, each before the next."""
    constructs = in_template(r'show\.construct\("([^"]+)", "([^"]+)"\)')
    assert len(constructs) >= 20
    pdf, docx = specimen.pdf_text("specimen"), specimen.docx_paragraphs("specimen")
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    at = {"pdf": 0, "docx": 0}
    for title, rule in constructs:
        said = squeezed(title + rule).translate(thai)
        for kind, text in (("pdf", pdf), ("docx", squeezed("".join(docx)))):
            found = text.find(said, at[kind])
            assert found >= 0, (kind, title)
            at[kind] = found


def test_constructs_are_numbered_in_the_order_in_which_they_stand():
    numbers = [tuple(map(int, number.split("."))) for number in in_template(r'construct\("(\d\.\d)')]
    assert numbers == sorted(set(numbers))


def test_header_rows_of_both_levels_repeat_above_the_rest_of_their_table(specimen):
    band = squeezed("มิติที่ ๑ ความสอดคล้องเชิงยุทธศาสตร์")
    pages = page_texts(specimen)
    (first,) = [number for number, text in enumerate(pages) if band in text]
    for text in pages[first : first + 2]:
        assert "ผลการดำเนินงาน" in text
        assert "เป้าหมายผลคะแนน" in text


def test_a_cell_higher_than_a_page_goes_on_under_a_repeated_header(specimen):
    pages = [text for text in page_texts(specimen) if "กิจกรรม/ขั้นตอน" in text]
    assert len(pages) == 3
    steps = [set(re.findall(r"[๑-๙][๐-๙]?(?=\.ขั้นตอนที่)", text)) for text in pages]
    assert all(steps)
    assert len(set.union(*steps)) == 34


def test_the_pages_of_the_last_section_lie_on_their_long_side(specimen):
    boxes = [page.mediabox for page in pypdf.PdfReader(specimen.path("specimen", "pdf")).pages]
    lying = [box.width > box.height for box in boxes]
    assert lying[-1]
    assert not any(lying[:-1])


def test_glyphs_that_the_family_lacks_come_from_the_named_fallback(specimen):
    assert "DejaVuSans" in specimen.fonts("specimen")
    assert all(specimen.fonts("specimen").values())
    assert "●แผนยุทธศาสตร์✓ดำเนินการแล้ว☐ยังไม่ดำเนินการ" in specimen.pdf_text("specimen")


def test_only_one_format_is_written_when_one_is_asked_for(tmp_path):
    assert run("-o", str(tmp_path), "--format", "pdf").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "specimen").iterdir()) == ["memo.pdf", "specimen.pdf"]


@pytest.mark.parametrize(("force", "kept"), [((), True), (("--force",), False)])
def test_an_edited_file_is_kept_unless_force_is_given(tmp_path, force, kept):
    run("-o", str(tmp_path), "--format", "pdf")
    edited = tmp_path / "specimen" / "memo.pdf"
    edited.write_bytes(b"a person's work")
    result = run("-o", str(tmp_path), "--format", "pdf", *force)
    assert (edited.read_bytes() == b"a person's work") is kept
    assert (result.exit_code != 0) is kept


def test_an_offices_own_styles_show_in_the_specimen(tmp_path):
    styles = tmp_path / "own" / "styles"
    styles.mkdir(parents=True)
    base = (ROOT / "templates" / "styles" / "base.yaml").read_text(encoding="utf-8")
    styles.joinpath("base.yaml").write_text(
        base.replace("font: TH SarabunPSK", "font: TH Sarabun New"), encoding="utf-8"
    )
    run("-o", str(tmp_path / "out"), "--format", "pdf", "--templates", str(tmp_path / "own"))
    assert "THSarabunNew" in Papers(tmp_path / "out" / "specimen").fonts("specimen")
