"""Which rules a name stands for: those of an own or a shipped scheme, over the one that it is like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pipeline.intake.safe_yaml import shipped_yaml
from pipeline.model.schemes import Rounding, RoundingRules, Rules, Scheme
from pipeline.model.shipped_schemes import shipped_names, shipped_text

_NEEDED = ("between", "below", "combine", "of", "unmeasured")
_ROUNDED = tuple(Rounding.model_fields)


class SchemeError(ValueError):
    """A scheme that gives no rules; `scheme` is the id of the one in which it shows."""

    def __init__(self, scheme: str) -> None:
        super().__init__(scheme)
        self.scheme = scheme


class UnknownScheme(SchemeError):
    """No scheme of that id, or name, is known; `name` is what was asked for, in scheme `scheme`."""

    def __init__(self, scheme: str, name: str) -> None:
        super().__init__(scheme)
        self.name = name


class CircularScheme(SchemeError):
    """A scheme is like itself, by way of others."""


class IncompleteScheme(SchemeError):
    """Something is said neither in the scheme nor in those that it is like; `lacking` are the fields."""

    def __init__(self, scheme: str, lacking: tuple[str, ...]) -> None:
        super().__init__(scheme)
        self.lacking = lacking


@cache
def shipped_scheme(name: str) -> Scheme:
    """A shipped scheme as its file says it."""
    return Scheme.model_validate({**shipped_yaml().load(shipped_text(name)), "id": name})


@cache
def _shipped_rules(name: str) -> Rules:
    """The rules of a shipped scheme, where no scheme of an office's own stands in for what it is like."""
    return _laid_over(tuple(Schemes().line(name)))


class Schemes:
    """The schemes that an input knows: its own before the shipped ones."""

    def __init__(self, own: Iterable[Scheme] = ()) -> None:
        self._own = {scheme.id: scheme for scheme in own}
        self._rules: dict[str, Rules] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """What a field may name."""
        return tuple(dict.fromkeys((*self._own, *shipped_names())))

    def rules(self, name: str) -> Rules:
        """The rules of a scheme. Raises `SchemeError` where it gives none."""
        if name not in self._rules:
            self._rules[name] = _laid_over(tuple(self.line(name))) if self._own else _shipped_rules(name)
        return self._rules[name]

    def line(self, name: str) -> Iterator[Scheme]:
        """The scheme and those that it is like, one after the other."""
        asking, met = name, set[str]()
        while name:
            if name in met:
                raise CircularScheme(asking)
            met.add(name)
            found = self._own.get(name)
            if found is None and name not in shipped_names():
                raise UnknownScheme(asking, name)
            scheme = shipped_scheme(name) if found is None else found
            yield scheme
            asking, name = scheme.id, scheme.like


def _laid_over(line: tuple[Scheme, ...]) -> Rules:
    """The first that says it, of each rule."""
    said = {name: next(_values_said(line, name), None) for name in (*_NEEDED, "out_of")}
    levels, points = (next(_values_said(line, name), ()) for name in ("levels", "points"))
    rounding = {name: next(_values_said([each.rounding for each in line], name), None) for name in _ROUNDED}
    lacking = [name for name in _NEEDED if said[name] is None]
    lacking += [f"rounding.{name}" for name, places in rounding.items() if places is None]
    if not levels and not points:
        lacking.append("levels")
    if lacking:
        raise IncompleteScheme(line[0].id, tuple(lacking))
    return Rules(
        id=line[0].id,
        title=line[0].title,
        levels=levels,
        points=points,
        bands=next(_values_said(line, "bands"), ()),
        rounding=RoundingRules(**rounding),  # type: ignore[arg-type]  # none is `None`: it would be lacking
        **said,  # type: ignore[arg-type]  # likewise
    )


def _values_said(line: Iterable[object], name: str) -> Iterator[Any]:
    """What is said of `name`, from the first to the last; an empty list says nothing of levels and bands."""
    for scheme in line:
        value = getattr(scheme, name)
        if value is not None and (value != () or isinstance(scheme, Rounding)):
            yield value
