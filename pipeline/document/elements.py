"""Text -> the elements of a markup; no entity is resolved and no other file is read."""

from __future__ import annotations

from typing import Any

from lxml import etree

from pipeline.diagnostics import Diagnostic, Location, TemplateError, diagnose

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)

_DOCTYPE = "<!DOCTYPE"


def root_of(markup: str, template: str) -> Any:
    """The outermost element. Raises `TemplateError` with the place where the markup is not well-formed."""
    if _DOCTYPE in markup:
        raise TemplateError([_doctype(markup, template)])
    try:
        return etree.fromstring(markup.encode("utf-8", "surrogatepass"), _PARSER)
    except etree.XMLSyntaxError as error:
        raise TemplateError([_not_xml(error, template)]) from error


def _doctype(markup: str, template: str) -> Diagnostic:
    return diagnose("markup-doctype", Location(template, markup.count("\n", 0, markup.index(_DOCTYPE)) + 1))


def _not_xml(error: etree.XMLSyntaxError, template: str) -> Diagnostic:
    line, column = error.position
    return diagnose("markup-syntax", Location(template, line, column), reason=error.msg)
