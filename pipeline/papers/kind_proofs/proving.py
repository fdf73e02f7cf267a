"""Goes through the kinds of an office's folder: what is wrong with each, and what should be known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import TemplateError as JinjaTemplateError

from pipeline.compose.environment import environment
from pipeline.compose.own_templates import reach_of
from pipeline.compose.papers import Paper
from pipeline.compose.template_faults import template_fault
from pipeline.diagnostics import Diagnostic, InputError, Location, SarabanError, TemplateError, diagnose
from pipeline.document.sheets import load_sheet
from pipeline.intake import Source
from pipeline.intake.decoding import decode
from pipeline.intake.yaml_reader import read_yaml
from pipeline.kinds import Kinds
from pipeline.kinds.from_yaml.form_kind import FormKind
from pipeline.kinds.input_reader import read
from pipeline.kinds.registry import KIND_FILE
from pipeline.model.doubts import Doubt
from pipeline.papers.examining import Examined, examine
from pipeline.papers.kind_proofs.emptied_fields import emptied_faults
from pipeline.papers.kind_proofs.start_data import StartData
from pipeline.papers.kind_proofs.unfilled_texts import unfilled_faults
from pipeline.papers.kind_proofs.unread_fields import unread_remarks
from pipeline.papers.options import RenderOptions


@dataclass(frozen=True)
class Proof:
    """What going through the kinds of a folder gave: their `names`, what refuses them, what is asked about in
    their start data, and what stops nothing.
    """

    names: tuple[str, ...]
    refused: tuple[SarabanError, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """All that is to be mended, each told once."""
        return tuple(dict.fromkeys(fault for error in self.refused for fault in error.diagnostics))


def prove_kinds(folder: Path) -> Proof:
    """Goes through every kind of a folder of templates."""
    known = Kinds(folder)
    names = known.own_names()
    if not names:
        return Proof((), (InputError([diagnose("kind-none", Location(str(folder)))]),))
    proofs = [_prove(name, known, folder) for name in names]
    return Proof(
        names,
        tuple(error for proof in proofs for error in proof.refused),
        tuple(doubt for proof in proofs for doubt in proof.doubts),
        tuple(remark for proof in proofs for remark in proof.remarks),
    )


def _prove(name: str, known: Kinds, folder: Path) -> Proof:
    try:
        kind = known.of(name)
    except SarabanError as faulty:
        return Proof((name,), (faulty,))
    assert isinstance(kind, FormKind)
    refused: list[SarabanError] = [*_template_faults(kind, folder), *_sheet_faults(kind, folder)]
    if not _has_start(kind):
        missing = diagnose("kind-no-start", Location(str(kind.start)), name=name)
        return Proof((name,), (*refused, InputError([missing])))
    if other := _start_of_another(kind, known):
        return Proof((name,), (*refused, InputError([other])))
    found = examine(kind.start, () if refused else None, RenderOptions(folder=folder))
    if found.refused:
        refused.append(found.refused)
    if refused:
        return Proof((name,), tuple(refused), found.doubts)
    return _prove_deeper(kind, found, folder)


def _prove_deeper(kind: FormKind, found: Examined, folder: Path) -> Proof:
    """What can be told of a kind of which the start data make all their papers."""
    assert found.source is not None
    start, places = StartData(kind, found.source, folder), _places(kind)
    faults = [*unfilled_faults(start, places.place), *emptied_faults(start, places.place)]
    remarks = [*unread_remarks(start, places.place), *_not_made(kind, found, places)]
    refused = (TemplateError(faults),) if faults else ()
    return Proof((kind.name,), refused, found.doubts, tuple(remarks))


def _not_made(kind: FormKind, found: Examined, places: Source) -> Iterator[Diagnostic]:
    """The papers that the start data do not make: nothing of them is proven but that they compile."""
    made = {paper.id for paper in found.papers}
    for number, paper in enumerate(kind.papers):
        if paper.id not in made:
            yield diagnose("kind-not-made", places.place(("papers", number, "when")), id=paper.id)


def _start_of_another(kind: FormKind, known: Kinds) -> Diagnostic | None:
    """The fault of start data that say to be of another kind; `None` also where they cannot be read."""
    try:
        source = read(kind.start, known)
    except SarabanError:
        return None
    typed = source.values.get("kind")
    if typed is None or typed == kind.name:
        return None
    return diagnose("kind-start-other", source.place(("kind",)), name=kind.name)


def _has_start(kind: FormKind) -> bool:
    return any(kind.start.glob("*.yaml"))


def _places(kind: FormKind) -> Source:
    """The values of a `kind.yaml` with their places."""
    file = kind.folder / KIND_FILE
    values, places = read_yaml(decode(file.read_bytes(), str(file)), str(file))
    return Source(str(file), values, places)


def _template_faults(kind: FormKind, folder: Path) -> Iterator[TemplateError]:
    """Templates that are not there or do not compile, also those of papers that are seldom made."""
    made, told = environment(folder), set[str]()
    for number, paper in enumerate(kind.papers):
        for name in (paper.template, *sorted(_used_by(paper, folder))):
            if name in told:
                continue
            told.add(name)
            try:
                source = made.loader.get_source(made, name)[0] if made.loader else ""
                made.compile(source, name, name)
            except SarabanError as refused:
                yield TemplateError(refused.diagnostics)
            except (JinjaTemplateError, RecursionError, SyntaxError) as error:
                fault = template_fault(error, name)
                if name == paper.template and fault.location == Location(name):
                    place = _places(kind).place(("papers", number, "template"))
                    fault = replace(fault, location=place)
                yield TemplateError([fault])


def _used_by(paper: Paper, folder: Path) -> frozenset[str]:
    """The templates that one includes or imports, as far as that is told by their names."""
    return reach_of(folder, [paper]).templates - {paper.template}


def _sheet_faults(kind: FormKind, folder: Path) -> Iterator[SarabanError]:
    for number, paper in enumerate(kind.papers):
        try:
            load_sheet(paper.style, folder)
        except SarabanError as refused:
            place = _places(kind).place(("papers", number, "style"))
            yield TemplateError(replace(fault, also=(*fault.also, place)) for fault in refused.diagnostics)
