"""Pages -> PDF: archival (PDF/A-3a) and accessible (PDF/UA-1)."""

from pipeline.render.pdf.conformance import CONFORMANCES, Conformance
from pipeline.render.pdf.writer import write_pdf

__all__ = ["CONFORMANCES", "Conformance", "write_pdf"]
