"""The papers of an input: as trees and pages, as bytes, and as files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from pipeline.api.inputs import Input, StrPath
from pipeline.api.loading import ensure_loaded, ids_of
from pipeline.diagnostics import Message
from pipeline.output.delivery import Delivered
from pipeline.output.paper_delivery import deliver_papers
from pipeline.papers.arguments import path_of, record_of_type
from pipeline.papers.build import DEFAULT_OPTIONS, Built, LaidOut, RenderOptions, all_of, lay_out
from pipeline.papers.build import build as make_files
from pipeline.papers.chosen_options import ensure_options
from pipeline.papers.names import refuse_one_place_for_two

_RENDERED = Message("สิ่งที่ได้จาก render ทีละค่า", "what render gives, one after another")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The papers of one input, made: `name` is the subfolder that they go to."""

    name: str
    papers: tuple[Built, ...]

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by its name in the output folder: `memo-example/memo.pdf`."""
        return {
            f"{self.name}/{name}": content for built in self.papers for name, content in built.named.items()
        }


def build(
    data: Input, *, only: Collection[str] | None = None, options: RenderOptions = DEFAULT_OPTIONS
) -> tuple[LaidOut, ...]:
    """Makes the papers of an input as trees, set on their pages; no file is made.

    Args:
        data: the path of an input, or what `load` gave.
        only: ids of the papers to make, as `memo`; otherwise all of them.
        options: how the papers are wanted.

    Returns:
        Each paper: `document` the tree that both files are written from, `pages` with everything placed on
            them in points, `sheet` its style sheet.

    Raises:
        InputError: the data are refused.
        TemplateError: a template or style sheet is refused.
        PageError: something cannot be set on its page.
        RequestError: the input makes no such paper, or an argument is of another type.
    """
    ids, options = ids_of(only), ensure_options(options)
    prepared = ensure_loaded(data, options)
    return all_of(partial(lay_out, prepared, paper, options) for paper in prepared.chosen(ids))


def render(
    data: Input, *, only: Collection[str] | None = None, options: RenderOptions = DEFAULT_OPTIONS
) -> Rendered:
    """Makes the papers of an input as DOCX and PDF, the same bytes as the command `render`.

    Args:
        data: the path of an input, or what `load` gave.
        only: ids of the papers to make, as `memo`; otherwise all of them.
        options: how the papers are wanted: formats, digits, own templates, a Word file for the looks.

    Returns:
        The papers: `papers[0].files["pdf"]` are the bytes of the first, `files` those of all.

    Raises:
        InputError: the data are refused.
        TemplateError: a template or style sheet is refused.
        PageError: something cannot be set on its page.
        RequestError: the input makes no such paper, or an argument is of another type.
    """
    ids, options = ids_of(only), ensure_options(options)
    prepared = ensure_loaded(data, options)
    steps = (partial(make_files, prepared, paper, options) for paper in prepared.chosen(ids))
    return Rendered(prepared.name, all_of(steps))


def write(
    *rendered: Rendered, folder: StrPath, force: bool = False, replace_signed: bool = False
) -> tuple[Delivered, ...]:
    """Writes papers into a folder, all or none of them, each whole or not at all.

    Args:
        rendered: what `render` gave, of one input or of several.
        folder: where subfolders with the names of the inputs go; it is made if missing.
        force: whether files are replaced that a person edited, or that saraban did not write.
        replace_signed: whether the next edition of a signed paper takes its name, and the signed files
            another; otherwise they keep it, and the next edition stands beside them.

    Returns:
        Each file: its path, its size in bytes, whether it is new, changed or unchanged, and its edition.

    Raises:
        OutputError: a file cannot be written, or holds a person's edits; nothing was written.
        RequestError: two inputs have one name, or an argument is of another type.
    """
    several = [record_of_type(each, Rendered, "rendered", _RENDERED) for each in rendered]
    refuse_one_place_for_two(each.name for each in several)
    papers = [(each.name, built) for each in several for built in each.papers]
    return deliver_papers(papers, path_of(folder, "folder"), force=force, replace_signed=replace_signed)
