"""The document tree (AST), its XML markup and its style sheets; knows neither DOCX nor PDF.

Paragraphs, lists, tables, pictures and signatures as records; the XML parser of the markup
(`docs/markup.md`), the reader of style sheets, SVG and PNG pictures, and the digit policy.
"""
