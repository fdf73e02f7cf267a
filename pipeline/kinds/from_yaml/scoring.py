"""How an input of a kind made from YAML is scored; a kind that says nothing of it has nothing to score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.kinds.from_yaml.form import FormInput
from pipeline.kinds.from_yaml.scored_form import Member, ScoredFormInput
from pipeline.model.schemes import Rules, Unmeasured
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.leaf import Leaf
from pipeline.scoring.scorecard import Round, branch, leaf_or_composite, root, score_input
from pipeline.scoring.tree import Branch, Composite


def score(office_input: FormInput) -> ScoreCard | None:
    """All scores of a checked input; `None` where its kind scores nothing."""
    if not isinstance(office_input, ScoredFormInput):
        return None
    scoring = office_input.scoring
    members = tuple(scoring.members(office_input))
    results = ((whose, result) for _, whose, result in office_input.placed_results)
    return score_input(
        office_input,
        scoring.scheme_of(office_input),
        results,
        office_input.unmeasured,
        lambda round_: _whole(members, round_),
    )


def _whole(members: tuple[Member, ...], round_: Round) -> Branch:
    def parts(rules: Rules) -> Iterator[Branch]:
        return (_part(each, rules, round_) for each in members)

    return root(round_, parts)


def _part(member: Member, above: Rules, round_: Round) -> Branch:
    def indicators(rules: Rules) -> Iterator[Leaf | Composite]:
        return (leaf_or_composite(row, rules, round_) for _, row in member.rows)

    return branch(member, str(member.number), above, round_, indicators)


def under(office_input: FormInput, policy: Unmeasured) -> FormInput:
    """The input under another policy for what was not measured."""
    if not isinstance(office_input, ScoredFormInput):
        return office_input
    return office_input.model_copy(update={"unmeasured": policy})


def aims(office_input: FormInput) -> Mapping[str, Decimal]:
    """The highest score of each indicator: their rows name no other target."""
    if not isinstance(office_input, ScoredFormInput):
        return {}
    scored = ((each.scored, each.rules) for each in office_input.scored)
    return {one.id: one.scale.full(rules) for one, rules in scored if one.scale is not None}
