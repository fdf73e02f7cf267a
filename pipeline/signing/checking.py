"""Reads the signatures of a PDF: who signed, when, over what, and what became of the file since.

The arithmetic and the rules on what may be added behind a signature are pyHanko's (ISO 32000-2 §12.8,
ETSI EN 319 102-1); nothing is fetched from the network.
"""

from __future__ import annotations

import datetime
import io
import zlib
from collections.abc import Sequence
from typing import Literal, NamedTuple

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import (
    PdfSignatureStatus,
    SignatureCoverageLevel,
    TimestampSignatureStatus,
)
from pyhanko_certvalidator import ValidationContext

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.signing.fitness import Unfit, out_of_date, unfit_since
from pipeline.signing.keys import name_in
from pipeline.signing.later_changes import POLICY, Change, later_changes
from pipeline.signing.revocation import is_revoked

Covers = Literal["whole", "revision", "part"]
"""The file as it is; the file as it was before something was added; or only some of it."""
Trust = Literal[
    "trusted", "not-asked", "unknown-issuer", "not-valid-then", "revoked", "weak", "broken", "refused"
]
"""`broken`: the signature does not hold, so that its certificate vouches for nothing."""
Timestamp = Literal["none", "confirmed", "not-asked", "unknown-issuer", "broken"]
"""`not-asked`: a server told the moment, whether to trust it was not asked."""

PlaceMatch = Literal["same", "alike", "other", "no-place", "not-asked"]
"""Whether the certificate names whom the paper wants there: the same name, one in other letters that sounds
the same, another; or nobody was to sign there at all.
"""
Clock = Literal["plausible", "future", "before-paper"]

_AHEAD = datetime.timedelta(minutes=5)
"""So much may clocks differ."""
_WEAK_DIGESTS = frozenset({"md2", "md5", "sha1"})
_USES = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
_HARMLESS = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
_COVERS: dict[SignatureCoverageLevel, Covers] = {
    SignatureCoverageLevel.ENTIRE_FILE: "whole",
    SignatureCoverageLevel.ENTIRE_REVISION: "revision",
}
_WHY: dict[object, Trust] = {
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: "unknown-issuer",
    AdESIndeterminate.EXPIRED: "not-valid-then",
    AdESIndeterminate.NOT_YET_VALID: "not-valid-then",
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: "not-valid-then",
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: "not-valid-then",
    AdESFailure.NOT_YET_VALID: "not-valid-then",
    AdESFailure.REVOKED: "revoked",
    AdESIndeterminate.REVOKED_NO_POE: "revoked",
    AdESIndeterminate.REVOKED_CA_NO_POE: "revoked",
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: "weak",
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: "weak",
}
FIRST_SIGNED = 2
"""The state of a file after its first signature; the paper itself is state 1."""


