"""The fields that a `kind.yaml` names -> classes of records, as those that are written in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator, Field, create_model
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from pipeline.kinds.from_yaml.field_types import TYPES
from pipeline.kinds.from_yaml.kind_file import EachRoundName, FieldSpec
from pipeline.kinds.from_yaml.scored_columns import INDICATORS
from pipeline.model.indicators import Measured, Part, TrackScale, Weight
from pipeline.model.records import (
    EachRound,
    FilledText,
    FollowedBy,
    Identifier,
    Made,
    Personal,
    Record,
    RoundPart,
    Seldom,
)
from pipeline.model.round_fields import part_of
from pipeline.model.scales import Scale
from pipeline.model.schemes import Unmeasured

Built = TypeVar("Built", bound=Record)


class FormRecord(Record):
    """A row of a table, or a group of fields, that a `kind.yaml` names."""

    row_key: ClassVar[str] = ""
    """The field by which others name a row."""

    types: ClassVar[Mapping[str, str]] = {}
    """The types of its fields, by their names."""


class IndicatorRow(FormRecord):
    """A row of a field of the type `indicators`; what such a row never has stands here as nothing."""

    scale_makers: ClassVar[tuple[Mapping[str, Any], ...]] = ()
    """How its scale is made, where no column holds one: the first way that fits the scheme."""

    parts: ClassVar[tuple[Part, ...]] = ()
    targets: ClassVar[tuple[TrackScale, ...]] = ()
    scheme: ClassVar[str] = ""
    unmeasured: ClassVar[Unmeasured | None] = None

    if TYPE_CHECKING:  # the kind names them, or they are given to the row
        id: str
        name: str
        weight: Decimal | None
        scale: Scale | None


def build_record(
    name: str, title: str, fields: Mapping[str, FieldSpec], base: type[Built], **more: Any
) -> type[Built]:
    """A class of records with these fields; `more` are fields of another making."""
    made: dict[str, Any] = {**more, **{each: _field(name, each, spec) for each, spec in fields.items()}}
    record: type[Built] = create_model(
        name, __base__=base, __module__=__name__, __cls_kwargs__={"title": title}, **made
    )
    return record


def types_of(fields: Mapping[str, FieldSpec]) -> dict[str, str]:
    """The types of fields, by their names."""
    return {name: spec.type for name, spec in fields.items()}


def class_name(name: str) -> str:
    """`leave-summary` -> `LeaveSummary`; a name with other letters than a to z by its digest, as schemas have
    no other.
    """
    if not name.isascii():
        return f"Kind{sha256(name.encode()).hexdigest()[:8]}"
    return "".join(word.capitalize() for word in name.replace("-", "_").split("_"))


def _field(owner: str, name: str, spec: FieldSpec) -> tuple[Any, FieldInfo]:
    """The annotation of a field and what it says of itself."""
    kind = TYPES[spec.type]
    annotation = _annotation(owner, name, spec)
    if spec.personal:
        annotation = Annotated[annotation, Personal()]
    about: dict[str, Any] = {"title": spec.title, "description": spec.hint or spec.title}
    if spec.made:
        untyped: Any = Annotated[annotation | None, BeforeValidator(_refuse_typed), Made(), SkipJsonSchema()]  # type: ignore[type-arg]
        return untyped, Field(None, **about)
    if kind.empty == () and (spec.least is not None or spec.most is not None or spec.required):
        about |= {"min_length": spec.least or int(spec.required), "max_length": spec.most}
    if spec.required and kind.empty != ():
        return _marked(annotation, name, spec), Field(..., **about)
    if kind.empty is None and kind.holds != "measured":  # results say themselves what may be empty
        annotation |= None
    annotation = _marked(annotation, name, spec)
    default: Any = spec.default or kind.empty
    if spec.type == "measured" and not spec.default:
        default = Measured.model_fields[name].get_default()
    return annotation, Field(default, validate_default=bool(spec.default), **about)


def _marked(annotation: Any, name: str, spec: FieldSpec) -> Any:
    """The annotation with the marks by which a workbook and the doubts know the field."""
    if spec.seldom:
        annotation = Annotated[annotation, Seldom()]
    if spec.followed_by:
        annotation = Annotated[annotation, FollowedBy(spec.followed_by)]
    if part := _round_part(name, spec):
        annotation = Annotated[annotation, EachRound(part)]
    return annotation


def _round_part(name: str, spec: FieldSpec) -> RoundPart | None:
    """What a new round makes of a field, in the words of records; `None`: it is kept.

    A column of results is emptied, where the kind says nothing else of it.
    """
    if spec.each_round is None:
        return part_of(Measured.model_fields[name]) if spec.type == "measured" else None
    return _PARTS[spec.each_round]


_PARTS: Mapping[EachRoundName, RoundPart | None] = {
    "empty": "result",
    "paper": "date",
    "ask": "text",
    "carry": "carried",
    "keep": None,
    "year": "year",
    "next": "next",
    "apart": "apart",
}
"""What a new round makes of a field: the word of a `kind.yaml`, and the mark of records."""


def _annotation(owner: str, name: str, spec: FieldSpec) -> Any:
    """What the values of a field are."""
    kind = TYPES[spec.type]
    if spec.type == "text" and spec.names:
        return FilledText
    by_holding: Mapping[str, Callable[[], Any]] = {
        "value": lambda: kind.annotation,
        "choice": lambda: Literal.__getitem__(spec.options),
        "rows": lambda: tuple[_inner(owner, name, spec), ...],  # type: ignore[misc]
        "group": lambda: _inner(owner, name, spec),
        "measured": lambda: _as_in_results(name),
    }
    return by_holding[kind.holds]()


def _inner(owner: str, name: str, spec: FieldSpec) -> type[Record]:
    """The class of the rows of a table, or of a group."""
    if spec.type == INDICATORS:
        return _row_of_indicators(owner, name, spec)
    record = build_record(owner + class_name(name), spec.title, spec.fields, FormRecord)
    record.row_key, record.types = spec.key, types_of(spec.fields)
    return record


def _row_of_indicators(owner: str, name: str, spec: FieldSpec) -> type[IndicatorRow]:
    """The class of the rows, with what each is given that no column holds: a number, a scale, no weight."""
    lacking = {each: _unfilled(kind) for each, kind in _GIVEN.items() if each not in spec.fields}
    record = build_record(owner + class_name(name), spec.title, spec.fields, IndicatorRow, **lacking)
    record.row_key, record.types = spec.key, types_of(spec.fields)
    record.scale_makers = spec.scale
    return record


_GIVEN: Mapping[str, Any] = {"id": Identifier, "scale": Scale, "weight": Weight}


def _unfilled(annotation: Any) -> tuple[Any, FieldInfo]:
    """A field that nobody types."""
    untyped: Any = Annotated[annotation | None, BeforeValidator(_refuse_typed), Made(), SkipJsonSchema()]  # type: ignore[type-arg]
    field: Any = Field(None)
    return untyped, field


def _as_in_results(name: str) -> Any:
    """What a column of results holds, as in a list of results; its mark is for the whole field."""
    field = Measured.model_fields[name]
    annotation: Any = field.annotation
    for limit in field.metadata:
        if not isinstance(limit, EachRound):
            annotation = Annotated[annotation, limit]
    return annotation


def _refuse_typed(typed: Any) -> Any:
    """What is worked out is not typed."""
    raise PydanticCustomError("made_value", "worked out, and not typed: {typed}", {"typed": str(typed)})
