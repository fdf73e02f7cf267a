"""Compiles all shipped templates of papers, as `python -m compileall` does modules.

`python -m pipeline.compose.compile_templates` after an installation spares the first paper that work, and
every paper where its user may not write among the program's files.
"""

from __future__ import annotations

from pipeline.compose.compiled_templates import CompiledTemplates
from pipeline.compose.environment import environment
from pipeline.compose.own_folder import FolderLoader
from pipeline.resources import resource


def compile_templates() -> None:
    """Compiles what is not compiled yet."""
    made, kept, shipped = environment(), CompiledTemplates(), FolderLoader(resource("templates"))
    for name in shipped.list_templates():
        if name.endswith(".xml.j2"):
            source, file, _ = shipped.get_source(made, name)
            bucket = kept.get_bucket(made, name, file, source)
            if bucket.code is None:
                bucket.code = made.compile(source, name, file)
                kept.keep(bucket)


if __name__ == "__main__":
    compile_templates()
