"""An input gone through stage by stage: what it is, and everything that is told of it, as one answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline.compose import Paper
from pipeline.diagnostics import Diagnostic, RequestError, SarabanError
from pipeline.intake import Source
from pipeline.intake.source import Plain
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import check_input
from pipeline.model.doubts import Doubt, questions_beside_faults
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
    asked: tuple[Doubt, ...] = ()
    """What the kind asks about sound values of data that are refused."""

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
        return self.prepared.doubts if self.prepared else self.asked

    @property
    def remarks(self) -> tuple[Diagnostic, ...]:
        """What the user should know and that stops nothing."""
        return self.prepared.remarks if self.prepared else self.source.remarks if self.source else ()


def examine(
    path: Path,
    only: Collection[str] | None = None,
    options: RenderOptions = DEFAULT_OPTIONS,
    last: Mapping[str, Plain] | None = None,
) -> Examined:
    """Reads, checks and scores the input at `path`, and lays out its papers (`only` those of these ids).
    `last` is the last round that it is held against, in place of what it keeps of one.

    Raises `RequestError` for a paper that it does not make, and no other fault.
    """
    source = prepared = None
    try:
        source = read(path, options.known)
        if last is not None:
            source = with_last_round(source, last)
        prepared = add_remarks(prepare_source(source, name_of(path), options.known), source, options.folder)
        all_of(partial(lay_out, prepared, paper, options) for paper in prepared.chosen(only))
    except RequestError:
        raise
    except SarabanError as refused:
        asked = _questions(source, options) if source and prepared is None else ()
        return Examined(prepared, source, refused, asked)
    return Examined(prepared, source)


def _questions(source: Source, options: RenderOptions) -> tuple[Doubt, ...]:
    """What the kind of refused data asks about those of their values that are sound."""
    try:
        office_input, _ = check_input(source, options.known)
    except SarabanError:
        return ()
    return questions_beside_faults(office_input, source)


def with_last_round(source: Source, last: Mapping[str, Plain]) -> Source:
    """The input with another last round; texts that it ticks as still right stay ticked."""
    own = source.values.get("last_round")
    typed = own.get("values") if isinstance(own, dict) else None
    entries = [each for each in typed if isinstance(each, dict)] if isinstance(typed, list) else []
    ticked = {(each.get("path"), each.get("value")): each["still"] for each in entries if each.get("still")}
    held = last.get("values")
    values: list[Plain] = [
        {**each, "still": still} if (still := ticked.get((each.get("path"), each.get("value")))) else each
        for each in (held if isinstance(held, list) else ())
        if isinstance(each, dict)
    ]
    return replace(source, values={**source.values, "last_round": {**last, "values": values}})
