"""What a template may read of a value is named by its type; it is less than Jinja's sandbox allows."""

import datetime
from decimal import Decimal

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pipeline.compose.sandbox import Sandbox
from pipeline.compose.views import view_of
from pipeline.model.people import Person

PERSON = view_of(Person(title="นาย", given="มนู", surname="เลียวไพโรจน์"))
VALUES = ("ก", Markup("ก"), 1, 1.5, Decimal("1.50"), True, None, datetime.date(2020, 3, 31), [1], (1,),
          {"a": 1}, PERSON, dict, len, range(2), (n for n in ()), open, Sandbox, object())  # fmt: skip


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return Sandbox()


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_nothing_is_within_reach_that_jinja_refuses_or_that_begins_with_an_underscore(value, sandbox):
    jinjas = ImmutableSandboxedEnvironment()
    readable = [name for name in dir(value) if sandbox.is_safe_attribute(value, name)]
    assert all(jinjas.is_safe_attribute(value, name, getattr(value, name)) for name in readable)
    assert not any(name.startswith("_") for name in readable)
    assert not {"format", "format_map", "reach", "mro", "gi_frame", "encode", "translate"} & set(readable)


def test_of_what_is_neither_text_nor_list_nor_record_nothing_is_read(sandbox):
    for value in (1, 1.5, Decimal(1), None, dict, len, range(2), (n for n in ()), open, Sandbox, object()):
        assert not [name for name in dir(value) if sandbox.is_safe_attribute(value, name)], value


def test_a_mapping_s_own_entry_is_read_where_its_method_is_out_of_reach(sandbox):
    assert sandbox.getattr({"pop": "ก"}, "pop") == "ก"
    assert sandbox.getattr({"period": "ก"}, "period") == "ก"


def test_a_view_is_read_by_name_and_by_subscript(sandbox):
    assert sandbox.getattr(PERSON, "full_name") == sandbox.getitem(PERSON, "full_name") == PERSON.full_name
