"""Digest of the program's code, found from its imports: no list of modules is kept by hand.

Whatever a worker's job imports, at any remove and anywhere in a module, may have a say in a paper's bytes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, distributions
from pathlib import Path

ROOT = "batch/jobs.py"
"""The module of the jobs by which papers are made; commands make theirs by the same stages."""

_PACKAGE = Path(__file__).resolve().parents[1]
_SHIPPED = "resources_installed"
"""Templates and fonts inside an installed package; they are told of by themselves."""

_NAMED = r"\b{package}((?:\.\w+)*)(?:[ \t]+import[ \t]+(\([^)]*\)|[^\n]*))?"
"""A module's name, in an import or in quotes as `import_module` takes it, and what is imported from it."""

_WORD = re.compile(r"\w+")
_VERSION = re.compile("^Version: (.+)$", re.MULTILINE)
_NEEDS = re.compile(r"^Requires-Dist: ([\w.-]+)[^;\n]*(;[^\n]*)?$", re.MULTILINE)
_FINDS_BESIDE = (b"iter_modules(__path__)", b"iter_modules(folders)")
"""What a module says that finds others by looking, as `kinds.registry` does: it uses all in its folder."""

_OWN = "saraban"


def code_digests(package: Path = _PACKAGE) -> dict[str, str]:
    """The digest of each file of `package` that has a say in a paper, by its name there, in a fixed order.

    They are the modules that `ROOT` imports at any remove, and what lies beside them that is no module.
    """
    names = set(_names(str(package)))
    found: dict[str, str] = {}
    waiting = [ROOT]
    while waiting:
        name = waiting.pop()
        if name in names and name not in found:
            content = (package / name).read_bytes()
            found[name] = sha256(content).hexdigest()
            waiting += _files_imported(content.decode("utf-8"), package.name)
            waiting += _enclosing(name)
            if any(said in content for said in _FINDS_BESIDE):
                beside = name.rpartition("/")[0]
                waiting += [each for each in names if each.startswith(f"{beside}/") and each.endswith(".py")]
    folders = {name.rpartition("/")[0] for name in found}
    for name in names:
        if not name.endswith(".py") and name.rpartition("/")[0] in folders:
            found[name] = sha256((package / name).read_bytes()).hexdigest()
    return dict(sorted(found.items()))


def _names(folder: str, below: str = "") -> Iterator[str]:
    """The files of a folder and those below it, without what is hidden, compiled or told of elsewhere."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")) or below + entry.name == _SHIPPED:
                continue
            if entry.is_dir():
                yield from _names(entry.path, f"{below}{entry.name}/")
            else:
                yield below + entry.name


def _files_imported(code: str, package: str) -> Iterator[str]:
    """The files that modules of `package` would have which the code names, as in its imports."""
    for dotted, names in re.findall(_NAMED.format(package=package), code):
        base = dotted[1:].replace(".", "/")
        for path in (base, *(f"{base}/{name}".lstrip("/") for name in _WORD.findall(names))):
            yield from (f"{path}.py", f"{path}/__init__.py")


def _enclosing(name: str) -> Iterator[str]:
    """The `__init__` of each package that a module stands in: importing it runs them."""
    parts = name.split("/")[:-1]
    for end in range(len(parts) + 1):
        yield "/".join([*parts[:end], "__init__.py"])


def libraries() -> tuple[str, ...]:
    """Each package that the program needs to run, at any remove, with its installed version.

    Where the program itself was not installed as a package, all that are installed.
    """
    try:
        waiting = _needed(_OWN)
    except PackageNotFoundError:
        return tuple(sorted({f"{each.name} {each.version}" for each in distributions()}))
    found: dict[str, str] = {}
    while waiting:
        name = waiting.pop()
        if name not in found:
            try:
                found[name] = library_version(name)
                waiting += _needed(name)
            except PackageNotFoundError:
                found[name] = ""
    return tuple(f"{name} {version}" for name, version in sorted(found.items()))


def library_version(name: str) -> str:
    """The installed version of a library; to have all that is told of it parsed takes ten times as long."""
    told = _VERSION.search(distribution(name).read_text("METADATA") or "")
    return told[1] if told else ""


def _needed(name: str) -> list[str]:
    """What a package needs, without its extras."""
    told = (distribution(name).read_text("METADATA") or "").partition("\n\n")[0]
    return [_normalize_name(need) for need, marker in _NEEDS.findall(told) if "extra" not in marker]


def _normalize_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
