"""The ledger: an SQLite file beside the outputs that notes what was written into their folder.

The digest of every file, for a batch what each document was made from (`ledger_documents`), and which papers
came back signed (`ledger_signatures`).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pipeline.output.ledger_documents import DOCUMENT_TABLES, DocumentStore
from pipeline.output.ledger_runs import RUN_TABLES, RunShelf
from pipeline.output.ledger_signatures import SIGNATURE_TABLES, SignatureShelf
from pipeline.output.real_paths import obstacles
from pipeline.diagnostics import Diagnostic, OutputError, Location, Message, diagnose

LEDGER_NAME = ".saraban.sqlite"
JOURNAL_NAME = f"{LEDGER_NAME}-journal"
"""What SQLite keeps beside a ledger while it writes."""

WAIT_SECONDS = 5.0
_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS written (
        path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)
    ) WITHOUT ROWID
    """,
    *DOCUMENT_TABLES,
    *RUN_TABLES,
    *SIGNATURE_TABLES,
)


def is_ledger(name: str) -> bool:
    """Whether a file's name is that of a ledger or its journal."""
    return name in (LEDGER_NAME, JOURNAL_NAME)


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class Ledger:
    """The digests that each file of a folder may have if nobody but us touched it; `documents`, `runs`, `signatures`.

    A new digest is noted before its file is written and the old one forgotten after, so that a run
    killed in between leaves a file that is known as ours either way.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.documents = DocumentStore(connection)
        self.runs = RunShelf(connection)
        self.signatures = SignatureShelf(connection)

    def wrote(self, path: str, sha256: str) -> bool:
        """Whether the file `path` with this digest is our own writing."""
        query = "SELECT 1 FROM written WHERE path = ? AND sha256 = ?"
        return self._connection.execute(query, (path, sha256)).fetchone() is not None

    def knows(self, path: str) -> bool:
        """Whether we ever wrote the file `path`."""
        query = "SELECT 1 FROM written WHERE path = ?"
        return self._connection.execute(query, (path,)).fetchone() is not None

    def paths(self) -> tuple[str, ...]:
        """Every file that we wrote, in the order of names."""
        rows = self._connection.execute("SELECT DISTINCT path FROM written ORDER BY path")
        return tuple(path for (path,) in rows)

    def intend(self, digests: Mapping[str, str]) -> None:
        """Notes, before writing, the digest that each file is about to have."""
        with self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO written VALUES (?, ?)", digests.items())

    def settle(self, digests: Mapping[str, str]) -> None:
        """Forgets, after writing, all digests of these files but the ones they have now."""
        rows: Iterable[tuple[str, str]] = digests.items()
        with self._connection:
            self._connection.executemany("DELETE FROM written WHERE path = ? AND sha256 <> ?", rows)


@contextmanager
def open_ledger(folder: Path) -> Iterator[Ledger]:
    """The ledger of an existing folder, held by this run alone until the block ends.

    Raises `OutputError`: another run holds it (`busy`), it is no ledger (`ledger`), or the folder
    takes no file (`unwritable`).
    """
    if faults := [*obstacles(folder / LEDGER_NAME, folder)]:
        raise OutputError(faults)
    connection = None
    try:
        connection = sqlite3.connect(folder / LEDGER_NAME, timeout=WAIT_SECONDS)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        with connection:
            connection.execute("BEGIN EXCLUSIVE")
            _make_tables(connection)
            if (folder / JOURNAL_NAME).exists():
                _use_journal(connection)
        yield Ledger(connection)
    except sqlite3.Error as error:
        raise OutputError([_fault(error, folder)]) from error
    finally:
        if connection is not None:
            connection.close()


@contextmanager
def read_ledger(folder: Path) -> Iterator[Ledger]:
    """A copy of a folder's ledger to look things up in; an empty one where there is none.

    Nothing is written and no other run is held up. Raises `OutputError` as `open_ledger` does.
    """
    copy = sqlite3.connect(":memory:")
    try:
        if (folder / LEDGER_NAME).is_file():
            standing = sqlite3.connect(folder / LEDGER_NAME, timeout=WAIT_SECONDS)
            try:
                standing.backup(copy)
            finally:
                standing.close()
        _make_tables(copy)
        yield Ledger(copy)
    except sqlite3.Error as error:
        raise OutputError([_fault(error, folder)]) from error
    finally:
        copy.close()


def _make_tables(connection: sqlite3.Connection) -> None:
    for table in _TABLES:
        connection.execute(table)


def _use_journal(connection: sqlite3.Connection) -> None:
    """Writes what is written already: SQLite removes a journal that it used, none that a killed run left."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version}")


def _fault(error: sqlite3.Error, folder: Path) -> Diagnostic:
    if isinstance(error, sqlite3.OperationalError):
        if "locked" in str(error):
            return _busy(folder)
        if any(word in str(error) for word in ("unable to open", "readonly", "full", "disk I/O")):
            return _unwritable(error, folder)
    return _corrupt(folder / LEDGER_NAME)


def _busy(folder: Path) -> Diagnostic:
    return diagnose("busy", Location(str(folder)))


def _unwritable(error: sqlite3.Error, folder: Path) -> Diagnostic:
    return diagnose("unwritable/folder", Location(str(folder)), reason=error)


def _corrupt(path: Path) -> Diagnostic:
    return diagnose("ledger", Location(str(path)))
