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
from pipeline.papers.override_paths import find, value_at
from pipeline.papers.shifting import SHIFT, Shift, shifted


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
    """The input called `name`: `base` with each override in turn, and then the shifts of thresholds. `base`
    stays as it is.

    A path that leads nowhere and a shift that cannot be made are faults of the source, told with all others.
    """
    laid = _Laid(base, known)
    shifts = [each for each in overrides if not laid.lay(each)]
    for each in shifts:
        laid.shift(each)
    return laid.source(name)


class _Laid:
    """Overrides on their way into an input."""

    def __init__(self, base: Source, known: Kinds) -> None:
        self._base = base
        self._known = known
        self._values: dict[str, Plain] = base.values
        self._places = dict(base.places)
        self._faults = list(base.faults)
        self._unread = set(base.unread)
        self._touched: set[ValuePath] = set()

    def lay(self, override: Override) -> bool:
        """Lays one value over the input; `False` for a shift, which comes after all values."""
        entry = override.path.rpartition(".")[0]
        if override.path.endswith(f".{SHIFT}") and self._scale_of(entry):
            return False
        try:
            path, identity, added = find(override.path, self._values, override.path_place, self._known)
        except InputError as error:
            self._faults += error.diagnostics
            return True
        value = {**identity, **override.value} if isinstance(override.value, dict) else override.value
        self._put(path, value, override.place, added)
        self._touched.add(path)
        if override.within is not None:
            within = override.within
            self._places |= {(*path, *inner): place for inner, place in within.places.items()}
            self._faults += within.faults
            self._unread |= {(*path, *inner) for inner in within.unread}
        return True

    def shift(self, override: Override) -> None:
        """Moves the thresholds of one indicator."""
        entry = override.path.rpartition(".")[0]
        at = find(entry, self._values, override.path_place, self._known).path
        wish = Shift(at, entry, str(override.value or ""), override.place)
        try:
            moved = shifted(wish, self._base.values, self._values, self._touched)
        except InputError as error:
            self._faults += error.diagnostics
            return
        for path, text in moved.items():
            self._put(path, text, override.place, {})

    def source(self, name: str) -> Source:
        """The input with all that was laid over it."""
        told, unread = tuple(self._faults), frozenset(self._unread)
        return replace(
            self._base, name=name, values=self._values, places=self._places, faults=told, unread=unread
        )

    def _put(self, path: ValuePath, value: Plain, place: Location, added: Mapping[str, Plain]) -> None:
        changed = _with(self._values, path, value, added)
        assert isinstance(changed, dict)
        self._values, self._places = changed, _replace_places(self._places, path, place)

    def _scale_of(self, entry: str) -> bool:
        """Whether the path of an entry leads to what has a scale, and has no field of that name."""
        try:
            found = value_at(self._values, find(entry, self._values, Location(""), self._known).path)
        except InputError:
            return False
        return isinstance(found, dict) and "scale" in found and SHIFT not in found


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
