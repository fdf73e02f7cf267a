"""The date that files bear. Nothing in a file depends on when or where it was made."""

from __future__ import annotations

import datetime
import os

UNDATED = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
"""The date of a file that must not depend on the day: the first that a zip archive can hold."""


def file_date() -> datetime.datetime:
    """The date that a file bears: `SOURCE_DATE_EPOCH` (seconds since 1970, UTC), else `UNDATED`."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdigit() else UNDATED
