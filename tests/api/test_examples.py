"""The examples of `docs/api.md` run one after another, and print what the page says."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def test_the_examples_print_what_the_page_says(tmp_path, monkeypatch, capsys):
    for name in ("memo-example", "hr-scorecard-2563"):
        shutil.copytree(ROOT / "input" / name, tmp_path / "input" / name)
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) > 8
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "docs/api.md", "exec"), names)
        assert capsys.readouterr().out.splitlines() == re.findall(r"^# → (.*)$", example, re.MULTILINE), (
            example
        )
