"""A base input and what one unit says otherwise -> the unit's own input, as if it had been typed so.

Overriding happens before validation, so every check of the model applies, and a fault in what was
overridden points at the batch's row, one in the rest at the base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.diagnostics import Diagnostic, InputError, Location
from pipeline.intake import Source, ValuePath
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.papers.override_paths import find


@dataclass(frozen=True, slots=True)
class Within:
    """What is known of the values inside an override that was read from several cells: where each stands, by
    its path inside; what was wrong in reading them; and the paths of those that could not be read.
    """

    places: Mapping[ValuePath, Location]
    faults: tuple[Diagnostic, ...] = ()
    unread: frozenset[ValuePath] = frozenset()


@dataclass(frozen=True, slots=True)
class Override:
    """One value that a unit has otherwise: the readable path, the value, and where both were typed."""

    path: str
    value: Plain
    place: Location
    path_place: Location
    within: Within | None = None

    @property
    def cells(self) -> Iterator[Location]:
        """Every place where something of it was typed."""
        yield self.place
        if self.within is not None:
            yield from self.within.places.values()


def apply_overrides(base: Source, name: str, overrides: Iterable[Override], known: Kinds) -> Source:
    """The input called `name`: `base` with each override in turn. `base` stays as it is.

    Raises `InputError` with every path that leads nowhere.
    """
    values, places = base.values, dict(base.places)
    in_reading, unread = list(base.faults), set(base.unread)
    faults: list[Diagnostic] = []
    for override in overrides:
        try:
            path, identity, added = find(override.path, values, override.path_place, known)
        except InputError as error:
            faults += error.diagnostics
            continue
        value = {**identity, **override.value} if isinstance(override.value, dict) else override.value
        changed = _with(values, path, value, added)
        assert isinstance(changed, dict)
        values, places = changed, _replace_places(places, path, override.place)
        if override.within is not None:
            places |= {(*path, *inner): place for inner, place in override.within.places.items()}
            in_reading += override.within.faults
            unread |= {(*path, *inner) for inner in override.within.unread}
    if faults:
        raise InputError(faults)
    told, not_read = tuple(in_reading), frozenset(unread)
    return replace(base, name=name, values=values, places=places, faults=told, unread=not_read)


def _with(values: Plain, path: ValuePath, value: Plain, added: Mapping[str, Plain]) -> Plain:
    """A copy of `values` with `value` at `path`; what does not stand on the way is shared, not copied.

    An entry that the path adds to a list starts as `added`.
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        entries = list(values) if isinstance(values, list) else []
        if step == len(entries):
            entries.append(dict(added))
        entries[step] = _with(entries[step], rest, value, added)
        return entries
    fields = dict(values) if isinstance(values, dict) else {}
    fields[step] = _with(fields.get(step), rest, value, added)
    return fields


def _replace_places(
    places: dict[ValuePath, Location], path: ValuePath, place: Location
) -> dict[ValuePath, Location]:
    """The places, with that of the override in the place of all that it replaced."""
    length = len(path)
    kept = {known: where for known, where in places.items() if known[:length] != path}
    kept[path] = place
    if isinstance(path[-1], int) and not any(
        known[:length] == path and len(known) > length for known in places
    ):
        kept[path[:-1]] = place  # a list of figures is told where the last of them was changed
    for end in range(length - 1, 0, -1):
        kept.setdefault(path[:end], place)
    return kept
