import pytest
from click.testing import Result

from pipeline import __version__
from pipeline.cli.console import language_of
from pipeline.cli.main import COMMANDS

THAI = set(map(chr, range(0x0E01, 0x0E5B)))


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "th"),
        (["--lang", "en", "check"], {}, "en"),
        (["check", "x", "--lang=en"], {}, "en"),
        (["check", "x"], {"SARABAN_LANG": "en"}, "en"),
        (["check", "x", "--lang", "th"], {"SARABAN_LANG": "en"}, "th"),
        (["check", "--", "--lang", "en"], {}, "th"),
        (["check"], {"SARABAN_LANG": "fr"}, "th"),
    ],
)
def test_the_language_is_found_anywhere_on_the_line(
    arguments: list[str], environment: dict[str, str], lang: str
) -> None:
    assert language_of(arguments, environment) == lang


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_thai_and_english_with_lang_en(run, command: tuple[str, ...]) -> None:
    thai, english = run(*command, "--help"), run(*command, "--help", "--lang", "en")
    assert (thai.exit_code, english.exit_code) == (0, 0)
    assert "วิธีใช้: saraban" in thai.output
    assert "Usage: saraban" in english.output
    assert not set(english.output) & THAI
    assert "แสดงคำอธิบายนี้" in thai.output
    assert "Show this message" not in thai.output
    assert not any(said in thai.output for said in ("OPTIONS", "ARGS", "required", "INTEGER", "RANGE", "<=x"))


def test_help_follows_the_environment(run) -> None:
    assert "Usage:" in run("--help", env={"SARABAN_LANG": "en"}).output


@pytest.mark.parametrize("asked", ["fr", "EN", "th_TH"])
def test_a_language_that_there_is_not_is_told_where_errors_go(run, asked: str) -> None:
    done = run("--version", env={"SARABAN_LANG": asked})
    assert (done.exit_code, done.stdout) == (0, f"saraban {__version__}\n")
    assert done.stderr.count("\n") == 1
    assert f"ไม่มีภาษา '{asked}'" in done.stderr
    assert f"no language '{asked}', choose th or en" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "asked"), [(("--help", "--lang", "en"), "fr"), (("--help",), "en"), (("--help",), "")]
)
def test_nothing_is_told_of_a_language_that_decides_nothing(
    run, arguments: tuple[str, ...], asked: str
) -> None:
    assert run(*arguments, env={"SARABAN_LANG": asked}).stderr == ""


def test_help_lists_every_command(run) -> None:
    listed = run("--help", "--lang", "en").output
    assert all(f"  {command} " in listed for command in COMMANDS)


def wrong(result: Result) -> str:
    assert result.exit_code == 2
    return result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rendr"], "ไม่มีคำสั่ง 'rendr'"),
        (["check"], "ยังไม่ได้ระบุข้อมูลที่จะตรวจ"),
        (["check", "a", "--jsn"], "ไม่มีตัวเลือก --jsn"),
        (["check", "a", "b"], "มีคำเกินมา: b"),
        (["render", "a", "--digits", "roman"], "เลือกได้: thai, arabic, mixed"),
        (["render", "a", "--format", "odt"], "เลือกได้: docx, pdf"),
        (["render", "a", "--only", ","], "เลือกได้: agreement, annexes, scores, "),
        (["new", "a", "--kind"], "--kind ต้องมีค่าตามหลัง"),
    ],
)
def test_a_command_typed_wrong_is_told_in_thai(run, arguments: list[str], said: str) -> None:
    stderr = wrong(run(*arguments))
    assert said in stderr
    assert "วิธีใช้: saraban" in stderr or "คำสั่งไม่ถูกต้อง" in stderr


def test_a_command_typed_wrong_is_told_in_english_too(run) -> None:
    stderr = wrong(run("rendr", "--lang", "en"))
    assert "No such command" in stderr
    assert not set(stderr) & THAI


def test_no_command_at_all_shows_the_help(run) -> None:
    assert "saraban new" in wrong(run())


def test_the_version_is_told(run) -> None:
    assert run("--version").output == f"saraban {__version__}\n"
