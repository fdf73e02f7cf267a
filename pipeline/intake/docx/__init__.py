"""A DOCX that anybody made -> the paper that it holds."""

from pipeline.intake.docx.reader import read_docx

__all__ = ["read_docx"]
