"""Input file readers (YAML, XLSX, CSV) -> plain values with their source locations.

Readers of YAML, XLSX and CSV, with encodings, number formats and merged cells; the sandbox process that
reads files of others; and the writer of YAML. Every value keeps its place (`Source`), so that a fault can
be told at its cell or line.
"""

from pipeline.intake.source import Path as ValuePath
from pipeline.intake.source import Source
from pipeline.intake.yaml_source import read

__all__ = ["Source", "ValuePath", "read"]
