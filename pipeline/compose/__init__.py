"""Jinja templates + records + scores -> markup."""

from pipeline.compose.braces import brace_faults
from pipeline.compose.composing import compose
from pipeline.compose.names import names_of
from pipeline.compose.papers import Paper, papers_of, specimen_papers

__all__ = ["Paper", "brace_faults", "compose", "names_of", "papers_of", "specimen_papers"]
