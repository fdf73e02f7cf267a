"""Templates are read from their own folders: an office's first, then ours, and nothing from outside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, TemplateNotFound
from jinja2.loaders import split_template_path

from pipeline.compose.refusals import Refusal
from pipeline.diagnostics import Message
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
            told = Message("แม่แบบไม่ใช่ข้อความ UTF-8", "the template is not UTF-8 text")
            raise _unreadable(told, template) from error
        except (OSError, ValueError) as error:
            raise TemplateNotFound(template) from error

    def _check(self, template: str) -> None:
        file = self._folder.joinpath(*split_template_path(template))
        if not file.is_file():
            return
        if not file.resolve().is_relative_to(self._folder):
            told = Message("แม่แบบเป็นลิงก์ออกนอกโฟลเดอร์", "the template is a link that leads out of its folder")
            raise _unreadable(told, template)
        if file.stat().st_size > LARGEST:
            told = Message(f"แม่แบบใหญ่กว่า {LARGEST:,} ไบต์", f"the template has more than {LARGEST:,} bytes")
            raise _unreadable(told, template)


def loader(own: Path | None) -> ChoiceLoader:
    """An office's folder before ours."""
    folders = [own] if own else []
    return ChoiceLoader([FolderLoader(folder) for folder in (*folders, resource("templates"))])


def _unreadable(what: Message, template: str) -> Refusal:
    remedy = Message(
        "วางแฟ้มแม่แบบเองไว้ในโฟลเดอร์ บันทึกเป็นข้อความ UTF-8",
        "put the file itself into the folder, as UTF-8 text",
    )
    return Refusal("template-file", Message(f"{template}: {what.th}", f"{template}: {what.en}"), remedy)
