"""Plain YAML -> nodes by libyaml, a hundred times as quick as the reader in Python that reads all YAML.

libyaml reads YAML 1.1, the reader in Python 1.2, and they tell faults in other words and at other places. So
only what both take alike is read here, with the same values at the same lines and columns: block mappings and
lists, flow collections, plain and quoted texts, comments, anchors and aliases. Everything else, every fault
and every machine without libyaml is left to the reader in Python (`yaml_reader`).
"""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.main import CParser  # type: ignore[attr-defined]  # None where libyaml is not installed
from ruamel.yaml.nodes import Node, ScalarNode
from ruamel.yaml.tag import Tag
from ruamel.yaml.util import RegExp

_ODD_LETTER = RegExp(
    "[^\n\x20-\\[\\]-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Tabs, carriage returns, other line breaks, marks of byte order, backslashes and what cannot be printed."""

_ODD_MARK = RegExp(
    r"""
    [!?]                                            # tags, and keys that are no plain text
    | <<                                            # merge keys
    | ^ (?: --- | \.\.\. )                          # marks of documents, as directives need them
    | [ \n"'\[\]{},] : (?! [ \n] )                  # colons that end a name in YAML 1.1 alone
    | [|>] [-+0-9]* [ ]* (?: [#\n] | \Z )           # heads of block scalars
    | [&*] (?! [ \n] | [A-Za-z0-9_-]+ [ \n,\]}] )   # anchors and aliases of odd names, or at the end
    """,
    re.MULTILINE | re.VERBOSE,
)

_NULLS = frozenset(["", "~", "null", "Null", "NULL"])
_NULL = Tag(suffix="tag:yaml.org,2002:null")
_TEXT = Tag(suffix="tag:yaml.org,2002:str")


class _BeyondBoundsError(YAMLError):
    """More nodes, or deeper ones, than the caller takes."""


class _Composer(CParser if CParser else object):  # type: ignore[misc]
    """libyaml's nodes of a text, each a text, nothing or a collection; libyaml asks it about each."""

    def __init__(self, text: str, most: int, deepest: int) -> None:
        super().__init__(text)
        self._nodes_left = most
        self._levels_left = deepest

    def descend_resolver(self, _parent: Node | None, _index: Any) -> None:
        """Before a node and what is in it."""
        self._nodes_left -= 1
        self._levels_left -= 1
        if self._nodes_left < 0 or self._levels_left < 0:
            raise _BeyondBoundsError

    def ascend_resolver(self) -> None:
        """After a node."""
        self._levels_left += 1

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> Tag:
        """The tag of a node; a scalar's first `implicit` says that it is not quoted."""
        return _NULL if kind is ScalarNode and implicit[0] and value in _NULLS else _TEXT


def compose_plain(text: str, most: int, deepest: int) -> Node | None:
    """The root of the document's nodes; `None` where the text is not plain, is empty or has a fault.

    Also `None` for more than `most` nodes and aliases, or more than `deepest` levels of them.
    """
    if CParser is None or _ODD_LETTER.search(text) or _ODD_MARK.search(text):
        return None
    try:
        root: Node | None = _Composer(text, most - text.count("*"), deepest).get_single_node()
    except YAMLError:
        return None
    return root
