"""An error in a template -> a fault with the template's name and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from pipeline.compose.refusals import Refusal
from pipeline.diagnostics import Diagnostic, Location, diagnose


def template_fault(error: BaseException, template: str) -> Diagnostic:
    """The fault of what was raised while `template` was read or rendered."""
    if isinstance(error, TemplateSyntaxError):
        return diagnose("template-syntax", Location(error.name or template, error.lineno), reason=str(error))
    place = _place(error, template)
    if isinstance(error, RecursionError | MemoryError):
        return diagnose("template-budget", place)
    if isinstance(error, Refusal):
        return error.told(place)
    if isinstance(error, TemplateNotFound):
        return diagnose("template/not-found", place, name=error.message or error.name or "")
    if isinstance(error, KeyError):
        return diagnose("template/no-entry", place, name=error)
    return diagnose("template", place, reason=error)


def _place(error: BaseException, template: str) -> Location:
    """The innermost template line that the error passed through, or where its reading stopped."""
    place, reading = Location(template), None
    for trace in _traces(error):
        code = trace.tb_frame.f_code
        if code.co_filename.endswith(".j2"):
            place, reading = Location(_shorten_path(code.co_filename), trace.tb_lineno), None
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


def _shorten_path(file: str) -> str:
    """`memo/memo.xml.j2`, wherever the folder is."""
    return "/".join(Path(file).parts[-2:])
