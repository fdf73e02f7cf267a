"""The officer's Excel workbook: the same data as the YAML files, one sheet for each thing."""

from pipeline.workbook.reading import book_of, read

__all__ = ["book_of", "read"]
