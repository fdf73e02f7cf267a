"""The provenance record inside each file: data, options, versions (`docs/record.md`).

It is JSON, the same in both: inside a PDF as an associated file, inside a DOCX as a custom XML part.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from pipeline import kinds
from pipeline.compose import Paper
from pipeline.compose.facts import common_facts
from pipeline.compose.placeholders import fill
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.document.tree import Document
from pipeline.intake.source import Plain
from pipeline.papers.fingerprints import canonical, text_digest
from pipeline.papers.options import RenderOptions
from pipeline.papers.provenance import MadeWith, made_with
from pipeline.papers.score_json import card_json

if TYPE_CHECKING:
    from pipeline.papers.prepared import Prepared
    from pipeline.render.docx import Extent
    from pipeline.render.pdf import Conformance
    from pipeline.thai.digits import DigitPolicy

FORMAT = 1
"""The form of the record; a program reads its own and older ones."""
_VERSION_DIGITS = 16


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """The record of one paper.

    `says` is what one looks a paper up by: title, number, date, unit, office, fiscal year; what it lacks is
    left out. `data_version` is the digest of `values`, the input as typed. `embeds`: whether a DOCX carries
    its fonts, `extent` how much of them; `reference` is the digest of the office's Word file, if one gave
    the paper its looks. `edition` is left out of the JSON of a first one.
    """

    paper: str
    template: str
    kind: str
    says: dict[str, str]
    data_version: str
    made_with: MadeWith
    digits: DigitPolicy | None
    conformance: Conformance
    embeds: bool
    own_templates: bool
    scores: dict[str, Any] | None
    values: dict[str, Plain]
    extent: Extent = "full"
    reference: str = ""
    edition: int = 1

    def dump(self, values: str) -> bytes:
        """The record as JSON, the same for the same data however they are divided into files and sheets.

        Its keys are in order and the last of them is `values`, given as the JSON that they are.
        """
        told = {"format": FORMAT, **{each.name: getattr(self, each.name) for each in fields(self)}}
        told["made_with"] = asdict(self.made_with)
        del told["values"]
        if self.edition == 1:
            del told["edition"]
        return f'{canonical(told)[:-1]},"values":{values}}}'.encode()


def record_of(prepared: Prepared, paper: Paper, document: Document, options: RenderOptions) -> bytes:
    """What a paper's files hold of it."""
    values = dict(prepared.values)
    text = canonical(values)
    record = PaperRecord(
        paper.id,
        paper.template,
        prepared.office_input.kind,
        _says(prepared, document, paper.id),
        text_digest(text)[:_VERSION_DIGITS],
        made_with(paper.template, options.folder),
        options.digits,
        options.conformance,
        options.faces is None,
        options.folder is not None,
        _scores(prepared),
        values,
        options.extent,
        options.reference.digest if options.reference else "",
        options.edition,
    )
    return record.dump(text)


def _says(prepared: Prepared, document: Document, paper: str) -> dict[str, str]:
    kind, office_input = kinds.kind_of(prepared.office_input), prepared.office_input
    date = kind.date(office_input)
    said = {
        "title": document.title,
        "number": kind.signing(office_input, paper).number,
        "date": date.isoformat() if date else "",
        "unit": document.unit,
        "office": document.author,
        "fiscal_year": str(document.fiscal_year or ""),
    }
    return {name: text for name, text in said.items() if text}


def _scores(prepared: Prepared) -> dict[str, Any] | None:
    if prepared.card is None:
        return None
    facts = common_facts(prepared.office_input)
    told = card_json(
        "", prepared.office_input.kind, prepared.card, {}, lambda name: fill(name, facts, "short")
    )
    return {key: told[key] for key in ("policy", "total", "dimensions")}


def read_record(data: bytes, file: str) -> PaperRecord:
    """The record that a file holds. Raises `InputError` for JSON that is not one, or of a later form."""
    try:
        told = json.loads(data)
        form = told.pop("format")
        if isinstance(form, int) and form > FORMAT:
            raise InputError([_later(form, file)])
        return PaperRecord(**{**told, "made_with": MadeWith(**told["made_with"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError([_diagnose_broken_record(file)]) from error


def _later(form: int, file: str) -> Diagnostic:
    return diagnose("record-format", Location(file), form=form)


def _diagnose_broken_record(file: str) -> Diagnostic:
    return diagnose("record-broken", Location(file))
