"""What templates were compiled to is kept for the next process, and never served for anything else."""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import pass_context

from pipeline.compose import compiled_templates
from pipeline.compose.budget import Budget, spend_from
from pipeline.compose.compile_templates import compile_templates
from pipeline.compose.compiled_templates import DIGEST, CompiledTemplates, place_of
from pipeline.compose.composing import compose
from pipeline.compose.environment import environment
from pipeline.compose.own_folder import loader
from pipeline.compose.sandbox import Sandbox
from pipeline.resources import resource
from tests.compose.own_template import memo

NAME = "memo/memo.xml.j2"


class Shipped:
    """A folder of templates that stands for ours, and how often one was compiled."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.file = folder / "templates" / NAME
        self.file.parent.mkdir(parents=True)
        self.file.write_text("{{ 1 }} บาท", "utf-8")
        self.compiled = 0
        compile = Sandbox.compile

        def count(*given: object, **named: object) -> object:
            self.compiled += 1
            return compile(*given, **named)

        patch.setattr(Sandbox, "compile", count)
        for module in ("compiled_templates", "own_folder"):
            patch.setattr(f"pipeline.compose.{module}.resource", folder.joinpath)

    def text(self, own: Path | None = None, with_filter: object = None, **settings: bool) -> str:
        """What a new process makes of the template."""
        made = Sandbox(loader=loader(own), bytecode_cache=CompiledTemplates(), **settings)
        if with_filter:
            made.filters["shown"] = with_filter
        with spend_from(Budget()):
            return made.get_template(NAME).render()


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Compiled files go to a folder of their own, as with `PYTHONPYCACHEPREFIX`."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shipped:
    return Shipped(tmp_path / "shipped", monkeypatch)


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_the_next_process_compiles_nothing(shipped, kept):
    assert shipped.text() == shipped.text() == "1 บาท"
    assert shipped.compiled == 1
    assert files_in(kept) == [place_of(NAME)]


def test_an_edited_template_is_compiled_anew_at_once(shipped, kept):
    shipped.text()
    shipped.file.write_text("{{ 2 }} บาท", "utf-8")
    assert shipped.text() == shipped.text() == "2 บาท"
    assert shipped.compiled == 2
    assert files_in(kept) == [place_of(NAME)]


def _other_code(whole: bytes) -> bytes:
    """A file as another template would leave it, with its check right."""
    code = marshal.dumps(compile("raise SystemExit('run')", "x", "exec"))
    return hashlib.sha256(b"another template").digest() + hashlib.sha256(code).digest() + code


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[:0],
        lambda whole: whole[: DIGEST - 1],
        lambda whole: whole[: 2 * DIGEST],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\0",
        lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
        lambda whole: whole[:DIGEST] + _other_code(whole)[DIGEST : 2 * DIGEST] + whole[2 * DIGEST :],
        _other_code,
    ],
    ids=["empty", "no digest", "no code", "cut", "longer", "a bit", "check", "another template"],
)
def test_a_file_that_is_not_what_was_kept_is_made_anew(spoil: Callable[[bytes], bytes], shipped):
    shipped.text()
    whole = place_of(NAME).read_bytes()
    place_of(NAME).write_bytes(spoil(whole))
    assert shipped.text() == "1 บาท"
    assert shipped.compiled == 2
    assert place_of(NAME).read_bytes() == whole


def test_another_python_or_jinja_or_sandbox_compiles_anew(shipped, monkeypatch):
    shipped.text()
    monkeypatch.setattr(compiled_templates, "MAGIC_NUMBER", b"another")
    shipped.text()
    assert shipped.compiled == 2
    monkeypatch.setattr("jinja2.__version__", "0")
    shipped.text()
    assert shipped.compiled == 3
    monkeypatch.setattr(compiled_templates, "_COMPILERS", ("budget.py",))
    shipped.text()
    assert shipped.compiled == 4


def test_other_settings_of_the_environment_compile_anew(shipped):
    shipped.file.write_text("{% if true %}\nก\n{% endif %}", "utf-8")
    assert shipped.text() == "\nก\n"
    assert shipped.text(trim_blocks=True) == "ก\n"


def test_a_filter_that_asks_for_more_than_before_is_given_it(shipped):
    shipped.file.write_text("{{ 1|shown }}", "utf-8")
    assert shipped.text(with_filter=lambda value: f"{value}") == "1"
    assert shipped.text(with_filter=pass_context(lambda context, _: context.name)) == NAME


def test_a_program_that_was_moved_names_its_new_place(shipped, tmp_path, monkeypatch):
    shipped.text()
    (tmp_path / "shipped").rename(tmp_path / "moved")
    for module in ("compiled_templates", "own_folder"):
        monkeypatch.setattr(f"pipeline.compose.{module}.resource", (tmp_path / "moved").joinpath)
    shipped.text()
    assert shipped.compiled == 2


def test_an_office_s_own_template_is_not_kept(shipped, kept, tmp_path):
    own = tmp_path / "own"
    (own / "memo").mkdir(parents=True)
    (own / NAME).write_text("ของเรา", "utf-8")
    assert shipped.text(own) == "ของเรา"
    assert files_in(kept) == []
    assert shipped.text() == "1 บาท"
    assert shipped.text(own) == "ของเรา"


def test_nothing_is_kept_where_python_keeps_nothing(shipped, kept, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shipped.text() == "1 บาท"
    assert files_in(kept) == []


def test_a_place_that_cannot_be_written_stops_no_paper(shipped, kept):
    kept.write_text("a file where a folder would be", "utf-8")
    assert shipped.text() == shipped.text() == "1 บาท"
    assert shipped.compiled == 2


def test_after_an_installation_all_shipped_templates_can_be_compiled(kept, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compile_templates()
    assert {file.name for file in files_in(kept)} == {
        place_of(file.relative_to(resource("templates")).as_posix()).name
        for file in resource("templates").rglob("*.xml.j2")
    }
    monkeypatch.setattr(Sandbox, "compile", lambda *_: pytest.fail("compiled anew"))
    prepared = memo()
    environment.cache_clear()
    assert compose(prepared.papers[0], prepared.office_input, prepared.card).startswith("<document")
