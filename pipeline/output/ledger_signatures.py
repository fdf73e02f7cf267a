"""Ledger tables of editions and signatures: which papers came back signed, and which edition each file is.

A paper is known by its name without an ending (`กระบี่/annexes`), so PDF and DOCX are signed together. The
first edition bears the paper's own name and needs no row; each further one has a name of its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SIGNATURE_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS editions (
        name TEXT PRIMARY KEY, paper TEXT NOT NULL, number INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS signatures (
        name TEXT PRIMARY KEY, date TEXT NOT NULL, number TEXT NOT NULL, scan TEXT NOT NULL,
        scan_sha256 TEXT NOT NULL, note TEXT NOT NULL, files TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a paper: `name` is its path without an ending, `paper` that of the first edition."""

    name: str
    paper: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """What is noted of a paper that came back signed, `""` where it is not known.

    `date` (ISO 8601) is when it was signed or registered, `number` that of the register (เลขทะเบียน); `scan`
    is the path of the scan in the folder, with its digest. `files` are the paper's files then: path, digest.
    """

    name: str
    date: str = ""
    number: str = ""
    scan: str = ""
    scan_sha256: str = ""
    note: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


class SignatureShelf:
    """The editions and signatures of a folder; each change is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, SignatureRow]:
        """Every signature by the name of its paper. Raises `sqlite3.DatabaseError` for a row that is none."""
        query = "SELECT name, date, number, scan, scan_sha256, note, files FROM signatures ORDER BY name"
        return {row[0]: _signature(row) for row in self._connection.execute(query)}

    def of(self, name: str) -> SignatureRow | None:
        """The signature of one paper."""
        query = "SELECT name, date, number, scan, scan_sha256, note, files FROM signatures WHERE name = ?"
        found = self._connection.execute(query, (name,)).fetchone()
        return _signature(found) if found else None

    def has_scan(self, path: str) -> bool:
        """Whether the file is the scan of a signed paper."""
        query = "SELECT 1 FROM signatures WHERE scan = ?"
        return self._connection.execute(query, (path,)).fetchone() is not None

    def note(self, rows: Iterable[SignatureRow]) -> None:
        """Notes signatures, all or none; one that was noted before is replaced."""
        values = (
            (row.name, row.date, row.number, row.scan, row.scan_sha256, row.note, json.dumps(dict(row.files), ensure_ascii=False))
            for row in rows
        )
        with self._connection as connection:
            connection.executemany("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def undo(self, names: Iterable[str]) -> None:
        """Forgets that papers were signed."""
        with self._connection as connection:
            connection.executemany("DELETE FROM signatures WHERE name = ?", ((name,) for name in names))

    def editions(self) -> dict[str, list[Edition]]:
        """The editions of each paper that has a row, by the paper's name, from the first to the latest."""
        query = "SELECT name, paper, number FROM editions ORDER BY paper, number"
        found: dict[str, list[Edition]] = {}
        for row in self._connection.execute(query):
            found.setdefault(row[1], []).append(Edition(*row))
        return {paper: _with_first(paper, editions) for paper, editions in found.items()}

    def editions_of(self, paper: str) -> list[Edition]:
        """The editions of one paper, from the first to the latest."""
        query = "SELECT name, paper, number FROM editions WHERE paper = ? ORDER BY number"
        return _with_first(paper, [Edition(*row) for row in self._connection.execute(query, (paper,))])

    def edition(self, name: str) -> Edition:
        """Which edition a name is of; one without a row is the first of its own paper."""
        query = "SELECT name, paper, number FROM editions WHERE name = ?"
        found = self._connection.execute(query, (name,)).fetchone()
        return Edition(*found) if found else Edition(name, name)

    def note_edition(self, edition: Edition) -> None:
        """Notes an edition, before its files are written."""
        with self._connection as connection:
            values = edition.name, edition.paper, edition.number
            connection.execute("INSERT OR REPLACE INTO editions VALUES (?, ?, ?)", values)

    def keep_apart(self, kept: Edition, successor: Edition, moved: Mapping[str, str]) -> None:
        """The signed paper `successor.name` now stands as `kept`, its files `moved` (old path -> new), and
        the name it had is the edition that comes after: the signature goes with the paper.
        """
        with self._connection as connection:
            for each in (kept, successor):
                values = each.name, each.paper, each.number
                connection.execute("INSERT OR REPLACE INTO editions VALUES (?, ?, ?)", values)
            connection.execute(
                "UPDATE OR REPLACE signatures SET name = ? WHERE name = ?", (kept.name, successor.name)
            )
            row = connection.execute("SELECT files FROM signatures WHERE name = ?", (kept.name,)).fetchone()
            if row:
                files = {moved.get(path, path): digest for path, digest in json.loads(row[0]).items()}
                connection.execute(
                    "UPDATE signatures SET files = ? WHERE name = ?", (json.dumps(files, ensure_ascii=False), kept.name)
                )


def _with_first(paper: str, editions: list[Edition]) -> list[Edition]:
    """The paper's own name needs no row while the first edition bears it."""
    if any(each.name == paper for each in editions):
        return editions
    return [Edition(paper, paper), *editions]


def _signature(row: tuple[str, ...]) -> SignatureRow:
    name, date, number, scan, scan_sha256, note, files = row
    try:
        told = json.loads(files)
    except (TypeError, ValueError) as error:
        raise sqlite3.DatabaseError(f"a row that cannot be read: {error}") from error
    return SignatureRow(name, date, number, scan, scan_sha256, note, told)
