"""What libyaml reads of plain documents is what the reader in Python reads, place by place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.diagnostics import InputError
from pipeline.intake import plain_yaml, yaml_reader
from pipeline.intake.plain_yaml import compose_plain
from pipeline.intake.yaml_reader import MAX_DEPTH, MAX_VALUES, read_yaml

pytestmark = pytest.mark.skipif(plain_yaml.CParser is None, reason="libyaml is not installed")
ROOT = Path(__file__).parents[2]
FILES = sorted(
    file
    for folder in ("input", "templates", "tests/fixtures", "tests/kinds")
    for file in (ROOT / folder).rglob("*.yaml")
)
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]


def is_plain(text: str) -> bool:
    return compose_plain(text, MAX_VALUES, MAX_DEPTH) is not None


def reading(text: str) -> object:
    """The values in their order and the place of each, or what is said of the faults."""
    try:
        values, places = read_yaml(text, "a.yaml")
    except InputError as error:
        return error.diagnostics
    return repr(values), list(places.items())


def reading_in_python(text: str) -> object:
    with patch.object(yaml_reader, "compose_plain", return_value=None):
        return reading(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_both_readers_read_every_file_of_ours_alike(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert reading(text) == reading_in_python(text)


SEEDS = ("hr-scorecard-2563", "agreement-2547", "memo-example")


@pytest.mark.parametrize(
    "file", [each for seed in SEEDS for each in sorted((ROOT / "input" / seed).glob("*.yaml"))]
)
def test_the_seeds_are_plain(file: Path) -> None:
    assert is_plain(file.read_text(encoding="utf-8"))


WORDS = st.text(
    st.sampled_from("กขคำนี้เแ์ๆ๑๒ abcXYZ 019 -.,:;/()'\"[]{}#&*|>%@`+=~_\u00a0\u200b฿😀"),
    min_size=1,
    max_size=24,
)
"""Texts as people type them, with everything that may stand wrong in one."""
TYPED_WORDS = st.text(st.sampled_from("กขคงนี้ำเ์ๆ๑ abcXYZ019.-()/"), min_size=1, max_size=24).map(
    lambda text: f"ก{text}ข"
)
"""Texts that need no quotes and are no number, no field's name and no mark of YAML."""
SCALARS = st.one_of(
    TYPED_WORDS,
    st.sampled_from(["", "~", "null", "0.00", "17.50", "2563-03-31", "no", "=", "10:30", "http://a.th/ก#ข"]),
    WORDS.map(lambda text: "'" + text.replace("'", "''") + "'"),
    WORDS.map(lambda text: '"' + text.replace('"', "“") + '"'),
    TYPED_WORDS.map(lambda text: f"{text}\n{' ' * 40}{text}"),
    TYPED_WORDS.map(lambda text: f"'{text}\n\n{' ' * 40}{text} '"),
    st.lists(TYPED_WORDS.map(lambda text: text.replace(",", "")), max_size=3).map(
        lambda texts: f"[{', '.join(texts)}]"
    ),
    st.lists(TYPED_WORDS, max_size=3).map(
        lambda texts: "{" + ", ".join(f'f{n}: "{text}"' for n, text in enumerate(texts)) + "}"
    ),
)
BETWEEN = st.sampled_from(["", "", "", "\n", "# หมายเหตุ: 'x' [y\n", "      # note\n\n", "   \n"])


def lines_of(tree: object, indent: str) -> str:
    """A block of YAML: fields of a list of pairs, entries of a tuple, or a scalar's own text."""
    if isinstance(tree, list):
        return "".join(
            f"{between}{indent}ชื่อ {n}:{opened(inner, indent)}" for n, (between, inner) in enumerate(tree)
        )
    assert isinstance(tree, tuple)
    return "".join(f"{between}{indent}-{opened(inner, indent)}" for between, inner in tree)


def opened(tree: object, indent: str) -> str:
    return f" {tree}\n" if isinstance(tree, str) or not tree else "\n" + lines_of(tree, indent + "  ")


TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(st.tuples(BETWEEN, inner), min_size=1, max_size=4)
        | st.lists(st.tuples(BETWEEN, inner), min_size=1, max_size=4).map(tuple)
    ),
    max_leaves=12,
)


@given(st.lists(st.tuples(BETWEEN, TREES), min_size=1, max_size=4))
def test_documents_as_we_write_them_are_read_alike(fields: list[tuple[str, object]]) -> None:
    text = lines_of(fields, "")
    assert reading(text) == reading_in_python(text)


@given(st.lists(st.tuples(BETWEEN, TYPED_WORDS), min_size=1, max_size=4))
def test_fields_of_texts_are_plain(fields: list[tuple[str, object]]) -> None:
    assert is_plain(lines_of(fields, ""))


SLIPS = [
    *(
        "&\n",
        "*\n",
        "\n",
        "\n\n",
        "\n  ",
        " ",
        "  ",
        "- ",
        "-",
        ":",
        ": ",
        "? ",
        "?",
        "#",
        " #",
        "[",
        "]",
        "{",
        "}",
        ",",
    ),
    *('"', "'", "|", ">", "|-\n", ">+2\n", "& ", "&a ", "*a", "*a ", "!", "!!str ", "%", "@", "`", "---\n"),
    *("...\n", "~", "<<: ", "=", "\t", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "\u200b", "\\", "\x00"),
    *("a: b\n", "[a: b]", "['a' :b]", " :", "{a}", '{"a":b}', "''", "x" * 1030, "\u0e33", "😀", "\ud800"),
]


