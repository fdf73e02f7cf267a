from pathlib import Path

import pytest

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
def memo(tmp_path: Path) -> Path:
    """A file with a small valid memo."""
    path = tmp_path / "บันทึก.yaml"
    path.write_text(MEMO, encoding="utf-8")
    return path


@pytest.fixture
def broken(memo: Path) -> Path:
    """The memo without its subject, with a field that is none, and with a name in braces that is none."""
    text = memo.read_text(encoding="utf-8").replace("  subject: ทดสอบ\n", "  subjct: ทดสอบ\n")
    memo.write_text(text.replace("เพื่อทราบ", "เพื่อ{ofice}ทราบ"), encoding="utf-8")
    return memo


@pytest.fixture
def doubtful(memo: Path) -> Path:
    """The memo with ดังนี้ at the end of its last paragraph, and nothing behind it."""
    memo.write_text(
        memo.read_text(encoding="utf-8").replace("เรียนมาเพื่อทราบ", "ขอรายงานผลดังนี้"), encoding="utf-8"
    )
    return memo
