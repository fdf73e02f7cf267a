"""Template rendering: sandboxed Jinja templates + records + scores -> markup.

The sandbox of templates and its limits, the read-only views of records that they see, filters, `{names}` in
an officer's prose, an office's own templates, and which fields of the data no paper prints.
`docs/templates.md`.
"""

from pipeline.compose.braces import brace_faults
from pipeline.compose.composing import compose
from pipeline.compose.names import names_of
from pipeline.compose.papers import Paper, papers_of, specimen_papers

__all__ = ["Paper", "brace_faults", "compose", "names_of", "papers_of", "specimen_papers"]
