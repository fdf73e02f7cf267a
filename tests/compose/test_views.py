"""Templates get views: the fields of a record and what is marked there, to read and nothing else."""

import datetime
from decimal import Decimal
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from pipeline import kinds
from pipeline.compose.views import PLAIN, View, field_names, view_of
from pipeline.model.fields import types_of
from pipeline.model.in_templates import derived_names
from pipeline.model.passages import Passage
from pipeline.model.people import Person
from pipeline.model.records import Record
from pipeline.model.scheme_rules import Schemes
from pipeline.model.shipped_schemes import FIVE_LEVELS
from pipeline.scoring.cards import GroupScore, ScoreCard

MANU = Person(title="นาย", given="มนู", surname="เลียวไพโรจน์")


def every_record() -> list[type[Record]]:
    """All records that an input may hold, however deep."""
    found: dict[type[Record], None] = {}

    def follow(annotation: object) -> None:
        for inner in get_args(annotation):
            follow(inner)
        if isinstance(annotation, type) and issubclass(annotation, Record) and annotation not in found:
            found[annotation] = None
            for inner in types_of(annotation).values():
                follow(inner)

    for kind in [kind.record for kind in kinds.every()]:
        follow(kind)
    return list(found)


def test_fields_and_marked_properties_are_read():
    view = view_of(MANU)
    assert (view.title, view.given, view.surname) == ("นาย", "มนู", "เลียวไพโรจน์")
    assert view.full_name == "นายมนู เลียวไพโรจน์"


@pytest.mark.parametrize("record", every_record(), ids=lambda record: record.__name__)
def test_nothing_else_of_a_record_is_there(record):
    """No method of pydantic's, nor of ours: what has no underscore before it is a field or marked."""
    view = view_of(record.model_construct())
    public = {name for name in dir(view) if not name.startswith("_")} - {"reach"}
    assert public == {*field_names(record), *derived_names(record)}
    assert not any(hasattr(BaseModel, name) for name in public - {"copy"})


def test_every_type_of_field_is_a_plain_value_or_a_record():
    """Or a template would be given something that nobody thought of."""

    def members(annotation: object) -> list[object]:
        if get_origin(annotation) in {Union, UnionType, tuple, dict, Annotated}:
            return [kind for inner in get_args(annotation) if inner is not ... for kind in members(inner)]
        return [annotation]

    for record in every_record():
        for name, annotation in types_of(record).items():
            if name in field_names(record):
                for kind in members(annotation):
                    plain = kind in PLAIN or get_origin(kind) is Literal
                    assert plain or issubclass(kind, Record), (record, name, kind)


def test_what_a_record_holds_is_seen_too():
    passage = view_of(Passage(text="ก", numbered=("ข", "ค")))
    assert passage.count == 2
    assert [type(entry).__name__ for entry in passage.numbered] == ["Passage", "Passage"]
    assert all(isinstance(entry, View) for entry in passage.numbered)
    assert passage.numbered is passage.numbered


def test_a_method_that_is_marked_gives_views():
    rules = Schemes().rules(FIVE_LEVELS)

    def group(number: str, name: str) -> GroupScore:
        return GroupScore(
            number, name, Decimal(1), Decimal(1), None, None, Decimal(0), (), Decimal(5), 4, rules
        )

    card = view_of(ScoreCard((group("2", "ข"),), group("", ""), "zero", rules))
    assert isinstance(card.dimension(2), View)
    assert card.dimension(2).name == "ข"


@pytest.mark.parametrize("value", ["ก", 2, Decimal("1.50"), datetime.date(2020, 3, 31), None, True])
def test_plain_values_pass_as_they_are(value):
    assert view_of(value) is value


@pytest.mark.parametrize("value", [object(), b"x", print, Person, {1, 2}])
def test_anything_else_is_refused(value):
    with pytest.raises(TypeError):
        view_of(value)


def test_a_view_cannot_be_written_to():
    view = view_of(MANU)
    with pytest.raises(AttributeError):
        view.given = "อื่น"
    with pytest.raises(AttributeError):
        del view.given
    assert view.given == "มนู"


def test_views_of_equal_records_are_equal():
    same = Person(title="นาย", given="มนู", surname="เลียวไพโรจน์")
    other = Person(title="นาย", given="มานี", surname="เลียวไพโรจน์")
    assert view_of(MANU) == view_of(same)
    assert view_of(MANU) != view_of(other)
    assert view_of(MANU) != MANU
