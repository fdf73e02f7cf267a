"""Jinja templates + records + scores -> markup."""

from pipeline.compose.composing import compose
from pipeline.compose.papers import Paper, papers_of

__all__ = ["Paper", "compose", "papers_of"]
