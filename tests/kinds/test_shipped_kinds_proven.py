"""Each kind that is data stands the proof that an office's own kind does, given as an office's folder."""

import shutil
from pathlib import Path

import pytest

from pipeline.kinds.registry import KIND_FILE
from pipeline.papers.kind_proofs import prove_kinds
from pipeline.resources import resource

TEMPLATES = resource("templates")
KINDS = sorted(file.parent.name for file in TEMPLATES.glob(f"*/{KIND_FILE}"))
"""The folders of kinds that lie among our templates."""


@pytest.mark.parametrize("name", KINDS)
def test_a_shipped_kind_is_sound_as_an_office_would_have_it(name: str, tmp_path: Path) -> None:
    for part in (name, "shared", "styles"):
        shutil.copytree(TEMPLATES / part, tmp_path / part)
    proof = prove_kinds(tmp_path)
    assert proof.names == (name,)
    assert proof.faults == ()
