"""A bundle holds only what the batch as it is now calls up to date, and says which run it is of."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from batch_runs import run
from click.testing import CliRunner, Result

from pipeline.bundle import binding as bundle
from pipeline.cli.main import saraban

MADE_BY_0_1_0 = Path(__file__).parents[1] / "fixtures" / "made_by_0_1_0"


@pytest.fixture
def made(batch: Path) -> Path:
    """The folder of the three memos."""
    run(batch)
    return batch.parent / "out"


def bundled(folder: Path, *more: object) -> Result:
    to = folder.parent / "sign.pdf"
    arguments = ["bundle", str(folder), "-o", str(to), "--lang", "en", *map(str, more)]
    return CliRunner().invoke(saraban, arguments)


def bound(folder: Path) -> list[str]:
    """The units of the documents in the bundle."""
    outline = pypdf.PdfReader(folder.parent / "sign.pdf").outline[1:]
    return list(dict.fromkeys(item.title.split()[1] for item in outline))


def sheet(folder: Path) -> str:
    page = pypdfium2.PdfDocument(folder.parent / "sign.pdf")[0]
    return "".join(page.get_textpage().get_text_range().split())


def test_what_changed_since_is_asked_about_by_name_and_nothing_is_bound(
    made: Path, rewrite: Callable[[str, str], None]
) -> None:
    rewrite("ที่ 2", "ที่ 9")
    result = bundled(made)
    assert result.exit_code == 3
    assert "ข/memo is out of date" in result.output
    assert "ที่ 9" in result.output
    assert "ก/memo" not in result.output
    assert not (made.parent / "sign.pdf").exists()


def test_what_is_out_of_date_is_left_out_on_demand_and_told(
    made: Path, rewrite: Callable[[str, str], None]
) -> None:
    rewrite("ที่ 2", "ที่ 9")
    result = bundled(made, "--without-outdated")
    assert result.exit_code == 0, result.output
    assert "left out ข/memo: out of date" in result.output
    assert bound(made) == ["ก", "ค"]


def test_after_another_run_all_is_bound_again(made: Path, batch: Path, rewrite: Callable[[str, str], None]):
    rewrite("ที่ 2", "ที่ 9")
    run(batch)
    assert bundled(made).exit_code == 0
    assert bound(made) == ["ก", "ข", "ค"]
    assert "ที่๙" in sheet(made)


def test_units_that_are_gone_are_left_out(made: Path, rewrite: Callable[[str, str], None]) -> None:
    rewrite("  - {id: ข, set: {memo.number: ที่ 2}}\n", "")
    result = bundled(made)
    assert result.exit_code == 0, result.output
    assert bound(made) == ["ก", "ค"]
    assert "left out ข/memo: the batch does not make it any more" in result.output


def test_units_that_were_never_made_are_asked_about(made: Path, rewrite: Callable[[str, str], None]) -> None:
    rewrite("units:\n", "units:\n  - {id: ฆ, set: {memo.number: ที่ 0}}\n")
    result = bundled(made)
    assert (result.exit_code, "ฆ/memo is out of date (not made before)" in result.output) == (3, True)


def test_a_unit_whose_data_are_refused_now_is_not_bound(
    made: Path, rewrite: Callable[[str, str], None]
) -> None:
    rewrite("{id: ค, set: {memo.number: ที่ 3}}", "{id: ค, set: {memo.numbr: ที่ 3}}")
    result = bundled(made)
    assert (result.exit_code, "ค/memo is out of date" in result.output) == (3, True)
    assert bundled(made, "--without-outdated").exit_code == 0
    assert bound(made) == ["ก", "ข"]


def test_a_base_that_changed_leaves_nothing_to_bind(made: Path, batch: Path) -> None:
    base = batch.parent / "memo.yaml"
    base.write_text(base.read_text("utf-8").replace("ขอเชิญประชุม", "ขอเลื่อนการประชุม"), encoding="utf-8")
    result = bundled(made, "--without-outdated")
    assert (result.exit_code, "no document is up to date" in result.output) == (3, True)


def test_a_document_that_differs_only_in_its_docx_is_bound(made: Path, batch: Path) -> None:
    run(batch, formats=("docx", "pdf"))
    (made / "ก" / "memo.docx").unlink()
    assert bundled(made).exit_code == 0


def test_a_batch_that_was_moved_is_found_where_it_is_told_to_be(made: Path, batch: Path) -> None:
    elsewhere = batch.parent / "elsewhere"
    elsewhere.mkdir()
    for name in ("batch.yaml", "memo.yaml"):
        shutil.move(batch.parent / name, elsewhere / name)
    result = bundled(made)
    assert (result.exit_code, "--batch" in result.output, str(batch) in result.output) == (3, True, True)
    assert bundled(made, "--batch", elsewhere / "batch.yaml").exit_code == 0
    assert bound(made) == ["ก", "ข", "ค"]


def test_a_folder_that_0_1_0_left_is_not_bound_before_it_was_run_again(tmp_path: Path) -> None:
    shutil.copytree(MADE_BY_0_1_0 / "batch-output", tmp_path / "out")
    result = bundled(tmp_path / "out")
    assert (result.exit_code, "run saraban batch again" in result.output) == (3, True)


def test_a_file_that_changes_while_it_is_bound_is_refused(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*of: object) -> bytes:
        (made / "ก" / "memo.pdf").write_bytes((made / "ข" / "memo.pdf").read_bytes())
        return control_sheet(*of)

    control_sheet = bundle.control_sheet
    monkeypatch.setattr(bundle, "control_sheet", late)
    result = bundled(made)
    assert (result.exit_code, "changed while the bundle was made" in result.output) == (3, True)


def test_the_control_sheet_says_which_run_it_is_of(
    batch: Path, rewrite: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1200000000")  # 10 January 2008, 21:20 UTC
    out = batch.parent / "out"
    run(batch)
    bundled(out)
    first = (out.parent / "sign.pdf").read_bytes()
    assert "ครั้งที่๑วันที่๑๐มกราคม๒๕๕๑เวลา๒๑.๒๐น.รหัสชุด" in sheet(out)
    run(batch)
    bundled(out, "--force")
    assert (out.parent / "sign.pdf").read_bytes() == first
    code = sheet(out).partition("รหัสชุด")[2][:10]
    rewrite("ที่ 2", "ที่ 9")
    run(batch)
    bundled(out, "--force")
    assert "ครั้งที่๒วันที่" in sheet(out)
    assert sheet(out).partition("รหัสชุด")[2][:10] != code
