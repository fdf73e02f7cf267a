from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import saraban

Run = Callable[..., Result]

MEMO = """\
kind: memo
office: {name: สำนักงานทดสอบ, short: สทส.}
memo:
  agency: กองทดสอบ
  subject: ทดสอบ
  to: ผู้อำนวยการ
  proposer:
    person: {title: นาย, given: สมมติ, surname: ทดลอง}
    position: ผู้อำนวยการกองทดสอบ
body:
  - เรียนมาเพื่อทราบ
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `saraban` with arguments, as a user does."""
    monkeypatch.delenv("SARABAN_LANG", raising=False)

    def invoke(*arguments: object, env: dict[str, str] | None = None) -> Result:
        return CliRunner(env=env).invoke(saraban, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    """A folder with a small valid memo."""
    folder = tmp_path / "บันทึก"
    folder.mkdir()
    (folder / "memo.yaml").write_text(MEMO, encoding="utf-8")
    return folder
