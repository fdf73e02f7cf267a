"""Who signs an agreement, and the annexes that go with it."""

from __future__ import annotations

import datetime

from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.signing import Signing, signer


def signing(office_input: AgreementInput, paper: str) -> Signing:
    """Both parties sign the agreement itself, its maker the rest."""
    parties = [office_input.agreement.maker]
    if paper == "agreement":
        parties = [office_input.agreement.receiver, office_input.agreement.maker]
    return Signing("", tuple(map(signer, parties)))


def date(office_input: AgreementInput) -> datetime.date | None:
    """The day of its signing."""
    return office_input.agreement.signed


def sent_letter(_: AgreementInput) -> None:
    """None: an agreement goes with a memo of its own."""
