"""Whether the revocation lists and answers that ride in a PDF say that a signer's certificate was revoked.

Nothing is fetched. Who signed a list is not asked: that one says "revoked" is a reason to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError

_UNREADABLE = (ValueError, TypeError, KeyError, LookupError, AttributeError)


def is_revoked(embedded: EmbeddedPdfSignature, reader: PdfFileReader) -> bool:
    """Whether any list or answer in the file names the certificate of a signature."""
    certificate = embedded.signer_cert
    lists, answers = _in_signature(embedded), _in_store(reader)
    return any(
        _is_named(one, certificate)
        if isinstance(one, asn1_crl.CertificateList)
        else _is_answered(one, certificate)
        for one in (*lists, *answers)
    )


def _in_signature(embedded: EmbeddedPdfSignature) -> Iterator[Any]:
    """What the signature itself brings: lists in its CMS, and Adobe's attribute."""
    for choice in embedded.signed_data["crls"] or ():
        if isinstance(choice.chosen, asn1_crl.CertificateList):
            yield choice.chosen
    for attribute in embedded.signer_info["signed_attrs"] or ():
        if attribute["type"].native == "adobe_revocation_info_archival":
            for archival in attribute["values"]:
                yield from archival["crl"] or ()
                yield from archival["ocsp"] or ()


def _in_store(reader: PdfFileReader) -> Iterator[Any]:
    """What the document's security store holds (PAdES, ISO 32000-2 §12.8.4.3)."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except (NoDSSFoundError, *_UNREADABLE):
        return
    for reference in store.crls:
        yield asn1_crl.CertificateList.load(reference.get_object().data)
    for reference in store.ocsps:
        yield asn1_ocsp.OCSPResponse.load(reference.get_object().data)


def _is_named(revoked: asn1_crl.CertificateList, certificate: asn1_x509.Certificate) -> bool:
    try:
        if revoked.issuer != certificate.issuer:
            return False
        named = revoked["tbs_cert_list"]["revoked_certificates"] or ()
        return any(one["user_certificate"].native == certificate.serial_number for one in named)
    except _UNREADABLE:
        return False


def _is_answered(answer: asn1_ocsp.OCSPResponse, certificate: asn1_x509.Certificate) -> bool:
    try:
        responses = answer.response_data["responses"]
        return any(
            one["cert_id"]["serial_number"].native == certificate.serial_number
            and one["cert_status"].name == "revoked"
            for one in responses
        )
    except _UNREADABLE:
        return False
