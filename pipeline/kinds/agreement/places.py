"""Where the parts of an agreement stand: each with its path in the user's data, refused ones left out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.intake import ValuePath
from pipeline.model.agreement import Agreement, AgreementDimension, IndicatorGroup
from pipeline.model.indicators import Indicator, Part
from pipeline.model.placed import Placed, rules_of, with_parts
from pipeline.model.scheme_rules import Schemes
from pipeline.model.soundness import entries


def agreement_dimensions(agreement: Agreement) -> Iterator[tuple[ValuePath, AgreementDimension]]:
    """Each dimension of an agreement with its path."""
    for n, dimension in entries(agreement.dimensions):
        yield ("agreement", "dimensions", n), dimension


def groups(agreement: Agreement) -> Iterator[tuple[ValuePath, IndicatorGroup]]:
    """Each group of indicators with its path."""
    for path, dimension in agreement_dimensions(agreement):
        for n, group in entries(dimension.groups):
            yield (*path, "groups", n), group


def indicators(agreement: Agreement) -> Iterator[tuple[ValuePath, Indicator]]:
    """Each indicator with its path."""
    for path, group in groups(agreement):
        for n, indicator in entries(group.indicators):
            yield (*path, "indicators", n), indicator


def parts(agreement: Agreement) -> Iterator[tuple[ValuePath, Part]]:
    """Each part of a composite indicator with its path."""
    for path, indicator in indicators(agreement):
        yield from _parts(path, indicator)


def _parts(path: ValuePath, of: Indicator | Part) -> Iterator[tuple[ValuePath, Part]]:
    for n, part in entries(of.parts):
        yield (*path, "parts", n), part
        yield from _parts((*path, "parts", n), part)


def scored_in(agreement: Agreement, schemes: Schemes) -> Iterator[Placed]:
    """Each indicator and part with its rules. Raises `Unsound` where a scheme gives none."""
    whole = rules_of(schemes, agreement.scheme, None)
    for path, dimension in agreement_dimensions(agreement):
        of_dimension = rules_of(schemes, dimension.scheme, whole)
        for n, group in entries(dimension.groups):
            of_group = rules_of(schemes, group.scheme, of_dimension)
            for m, indicator in entries(group.indicators):
                here = (*path, "groups", n, "indicators", m)
                rules = rules_of(schemes, indicator.scheme, of_group)
                yield from with_parts(Placed(here, indicator, rules, of_group, indicator.unit), schemes)


def scheme_names(agreement: Agreement) -> Iterator[tuple[ValuePath, str]]:
    """The ids of schemes that are named, each at its field."""
    yield ("agreement", "scheme"), agreement.scheme
    named: list[tuple[ValuePath, AgreementDimension | IndicatorGroup | Indicator | Part]] = [
        *agreement_dimensions(agreement),
        *groups(agreement),
        *indicators(agreement),
        *parts(agreement),
    ]
    for path, each in named:
        yield (*path, "scheme"), each.scheme
