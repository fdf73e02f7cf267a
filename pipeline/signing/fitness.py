"""Whether a certificate may sign a paper: its dates, its kind, what it was issued for, how strong it is.

Signing and verifying ask the same, so that nothing is signed that is refused afterwards.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier

Unfit = Literal["expired", "not-yet-valid", "authority", "usage", "weak"]
"""`authority`: it issues certificates, and is nobody's own."""

LEAST_BITS = 2_048
"""Of an RSA or DSA key (ETSI TS 119 312)."""

SIGNING = frozenset(
    {
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
        ObjectIdentifier("1.3.6.1.5.5.7.3.36"),
        ObjectIdentifier("1.2.840.113583.1.1.5"),
        ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),
    }
)
"""Purposes of documents' signers: e-mail, any, RFC 9336, Adobe's and Microsoft's."""


def unfit_since(certificate: x509.Certificate, moment: datetime.datetime) -> tuple[Unfit, ...]:
    """What keeps a certificate from having signed at `moment` (with its time zone)."""
    return (*out_of_date(certificate, moment), *_unfit(certificate))


def out_of_date(certificate: x509.Certificate, moment: datetime.datetime) -> Iterator[Unfit]:
    """Whether `moment` lies outside the time of a certificate."""
    if moment < certificate.not_valid_before_utc:
        yield "not-yet-valid"
    elif moment > certificate.not_valid_after_utc:
        yield "expired"


def _unfit(certificate: x509.Certificate) -> Iterator[Unfit]:
    if _is_authority(certificate):
        yield "authority"
    if not _is_for_signing(certificate):
        yield "usage"
    if _is_weak(certificate):
        yield "weak"


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, ValueError):
        return False


def _is_for_signing(certificate: x509.Certificate) -> bool:
    """Whether its key usage and its purposes, where it names any, include signatures of documents; a bound
    that nobody here knows (a critical extension) is one that verifiers refuse.
    """
    try:
        if any(
            one.critical and isinstance(one.value, x509.UnrecognizedExtension)
            for one in certificate.extensions
        ):
            return False
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        if not usage.digital_signature and not usage.content_commitment:
            return False
    except x509.ExtensionNotFound:
        pass
    except ValueError:
        return False
    try:
        purposes = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return any(purpose in SIGNING for purpose in purposes)


def _is_weak(certificate: x509.Certificate) -> bool:
    """Whether no verifier takes it any more: a short key, or a certificate signed over SHA-1 or MD5."""
    key = certificate.public_key()
    short = isinstance(key, rsa.RSAPublicKey | dsa.DSAPublicKey) and key.key_size < LEAST_BITS
    return short or isinstance(certificate.signature_hash_algorithm, hashes.SHA1 | hashes.MD5)
