"""File writers: pages -> PDF (`pdf`), document tree -> DOCX (`docx`).

Beside them what both need: the date inside a file, pictures, and rasters of them. No layout is decided
here.
"""
