"""What is written stays in the output folder: through no link, over nothing that is no file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_runs import run, standing, states
from click.testing import CliRunner

from pipeline.cli.main import saraban
from pipeline.diagnostics import OutputError
from pipeline.output.delivery import deliver

pytestmark = pytest.mark.skipif(os.name != "posix", reason="makes links and pipes as POSIX has them")


def out_of_it(unit: Path) -> None:
    unit.symlink_to(unit.parents[1] / "elsewhere")


def nowhere(unit: Path) -> None:
    unit.symlink_to(unit.parents[1] / "not-there")


def to_itself(unit: Path) -> None:
    unit.symlink_to(unit)


def to_another_unit(unit: Path) -> None:
    unit.symlink_to(unit.parent / "ก")


def a_file(unit: Path) -> None:
    unit.write_text("mine", encoding="utf-8")


def a_linked_paper(unit: Path) -> None:
    unit.mkdir()
    (unit / "memo.pdf").symlink_to(unit.parents[1] / "elsewhere" / "memo.pdf")


def a_pipe(unit: Path) -> None:
    unit.mkdir()
    os.mkfifo(unit / "memo.pdf")


IN_THE_WAY = [out_of_it, nowhere, to_itself, to_another_unit, a_file, a_linked_paper, a_pipe]


@pytest.mark.parametrize(
    ("put", "force"), [*((put, False) for put in IN_THE_WAY), (out_of_it, True), (a_linked_paper, True)]
)
def test_a_unit_whose_place_is_taken_is_refused_in_words_and_the_others_are_made(
    batch: Path, put: Callable[[Path], None], force: bool
) -> None:
    out, elsewhere = batch.parent / "out", batch.parent / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    put(out / "ข")
    ended = run(batch, force=force)
    assert [(each.unit, each.kind) for each in ended.not_made] == [("ข", OutputError)]
    (fault,) = ended.not_made[0].faults
    assert fault.code in {"link", "no-folder", "no-file"}
    assert fault.location
    assert Path(fault.location.file).relative_to(out).parts[0] == "ข"
    assert list(elsewhere.iterdir()) == []
    assert {"ก/memo.pdf", "ค/memo.pdf"} <= standing(out).keys()
    assert not (batch.parent / "not-there").exists()


def test_a_unit_that_became_a_link_after_the_run_is_not_taken_for_up_to_date(batch: Path) -> None:
    out = batch.parent / "out"
    run(batch)
    (out / "ข").rename(batch.parent / "elsewhere")
    (out / "ข").symlink_to(batch.parent / "elsewhere")
    arguments = ["bundle", str(out), "-o", str(batch.parent / "sign.pdf"), "--lang", "en"]
    bundled = CliRunner().invoke(saraban, arguments)
    assert (bundled.exit_code, "ข/memo is out of date" in bundled.output) == (3, True)
    ended = run(batch)
    assert states(ended) == {"ก/memo": "unchanged", "ข/memo": "changed", "ค/memo": "unchanged"}
    assert [fault.code for each in ended.not_made for fault in each.faults] == ["link"]


def test_a_folder_that_a_person_chose_may_itself_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "chosen").symlink_to(tmp_path / "real")
    deliver({"a/b.txt": b"x"}, tmp_path / "chosen")
    assert (tmp_path / "real" / "a" / "b.txt").read_bytes() == b"x"


def test_a_ledger_elsewhere_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".saraban.sqlite").symlink_to(tmp_path / "another")
    with pytest.raises(OutputError) as refused:
        deliver({"b.txt": b"x"}, tmp_path / "out")
    assert [fault.code for fault in refused.value.diagnostics] == ["link"]
    assert not (tmp_path / "another").exists()
