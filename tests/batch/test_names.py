import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.papers.names import distinct_names, fold_name, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("อก ๐๒๑๐(๒)/๑๕๓๙", "อก ๐๒๑๐(๒)-๑๕๓๙"),
        ("../../x", "-..-x"),
        ("..", "-"),
        ("", "-"),
        (".ซ่อน", "ซ่อน"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("a\x00b\nc", "a-b-c"),
        ("จบด้วยจุด. ", "จบด้วยจุด"),
    ],
)
def test_a_name_is_readable_and_stays_in_its_folder(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_the_suffix_follows_the_name() -> None:
    assert safe_name("memo", ".pdf") == "memo.pdf"


def test_long_names_that_differ_only_at_the_end_stay_two() -> None:
    first, second = safe_name("ก" * 300 + "ข", ".pdf"), safe_name("ก" * 300 + "ค", ".pdf")
    assert first != second
    assert len(first.encode()) <= 255


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    name = safe_name("น้ำ" + "ที่" * 100)
    assert name.partition("~")[0].removeprefix("น้ำ").replace("ที่", "") == ""


@given(st.text(), st.sampled_from(["", ".pdf", ".docx"]))
def test_any_text_gives_a_safe_name(text: str, suffix: str) -> None:
    name = safe_name(text, suffix)
    assert unicodedata.is_normalized("NFC", name)
    assert name
    assert name not in (".", "..")
    assert not name.startswith(".") or name == suffix
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
    assert len(name.encode()) <= 255
    assert name.endswith(suffix)


@given(st.text())
def test_a_safe_name_is_its_own_safe_name(text: str) -> None:
    assert safe_name(safe_name(text)) == safe_name(text)


NUMBERS = [
    "อก ๐๒๑๐(๒)/๑๕๓๙",
    "อก ๐๒๑๐(๒)-๑๕๓๙",
    "../../x",
    "x",
    "X",
    "con",
    "CON.txt",
    "é",
    "e\u0301",
    "น" * 300,
    "น" * 301,
]


def test_document_numbers_of_all_sorts_give_distinct_readable_names() -> None:
    names = distinct_names(NUMBERS)
    assert names[:6] == ("อก ๐๒๑๐(๒)-๑๕๓๙", "อก ๐๒๑๐(๒)-๑๕๓๙ (2)", "-..-x", "x", "X (2)", "_con")
    assert len({fold_name(name) for name in names}) == len(NUMBERS)


def test_a_name_that_is_taken_goes_to_none() -> None:
    assert distinct_names(["Report.HTML"], taken=["report.html"]) == ("Report.HTML (2)",)


NAMES = (
    st.text(max_size=90) | st.sampled_from(NUMBERS) | st.sampled_from(["a", "A", "a (2)", "A (2)", " (2)"])
)


@given(st.lists(NAMES, max_size=12))
def test_any_texts_give_safe_names_that_no_file_system_takes_for_one(texts: list[str]) -> None:
    names = distinct_names(texts)
    assert len({fold_name(name) for name in names}) == len(texts)
    for name in names:
        assert safe_name(name) == name


@given(st.lists(NAMES, max_size=8), NAMES)
def test_a_text_that_is_added_at_the_end_renames_no_other(texts: list[str], last: str) -> None:
    assert distinct_names([*texts, last])[:-1] == distinct_names(texts)
