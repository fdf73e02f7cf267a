"""A few spoilt inputs of every kind end in words; `make fuzz` tries three hundred."""

import os

import pytest
from fuzz_inputs import KINDS
from fuzz_runs import good_inputs, trials

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each input is tried in a fork")


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    return good_inputs(tmp_path_factory.mktemp("fuzz"))


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    monkeypatch.setenv("SARABAN_LANG", "en")


@pytest.mark.slow
def test_a_spoilt_input_of_each_kind_is_read_or_refused_in_words(good, tmp_path):
    verdicts = list(trials(9, range(len(KINDS)), good, tmp_path))
    assert [(verdict.trial, verdict.wrong) for verdict in verdicts if verdict.wrong] == []
    assert {verdict.trial.kind for verdict in verdicts} == set(KINDS)


def test_what_ends_badly_is_seen(good, tmp_path, monkeypatch):
    def break_down(*_):
        raise RuntimeError

    monkeypatch.setattr("pipeline.workbook.read", break_down)
    memo = list(KINDS).index("memo")
    (verdict,) = trials(9, range(memo, memo + 1), good, tmp_path)
    assert any("a defect of the program" in wrong for wrong in verdict.wrong)
