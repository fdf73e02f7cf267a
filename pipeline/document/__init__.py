"""The document tree, its markup and its style sheet; knows neither DOCX nor PDF."""
