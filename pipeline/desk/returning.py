"""Logging in again to a running desk: `saraban desk` started again makes a new one-time address.

The new token's digest is left in the desk's own folder, which only its owner can write to; the running desk
takes it when somebody enters with the token. So nothing can be asked of the desk over the network.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

from pipeline.desk.run_folder import living, write_whole
from pipeline.desk.settings import DeskSettings

TICKET = "seat-{}.ticket"


def digest_of(token: str) -> str:
    """What is known of a token; it may be any text."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def card_of(settings: DeskSettings) -> dict[str, object]:
    """What a desk tells of itself to those who look for it."""
    return {
        "origin": settings.origin,
        "port": settings.port,
        "seats": settings.sessions,
        "opened": _path_text(settings.opened),
        "templates": _path_text(settings.folder),
    }


def running_on(settings: DeskSettings) -> tuple[Path, dict[str, object]] | None:
    """The folder and the card of this person's desk that runs on the port."""
    found = [each for each in living() if each[1].get("port") == settings.port]
    return max(found, key=lambda each: each[1].get("origin") == settings.origin, default=None)


def serves(card: dict[str, object], settings: DeskSettings) -> bool:
    """Whether a running desk is what is asked for; what was not named may be as it is."""
    wanted = card_of(settings)
    named = [name for name in ("opened", "templates") if wanted[name]]
    named += ["seats"] if settings.sessions != 1 else []
    return all(card.get(name) == wanted[name] for name in named)


def new_addresses(run_folder: Path, card: dict[str, object]) -> list[str]:
    """A new one-time address for each seat of a running desk; those that were left before go out of use."""
    addresses = []
    for seat in range(int(str(card["seats"]))):
        token = secrets.token_urlsafe(24)
        write_whole(run_folder / TICKET.format(seat), digest_of(token))
        addresses.append(f"{card['origin']}/enter?token={token}")
    return addresses


def take_seat(run_folder: Path, token: str, sessions: int) -> int | None:
    """The seat that a new token leads to; the token is spent."""
    digest = digest_of(token)
    for seat in range(sessions):
        ticket = run_folder / TICKET.format(seat)
        try:
            if secrets.compare_digest(ticket.read_bytes(), digest.encode()):
                ticket.unlink()
                return seat
        except OSError:
            continue
    return None


def _path_text(path: Path | None) -> str:
    return str(path.resolve()) if path else ""
