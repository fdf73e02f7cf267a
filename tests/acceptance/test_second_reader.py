"""A reader of Word files that shares nothing with ours or LibreOffice opens every paper and lays it out.

Its engine takes lines that are measured elsewhere: here with the face of the paper, each as full as it goes.
"""

import pytest
import uharfbuzz as hb
from betteroffice_docx import TWIPS_PER_INCH, Document
from rendered_papers import squeezed

from pipeline.resources import resource

PAPERS = [
    ("hr-scorecard-2563", "memo"),
    ("hr-scorecard-2563", "report"),
    ("agreement-2547", "agreement"),
    ("agreement-2547", "annexes"),
    ("agreement-2547", "scores"),
    ("memo-example", "memo"),
]
PX_PER_PT = 96 / 72
LINE = 21 * PX_PER_PT


@pytest.fixture(scope="module")
def font() -> hb.Font:
    return hb.Font(hb.Face(resource("fonts", "THSarabun-Regular.ttf").read_bytes()))


@pytest.fixture
def opened(rendered):
    return lambda name, paper: Document.open_path(str(rendered[name].path(paper, "docx")))


@pytest.mark.parametrize(("name", "paper"), PAPERS)
def test_it_reads_every_paragraph_as_we_wrote_it(rendered, opened, name, paper):
    """Apart from numbers that Word counts and from what stands in content controls, which it lists apart."""
    document = opened(name, paper)
    theirs = squeezed("".join(paragraph.text for paragraph in document))
    assert theirs == rendered[name].docx_as_written(paper)


@pytest.mark.parametrize(("name", "paper"), PAPERS)
def test_it_lays_every_paragraph_on_our_paper(opened, font, name, paper):
    document = opened(name, paper)
    section = document.sections()[0]
    px = 96 / TWIPS_PER_INCH
    edges = {edge: getattr(section, f"margin_{edge}") * px for edge in ("top", "right", "bottom", "left")}
    size = {"w": section.page_width * px, "h": section.page_height * px}
    measure = size["w"] - edges["left"] - edges["right"]
    texts = [paragraph.text for paragraph in document]
    blocks = [measured(number, text, font, measure) for number, text in enumerate(texts, 1)]
    options = {"pageSize": size, "margins": {**edges, "header": 50, "footer": 50}}
    pages = document.layout({"measured": blocks, "options": options}).to_dict()["pages"]
    placed = [fragment for page in pages for fragment in page["fragments"]]
    assert {int(fragment["blockId"]) for fragment in placed} == set(range(1, len(texts) + 1))
    lowest = max(fragment["y"] + fragment["height"] for fragment in placed)
    assert lowest <= size["h"] - edges["bottom"] + 0.01
    assert all(fragment["width"] == pytest.approx(measure) for fragment in placed)


@pytest.mark.parametrize(
    ("name", "paper", "tags"),
    [
        ("hr-scorecard-2563", "memo", ["number", "date"]),
        ("agreement-2547", "agreement", ["receiver-signed", "maker-signed"]),
    ],
)
def test_it_finds_the_places_that_an_officer_fills(opened, name, paper, tags):
    controls = opened(name, paper).list_content_controls()["controls"]
    assert [control["tag"] for control in controls] == tags
    assert all(control["alias"] for control in controls)


def measured(number: int, text: str, font: hb.Font, measure: float) -> dict:
    """A paragraph of 16 pt on lines of 21 pt, as the engine wants it."""
    lines, start = [], 0
    while start < len(text) or not lines:
        end = start + (fitting(text[start:], font, measure) if text else 0)
        lines.append(
            {"headRun": 0, "headChar": start, "tailRun": 0, "tailChar": end, "width": measure}
            | {"ascent": LINE * 0.7, "descent": LINE * 0.3, "lineHeight": LINE}
        )
        start = max(end, start + 1)
    block = {"kind": "paragraph", "id": number, "runs": [{"kind": "text", "text": text}]}
    extent = {"kind": "paragraph", "lines": lines, "totalHeight": LINE * len(lines)}
    return {"block": block, "measure": extent}


def fitting(text: str, font: hb.Font, measure: float) -> int:
    """How many characters of `text` fill a line."""
    buffer = hb.Buffer()
    buffer.add_str(text[:200])
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    room = measure / PX_PER_PT / 16 * font.face.upem
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        room -= place.x_advance
        if room < 0:
            return max(info.cluster, 1)
    return len(text[:200])
