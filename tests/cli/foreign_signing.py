"""Signatures as another program makes them, which asks nothing: for what `verify` has to tell."""

import datetime
import io
from collections.abc import Callable
from unittest.mock import patch

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from certificates import Holder
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner, pdf_signer
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer_of(holder: Holder) -> SimpleSigner:
    """The holder for pyHanko."""
    key = holder.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    certificate = holder.certificate.public_bytes(serialization.Encoding.DER)
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore(),
    )


def signed_elsewhere(
    pdf: bytes,
    holder: Holder,
    field: str = "proposer",
    *,
    new: SigFieldSpec | None = None,
    at: datetime.datetime | None = None,
    timestamper=None,
    **options,
) -> bytes:
    """The file signed without a question; `new` makes the field, `at` is what the signer's clock says."""
    options.setdefault("md_algorithm", "sha256")
    options.setdefault("subfilter", SigSeedSubFilter.ADOBE_PKCS7_DETACHED)
    metadata = PdfSignatureMetadata(field_name=field, **options)
    signer = PdfSigner(metadata, signer_of(holder), new_field_spec=new, timestamper=timestamper)
    with patch.object(pdf_signer, "datetime", _clock(at)):
        made = signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), existing_fields_only=new is None)
    signed: bytes = made.getvalue()
    return signed


def _clock(at: datetime.datetime | None) -> type[datetime.datetime]:
    """The signer's clock."""

    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return at or datetime.datetime.now(tz)

    return Clock


def added(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with a change added behind it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer._update_meta = lambda: None
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def dictionary(**entries) -> generic.DictionaryObject:
    """A dictionary; texts that begin with a slash are names."""
    return generic.DictionaryObject(
        {generic.NameObject(f"/{key}"): _plain(value) for key, value in entries.items()}
    )


def _plain(value):
    if isinstance(value, str):
        return generic.NameObject(value) if value.startswith("/") else generic.TextStringObject(value)
    if isinstance(value, list):
        return generic.ArrayObject([_plain(one) for one in value])
    if isinstance(value, float | int):
        return generic.FloatObject(value)
    return value
