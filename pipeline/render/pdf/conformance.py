"""How much a PDF promises: to an archive, and to a reader who listens to it."""

from __future__ import annotations

from typing import Literal

Conformance = Literal["none", "3b", "3a"]
"""`3a`: PDF/A-3a and PDF/UA-1, tagged. `3b`: PDF/A-3b, looks alone. `none`: a plain PDF 1.7."""

CONFORMANCES: tuple[Conformance, ...] = ("none", "3b", "3a")
