"""Translates YAML syntax errors into words that an officer can act on."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial

from ruamel.yaml.composer import MaxDepthExceededError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from pipeline.diagnostics import Diagnostic, Location, diagnose

# The parser's message holds -> the fault. The first that fits is said.
_EXPLANATIONS: tuple[tuple[str, Callable[[Location], Diagnostic]], ...] = (
    ("'\\t'", partial(diagnose, "yaml-syntax/tab")),
    ("that cannot start any token", partial(diagnose, "yaml-syntax/reserved-mark")),
    ("mapping values are not allowed", partial(diagnose, "yaml-syntax/colon")),
    ("sequence entries are not allowed", partial(diagnose, "yaml-syntax/dash")),
    ("could not find expected ':'", partial(diagnose, "yaml-syntax/no-colon")),
    ("unexpected end of stream", partial(diagnose, "yaml-syntax/open-quote")),
    ("found '<stream end>'", partial(diagnose, "yaml-syntax/open-bracket")),
    ("expected ',' or", partial(diagnose, "yaml-syntax/bracket-or-comma")),
    ("expected <block end>", partial(diagnose, "yaml-syntax/indentation")),
    ("expected the node content", partial(diagnose, "yaml-syntax/no-partner")),
    ("undefined alias", partial(diagnose, "yaml-syntax/alias")),
    ("found another document", partial(diagnose, "yaml-syntax/documents")),
    ("unknown escape character", partial(diagnose, "yaml-syntax/backslash")),
)


_PART_TEXTS = frozenset(":{[")
"""Marks that YAML takes for its own inside brackets, though they often belong to a text."""


def syntax_fault(error: YAMLError, file: str, text: str) -> Diagnostic:
    """The fault that the parser's `error` in the file's `text` stands for."""
    if isinstance(error, ReaderError):
        return _control_character(error.position, file, text)
    if isinstance(error, MaxDepthExceededError):
        return too_deep(_place(error, file))
    said = getattr(error, "problem", None) or str(error)
    if mark := _mark_in_brackets(error, text):
        problem = error.problem_mark  # type: ignore[attr-defined]
        return diagnose(
            "yaml-syntax/in-brackets", Location(file, problem.line + 1, problem.column + 1), mark=mark
        )
    explained = next((fault for fragment, fault in _EXPLANATIONS if fragment in said), None)
    if explained is None:
        return diagnose("yaml-syntax", _place(error, file), said=said)
    return explained(_place(error, file))


def _mark_in_brackets(error: YAMLError, text: str) -> str:
    """The mark that ends a text inside brackets before its end, on the line where these were opened."""
    if not isinstance(error, MarkedYAMLError) or "expected ',' or" not in (error.problem or ""):
        return ""
    opened, found = error.context_mark, error.problem_mark
    if opened is None or found is None or opened.line != found.line:
        return ""
    mark = text[found.index : found.index + 1]
    return mark if mark in _PART_TEXTS else ""


def too_deep(place: Location) -> Diagnostic:
    """The fault of entries nested without end."""
    return diagnose("too-deep", place)


def _place(error: YAMLError, file: str) -> Location:
    """Where the parser stopped; for an unclosed quote or bracket, where it was opened."""
    if not isinstance(error, MarkedYAMLError):
        return Location(file)
    unclosed = any(part in (error.problem or "") for part in ("unexpected end of stream", "expected ',' or"))
    mark = error.context_mark if unclosed and error.context_mark else error.problem_mark
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)


def diagnose_unreadable_escape(file: str, text: str) -> Diagnostic:
    """The fault of a text that the parser stumbles over: a number in `"\\U…"` that no letter has."""
    odd = next((one for one in _LONG_ESCAPE.finditer(text) if int(one[1], 16) > sys.maxunicode), None)
    if odd is None:
        return diagnose("yaml-syntax/unforeseen", Location(file))
    return diagnose("yaml-syntax/number", _place_in(text, odd.start(), file), number=odd[0])


_LONG_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")


def _place_in(text: str, position: int, file: str) -> Location:
    line_start = text.rfind("\n", 0, position) + 1
    return Location(file, text.count("\n", 0, position) + 1, position - line_start + 1)


def _control_character(position: int, file: str, text: str) -> Diagnostic:
    return control_character(text[position : position + 1], _place_in(text, position, file))


def control_character(letter: str, place: Location) -> Diagnostic:
    """The fault of a letter that no paper can print."""
    number = f"U+{ord(letter):04X}" if letter else ""
    return diagnose("control-character", place, number=number)
