"""Who was to sign at each place of a paper, and whether it is who did."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.thai.person_names import name_in_title

if TYPE_CHECKING:
    from pipeline.signing.checking import Signature, SignedFile
    from pipeline.signing.signing import SignatureField

AHEAD = datetime.timedelta(days=7)
"""A paper may bear a date so long after it is signed: it is dated for the day that it goes out."""


def with_places(
    signed: SignedFile, places: Sequence[SignatureField], dated: datetime.date | None
) -> SignedFile:
    """The signatures with whom the paper wants at their places, and whether they are older than the paper."""
    titles = {place.role: place.title for place in places}
    return signed._replace(signatures=tuple(_with_place(one, titles, dated) for one in signed.signatures))


def _with_place(one: Signature, titles: dict[str, str], dated: datetime.date | None) -> Signature:
    early = one.moment is not None and dated is not None and is_early(one.moment, dated)
    clock = "before-paper" if early and one.clock == "plausible" else one.clock
    if one.role not in titles:
        return one._replace(place="no-place", clock=clock)
    title = titles[one.role]
    return one._replace(place=name_in_title(title, one.name), wanted=title, clock=clock)


def is_early(moment: datetime.datetime, dated: datetime.date) -> bool:
    """Whether a moment lies so long before the date of a paper that nobody can have seen it."""
    return moment.astimezone(datetime.UTC).date() < dated - AHEAD
