"""The Jinja environment: what templates can call, and where they are loaded from.

Templates are data, not code (docs/decisions/0015): an immutable sandbox, every value escaped, an
undefined name is an error. Compiled templates are kept; nothing of a document is.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context

from pipeline.compose.budget import budget, check_figure, text_of_value
from pipeline.compose.column_alignment import column_looks
from pipeline.compose.common_names import COMMON, SUM
from pipeline.compose.compiled_templates import CompiledTemplates
from pipeline.compose.free_tables import table_lines
from pipeline.compose.jinja_filters import keep_masks
from pipeline.compose.own_folder import loader
from pipeline.compose.placeholders import Voice, fill
from pipeline.compose.sandbox import Sandbox
from pipeline.compose.value_filters import Say, value_filter
from pipeline.compose.views import view_of
from pipeline.model.masks import Mask
from pipeline.scoring.rounding import (
    figure_text,
    percent_text,
    score_text,
    weight_text,
    weighted_text,
    whole_text,
)
from pipeline.thai.amount_words import money_text
from pipeline.thai.dates import date_range, long_date, month_year, short_date


@lru_cache(maxsize=8)
def environment(folder: Path | None = None) -> Sandbox:
    """The environment of one office: its own templates first, then ours."""
    made = Sandbox(
        loader=loader(folder),
        bytecode_cache=CompiledTemplates(),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update({name: keep_masks(value_filter(name, say)) for name, say in _SAYERS.items()})
    made.filters.update(
        in_full=keep_masks(whole_text),
        score=keep_masks(_score),
        filled=_fill_placeholders,
        column_looks=column_looks,
        table_lines=_table_lines,
    )
    made.globals.update(year_range=year_range, date_range=_date_range)
    return made


_SATANG = Decimal("0.01")


def _number(figure: Decimal | int) -> str:
    """A figure as it was typed: `17.50`, `0.00`."""
    return f"{check_figure(figure):f}" if isinstance(figure, Decimal) else text_of_value(figure)


def _with_commas(figure: Decimal) -> str:
    """A figure in full with its thousands marked: `100,000`."""
    return f"{Decimal(figure_text(figure)):,f}"


def _money(amount: Decimal) -> str:
    """An amount of money: `18,250`, `18,250.50`."""
    return money_text(check_figure(amount))


def _satang(amount: Decimal) -> str:
    """An amount of money with its satang, also where there are none: `18,250.00`."""
    return money_text(check_figure(Decimal(amount).quantize(_SATANG, ROUND_HALF_UP)))


@pass_context
def _fill_placeholders(
    context: Context, text: str, facts: Mapping[str, str] | None = None, voice: Voice = "full"
) -> str:
    """The text with its placeholders printed; `facts` come on top of the input's common ones."""
    known = {**context["facts"], **(facts or {})} if "{" in text else {}
    filled = fill(text, known, voice, context.get("id_of") or COMMON.id_of)
    budget().letters(len(filled))
    return filled


@pass_context
def _table_lines(
    context: Context,
    rows: Sequence[Sequence[str]],
    facts: Mapping[str, str] | None = None,
    voice: Voice = "full",
) -> object:
    """The rows of an officer's own table: each a `kind` and its `cells` (`free_tables.TableCell`)."""

    def fill_cell(text: str, total: str) -> str:
        return _fill_placeholders(context, text, {**(facts or {}), SUM: total} if total else facts, voice)

    return view_of(tuple(table_lines(rows, fill_cell)))


def _score(value: Decimal | None, places: int = 4, empty: str | None = None) -> str:
    """A score to so many decimals."""
    return value_filter("score", partial(score_text, places=places))(value, empty)


_SAYERS: Mapping[str, Say] = {
    "long_date": long_date,
    "short_date": short_date,
    "month_year": month_year,
    "number": _number,
    "weight": weight_text,
    "percent": percent_text,
    "weighted": weighted_text,
    "figure": figure_text,
    "thousands": _with_commas,
    "money": _money,
    "satang": _satang,
}
"""The filters that print a figure or a day."""


def year_range(first: int, last: int) -> str:
    """`2563 - 2564`, or the one year."""
    return text_of_value(first) if first == last else f"{text_of_value(first)} - {text_of_value(last)}"


def _date_range(start: datetime.date, end: datetime.date) -> str:
    masked = next((each for each in (start, end) if isinstance(each, Mask)), None)
    return date_range(start, end) if masked is None else str(masked)
