"""How a desk is set up: where it listens, what it lets in, what it opens first."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
COOKIE = "saraban-desk"


USUAL_PORT = 8765
NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What browsers call this machine when they ask it itself."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that the desk waits for a request: for all of its head, for the next piece of its body, and
    for all of its body.
    """

    head: float = 10
    piece: float = 15
    body: float = 120


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """`host` and `port` are where the desk listens; `seats` is how many people may enter, each by a
    one-time address. `opened` is a folder, workbook or batch that every seat finds open and that is followed
    when it is saved; `folder` holds an office's own templates; a batch is written to `output`. What is
    dropped lies in `uploads`, or else among the system's temporary files.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    sessions: int = 1
    opened: Path | None = None
    folder: Path | None = None
    output: Path = Path("output")
    upload_limit: int = 20 * MEGABYTE
    uploads: Path | None = None
    patience: Patience = Patience()

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the desk."""
        return self.host == "localhost" or _number(self.host).is_loopback

    @property
    def origin(self) -> str:
        """The address that a browser shows."""
        return f"http://{self._format_host(self.host)}"

    @property
    def cookie(self) -> str:
        """The name of the cookie. Browsers keep one jar for all ports of a machine, so that a second desk on
        another port would turn its neighbour's people out.
        """
        return COOKIE if self.port == USUAL_PORT else f"{COOKIE}-{self.port}"

    def is_own(self, host: str) -> bool:
        """Whether a request's `Host` is the desk's. A number is no name that another site could point here,
        so where the desk listens on all addresses, each of them is right.
        """
        name = host.lower()
        if name in {self._format_host(self.host), *(map(self._format_host, NAMES) if self.loopback else ())}:
            return True
        bare = name.removesuffix(f":{self.port}").strip("[]")
        return _number(self.host).is_unspecified and name == self._format_host(bare) and _is_number(bare)

    def _format_host(self, host: str) -> str:
        """A host and the port, as a browser writes them: it leaves out port 80."""
        host = f"[{host}]" if ":" in host and not host.startswith("[") else host.lower()
        return host if self.port == 80 else f"{host}:{self.port}"


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """A host as a number; a name is any address but this machine's own."""
    return ipaddress.ip_address(host if _is_number(host) else "192.0.2.1")


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
