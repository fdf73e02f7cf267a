import base64
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from batch_runs import run
from fontTools.ttLib import TTFont

from pipeline.batch.charts import bars
from pipeline.batch.outliers import outliers

ROOT = Path(__file__).resolve().parents[2]


class Page(HTMLParser):
    """Links, text, and everything that would be fetched from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs) -> None:
        told = dict(attrs)
        if tag == "a":
            self.links.append(unquote(told["href"]))
        self.fetched += [told[name] for name in ("src", "data") if name in told]
        self.fetched += [told["href"]] if tag == "link" else []


def document(name: str, score: str = "3.0000", pages: int = 5, findings: list | None = None) -> dict:
    told = {"total": score, "dimensions": []}
    return {"name": name, "paper": "annexes", "score": told, "pages": pages, "findings": findings or []}


def finding(quote: str) -> dict:
    return {"code": "A0101", "where": "plan.yaml:1", "quote": quote}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over the agreement: two units, and one whose row is wrong."""
    folder = tmp_path_factory.mktemp("report")
    rows = "[กระบี่, {id: เลย, set: {'results[4].value': 81}}, {id: <น่าน>, set: {'results[4].value': มาก}}]"
    (folder / "batch.yaml").write_text(
        f"kind: batch\ntitle: ชุดทดสอบ & ตัวอย่าง\nbase: {ROOT / 'input' / 'agreement-2547'}\n"
        f"papers: [scores]\nunits: {rows}\n",
        encoding="utf-8",
    )
    run(folder / "batch.yaml")
    return folder / "out"


def test_the_page_links_to_every_file_and_needs_no_other(folder: Path) -> None:
    page = Page((folder / "report.html").read_text("utf-8"))
    assert page.fetched == []
    assert sorted(page.links) == ["กระบี่/scores.pdf", "เลย/scores.pdf"]
    assert all((folder / link).is_file() for link in page.links)


def test_the_page_brings_glyphs_for_all_its_text_in_both_weights(folder: Path) -> None:
    text = (folder / "report.html").read_text("utf-8")
    addresses = re.findall(r"url\(([^)]*)\)", text)
    heads = {address[:22] for address in addresses}
    assert heads == {"data:font/woff;base64,"}
    fonts = [base64.b64decode(address.partition(",")[2]) for address in addresses]
    printed = {letter for letter in Page(text.partition("<body>")[2]).text if letter > " "}
    lacking = {"→"}  # the family has no arrow; every machine's own fonts do
    for font in fonts:
        cmap = TTFont(io.BytesIO(font)).getBestCmap()
        assert {letter for letter in printed if ord(letter) not in cmap} <= lacking
        assert 0x0E4D in cmap  # the ring of ำ, which browsers take apart
    assert len(fonts) == 2
    assert sum(map(len, addresses)) < 120_000


def test_a_name_too_long_for_its_chart_is_cut_and_a_short_one_is_not() -> None:
    long, short = "สำนักงานอุตสาหกรรมจังหวัด" * 3, "มิติด้านประสิทธิภาพของการปฏิบัติราชการ"
    shown = re.findall(r'class="name"[^>]*>([^<]*)<', str(bars([(long, 1.0), (short, 2.0), ("", 3.0)])))
    assert shown[1:] == [short, ""]
    assert shown[0].endswith("…")
    assert long.startswith(shown[0][:-1])
    assert len(shown[0]) > len("สำนักงานอุตสาหกรรมจังหวัด")


def test_the_report_tells_of_each_document_what_a_program_needs(folder: Path) -> None:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    first, second = sorted(report["documents"], key=lambda each: each["unit"])
    assert (first["unit"], first["pages"], first["title"]) == ("กระบี่", 3, "ตารางสรุปผลคะแนน")
    assert [file["bytes"] for file in first["files"]] == [(folder / "กระบี่" / "scores.pdf").stat().st_size]
    assert float(second["score"]["total"]) < float(first["score"]["total"])
    assert report["totals"]["documents"] == 2


def test_what_was_not_made_is_told_with_its_place(folder: Path) -> None:
    (refused,) = json.loads((folder / "report.json").read_text("utf-8"))["not_made"]
    assert refused["unit"] == "<น่าน>"
    column = (folder.parent / "batch.yaml").read_text("utf-8").splitlines()[4].index("มาก") + 1
    assert refused["faults"][0]["place"].endswith(f"batch.yaml:5:{column}")


def test_data_never_become_structure_of_the_page(folder: Path) -> None:
    text = (folder / "report.html").read_text("utf-8")
    assert "<น่าน>" not in text
    assert "&lt;น่าน&gt;" in text
    assert "ชุดทดสอบ &amp; ตัวอย่าง" in text


def test_scores_are_drawn_for_each_unit_and_dimension(folder: Path) -> None:
    text = (folder / "report.html").read_text("utf-8")
    unit_chart, dimension_chart = text.split("<svg")[1:]
    assert "กระบี่" in unit_chart
    assert unit_chart.count('class="bar"') == 2
    assert dimension_chart.count('class="median"') == 4


def test_a_report_that_would_say_the_same_is_not_written_again(folder: Path) -> None:
    before = (folder / "report.html").stat().st_mtime_ns
    run(folder.parent / "batch.yaml")
    assert (folder / "report.html").stat().st_mtime_ns == before


def test_a_document_far_from_the_others_comes_first_and_says_why() -> None:
    alike = [document(f"{n}", f"3.{n}000") for n in range(9)]
    first, *rest = outliers([*alike, document("ไกล", "1.0000")])
    assert (first["name"], first["notable"][0]["th"]) == ("ไกล", "คะแนน 1.0000 (ค่ากลาง 3.3500)")
    assert [each["name"] for each in rest] == [each["name"] for each in alike]
    assert all(each["notable"] == [] for each in rest)


def test_one_page_more_than_all_others_is_notable() -> None:
    first, *_ = outliers([document(f"{n}") for n in range(9)] + [document("ยาว", pages=6)])
    assert (first["name"], first["notable"]) == (
        "ยาว",
        [{"th": "6 หน้า (ค่ากลาง 5)", "en": "6 pages (median 5)"}],
    )


def test_findings_that_all_have_are_of_the_base_and_single_ones_are_notable() -> None:
    alike = [document(f"{n}", findings=[finding("ทุกฉบับ")]) for n in range(9)]
    first, *rest = outliers([*alike, document("ต่าง", findings=[finding("ทุกฉบับ"), finding("ฉบับเดียว")])])
    assert (first["name"], first["notable"][0]["en"]) == ("ต่าง", "1 findings of its own")
    assert all(each["notable"] == [] for each in rest)


def test_among_few_documents_none_is_unlike_the_others() -> None:
    assert all(not each["notable"] for each in outliers([document("ก"), document("ข", "1.0000", 9)]))
