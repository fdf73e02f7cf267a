"""Records of a reference document: page sizes, margins and styles."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.document.lengths import Cm

Look = Mapping[str, Any]
"""Fields of a `ParagraphStyle` or `CharacterStyle` with their values."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """Paper and margins of a section, cm. `top` and `first_top` are where the text begins, below the header.

    `number` says whether its headers or footers print the page number.
    """

    width: Cm
    height: Cm
    left: Cm
    right: Cm
    top: Cm
    first_top: Cm
    bottom: Cm
    number: bool

    @property
    def landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Reference:
    """A Word file of an office. `data` is the file itself, `source` its name.

    `paragraphs` and `characters` are its styles by name, without regard to case; `font` is the family of its
    Thai text, `""` where it names none.
    """

    source: str
    font: str
    paragraphs: Mapping[str, Look]
    characters: Mapping[str, Look]
    pages: tuple[PageLook, ...]
    furnished: bool
    data: bytes

    @property
    def digest(self) -> str:
        """What tells this file from others."""
        return hashlib.sha256(self.data).hexdigest()[:16]
