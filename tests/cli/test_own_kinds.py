"""Commands with a kind of an office's own: the walk of docs/own-kinds.md, and what proves a kind."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "own-kinds.md").read_text("utf-8")
WALK = PAGE.partition("## จากศูนย์")[2].partition("\n## ")[0]
KIND, TEMPLATE, START, SHEET = "k/kind.yaml", "k/k.xml.j2", "k/start/k.yaml", "styles/k.yaml"


def blocks() -> Iterator[tuple[str, str]]:
    """What is to be typed in the walk, in order: commands, and what goes into files."""
    yield from re.findall(r"```(sh|yaml|xml)\n(.*?)```", WALK, re.DOTALL)


def put_below(file: Path, line: str, added: str) -> None:
    """Adds lines below the first that holds `line`."""
    text = file.read_text("utf-8")
    end = text.index("\n", text.index(line)) + 1
    file.write_text(text[:end] + added + text[end:], "utf-8")


def test_the_walk_leads_from_nothing_to_a_paper(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    edits = iter(
        [
            (Path("แม่แบบ/ค่าอบรม/kind.yaml"), "  course:"),
            (Path("แม่แบบ/ค่าอบรม/ค่าอบรม.xml.j2"), "ผู้รับผิดชอบโครงการ"),
            (Path("แม่แบบ/ค่าอบรม/start/ค่าอบรม.yaml"), "course:"),
        ]
    )
    ran = []
    for language, text in blocks():
        if language != "sh":
            put_below(*next(edits), text)
            continue
        for line in text.splitlines():
            words = shlex.split(line)[1:]
            if words[0] == "sign":
                sign(tmp_path)
            done = run(*words)
            assert done.exit_code == 0, (line, done.output)
            assert "ข้อสังเกต" not in done.output, done.output
            ran.append(words[0])
    assert next(edits, None) is None
    assert ran == ["new-kind", "check", "kinds", "check", "new", "check", "render", "sign", "verify"]
    assert Path("ลงนามแล้ว.pdf").read_bytes().startswith(b"%PDF")


def sign(folder: Path) -> None:
    """The signer's key and passphrase of the walk."""
    pytest.importorskip("pyhanko", reason="the extra for signing is not installed")
    from certificates import PASSPHRASE, issued  # noqa: PLC0415

    key = issued("นายสมมติ ตั้งต้น", issued("ผู้ออกใบรับรองทดสอบ")).pkcs12(folder)
    Path(key).rename(folder / "ผู้ลงนาม.p12")
    (folder / "รหัสผ่าน.txt").write_text(PASSPHRASE, "utf-8")


