"""Pages -> PDF (reportlab canvas), tree -> DOCX (python-docx)."""
