"""What stands inside a paragraph: text in character styles, tabs, line ends, a marker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, NamedTuple

from lxml.etree import ProcessingInstruction

from pipeline.diagnostics import Unplaced, diagnose
from pipeline.document.tree import Field, Inline, LineBreak, Paragraph, Tab, Text
from pipeline.thai.digits import DigitPolicy, apply_policy
from pipeline.thai.line_ends import LINE_END

Element = Any
Complain = Callable[[Element, Unplaced], None]

_SPACES = re.compile(r"[ \t\r\n]+")
_ONE_LINE = re.compile(rf"[ \t\r\n{LINE_END}]+")
_STYLES = {"b": "strong", "u": "underline"}


class _Piece(NamedTuple):
    """Raw text with its style and field, or a tab or line end (`mark`)."""

    text: str
    style: str
    keep: bool
    mark: Tab | LineBreak | None = None
    field: Field | None = None


class InlineParser:
    """Reads paragraphs; applies the paper's digit policy to the whole text of each."""

    def __init__(self, policy: DigitPolicy, complain: Complain) -> None:
        self.policy = policy
        self.complain = complain
        self._signers: set[str] = set()

    def plain(self, text: str) -> str:
        """An attribute's text as the paper prints it."""
        return apply_policy(_ONE_LINE.sub(" ", text).strip(), self.policy)

    def paragraph(self, element: Element) -> Paragraph:
        """A `<p>`, or a `<cell>` that holds inlines."""
        style = element.get("style", "") if element.tag == "p" else ""
        if not len(element) and LINE_END not in (element.text or ""):
            return Paragraph(_plain_content(element.text or "", self.policy), style)
        marker: list[_Piece] = []
        content = _settle_pieces(tuple(_in_lines(self._pieces(element, marker), element)), self.policy)
        said = self._marker(marker) if marker else ()
        return Paragraph(content, style, said, signature=self._signature(element))

    def _signature(self, element: Element) -> Field | None:
        """Who signs above the paragraph; each role signs once in a paper."""
        found = next(element.iterchildren("sign"), None)
        if found is None:
            return None
        self._check(found, {"role", "title"})
        role, title = found.get("role", ""), self.plain(found.get("title", ""))
        if not role.strip() or "." in role or not title:
            self.complain(found, partial(diagnose, "markup-sign"))
        if role in self._signers:
            self.complain(found, partial(diagnose, "markup-sign/twice", role=role))
        self._signers.add(role)
        return Field(role, title)

    def _marker(self, pieces: list[_Piece]) -> tuple[Text, ...]:
        settled = _settle_pieces(tuple(_on_one_line(pieces)), self.policy)
        return tuple(inline for inline in settled if isinstance(inline, Text))

    def _pieces(self, element: Element, marker: list[_Piece]) -> Iterator[_Piece]:
        if element.text:
            yield _Piece(element.text, "", keep=False)
        for child in element:
            if child.tag == "marker":
                marker += self._pieces(child, marker)
            elif child.tag in ("tab", "br"):
                yield _Piece("\t", "", keep=False, mark=Tab() if child.tag == "tab" else LineBreak())
            elif child.tag in ("t", *_STYLES):
                yield self._parse_styled(child)
            elif child.tag == "field":
                yield self._field(child)
            elif child.tag is ProcessingInstruction or (isinstance(child.tag, str) and child.tag != "sign"):
                self._unknown(child, element)
            if child.tail:
                yield _Piece(child.tail, "", keep=False)

    def _parse_styled(self, child: Element) -> _Piece:
        self._check(child, {"style", "digits"} if child.tag == "t" else set())
        if (kept := child.get("digits", "keep")) != "keep":
            self.complain(child, partial(diagnose, "markup-value", name="digits", value=kept, choices="keep"))
        style = _STYLES.get(child.tag) or child.get("style", "")
        return _Piece(child.text or "", style, keep=child.get("digits") == "keep")

    def _field(self, child: Element) -> _Piece:
        self._check(child, {"name", "title"})
        name, title = child.get("name", ""), child.get("title", "")
        if not name or not title:
            self.complain(child, partial(diagnose, "markup-field"))
        return _Piece(child.text or "", "", keep=False, field=Field(name, title))

    def _check(self, child: Element, allowed: set[str]) -> None:
        """Notes what an inline may not hold or have."""
        if len(child):
            self._unknown(child[0], child)
        for name in sorted(set(child.attrib) - allowed):
            self.complain(child, partial(diagnose, "markup-attribute", element=child.tag, name=name))

    def _unknown(self, child: Element, parent: Element) -> None:
        name = child.tag if isinstance(child.tag, str) else "? ?"
        self.complain(child, partial(diagnose, "markup-element", element=name, parent=parent.tag))


