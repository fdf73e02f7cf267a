"""One input on the desk: where it is, what was found in it, and the papers that it makes."""

from __future__ import annotations

import secrets
import shutil
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pipeline import api
from pipeline.api import Built, Examined, Finding, Prepared, RenderOptions
from pipeline.desk.following import state_of
from pipeline.desk.rounds import Round, round_of
from pipeline.desk.template_changes import reload_templates
from pipeline.desk.uploads import Upload, new_upload_dir
from pipeline.diagnostics import Lang, SarabanError
from pipeline.intake.sandboxed import read_apart
from pipeline.intake.source import Plain
from pipeline.kinds import kind_of
from pipeline.kinds.writing import workbook_of
from pipeline.papers.auditing import fault_of
from pipeline.papers.name_rows import name_rows
from pipeline.papers.open_doubts import refuse_doubtful
from pipeline.rounds.rolling import Rolled, roll_over
from pipeline.workbook.annotating import annotate

KEPT_PAPERS = 8
"""So many papers of one work are kept built."""


class Reading(NamedTuple):
    """An input as it was read: what was found in it, and the round that it reports, if it is one."""

    examined: Examined
    round: Round | None


class Workspace:
    """An opened input. `source` is the file or folder; `upload_dir` holds it where it was uploaded.

    `version` counts how often it was read anew, `state` tells how its files stood then. `compared` is the
    earlier round that a person chose to hold it against: its scores; what was typed in it is kept beside.
    """

    def __init__(
        self, source: Path, *, upload_dir: Path | None = None, templates: Path | None = None
    ) -> None:
        self.id = secrets.token_urlsafe(9)
        self.source = source
        self.version = 1
        self.compared: Round | None = None
        self._last: Mapping[str, Plain] | None = None
        self.state: int | None = None
        self._upload_dir = upload_dir
        self.templates = templates
        self._lock = threading.Lock()
        self._options = RenderOptions(folder=templates)
        self._reading: Reading | None = None
        self._built: OrderedDict[str, Built] = OrderedDict()
        self._audited: tuple[Finding, ...] | None = None

    @classmethod
    def from_upload(cls, upload: Upload, templates: Path | None, uploads: Path | None = None) -> Workspace:
        """A work of an uploaded file, in a folder of its own that goes when it is closed."""
        upload_dir = new_upload_dir(uploads)
        source = upload_dir / upload.name
        source.write_bytes(upload.data)
        return cls(source, upload_dir=upload_dir, templates=templates)

    @property
    def name(self) -> str:
        """The name that a person knows it by."""
        return self.source.name

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"/works/{self.id}"

    @property
    def followed(self) -> bool:
        """Whether it is a file or folder of the person's own, read anew when it is saved."""
        return self._upload_dir is None

    def replace(self, name: str, data: bytes) -> None:
        """Puts a newer upload in the place of the old one."""
        if self._upload_dir is None:
            raise ValueError("only an uploaded work is replaced")
        with self._lock:
            self.source.unlink(missing_ok=True)
            self.source = self._upload_dir / name
            self.source.write_bytes(data)
            self._forget()
            self.state = None

    def hold_against(self, last: Mapping[str, Plain], compared: Round | None) -> None:
        """Asks of it what a round is asked beside its last, from now on, and compares their scores."""
        with self._lock:
            self.compared, self._last = compared, last
            self._forget()

    def next_round(self) -> tuple[bytes, Rolled]:
        """The workbook of the next round, begun from this, and what is to be done in it. Raises `KeyError`
        for an input with faults.
        """
        prepared = self.examined().prepared
        if prepared is None:
            raise KeyError("a round is begun from one without faults")
        rolled = roll_over(prepared)
        kind = kind_of(prepared.office_input)
        return workbook_of(kind, rolled.values, name_rows(prepared.office_input)), rolled

    def reload_templates(self) -> None:
        """Has it read and its papers made anew, if its files, templates or style sheets were saved since."""
        with self._lock:
            state = state_of(self.source, reload_templates(self.templates))
            if self.state not in (None, state):
                self._forget()
            self.state = state

    def _forget(self) -> None:
        self.version += 1
        self._reading = None
        self._audited = None
        self._built.clear()

    @property
    def round(self) -> Round | None:
        """The round that it reports, if it was read and has no faults."""
        reading = self._reading
        return reading.round if reading else None

    def reading(self) -> Reading:
        """What reading and checking the input gave, once for each version."""
        with self._lock:
            return self._reading_now()

    def examined(self) -> Examined:
        """The input, read and checked once for each version."""
        return self.reading().examined

    def _reading_now(self) -> Reading:
        if self._reading is None:
            examined = api.check(self.source, only=(), options=self._options, last=self._last)
            prepared = examined.prepared
            self._reading = Reading(examined, round_of(prepared, self.source.name) if prepared else None)
        return self._reading

    def built(self, paper_id: str) -> Built:
        """One paper, built once for each version. Raises `KeyError` if the input makes no such paper, and
        the faults of building it.
        """
        with self._lock:
            return self._built_now(paper_id)

    def all_built(self) -> tuple[Prepared, tuple[Built, ...]]:
        """The input and all its papers, of one version, to be bound or taken away together.

        Raises as `built` does, and `AuditError` while a doubt is open.
        """
        with self._lock:
            prepared = self._reading_now().examined.prepared
            if prepared is None:
                raise KeyError("an input with faults makes no papers")
            refuse_doubtful(prepared.doubts)
            return prepared, tuple(self._built_now(paper.id) for paper in prepared.papers)

    def public_copies(self) -> dict[str, bytes]:
        """The files of all its papers as copies for the public, by their names. Raises as `all_built` does,
        and `InputError` where a personal value would stand in one.
        """
        with self._lock:
            prepared = self._reading_now().examined.prepared
            if prepared is None:
                raise KeyError("an input with faults makes no papers")
            refuse_doubtful(prepared.doubts)
            options = replace(self._options, public=True)
            papers = api.render(prepared, options=options).papers
            return {name: data for built in papers for name, data in built.named.items()}

    def _built_now(self, paper_id: str) -> Built:
        if paper_id not in self._built:
            examined = self._reading_now().examined
            if examined.prepared is None or paper_id not in {paper.id for paper in examined.papers}:
                raise KeyError(paper_id)
            rendered = api.render(examined.prepared, only=[paper_id], options=self._options)
            (self._built[paper_id],) = rendered.papers
            if len(self._built) > KEPT_PAPERS:
                self._built.popitem(last=False)
        return self._built[paper_id]

    def find_slips(self) -> tuple[Finding, ...]:
        """What the audit finds in its papers, once for each version; nothing while it has faults."""
        with self._lock:
            if self._audited is None:
                self._audited = self._audited_now()
            return self._audited

    def _audited_now(self) -> tuple[Finding, ...]:
        if self._reading_now().examined.prepared is None:
            return ()
        try:
            return api.audit(self.source, options=self._options)
        except SarabanError:
            return ()

    def annotated(self, lang: Lang) -> bytes:
        """A copy of the workbook with each finding at its cell. Raises `ValueError` for another kind of
        input, or one that cannot be opened as a workbook.
        """
        examined, findings = self.examined(), self.find_slips()
        if self.source.suffix.lower() != ".xlsx" or examined.source is None:
            raise ValueError("only a workbook that can be read is annotated")
        doubts = [fault_of(finding) for finding in findings if not finding.accepted]
        marks = (*examined.remarks, *doubts)
        accepted = [fault_of(finding) for finding in findings if finding.accepted]
        return read_apart(
            self.source, annotate, self.source.read_bytes(), examined.faults, marks, lang, accepted
        ).data

    def close(self) -> None:
        """Removes what was uploaded; a person's own files stay."""
        if self._upload_dir is not None:
            shutil.rmtree(self._upload_dir, ignore_errors=True)
