"""An input gone through stage by stage: what it is, and everything that is told of it, as one answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.compose import Paper
from pipeline.diagnostics import Diagnostic, RequestError, SarabanError
from pipeline.intake import Source
from pipeline.kinds.input_reader import read
from pipeline.model.doubts import Doubt
from pipeline.papers.build import (
    DEFAULT_OPTIONS,
    RenderOptions,
    add_remarks,
    all_of,
    lay_out,
    name_of,
    prepare_source,
)
from pipeline.papers.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Examined:
    """What going through an input gave.

    `prepared` is the input itself (`None`: its data are refused), `source` what was read (`None`: it cannot
    be read), and `refused` the error of the stage that went no further.
    """

    prepared: Prepared | None
    source: Source | None = None
    refused: SarabanError | None = None

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers that it makes; none while its data are refused."""
        return self.prepared.papers if self.prepared else ()

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """All that is to be mended before papers can be made."""
        return self.refused.diagnostics if self.refused else ()

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is asked about in it before anything is signed, the accepted ones too."""
        return self.prepared.doubts if self.prepared else ()

    @property
    def remarks(self) -> tuple[Diagnostic, ...]:
        """What the user should know and that stops nothing."""
        return self.prepared.remarks if self.prepared else self.source.remarks if self.source else ()


def examine(
    path: Path, only: Collection[str] | None = None, options: RenderOptions = DEFAULT_OPTIONS
) -> Examined:
    """Reads, checks and scores the input at `path`, and lays out its papers (`only` those of these ids).

    Raises `RequestError` for a paper that it does not make, and no other fault.
    """
    source = prepared = None
    try:
        source = read(path, options.known)
        prepared = add_remarks(prepare_source(source, name_of(path), options.known), source, options.folder)
        all_of(partial(lay_out, prepared, paper, options) for paper in prepared.chosen(only))
    except RequestError:
        raise
    except SarabanError as refused:
        return Examined(prepared, source, refused)
    return Examined(prepared, source)
