"""The desk with an office's own kinds of paper: their examples, and their workbooks."""

from pathlib import Path

import pytest

from pipeline.desk.settings import DeskSettings
from pipeline.kinds import Kinds
from pipeline.kinds.new_kind import new_kind_files
from pipeline.kinds.starting import start_values
from pipeline.kinds.writing import workbook_of


@pytest.fixture
def settings(tmp_path: Path) -> DeskSettings:
    """A desk of an office with a kind of its own, and one that is broken."""
    for name, data in new_kind_files("ค่าอบรม").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "kind.yaml").write_text("fields: [", "utf-8")
    return DeskSettings(sessions=1, upload_limit=1_000_000, folder=tmp_path)


def test_an_own_kind_is_offered_as_an_example_and_opens(person) -> None:
    assert "สรุปค่าใช้จ่ายโครงการฝึกอบรม" in person.client.get("/").text
    opened = person.post("/examples/ค่าอบรม")
    assert opened.status_code == 200
    assert "สรุปค่าใช้จ่าย</a>" in opened.text, opened.text[-3000:]
    assert person.post("/examples/broken").status_code == 404


def test_a_workbook_of_an_own_kind_is_read(person, settings: DeskSettings) -> None:
    kind = Kinds(settings.folder).of("ค่าอบรม")
    opened = person.upload("งาน.xlsx", workbook_of(kind, start_values(kind)))
    assert opened.status_code == 200
    assert "สรุปค่าใช้จ่าย</a>" in opened.text, opened.text[-3000:]
