"""What the pages need beside mkdocs: the repository's own anchors of headings, links to code as names, and
sources in brackets (`[S3]`) as they are written, which mkdocstrings would take for names in the code.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

_BRACKETED = re.compile(r"<autoref [^>]*>(.*?)</autoref>")
_CODE = re.compile(r"\[([^\]]*)\]\(\.\./(?!docs/)[^)]*\)")
"""A link from a page to a file outside `docs/`: there is no such page on the site."""


def slug(title: str, separator: str) -> str:
    """The anchor of a heading: letters, their marks and digits stay, a space is a hyphen, the rest goes."""
    kept = (c for c in title.strip().lower() if c in " -_" or unicodedata.category(c)[0] in "LMN")
    return "".join(kept).replace(" ", separator)


def named(nav: list[dict[str, Any]]) -> set[str]:
    """The pages that a navigation names, at any depth."""
    values = [value for entry in nav for value in entry.values()]
    return {page for value in values for page in ({value} if isinstance(value, str) else named(value))}


def on_config(config: Any, **_: Any) -> Any:
    """Has headings get those anchors, and pages that the navigation does not name stand at its end."""
    there = {page.name for page in Path(config.docs_dir).glob("*.md")}
    if more := sorted(there - named(config.nav)):
        config.nav.append({"อื่น ๆ · More": more})
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    return config


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Leaves of a link to code its words."""
    return _CODE.sub(r"\1", markdown)


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Leaves words in brackets alone on pages that show nothing from the code."""
    return html if "\n::: " in page.markdown else _BRACKETED.sub(r"[\1]", html)
