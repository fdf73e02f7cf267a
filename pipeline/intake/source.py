"""`Source`: plain values, and the location of each of them in the user's file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic, Location

Path = tuple[str | int, ...]
Plain = str | None | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Source:
    """One input, read. Scalars are text as typed; an empty value is `None`.

    `places` maps the path of each value (`("plan", "dimensions", 0, "name")`) to its place.
    `remarks` are things that the user should know and that stop nothing (a hidden row was read);
    `faults` is what was wrong in reading: `kinds.loading.load` raises them with what it finds itself.
    `unread` are the paths of values that the person has typed, or may have, and that could not be read: that
    nothing stands there is no fault of its own. The empty path says that anything may be missing.
    `adrift` are the names of lists of which a row names no known owner.
    """

    name: str
    values: dict[str, Plain]
    places: Mapping[Path, Location] = field(default_factory=dict)
    remarks: tuple[Diagnostic, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    unread: frozenset[Path] = frozenset()
    adrift: frozenset[str] = frozenset()

    def place(self, path: Path) -> Location:
        """The place of `path`, or of its nearest ancestor that has one, or the input itself."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.places:
                return self.places[path[:end]]
        return Location(self.name)

    def places_of(self, path: Path) -> tuple[Location, ...]:
        """The place of `path`; of a list that stands in several cells, those of its entries."""
        if path in self.places or (*path, 0) not in self.places:
            return (self.place(path),)
        found: list[Location] = []
        entries = self._at(path)
        most = len(entries) if isinstance(entries, list) and entries else len(self.places)
        while (*path, len(found)) in self.places and len(found) < most:
            found.append(self.places[*path, len(found)])
        return tuple(dict.fromkeys(found))

    def _at(self, path: Path) -> Plain:
        """What stands at `path`; `None` if nothing does."""
        here: Plain = self.values
        for step in path:
            if isinstance(here, dict) and isinstance(step, str):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return None
        return here
