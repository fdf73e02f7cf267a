"""Pages -> PDF (reportlab canvas), tree -> DOCX."""
