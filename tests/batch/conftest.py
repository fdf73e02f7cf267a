import errno
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

MEMO = """\
kind: memo
office: {name: สำนักงานทดสอบ, short: สทส.}
memo:
  agency: กองทดสอบ
  subject: ขอเชิญประชุม
  to: ผู้อำนวยการ
  proposer:
    person: {title: นาย, given: สมมติ, surname: ทดลอง}
    position: ผู้อำนวยการกองทดสอบ
body:
  - เรียนมาเพื่อทราบ
"""
BATCH = """\
kind: batch
base: memo.yaml
units:
  - {id: ก, set: {memo.number: ที่ 1}}
  - {id: ข, set: {memo.number: ที่ 2}}
  - {id: ค, set: {memo.number: ที่ 3}}
"""


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """A batch of three one-page memos."""
    (tmp_path / "memo.yaml").write_text(MEMO, encoding="utf-8")
    (tmp_path / "batch.yaml").write_text(BATCH, encoding="utf-8")
    return tmp_path / "batch.yaml"


@pytest.fixture
def rewrite(batch: Path) -> Callable[[str, str], None]:
    """Replaces a text of the batch file that stands in it once."""

    def replace(old: str, new: str) -> None:
        text = batch.read_text(encoding="utf-8")
        assert text.count(old) == 1
        batch.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AbstractContextManager[None]]:
    """A disk that takes so many files and then no more, while the block lasts."""

    @contextmanager
    def filling(after: int) -> Iterator[None]:
        written: list[int] = []

        def full(descriptor: int) -> None:
            written.append(descriptor)
            if len(written) > after:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            yield

    return filling
