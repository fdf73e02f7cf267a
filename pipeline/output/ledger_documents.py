"""Ledger tables of a batch's documents: what each was made from, and what became of it.

`bases` keeps the values of a base input once, `inputs` what a unit had otherwise, so that a later run
can tell in words what changed; `documents` and `files` hold the state of each paper and of its files,
`orders` the order of the last batch.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

from pipeline.intake.source import Plain

DOCUMENT_TABLES = (
    "CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY CHECK (id = 0), title TEXT, units TEXT)",
    "CREATE TABLE IF NOT EXISTS bases (digest TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE IF NOT EXISTS inputs (
        key TEXT PRIMARY KEY, base TEXT NOT NULL, overrides TEXT NOT NULL,
        engine TEXT NOT NULL, templates TEXT NOT NULL, papers TEXT NOT NULL, facts TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS documents (
        name TEXT PRIMARY KEY, unit TEXT NOT NULL, paper TEXT NOT NULL, input_key TEXT NOT NULL,
        content_key TEXT NOT NULL, facts TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS files (
        path TEXT PRIMARY KEY, document TEXT NOT NULL, content_key TEXT NOT NULL, sha256 TEXT NOT NULL,
        size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class InputRow:
    """The input of one unit as a run saw it: a base, what was overridden (path, value), and what made it.

    `papers` are all that the input makes, each an id with its content key; `engine` and `templates`
    are the fingerprints of the program and of templates and style sheets; `facts` what the run report
    shows of the unit (its score, findings).
    """

    key: str
    base: str
    overrides: tuple[tuple[str, Plain], ...]
    engine: str
    templates: str
    papers: tuple[tuple[str, str], ...]
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One paper of one unit: `name` is its path without suffix; `facts` what the run report shows of it."""

    name: str
    unit: str
    paper: str
    input_key: str
    content_key: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file as we left it: what it was made from, digest, size in bytes, and when it was touched (ns)."""

    path: str
    document: str
    content_key: str
    sha256: str
    size: int
    modified: int
    changed: int


class DocumentStore:
    """The documents that stand in a folder; each change is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._read: dict[str, tuple[tuple[int, int], Any]] = {}

    def all(self) -> Mapping[str, DocumentRow]:
        """Every document by its name, in the order of names."""
        query = "SELECT name, unit, paper, input_key, content_key, facts FROM documents ORDER BY name"
        return self._rows(query, _document)

    def files(self) -> Mapping[str, FileRow]:
        """Every file of a document by its path."""
        query = "SELECT path, document, content_key, sha256, size, modified, changed FROM files ORDER BY path"
        return self._rows(query, lambda row: FileRow(*row))

    def inputs(self) -> Mapping[str, InputRow]:
        """Every input that a document was made from, by its key."""
        query = "SELECT key, base, overrides, engine, templates, papers, facts FROM inputs"
        return self._rows(query, _input)

    def _rows(self, query: str, made: Callable[[tuple[Any, ...]], Row]) -> Mapping[str, Row]:
        """A whole table by the first column, read again when somebody has written to the ledger.

        Raises `sqlite3.DatabaseError` for a row that nobody wrote so.
        """
        (by_others,) = self._connection.execute("PRAGMA data_version").fetchone()
        written = self._connection.total_changes, by_others
        if query not in self._read or self._read[query][0] != written:
            rows = self._connection.execute(query)
            try:
                read = {row[0]: made(row) for row in rows}
            except (TypeError, ValueError) as error:  # a page of another table, an entry that is empty
                raise sqlite3.DatabaseError(f"a row that cannot be read: {error}") from error
            self._read[query] = written, MappingProxyType(read)
        kept: Mapping[str, Row] = self._read[query][1]
        return kept

    def base(self, digest: str) -> dict[str, Plain] | None:
        """The values of a base input, if the ledger keeps them."""
        found = self._connection.execute("SELECT content FROM bases WHERE digest = ?", (digest,)).fetchone()
        return json.loads(zlib.decompress(found[0])) if found else None

    def keep_base(self, digest: str, values: dict[str, Plain]) -> None:
        """Keeps the values of a base; those that no input names any more are let go."""
        content = zlib.compress(json.dumps(values, ensure_ascii=False).encode())
        with self._connection:
            self._connection.execute("INSERT OR IGNORE INTO bases VALUES (?, ?)", (digest, content))

    def keep_order(self, title: str, units: Iterable[str]) -> None:
        """Keeps the batch's title and its units' folders in the order of the batch."""
        row = title, json.dumps(list(units), ensure_ascii=False)
        if self._connection.execute("SELECT title, units FROM orders").fetchone() != row:
            with self._connection as connection:
                connection.execute("INSERT OR REPLACE INTO orders VALUES (0, ?, ?)", row)

    def order(self) -> tuple[str, list[str]]:
        """The title and the units' folders of the last batch; empty if there was none."""
        found = self._connection.execute("SELECT title, units FROM orders").fetchone()
        return (found[0], json.loads(found[1])) if found else ("", [])

    def put(self, documents: Iterable[tuple[DocumentRow, InputRow | None]], files: Iterable[FileRow]) -> None:
        """Notes documents as they now stand, with the inputs they were made from."""
        with self._connection as connection:
            for document, made_from in documents:
                if made_from:
                    row = _row(made_from)
                    connection.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                facts = json.dumps(document.facts, ensure_ascii=False)
                keys = document.input_key, document.content_key
                values = document.name, document.unit, document.paper, *keys, facts
                connection.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)", values)
            rows = (astuple(file) for file in files)
            connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def rename(self, old: str, new: str, files: Mapping[str, str]) -> None:
        """Gives a document another name, as its files (old path -> new) have now."""
        with self._connection as connection:
            connection.execute("UPDATE OR REPLACE documents SET name = ? WHERE name = ?", (new, old))
            for was, now in files.items():
                connection.execute(
                    "UPDATE OR REPLACE files SET path = ?, document = ? WHERE path = ?", (now, new, was)
                )

    def forget(self, names: Iterable[str]) -> None:
        """Drops documents that no longer stand in the folder."""
        with self._connection as connection:
            for name in names:
                connection.execute("DELETE FROM files WHERE document = ?", (name,))
                connection.execute("DELETE FROM documents WHERE name = ?", (name,))

    def tidy(self) -> None:
        """Lets go of inputs and bases that no document was made from."""
        with self._connection as connection:
            connection.execute("DELETE FROM inputs WHERE key NOT IN (SELECT input_key FROM documents)")
            connection.execute("DELETE FROM bases WHERE digest NOT IN (SELECT base FROM inputs)")


def _document(row: tuple[Any, ...]) -> DocumentRow:
    name, unit, paper, made_from, content, facts = row
    return DocumentRow(name, unit, paper, made_from, content, json.loads(facts))


def _input(row: tuple[Any, ...]) -> InputRow:
    key, base, overrides, engine, templates, papers, facts = row
    pairs = tuple((path, value) for path, value in json.loads(overrides))
    keys = tuple((id, key) for id, key in json.loads(papers))
    return InputRow(key, base, pairs, engine, templates, keys, json.loads(facts))


def _row(made_from: InputRow) -> tuple[str, ...]:
    overrides = json.dumps(made_from.overrides, ensure_ascii=False)
    shared = made_from.engine, made_from.templates
    papers, facts = json.dumps(made_from.papers), json.dumps(made_from.facts, ensure_ascii=False)
    return made_from.key, made_from.base, overrides, *shared, papers, facts
