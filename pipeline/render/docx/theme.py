"""theme1.xml: the least theme that a Word file must have, with the family of the paper as its fonts.

No style refers to it; Word shows its fonts and colours where a user picks some by hand.
"""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from pipeline.render.docx.oxml import xml_bytes

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2937",
    "lt2": "E5E7EB",
    "accent1": "1F4E79",
    "accent2": "7F6000",
    "accent3": "375623",
    "accent4": "833C0B",
    "accent5": "3B3838",
    "accent6": "7030A0",
    "hlink": "0563C1",
    "folHlink": "954F72",
}

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)
"""Three grades of each, as the schema asks for."""


@lru_cache(maxsize=8)
def theme_xml(family: str) -> bytes:
    """The part `word/theme/theme1.xml` with `family` for Latin and for Thai."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in _COLOURS.items())
    faces = f'<a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface="{family}"/>'
    return xml_bytes(
        etree.fromstring(
            f'<a:theme xmlns:a="{_A}" name="saraban"><a:themeElements>'
            f'<a:clrScheme name="saraban">{colours}</a:clrScheme>'
            f'<a:fontScheme name="saraban"><a:majorFont>{faces}</a:majorFont>'
            f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
            f'<a:fmtScheme name="saraban">{_FORMATS}</a:fmtScheme></a:themeElements></a:theme>'
        )
    )
