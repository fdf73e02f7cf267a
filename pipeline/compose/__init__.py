"""Jinja templates + records + scores -> markup."""

from pipeline.compose.composing import compose
from pipeline.compose.names import names_of
from pipeline.compose.papers import Paper, papers_of, specimen_papers

__all__ = ["Paper", "compose", "names_of", "papers_of", "specimen_papers"]
