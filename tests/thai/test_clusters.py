"""Clusters: a consonant with its marks, and what else no line may part."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.clusters import clusters


def parts(text: str) -> list[str]:
    starts = [*clusters(text), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ที่นี่", ["ที่", "นี่"]),
        ("น้ำ", ["น้ำ"]),
        ("ผู้", ["ผู้"]),
        ("เก้า", ["เ", "ก้", "า"]),
        ("e\u0301t", ["e\u0301", "t"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("👨\u200d👩", ["👨\u200d👩"]),
        ("☎\ufe0f1", ["☎\ufe0f", "1"]),
    ],
)
def test_marks_sara_am_and_joined_emoji_stay_with_their_base(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize("lone", ["\u0e48", "\u0e34\u0e48", "\u0e33"])
def test_marks_without_a_base_are_a_cluster_of_their_own(lone):
    assert parts(lone) == [lone]


@given(st.text(max_size=50))
def test_clusters_joined_are_the_text(text):
    assert "".join(parts(text)) == text
