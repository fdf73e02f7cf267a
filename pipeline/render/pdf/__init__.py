"""Pages -> PDF: archival (PDF/A-3a) and accessible (PDF/UA-1).

Embedded fonts and their codes, text that can be copied, tags and structure, bookmarks, links, form fields
for signatures, XMP metadata, the attached data, and a check of the file before it leaves.
"""

from pipeline.render.pdf.conformance import CONFORMANCES, Conformance
from pipeline.render.pdf.writer import write_pdf

__all__ = ["CONFORMANCES", "Conformance", "write_pdf"]
