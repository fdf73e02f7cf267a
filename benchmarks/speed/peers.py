"""The peers: each makes its file from the same tree, in the way its users do."""

from __future__ import annotations

import importlib.metadata
import io
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.speed.docx_template import DocxTemplate
from pipeline.resources import resource

FONTS = resource("fonts")


def version(package: str) -> str | None:
    """The installed version of a package, or `None`."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def office_version() -> str | None:
    """LibreOffice's version, or `None` where it is missing."""
    if not shutil.which("soffice"):
        return None
    said = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True, timeout=60)
    return said.stdout.split()[1]


def typst_pdf(source: str) -> bytes:
    """The PDF of Typst source, by the one call that its package's page shows, with our fonts' folder."""
    import typst  # noqa: PLC0415

    return bytes(typst.compile(source.encode("utf-8"), format="pdf", font_paths=[str(FONTS)]))


def typst_pdf_of_our_fonts(source: str) -> bytes:
    """The same, told not to look through the system's fonts: for those who know that it does."""
    import typst  # noqa: PLC0415

    fonts = {"font_paths": [str(FONTS)], "ignore_system_fonts": True}
    return bytes(typst.compile(source.encode("utf-8"), format="pdf", **fonts))


class TypstKept:
    """Typst with its compiler kept in the process: it sets anew what changed since the last document."""

    def __init__(self) -> None:
        import typst  # noqa: PLC0415

        self._compiler = typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)

    def pdf(self, source: str) -> bytes:
        """The PDF of Typst source."""
        return bytes(self._compiler.compile(input=source.encode("utf-8"), format="pdf"))


def weasyprint_pdf(html: str) -> bytes:
    """The PDF of an HTML page."""
    import weasyprint  # noqa: PLC0415

    return bytes(weasyprint.HTML(string=html).write_pdf())


def docxtpl_docx(template: DocxTemplate, context: Mapping[str, list[str]]) -> bytes:
    """The DOCX of a template and its context."""
    from docxtpl import DocxTemplate as Template  # noqa: PLC0415

    filled = Template(io.BytesIO(template.data))
    filled.render(context, autoescape=True)
    written = io.BytesIO()
    filled.save(written)
    return written.getvalue()


class Office:
    """LibreOffice without a window, with a profile of its own."""

    def __init__(self) -> None:
        self._profile = tempfile.mkdtemp(prefix="office-profile-")

    def pdfs(self, files: list[Path], folder: Path) -> None:
        """All `files` as PDF into `folder`, in one run."""
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{self._profile}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *map(str, files),
            ],
            check=True,
            capture_output=True,
            timeout=600,
        )
