"""Where a kind written in Python lists its papers. It loads nothing: the help of commands asks for them."""

PAPERS = "papers.yaml"
"""The file of that list, in the folder of the kind's templates."""
