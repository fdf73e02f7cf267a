import inspect
import json
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from pipeline import __version__, compose, kinds
from pipeline.cli import commands, doctor_checks
from pipeline.cli.bilingual import module_of
from pipeline.cli.main import COMMANDS, saraban
from pipeline.compose import papers_of
from pipeline.intake import read
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.papers import build
from pipeline.resources import resource

ROOT = Path(__file__).resolve().parents[2]
HR, AGREEMENT = ROOT / "input" / "hr-scorecard-2563", ROOT / "input" / "agreement-2547"


def scores_of(run, path: Path) -> dict:
    result = run("score", path, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def indicators_of(scores: dict) -> dict[str, dict]:
    return {i["id"]: i for dimension in scores["dimensions"] for i in dimension["indicators"]}


def test_score_gives_the_totals_of_the_nine_projects_under_every_policy(run) -> None:
    """domain.md §2.8; the figures were worked out by hand from the nine levels."""
    totals = scores_of(run, HR)["totals"]
    assert {policy: total["score"] for policy, total in totals.items()} == {
        "excluded": "4.0000",
        "zero": "3.2000",
        "floor": "3.4000",
    }
    assert (totals["excluded"]["percent"], totals["zero"]["percent"]) == ("80.71", "64.57")
    assert (totals["excluded"]["denominator"], totals["zero"]["denominator"]) == ("80", "100")


def test_score_gives_the_dimensions_and_a_ratio_of_six_in_seven(run) -> None:
    scores = scores_of(run, HR)
    assert [d["score"] for d in scores["dimensions"]] == ["4.0000", "5.0000", "4.3333", None, "3.0000"]
    knowledge = indicators_of(scores)["knowledge"]
    assert (knowledge["level"], knowledge["percent"]) == ("4", "85.71")


def test_score_interpolates_the_agreement(run) -> None:
    """7.15 between 5 and 10 is 2 + 2.15/5; 77 between 75 and 80 is 4 + 2/5."""
    indicators = indicators_of(scores_of(run, AGREEMENT))
    assert (indicators["5"]["result"], indicators["5"]["score"]) == ("7.15", "2.4300")
    assert (indicators["1"]["result"], indicators["1"]["score"]) == ("77", "4.4000")


def test_score_prints_names_as_the_papers_do(run) -> None:
    assert "{" not in run("score", HR).output


def test_score_shows_a_table_in_either_language(run) -> None:
    assert "ตัวหาร" in run("score", HR).output
    assert "denominator" in run("score", HR, "--lang", "en").output


def test_a_memo_has_no_scores(run, memo: Path) -> None:
    result = run("score", memo)
    assert result.exit_code == 2
    assert "ไม่มีตัวชี้วัด" in result.stderr


def test_check_says_that_good_data_are_good(run, memo: Path) -> None:
    result = run("check", memo)
    assert (result.exit_code, result.output) == (0, "ไม่พบข้อผิดพลาด\n")
    assert json.loads(run("check", memo, "--json").output) == []


def test_check_gives_every_fault_to_programs(run, memo: Path) -> None:
    (memo / "memo.yaml").write_text("kind: memo\nkind: memo\nbody: [\n", encoding="utf-8")
    (memo / "z.yaml").write_text("", encoding="utf-8")
    result = run("check", memo, "--json")
    faults = json.loads(result.stdout)
    assert result.exit_code == 3
    assert [(fault["code"], fault["line"], fault["column"]) for fault in faults] == [
        ("yaml-syntax", 4, 1),
        ("empty-file", None, None),
    ]
    assert set(faults[0]) == {"code", "file", "line", "column", "sheet", "cell", "what", "remedy", "also"}


def test_check_finds_a_slip_in_prose(run, memo: Path) -> None:
    text = (memo / "memo.yaml").read_text(encoding="utf-8")
    (memo / "memo.yaml").write_text(text.replace("เรียนมา", "เรียน{ofice}มา"), encoding="utf-8")
    result = run("check", memo)
    assert result.exit_code == 3
    assert "{ofice}" in result.stderr


@pytest.mark.parametrize("kind", kinds.names())
def test_a_new_folder_renders_at_once(run, tmp_path: Path, kind: str) -> None:
    made = run("new", tmp_path / "งาน ใหม่", "--kind", kind)
    assert made.exit_code == 0, made.output
    rendered = run("render", tmp_path / "งาน ใหม่", "-o", tmp_path / "out")
    assert rendered.exit_code == 0, rendered.output
    papers = papers_of(load(read(tmp_path / "งาน ใหม่"), SHIPPED))
    written = {path.name for path in (tmp_path / "out" / "งาน ใหม่").iterdir()}
    assert written == {f"{paper.id}.{suffix}" for paper in papers for suffix in ("docx", "pdf")}


@pytest.mark.parametrize("kind", kinds.names())
def test_a_new_folder_explains_every_file_and_brings_the_schema(run, tmp_path: Path, kind: str) -> None:
    run("new", tmp_path / "x", "--kind", kind)
    files = sorted((tmp_path / "x").iterdir())
    assert {path.suffix for path in files} == {".yaml", ".json"}
    for path in files:
        if path.suffix == ".yaml":
            first, second, *_ = path.read_text(encoding="utf-8").splitlines()
            assert first == "# yaml-language-server: $schema=saraban.schema.json"
            assert second.startswith("# ")


def test_new_refuses_a_folder_that_holds_something(run, memo: Path) -> None:
    result = run("new", memo, "--kind", "memo")
    assert result.exit_code == 6
    assert [path.name for path in memo.iterdir()] == ["memo.yaml"]


def test_new_takes_an_empty_folder(run, tmp_path: Path) -> None:
    assert run("new", tmp_path, "--kind", "memo").exit_code == 0


def test_doctor_finds_all_that_is_needed(run) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert result.output.count("THSarabun") == 8
    assert "uharfbuzz" in result.output


def test_doctor_misses_a_font_that_is_gone(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(*parts: str) -> Path:
        return Path("/gone", *parts) if parts[-1] == "THSarabun-Bold.ttf" else resource(*parts)

    monkeypatch.setattr(doctor_checks, "resource", elsewhere)
    result = run("doctor")
    assert result.exit_code == 7
    assert "✗ TH SarabunPSK Bold" in result.output


@pytest.mark.parametrize("command", ["render", "verify"])
def test_the_help_names_the_papers_that_inputs_make(run, command: str) -> None:
    said = run(command, "--help").output
    made = {paper.id for name in kinds.names() for paper in SHIPPED.of(name).papers}
    assert made
    assert [name for name in made if not re.search(rf": .*\b{name}\b", " ".join(said.split()))] == []


def test_the_help_of_new_names_every_kind(run) -> None:
    said = re.sub(r"-\s+", "-", run("new", "--help").output)  # a line may end at a hyphen
    assert [name for name in kinds.names() if name not in re.split(r"[\s,.]+", said)] == []


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_loads_none_of_the_heavy_libraries(arguments: list[str]) -> None:
    heavy = ["reportlab", "docx", "pydantic", "uharfbuzz", "ruamel", "jinja2", "lxml", "thaibreak", "rich"]
    program = (
        "import sys\nfrom click.testing import CliRunner\nfrom pipeline.cli.main import saraban\n"
        f"assert CliRunner().invoke(saraban, {arguments}).exit_code == 0\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_module_of_a_command_is_a_command() -> None:
    """`COMMANDS` is the order in which they are explained; none is left out, here or on the first page."""
    modules = (module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))
    assert sorted(COMMANDS) == sorted(modules)
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {*re.findall(r"^\| `saraban ([a-z-]+)", page, re.MULTILINE)} == {*COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_does_takes_what_may_be_typed(name: str) -> None:
    """The module of a command's options and that of what it does are two, and agree."""
    command = saraban.get_command(click.Context(saraban), name)
    assert command
    typed = {param.name for param in command.params if param.expose_value}
    module = module_of(name)
    _, *taken = inspect.signature(getattr(import_module(f"pipeline.cli.{module}"), module)).parameters
    assert set(taken) == typed


def test_a_scoring_defect_is_never_taken_for_a_fault_of_the_data(
    run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(build, "score_input", broken)
    result = run("check", HR)
    assert result.exit_code == 70
    assert "ข้อบกพร่องของโปรแกรม" in result.stderr


def test_a_defect_in_a_template_function_names_the_program(
    run, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise RecursionError("deep")

    monkeypatch.setattr(compose, "compose", broken)
    assert run("check", memo).exit_code == 70


def test_the_package_runs_as_the_command():
    """`python -m pipeline`, where the command is not on the path."""
    command = [sys.executable, "-m", "pipeline", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == f"saraban {__version__}"


def test_doctor_says_that_the_emblem_is_ours_and_how_the_official_one_is_put_in(run, tmp_path: Path) -> None:
    for given in ((), ("--templates", tmp_path)):
        result = run("doctor", *given)
        assert result.exit_code == 0
        assert "ที่มากับโปรแกรม" in result.stdout
        assert "assets/garuda.svg" in result.stdout
        assert "--templates" in result.stdout
        assert (str(tmp_path) in result.stdout) is bool(given)


def test_doctor_says_that_the_emblem_is_the_offices(run, tmp_path: Path) -> None:
    own = tmp_path / "assets" / "garuda.svg"
    own.parent.mkdir()
    own.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8V8Z"/></svg>',
        encoding="utf-8",
    )
    result = run("doctor", "--templates", tmp_path)
    assert result.exit_code == 0
    assert f"ของสำนักงาน: {own}" in result.stdout


def test_doctor_refuses_an_emblem_that_no_paper_can_bear(run, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "garuda.png").write_bytes(b"no picture")
    result = run("doctor", "--templates", tmp_path)
    assert result.exit_code == 4
    assert "assets/garuda.png" in result.stderr


def test_a_new_batch_has_a_table_of_units_for_its_base(run, memo: Path, tmp_path: Path) -> None:
    made = run("new", tmp_path / "all", "--kind", "batch", "--base", memo)
    assert made.exit_code == 0, made.output
    table = tmp_path / "all" / "หน่วยงาน.csv"
    header = table.read_text("utf-8-sig").strip()
    assert header.startswith("id,หมายเหตุ,ชื่อเต็มของส่วนราชการ")
    empty = run("batch", tmp_path / "all", "--dry-run", "-o", tmp_path / "out")
    assert (empty.exit_code, "ยังไม่มีแถว" in empty.output) == (3, True)
    table.write_text(f"{header}\nเลย,,สำนักงานเลย\n", encoding="utf-8")
    assert "เลย/memo" in run("batch", tmp_path / "all", "--dry-run", "-o", tmp_path / "out").output


@pytest.mark.parametrize("typed", ["batch", "memo --base .", "batch --base . --scheme none"])
def test_a_base_goes_with_a_new_batch_alone(run, tmp_path: Path, typed: str) -> None:
    assert run("new", tmp_path / "x", "--kind", *typed.split()).exit_code == 2
