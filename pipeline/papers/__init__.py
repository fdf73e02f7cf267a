"""All that decides a paper's bytes: options, values laid over a base, the stages, the record of origin.

`build` reads as the product: load, score, compose, parse, typeset, write, compare. The digest of this package
and of all that it imports is what "made by this program" means (`code_digest`). `rerender` makes a paper anew
from the data inside it.
"""
