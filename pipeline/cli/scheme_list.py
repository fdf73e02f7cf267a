"""The shipped schemes, for reading and for copying."""

from __future__ import annotations

import click

from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.model.scheme_rules import Schemes, shipped_scheme
from pipeline.model.schemes import Combine, Rules
from pipeline.model.shipped_schemes import shipped_names, shipped_text
from pipeline.scoring.rounding import figure_text

_COMBINED: dict[Combine, Message] = {
    "weighted": Message("เฉลี่ยถ่วงน้ำหนัก", "weighted mean"),
    "mean": Message("เฉลี่ย", "mean"),
    "sum": Message("รวมคะแนนจากคะแนนเต็ม", "sum of marks"),
}


def say_schemes(console: Console) -> None:
    """Each shipped scheme: its name, what it is for, its levels, how scores add up, and its grades."""
    schemes = Schemes()
    for name in shipped_names():
        for line in _lines(name, schemes.rules(name)):
            console.print(line)
    console.print(
        Message(
            "\nคัดลอกไปแก้: saraban schema --scheme ชื่อ > schemes/ชื่อใหม่.yaml (ข้างแฟ้มข้อมูล) แล้วใส่ scheme: ชื่อใหม่",
            "\nTo change one: saraban schema --scheme NAME > schemes/OTHER.yaml (beside the data),"
            " then scheme: OTHER",
        )
    )


def _lines(name: str, rules: Rules) -> tuple[Message, ...]:
    levels = "  ".join(
        f"{level.name} = {figure_text(level.score)}" if level.name else figure_text(level.score)
        for level in rules.levels
    )
    how = _COMBINED[rules.combine]
    full = figure_text(rules.out_of or rules.full)
    about = shipped_scheme(name).about
    said = [
        Message(f"{name}: {rules.title}", f"{name}: {rules.title}"),
        Message(f"    {about}", f"    {about}"),
        Message(
            f"    ระดับ {levels}; {how.th} คะแนนรวมเต็ม {full}",
            f"    levels {levels}; {how.en}, total of {full}",
        ),
    ]
    if rules.combine == "sum" and rules.out_of is None:
        said[-1] = Message(f"    ระดับ {levels}; {how.th}", f"    levels {levels}; {how.en}")
    if rules.bands:
        bands = ", ".join(
            band.name if band.at_least is None else f"{band.name} ≥ {figure_text(band.at_least)}"
            for band in rules.bands
        )
        said.append(Message(f"    ระดับผล {bands}", f"    grades {bands}"))
    return tuple(said)


def say_scheme(name: str) -> None:
    """The file of a shipped scheme, as it is."""
    click.echo(shipped_text(name), nl=False)