class Signature(NamedTuple):
    """One signature.

    `intact`: the signed bytes are those that were signed. `changed`: what was added since is more than
    further signatures. `revision` counts the states of the file from 1, the paper itself. `moment` is the
    one that a timestamp server told, else that of the signer's own clock, if any is told. `changes` are those
    of `changed` that have a name. `unfit` is what the certificate lacks to sign, now where no timestamp
    proves the moment. `place`, `wanted` and `clock` are told by those who know the paper
    (`verify.pdf`).
    """

    role: str
    name: str
    issuer: str
    moment: datetime.datetime | None
    timestamp: Timestamp
    covers: Covers
    revision: int
    intact: bool
    changed: bool
    trust: Trust
    changes: tuple[Change, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    place: PlaceMatch = "not-asked"
    wanted: str = ""
    reason: str = ""
    clock: Clock = "plausible"

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it: an issuer that nobody asked about is not wrong."""
        return self.holds and self.place not in ("other", "no-place")

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with it but, maybe, who signed where."""
        whole = self.intact and not self.changed and self.covers != "part"
        vouched = self.trust in ("trusted", "not-asked") and not self.unfit
        timed = self.timestamp in ("none", "confirmed", "not-asked") and self.clock == "plausible"
        return whole and vouched and timed


class SignedFile(NamedTuple):
    """The signatures in the order in which they were made, and how many states the file has had."""

    signatures: tuple[Signature, ...]
    revisions: int

    @property
    def edited_before(self) -> bool:
        """Whether the paper was changed before its first signature, or without any."""
        if self.signatures:
            return min(one.revision for one in self.signatures) > FIRST_SIGNED
        return self.revisions > 1


def signatures_of(pdf: bytes, file: str, roots: Sequence[bytes] | None = None) -> SignedFile:
    """All signatures of a PDF; `roots` are the certificates (DER) of issuers that one trusts, `None` asks
    nothing.

    Raises `InputError` where the file is too damaged to tell its signatures.
    """
    trusted = None if roots is None else [asn1_x509.Certificate.load(root) for root in roots]
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        found = [_signature(one, reader, trusted) for one in reader.embedded_regular_signatures]
        return SignedFile(tuple(found), reader.xrefs.total_revisions)
    except _UNREADABLE as error:
        raise InputError([_diagnose_damaged_pdf(file)]) from error


_UNREADABLE = (PdfError, zlib.error, ValueError, LookupError, TypeError, AttributeError, AssertionError)
"""What damaged files make a reader stumble over."""


def _signature(
    embedded: EmbeddedPdfSignature, reader: PdfFileReader, roots: list[asn1_x509.Certificate] | None
) -> Signature:
    certificate = embedded.signer_cert
    now = datetime.datetime.now(datetime.UTC)
    status = _proven_status(embedded, roots or [], now)
    stamp = status.timestamp_validity if status else None
    timestamp = _timestamp(stamp, asked=roots is not None)
    moment = stamp.timestamp if stamp else embedded.self_reported_timestamp
    covers = _COVERS.get(status.coverage, "part") if status and status.coverage else "part"
    changes = tuple(later_changes(reader, embedded.signed_revision, whole=covers == "whole"))
    return Signature(
        str(embedded.field_name),
        name_in(certificate.subject),
        name_in(certificate.issuer),
        moment,
        timestamp,
        covers,
        embedded.signed_revision + 1,
        bool(status and status.intact and status.valid),
        status is None or status.modification_level not in _HARMLESS or not status.docmdp_ok or bool(changes),
        "revoked" if is_revoked(embedded, reader) else _trust(status, asked=roots is not None),
        changes,
        _unfit(certificate, moment, now, status, proven=timestamp in ("confirmed", "not-asked")),
        reason=str(embedded.sig_object.get("/Reason", "")),
        clock="future" if moment and moment > now + _AHEAD else "plausible",
    )


def _unfit(
    certificate: asn1_x509.Certificate,
    moment: datetime.datetime | None,
    now: datetime.datetime,
    status: PdfSignatureStatus | None,
    *,
    proven: bool,
) -> tuple[Unfit, ...]:
    """What the certificate lacks at the moment if that is proven, otherwise now; and at the moment told."""
    own = x509.load_der_x509_certificate(certificate.dump())
    found = list(unfit_since(own, moment if proven and moment else now))
    found += out_of_date(own, moment) if moment else ()
    if status and status.md_algorithm in _WEAK_DIGESTS:
        found.append("weak")
    return tuple(dict.fromkeys(found))


def _proven_status(
    embedded: EmbeddedPdfSignature, roots: list[asn1_x509.Certificate], now: datetime.datetime
) -> PdfSignatureStatus | None:
    """What pyHanko finds now; at the moment that a timestamp proves, where a certificate has ended since."""
    status = _status(embedded, roots, now, now)
    stamp = status.timestamp_validity if status else None
    if status and stamp and not status.trusted and stamp.trusted:
        return _status(embedded, roots, stamp.timestamp, now)
    return status


def _status(
    embedded: EmbeddedPdfSignature,
    roots: list[asn1_x509.Certificate],
    moment: datetime.datetime,
    now: datetime.datetime,
) -> PdfSignatureStatus | None:
    """What pyHanko finds; `None` where the signature itself cannot be read.

    A file that cannot be compared with what was signed is told by the signed bytes alone.
    """
    signer, server = (
        ValidationContext(trust_roots=roots, allow_fetching=False, moment=when) for when in (moment, now)
    )
    for bytes_alone in (False, True):
        try:
            return validate_pdf_signature(
                embedded, signer, server, POLICY, key_usage_settings=_USES, skip_diff=bytes_alone
            )
        except _UNREADABLE:
            continue
    return None


def _timestamp(stamp: TimestampSignatureStatus | None, *, asked: bool) -> Timestamp:
    if stamp is None:
        return "none"
    if not (stamp.intact and stamp.valid):
        return "broken"
    if not asked:
        return "not-asked"
    return "confirmed" if stamp.trusted else "unknown-issuer"


def _trust(status: PdfSignatureStatus | None, *, asked: bool) -> Trust:
    if not asked:
        return "not-asked"
    if status is None:
        return "refused"
    if not (status.intact and status.valid):
        return "broken"
    return "trusted" if status.trusted else _WHY.get(status.trust_problem_indic, "refused")


def _diagnose_damaged_pdf(file: str) -> Diagnostic:
    return diagnose("pdf-damaged", Location(file))
