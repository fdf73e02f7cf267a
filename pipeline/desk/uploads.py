"""Uploaded files: one file, its name made safe, its kind checked before anything reads it."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import Request

from pipeline.desk.bodies import form_of
from pipeline.desk.run_folder import PREFIX
from pipeline.diagnostics import Diagnostic, InputError, Message, diagnose
from pipeline.papers.names import safe_name

KINDS = (".xlsx", ".yaml", ".yml")


class Upload(NamedTuple):
    """An uploaded file: a name that is safe on this machine, and its bytes."""

    name: str
    data: bytes


async def receive_upload(request: Request, kinds: tuple[str, ...] = KINDS) -> Upload:
    """The one file of the form. Raises `InputError` if there is none or it is none of `kinds`."""
    file = form_of(request).get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        raise InputError([_nothing(kinds)])
    given = PureWindowsPath(PurePosixPath(file.filename).name).name
    ending = next((kind for kind in kinds if given.lower().endswith(kind)), "")
    if not ending:
        raise InputError([_other_kind(safe_name(given), kinds)])
    return Upload(safe_name(given[: -len(ending)], ending), await file.read())


def new_upload_dir(uploads: Path | None) -> Path:
    """A folder of its own for what was uploaded."""
    return Path(tempfile.mkdtemp(prefix=PREFIX, dir=uploads))


def _nothing(kinds: tuple[str, ...]) -> Diagnostic:
    return diagnose("no-file/upload", kinds=Message(_or(kinds, "หรือ"), _or(kinds, "or")))


def _other_kind(name: str, kinds: tuple[str, ...]) -> Diagnostic:
    return diagnose("file-kind", name=name, kinds=Message(_or(kinds, "หรือ"), _or(kinds, "or")))


def _or(kinds: tuple[str, ...], word: str) -> str:
    return f" {word} ".join(kinds)
