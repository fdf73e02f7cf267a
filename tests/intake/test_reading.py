from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import intake
from pipeline.diagnostics import Diagnostic, InputError, Location

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    def write(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def faults_of(path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the files, whether any of them could be read or none."""
    try:
        found = intake.read(path).faults
    except InputError as refused:
        found = refused.diagnostics
    assert found
    return found


def test_a_folder_is_put_together_by_top_level_names(folder: Folder) -> None:
    source = intake.read(folder(plan="plan:\n  name: แผน\n", results="results:\n- value: 1\n"))
    assert source.values == {"plan": {"name": "แผน"}, "results": [{"value": "1"}]}


def test_a_single_file_is_an_input_too(folder: Folder) -> None:
    assert intake.read(folder(memo="kind: memo\n") / "memo.yaml").values == {"kind": "memo"}


def test_places_name_the_file_line_and_column(folder: Folder) -> None:
    path = folder(plan="plan:\n  dimensions:\n    - name: ก\n      weight: 10\n")
    place = intake.read(path).place(("plan", "dimensions", 0, "weight"))
    assert place == Location(str(path / "plan.yaml"), 4, 15)


def test_a_missing_value_has_the_place_of_what_it_should_stand_in(folder: Folder) -> None:
    path = folder(plan="plan:\n  name: ก\n")
    source = intake.read(path)
    assert source.place(("plan", "short")) == Location(str(path / "plan.yaml"), 2, 3)
    assert source.place(("memo",)) == Location(str(path))


def test_hidden_and_other_files_are_left_out(folder: Folder) -> None:
    path = folder(memo="kind: memo\n")
    (path / ".old.yaml").write_text("{{{", encoding="utf-8")
    (path / "saraban.schema.json").write_text("{}", encoding="utf-8")
    assert intake.read(path).values == {"kind": "memo"}


def test_a_name_in_two_files_is_refused_with_both_places(folder: Folder) -> None:
    path = folder(a="kind: memo\n", b="# ซ้ำ\nkind: memo\n")
    (fault,) = faults_of(path)
    assert fault.code == "duplicate-key"
    assert fault.location == Location(str(path / "b.yaml"), 2, 7)
    assert f"{path / 'a.yaml'}:1:7" in fault.message.th


def test_what_stands_under_one_name_may_be_spread_over_files(folder: Folder) -> None:
    path = folder(a="agreement:\n  maker: ก\n", b="agreement:\n  receiver: ข\n")
    source = intake.read(path)
    assert source.values == {"agreement": {"maker": "ก", "receiver": "ข"}}
    assert source.place(("agreement", "receiver")) == Location(str(path / "b.yaml"), 2, 13)


def test_an_inner_name_in_two_files_is_refused_with_both_places(folder: Folder) -> None:
    path = folder(a="agreement:\n  maker: ก\n", b="agreement:\n  maker: ก\n  signed: ข\n")
    (fault,) = faults_of(path)
    assert (fault.code, fault.location) == ("duplicate-key", Location(str(path / "b.yaml"), 2, 10))
    assert f"{path / 'a.yaml'}:2:10" in fault.message.th


def test_faults_of_all_files_are_told_together(folder: Folder) -> None:
    path = folder(a="x: [1\n", b="- y\n", c="", d="ok: 1\n")
    assert [fault.code for fault in faults_of(path)] == ["yaml-syntax", "not-a-mapping", "empty-file"]


def test_a_missing_path_and_an_empty_folder_say_what_to_do(tmp_path: Path) -> None:
    (missing,) = faults_of(tmp_path / "ไม่มี")
    (empty,) = faults_of(tmp_path)
    assert (missing.code, empty.code) == ("not-found", "empty-folder")
    assert "saraban new" in missing.help.th
    assert "saraban new" in empty.help.th


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "memo.docx").write_bytes(b"PK")
    assert faults_of(tmp_path / "memo.docx")[0].code == "file-type"


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("tis-620", "TIS-620")]
)
def test_an_encoding_that_is_not_utf8_is_named(tmp_path: Path, encoding: str, said: str) -> None:
    file = tmp_path / "memo.yaml"
    file.write_bytes("kind: memo\nto: ปลัดกระทรวง\n".encode(encoding))
    (fault,) = faults_of(file)
    assert fault.code == "encoding"
    assert said in fault.message.th


def test_broken_utf8_is_refused_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "memo.yaml"
    file.write_bytes(b"kind: memo\nto: \xe0\xb8\xff\n")
    (fault,) = faults_of(file)
    assert fault.location == Location(str(file), 2)


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    file = tmp_path / "memo.yaml"
    file.write_bytes(b"\xef\xbb\xbfkind: memo\n")
    assert intake.read(file).values == {"kind": "memo"}


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "big.yaml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    assert faults_of(file)[0].code == "too-large"


def test_a_dangling_link_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "memo.yaml").symlink_to(tmp_path / "gone.yaml")
    assert faults_of(tmp_path)[0].code == "not-found"
