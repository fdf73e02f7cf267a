"""Pictures of the assets -> `w:drawing`: a PNG that every program shows, and the SVG for those that can.

Both stand in `templates/assets/`; its README says how the PNG is made from the SVG.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from pipeline.document.drawings import drawing_of
from pipeline.document.lengths import Cm, cm_of, emu
from pipeline.document.pictures import picture_files
from pipeline.document.tree import Align, Image
from pipeline.intake.pictures import kind_of_picture
from pipeline.render.docx.oxml import Element, quote_attribute, raw_element
from pipeline.typeset.assets import aspect_ratio
from pipeline.typeset.items import PlacedChart

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension by which Word 2016 and later finds the SVG of a picture."""

_GRAPHIC = """
<wp:docPr id="{number}" name="{name}" descr="{alt}"/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="{pic}"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{png}">{vector}</a:blip>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic>"""

_VECTOR = """<a:extLst><a:ext uri="{extension}">
<asvg:svgBlip xmlns:asvg="{asvg}" r:embed="{svg}"/></a:ext></a:extLst>"""

_INLINE = """
<wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{width}" cy="{height}"/>{graphic}</wp:inline>"""

_ANCHOR = """
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>{align}</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
{graphic}</wp:anchor>"""

_DRAWING = f"""<w:drawing xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}">"""


class Picture(NamedTuple):
    """What goes into the file for one picture: its pixels, a PNG if it is no `jpeg`; `svg` is empty where
    there is none.
    """

    pixels: bytes
    svg: bytes
    jpeg: bool = False


def picture_of(image: Image) -> Picture:
    """The picture of the assets, or of the data."""
    return _of_data(image.data) if image.data else _of_assets(image.name)


@lru_cache(maxsize=16)
def _of_data(data: bytes) -> Picture:
    kind = kind_of_picture(data)
    if kind == "svg":
        return Picture(_draw_png(data), _vector(data))
    return Picture(data, b"", jpeg=kind == "jpeg")


@lru_cache(maxsize=16)
def _of_assets(name: str) -> Picture:
    """The picture `name` of the assets, read once a process."""
    files = picture_files(name)
    png = files.png.read_bytes() if files.png else _draw_png(cast(Path, files.svg))
    return Picture(png, _vector(files.svg) if files.svg else b"")


def _vector(svg: Path | bytes) -> bytes:
    """The SVG for Word; none where programs would read the file differently, or guess its frame."""
    found = drawing_of(svg)
    if not (found.framed and found.plain):
        return b""
    return svg if isinstance(svg, bytes) else svg.read_bytes()


def _draw_png(svg: Path | bytes) -> bytes:
    """The PNG of an SVG that comes without one; what draws it is loaded only then."""
    from pipeline.render.raster import png_of_svg  # noqa: PLC0415

    return png_of_svg(svg)


def draw_chart(chart: PlacedChart) -> bytes:
    """The PNG of a chart; what draws it is loaded only then."""
    from pipeline.render.chart_pictures import png_of_chart  # noqa: PLC0415

    return png_of_chart(chart)


def drawing(image: Image, number: int, png: str, svg: str) -> Element:
    """The picture in the line, or anchored at the margin of its paragraph where it stands beside it.

    `number` is its own in the document; `png` and `svg` are the relationships of its two files, `svg`
    `""` where there is none.
    """
    vector = _VECTOR.format(asvg=_SVG, extension=_SVG_EXTENSION, svg=svg) if svg else ""
    wide = image.height * aspect_ratio(image.name, image.data)
    shown = _Shown(Path(image.name).name, image.alt, wide, image.height, vector, image.align)
    return _place(_ANCHOR if image.beside else _INLINE, shown, number, png)


def chart_drawing(chart: PlacedChart, alt: str, number: int, png: str) -> Element:
    """A chart in the line; `alt` says it in words."""
    shown = _Shown(f"chart{number}", alt, cm_of(chart.width), cm_of(chart.height))
    return _place(_INLINE, shown, number, png)


class _Shown(NamedTuple):
    """What a drawing is called, what it says in words, its size, the SVG beside its PNG, where it stands."""

    name: str
    alt: str
    width: Cm
    height: Cm
    vector: str = ""
    align: Align = "left"


def _place(frame: str, shown: _Shown, number: int, png: str) -> Element:
    """A `w:drawing`; `png` is the relationship of its picture."""
    sides = {"width": emu(shown.width), "height": emu(shown.height)}
    name, alt = quote_attribute(shown.name), quote_attribute(shown.alt)
    graphic = _GRAPHIC.format(
        number=number, name=name, alt=alt, pic=_PIC, png=png, vector=shown.vector, **sides
    )
    placed = frame.format(number=number, align=shown.align, graphic=graphic, **sides)
    return raw_element(f"{_DRAWING}{placed}</w:drawing>".replace("\n", ""))
