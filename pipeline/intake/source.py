"""Plain values, and the place of each of them in the user's file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.faults import Fault, Place

Path = tuple[str | int, ...]
Plain = str | None | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Source:
    """One input, read. Scalars are text as typed; an empty value is `None`.

    `places` maps the path of each value (`("plan", "dimensions", 0, "name")`) to its place.
    `remarks` are things that the user should know and that stop nothing (a hidden row was read);
    `faults` is what was wrong with single cells: `model.load` raises them with what it finds itself.
    """

    name: str
    values: dict[str, Plain]
    places: Mapping[Path, Place] = field(default_factory=dict)
    remarks: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()

    def place(self, path: Path) -> Place:
        """The place of `path`, or of its nearest ancestor that has one, or the input itself."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.places:
                return self.places[path[:end]]
        return Place(self.name)
