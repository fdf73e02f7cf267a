import errno
import os
import sqlite3
import stat
from pathlib import Path

import pytest

from pipeline.diagnostics import Diagnostic, OutputError
from pipeline.output import ledger
from pipeline.output.delivery import Change, deliver
from pipeline.output.ledger import LEDGER_NAME, open_ledger, read_ledger

FILES = {"memo.pdf": b"pdf", "แผน/memo.docx": b"docx"}


def changes(files: dict[str, bytes], folder: Path, force: bool = False) -> list[Change]:
    return [delivered.change for delivered in deliver(files, folder, force=force)]


def refused(files: dict[str, bytes], folder: Path, force: bool = False) -> tuple[Diagnostic, ...]:
    with pytest.raises(OutputError) as caught:
        deliver(files, folder, force=force)
    return caught.value.diagnostics


def standing(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != LEDGER_NAME
    }


def test_files_appear_in_a_folder_that_is_made_for_them(tmp_path: Path) -> None:
    folder = tmp_path / "ผล" / "ไตรมาส 2"
    written = deliver(FILES, folder)
    assert standing(folder) == FILES
    assert [(d.path, d.size, d.change) for d in written] == [
        (folder / "memo.pdf", 3, "new"),
        (folder / "แผน" / "memo.docx", 4, "new"),
    ]


def test_a_second_run_writes_only_what_changed(tmp_path: Path) -> None:
    deliver(FILES, tmp_path)
    before = (tmp_path / "memo.pdf").stat().st_mtime_ns, (tmp_path / "memo.pdf").stat().st_ino
    assert changes(FILES | {"แผน/memo.docx": b"new"}, tmp_path) == ["unchanged", "changed"]
    assert ((tmp_path / "memo.pdf").stat().st_mtime_ns, (tmp_path / "memo.pdf").stat().st_ino) == before


def test_an_edited_file_is_refused_and_nothing_is_touched(tmp_path: Path) -> None:
    deliver(FILES, tmp_path)
    (tmp_path / "memo.pdf").write_bytes(b"edited")
    (fault,) = refused({"memo.pdf": b"2", "แผน/memo.docx": b"2", "new.pdf": b"2"}, tmp_path)
    assert fault.code == "edited"
    assert "--force" in fault.help.th
    assert standing(tmp_path) == FILES | {"memo.pdf": b"edited"}


def test_every_file_of_somebody_else_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"theirs")
    (tmp_path / "b.pdf").write_bytes(b"theirs")
    faults = refused({"a.pdf": b"1", "b.pdf": b"1", "c.pdf": b"1"}, tmp_path)
    assert [fault.location.file for fault in faults if fault.location] == [
        str(tmp_path / "a.pdf"),
        str(tmp_path / "b.pdf"),
    ]


def test_force_overwrites_and_the_file_is_ours_from_then_on(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"theirs")
    assert changes({"a.pdf": b"1"}, tmp_path, force=True) == ["changed"]
    assert changes({"a.pdf": b"2"}, tmp_path) == ["changed"]


def test_an_older_version_put_back_by_hand_counts_as_an_edit(tmp_path: Path) -> None:
    deliver({"a.pdf": b"1"}, tmp_path)
    deliver({"a.pdf": b"2"}, tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"1")
    assert refused({"a.pdf": b"3"}, tmp_path)[0].code == "edited"


def test_a_file_deleted_by_hand_is_written_anew(tmp_path: Path) -> None:
    deliver(FILES, tmp_path)
    (tmp_path / "memo.pdf").unlink()
    assert changes(FILES, tmp_path) == ["new", "unchanged"]


def test_a_full_disk_leaves_the_old_files_and_no_temporary_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(FILES, tmp_path)
    calls = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    (fault,) = refused(dict.fromkeys(FILES, b"larger"), tmp_path)
    assert fault.code == "unwritable"
    assert standing(tmp_path) == FILES


