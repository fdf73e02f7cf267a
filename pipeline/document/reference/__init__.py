"""Reference documents (`--reference office.docx`): styles and page settings taken from a Word file.

records      what is taken
styles       its styles, with what they inherit
pages        its paper and margins
docx_reader  the file as a whole
applying     a style sheet in its looks
"""

from pipeline.document.reference.applying import apply_reference
from pipeline.document.reference.docx_reader import read_reference
from pipeline.document.reference.records import PageLook, Reference

__all__ = ["PageLook", "Reference", "apply_reference", "read_reference"]