@pytest.fixture
def own(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of templates with the example as the kind `k`."""
    monkeypatch.chdir(tmp_path)
    assert run("new-kind", "own", "--name", "k").exit_code == 0
    return tmp_path / "own"


def change(own: Path, file: str, old: str, new: str) -> int:
    """Puts something else into a file; the line where it stands."""
    text = (own / file).read_text("utf-8")
    assert old in text
    (own / file).write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def told(run, own: Path) -> tuple[int, list[dict]]:
    """The exit code of the proof, and all that it tells programs."""
    done = run("check", "--templates", own, "--json")
    return done.exit_code, json.loads(done.stdout)


def test_a_new_kind_overwrites_nothing(run, own: Path) -> None:
    change(own, TEMPLATE, "ผู้รับผิดชอบโครงการ", "ผู้จัด")
    before = {file: file.read_bytes() for file in own.rglob("*") if file.is_file()}
    done = run("new-kind", own, "--name", "k")
    assert done.exit_code == 6
    assert "k.xml.j2" in done.stderr
    assert {file: file.read_bytes() for file in own.rglob("*") if file.is_file()} == before
    assert run("new-kind", own).exit_code == 0, "another name beside it"


@pytest.mark.parametrize("name", ["memo", "styles", "../x", "a b", "_a", "ก" * 61])
def test_names_that_no_kind_can_have_are_refused(run, tmp_path: Path, name: str) -> None:
    assert run("new-kind", tmp_path, "--name", name).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_commands_that_it_prints_work_where_it_prints_them(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("new-kind", "แม่ แบบ", "--name", "ค่า-อบรม").output
    commands = [shlex.split(line)[1:] for line in said.splitlines() if line.startswith("  saraban ")]
    assert [words[0] for words in commands] == ["check", "new", "render"]
    for words in commands:
        assert run(*words).exit_code == 0, words


def test_kinds_are_listed_with_where_they_come_from(run, own: Path) -> None:
    done = run("kinds", "--templates", own, "--json")
    listed = {each["name"]: each for each in json.loads(done.stdout)}
    assert (listed["k"]["from"], listed["memo"]["from"]) == ("office", "saraban")
    assert [paper["id"] for paper in listed["k"]["papers"]] == ["summary"]
    change(own, KIND, "type: money, title: งบ", "type: mony, title: งบ")
    broken = run("kinds", "--templates", own)
    assert broken.exit_code == 3
    assert "memo" in broken.stdout, "the sound ones are listed all the same"
    assert "mony" in broken.stderr


def test_a_broken_kind_keeps_nobody_from_another(run, own: Path, memo: Path) -> None:
    change(own, KIND, "fields:", "feilds:")
    assert run("check", memo, "--templates", own).exit_code == 0
    assert run("convert", memo, "memo.xlsx", "--templates", own).exit_code == 0
    assert run("check", "memo.xlsx", "--templates", own).exit_code == 0


BREAKS = {
    "a slip in kind.yaml": (
        KIND,
        "title: ชื่อโครงการ, required",
        "title: ชื่อโครงการ, requird",
        3,
        "unknown-key",
    ),
    "a name that is no field": (KIND, "sum(groups.came)", "sum(groups.cme)", 3, "expression-no-name"),
    "a template with a slip": (TEMPLATE, "{%- endfor %}", "{%- endfr %}", 4, "template-syntax"),
    "no such template": (KIND, "k/k.xml.j2", "k/other.xml.j2", 4, "template"),
    "a template elsewhere": (KIND, "k/k.xml.j2", "../k/k.xml.j2", 4, "template"),
    "no such style sheet": (KIND, "style: k\n", "style: other\n", 4, "sheet-missing"),
    "no such style": (SHEET, "subtitle:", "subtitel:", 4, "style-missing"),
    "an empty field": (TEMPLATE, 'date|long_date("")', "date|long_date", 4, "kind-empty-field"),
    "an empty choice": (TEMPLATE, "{% if mode %} {{ mode }}{% endif %}", "{{ mode }}", 4, "kind-empty-field"),
    "an empty result": (TEMPLATE, 'per_head|money("-")', "per_head|money", 4, "kind-empty-field"),
    "an empty result in a row": (TEMPLATE, 'share|number("-")', "share|number", 4, "kind-empty-field"),
    "braces as typed": (
        TEMPLATE,
        "{{- prose.passages(results, facts) }}",
        '{% for one in results %}<p style="flush">{{ one.text }}</p>{% endfor %}',
        4,
        "kind-not-filled",
    ),
    "start data that are refused": (START, "budget: 60,000", "budget: 600", 3, "kind-check"),
    "start data of another kind": (START, "kind: k", "kind: memo", 3, "kind-start-other"),
}


def test_nothing_is_wrong_with_the_example(run, own: Path) -> None:
    assert told(run, own) == (0, [])


@pytest.mark.parametrize("case", BREAKS)
def test_a_kind_is_proven(run, own: Path, case: str) -> None:
    file, old, new, code, fault = BREAKS[case]
    line = change(own, file, old, new)
    ended, found = told(run, own)
    faults = [each for each in found if each.get("severity") != "remark"]
    assert ended == code
    assert len(faults) == 1
    if fault in {"sheet-missing", "style-missing"}:
        assert new.strip().partition(" ")[2] in faults[0]["file"] or "subtitle" in faults[0]["what"]
    else:
        assert (faults[0]["code"], faults[0]["line"]) == (fault, line)


def test_an_emptied_field_is_named_with_its_line(run, own: Path) -> None:
    change(own, TEMPLATE, 'date|long_date("")', "date|long_date")
    done = run("check", "--templates", own)
    assert "'วันที่'" in done.stderr
    assert re.search(r"k\.xml\.j2:\d+, .*kind\.yaml:11", done.stderr)


def test_what_nothing_prints_or_uses_is_noted(run, own: Path) -> None:
    change(own, TEMPLATE, "{{ manager.full_name }}", "")
    (own / "k" / "old.xml.j2").write_text("", "utf-8")
    code, found = told(run, own)
    assert code == 0
    assert {(each["code"], each["severity"]) for each in found} == {
        ("kind-not-printed", "remark"),
        ("templates-unused", "remark"),
    }


def test_a_folder_without_start_data_or_kinds_is_told(run, own: Path, tmp_path: Path) -> None:
    (own / START).unlink()
    assert [each["code"] for each in told(run, own)[1]] == ["kind-no-start"]
    (tmp_path / "empty").mkdir()
    code, found = told(run, tmp_path / "empty")
    assert (code, [each["code"] for each in found]) == (3, ["kind-none", "templates-none"])
    assert run("check").exit_code == 2


def test_papers_of_an_own_kind_come_back(run, own: Path, tmp_path: Path) -> None:
    run("new", "data", "--kind", "k", "--templates", own)
    assert run("render", "data", "--templates", own, "-o", "out").exit_code == 0
    made = tmp_path / "out" / "data" / "summary.docx"
    assert run("verify", made, "data", "--templates", own).exit_code == 0
    assert run("rerender", made, "--templates", own, "-o", "again").exit_code == 0
    assert (tmp_path / "again" / "summary.docx").read_bytes() == made.read_bytes()
    alone = run("rerender", made, "-o", "alone")
    assert alone.exit_code == 3
    assert "--templates" in alone.stderr


def test_data_of_a_kind_that_is_not_known_are_told_that_alone(run, own: Path) -> None:
    run("new", "data", "--kind", "k", "--templates", own)
    done = run("check", "data", "--json")
    assert [each["code"] for each in json.loads(done.stdout)] == ["unknown-kind"]


def test_a_batch_of_an_own_kind_is_made_and_bound(run, own: Path, tmp_path: Path) -> None:
    run("new", "data", "--kind", "k", "--templates", own)
    batch = "kind: batch\nbase: data\nset:\n  office.name: สำนักงานภาค{unit}\nunits: [เหนือ, ใต้]\n"
    (tmp_path / "units.yaml").write_text(batch, "utf-8")
    done = run("batch", "units.yaml", "-o", "made", "--templates", own, "--jobs", "1")
    assert done.exit_code == 0, done.output
    assert run("bundle", "made", "-o", "bound.pdf").exit_code == 0
