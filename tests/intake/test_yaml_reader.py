import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pipeline.diagnostics import Diagnostic, InputError, Location
from pipeline.intake import yaml_reader
from pipeline.intake.yaml_reader import MAX_DEPTH, read_yaml
from pipeline.thai.repair import repair_text


def values_of(text: str) -> dict:
    return read_yaml(text, "a.yaml")[0]


def faults_of(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(InputError) as caught:
        read_yaml(text, "a.yaml")
    return caught.value.diagnostics


@pytest.mark.parametrize(
    "typed",
    ["0.00", "17.50", "2563-03-31", "๑๗.๕๐", "no", "true", "0210", "1e3", "0x10", "1_000", "12:30", ".5"],
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert values_of(f"a: {typed}\nb: '{typed}'\n") == {"a": typed, "b": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_an_empty_value_is_none(typed: str) -> None:
    assert values_of(f"a: {typed}\nb: 1\n") == {"a": None, "b": "1"}


def test_a_field_that_was_left_out_is_placed_at_its_own_name() -> None:
    places = read_yaml("a:\n  b:\n\n  # หมายเหตุ\n  c: ''\nd:\n", "a.yaml")[1]
    assert {path: (place.line, place.column) for path, place in places.items() if path} == {
        ("a",): (2, 3),
        ("a", "b"): (2, 3),
        ("a", "c"): (5, 6),
        ("d",): (6, 1),
    }


def test_a_quoted_empty_value_is_a_text() -> None:
    assert values_of("a: ''\nb: \"null\"\n") == {"a": "", "b": "null"}


def test_sara_am_is_made_whole_in_names_and_values() -> None:
    assert values_of("คํา: นํ้า\n") == {"คำ": "น้ำ"}


def test_folded_text_and_dos_line_ends_are_read() -> None:
    assert values_of("a: >-\r\n  หนึ่ง\r\n  สอง\r\nb: 1\r\n") == {"a": "หนึ่ง สอง", "b": "1"}


def test_an_anchor_may_be_used_again() -> None:
    assert values_of("a: &who {name: ก}\nb: *who\n") == {"a": {"name": "ก"}, "b": {"name": "ก"}}


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("a:\n\t- x\n", 2, 1, "แท็บ"),
        ("a: b: c\n", 1, 5, ":"),
        ("a: {count} เรื่อง\n", 1, 12, "ย่อหน้า"),
        ("b: 1\na: 'ไม่ปิด\nc: 1\n", 2, 4, "ปิด"),
        ("a: [1,\nb: 2\n", 1, 4, "วงเล็บ"),
        ("a: [\n", 2, 1, "วงเล็บ"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "ย่อหน้า"),
        ("a: @x\n", 1, 4, "สงวน"),
        ("a: *x\n", 1, 4, "อ้างถึง"),
        ("a: 1\n---\nb: 2\n", 2, 1, "---"),
        ('a: "\\q"\n', 1, 6, "\\"),
        ("b: 1\na: x\x01y\n", 2, 5, "U+0001"),
    ],
)
def test_a_slip_of_syntax_is_told_in_thai_at_its_place(text: str, line: int, column: int, word: str) -> None:
    (fault,) = faults_of(text)
    assert fault.location == Location("a.yaml", line, column)
    assert word in fault.message.th
    assert fault.help.th


def test_a_name_that_stands_twice_is_refused_with_both_places() -> None:
    (fault,) = faults_of("a:\n  b: 1\n  c: 2\n  b: 3\n")
    assert (fault.code, fault.location) == ("duplicate-key", Location("a.yaml", 4, 3))
    assert "a.yaml:2:6" in fault.message.th


def test_several_slips_in_one_file_are_told_together() -> None:
    codes = [fault.code for fault in faults_of("a: 1\na: 2\n[b]: 3\nc: !py x\n<<: {d: 1}\n")]
    assert codes == ["duplicate-key", "key", "tag", "key"]


@pytest.mark.parametrize("text", ["", "\n\n", "# เพียงหมายเหตุ\n", "---\n"])
def test_a_file_without_data_is_refused(text: str) -> None:
    assert faults_of(text)[0].code == "empty-file"


@pytest.mark.parametrize("text", ["- a\n- b\n", "name:no space\n", "เพียงข้อความ\n"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    assert faults_of(text)[0].code == "not-a-mapping"


def test_aliases_that_multiply_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_VALUES", 1000)
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9))
    assert faults_of(f"l0: &l0 [x]\n{levels}")[0].code == "too-many"


@pytest.mark.parametrize(
    "text", ["a: &a [*a]\n", f"a: {'[' * (MAX_DEPTH + 5)}{']' * (MAX_DEPTH + 5)}\n", "a: " + "[" * 900]
)
def test_nesting_without_end_is_stopped(text: str) -> None:
    assert faults_of(text)[0].code == "too-deep"


def test_too_many_values_are_stopped_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_VALUES", 100)
    assert values_of(f"a: [{'1,' * 90}]\n")
    assert faults_of(f"a: [{'1,' * 101}]\n")[0].code == "too-many"


PRINTABLE = st.text(
    st.characters(categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="\u0e33\ufeff"), max_size=20
)
PLAIN = st.recursive(
    st.none() | PRINTABLE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PRINTABLE, inner, max_size=3),
    max_leaves=8,
)


def repaired(value):
    if isinstance(value, dict):
        return {repair_text(key): repaired(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [repaired(inner) for inner in value]
    return value if value is None else repair_text(value)


@given(st.dictionaries(PRINTABLE, PLAIN, min_size=1, max_size=3))
def test_what_a_yaml_writer_writes_is_read_back(values: dict) -> None:
    def all_keys(value):
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        yield [repair_text(key) for key in value] if isinstance(value, dict) else []
        for child in inner:
            yield from all_keys(child)

    stream = io.StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.dump(values, stream)
    if all(len(keys) == len(set(keys)) for keys in all_keys(values)):
        assert values_of(stream.getvalue()) == repaired(values)
