"""Same data, same bytes: between runs, hash seeds, folders, and from an installed wheel."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ("hr-scorecard-2563", "agreement-2547", "memo-example")


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*.*") if path.suffix in (".pdf", ".docx"))
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def render(to: Path, home: Path, **more: str) -> dict[str, str]:
    """Renders the examples in a process of its own, with an empty home and no system fonts."""
    inputs = [str(ROOT / "input" / name) for name in INPUTS]
    code = "import sys; from pipeline.cli.main import main; sys.exit(main())"
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "FONTCONFIG_FILE": "/nonexistent", **more}
    done = subprocess.run(  # noqa: PLW1510 (the code is looked at below)
        [sys.executable, "-c", code, "render", *inputs, "-o", str(to)],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return digests(to)


def test_another_process_with_another_hash_seed_makes_the_same_bytes(rendered, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    again = render(tmp_path / "out", home, PYTHONHASHSEED="4711", TZ="Asia/Bangkok", LANG="th_TH.UTF-8")
    assert len(again) == 12
    assert again == digests(rendered.folder)


@pytest.mark.slow
def test_a_wheel_carries_templates_and_fonts_and_makes_the_same_bytes(rendered, tmp_path):
    home, unpacked = tmp_path / "home", tmp_path / "unpacked"
    home.mkdir()
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            tmp_path,
            ROOT,
        ],
        check=True,
        timeout=120,
    )
    (wheel,) = tmp_path.glob("saraban-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    again = render(tmp_path / "out", home, PYTHONPATH=str(unpacked))
    assert again == digests(rendered.folder)
