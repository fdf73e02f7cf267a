"""Text extraction from finished documents (DOCX, PDF, text): paragraphs and tables with locations.

Who wrote the file makes no difference. Used by the audit and by verification; what people fill in is read by
`intake`.
"""
