"""The structure as objects of the file: elements, the way back from marks to them, names of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from pipeline.render.pdf.elements import Annotation, Element, Mark
from pipeline.render.pdf.file import CompactDocument
from pipeline.render.pdf.marks import MarkedContent

_ID = re.compile(r"/ID\(([^)]*)\)")


def write_tags(document: CompactDocument, root: Element, marks: MarkedContent, pages: Sequence[int]) -> int:
    """Adds the elements that say something, and what belongs to them; the number of the whole.

    `pages` are the object numbers of the pages in order; their `StructParents` count from 0.
    """
    root.says_something()
    top = document.next_number()
    placed = list(_number_elements(root, top))
    elements = [element for element, _ in placed]
    parents = top + len(elements) + 1
    names = parents + 1
    next_key = len(pages) + sum(isinstance(kid, Annotation) for element in elements for kid in element.kids)
    document.add(
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {next_key}/IDTree {names} 0 R>>"
    )
    for element, parent in placed:
        document.add(_format_element(element, parent, pages))
    document.add(_parent_tree(marks, elements))
    document.add(_names(elements))
    return top


def _number_elements(root: Element, top: int) -> Iterator[tuple[Element, int]]:
    """All elements in reading order, numbered from `top + 1`, each with its parent's number."""
    waiting = [(root, top)]
    number = top
    while waiting:
        element, parent = waiting.pop()
        number += 1
        element.number = number
        yield element, parent
        waiting += [(kid, number) for kid in reversed(element.kids) if isinstance(kid, Element)]


def _format_element(element: Element, parent: int, pages: Sequence[int]) -> str:
    """The dictionary of an element; marks on the page that its first one stands on are plain numbers."""
    page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    kids = [_kid(kid, page, pages) for kid in element.kids]
    inside = "" if not kids else f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
    standing = "" if page is None else f"/Pg {pages[page]} 0 R"
    return f"<</S/{element.role}/P {parent} 0 R{standing}{inside}{element.attributes}>>"


def _kid(kid: Element | Mark | Annotation, page: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>"
    if isinstance(kid, Mark):
        return str(kid.id) if kid.page == page else f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.id}>>"
    assert_never(kid)


def _parent_tree(marks: MarkedContent, elements: Sequence[Element]) -> str:
    """From a page and a mark's number on it, and from an annotation, to the element (§14.7.4.4)."""
    entries = [
        f"{page}[{' '.join(f'{element.number} 0 R' for element in marked)}]"
        for page, marked in enumerate(marks.pages)
    ]
    entries += [
        f"{kid.key} {element.number} 0 R"
        for element in elements
        for kid in element.kids
        if isinstance(kid, Annotation)
    ]
    return f"<</Nums[{' '.join(entries)}]>>"


def _names(elements: Sequence[Element]) -> str:
    """The name tree of the header cells, in the order of bytes."""
    found = {match[1]: element.number for element in elements if (match := _ID.search(element.attributes))}
    entries = (f"({name}){found[name]} 0 R" for name in sorted(found))
    return f"<</Names[{' '.join(entries)}]>>"
