"""The catalogue says everything that the code raises, in both languages, and nothing else."""

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

import pipeline.diagnostics
from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.diagnostics.catalogue import Entry, catalogue, fill_template, merge_areas
from pipeline.diagnostics.messages_page import page

CLASS = re.compile(r"^ *class (\w+)\(([^()]*)\)", re.MULTILINE)
THAI = re.compile(r"[\u0e00-\u0e7f]")
ROOT = Path(pipeline.__file__).parent
BESIDE = {
    "batch/unit_doubts.py": "a doubt that the ledger keeps since an earlier run, shown as it was told",
    "model/doubts/doubt.py": "its words are those of the rule that asks, which has them in both languages",
    "papers/auditing.py": "its words are those of the rule that found it, likewise",
}
"""The places that build a `Diagnostic` without the catalogue, once each, and why; no other may."""


def texts() -> Iterator[tuple[str, str]]:
    """Every module of the program outside `diagnostics`, by its path."""
    for file in sorted(ROOT.rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        if not name.startswith("diagnostics/"):
            yield name, file.read_text("utf-8")


def sources(word: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules in which that word stands, parsed."""
    return ((name, ast.parse(text)) for name, text in texts() if word in text)


def name_of(call: ast.Call) -> str:
    """What is called, without the module that it is of."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def calls_in(tree: ast.AST) -> Iterator[tuple[ast.Call, bool]]:
    """Every call, and whether it stands outside all functions."""
    waiting: list[tuple[ast.AST, bool]] = [(tree, True)]
    while waiting:
        node, outside = waiting.pop()
        if isinstance(node, ast.Call):
            yield node, outside
        outside = outside and not isinstance(node, ast.FunctionDef | ast.Lambda)
        waiting += [(inner, outside) for inner in ast.iter_child_nodes(node)]


def calls(tree: ast.AST, function: str) -> list[ast.Call]:
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [node for node in found if isinstance(node.func, ast.Name) and node.func.id == function]


def key_of(call: ast.Call) -> str | None:
    """The literal key of `diagnose("key", …)`, or of `partial(diagnose, "key", …)`."""
    first = next((one for one in call.args if getattr(one, "id", "") != "diagnose"), None)
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def names_of(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


def is_diagnosing(call: ast.Call) -> bool:
    """Whether it calls `diagnose`, at once or put off."""
    name = getattr(call.func, "id", "")
    return name == "diagnose" or (name == "partial" and getattr(call.args[0], "id", "") == "diagnose")


class Told(NamedTuple):
    """The calls of `diagnose` by their place; those outside all functions, where a fault waits for its
    values as well as for its place; and the modules that build a `Diagnostic` themselves, once for each.
    """

    diagnosed: list[tuple[str, ast.Call]]
    waiting: set[str]
    in_place: list[str]


@pytest.fixture(scope="module")
def told() -> Told:
    found = Told([], set(), [])
    for name, tree in sources("diagnos"):
        for call, outside in calls_in(tree):
            if is_diagnosing(call):
                found.diagnosed.append((place := f"{name}:{call.lineno}", call))
                found.waiting.update([place] if outside else [])
            elif getattr(call.func, "id", "") == "Diagnostic":
                found.in_place.append(name)
    return found


def test_every_call_names_its_key_as_it_stands_in_the_catalogue(told: Told) -> None:
    assert [where for where, call in told.diagnosed if key_of(call) not in catalogue()] == []


def test_every_call_gives_the_names_of_its_entry_and_no_others(told: Told) -> None:
    wrong = {}
    for where, call in told.diagnosed:
        entry = catalogue()[key_of(call) or ""]
        given = {keyword.arg for keyword in call.keywords} - {"also"}
        names = names_of(*entry.message, *entry.help)
        if not given <= names or (given != names and where not in told.waiting):
            wrong[where] = given
    assert wrong == {}


def test_every_entry_is_used(told: Told) -> None:
    assert set(catalogue()) - {key_of(call) for _, call in told.diagnosed} == set()


def test_both_languages_say_something_of_the_same_values() -> None:
    for key, entry in catalogue().items():
        for text in entry:
            assert text.th.strip(), key
            assert text.en.strip(), key
        assert names_of(entry.message.th, entry.help.th) == names_of(entry.message.en, entry.help.en), key


def test_no_wording_is_in_the_catalogue_twice_for_one_code() -> None:
    said: dict[tuple[str, Entry], str] = {}
    for key, entry in catalogue().items():
        assert said.setdefault((key.partition("/")[0], entry), key) == key


def test_what_several_entries_say_is_written_once() -> None:
    written: dict[str, str] = {}
    for file in sorted((ROOT / "diagnostics" / "messages").glob("*.py")):
        for call in calls(ast.parse(file.read_text("utf-8")), "Message"):
            place = f"{file.name}:{call.lineno}"
            assert written.setdefault(ast.unparse(call.args[0]), place) == place


def test_nothing_else_words_a_fault_itself(told: Told) -> None:
    assert sorted(BESIDE) == told.in_place


def errors() -> set[str]:
    """The names of all classes of the program that are raised."""
    classes = [
        (name, {base.split("[")[0].strip().rpartition(".")[2] for base in bases.split(",")})
        for _, text in texts()
        for name, bases in CLASS.findall(text)
    ]
    found = {name for name in vars(builtins) if name.endswith(("Error", "Exception"))}
    found |= {name for name in vars(pipeline.diagnostics) if name.endswith("Error")}
    while more := {name for name, bases in classes if bases & found or ends_as_error(bases)} - found:
        found |= more
    return found


def ends_as_error(bases: set[str]) -> bool:
    """Whether one of the bases is an error of a library (`click.UsageError`)."""
    return any(base.endswith(("Error", "Exception")) for base in bases)


def worded(tree: ast.Module) -> set[str]:
    """The names of the module that are messages with their words, and of functions that make one."""
    named = set()
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if value is not None and words_in(value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named |= {target.id for target in targets if isinstance(target, ast.Name)}
    return named


def words_in(node: ast.AST) -> bool:
    """Whether a message with its words in Thai stands in it."""
    made = [call for call in ast.walk(node) if isinstance(call, ast.Call) and name_of(call) == "Message"]
    return any(THAI.search(ast.unparse(call)) for call in made)


def raising(tree: ast.Module, raised: set[str]) -> Iterator[ast.Call]:
    """The calls that make an error."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node) in raised:
            yield node


def wordings_of_errors(tree: ast.Module, raised: set[str]) -> list[int]:
    """The lines at which an error is given words that are not the catalogue's."""
    named = worded(tree)
    return [
        call.lineno
        for call in raising(tree, raised)
        if words_in(call) or named & {each.id for each in ast.walk(call) if isinstance(each, ast.Name)}
    ]


def test_no_error_is_given_words_where_it_is_raised() -> None:
    raised = errors()
    assert {"UsageError", "Refusal", "PictureFault", "InputError"} <= raised
    found = {name: wordings_of_errors(tree, raised) for name, tree in sources("Message")}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "code",
    [
        'raise UsageError(Message("ผิด", "wrong"))',
        'raise UsageError(diagnose("usage", why=Message(f"ผิด {n}", "wrong")))',
        'WRONG = Message("ผิด", "wrong")\ndef f():\n    return UsageError(WRONG)',
        'WRONG = (Message("ผิด", "wrong"), 0)\ndef f():\n    raise UsageError(*WRONG)',
    ],
)
def test_words_are_seen_however_an_error_is_given_them(code: str) -> None:
    assert wordings_of_errors(ast.parse(code), {"UsageError"}) != []


def test_a_message_as_a_value_gives_each_language_its_own() -> None:
    template = Message("ปี {year} ที่ {place}", "year {year} at {place}")
    place = Location("a.xlsx", sheet="แผน", cell="B2")
    made = fill_template(template, {"year": Message("๒๕๖๓", "2020"), "place": place})
    assert made == Message("ปี ๒๕๖๓ ที่ a.xlsx แผ่นงาน 'แผน' ช่อง B2", "year 2020 at a.xlsx sheet 'แผน' cell B2")


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert fill_template(Message("{a}", "{a}"), {"a": "{unit} {0}"}) == Message("{unit} {0}", "{unit} {0}")


def test_a_name_without_its_value_is_a_defect() -> None:
    with pytest.raises(KeyError):
        fill_template(Message("{a}", "a"), {})


def test_an_unknown_key_is_a_defect() -> None:
    with pytest.raises(KeyError):
        diagnose("unheard-of")


def test_a_variant_keeps_the_public_code(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry(Message("ใหญ่เกิน {limit}", "over {limit}"), Message("แบ่ง", "split"))
    monkeypatch.setattr("pipeline.diagnostics.catalogue.catalogue", lambda: {"too-large/table": entry})
    here, there = Location("a.csv", 1), Location("a.csv", 2)
    assert diagnose("too-large/table", here, also=[there], limit=9) == Diagnostic(
        "too-large", Message("ใหญ่เกิน 9", "over 9"), Message("แบ่ง", "split"), here, (there,)
    )


def test_a_key_in_two_areas_is_a_defect() -> None:
    entry = Entry(Message("ก", "a"), Message("ข", "b"))
    with pytest.raises(ValueError, match="too-large"):
        merge_areas([{"too-large": entry}, {"too-large": entry}])


def test_the_page_of_messages_is_current() -> None:
    assert (ROOT.parent / "docs" / "messages.md").read_text("utf-8") == page(), "make docs-messages"
