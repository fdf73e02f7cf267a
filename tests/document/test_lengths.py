"""Lengths know their unit: only conversions lead from one to another."""

import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline.document.lengths import (
    Cm,
    Emu,
    Pt,
    Twips,
    cm_of,
    cm_of_twips,
    emu,
    pt,
    total,
    twips,
    twips_of_cm,
    twips_of_emu,
)

ROOT = Path(pipeline.__file__).parent
MADE = {"Cm": "Cm(1.0)", "Pt": "Pt(1.0)", "Twips": "Twips(1)", "Emu": "Emu(1)"}
NAMES = "Cm, Emu, Pt, Twips, cm_of, pt, total, twips"


def test_an_inch_is_the_same_in_every_unit() -> None:
    inch = Cm(2.54)
    assert pt(inch) == pytest.approx(72)
    assert cm_of(Pt(72)) == pytest.approx(2.54)
    assert (twips(Pt(72)), twips_of_cm(inch), emu(inch)) == (1440, 1440, 914_400)  # ISO/IEC 29500-1
    assert cm_of_twips(Twips(1440)) == pytest.approx(2.54)
    assert twips_of_emu(Emu(914_400)) == 1440


def test_twips_and_emu_are_whole() -> None:
    assert twips(Pt(0.57)) == 11  # 11.4
    assert emu(Cm(0.00001)) == 4  # 3.6
    assert twips_of_emu(Emu(1269)) == 1  # 1.998: what is less than a twip makes no header higher
    assert total([Twips(3), Twips(4)]) == 7


def refused(tried: list[str], folder: Path) -> set[str]:
    """Which of the lines mypy tells an error of."""
    file = folder / "tried.py"
    file.write_text("\n".join([f"from pipeline.document.lengths import {NAMES}", *tried]), "utf-8")
    command = [
        sys.executable,
        "-m",
        "mypy",
        str(file),
        str(ROOT / "document" / "lengths.py"),
        "--config-file=",
    ]
    command += ["--strict", "--follow-imports=skip", f"--cache-dir={folder / 'cache'}"]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "lengths.py" not in told, told
    numbers = {int(line.split(":")[1]) for line in told.splitlines() if ": error:" in line}
    return {tried[number - 2] for number in numbers}


def test_the_type_checker_tells_a_length_of_another_unit(tmp_path: Path) -> None:
    pairs = [(one, other) for one in MADE for other in MADE if one != other]
    mixed = [
        f"{MADE[one]} {sign} {MADE[other]}" for one, other in pairs for sign in ("+", "-", "<", ">=", "*")
    ]
    mixed += [f"length: {one} = {MADE[other]}" for one, other in pairs]
    mixed += [f"total([{MADE[one]}, {MADE[other]}])" for one, other in pairs]
    assert refused(mixed, tmp_path) == set(mixed)


def test_the_type_checker_tells_a_bare_figure(tmp_path: Path) -> None:
    bare = [f"{made} {sign} 1.0" for made in MADE.values() for sign in ("+", "-", "<", ">=")]
    bare += [f"bare: float = {made}" for made in MADE.values()]
    bare += ["pt(1.0)", "pt(Pt(1.0))", "cm_of(Cm(1.0))", "cm_of(pt(Cm(1.0)) / pt(Cm(1.0)))", "twips(Cm(1.0))"]
    assert refused(bare, tmp_path) == set(bare)


def test_the_type_checker_lets_lengths_of_one_unit_be_reckoned_with(tmp_path: Path) -> None:
    right = [
        "edge: Cm = Cm(1.0) + Cm(2.0) * 3 - -Cm(1.0) / 2",
        "share: float = Pt(1.0) / Pt(2.0)",
        "longest: Pt = max(Pt(1.0), pt(Cm(1.0)))",
        "whole: Twips = total([twips(Pt(1.0)), Twips(1)])",
        "near: bool = Pt(1.0) < Pt(2.0) and Pt(1.0) > 0",
        "short: Cm = round(Cm(1.0), 3)",
    ]
    assert refused(right, tmp_path) == set()
