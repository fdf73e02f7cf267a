"""`saraban score`: the scores of one input."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console, say_json
from pipeline.cli.remarks import say_remarks
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import Message


@command(
    "score",
    Message(
        "แสดงคะแนนรายตัวชี้วัด รายมิติ และรวม\nพร้อมคะแนนรวมตามวิธีคิดตัวชี้วัดที่ยังไม่มีผลทุกวิธี",
        "Show the scores by indicator, by dimension and in total,\n"
        "and the total under every policy for what was not measured.",
    ),
)
@argument(
    "path",
    words=Message("โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx", "A folder of data, a .yaml or an .xlsx file."),
    metavar="INPUT",
    type=click.Path(path_type=Path),
)
@option(
    "--json", "as_json", words=Message("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."), is_flag=True
)
@click.pass_obj
def score(console: Console, path: Path, as_json: bool) -> None:
    """Reads, checks and scores the input."""
    from pipeline.cli.policies import cards_by_policy  # noqa: PLC0415
    from pipeline.cli.score_table import say_card  # noqa: PLC0415
    from pipeline.compose.facts import common_facts  # noqa: PLC0415
    from pipeline.compose.placeholders import fill  # noqa: PLC0415
    from pipeline.kinds.input_reader import read  # noqa: PLC0415
    from pipeline.kinds.loading import load  # noqa: PLC0415
    from pipeline.kinds.scoring import score_input  # noqa: PLC0415
    from pipeline.papers.score_json import card_json  # noqa: PLC0415

    source = read(path)
    office_input = load(source)
    if not as_json:
        say_remarks(source.remarks, console)
    card = score_input(office_input)
    if card is None:
        raise UsageError(
            Message("ข้อมูลนี้ไม่มีตัวชี้วัดหรือผลให้คิดคะแนน", "this input has no indicators or results to score")
        )
    by_policy = cards_by_policy(office_input)
    facts = common_facts(office_input)

    def print_name(name: str) -> str:
        """A name that itself names facts (`…ใน{office}`)."""
        return fill(name, facts, "short")

    if as_json:
        found = card_json(str(path), office_input.kind, card, by_policy, print_name)
        say_json(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        say_card(card, by_policy, console, print_name)
