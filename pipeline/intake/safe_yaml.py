"""The readers of all our YAML: the safe ones of ruamel.yaml, in Python and in C."""

from __future__ import annotations

from ruamel.yaml import YAML
from ruamel.yaml.reader import Reader
from ruamel.yaml.util import RegExp

NON_PRINTABLE = RegExp("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""The letters that neither YAML nor XML allows."""


class _Reader(Reader):
    """ruamel's, which finds letters that YAML forbids by a pattern of all that it allows.

    That takes a memo's start 7 ms to compile, a tenth of its reading; those forbidden are few.
    """

    NON_PRINTABLE = NON_PRINTABLE


def safe_yaml() -> YAML:
    """A reader that makes texts, numbers, lists and mappings, and nothing else."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Reader = _Reader
    return yaml


def shipped_yaml() -> YAML:
    """A reader of files that come with the program: libyaml's, five times as fast, where it is installed.

    libyaml reports less precise positions and has no depth limit; use it for bundled files only.
    """
    return YAML(typ="safe")
