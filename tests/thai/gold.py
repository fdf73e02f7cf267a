"""The hand-marked text: its paragraphs, and where a line may end in each."""

from pathlib import Path
from typing import NamedTuple

GOLD = Path(__file__).with_name("gold_breaks.txt")
ANYWHERE, NARROW = "|", "¦"


class Marked(NamedTuple):
    """A paragraph without its marks, and the positions where its lines may end."""

    text: str
    anywhere: frozenset[int]
    narrow: frozenset[int]


def marked(line: str) -> Marked:
    text = ""
    places: dict[str, list[int]] = {ANYWHERE: [], NARROW: []}
    for character in line:
        if character in places:
            places[character].append(len(text))
        else:
            text += character
    return Marked(text, frozenset(places[ANYWHERE]), frozenset(places[ANYWHERE] + places[NARROW]))


def gold(path: Path = GOLD) -> list[Marked]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [marked(line) for line in lines if line and not line.startswith("#")]
