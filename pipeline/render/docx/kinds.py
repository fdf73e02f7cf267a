"""What kind each part of a Word file is, and each relationship between two (ISO/IEC 29500-1 §15, -2 §9)."""

from __future__ import annotations

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE_PART = "application/vnd.openxmlformats-officedocument"

TYPES = f"{_PACKAGE}/content-types"
"""The namespace of `[Content_Types].xml`."""
RELATIONSHIPS = f"{_PACKAGE}/relationships"
"""The namespace of relationships."""


class PartKind:
    """Content types."""

    XML = "application/xml"
    RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
    DOCUMENT = f"{_WORD}.document.main+xml"
    STYLES = f"{_WORD}.styles+xml"
    SETTINGS = f"{_WORD}.settings+xml"
    NUMBERING = f"{_WORD}.numbering+xml"
    FONT_TABLE = f"{_WORD}.fontTable+xml"
    HEADER = f"{_WORD}.header+xml"
    FOOTER = f"{_WORD}.footer+xml"
    THEME = f"{_OFFICE_PART}.theme+xml"
    FONT = f"{_OFFICE_PART}.obfuscatedFont"
    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    APP_PROPERTIES = f"{_OFFICE_PART}.extended-properties+xml"
    CUSTOM_PROPERTIES = f"{_OFFICE_PART}.custom-properties+xml"
    CUSTOM_XML_PROPERTIES = f"{_OFFICE_PART}.customXmlProperties+xml"
    SVG = "image/svg+xml"
    PNG = "image/png"


class Relation:
    """Types of relationships."""

    DOCUMENT = f"{_OFFICE}/officeDocument"
    STYLES = f"{_OFFICE}/styles"
    SETTINGS = f"{_OFFICE}/settings"
    NUMBERING = f"{_OFFICE}/numbering"
    FONT_TABLE = f"{_OFFICE}/fontTable"
    FONT = f"{_OFFICE}/font"
    HEADER = f"{_OFFICE}/header"
    FOOTER = f"{_OFFICE}/footer"
    THEME = f"{_OFFICE}/theme"
    IMAGE = f"{_OFFICE}/image"
    CORE_PROPERTIES = f"{_PACKAGE}/relationships/metadata/core-properties"
    APP_PROPERTIES = f"{_OFFICE}/extended-properties"
    CUSTOM_PROPERTIES = f"{_OFFICE}/custom-properties"
    CUSTOM_XML = f"{_OFFICE}/customXml"
    CUSTOM_XML_PROPERTIES = f"{_OFFICE}/customXmlProps"


PICTURES = {
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": PartKind.PNG,
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "wmf": "image/x-wmf",
}
"""The kinds of pictures that go by the endings of their names in any package; SVG is said of each by name."""
