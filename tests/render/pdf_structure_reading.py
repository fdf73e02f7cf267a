"""Reads the structure of a PDF back as a screen reader does: elements in order, each with its text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

_BF = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]*)>")


@dataclass
class Node:
    """An element: its role, its own text, the pages (from 0) of its marks, and what its dictionary tells.

    `attributes` are plain values by name: `Scope`, `ColSpan`, `Headers`, `BBox`.
    """

    role: str
    alt: str = ""
    id: str = ""
    text: str = ""
    pages: list[int] = field(default_factory=list)
    attributes: dict[str, object] = field(default_factory=dict)
    annotations: list[tuple[int, int]] = field(default_factory=list)
    kids: list[Node] = field(default_factory=list)

    def all(self, *roles: str) -> Iterator[Node]:
        """This node and those inside it, in reading order; only `roles` if any are named."""
        if not roles or self.role in roles:
            yield self
        for kid in self.kids:
            yield from kid.all(*roles)

    @property
    def whole_text(self) -> str:
        return "".join(node.text for node in self.all())


@dataclass
class Marked:
    """What a page's content stream says: text by mark, text of artifacts, and text under no mark at all."""

    by_mark: dict[int, str]
    artifacts: list[str]
    loose: str


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def structure_of(pdf: pikepdf.Pdf) -> Node:
    """The document's root element."""
    marked = [marked_content(page) for page in pdf.pages]
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _node(pdf.Root.StructTreeRoot.K, marked, pages)


def _node(raw: pikepdf.Dictionary, marked: list[Marked], pages: dict) -> Node:
    node = Node(
        str(raw.S)[1:], str(raw.get("/Alt", "")), str(raw.get("/ID", "")), attributes=_attributes(raw)
    )
    for kid in kids_of(raw):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            node.kids.append(_node(kid, marked, pages))
            continue
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            node.annotations.append(kid.Obj.objgen)
            continue
        page, mark = mark_of(kid, raw)
        node.pages.append(pages[page.objgen])
        node.text += marked[node.pages[-1]].by_mark[mark]
    return node


def kids_of(raw: pikepdf.Dictionary) -> list:
    kids = raw.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def mark_of(kid, raw: pikepdf.Dictionary) -> tuple[pikepdf.Object, int]:
    """The page and the number of a kid that is a mark of the element `raw`."""
    return (raw.Pg, kid) if isinstance(kid, int) else (kid.Pg, int(kid.MCID))


def _attributes(raw: pikepdf.Dictionary) -> dict[str, object]:
    owners = raw.get("/A", pikepdf.Array())
    told = {}
    for owner in owners if isinstance(owners, pikepdf.Array) else [owners]:
        for key, value in owner.items():
            many = isinstance(value, pikepdf.Array)
            told[key[1:]] = (
                [str(one) for one in value] if many else value if isinstance(value, int) else str(value)
            )
    return told


def marked_content(page: pikepdf.Page) -> Marked:
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found = Marked({}, [], "")
    marks: list[int | str] = []
    font = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            marks.append(_begin(operands, found))
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name == "TJ":
            _say(_text(operands[0], font), marks, found)
    return found


def _begin(operands, found: Marked) -> int | str:
    if str(operands[0]) == "/Artifact":
        found.artifacts.append("")
        return "artifact"
    mark = int(operands[1].MCID)
    assert mark not in found.by_mark, "a mark's number stands twice on a page"
    found.by_mark[mark] = ""
    return mark


def _say(text: str, marks: list[int | str], found: Marked) -> None:
    if not marks:
        found.loose += text
    elif marks[-1] == "artifact":
        found.artifacts[-1] += text
    else:
        found.by_mark[marks[-1]] += text


def _text(shown, font: dict[str, str]) -> str:
    codes = "".join(bytes(part).hex().upper() for part in shown if isinstance(part, pikepdf.String))
    return "".join(font[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _unicode(font) -> dict[str, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in _BF.findall(cmap)}


def spoken(node: Node, depth: int = 0) -> Iterator[str]:
    """The structure line by line, as a screen reader says it: what an element is, then what it holds."""
    notes = [f"alt: {node.alt}"] if node.alt else []
    if "Scope" in node.attributes:
        notes.append(f"heads its {str(node.attributes['Scope'])[1:].lower()}")
    notes += [f"{name} {node.attributes[name]}" for name in ("ColSpan", "RowSpan") if name in node.attributes]
    note = f" [{', '.join(notes)}]" if notes else ""
    text = " ".join(node.text.split())
    yield f"{'  ' * depth}{node.role}{note}{': ' if text else ''}{text}"
    for kid in node.kids:
        yield from spoken(kid, depth + 1)
