"""Which papers a kind makes: `papers.yaml` in the folder of its templates, or `papers` in its `kind.yaml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.diagnostics import Message
from pipeline.intake.safe_yaml import shipped_yaml
from pipeline.kinds.paper_lists import PAPERS
from pipeline.resources import resource


class Paper(NamedTuple):
    """A paper: its id (`memo`), Thai title, template file and style sheet name.

    `label` is what a tab of the desk calls it. `needs` is the field of the input without which the paper is
    not made; `""` if it is always made, or when its kind says.
    """

    id: str
    title: str
    template: str
    style: str
    label: Message
    needs: str = ""


@cache
def load_papers(folder: str) -> tuple[Paper, ...]:
    """The papers that our templates in `folder` make, in the order in which they are bound."""
    read = shipped_yaml().load(resource("templates", folder, PAPERS).read_text(encoding="utf-8"))
    return tuple(Paper(**{**paper, "label": Message(**paper["label"])}) for paper in read)
