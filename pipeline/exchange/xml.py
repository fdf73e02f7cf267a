"""A letter as TH e-GIF `CorrespondenceLetter` XML, for another office's electronic correspondence system.

Elements, their order and namespaces are those that public client programs of the e-CMS send (`domain.md`
§5.3); the schema in `templates/exchange` is ours and says no more than they show. The SOAP envelope belongs
to the transport and is not written.
"""

from __future__ import annotations

import base64
import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from pipeline.resources import resource

RSM = "urn:th:gov:egif:data:standard:GovernmentDocument:1.0"
RAM = "urn:th:gov:egif:data:standard:ReusableAggregateBusinessInformationEntity:1"
PDF = "application/pdf"


class ExchangeDefect(Exception):
    """What we wrote is not what the schema says: a defect, as the values were checked before."""


class Party(NamedTuple):
    """A sender or receiver; `ministry` and `department` are codes of the exchange."""

    given: str
    surname: str
    position: str
    ministry: str
    department: str


class Reference(NamedTuple):
    """A letter that is referred to."""

    number: str
    date: datetime.date
    subject: str


class Letter(NamedTuple):
    """All that the XML says. `main` and `attachments` are PDF files."""

    number: str
    date: datetime.date
    subject: str
    secret_code: str
    speed_code: str
    sender: Party
    receiver: Party
    references: tuple[Reference, ...]
    attachment: str
    send_date: datetime.date
    description: str
    main: bytes
    attachments: tuple[bytes, ...] = ()


def write_letter(letter: Letter) -> bytes:
    """The letter as XML in UTF-8, the same bytes for the same letter; checked against the schema."""
    document = etree.Element(f"{{{RSM}}}GovernmentDocument", nsmap={"rsm": RSM, "ram": RAM})
    root = etree.SubElement(document, f"{{{RAM}}}CorrespondenceLetter", ID="Letter")
    _add(root, "ID", letter.number)
    _add(root, "CorrespondenceDate", letter.date.isoformat())
    _add(root, "Subject", letter.subject)
    _add(root, "SecretCode", letter.secret_code)
    _add(root, "SpeedCode", letter.speed_code)
    _party(_add(root, "SenderParty"), letter.sender)
    _party(_add(root, "ReceiverParty"), letter.receiver)
    for reference in letter.references:
        _reference(_add(root, "ReferenceCorrespondence"), reference)
    _add(root, "Attachment", letter.attachment)
    _add(root, "SendDate", letter.send_date.isoformat())
    _add(root, "Description", letter.description)
    _file(_add(root, "MainLetterBinaryObject"), letter.main)
    for attachment in letter.attachments:
        _file(_add(root, "AttachmentBinaryObject"), attachment)
    if not (schema := _schema()).validate(document):
        raise ExchangeDefect(str(schema.error_log))
    written: bytes = etree.tostring(document, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _add(parent: Any, name: str, text: str = "") -> Any:
    made = etree.SubElement(parent, f"{{{RAM}}}{name}")
    if text:
        made.text = text
    return made


def _party(element: Any, party: Party) -> None:
    _add(element, "GivenName", party.given)
    _add(element, "FamilyName", party.surname)
    _add(element, "JobTitle", party.position)
    _add(_add(element, "MinistryOrganization"), "ID", party.ministry)
    _add(_add(element, "DepartmentOrganization"), "ID", party.department)


def _reference(element: Any, reference: Reference) -> None:
    _add(element, "ID", reference.number)
    _add(element, "CorrespondenceDate", reference.date.isoformat())
    _add(element, "Subject", reference.subject)


def _file(element: Any, data: bytes) -> None:
    element.set("mimeCode", PDF)
    element.text = base64.b64encode(data).decode("ascii")


@lru_cache(maxsize=1)
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(resource("templates", "exchange", "GovernmentDocument.xsd"))))
