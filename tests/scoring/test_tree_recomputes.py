"""What `score --json` prints in `tree` can be reckoned again from its leaves: with fractions, by the schemes
as they were typed.
"""

from fractions import Fraction as F
from math import floor

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.papers.score_tree import tree_json
from tests.scoring.agreements import card

PLACES = st.sampled_from([[], [0], [1], [2], [3, 2], [4]])
COMBINE = st.sampled_from(["weighted", "mean", "sum"])
CLOSE = F(1, 10**15)


@st.composite
def scheme(draw, id):
    """Five levels with other ways to combine and to round."""
    made = {"id": id, "like": "five-levels", "combine": draw(COMBINE), "of": draw(st.sampled_from([100, 80]))}
    made["unmeasured"] = draw(st.sampled_from(["excluded", "zero", "failed", "floor"]))
    if draw(st.booleans()):
        made["out_of"] = draw(st.sampled_from([1, 20, 100]))
    return made | {
        "rounding": {name: draw(PLACES) for name in ("score", "weighted", "group", "total")}
    }  # fmt: skip


def shares(draw, count, whole):
    """So many weights that add up."""
    cuts = sorted(draw(st.lists(st.integers(0, whole), min_size=count - 1, max_size=count - 1)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]


class Plan:
    """An agreement as it grows, with its results."""

    def __init__(self, draw):
        self.draw, self.results, self.ids = draw, [], 0
        self.schemes = {id: draw(scheme(id)) for id in ("whole", "one", "two", "part")}

    def weigh(self, within, members, whole=None):
        """Members with weights where the rules of `within` weigh them."""
        rules = self.schemes[within]
        if rules["combine"] == "weighted":
            weights = shares(self.draw, len(members), rules["of"] if whole is None else whole)
            for member, weight in zip(members, weights, strict=True):
                member["weight"] = str(weight)
        return members

    def leaf(self):
        """Marks out of full marks of its own, with or without a result."""
        self.ids += 1
        id = str(self.ids)
        full = self.draw(st.sampled_from([5, 5, 3, 40]))
        if (mark := self.draw(st.none() | st.integers(0, full * 100))) is not None:
            self.results.append(
                {"indicator": id, "value": str(mark / F(100) + 0) if not mark % 100 else f"{mark / 100:.2f}"}
            )
        return {"id": id, "name": f"ตัวชี้วัด {id}", "scale": {"type": "marks", "full_marks": str(full)}}

    def indicator(self, within):
        """A leaf, or a composite with or without a scheme of its own."""
        if self.draw(st.integers(0, 3)):
            return self.leaf()
        own = self.draw(st.booleans())
        self.ids += 1
        whole = None if own else 100
        parts = self.weigh("part" if own else within, [self.leaf() for _ in range(2)], whole)
        made = {"id": f"c{self.ids}", "name": "ประกอบ", "parts": parts}
        return made | ({"scheme": "part"} if own else {})

    def dimension(self, number, own):
        """One group of two or three indicators."""
        within = own or "whole"
        members = [self.indicator(within) for _ in range(self.draw(st.integers(2, 3)))]
        made = {"number": number, "name": f"มิติ {number}", "groups": [{"name": "ก", "indicators": members}]}
        return made | ({"scheme": own} if own else {})

    def whole(self):
        """Two dimensions, each with a scheme of its own or without."""
        dimensions = [
            self.dimension(n, own if self.draw(st.booleans()) else "") for n, own in ((1, "one"), (2, "two"))
        ]
        self.weigh("whole", dimensions)
        for each in dimensions:
            own, [group] = each.get("scheme"), each["groups"]
            self.weigh(own or "whole", group["indicators"], None if own else int(each.get("weight", 100)))
            if self.schemes[own or "whole"]["combine"] == "weighted":
                group["weight"] = str(self.schemes[own]["of"]) if own else each["weight"]
        return dimensions


def half_up(figure, places):
    for each in places:
        figure = F(floor(figure * 10**each + F(1, 2)), 10**each)
    return figure


def combined(rules, members, *, own, common=None):
    """(score, full, Σ weighted) of (weight, score, full) as the rules say, before the whole is rounded."""
    counted = [member for member in members if member[1] is not None]
    out_of = rules.get("out_of")
    if rules["combine"] == "sum":
        got, full = sum(score for _, score, _ in counted), sum(full for *_, full in counted)
        if not full:
            return None, None, 0
        return (F(got) * out_of / full, F(out_of), got) if own and out_of else (F(got), full, got)
    scaled = [(weight, score * common / full) for weight, score, full in counted]
    if rules["combine"] == "mean":
        return (sum(s for _, s in scaled) / len(scaled), common, 0) if scaled else (None, None, 0)
    weighted = sum(half_up(w * s / rules["of"], rules["rounding"]["weighted"]) for w, s in scaled)
    weight = sum(w for w, _ in scaled)
    return (F(weighted) * rules["of"] / weight, common, weighted) if weight else (None, None, weighted)


def common_full(rules, members):
    fulls = {full for *_, full in members}
    return F(rules["out_of"]) if rules.get("out_of") else (F(100) if len(fulls) > 1 else fulls.pop())


class Checked:
    """The tree reckoned again, from its leaves up."""

    def __init__(self, schemes):
        self.schemes = schemes

    def leaf(self, node, within):
        """(weight, score, full) of an indicator or part; parts are combined first."""
        if node["parts"]:
            own = node["scheme"]
            rules = self.schemes["part"] if own == "part" else self.of_parts(within)
            parts = [self.leaf(part, rules) for part in node["parts"]]
            score, full, _ = combined(rules, parts, own=own == "part", common=common_full(rules, parts))
            score = None if score is None else half_up(score, rules["rounding"]["score"])
            full = F(node["full"]) if score is None else full
            self.same(node["counted"], score)
            self.same(node["full"], full)
        else:
            score, full = (None if node["counted"] is None else F(node["counted"])), F(node["full"])
        return F(node["weight"]), score, full

    @staticmethod
    def of_parts(rules):
        return {**rules, "out_of": None, "rounding": {**rules["rounding"], "weighted": []}}

    def members(self, node, rules):
        for each in node["members"]:
            if "id" in each:
                yield self.leaf(each, rules)
            elif each["counts_as_one"]:
                score, full = self.group(each)
                yield F(each["weight"]), score, full
            else:
                yield from self.members(each, rules)

    def group(self, node):
        """(score, full) of what is combined by a scheme of its own, and of what gathers in it."""
        rules = self.schemes[node["scheme"]]
        members = list(self.members(node, rules))
        common = common_full(rules, members)
        score, full, weighted = combined(rules, members, own=True, common=common)
        score = None if score is None else half_up(score, rules["rounding"]["group"])
        if node["name"]:
            self.same(node["score"], score)
        self.same(node["members_weighted"], weighted)
        for each in node["members"]:
            if "members" in each and not each["counts_as_one"]:
                self.gathered(each, rules, common)
        return score, F(node["full"]) if full is None else full

    def gathered(self, node, rules, common):
        members = list(self.members(node, rules))
        score, _, weighted = combined(rules, members, own=False, common=common)
        self.same(node["score"], None if score is None else half_up(score, rules["rounding"]["group"]))
        self.same(node["members_weighted"], weighted)

    @staticmethod
    def same(told, reckoned):
        assert (told is None) == (reckoned is None)
        assert told is None or abs(F(told) - reckoned) < CLOSE


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_the_tree_is_what_its_leaves_come_to(data):
    plan = Plan(data.draw)
    dimensions = plan.whole()
    amount = data.draw(st.sampled_from([None, "0.25"]))
    ceiling = data.draw(st.sampled_from([None, "3"]))
    made = card(
        dimensions,
        plan.results,
        "whole",
        schemes=list(plan.schemes.values()),
        adjustments=[] if amount is None else [{"amount": amount, "reason": "รางวัล"}],
        gates=[] if ceiling is None else [{"condition": "ครบ", "ceiling": ceiling, "met": False}],
    )
    tree = tree_json(made, str)["tree"]
    score, _ = Checked(plan.schemes).group(tree)
    if score is not None:
        score = half_up(score, plan.schemes["whole"]["rounding"]["total"]) + F(amount or 0)
        score = score if ceiling is None else min(score, F(ceiling))
    Checked.same(tree["score"], score)
