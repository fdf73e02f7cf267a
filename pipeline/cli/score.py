"""`saraban score`: the scores of one input."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline import api
from pipeline.cli.console import Console, say_json
from pipeline.cli.explained import explain
from pipeline.cli.remarks import say_remarks
from pipeline.cli.score_table import say_card
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.papers.options import RenderOptions


def score(
    console: Console, path: Path, as_json: bool, explain_id: str | None, templates: Path | None
) -> None:
    """Reads, checks and scores the input; `explain_id` is the indicator whose score is explained instead."""
    scores = api.score(path, options=RenderOptions(folder=templates))
    if not as_json:
        say_remarks(scores.remarks, console)
    if scores.card is None:
        raise UsageError(diagnose("usage/no-scores"))
    if explain_id is not None:
        explain(scores.card, explain_id, console, scores)
    elif as_json:
        say_json(json.dumps(scores.as_json(str(path)), ensure_ascii=False, indent=2))
    else:
        say_card(scores.card, scores, console)
