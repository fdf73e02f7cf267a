"""Pictures in prose: read from beside the data, shown in both files, part of the data from then on."""

from __future__ import annotations

import base64
import io
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from pipeline.batch.batch_file import read_batch
from pipeline.diagnostics import InputError, Location
from pipeline.intake import ValuePath, pictures
from pipeline.intake.yaml_writer import write_yaml
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.picture_files import files_of_pictures
from pipeline.kinds.writing import workbook_of
from pipeline.papers.build import build, document_of, lay_out, markup_of, prepare
from pipeline.papers.overrides import apply_overrides
from pipeline.papers.prose_pictures import refuse_pictures_in_cells
from pipeline.typeset.items import Picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="9" height="9"/></svg>'


def drawn(form: str, size: tuple[int, int] = (400, 200), **saved: Any) -> bytes:
    """A picture with something on it."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((2, 2, size[0] // 2, 90), fill="navy")
    made = io.BytesIO()
    image.save(made, form, **saved)
    return made.getvalue()


@pytest.fixture
def folder(memo_values: dict[str, Any], tmp_path: Path) -> Path:
    """A memo with a PNG, a photograph that lies on its side, and an SVG."""
    turned = Image.Exif()
    turned[0x0112], turned[0x010F] = 6, "CAMERA-X"
    (tmp_path / "a.png").write_bytes(drawn("PNG"))
    (tmp_path / "b.jpg").write_bytes(drawn("JPEG", exif=turned))
    (tmp_path / "c.svg").write_text(SVG, encoding="utf-8")
    memo_values["body"] = [
        {
            "text": "ดังนี้",
            "picture": {"file": "a.png", "alt": "ผังห้อง", "caption": "ภาพที่ 1", "width": "30"},
        },
        {"picture": {"file": "b.jpg", "alt": "ภาพถ่าย", "width": "4"}},
        {"picture": {"file": "c.svg", "alt": "แผนที่", "width": "6"}},
        "จึงเรียนมาเพื่อโปรดทราบ",
    ]
    (tmp_path / "memo.yaml").write_text(write_yaml(memo_values, "t"), encoding="utf-8")
    return tmp_path


def faults_of(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as refused:
        prepare(path)
    return [
        (fault.code, fault.location.cell if fault.location else "") for fault in refused.value.diagnostics
    ]


def test_both_files_show_them_with_words_for_who_does_not_see(folder: Path) -> None:
    prepared = prepare(folder)
    (paper,) = prepared.papers
    built = build(prepared, paper)
    reader = PdfReader(io.BytesIO(built.files["pdf"]))
    inside = [image.image for page in reader.pages for image in page.images]
    assert {image.size for image in inside if image} == {(200, 400), (400, 200)}
    with zipfile.ZipFile(io.BytesIO(built.files["docx"])) as docx:
        text = docx.read("word/document.xml").decode()
        media = [docx.read(name) for name in docx.namelist() if "media" in name]
    assert all(f'descr="{alt}"' in text for alt in ("ผังห้อง", "ภาพถ่าย", "แผนที่"))
    assert {(folder / "a.png").read_bytes(), SVG.encode()} <= set(media)
    assert not any(b"CAMERA-X" in each for each in media)
    assert base64.b64encode(drawn("PNG")).decode() in str(prepared.values)


def test_they_are_no_wider_than_the_text_and_stand_with_their_caption(folder: Path) -> None:
    prepared = prepare(folder)
    laid = lay_out(prepared, prepared.papers[0])
    shown = [item for page in laid.pages for item in page.drawn if isinstance(item, Picture) and item.data]
    measure = laid.sheet.pages["portrait"].measure * 72 / 2.54
    assert [round(each.width / 72 * 2.54, 1) for each in shown[1:]] == [4.0, 6.0]
    assert shown[0].width == pytest.approx(measure, abs=0.1)
    assert shown[0].height == pytest.approx(measure / 2, abs=0.1)
    assert shown[1].height == pytest.approx(shown[1].width * 2, abs=0.1)  # turned upright


def test_a_workbook_keeps_them_and_a_changed_picture_is_another_paper(folder: Path, tmp_path: Path) -> None:
    source = read(folder, SHIPPED)
    beside = tmp_path / "book"
    beside.mkdir()
    (beside / "book.xlsx").write_bytes(workbook_of(SHIPPED.of("memo"), source.values))
    for name, data in files_of_pictures(source.values).items():
        (beside / name).write_bytes(data)
    assert read(beside / "book.xlsx", SHIPPED).values == source.values
    first = prepare(beside)
    (beside / "a.png").write_bytes(drawn("PNG", (300, 200)))
    assert markup_of(first, first.papers[0]) != markup_of(prepare(beside), first.papers[0])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("none.png", None),
        ("../a.png", None),
        ("a.gif", drawn("GIF")),
        ("a.png", drawn("PNG")[:300]),
        ("a.jpg", drawn("JPEG")[:700]),
        ("a.svg", SVG.replace("rect", "text").encode()),
        ("a.png", drawn("PNG") + bytes(pictures.LARGEST)),
        ("a.jpg", drawn("JPEG", (5000, 4000))),
        ("a.png", drawn("PNG", (30, 9000))),
    ],
    ids=["missing", "outside", "gif", "cut png", "cut jpeg", "svg text", "large", "pixels", "narrow"],
)
def test_a_file_that_cannot_be_shown_is_told_at_its_cell(
    memo_values: dict[str, Any], tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    memo_values["body"] = ["ก", {"text": "ข", "picture": {"file": name, "alt": "ค"}}]
    (tmp_path / "book.xlsx").write_bytes(workbook_of(SHIPPED.of("memo"), memo_values))
    ((code, cell),) = faults_of(tmp_path / "book.xlsx")
    assert (code, cell) in {("prose-picture", "C7"), ("picture", "C7")}


def test_a_picture_without_words_for_it_is_told_at_the_empty_cell(
    memo_values: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(drawn("PNG"))
    memo_values["body"] = [{"text": "ข", "picture": {"file": "a.png"}}]
    (tmp_path / "book.xlsx").write_bytes(workbook_of(SHIPPED.of("memo"), memo_values))
    assert faults_of(tmp_path / "book.xlsx") == [("missing", "D6")]


def test_a_unit_of_a_batch_has_a_picture_of_its_own_from_the_folder_of_the_base(folder: Path) -> None:
    batch = folder.parent / "batch.yaml"
    unit = "  - id: {0}\n    set:\n      body: [{{picture: {{file: {1}, alt: แผนที่}}}}]\n"
    begins = f"kind: batch\nbase: {folder.name}\nunits:\n" + unit.format("one", "c.svg")
    batch.write_text(begins + unit.format("two", "gone.png"), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_batch(batch, SHIPPED)
    assert [(fault.code, fault.location.line) for fault in refused.value.diagnostics if fault.location] == [
        ("prose-picture", 9)
    ]
    batch.write_text(begins, encoding="utf-8")
    order = read_batch(batch, SHIPPED)
    body: Any = apply_overrides(order.base, "one", order.units[0].overrides, SHIPPED).values["body"]
    assert base64.b64decode(body[0]["picture"]["content"]) == SVG.encode()


def test_a_picture_in_the_cell_of_a_table_is_told_at_its_own_place() -> None:
    """Also behind an empty cell that closes itself, and not where it only stands beside a table."""
    data = drawn("PNG")
    digest, content = sha256(data).hexdigest(), base64.b64encode(data).decode()
    values: dict[str, Any] = {"body": [{"picture": {"file": "a.png", "alt": "x", "content": content}}]}
    shown = f'<group><image picture="{digest}" name="a.png" alt="x"/></group>'

    def place(path: ValuePath) -> Location:
        return Location("/".join(map(str, path)))

    beside = f"<row><cell/><cell colspan='2'/></row>{shown}<row><cell>ก</cell></row>"
    refuse_pictures_in_cells(beside, values, place)
    with pytest.raises(InputError) as refused:
        refuse_pictures_in_cells(f"<table><row><cell/><cell>{shown}</cell></row></table>", values, place)
    ((code, where),) = [(fault.code, fault.location) for fault in refused.value.diagnostics]
    assert (code, where) == ("prose-picture", Location("body/0/picture/file"))


def test_a_picture_of_a_result_that_stands_in_a_table_is_told_by_check(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "input" / "hr-scorecard-2563"
    for file in example.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "a.png").write_bytes(drawn("PNG"))
    results = (tmp_path / "results.yaml").read_text("utf-8")
    added = "    memo:\n      - {text: ดังภาพ, picture: {file: a.png, alt: ผัง}}\n"
    (tmp_path / "results.yaml").write_text(results.replace("    memo:\n", added, 1), "utf-8")
    prepared = prepare(tmp_path)
    memo, report = prepared.papers
    with pytest.raises(InputError) as refused:
        document_of(prepared, memo)
    (fault,) = refused.value.diagnostics
    line = results[: results.index("    memo:\n")].count("\n") + 2
    assert fault.location is not None
    assert (Path(fault.location.file).name, fault.location.line) == ("results.yaml", line)
    assert document_of(prepared, report)  # the report prints no such text
