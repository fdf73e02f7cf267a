"""A DOCX that anybody made -> the paper that it holds (`reader.read_docx`)."""
