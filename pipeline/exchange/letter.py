"""A letter or memo for another office's electronic correspondence system: its data, and their codes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import intake, kinds
from pipeline.diagnostics import Diagnostic, InputError, Location, Message, diagnose
from pipeline.exchange.settings import NORMAL, ExchangeSettings
from pipeline.exchange.xml import Letter, Party, Reference, write_letter
from pipeline.intake import Source
from pipeline.intake.source import Plain
from pipeline.kinds.signing import SentLetter
from pipeline.model.loading import validate_record
from pipeline.papers.build import build
from pipeline.papers.open_doubts import refuse_doubtful
from pipeline.papers.options import RenderOptions
from pipeline.papers.prepared import Prepared
from pipeline.papers.record import PaperRecord, read_record
from pipeline.papers.rerender import read_file
from pipeline.render.pdf.readback import attached_data

RULE = Message(
    "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๒๙ แก้ไขเพิ่มเติมโดยฉบับที่ ๔ พ.ศ. ๒๕๖๔",
    "ระเบียบงานสารบรรณ พ.ศ. 2526 ข้อ 29, as amended by No. 4 (พ.ศ. 2564)",
)
"""Correspondence is electronic unless it is ลับที่สุด (`domain.md` §1.6, §5.1)."""
TOP_SECRET = "ลับที่สุด"
_CODE = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings file, read, and where its values stand."""

    values: ExchangeSettings
    source: Source


def read_settings(path: Path) -> Settings:
    """Reads a settings file. Raises `InputError`."""
    source = intake.read(path)
    return Settings(validate_record(source, ExchangeSettings), source)


def make_letter(
    prepared: Prepared, settings: Settings, signed: Path | None = None, folder: Path | None = None
) -> bytes:
    """The input's letter or memo as XML with its PDF inside, and its other papers as attachments.

    `signed` is the memo's PDF with signatures, which is sent instead (extra `saraban[sign]`); `folder` holds
    the office's own templates and kinds. Raises
    `InputError`: no memo, a secrecy that may not be sent, what a letter lacks, every setting that is
    missing, a PDF of something else, or one that was changed; `AuditError` while a doubt is open.
    """
    sent = kinds.kind_of(prepared.office_input).sent_letter(prepared.office_input)
    if sent is None:
        raise InputError([_no_memo(prepared)])
    if sent.secrecy == TOP_SECRET:
        raise InputError([_top_secret(prepared)])
    refuse_doubtful(prepared.doubts)
    faults = [*_lacking(prepared, sent), *_missing_settings(sent, settings)]
    if faults:
        raise InputError(faults)
    papers = {paper.id: paper for paper in prepared.papers}
    files = {
        id: build(prepared, paper, RenderOptions(formats=("pdf",), folder=folder)).files["pdf"]
        for id, paper in papers.items()
    }
    titles = [paper.title for id, paper in papers.items() if id != sent.paper]
    return write_letter(_letter(sent, settings.values, files, titles, signed))


def _letter(
    sent: SentLetter,
    settings: ExchangeSettings,
    files: Mapping[str, bytes],
    titles: list[str],
    signed: Path | None,
) -> Letter:
    main = files[sent.paper]
    says = read_record(attached_data(main) or b"", sent.paper).says
    date = datetime.date.fromisoformat(says["date"])
    signer, receiver = sent.signer, settings.receiver
    return Letter(
        says["number"],
        date,
        says["title"],
        _code(settings.secret_codes, sent.secrecy),
        _code(settings.speed_codes, sent.urgency),
        Party(
            signer.person.given,
            signer.person.surname,
            signer.post,
            settings.sender.ministry,
            settings.sender.department,
        ),
        Party(
            receiver.given,
            receiver.surname,
            receiver.position or sent.to,
            receiver.ministry,
            receiver.department,
        ),
        tuple(_references(sent, settings)),
        settings.attachment or ", ".join(sent.enclosures or titles),
        settings.send_date or date,
        settings.description,
        _read_signed_memo(signed, main, sent.paper) if signed else main,
        tuple(data for id, data in files.items() if id != sent.paper),
    )


def _references(sent: SentLetter, settings: ExchangeSettings) -> Iterator[Reference]:
    """What the letter refers to by number and date, then what the settings add to it."""
    for cited in sent.references:
        if cited.number and cited.date:
            yield Reference(cited.number, cited.date, cited.text)
    for one in settings.references:
        if all(one.number != cited.number for cited in sent.references):
            yield Reference(one.number, one.date, one.subject)


def _code(codes: Mapping[str, str | None], mark: str | None) -> str:
    return (codes.get(mark or NORMAL) or "").strip()


def _read_signed_memo(path: Path, made: bytes, paper: str) -> bytes:
    """The file, if it is this memo, made here or by an earlier version, with nothing but signatures since."""
    content = read_file(path)
    if content == made:
        return content
    from pipeline.verify.pdf import verify_pdf  # noqa: PLC0415

    found = verify_pdf(path)
    wanted = read_record(attached_data(made) or b"", paper)
    if found.record is None or _what(found.record) != _what(wanted):
        raise InputError([_other_pdf(path)])
    if not found.sound:
        raise InputError([_changed_pdf(path)])
    return content


def _what(record: PaperRecord) -> tuple[str, Mapping[str, Plain]]:
    """Which paper, of which data."""
    return record.paper, record.values


def _lacking(prepared: Prepared, sent: SentLetter) -> Iterator[Diagnostic]:
    """A letter that goes out has its number and its date; on paper they may be left for the pen."""
    number, date = sent.fields
    for key, value, name in (
        (number, sent.number, Message("ที่", "number")),
        (date, sent.date, Message("วันที่", "date")),
    ):
        if not value:
            yield diagnose("exchange-lacks", Location(prepared.name), name=name, key=key)


def _missing_settings(sent: SentLetter, settings: Settings) -> Iterator[Diagnostic]:
    """Every code that this letter needs and the settings lack."""
    values = settings.values
    wanted = {
        ("secret_codes", sent.secrecy or NORMAL): _code(values.secret_codes, sent.secrecy),
        ("speed_codes", sent.urgency or NORMAL): _code(values.speed_codes, sent.urgency),
        ("sender", "ministry"): values.sender.ministry,
        ("sender", "department"): values.sender.department,
        ("receiver", "ministry"): values.receiver.ministry,
        ("receiver", "department"): values.receiver.department,
    }
    for path, code in wanted.items():
        if not _CODE.fullmatch(code):
            yield _no_code(".".join(path), code, settings.source.place(path))


def _no_code(name: str, typed: str, place: Location) -> Diagnostic:
    if not typed:
        return diagnose("exchange-setting/missing", place, name=name)
    return diagnose("exchange-setting", place, name=name, typed=typed)


def _no_memo(prepared: Prepared) -> Diagnostic:
    return diagnose("exchange-no-memo", Location(prepared.name))


def _top_secret(prepared: Prepared) -> Diagnostic:
    return diagnose("exchange-top-secret", Location(prepared.name), rule=RULE)


def _other_pdf(path: Path) -> Diagnostic:
    return diagnose("exchange-other-pdf", Location(str(path)))


def _changed_pdf(path: Path) -> Diagnostic:
    return diagnose("exchange-changed-pdf", Location(str(path)), file=path.name)
