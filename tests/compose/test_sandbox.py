"""A judgement on an attribute is kept for its type alone, and is jinja's own."""

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.compose.sandbox import Sandbox


class Data:
    """Something with the names that are refused elsewhere."""

    update = append = mro = gi_frame = "harmless"


def nothing() -> None:
    """A function, whose insides templates may not see."""


ASKED = (
    (Data(), "update"), ({}, "update"), ({}, "keys"), (Data(), "append"), ([], "append"), ([], "index"),
    (Data(), "mro"), (Data, "mro"), (str, "upper"), (Data(), "__class__"), (Data(), "_own"),
    (Data(), "gi_frame"), ((n for n in ()), "gi_frame"), (nothing, "__globals__"), (nothing, "__code__"),
)  # fmt: skip


@pytest.mark.parametrize("order", [ASKED, ASKED[::-1], (*ASKED, *ASKED)])
def test_whatever_was_asked_before_the_answer_is_that_of_jinja(order):
    ours, jinjas = Sandbox(), ImmutableSandboxedEnvironment()
    for holder, name in order:
        asked = (holder, name, None)
        assert ours.is_safe_attribute(*asked) == jinjas.is_safe_attribute(*asked), (holder, name)


def test_jinja_tells_the_same_name_apart_by_type():
    """Or the test above could not fail."""
    jinjas = ImmutableSandboxedEnvironment()
    assert jinjas.is_safe_attribute(Data(), "update", None)
    assert not jinjas.is_safe_attribute({}, "update", None)
