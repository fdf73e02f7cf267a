"""An error in a template -> a fault with the template's name and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from pipeline.compose.refusals import Refusal, too_much
from pipeline.diagnostics import Diagnostic, Location, Message

_REMEDY = Message(
    "แก้แม่แบบในบรรทัดที่บอก (ดู docs/templates.md)",
    "mend the template at that line (see docs/templates.md)",
)
_END = Message("แม่แบบเรียกหรือซ้อนตัวเองไม่รู้จบ", "the template calls itself or nests without end")


def template_fault(error: BaseException, template: str) -> Diagnostic:
    """The fault of what was raised while `template` was read or rendered."""
    if isinstance(error, TemplateSyntaxError):
        return _fault("template-syntax", _said(error), Location(error.name or template, error.lineno))
    place = _place(error, template)
    if isinstance(error, RecursionError | MemoryError):
        error = too_much(_END)
    if isinstance(error, Refusal):
        return Diagnostic(error.code, error.what, error.remedy, place)
    return _fault("template", _said(error), place)


def _said(error: BaseException) -> Message:
    if isinstance(error, TemplateNotFound):
        missing = error.message or error.name or ""
        return Message(f"ไม่มีแม่แบบ '{missing}' ในโฟลเดอร์", f"there is no template '{missing}' in its folder")
    if isinstance(error, KeyError):
        return Message(f"ไม่มีรายการ {error}", f"there is no entry {error}")
    message = str(error)
    return Message(f"แม่แบบมีข้อผิดพลาด: {message}", f"the template fails: {message}")


def _place(error: BaseException, template: str) -> Location:
    """The innermost template line that the error passed through, or where its reading stopped."""
    place, reading = Location(template), None
    for trace in _traces(error):
        code = trace.tb_frame.f_code
        if code.co_filename.endswith(".j2"):
            place, reading = Location(_short(code.co_filename), trace.tb_lineno), None
        else:
            reading = _line_read(trace.tb_frame) or reading
    return Location(place.file, reading) if reading and not place.line else place


def _traces(error: BaseException) -> Iterator[TracebackType]:
    trace = error.__traceback__
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _line_read(frame: FrameType) -> int | None:
    """The line at which Jinja reads or compiles a template in this frame."""
    if frame.f_code.co_filename.endswith(("parser.py", "compiler.py", "visitor.py", "optimizer.py")):
        here = frame.f_locals
        if isinstance(parser := here.get("self"), Parser):
            return parser.stream.current.lineno
        if isinstance(node := here.get("node"), nodes.Node):
            return node.lineno
    return None


def _short(file: str) -> str:
    """`memo/memo.xml.j2`, wherever the folder is."""
    return "/".join(Path(file).parts[-2:])


def _fault(code: str, what: Message, place: Location) -> Diagnostic:
    return Diagnostic(code, what, _REMEDY, place)
