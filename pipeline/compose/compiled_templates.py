"""Compiled templates, kept among the compiled modules of this package (docs/decisions/0020).

Jinja turns a template into Python and Python compiles that, which costs a new process up to a fifth of its
papers. What came of it lies in this package's `__pycache__`, for the shipped templates alone. Each file says
what it was made from, so that an edited template is compiled anew.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import sys
import threading
from contextlib import suppress
from functools import cached_property
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, cast

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from pipeline.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment
    from jinja2.sandbox import SandboxedEnvironment

DIGEST = 32
"""The bytes of a SHA-256."""

_COMPILERS = ("sandbox.py", "measuring.py")
"""The modules of this package that take part in compiling."""

_SETTINGS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string",
    "comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix",
    "trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized", "autoescape",
    "is_async",
)  # fmt: skip
"""The settings of an environment that compiled code depends on."""


class CompiledTemplates(BytecodeCache):
    """Keeps what our templates were compiled to; an office's own are compiled by each process.

    A file holds the digest of what it was made from, the digest of the code, and the code. One that was made
    from something else, is cut short or changed is as good as none, and is written anew.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file that keeps a template; an empty text for one that is not kept."""
        shipped = filename is not None and Path(filename).is_relative_to(resource("templates"))
        return str(place_of(name)) if shipped else ""

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """A template's place, with its code if that is kept and was made from this source."""
        key = self.get_cache_key(name, filename)
        made_from = self._digest(environment, name, filename, source) if key else ""
        bucket = Bucket(environment, key, made_from)
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes the code from its file, if that is whole and made from the same."""
        try:
            kept = Path(bucket.key).read_bytes() if bucket.key else b""
        except OSError:
            return
        made_from, check, code = kept[:DIGEST], kept[DIGEST : 2 * DIGEST], kept[2 * DIGEST :]
        if made_from.hex() == bucket.checksum and hashlib.sha256(code).digest() == check:
            bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code, where Python keeps that of modules."""
        if not sys.dont_write_bytecode:
            self.keep(bucket)

    def keep(self, bucket: Bucket) -> None:
        """Writes the code of one of our templates to its file; nothing where that cannot be written."""
        if bucket.key:
            code = marshal.dumps(bucket.code)
            check = hashlib.sha256(code).digest()
            with suppress(OSError):
                _write_whole(Path(bucket.key), bytes.fromhex(bucket.checksum) + check + code)

    def _digest(self, environment: Environment, name: str, filename: str | None, source: str) -> str:
        made_from = [self._versions, *_traits(environment), name, filename, source]
        return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()

    @cached_property
    def _versions(self) -> str:
        """The digest of what compiles: Python, Jinja, and our part in it."""
        ours = (Path(__file__).with_name(name).read_bytes() for name in _COMPILERS)
        parts = (MAGIC_NUMBER, jinja2.__version__.encode(), *ours)
        return hashlib.sha256(b"\0".join(parts)).hexdigest()


def place_of(name: str) -> Path:
    """The file that keeps the template of this name, for this version of Python."""
    file = f"{name.replace('/', '.')}.{sys.implementation.cache_tag}.template"
    return Path(cache_from_source(__file__)).with_name(file)


def _traits(environment: Environment) -> Iterator[object]:
    """What compiled code takes from its environment."""
    yield [getattr(environment, name) for name in _SETTINGS]
    yield sorted(cast("SandboxedEnvironment", environment).intercepted_binops)
    yield sorted(environment.extensions)
    yield _what_each_is_given(environment.filters)
    yield _what_each_is_given(environment.tests)


def _what_each_is_given(known: Mapping[str, object]) -> list[tuple[str, str]]:
    """The filters or tests, each with what it asks for beside its value: the context, say, or nothing."""
    return [(name, str(getattr(known[name], "jinja_pass_arg", ""))) for name in sorted(known)]


def _write_whole(file: Path, content: bytes) -> None:
    """Puts a file in place at once, so that no process reads half of it. Raises `OSError`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = f"{file}.{os.getpid()}.{threading.get_ident()}"
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as opened:
            opened.write(content)
        os.replace(part, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
