"""Signs a PDF in one of its empty fields; what was there stays, byte for byte, before what is added."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, NamedTuple

import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import TimeStamper

from pipeline.diagnostics import Diagnostic, InputError, Location, MachineError, diagnose
from pipeline.signing.appearance import ThaiAppearance
from pipeline.signing.keys import SigningKey
from pipeline.thai.digits import DigitPolicy
from pipeline.thai.person_names import name_in_title

_DIGEST = "sha256"


class SignatureField(NamedTuple):
    """A signature field: the signer's role, whose place it is in words, and whether it is signed."""

    role: str
    title: str
    signed: bool


def signature_fields(pdf: bytes, file: str) -> tuple[SignatureField, ...]:
    """The signature fields in the order of the form. Raises `InputError` for no PDF, or an encrypted one."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            if opened.is_encrypted:
                raise InputError([_diagnose_encrypted_pdf(file)])
            form = opened.Root.get("/AcroForm", pikepdf.Dictionary())
            found = [field for field in form.get("/Fields", []) if field.get("/FT") == "/Sig"]
            fields = tuple(
                SignatureField(str(one.get("/T", "")), str(one.get("/TU", "")), "/V" in one) for one in found
            )
    except pikepdf.PasswordError as error:
        raise InputError([_diagnose_encrypted_pdf(file)]) from error
    except pikepdf.PdfError as error:
        raise InputError([_no_pdf(file)]) from error
    return fields


def fields_to_sign(pdf: bytes, file: str) -> tuple[SignatureField, ...]:
    """`signature_fields` of a file that can be signed: all that signing reads of it is read once here."""
    fields = signature_fields(pdf, file)
    try:
        _Update(io.BytesIO(pdf))
    except (PdfError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError([_no_pdf(file)]) from error
    return fields


def chosen_field(fields: Sequence[SignatureField], role: str | None, name: str, file: str) -> SignatureField:
    """The field of `role`; without one the only empty field, or the only one whose title has the `name`.

    Raises `InputError` where there is none, where it is not certain, and where it is signed already.
    """
    if not fields:
        raise InputError([_no_fields(file)])
    empty = [field for field in fields if not field.signed]
    if role is not None:
        wanted = [field for field in fields if field.role == role]
        if not wanted:
            raise InputError([_unknown_role(role, fields, file)])
        if wanted[0].signed:
            raise InputError([_signed_already(wanted[0], file)])
        return wanted[0]
    if not empty:
        raise InputError([_all_signed(file)])
    named = [field for field in empty if name and name_in_title(field.title, name) != "other"]
    for choice in (named, empty):
        if len(choice) == 1:
            return choice[0]
    raise InputError([_which_role(empty, file)])


def sign(
    pdf: bytes,
    field: SignatureField,
    key: SigningKey,
    digits: DigitPolicy = "thai",
    *,
    timestamper: TimeStamper | None = None,
    reason: str = "",
) -> bytes:
    """The file signed in `field`: PAdES B-B, with a `timestamper` B-T; `reason` stands in the signature.

    Raises `MachineError` if the timestamp server gives none, `InputError` if an earlier signature
    forbids more.
    """
    signer = PdfSigner(
        PdfSignatureMetadata(
            field_name=field.role,
            name=key.name,
            md_algorithm=_DIGEST,
            subfilter=SigSeedSubFilter.PADES,
            reason=reason or None,
        ),
        key.signer(),
        timestamper=timestamper,
        stamp_style=ThaiAppearance(digits=digits),
    )
    try:
        made = signer.sign_pdf(_Update(io.BytesIO(pdf)), existing_fields_only=True)
    except OSError as error:
        raise MachineError([_no_timestamp(error)]) from error
    except SigningError as error:
        raise InputError([_diagnose_forbidden_signing(field, error)]) from error
    signed: bytes = made.getvalue()
    return signed


class _Update(IncrementalPdfFileWriter):
    """An update that leaves the paper's own title and dates: a signature holds its moment itself."""

    def _update_meta(self) -> None:
        """Nothing is changed, so that XMP and the information dictionary go on saying the same."""


def _list_fields(fields: Sequence[SignatureField]) -> str:
    return ", ".join(f"{field.role} ({field.title})" for field in fields)


def _diagnose_encrypted_pdf(file: str) -> Diagnostic:
    return diagnose("pdf-encrypted", Location(file))


def _no_pdf(file: str) -> Diagnostic:
    return diagnose("pdf-unreadable", Location(file))


def _no_fields(file: str) -> Diagnostic:
    return diagnose("no-signature-field", Location(file))


def _unknown_role(role: str, fields: Sequence[SignatureField], file: str) -> Diagnostic:
    return diagnose("signature-role", Location(file), role=role, fields=_list_fields(fields))


def _which_role(fields: Sequence[SignatureField], file: str) -> Diagnostic:
    return diagnose("signature-role/which", Location(file), fields=_list_fields(fields))


def _signed_already(field: SignatureField, file: str) -> Diagnostic:
    return diagnose("already-signed", Location(file), role=field.role)


def _all_signed(file: str) -> Diagnostic:
    return diagnose("already-signed/all", Location(file))


def _diagnose_forbidden_signing(field: SignatureField, error: Exception) -> Diagnostic:
    return diagnose("signing-forbidden", role=field.role, reason=error)


def _no_timestamp(error: Any) -> Diagnostic:
    return diagnose("timestamp-server", reason=error)
