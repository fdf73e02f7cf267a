"""What the user should know about how their data were read, although it stops nothing."""

from __future__ import annotations

from collections.abc import Sequence

import click

from pipeline.cli.talk import Talk
from pipeline.faults import Fault, Words


def say_remarks(remarks: Sequence[Fault], talk: Talk) -> None:
    """Prints each remark once, where errors go."""
    for remark in dict.fromkeys(remarks):
        click.echo(f"{talk.said(Words('ข้อสังเกต', 'Note'))}: {remark.said(talk.lang)}", err=True)