def _in_lines(pieces: Iterator[_Piece], element: Element) -> Iterator[_Piece]:
    """The pieces, parted at the line ends that a person typed; one line where text stands after a tab."""
    return _on_one_line(pieces) if _goes_on_after_a_tab(element) else _split_at_line_ends(pieces)


def _goes_on_after_a_tab(element: Element) -> bool:
    return any(len(tab) == 0 and (tab.tail or tab.getnext() is not None) for tab in element.iter("tab"))


def _on_one_line(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    for piece in pieces:
        yield piece._replace(text=piece.text.replace(LINE_END, " "))


def _split_at_line_ends(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    for piece in pieces:
        if LINE_END not in piece.text:
            yield piece
            continue
        for number, line in enumerate(piece.text.split(LINE_END)):
            if number:
                yield _Piece("\t", piece.style, keep=False, mark=LineBreak())
            yield piece._replace(text=line)


@lru_cache(maxsize=4_096)
def _settle_pieces(pieces: tuple[_Piece, ...], policy: DigitPolicy) -> tuple[Inline, ...]:
    """White space collapsed over the whole paragraph, digits turned, equal neighbours joined."""
    collapsed = _collapse_spaces(pieces)
    whole = "".join([piece.text for piece in collapsed])
    turned = apply_policy(whole, policy)
    at = 0
    made: list[Inline] = []
    for piece in collapsed:
        text = piece.text if piece.keep else turned[at : at + len(piece.text)]
        at += len(piece.text)
        last = made[-1] if made else None
        if piece.mark:
            made.append(piece.mark)
        elif isinstance(last, Text) and (last.style, last.field) == (piece.style, piece.field):
            made[-1] = replace(last, text=last.text + text)
        elif text or piece.field:
            made.append(Text(text, piece.style, piece.field))
    return tuple(made)


@lru_cache(maxsize=4_096)
def _plain_content(text: str, policy: DigitPolicy) -> tuple[Inline, ...]:
    """The content of a paragraph that is one stretch of text: many papers have the same."""
    said = apply_policy(_SPACES.sub(" ", text).strip(" "), policy)
    return (Text(said),) if said else ()


def _collapse_spaces(pieces: Sequence[_Piece]) -> list[_Piece]:
    """One space for each run of white space; none at the ends, nor beside a tab or line end."""
    made: list[_Piece] = []
    after_space = True
    for piece in pieces:
        if piece.mark:
            _strip_last(made)
            made.append(piece)
            after_space = True
            continue
        text = _SPACES.sub(" ", piece.text)
        text = text.removeprefix(" ") if after_space else text
        if text or piece.field:
            made.append(piece._replace(text=text))
        if text:
            after_space = text.endswith(" ")
    _strip_last(made)
    return made


def _strip_last(pieces: list[_Piece]) -> None:
    last = next((at for at in reversed(range(len(pieces))) if pieces[at].text), None)
    if last is not None and not pieces[last].mark:
        pieces[last] = pieces[last]._replace(text=pieces[last].text.rstrip(" "))
