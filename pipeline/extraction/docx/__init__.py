"""DOCX text extraction: any DOCX -> the document that it holds (`reader.read_docx`).

Paragraphs, tables, list numbers, styles and what is visible of them: hidden, struck, tiny or covered text
is told apart from what a reader sees, and so are tracked changes, fields and comments.
"""
