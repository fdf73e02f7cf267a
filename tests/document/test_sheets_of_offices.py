"""An office's own style sheet: what cannot be set is refused at its line, in both languages."""

import pytest

from pipeline.diagnostics import TemplateError
from pipeline.document import sheet_faults
from pipeline.document.sheets import load_sheet
from pipeline.intake.safe_yaml import safe_yaml

OURS = "extends: base\n"


@pytest.fixture
def sheet(tmp_path):
    """Writes a style sheet of the office and loads it."""
    (tmp_path / "styles").mkdir()

    def loaded(text: str | bytes):
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        (tmp_path / "styles" / "own.yaml").write_bytes(data)
        load_sheet.cache_clear()
        return load_sheet("own", tmp_path)

    return loaded


def paragraph(what: str) -> str:
    return f"{OURS}paragraphs:\n  body: {{{what}}}\n"


def page(what: str) -> str:
    return f"{OURS}pages:\n  portrait: {{{what}}}\n"


def table(what: str) -> str:
    return f"{OURS}tables:\n  own: {{columns: [{{width: 5}}], {what}}}\n"


def aliases(first: str, each: str) -> str:
    """Entries that multiply one another 40 times over."""
    return f"{OURS}x0: &x0 {first}\n" + "".join(f"x{n + 1}: &x{n + 1} {each.format(n)}\n" for n in range(40))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        *[(paragraph(f"size: {size}"), 3) for size in ("-5", "0", "1e9", ".nan", ".inf", "๑๖", "[1]")],
        *[(paragraph(f"leading: {leading}"), 3) for leading in ("0", "-1", "1e9")],
        *[(paragraph(f"before: {before}"), 3) for before in ("-1", "1e9")],
        *[(paragraph(f"{key}: 99"), 3) for key in ("indent", "right", "first_line")],
        (paragraph("indent: -99"), 3),
        (paragraph("marker_width: -1"), 3),
        (paragraph("tabs: [{at: -5}]"), 3),
        (paragraph("tabs: [{at: 1e9}]"), 3),
        (paragraph("szie: 5"), 3),
        (paragraph("color: red"), 3),
        (paragraph("align: middle"), 3),
        (paragraph("bold: 7"), 3),
        (paragraph("marker_style: nothing"), 3),
        (paragraph('title: "a\\0b"'), 3),
        *[(page(f"width: {width}"), 3) for width in ("0", "-21", "1e9")],
        (page("left: 15, right: 15"), 3),
        (page("top: 40, first_top: 40"), 3),
        *[
            (page(f"number: {{format: '{wrong}'}}"), 3)
            for wrong in ("{n.__class__}", "{n:9999}", "{", "page", "{x}")
        ],
        (page("number: {style: nothing}"), 3),
        (page("number: {top: 99}"), 3),
        (table("border: -1"), 3),
        (table("border: 1e9"), 3),
        (table("padding: 9"), 3),
        (table("header: nothing"), 3),
        (table("shade: {nothing: FFFFFF}"), 3),
        (table("shade: {header: white}"), 3),
        (f"{OURS}tables:\n  own: {{columns: []}}\n", 3),
        (f"{OURS}tables:\n  own: {{columns: [{{width: 90}}]}}\n", 3),
        (f"{OURS}paragraphs: [a]\n", 2),
        (f"{OURS}paragraphs: text\n", 2),
        (f"{OURS}paragraphs:\n", 2),
        (f"{OURS}frobnicate: 1\n", 2),
        (f"{OURS}name: !!python/object/apply:os.system ['id']\n", 2),
        (aliases("{a: 1}", "{{a: *x{0}, b: *x{0}}}"), 2),
        (aliases("[x]", "[*x{0}, *x{0}]"), 2),
        (f"{OURS}a: " + "[" * 500 + "]" * 500, 2),
    ],
)
def test_a_value_that_cannot_be_set_is_refused_at_its_line(text, line, sheet):
    with pytest.raises(TemplateError) as refused:
        sheet(text)
    first = refused.value.diagnostics[0]
    assert (first.location.file, first.location.line) == ("styles/own.yaml", line)
    assert first.message.th != first.message.en


@pytest.mark.parametrize(
    "text",
    [
        "- a", "text", "5", "extends: [a]\n", "extends: 5\n", "extends: ../../secret\n",
        "extends: /etc/passwd\n",
        'extends: "a\\0b"\n', "extends: own\n", "extends: nothing\n", paragraph("base: [a]"),
        paragraph("base: {a: 1}"), f"{OURS}paragraphs:\n  body: big\n", b"\xff\xfe\x00", b"a: \x00",
        OURS.encode() + "name: คำ\n".encode("cp874"),
    ],
    ids=lambda text: str(text)[:20],
)  # fmt: skip
def test_what_is_no_style_sheet_is_refused(text, sheet):
    with pytest.raises(TemplateError):
        sheet(text)


def test_all_that_is_wrong_is_told_at_once(sheet):
    with pytest.raises(TemplateError) as refused:
        sheet(f"{OURS}paragraphs:\n  body: {{size: -1, color: red}}\n  cell: {{leading: 0}}\n")
    told = " ".join(fault.message.en for fault in refused.value.diagnostics)
    assert all(
        each in told for each in ("paragraphs.body.size", "paragraphs.body.color", "paragraphs.cell.leading")
    )


def test_a_sound_sheet_is_taken(sheet):
    found = sheet(paragraph("size: 15.5, indent: -0.5, title: เนื้อความ <ของเรา>"))
    assert found.paragraphs["body"].size == 15.5


def test_a_sheet_is_read_once_to_place_all_that_is_wrong_in_it(sheet, monkeypatch):
    """Each of hundreds of faults once had the file read anew for its line."""
    read = []
    monkeypatch.setattr(sheet_faults, "safe_yaml", lambda: read.append(1) or safe_yaml())
    with pytest.raises(TemplateError) as refused:
        sheet(OURS + "".join(f"unknown{n}: 1\n" for n in range(40)))
    assert [fault.location.line for fault in refused.value.diagnostics] == list(range(2, 42))
    assert len(read) == 1
