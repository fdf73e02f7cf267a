"""veraPDF's word on documents that no paper of ours is (the papers themselves: `make verapdf`)."""

import subprocess
from pathlib import Path

import pytest
from pdf_samples import BLOCKS, TABLE, WHOLE, cell, pdf_of, text
from PIL import Image as PillowImage

from pipeline.document.tree import Image, Row, Table

VALIDATE = Path(__file__).resolve().parents[2] / "tools" / "verapdf" / "validate"
CANNOT_RUN = 77
CAPTION = Row((cell("บัญชีแนบท้าย", colspan=3),), "caption")
LINES = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<clipPath id="c"><path d="M0 0H9V5H0Z"/></clipPath>
<g clip-path="url(#c)"><circle cx="4" cy="4" r="3" fill="#c00" fill-opacity=".4" stroke="#00c"/></g></svg>"""
"""An emblem with a clip, a line and a half-transparent colour."""


def odd_documents(folder: Path, conformance: str) -> dict[str, bytes]:
    """Each kind of block, both families, pictures with and without transparency, nothing at all."""
    PillowImage.new("RGBA", (40, 60), (200, 30, 30, 120)).save(folder / "own.png")
    PillowImage.new("L", (40, 60), 90).save(folder / "grey.png")
    (folder / "lines.svg").write_text(LINES, encoding="utf-8")
    pictures = [Image(str(folder / name), 2, "ตราของสำนักงาน") for name in ("own", "grey", "lines")]
    return {
        "whole": pdf_of(*BLOCKS, conformance=conformance, classification="ลับ", **WHOLE),
        "new": pdf_of(*BLOCKS, conformance=conformance, font="TH Sarabun New"),
        "pictures": pdf_of(*pictures, *pictures, text("ก"), conformance=conformance),
        "empty": pdf_of(conformance=conformance),
        "untitled": pdf_of(text("ก"), conformance=conformance, title=""),
        "bare": pdf_of(TABLE, conformance=conformance),
        "captioned": pdf_of(Table((CAPTION, *TABLE.rows), "three"), conformance=conformance),
    }


@pytest.mark.interop
@pytest.mark.parametrize(("conformance", "profiles"), [("3a", "3a,ua1"), ("3b", "3b")])
def test_verapdf_finds_nothing_in_odd_documents(tmp_path, conformance, profiles):
    files = []
    for name, data in odd_documents(tmp_path, conformance).items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(data)
    done = validated(profiles, *files)
    assert done.stdout.splitlines()[-1] == f"{profiles}: {len(files)} files, 0 failures", (
        done.stdout + done.stderr
    )


@pytest.mark.interop
def test_verapdf_sees_what_is_amiss(tmp_path):
    """The validator's own smoke test: an untagged file is not accessible, and a text is no PDF."""
    plain, text_file = tmp_path / "plain.pdf", tmp_path / "text.pdf"
    plain.write_bytes(pdf_of(text("ก"), conformance="none"))
    text_file.write_text("no PDF", encoding="ascii")
    done = validated("ua1", plain, text_file)
    assert done.returncode == 1
    assert "ua1 7.1-11, 1 times" in done.stdout
    assert "ua1 cannot be read" in done.stdout


def validated(profiles: str, *files: Path) -> subprocess.CompletedProcess:
    done = subprocess.run(  # noqa: PLW1510 (the code is looked at by the caller)
        [VALIDATE, profiles, *files], capture_output=True, text=True, timeout=300
    )
    if done.returncode == CANNOT_RUN:
        pytest.skip(done.stdout.strip())
    return done
