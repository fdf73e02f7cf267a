"""Braces in the texts of an input: each pair holds a name that has a value where it stands, or is told at its cell.

Looked at before anything is composed, in every text of the data: a text that no template fills in may hold no
braces at all, for they would be printed as they were typed. Real braces are `{brace_open}` and `{brace_close}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.compose.facts import PLAN_STEPS, common_facts, likely_facts, project_facts
from pipeline.compose.placeholders import BRACES, NAME
from pipeline.faults import Fault, Place, Words
from pipeline.model.fields import field_at
from pipeline.model.nearest import nearest
from pipeline.model.passages import is_filled
from pipeline.model.soundness import Unsound, entries

if TYPE_CHECKING:
    from pipeline.compose.papers import AnyInput
    from pipeline.intake import Source, ValuePath
    from pipeline.intake.source import Plain
    from pipeline.scoring.cards import ScoreCard

_PAIR = re.compile(r"\{([^{}]*)\}")
_LEFT = re.compile(r"[{}]")
_LONGEST_QUOTE, _MOST_LISTED = 60, 12
