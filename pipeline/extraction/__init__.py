"""Reads finished papers of anybody (DOCX, PDF, text): paragraphs and tables as a reader sees them.

Who wrote the file makes no difference. Used by the audit and by verification; what people fill in is read by
`intake`.
"""
