"""What a document was made from, as digests: equal digests mean that nothing needs to be made again.

Two keys. The *input key* is cheap: base, overrides, program and templates, without reading a record.
Only where it differs is the paper composed, and the *content key* (its markup, names, style sheet,
program) compared: so a changed target makes anew exactly the papers that print it.
"""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.intake.source import Plain
from pipeline.papers.code_digest import code_digests, libraries
from pipeline.papers.options import RenderOptions
from pipeline.resources import resource
from pipeline.thai.breaks import Names

_INLINE = re.compile(r"</?(?:b|u|t)(?: [^>]*)?>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Digests of what all documents of a run share.

    `program`: the code, its libraries, fonts and shipped pictures. `engine`: that, the office's own
    pictures, and how files are wanted (embedded faces, their date). `templates`: templates, style sheets
    and the list of papers, ours and the office's own, and the digits asked for.
    """

    program: str
    engine: str
    templates: str


def fingerprints(options: RenderOptions) -> Fingerprints:
    """Those of this program and of the options: the office's own templates, how files are written."""
    folder = options.folder
    ours = resource("templates")
    own = list(_files(folder)) if folder else []
    looks = _content(ours, (file for file in _files(ours) if _is_template(file)))
    own_looks = _content(folder or ours, (file for file in own if _is_template(file)))
    pictures = _content(folder or ours, (file for file in own if not _is_template(file)))
    here = program()
    reference = options.reference.data if options.reference else b""
    wanted = [str(options.faces is None), options.extent, hashlib.sha256(reference).hexdigest()]
    wanted += ["public"] if options.public else []
    wanted += [options.conformance, os.environ.get("SOURCE_DATE_EPOCH", "")]
    return Fingerprints(
        here, _digest([here, *wanted, *pictures]), _digest([str(options.digits), *looks, "", *own_looks])
    )


class _Loaded:
    """What this process has loaded, told once: it does not work with what changes on the disk later."""

    @cached_property
    def digest(self) -> str:
        """The digest of the code, the libraries and the interpreter."""
        machine = [__version__, sys.version.split()[0], zlib.ZLIB_RUNTIME_VERSION]
        code = (part for each in code_digests().items() for part in each)
        return _digest([*machine, *libraries(), *code])


_LOADED = _Loaded()


@lru_cache(maxsize=1)
def program() -> str:
    """The digest of the code, libraries, fonts and pictures that this process makes papers with."""
    templates, fonts = resource("templates"), resource("fonts")
    pictures = (file for file in _files(templates) if not _is_template(file))
    return _digest([_LOADED.digest, *_content(fonts, _files(fonts)), *_content(templates, pictures)])


def digest_of_program() -> str:
    """The digest of all that makes papers here: `program`, and our templates as they stand."""
    ours = resource("templates")
    return _digest([program(), *_content(ours, (file for file in _files(ours) if _is_template(file)))])


def values_digest(values: dict[str, Plain]) -> str:
    """The digest of an input's values; comments and the order of files in a folder do not count."""
    return text_digest(canonical(values))


def text_digest(text: str) -> str:
    """The digest of one text: `values_digest` of values whose `canonical` text is there already."""
    return _digest([text])


def input_key(base: str, overrides: Iterable[tuple[str, Plain]], shared: Fingerprints) -> str:
    """The key of one unit's input; `base` is the base's `values_digest`."""
    return _digest([base, canonical(list(overrides)), shared.engine, shared.templates])


def content_key(
    markup: str, names: Names, sheet: str, shared: Fingerprints, accepted: Iterable[str] = ()
) -> str:
    """The key of one paper: `names` are those that lines do not part, `sheet` its style sheet as JSON.

    `accepted` are the doubts that its data accept: a paper is signed by the data inside it.

    Of the names only those count that stand in the paper: another signer's name changes no annex.
    """
    found = set(names.pattern.findall(_strip_markup(markup))) if names.pattern else set()
    whole = canonical([sorted(found), sorted(found & names.people)])
    return _digest([markup, whole, sheet, shared.engine, *accepted])


def _strip_markup(markup: str) -> str:
    """The text of markup with a line for each paragraph, as names are looked for in it."""
    flowing = _INLINE.sub("", " ".join(markup.split()))
    return html.unescape(_TAG.sub("\n", flowing))


def _is_template(file: Path) -> bool:
    return file.suffix in {".j2", ".yaml"}


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder in a fixed order, without what is hidden or compiled."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.startswith(".") and os.path.isfile(file := os.path.join(above, name)):
                yield Path(file)


def _content(folder: Path, files: Iterable[Path]) -> Iterator[str]:
    """Each file's name in the folder, and its digest."""
    for file in files:
        yield file.relative_to(folder).as_posix()
        yield hashlib.sha256(file.read_bytes()).hexdigest()


def canonical(value: Any) -> str:
    """The value as JSON, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(texts: Iterable[str]) -> str:
    """One digest of several texts; each goes in with its length, so that none runs into the next."""
    made = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()
