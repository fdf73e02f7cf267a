"""What came back signed, noted on the desk: the batch of a folder goes on around it."""

from pathlib import Path

import pytest

from pipeline.desk.settings import DeskSettings
from pipeline.output.ledger import read_ledger

MEMO = Path(__file__).parents[2] / "input" / "memo-example"


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)  # the desk writes to `output` where it was started
    path = tmp_path / "batch.yaml"
    units = "[{id: เลย, set: {memo.number: ที่ 1}}, {id: น่าน, set: {memo.number: ที่ 2}}]"
    path.write_text(f"kind: batch\nbase: {MEMO}\nunits: {units}\n", encoding="utf-8")
    return path


@pytest.fixture
def settings(batch: Path) -> DeskSettings:
    return DeskSettings(opened=batch)


def test_a_table_filled_in_is_noted_and_the_next_run_keeps_what_is_signed(person, batch):
    (work,) = person.session.batches.values()
    person.post(f"{work.page}/start")
    work.wait()
    table = person.client.get(f"{work.page}/unsigned.csv").content.decode("utf-8-sig")
    assert table.splitlines()[1:] == ["เลย,memo,,,,", "น่าน,memo,,,,"]

    wrong = table.replace("เลย,memo,", "เลย,memo,วันนี้")
    assert "อ่านวันที่ลงนามไม่ได้" in person.upload("t.csv", wrong.encode(), f"{work.page}/signed").text
    scans = table.replace("เลย,memo,,,,", "เลย,memo,,7,/etc/hostname,")
    assert "ระบุแฟ้มสแกนไม่ได้" in person.upload("t.csv", scans.encode(), f"{work.page}/signed").text
    filled = table.replace("เลย,memo,,,,", "เลย,memo,5/8/2569,7,,")
    assert "ลงนามแล้ว (1)" in person.upload("t.csv", filled.encode(), f"{work.page}/signed").text
    with read_ledger(work.folder) as ledger:
        assert [row.number for row in ledger.signatures.all().values()] == ["7"]

    before = (work.folder / "เลย" / "memo.pdf").read_bytes()
    batch.write_text(batch.read_text("utf-8").replace("ที่ 1", "ที่ 9"), encoding="utf-8")
    person.post(f"{work.page}/start")
    work.wait()
    assert (work.folder / "เลย" / "memo.pdf").read_bytes() == before
    assert (work.folder / "เลย" / "memo (ฉบับที่ 2).pdf").is_file()
