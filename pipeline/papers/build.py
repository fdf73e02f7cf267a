"""The whole product: input files -> the papers that are signed, stage by stage.

read -> load -> score -> (for each paper) compose -> parse -> typeset -> write -> compare. Nothing is
written here: `build` gives bytes, `deliver` makes them files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline import compose
from pipeline.compose import Paper
from pipeline.diagnostics import InputError, SarabanError
from pipeline.document.data_pictures import with_data_pictures
from pipeline.document.markup import parse
from pipeline.document.pictures import with_pictures
from pipeline.document.public_copy import as_public_copy
from pipeline.document.sheets import check_styles, load_sheet
from pipeline.document.tree import Document
from pipeline.intake import Source
from pipeline.kinds import SHIPPED, Kinds
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import check_input
from pipeline.kinds.scoring import score_input
from pipeline.model.masks import without_numbers
from pipeline.papers import parity
from pipeline.papers.gc_pause import at_rest
from pipeline.papers.names import safe_name
from pipeline.papers.neutral_wording import find_neutral_wording
from pipeline.papers.open_doubts import doubts_of
from pipeline.papers.options import DEFAULT_OPTIONS, FORMATS, RenderOptions
from pipeline.papers.prepared import Prepared
from pipeline.papers.prose_pictures import picture_faults, pictures_by_digest, refuse_pictures_in_cells
from pipeline.papers.publishing import SUFFIX, masked_input, refuse_leaks
from pipeline.papers.record import record_of
from pipeline.papers.unprinted import find_unprinted_fields
from pipeline.render.docx import embedded_faces, write_docx
from pipeline.render.pdf import write_pdf
from pipeline.typeset import fit_charts, fit_columns, fit_pictures, paginate

if TYPE_CHECKING:
    from pipeline.document.style import StyleSheet
    from pipeline.typeset.items import Page

__all__ = [
    "DEFAULT_OPTIONS",
    "FORMATS",
    "Built",
    "LaidOut",
    "RenderOptions",
    "add_remarks",
    "all_of",
    "build",
    "built_from",
    "document_of",
    "lay_out",
    "lay_out_tree",
    "markup_of",
    "name_of",
    "prepare",
    "prepare_told",
]  # fmt: skip

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One paper set on its pages: its tree with the table of contents filled, its style sheet, its pages."""

    paper: Paper
    document: Document
    sheet: StyleSheet
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """One paper, made: its files by format, and how many pages it has. `suffix` stands in the names of its
    files before their endings: `.public` of a copy for the public. `again` makes an edition of it.
    """

    paper: Paper
    pages: int
    files: Mapping[str, bytes]
    suffix: str = ""
    again: Callable[[int], Built] = field(kw_only=True, repr=False, compare=False)

    @property
    def named(self) -> dict[str, bytes]:
        """The files by their names: `memo.pdf`, `memo.public.pdf`."""
        return {f"{self.paper.id}{self.suffix}.{kind}": data for kind, data in self.files.items()}


def prepare(path: Path, known: Kinds = SHIPPED) -> Prepared:
    """Reads, checks and scores one input, of one of the `known` kinds. Raises `InputError`."""
    return prepare_source(read(path, known), name_of(path), known)


def prepare_told(path: Path, folder: Path | None = None) -> Prepared:
    """`prepare`, for a person who should also know what was filled in and stands on no paper
    (`find_unprinted_fields`); `folder` holds own templates and kinds.
    """
    known = Kinds(folder)
    source = read(path, known)
    return add_remarks(prepare_source(source, name_of(path), known), source, folder)


def add_remarks(prepared: Prepared, source: Source, folder: Path | None = None) -> Prepared:
    """What was prepared from `source`, with a remark for each filled field that no paper prints, and for each
    part that the office has not worded.
    """
    unprinted = find_unprinted_fields(source, prepared.office_input, folder)
    neutral = find_neutral_wording(source, prepared.office_input)
    return replace(prepared, remarks=(*prepared.remarks, *neutral, *unprinted))


def name_of(path: Path) -> str:
    """The subfolder that the papers of the input at `path` go to."""
    return safe_name(path.resolve().stem if path.is_file() else path.resolve().name)


def prepare_source(source: Source, name: str, known: Kinds) -> Prepared:
    """Checks and scores an input that is read already, of one of the `known` kinds; its papers go to `name`.
    Raises `InputError`.
    """
    office_input, faults = check_input(source, known)
    card = None if faults else score_input(office_input)
    faults = (*faults, *compose.brace_faults(office_input, card, source, faults))
    faults = (*faults, *picture_faults(source, faults))
    if faults:
        raise InputError(faults)
    doubts, wrong = doubts_of(office_input, source)
    return Prepared(name, office_input, card, source.values, (*source.remarks, *wrong), doubts, source.place)


