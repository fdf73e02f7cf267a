"""Excel workbooks (สมุดงาน) as input and output: the same data as the YAML files, a sheet for each thing.

Layouts of sheets from the records, reading and writing XLSX both ways, choices and notes at the cells, and
copies that are annotated with what is wrong. `docs/workbook.md`.
"""

from pipeline.workbook.source_reader import book_of, read

__all__ = ["book_of", "read"]