@given(st.data())
def test_a_slip_anywhere_in_a_file_of_ours_is_told_alike(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(TEXTS)).splitlines(keepends=True)
    first = data.draw(st.integers(0, len(lines) - 1))
    text = "".join(lines[first : first + 8])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        dropped = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(st.sampled_from(SLIPS)) + text[at + dropped :]
    assert reading(text) == reading_in_python(text)


@given(st.lists(st.sampled_from([*SLIPS, "a", "ก", "b: ", "\n- "]), max_size=12).map("".join))
@example("&a:x b: 1\n")
def test_marks_in_any_order_are_read_or_refused_alike(text: str) -> None:
    assert reading(f"a: {text}") == reading_in_python(f"a: {text}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: !\n", id="libyaml takes a lone mark of a tag for a text"),
        pytest.param("<<: b\n", id="the name of a merge"),
        pytest.param("---\na: 1\n", id="the mark of a document"),
        pytest.param("a: 1\n...\n# x\n...\n", id="libyaml reads several ends of one document"),
        pytest.param("a: |\n  \n\n    \n", id="libyaml reads blank lines that the other refuses"),
        pytest.param("a: >#\n", id="libyaml takes this for a comment"),
        pytest.param("a: &b:x c\n", id="names of anchors end elsewhere"),
        pytest.param("a: ['b' :&c d]\n", id="libyaml ends a name here"),
        pytest.param("a:\tb\n", id="tab"),
        pytest.param("a: b\r\n", id="line ends of DOS"),
        pytest.param("a: b\u2028  c\n", id="libyaml breaks a line here"),
        pytest.param("a: b\x85  c\n", id="both may break a line here"),
        pytest.param("\ufeffa: b\n", id="mark of byte order"),
        pytest.param('a: "\\/"\n', id="escapes of 1.2"),
        pytest.param("? a\n: b\n", id="a key with a mark of its own"),
        pytest.param("%YAML 1.1\n---\na: 1\n", id="directive"),
        pytest.param("a: 1\na: 2\n", id="a name twice"),
        pytest.param("[a]: 1\n", id="a key that is no text"),
        pytest.param("- a\n", id="no mapping"),
    ],
)
def test_what_the_readers_may_read_differently_is_read_in_python(text: str) -> None:
    seen = []
    compose = yaml_reader.compose_nodes
    with patch.object(yaml_reader, "compose_nodes", lambda *given: seen.append(given) or compose(*given)):
        found = reading(text)
    assert seen
    assert found == reading_in_python(text)


def nested(depth: int) -> list[str]:
    maps = "".join(f"{' ' * level}k:\n" for level in range(depth))
    return [
        f"a: {'[' * depth}x{']' * depth}\n",
        maps,
        f"a:\n {'- ' * depth}x\n",
        "{a: " * depth + "}" * depth,
    ]


@pytest.mark.parametrize("depth", [MAX_DEPTH + more for more in (-3, -2, -1, 0, 1, 2, 3)])
def test_both_stop_at_the_same_depth(depth: int) -> None:
    for text in nested(depth):
        assert reading(text) == reading_in_python(text)


@pytest.mark.parametrize("text", ["- " * 100_000, "[" * 100_000, "a: " + "{a: " * 100_000])
def test_nesting_without_end_is_left_alone(text: str) -> None:
    assert compose_plain(text, MAX_VALUES, MAX_DEPTH) is None


def test_both_stop_at_the_same_number_of_values() -> None:
    texts = [f"x: &x 1\na: [{'1, ' * n}]\nb: [{'*x, ' * n}]\nc: *x \n" for n in range(8, 20)]
    texts += ["x: &x 1\n" + "".join(f"k{n}: *x\n" for n in range(many)) for many in range(8, 20)]
    with patch.object(yaml_reader, "MAX_VALUES", 30):
        found = [reading(text) for text in texts]
        assert found == [reading_in_python(text) for text in texts]
    assert {type(one) for one in found} == {tuple}


@pytest.mark.parametrize("quote", ["", "'", '"'])
@pytest.mark.parametrize("letter", ["x", "ก"])
def test_names_of_a_thousand_letters_are_read_or_refused_alike(letter: str, quote: str) -> None:
    for many in range(1018, 1030):
        name = quote + letter * many + quote
        for text in (f"{name}: 1\n", f"b: 1\n{name} : 1\n", f"a: {{{name}: 1}}\n"):
            assert reading(text) == reading_in_python(text)


def test_without_libyaml_the_same_is_read() -> None:
    program = (
        "import sys; sys.modules['_ruamel_yaml'] = None\n"
        "from pipeline.intake import plain_yaml; from pipeline.intake.yaml_reader import read_yaml\n"
        "assert plain_yaml.CParser is None\n"
        "values, places = read_yaml(open(sys.argv[1], encoding='utf-8').read(), 'a.yaml')\n"
        "sys.stdout.buffer.write(repr((repr(values), list(places.items()))).encode())"
    )
    file = ROOT / "input" / "memo-example" / "memo.yaml"
    done = subprocess.run([sys.executable, "-c", program, file], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.decode() == repr(reading(file.read_text(encoding="utf-8")))
