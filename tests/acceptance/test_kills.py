"""Commands that are killed while they write and run again: the same files, and no other beside them.

`python -m benchmarks.kills` kills real processes at arbitrary moments, 60 times.
"""

import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from killing import killed_at, lines_of

from pipeline.batch.plan import Choice
from pipeline.batch.runner import Run, run_batch
from pipeline.cli.main import saraban
from pipeline.output.ledger import LEDGER_NAME
from pipeline.output.temporary_files import written_beside
from pipeline.papers.options import RenderOptions

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")]

WATCHED = {"delivery.py", "ledger.py", "new_file.py", "new_folder.py", "temporary_files.py"}
MOMENTS = 2
MEMO = Path(__file__).resolve().parents[2] / "input" / "memo-example"


def invoked(*arguments: object) -> None:
    result = CliRunner().invoke(saraban, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a batch of two memos."""
    folder = tmp_path_factory.mktemp("batch")
    (folder / "batch.yaml").write_text(f"{{kind: batch, base: {MEMO}, units: [ก, ข]}}", encoding="utf-8")

    def everything(order) -> Choice:
        return Choice((), frozenset(unit.folder for unit in order.units), ("pdf",))

    options = RenderOptions(formats=("pdf",), faces=())
    run_batch(Run(folder / "batch.yaml", folder / "out", options, everything), lambda _: None)
    return folder / "out"


def render(to: Path, _: Path) -> None:
    invoked("render", MEMO, "-o", to, "--no-embed")


def convert_to_a_workbook(to: Path, _: Path) -> None:
    invoked("convert", MEMO, to / "memo.xlsx")


def convert_to_a_folder(to: Path, _: Path) -> None:
    invoked("convert", MEMO, to / "yaml")


def bundle(to: Path, batch: Path) -> None:
    invoked("bundle", batch, "-o", to / "sign.pdf")


COMMANDS = [render, convert_to_a_workbook, convert_to_a_folder, bundle]


def standing(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones too; of a ledger, that it is there."""
    return {
        path.relative_to(folder).as_posix(): b"" if path.name == LEDGER_NAME else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_a_killed_command_is_ended_by_the_next(
    command: Callable[[Path, Path], None], batch: Path, tmp_path: Path
) -> None:
    def into(name: str) -> Callable[[], None]:
        return lambda: command(tmp_path / name, batch)

    into("before")()  # what it imports is not to count
    lines = lines_of(WATCHED, into("undisturbed"))
    whole = standing(tmp_path / "undisturbed")
    assert whole
    choose = random.Random(command.__name__)
    for moment in range(MOMENTS):
        line = int(choose.uniform(moment, moment + 1) * lines / MOMENTS) + 1
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        assert killed_at(line, WATCHED, into("out")), line
        into("out")()
        assert standing(tmp_path / "out") == whole, f"{line} of {lines}"


@pytest.mark.skipif(sys.platform == "win32", reason="a killed process there holds nothing")
def test_what_a_command_is_at_work_with_is_no_leftover(tmp_path: Path) -> None:
    with written_beside(tmp_path / "a", b"a") as first, written_beside(tmp_path / "b", b"b") as second:
        assert (first.read_bytes(), second.read_bytes()) == (b"a", b"b")
    assert list(tmp_path.iterdir()) == []
