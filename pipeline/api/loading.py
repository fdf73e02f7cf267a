"""An input of any kind: read and checked, or gone through for all that is to be told of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pipeline.api.inputs import Input, StrPath
from pipeline.diagnostics import Message
from pipeline.intake.source import Plain
from pipeline.papers.arguments import path_of, texts_of
from pipeline.papers.build import DEFAULT_OPTIONS, RenderOptions, prepare_told
from pipeline.papers.chosen_options import ensure_options
from pipeline.papers.examining import Examined, examine
from pipeline.papers.prepared import Prepared

_IDS = Message("รายการรหัสเอกสาร เช่น ['memo']", "a list of ids of papers, as ['memo']")


def load(path: StrPath, *, options: RenderOptions = DEFAULT_OPTIONS) -> Prepared:
    """Reads, checks and scores an input of any kind.

    Args:
        path: a folder of data, a `.yaml` file or an `.xlsx` workbook.
        options: of these the office's own templates, which say what of the data is printed.

    Returns:
        The input: `office_input` its records, `card` its scores, `papers` what it makes, `doubts` what most
            likely is a slip, `remarks` what the user should know and that stops nothing.

    Raises:
        InputError: with all that is wrong in it, each with its place and remedy.
        RequestError: an argument is of another type.
    """
    return prepare_told(path_of(path, "path"), ensure_options(options).folder)


def check(
    path: StrPath,
    *,
    only: Collection[str] | None = None,
    options: RenderOptions = DEFAULT_OPTIONS,
    last: Mapping[str, Plain] | None = None,
) -> Examined:
    """Goes through an input as the command `check` does: the data, then every paper to its last page.

    Args:
        path: a folder of data, a `.yaml` file or an `.xlsx` workbook.
        only: ids of the papers to go through, as `memo`; none (`()`): the data alone.
        options: how the papers are wanted.
        last: the last round that it is held against, as `rounds.last_rounds.last_round_of` gives it; none:
            the one that it keeps.

    Returns:
        `faults` that must be mended, `doubts` that must be answered before anything is signed, `remarks`
            that stop nothing; `prepared` is the input itself if its data are sound.

    Raises:
        RequestError: for a paper that the input does not make, and an argument of another type. Anything
            else is told in what is returned.
    """
    return examine(path_of(path, "path"), ids_of(only), ensure_options(options), last)


def ensure_loaded(data: Input, options: RenderOptions) -> Prepared:
    """The input, loaded if it is given by its path. Raises as `load` does."""
    return data if isinstance(data, Prepared) else load(path_of(data, "data"), options=options)


def ids_of(only: Collection[str] | None) -> tuple[str, ...] | None:
    """The ids of the papers that are asked for. Raises `RequestError` for what is no list of texts."""
    return None if only is None else texts_of(only, "only", _IDS)
