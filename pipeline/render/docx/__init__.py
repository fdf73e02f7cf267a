"""Document tree -> DOCX that a Word user can go on working on (docs/docx.md).

oxml          elements of WordprocessingML and its units
formatting    style sheet -> paragraph, run and table properties, in schema order
styles        style sheet -> styles.xml
settings      settings.xml
fonts         fontTable.xml and the embedded faces
runs          inlines -> runs
no_break      no-break spaces where a line must not end
flow          blocks -> what stands one below the other: keeps, gaps, page breaks
paragraphs    paragraphs, pictures and spacers -> `w:p`
table_writer  tables -> `w:tbl`
sections      page styles -> `w:sectPr` and headers
pictures      assets -> `w:drawing`
properties    docProps
package       parts -> the same bytes each time
archive       their ZIP
writer        all of it, in order
"""

from pipeline.render.docx.fonts import EmbeddedFace, Extent, embedded_faces
from pipeline.render.docx.writer import write_docx

__all__ = ["EmbeddedFace", "Extent", "embedded_faces", "write_docx"]