@pytest.mark.skipif(os.name != "posix", reason="only there a folder can be flushed")
def test_files_are_on_the_disk_before_their_names_and_the_names_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut leaves a name without its file, or an old file that the ledger tells of as new."""
    (tmp_path / "แผน").mkdir()
    done: list[tuple[str, int, int]] = []
    folders: list[int] = []
    flush, rename = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        flush(descriptor)
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            folders.append(descriptor)
            done.append(("folder", found.st_ino, 0))
        else:
            done.append(("file", found.st_ino, found.st_size))

    def replace(source: Path, target: Path) -> None:
        found = os.stat(source)
        done.append(("name", found.st_ino, found.st_size))
        rename(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    deliver(FILES, tmp_path)
    assert [what for what, _, _ in done] == ["file", "file", "name", "name", "folder", "folder"]
    written = {(os.stat(tmp_path / name).st_ino, len(data)) for name, data in FILES.items()}
    assert {(number, size) for what, number, size in done if what == "file"} == written
    assert {(number, size) for what, number, size in done if what == "name"} == written
    both = {os.stat(tmp_path).st_ino, os.stat(tmp_path / "แผน").st_ino}
    assert {number for what, number, _ in done if what == "folder"} == both
    for descriptor in folders:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(descriptor)


@pytest.mark.skipif(os.name != "posix", reason="only there a folder can be flushed")
def test_a_folder_that_was_made_is_still_there_after_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder's name is on the disk once the folder above it is flushed: of all three that are made here."""
    out = tmp_path / "a" / "out"
    flushed: list[int] = []
    flush = os.fsync

    def fsync(descriptor: int) -> None:
        flush(descriptor)
        flushed.append(os.fstat(descriptor).st_ino)

    monkeypatch.setattr(os, "fsync", fsync)
    deliver(FILES, out)
    assert {os.stat(folder).st_ino for folder in (tmp_path, tmp_path / "a", out, out / "แผน")} <= {*flushed}


def test_a_run_killed_between_two_files_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(FILES, tmp_path)
    replace, calls = os.replace, []

    def killed(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        deliver(dict.fromkeys(FILES, b"2"), tmp_path)
    monkeypatch.undo()
    assert standing(tmp_path) == FILES | {"memo.pdf": b"2"}
    assert changes(dict.fromkeys(FILES, b"3"), tmp_path) == ["changed", "changed"]


def test_temporary_files_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    deliver(FILES, tmp_path)
    (tmp_path / ".saraban-7.tmp").write_bytes(b"half")
    deliver(FILES, tmp_path)
    assert standing(tmp_path) == FILES


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    assert refused(FILES, tmp_path / "out")[0].code == "unwritable"


def test_a_folder_in_the_place_of_a_file_is_refused_even_by_force(tmp_path: Path) -> None:
    (tmp_path / "memo.pdf").mkdir()
    assert refused(FILES, tmp_path, force=True)[0].code == "is-folder"


def test_a_folder_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path))

    monkeypatch.setattr(Path, "mkdir", denied)
    assert refused(FILES, tmp_path / "out")[0].code == "unwritable"


def test_a_ledger_with_rows_that_nobody_wrote_is_called_damaged(tmp_path: Path) -> None:
    with open_ledger(tmp_path):
        pass
    with sqlite3.connect(tmp_path / LEDGER_NAME) as connection:
        connection.execute("DROP TABLE documents")
        connection.execute("CREATE TABLE documents (name, unit, paper, input_key, content_key, facts)")
        connection.execute("INSERT INTO documents (name) VALUES ('a')")
    connection.close()
    with pytest.raises(OutputError) as refused, read_ledger(tmp_path) as read:
        read.documents.all()
    assert [one.code for one in refused.value.diagnostics] == ["ledger"]


def test_a_damaged_ledger_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / LEDGER_NAME).write_bytes(b"not a database" * 100)
    (fault,) = refused(FILES, tmp_path)
    assert fault.code == "ledger"
    assert standing(tmp_path) == {}


def test_two_runs_at_once_do_not_write_into_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "WAIT_SECONDS", 0.01)
    deliver(FILES, tmp_path)
    other = sqlite3.connect(tmp_path / LEDGER_NAME)
    other.execute("BEGIN IMMEDIATE")
    assert refused({"memo.pdf": b"2"}, tmp_path)[0].code == "busy"
    other.close()


@pytest.mark.parametrize("name", ["../x.pdf", "/x.pdf", "a/../x.pdf", ".hidden", ""])
def test_a_name_that_leads_out_of_the_folder_is_a_defect(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="inside the output folder"):
        deliver({name: b""}, tmp_path)
