"""One template of an office's own, over the example memo."""

from pathlib import Path

from pipeline.compose.composing import compose
from pipeline.diagnostics import Diagnostic, TemplateError
from pipeline.papers.build import prepare
from pipeline.papers.prepared import Prepared

MEMO = Path(__file__).parents[2] / "input" / "memo-example"
HEAD = '<document kind="memo" title="t" digits="{{ digits }}"><section>\n'
"""The first line; what is tried stands in the second."""


def memo() -> Prepared:
    """The example memo, checked."""
    return prepare(MEMO)


def composed(prepared: Prepared, folder: Path, body: str) -> str:
    """The markup of the memo by a template with this body."""
    (folder / "memo").mkdir(parents=True, exist_ok=True)
    template = f'{HEAD}<p style="body">{body}</p></section></document>'
    (folder / "memo" / "memo.xml.j2").write_text(template, encoding="utf-8")
    return compose(prepared.papers[0], prepared.office_input, prepared.card, folder=folder)


def refused(prepared: Prepared, folder: Path, body: str) -> Diagnostic | None:
    """The fault of such a template; `None` if it makes a paper."""
    try:
        composed(prepared, folder, body)
    except TemplateError as faults:
        (fault,) = faults.diagnostics
        return fault
    return None
