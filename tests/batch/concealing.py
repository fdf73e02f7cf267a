"""Ways to have a DOCX show something else than its text says."""

import re
from collections.abc import Callable

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from returned_docx import Returned

SAID = "จึงเรียนมาเพื่อโปรดพิจารณา"
"""The paragraph that is edited, if no other is named."""

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "zz": "urn:nobody:knows",
}
_NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())

Edit = Callable[[Returned], None]


def xml(text: str):
    """An element of the names that Word uses."""
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {_NAMES}", text, count=1))


def runs(returned: Returned, said: str = SAID) -> list:
    """The runs of a paragraph that hold text."""
    return [one for one in returned.paragraph(said).iter(qn("w:r")) if one.find(qn("w:t")) is not None]


def put(owner, name: str, *elements: str) -> None:
    """Sets properties of an element; `name` is that of the element that holds them, as `w:rPr`."""
    properties = owner.find(qn(name))
    if properties is None:
        properties = OxmlElement(name)
        owner.insert(0, properties)
    for one in elements:
        made = xml(one)
        for old in properties.findall(made.tag):
            properties.remove(old)
        properties.append(made)


def in_runs(*elements: str) -> Edit:
    """Formats the text of the paragraph."""

    def change(returned: Returned) -> None:
        for run in runs(returned):
            put(run, "w:rPr", *elements)

    return change


def in_paragraph(*elements: str) -> Edit:
    """Formats the paragraph."""
    return lambda returned: put(returned.paragraph(SAID), "w:pPr", *elements)


def in_style(element: str, kind: str = "w:rPr", style: str = "body") -> Edit:
    """Changes a style."""

    def change(returned: Returned) -> None:
        styles = returned.docx.styles.element.iter(qn("w:style"))
        put(next(one for one in styles if one.get(qn("w:styleId")) == style), kind, element)

    return change


def in_defaults(element: str) -> Edit:
    """Changes what all text is like."""
    return lambda returned: put(next(returned.docx.styles.element.iter(qn("w:rPrDefault"))), "w:rPr", element)


def with_style(kind: str, inside: str, use: Edit) -> Edit:
    """Makes a style called `own`, and uses it."""

    def change(returned: Returned) -> None:
        made = f'<w:style w:type="{kind}" w:styleId="own"><w:name w:val="own"/>{inside}</w:style>'
        returned.docx.styles.element.append(xml(made))
        use(returned)

    return change


def in_cell(element: str, row: int = 1, cell: int = 3) -> Edit:
    """Formats a cell of the first table."""
    return lambda returned: put(returned.cell(0, row, cell), "w:tcPr", element)


def in_row(element: str) -> Edit:
    """Formats a row of the first table."""
    return lambda returned: put(returned.rows(0)[1], "w:trPr", element)


def in_table(*elements: str) -> Edit:
    """Formats the first table."""
    return lambda returned: put(returned.docx.tables[0]._tbl, "w:tblPr", *elements)


def in_section(element: str) -> Edit:
    """Changes the page."""

    def change(returned: Returned) -> None:
        section = list(returned.body.iter(qn("w:sectPr")))[-1]
        made = xml(element)
        for old in section.findall(made.tag):
            section.remove(old)
        section.append(made)

    return change


def added(element: str) -> Edit:
    """Adds something at the end of the paragraph."""
    return lambda returned: returned.paragraph(SAID).append(xml(element))


def wrapped(outside: str, inside: str = "") -> Edit:
    """Puts the runs of the paragraph into an element, or into the one called `inside` in it."""

    def change(returned: Returned) -> None:
        for run in runs(returned):
            made = xml(outside)
            run.addprevious(made)
            (made.find(f".//{qn(inside)}") if inside else made).append(run)

    return change


def as_field(instruction: str) -> Edit:
    """Makes the text of the paragraph the result of a field."""

    def change(returned: Returned) -> None:
        for run in runs(returned):
            for before in ("begin", "", "separate"):
                said = f'<w:fldChar w:fldCharType="{before}"/>' if before else "<w:instrText/>"
                made = xml(f"<w:r>{said}</w:r>")
                for one in made.iter(qn("w:instrText")):
                    one.text = f" {instruction} "
                run.addprevious(made)
            run.addnext(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))

    return change


def in_levels(change: Callable) -> Edit:
    """Changes the levels of the lists that count."""

    def each(returned: Returned) -> None:
        for level in returned.docx.part.numbering_part.element.iter(qn("w:lvl")):
            if level.find(qn("w:numFmt")).get(qn("w:val")) != "bullet":
                change(level)

    return each


def drawn(change: Callable) -> Edit:
    """Changes the emblem's drawing."""
    return lambda returned: change(next(returned.body.iter(qn("w:drawing"))))


def in_images(change: Callable) -> Edit:
    """Changes the bytes of the images; `change` gives new ones, or `None`."""

    def each(returned: Returned) -> None:
        for relation in returned.docx.part.rels.values():
            if relation.reltype.endswith("/image"):
                part = relation.target_part
                part._blob = change(part.blob) or part.blob

    return each
