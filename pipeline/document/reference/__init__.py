"""A Word file of an office (`--reference office.docx`) -> what our papers take from it.

records   what is taken
styles    its styles, with what they inherit
pages     its paper and margins
reading   the file as a whole
applying  a style sheet in its looks
"""

from pipeline.document.reference.applying import apply_reference
from pipeline.document.reference.docx_reader import read_reference
from pipeline.document.reference.records import PageLook, Reference

__all__ = ["PageLook", "Reference", "apply_reference", "read_reference"]