def all_of(steps: Iterable[Callable[[], Done]]) -> tuple[Done, ...]:
    """Takes every step, also after one that refused. Raises the faults of all, each told once, as the
    class of the first.
    """
    done: list[Done] = []
    refused: list[SarabanError] = []
    for step in steps:
        try:
            done.append(step())
        except SarabanError as faults:
            refused.append(faults)
    if refused:
        raise type(refused[0])(dict.fromkeys(fault for faults in refused for fault in faults.diagnostics))
    return tuple(done)


def markup_of(prepared: Prepared, paper: Paper, options: RenderOptions = DEFAULT_OPTIONS) -> str:
    """All that one paper says, as markup. Raises `TemplateError`, and `InputError` of its prose."""
    policy = options.digits or prepared.office_input.digits
    if options.public:
        shown, card, _ = masked_input(prepared)
        made = compose.compose(paper, shown, card, policy, options.folder, public=True)
        return without_numbers(made)
    return compose.compose(paper, prepared.office_input, prepared.card, policy, options.folder)


def document_of(prepared: Prepared, paper: Paper, options: RenderOptions = DEFAULT_OPTIONS) -> Document:
    """What one paper says, as a tree. Raises as `markup_of` does."""
    markup = markup_of(prepared, paper, options)
    refuse_pictures_in_cells(markup, prepared.values, prepared.place)
    document = parse(markup, paper.template, compose.names_of(prepared.office_input, options.folder))
    document = with_data_pictures(document, pictures_by_digest(prepared.values), paper.template)
    return as_public_copy(document) if options.public else document


@at_rest()
def build(prepared: Prepared, paper: Paper, options: RenderOptions = DEFAULT_OPTIONS) -> Built:
    """One paper as bytes.

    Raises `TemplateError`, `PageError`, and `ParityDefect` if the files do not say what the
    document says.
    """
    return built_from(document_of(prepared, paper, options), prepared, paper, options)


@at_rest()
def built_from(
    document: Document, prepared: Prepared, paper: Paper, options: RenderOptions = DEFAULT_OPTIONS
) -> Built:
    """`build` for a paper whose tree (`document_of`) is there already."""
    marked = document if options.edition == 1 else replace(document, edition=options.edition)
    return _write_files(lay_out_tree(marked, paper, options), prepared, options)


@at_rest()
def lay_out(prepared: Prepared, paper: Paper, options: RenderOptions = DEFAULT_OPTIONS) -> LaidOut:
    """One paper as a tree and its pages, before any file is made of it. Raises as `build` does."""
    return lay_out_tree(document_of(prepared, paper, options), paper, options)


def lay_out_tree(document: Document, paper: Paper, options: RenderOptions) -> LaidOut:
    """A tree set on its pages. Raises `TemplateError`, `PageError` and `ParityDefect`."""
    sheet = load_sheet(paper.style, options.folder)
    check_styles(document, sheet, paper.template)
    if options.reference:
        from pipeline.document.reference import apply_reference  # noqa: PLC0415

        sheet = apply_reference(sheet, options.reference)
    document = fit_columns(with_pictures(document, paper.template, options.folder), sheet)
    document = fit_pictures(fit_charts(document, sheet), sheet)
    document, pages = paginate(document, sheet)
    parity.check_pages(document, pages)
    return LaidOut(paper, document, sheet, pages)


def _write_files(laid: LaidOut, prepared: Prepared, options: RenderOptions) -> Built:
    """A paper that is set on its pages, as bytes in each format asked for."""
    paper, document, sheet, pages = laid.paper, laid.document, laid.sheet, laid.pages
    files: dict[str, bytes] = {}
    data = None if options.public else record_of(prepared, paper, document, options)
    if "docx" in options.formats:
        faces = embedded_faces(document, sheet, options.extent) if options.faces is None else options.faces
        files["docx"] = write_docx(document, sheet, faces, data, options.reference)
        parity.check_docx(document, files["docx"])
    if "pdf" in options.formats:
        files["pdf"] = write_pdf(pages, document, sheet, data, options.conformance)
    if options.public:
        refuse_leaks(files, masked_input(prepared).masked, prepared)
    again = partial(_build_edition, prepared, paper, options)
    return Built(paper, len(pages), files, SUFFIX if options.public else "", again=again)


def _build_edition(prepared: Prepared, paper: Paper, options: RenderOptions, number: int) -> Built:
    return build(prepared, paper, replace(options, edition=number))
