"""`load`, `check` and `score`: an input as records, all that is wrong in it, and its scores."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import api
from pipeline.cli.main import saraban

INPUT = Path(__file__).parents[2] / "input"
FAULTS = [("missing", 4), ("placeholder", 11), ("unknown-key", 5)]
"""What is wrong in the broken memo: no subject, an unknown field, an unknown name in braces."""


def placed(faults):
    return [(fault.code, fault.location.line) for fault in faults]


@pytest.mark.parametrize(
    ("name", "kind", "papers"),
    [
        ("memo-example", "memo", ["memo"]),
        ("hr-scorecard-2563", "hr-scorecard", ["memo", "report"]),
        ("agreement-2547", "agreement", ["agreement", "annexes", "scores"]),
    ],
)
def test_an_input_of_any_kind_is_loaded(name, kind, papers):
    loaded = api.load(str(INPUT / name))
    assert (loaded.name, loaded.office_input.kind) == (name, kind)
    assert [paper.id for paper in loaded.papers] == papers


@pytest.mark.parametrize("function", [api.load, api.build, api.render])
def test_a_broken_input_is_refused_with_all_its_faults(function, broken):
    with pytest.raises(api.InputError) as refused:
        function(broken)
    assert sorted(placed(refused.value.diagnostics)) == FAULTS


def test_a_missing_input_is_refused(tmp_path):
    with pytest.raises(api.InputError) as refused:
        api.load(tmp_path / "ไม่มี")
    assert [fault.code for fault in refused.value.diagnostics] == ["not-found"]


def test_check_tells_all_faults_and_raises_nothing(broken):
    found = api.check(broken)
    assert sorted(placed(found.faults)) == FAULTS
    assert (found.prepared, found.papers) == (None, ())


def test_check_tells_the_doubts_that_the_command_tells(doubtful):
    found = api.check(doubtful)
    said = json.loads(CliRunner().invoke(saraban, ["check", str(doubtful), "--json"]).stdout)
    assert [(doubt.code, doubt.place.line) for doubt in found.doubts] == [("D0401", 11)]
    assert [(each["code"], each["line"]) for each in said] == [("D0401", 11)]
    assert found.faults == ()


def test_check_goes_through_the_papers_that_are_asked_for(memo, tmp_path):
    (tmp_path / "ours" / "memo").mkdir(parents=True)
    (tmp_path / "ours" / "memo" / "memo.xml.j2").write_text("{{ nothing_of_the_kind }}", encoding="utf-8")
    ours = api.render_options(templates=tmp_path / "ours")
    refused = api.check(memo, options=ours)
    assert isinstance(refused.refused, api.TemplateError)
    assert refused.prepared is not None
    assert api.check(memo, only=(), options=ours).refused is None
    with pytest.raises(api.RequestError, match="report"):
        api.check(memo, only=["report"])


@pytest.mark.parametrize("given", [str, api.load])
def test_scores_under_every_policy(given):
    """domain.md §2.8; the figures were worked out by hand from the nine levels."""
    scores = api.score(given(INPUT / "hr-scorecard-2563"))
    assert {policy: str(card.total.score) for policy, card in scores.by_policy.items()} == {
        "excluded": "4.0000",
        "zero": "3.2000",
        "floor": "3.4000",
    }
    assert scores.card == scores.by_policy["excluded"]
    assert scores.as_json("x")["total"]["percent"] == "80.71"


def test_a_memo_has_no_scores(memo):
    scores = api.score(memo)
    assert (scores.card, scores.by_policy) == (None, {})
    with pytest.raises(api.RequestError, match="no indicators"):
        scores.as_json("x")


def test_a_broken_plan_is_not_scored(tmp_path):
    (tmp_path / "plan.yaml").write_text("kind: hr-scorecard\nplan: {}\n", encoding="utf-8")
    with pytest.raises(api.InputError) as refused:
        api.score(tmp_path / "plan.yaml")
    assert len(refused.value.diagnostics) > 1
