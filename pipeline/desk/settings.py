"""How a desk is set up: where it listens, what it lets in, what it opens first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """`host` and `port` are where the desk listens; `seats` is how many people may enter, each by a
    one-time address. `opened` is a folder, workbook or batch that every seat finds open and that is followed
    when it is saved; `folder` holds an office's own templates; a batch is written to `output`.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    sessions: int = 1
    opened: Path | None = None
    folder: Path | None = None
    output: Path = Path("output")
    upload_limit: int = 20 * MEGABYTE

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the desk."""
        return self.host in ("127.0.0.1", "localhost", "::1")

    @property
    def origin(self) -> str:
        """The address that a browser shows."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"
