"""`{name}` in an officer's prose -> the fact of that name, printed from the record that holds it.

A plain substitution: nothing in the data is ever executed. Facts are texts with Arabic digits; the
paper's digit policy turns them later. A fact may itself name facts (`{project}` -> `…ใน{office}`).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Literal

from pipeline.compose.common_names import BRACES, COMMON, SHORT_OFFICE
from pipeline.diagnostics import Diagnostic, InputError, Message, diagnose

Voice = Literal["full", "short"]
"""How `{office}` is said: in full, without added spaces, or short, set off by spaces."""

IdOf = Callable[[str], str]
"""The id of a name that is typed in either language."""

DEPTH = 6
"""Facts may name facts so deep; deeper is a circle."""

LONGEST = 200_000
"""Facts that name facts many times over make no longer text than this."""

_noted: ContextVar[set[str] | None] = ContextVar("noted", default=None)
_NAME = re.compile(r"\{[^\S\n]*([^{}\s](?:[^{}\n]*[^{}\s])?)[^\S\n]*\}")

_PRINTED = {"brace_open": "\ue001", "brace_close": "\ue002"}
_AS_BRACES = str.maketrans({_PRINTED[name]: brace for name, brace in BRACES.items()})
_EDGE = "\ue000"
_SET_OFF = re.compile(rf"(?P<before>^|[(\[“\"]?) *{_EDGE} *(?P<after>$|[)\]”\",.;:]?)")


def fill(text: str, facts: Mapping[str, str], voice: Voice, id_of: IdOf = COMMON.id_of) -> str:
    """The text with every placeholder printed; `id_of` gives the id of a name in Thai.

    Raises `InputError` with each name that has no fact here, and the nearest ones that have.
    """

    def known_as(name: str) -> str:
        return name if name in facts else id_of(name)

    for _ in range(DEPTH):
        typed = names_in(text)
        names = tuple(known_as(name) for name in typed)
        if (noted := _noted.get()) is not None:
            noted.update(names)
        if not names:
            done = _set_off(text) if _EDGE in text else text
            return done if done.isprintable() else done.translate(_AS_BRACES)
        unknown = [
            name
            for name in dict.fromkeys(typed)
            if known_as(name) not in facts and known_as(name) not in _PRINTED
        ]
        if unknown:
            raise InputError(_diagnose_unknown_name(name, text, facts) for name in unknown)
        if len(text) + sum(len(facts.get(name, "")) for name in names) > LONGEST:
            raise InputError([_diagnose_long_text(text)])
        text = _NAME.sub(lambda match: _fact(known_as(match[1]), facts, voice), text)
    raise InputError([_circle(text)])


@contextmanager
def noting_names() -> Iterator[set[str]]:
    """The ids of all names that are printed meanwhile."""
    noted: set[str] = set()
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def names_in(text: str) -> tuple[str, ...]:
    """The names in braces in a text."""
    return tuple(_NAME.findall(text))


def _fact(name: str, facts: Mapping[str, str], voice: Voice) -> str:
    if name in _PRINTED:
        return _PRINTED[name]
    if name == "office" and voice == "short":
        return f"{_EDGE}{facts[SHORT_OFFICE]}{_EDGE}"
    return facts[name]


@lru_cache(maxsize=1_024)
def _set_off(text: str) -> str:
    """One space on either side of a short name, none at the ends and inside brackets."""
    return _SET_OFF.sub(_one_space, text)


def _one_space(match: re.Match[str]) -> str:
    before, after = match["before"], match["after"]
    at_start, at_end = match.start() == 0, match.end() == len(match.string)
    if before or after or at_start or at_end:
        return before + after
    return " "


def _diagnose_unknown_name(name: str, text: str, facts: Mapping[str, str]) -> Diagnostic:
    near = difflib.get_close_matches(name, facts, n=3)
    hint_th = f" (ใกล้เคียง: {', '.join(f'{{{n}}}' for n in near)})" if near else ""
    hint_en = f" (near: {', '.join(f'{{{n}}}' for n in near)})" if near else ""
    quote = text if len(text) <= 60 else f"{text[:60]}…"
    return diagnose("placeholder/printing", name=name, quote=quote, hint=Message(hint_th, hint_en))


def _diagnose_long_text(text: str) -> Diagnostic:
    return diagnose("placeholder-length", text=text[:60])


def _circle(text: str) -> Diagnostic:
    return diagnose("placeholder-circle", text=text[:60])
