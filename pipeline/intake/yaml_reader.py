"""YAML text -> plain values and their places.

Every scalar stays the text that was typed: `17.50` keeps its decimals, `2563-03-31` is no date and
`no` no boolean, so that no rule of YAML can change a figure. Values are taken from the parser's
composed nodes, which know their line and column.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.plain_yaml import compose_plain
from pipeline.intake.safe_yaml import NON_PRINTABLE, safe_yaml
from pipeline.intake.source import Path, Plain
from pipeline.intake.yaml_syntax import control_character, diagnose_unreadable_escape, syntax_fault, too_deep
from pipeline.thai.repair import repair_text

MAX_DEPTH = 50
MAX_VALUES = 50_000
_STANDARD = "tag:yaml.org,2002:"


class _TooManyError(MarkedYAMLError):
    """More nodes than any input of ours holds."""


class _BoundedComposer(Composer):
    """Stops at `MAX_VALUES` nodes instead of reading for minutes."""

    def __init__(self, loader: Any = None) -> None:
        super().__init__(loader)
        self.warn_double_anchors = False
        self.nodes = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        self.nodes += 1
        if self.nodes > MAX_VALUES:
            raise _TooManyError(problem="too many values")
        return super().compose_node(parent, index)


@dataclass(slots=True)
class _Reading:
    """One file on its way from nodes to plain values."""

    file: str
    places: dict[Path, Location] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def plain(self, node: Node, path: Path) -> Plain:
        place = self.place(node)
        if len(path) > MAX_DEPTH:
            raise InputError([too_deep(place)])
        if len(self.places) >= MAX_VALUES:
            raise InputError([_too_many(place)])
        self.places[path] = place
        if not str(node.tag).startswith(_STANDARD):
            self.faults.append(_diagnose_tag(str(node.tag), place))
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.plain(child, (*path, n)) for n, child in enumerate(node.value)]
        return None if node.tag == f"{_STANDARD}null" else self.text(node)

    def text(self, node: Node) -> str:
        """The text as typed; a fault for what stands in none, though an escape can name it."""
        if odd := NON_PRINTABLE.search(node.value):
            self.faults.append(control_character(odd[0], self.place(node)))
            return ""
        return repair_text(node.value)

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Plain]:
        values: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            key = self.key(key_node)
            if key in values:
                self.faults.append(
                    _diagnose_repeated_key(key, self.place(key_node), self.places[(*path, key)])
                )
            elif key is not None:
                values[key] = self.plain(value_node, (*path, key))
                if _is_left_out(value_node):
                    self.places[(*path, key)] = self.place(key_node)
        return values

    def key(self, node: Node) -> str | None:
        """A field's name; a fault and `None` if it is not a plain text."""
        if isinstance(node, ScalarNode) and node.tag not in (f"{_STANDARD}null", f"{_STANDARD}merge"):
            return self.text(node)
        self.faults.append(_not_a_name(self.place(node)))
        return None

    def place(self, node: Node) -> Location:
        return Location(self.file, node.start_mark.line + 1, node.start_mark.column + 1)


def _is_left_out(node: Node) -> bool:
    """Whether nothing stands behind the colon; the parser then places the value where the next one is."""
    return bool(node.start_mark.index == node.end_mark.index)


def read_yaml(text: str, file: str) -> tuple[dict[str, Plain], dict[Path, Location]]:
    """The values of a YAML mapping and the place of each by its path, in `file`'s name.

    Scalars are text as typed, with whole SARA AMs (`thai.repair`); empty, `~` and `null` are `None`.
    Raises `InputError`: syntax, a field named twice, something else than a mapping, a tag, or data
    deeper than `MAX_DEPTH` or more than `MAX_VALUES` values after aliases are followed.
    """
    plain = compose_plain(text, MAX_VALUES, MAX_DEPTH)
    if isinstance(plain, MappingNode):
        with suppress(InputError):  # faults are told by the reader in Python alone
            return _values(plain, file)
    root = compose_nodes(text, file)
    if root is None or (isinstance(root, ScalarNode) and not root.value):
        raise InputError([_diagnose_empty_file(Location(file))])
    return _values(root, file)


def _values(root: Node, file: str) -> tuple[dict[str, Plain], dict[Path, Location]]:
    """The values under the root, and their places; raises `InputError` with all that is wrong in them."""
    reading = _Reading(file)
    if not isinstance(root, MappingNode):
        raise InputError([_no_mapping(reading.place(root))])
    values = reading.plain(root, ())
    if reading.faults:
        raise InputError(reading.faults)
    assert isinstance(values, dict)
    return values, reading.places


def compose_nodes(text: str, file: str) -> Node | None:
    """The nodes of a YAML text, each with where it begins and ends. Raises `InputError`."""
    yaml = safe_yaml()
    yaml.Composer = _BoundedComposer
    yaml.max_depth = MAX_DEPTH
    try:
        root: Node | None = yaml.compose(text)
    except _TooManyError as error:
        raise InputError([_too_many(Location(file))]) from error
    except YAMLError as error:
        raise InputError([syntax_fault(error, file, text)]) from error
    except (ValueError, OverflowError, RecursionError) as error:  # what ruamel does not foresee
        raise InputError([diagnose_unreadable_escape(file, text)]) from error
    return root


def _diagnose_empty_file(place: Location) -> Diagnostic:
    return diagnose("empty-file/data", place)


def _no_mapping(place: Location) -> Diagnostic:
    return diagnose("not-a-mapping", place)


def _diagnose_repeated_key(key: str, place: Location, first: Location) -> Diagnostic:
    return diagnose("duplicate-key", place, key=key, first=first)


def _not_a_name(place: Location) -> Diagnostic:
    return diagnose("key", place)


def _diagnose_tag(tag: str, place: Location) -> Diagnostic:
    return diagnose("tag", place, tag=tag)


def _too_many(place: Location) -> Diagnostic:
    return diagnose("too-many/values", place, limit=f"{MAX_VALUES:,}")
