"""Ledger table of runs: which batch, with which options, when it ended.

A run is known by what it left: one that changes no document is the run before it.
"""

from __future__ import annotations

import datetime
import json
import os
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.render.dating import file_date

RUN_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS runs (
        number INTEGER PRIMARY KEY, ended TEXT NOT NULL, digest TEXT NOT NULL, asked TEXT NOT NULL
    )
    """,
)


@dataclass(frozen=True, slots=True)
class RunAsked:
    """What a run was asked for, as far as it makes papers: paths are absolute, `""` where there is none."""

    batch: str
    digits: str
    embeds: bool
    extent: str
    conformance: str
    templates: str
    reference: str


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run: its number in this folder, when it ended (ISO 8601, local), the digest of what it left."""

    number: int
    ended: str
    digest: str
    asked: RunAsked


class RunShelf:
    """The runs of a folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def last(self) -> RunRow | None:
        """The last run that ended, if the folder knows of one."""
        query = "SELECT number, ended, digest, asked FROM runs ORDER BY number DESC LIMIT 1"
        found = self._connection.execute(query).fetchone()
        if found is None:
            return None
        number, ended, digest, told = found
        return RunRow(number, ended, digest, RunAsked(**_select_known_fields(json.loads(told))))

    def note(self, digest: str, asked: RunAsked) -> None:
        """Notes a run that has ended, under a new number if it left something else than the last."""
        last, told = self.last(), json.dumps(asdict(asked), ensure_ascii=False)
        if last and (last.digest, last.asked) == (digest, asked):
            return
        with self._connection as connection:
            if last and last.digest == digest:
                connection.execute("UPDATE runs SET asked = ? WHERE number = ?", (told, last.number))
            else:
                connection.execute(
                    "INSERT INTO runs (ended, digest, asked) VALUES (?, ?, ?)", (_now(), digest, told)
                )


def _select_known_fields(told: dict[str, Any]) -> dict[str, Any]:
    """Without what a later version may have noted besides."""
    return {name: told[name] for name in RunAsked.__dataclass_fields__}


def _now() -> str:
    """This moment, or the date that `SOURCE_DATE_EPOCH` gives to all files."""
    dated = "SOURCE_DATE_EPOCH" in os.environ
    moment = file_date() if dated else datetime.datetime.now().astimezone()
    return moment.isoformat(timespec="minutes")
