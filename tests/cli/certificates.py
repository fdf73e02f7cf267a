"""Keys and certificates for tests, made as a certificate authority makes them."""

import datetime
import warnings
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSPHRASE = "รหัสผ่าน-สำหรับทดสอบ"
NOW = datetime.datetime.now(datetime.UTC)


class Holder(NamedTuple):
    """A private key and the certificate that names its holder."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate

    def pkcs12(self, folder: Path, *others: x509.Certificate, passphrase: str = PASSPHRASE) -> Path:
        """A locked `.p12` file."""
        path = folder / f"{self.certificate.serial_number}.p12"
        locked = serialization.BestAvailableEncryption(passphrase.encode())
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(b"key", self.key, self.certificate, others, locked)
        )
        return path

    def pem(self, folder: Path, *, certificate: bool = True, passphrase: str = "") -> Path:
        """A PEM file with the key, locked if there is a passphrase."""
        path = folder / f"{self.certificate.serial_number}.pem"
        locked = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else None
        data = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            locked or serialization.NoEncryption(),
        )
        path.write_bytes(data + (self.certificate_pem if certificate else b""))
        return path

    @property
    def certificate_pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def issued(
    name: str,
    by: Holder | None = None,
    *,
    days: tuple[float, float] = (-1, 365),
    signs: bool = True,
    stamps: bool = False,
    bits: int = 0,
) -> Holder:
    """A key and its certificate, by an issuer, or an issuer's own; it begins and ends `days` from now.

    An RSA key of so many `bits`, otherwise an EC key (a timestamp server's is RSA).
    A name may have 64 characters, not bytes (RFC 5280, ub-common-name).
    """
    bits = bits or (2_048 if stamps else 0)
    key = rsa.generate_private_key(65_537, bits) if bits else ec.generate_private_key(ec.SECP256R1())
    with warnings.catch_warnings(action="ignore"):
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name, _validate=False)])
    usage = x509.KeyUsage(
        digital_signature=bool(by and signs),
        content_commitment=bool(by and signs and not stamps),
        key_encipherment=bool(by and not signs),
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=by is None,
        crl_sign=by is None,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + datetime.timedelta(days=days[0]))
        .not_valid_after(NOW + datetime.timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    if stamps:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
    return Holder(key, builder.sign(by.key if by else key, hashes.SHA256()))
