"""Lengths know their unit: only conversions lead from one to another."""

import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline.document.lengths import Cm, Pt, cm_of, pt
from pipeline.render.docx.oxml import emu, twips, twips_of_cm

ROOT = Path(pipeline.__file__).parent


def test_an_inch_is_the_same_in_every_unit() -> None:
    inch = Cm(2.54)
    assert pt(inch) == pytest.approx(72)
    assert cm_of(Pt(72)) == pytest.approx(2.54)
    assert (twips(Pt(72)), twips_of_cm(inch), emu(inch)) == (1440, 1440, 914_400)  # ISO/IEC 29500-1


def test_the_type_checker_tells_a_length_of_another_unit(tmp_path: Path) -> None:
    tried = (
        "pt(Cm(1.0))",
        "pt(Pt(1.0))",
        "pt(1.0)",
        "pt(Cm(1.0) + Cm(1.0))",
        "cm_of(Cm(1.0))",
        "cm_of(pt(Cm(1.0)))",
    )
    file = tmp_path / "tried.py"
    file.write_text("from pipeline.document.lengths import Cm, Pt, cm_of, pt\n" + "\n".join(tried), "utf-8")
    shadow = [str(file), str(ROOT / "document" / "lengths.py")]
    command = [
        sys.executable,
        "-m",
        "mypy",
        *shadow,
        "--config-file=",
        "--follow-imports=skip",
        f"--cache-dir={tmp_path / 'cache'}",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    lines = {
        int(line.split(":")[1]) for line in told.splitlines() if "tried.py:" in line and "arg-type" in line
    }
    assert lines == {3, 4, 5, 6}, told
