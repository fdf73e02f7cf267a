"""A signer's key and certificate, from a PKCS#12 file (`.p12`, `.pfx`) or from PEM files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, assert_never

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from pipeline.diagnostics import Diagnostic, InputError, Location, Message, diagnose
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.sandboxed import read_apart
from pipeline.signing.fitness import LEAST_BITS, unfit_since
from pipeline.thai.dates import long_date

Passphrase = Callable[[], str]
"""Gives the passphrase; asked only if the key is locked."""

_PEM = b"-----BEGIN "
_SIGNING_KEYS = (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey, dsa.DSAPrivateKey)


_MOST = 10_000_000
"""Bytes that are read of a key: those of a person take some thousands."""


class SigningKey(NamedTuple):
    """A private key with the certificate that says whose it is, and the certificates of its issuers."""

    private: Any
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...]

    @property
    def name(self) -> str:
        """Whom the certificate names."""
        return name_in(as_asn1(self.certificate).subject)

    def signer(self) -> SimpleSigner:
        """The same for pyHanko."""
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple(map(as_asn1, self.issuers))
        return SimpleSigner(
            signing_cert=as_asn1(self.certificate),
            signing_key=asn1_keys.PrivateKeyInfo.load(
                self.private.private_bytes(
                    serialization.Encoding.DER,
                    serialization.PrivateFormat.PKCS8,
                    serialization.NoEncryption(),
                )
            ),
            cert_registry=store,
        )


def name_in(subject: asn1_x509.Name) -> str:
    """Whom a certificate names: the common name, else name and surname, the organization, or all it tells."""
    told = {
        part: value if isinstance(value, str) else ", ".join(value) for part, value in subject.native.items()
    }
    full = " ".join(told[part] for part in ("given_name", "surname") if part in told)
    return told.get("common_name") or full or told.get("organization_name") or str(subject.human_friendly)


def load_key(path: Path, passphrase: Passphrase, certificates: Path | None = None) -> SigningKey:
    """The key in `path`; `certificates` is a PEM file with its certificate, if the key's own has none.

    Raises `InputError`: unreadable, of no known form, a wrong passphrase, no certificate of this key.
    """
    data = _read(path)
    held = read_apart(path, _open_key_file, data, None)
    if held.locked:
        held = read_apart(path, _open_key_file, data, passphrase().encode())
    if held.locked:
        raise InputError([_wrong_passphrase(path)])
    private = serialization.load_der_private_key(held.private, None) if held.private else None
    found = _from_der(held.certificates)
    if certificates is not None:
        found = (*found, *_certificates(certificates))
    return _match_certificate(path, private, found)


def load_roots(path: Path) -> tuple[x509.Certificate, ...]:
    """The certificates of a PEM file that one trusts. Raises `InputError`."""
    return _certificates(path)


def certificate_faults(key: SigningKey, path: Path, now: datetime.datetime) -> Iterator[Diagnostic]:
    """What keeps the certificate from signing at `now` (with its time zone): what verifying refuses."""
    certificate = key.certificate
    for reason in unfit_since(certificate, now):
        match reason:
            case "not-yet-valid":
                how = Message("ยังไม่เริ่มใช้ได้", "is not valid yet")
                yield _not_valid(path, how, certificate.not_valid_before_utc)
            case "expired":
                yield _not_valid(path, Message("หมดอายุแล้ว", "has expired"), certificate.not_valid_after_utc)
            case "authority":
                yield _authority(path)
            case "usage":
                yield _usage(path)
            case "weak":
                yield _weak(path)
            case _:
                assert_never(reason)


class _Held(NamedTuple):
    """What the file of a key holds, in DER; nothing of it where it is `locked`."""

    private: bytes = b""
    certificates: tuple[bytes, ...] = ()
    locked: bool = False


def _open_key_file(data: bytes, passphrase: bytes | None) -> _Held:
    """Opens the file of a key: a passphrase can be made to take any time."""
    read = _read_pem if _PEM in data else _read_pkcs12
    try:
        private, found = read(data, passphrase)
    except _Locked:
        return _Held(locked=True)
    if not isinstance(private, _SIGNING_KEYS):
        return _Held()
    written = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return _Held(written, in_der(found))


def in_der(certificates: Iterable[x509.Certificate]) -> tuple[bytes, ...]:
    """Certificates as plain bytes."""
    return tuple(one.public_bytes(serialization.Encoding.DER) for one in certificates)


def _from_der(certificates: Iterable[bytes]) -> tuple[x509.Certificate, ...]:
    return tuple(map(x509.load_der_x509_certificate, certificates))


class _Locked(Exception):
    """The key needs a passphrase, or another one."""


_Found = tuple[Any, tuple[x509.Certificate, ...]]


def _read(path: Path) -> bytes:
    try:
        return ordinary_bytes(path, _MOST)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error


def _read_pkcs12(data: bytes, passphrase: bytes | None) -> _Found:
    try:
        private, certificate, others = pkcs12.load_key_and_certificates(data, passphrase)
    except ValueError as error:
        if "password" in str(error).lower():
            raise _Locked from error
        return None, ()
    return private, (*([certificate] if certificate else []), *others)


def _read_pem(data: bytes, passphrase: bytes | None) -> _Found:
    try:
        found = tuple(x509.load_pem_x509_certificates(data)) if b"BEGIN CERTIFICATE" in data else ()
        private = (
            serialization.load_pem_private_key(data, passphrase) if b"PRIVATE KEY-----" in data else None
        )
    except TypeError as error:
        raise _Locked from error
    except ValueError as error:
        if passphrase is not None:
            raise _Locked from error
        return None, ()
    return private, found


def _certificates(path: Path) -> tuple[x509.Certificate, ...]:
    return _from_der(read_apart(path, _read_certificates, path, _read(path)))


def _read_certificates(path: Path, data: bytes) -> tuple[bytes, ...]:
    try:
        return in_der(x509.load_pem_x509_certificates(data))
    except ValueError as error:
        raise InputError([diagnose("certificate-format", Location(str(path)))]) from error


def _match_certificate(path: Path, private: object, found: Iterable[x509.Certificate]) -> SigningKey:
    """The key with the certificate of its public half; the others are its issuers'."""
    if not isinstance(private, _SIGNING_KEYS):
        raise InputError([_no_key(path)])
    public = _public(private.public_key())
    own = [one for one in found if _public(one.public_key()) == public]
    if not own:
        raise InputError([_no_certificate(path)])
    return SigningKey(private, own[0], tuple(one for one in found if one != own[0]))


def _public(key: Any) -> bytes:
    made: bytes = key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return made


def as_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    """A certificate as pyHanko takes it."""
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _not_valid(path: Path, how: Message, when: datetime.datetime) -> Diagnostic:
    day = Message(long_date(when.date()), f"{when:%Y-%m-%d}")
    return diagnose("certificate-dates", Location(str(path)), how=how, day=day)


def _usage(path: Path) -> Diagnostic:
    return diagnose("certificate-usage", Location(str(path)))


def _authority(path: Path) -> Diagnostic:
    return diagnose("certificate-authority", Location(str(path)))


def _weak(path: Path) -> Diagnostic:
    return diagnose("certificate-weak", Location(str(path)), limit=LEAST_BITS)


def _wrong_passphrase(path: Path) -> Diagnostic:
    return diagnose("key-passphrase", Location(str(path)))


def _no_key(path: Path) -> Diagnostic:
    return diagnose("key-format", Location(str(path)))


def _no_certificate(path: Path) -> Diagnostic:
    return diagnose("key-certificate", Location(str(path)))
