"""The build pipeline of one paper: render options, overrides, the stages in order, and provenance.

`build` reads as the product: load, score, compose, parse, typeset, write, compare. The digest of this package
and of all that it imports is what "made by this program" means (`code_digest`). `rerender` makes a paper anew
from the data inside it.
"""
