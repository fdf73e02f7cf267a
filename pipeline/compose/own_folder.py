"""Template loader: an office's folder first, then ours, and nothing from outside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, TemplateNotFound
from jinja2.loaders import split_template_path

from pipeline.compose.refusals import Refusal
from pipeline.diagnostics import diagnose
from pipeline.resources import resource

LARGEST = 1_000_000
"""A template has at most so many bytes."""


class FolderLoader(FileSystemLoader):
    """The templates below one folder. A link that leads out of it is refused, as is what is no text."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder.resolve()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template. Raises `Refusal` for a file that templates are not to be read from."""
        try:
            self._check(template)
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise Refusal(partial(diagnose, "template-file", template=template)) from error
        except (OSError, ValueError) as error:
            raise TemplateNotFound(template) from error

    def _check(self, template: str) -> None:
        file = self._folder.joinpath(*split_template_path(template))
        if not file.is_file():
            return
        if not file.resolve().is_relative_to(self._folder):
            raise Refusal(partial(diagnose, "template-file/link", template=template))
        if file.stat().st_size > LARGEST:
            raise Refusal(
                partial(diagnose, "template-file/too-large", template=template, limit=f"{LARGEST:,}")
            )


def loader(own: Path | None) -> ChoiceLoader:
    """An office's folder before ours."""
    folders = [own] if own else []
    return ChoiceLoader([FolderLoader(folder) for folder in (*folders, resource("templates"))])
