"""saraban: the papers of the Thai public service, from data to signed page.

A line of stages, a package each: files are read (`intake`), checked (`model`), scored (`scoring`), said in
markup (`compose`, `document`), laid out (`typeset`) and written as PDF and DOCX (`render`). `papers` runs
the stages, `output` makes files of bytes, `batch` does it for many units, `cli` and `desk` talk to people.
`docs/architecture.md` walks through.
"""

__version__ = "0.2.0"
