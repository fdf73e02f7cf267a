"""The scores of an input, loaded or read from its path: the function `score` of the API."""

from __future__ import annotations

from pipeline.api.inputs import Input
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.papers.arguments import path_of
from pipeline.papers.chosen_options import ensure_options
from pipeline.papers.options import DEFAULT_OPTIONS, RenderOptions
from pipeline.papers.prepared import Prepared
from pipeline.papers.scores import Scores, scores_of


def score(data: Input, *, options: RenderOptions = DEFAULT_OPTIONS) -> Scores:
    """Scores an input, also under each policy for what was not measured.

    Args:
        data: the path of an input, of which the prose is not looked at; or what `load` gave.
        options: of these the office's own templates, in which kinds of its own are.

    Returns:
        `card` with every indicator, dimension and the total, as exact `Decimal`s (`None` for an input that
            has nothing to score, as a free memo); `by_policy` the same under each policy; `as_json` all of
            it as texts in the precision of the papers (`docs/score-json.md`).

    Raises:
        InputError: with all that is wrong in the data.
        RequestError: the argument is of another type.
    """
    if isinstance(data, Prepared):
        return scores_of(data.office_input, data.card, data.remarks)
    known = ensure_options(options).known
    source = read(path_of(data, "data"), known)
    office_input = load(source, known)
    return scores_of(office_input, score_input(office_input), source.remarks)
