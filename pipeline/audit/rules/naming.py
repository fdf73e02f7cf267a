"""Family 6: names of plans, projects, activities and indicators that are nearly, not wholly, the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.lists import Item, ItemList, lists_of
from pipeline.audit.names import NameSaid, names_said
from pipeline.audit.near import difference, key, likeness, near_pairs
from pipeline.audit.sections import ABBREVIATION
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message

_ALIKE = 0.86
_SAME_ENTRY = 0.5
_FIGURES = re.compile(r"\d+")
_TAILS = re.compile(
    r"\s*(?:ได้ตามแผน|ร้อยละ\s*\d[\d.]*|ใน?(?:ประจำ)?ปีงบประมาณ\s*(?:พ\.ศ\.\s*)?\d{4}|ในปีงบประมาณ.*)\s*$"
)
_HEADS = re.compile(r"^(?:ร้อยละ(?:ของ)?|จำนวน|ระดับความสำเร็จ(?:ของ|ใน)?)\s*")


def _comparable(one: NameSaid, other: NameSaid) -> bool:
    """Whether two names are of one kind of thing: one column, or headings, or names in lists of the text."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return True
    return "heading" in kinds and any(kind.startswith("column") for kind in kinds)


def _near_names(reading: Reading) -> Iterator[Match]:
    said = names_said(reading)
    by_key: dict[str, list[NameSaid]] = defaultdict(list)
    for one in said:
        by_key[one.key].append(one)
    keys = list(by_key)
    lists = _lists_by_passage(reading)
    told: set[str] = set()
    for low, high in near_pairs(keys, _ALIKE):
        pair = _slip(by_key[keys[low]], by_key[keys[high]], lists)
        if pair is None:
            continue
        here, there = pair
        if here.key in told:
            continue
        told.add(here.key)
        this, that = difference(here.key, there.key)
        yield Match(
            here.spot,
            Message(
                f"“{_shorten_name(here.name)}” คล้าย “{_shorten_name(there.name)}” (ต่างที่ “{this or '-'}” กับ "
                f"“{that or '-'}”)",
                f"“{_shorten_name(here.name)}” is nearly “{_shorten_name(there.name)}”",
            ),
            tuple(one.spot for one in by_key[there.key]),
        )


def _slip(
    some: list[NameSaid], others: list[NameSaid], lists: dict[int, set[int]]
) -> tuple[NameSaid, NameSaid] | None:
    """The rarer of two names and the commoner, if they name one thing; `None` if they may well be two."""
    one, other = some[0], others[0]
    one_key, other_key = (each.key.removeprefix("การ") for each in (one, other))
    if one_key in other_key or other_key in one_key:
        return None
    if _FIGURES.findall(one_key) != _FIGURES.findall(other_key) or _differ_by_abbreviation(
        one_key, other_key
    ):
        return None
    if _neighbours(some, others, lists):
        return None
    if not any(_comparable(a, b) for a in some for b in others):
        return None
    rare, common = (some, others) if (len(some), -_at(some)) < (len(others), -_at(others)) else (others, some)
    return rare[0], common[0]


def _differ_by_abbreviation(one: str, other: str) -> bool:
    """Whether they differ in an abbreviation for a long name: `สปอ` for `สำนักงานปลัด…`."""
    short, long = sorted(difference(one, other), key=len)
    return len(long) >= 10 and len(short) <= 5 and bool(re.fullmatch(r"[ก-ฮ]*", short))


def _neighbours(some: list[NameSaid], others: list[NameSaid], lists: dict[int, set[int]]) -> bool:
    """Whether both names stand side by side in one list or in one table: then they are two things."""
    for a in some:
        for b in others:
            first, second = a.spot.passage, b.spot.passage
            if first is second or (first.in_table and first.table == second.table):
                return True
            if lists.get(first.number, set()) & lists.get(second.number, set()):
                return True
    return False


def _lists_by_passage(reading: Reading) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for n, each in enumerate(lists_of(reading)):
        for item in each.items:
            found[item.spot.passage.number].add(n)
    return found


def _at(said: list[NameSaid]) -> int:
    return said[0].spot.passage.number


def _shorten_name(name: str) -> str:
    return name if len(name) <= 70 else name[:69] + "…"


def _core(item: Item) -> str:
    """An entry's name without its unit and target: `ร้อยละของ…`, `… ร้อยละ 80`."""
    text = ABBREVIATION.sub("", item.text)
    while (cut := _TAILS.sub("", text)) != text:
        text = cut
    while (cut := _HEADS.sub("", text)) != text:
        text = cut
    return key(text)


def _parallel_lists(reading: Reading) -> Iterator[Match]:
    """Two lists that say the same, entry by entry, but for one entry."""
    lists = [
        found for found in lists_of(reading) if 3 <= len(found.items) <= 40 and not found.style.endswith("ที่")
    ]
    cores = [[_core(item) for item in found.items] for found in lists]
    buckets: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(cores):
        for core in set(each):
            buckets[core].append(n)
    pairs = Counter(
        (low, high) for bucket in buckets.values() for i, low in enumerate(bucket) for high in bucket[i + 1 :]
    )
    for (low, high), _ in sorted(pairs.items()):
        if len(cores[low]) == len(cores[high]):
            yield from _odd_entry(lists[low], lists[high], cores[low], cores[high])


def _odd_entry(one: ItemList, other: ItemList, keys: list[str], others: list[str]) -> Iterator[Match]:
    odd = [n for n, (a, b) in enumerate(zip(keys, others, strict=True)) if a != b]
    if len(odd) != 1:
        return
    n = odd[0]
    if (
        likeness(keys[n], others[n]) < _SAME_ENTRY
        or _differ_by_abbreviation(keys[n], others[n])
        or _FIGURES.findall(keys[n]) != _FIGURES.findall(others[n])
    ):
        return
    here, there = other.items[n], one.items[n]
    yield Match(
        here.spot,
        Message(
            f"รายการนี้เหมือนอีกรายการหนึ่งทุกข้อ เว้นข้อนี้: “{_shorten_name(here.text)}” "
            f"กับ “{_shorten_name(there.text)}”",
            f"the list is the same as another but for this entry: “{_shorten_name(here.text)}”, "
            f"“{_shorten_name(there.text)}”",
        ),
        (there.spot,),
    )


RULES = (
    Rule(
        "A0621",
        "warning",
        Message("ชื่อเกือบเหมือนกัน", "Names that are nearly the same"),
        Message(
            "ชื่อในหัวข้อ ข้อของรายการ และช่องตารางชนิดเดียวกันที่ต่างกันเพียงเล็กน้อย ชื่อที่ยืนเคียงกันในรายการหรือตารางเดียวกัน "
            "ชื่อที่ต่างกันเพียงตัวเลข และชื่อที่ยาวกว่าโดยมีอีกชื่ออยู่ข้างใน ไม่ถือว่าผิด",
            "Names in headings, entries and cells of one kind that differ a little. Names side by side "
            "in one list or table, names "
            "that differ in figures, and names that hold the other whole are let be.",
        ),
        Message("ใช้ชื่อตามแผนหรือคำสั่งทุกแห่ง", "use the name of the plan or order everywhere"),
        _near_names,
    ),
    Rule(
        "A0622",
        "warning",
        Message("รายการซ้ำกันทุกข้อเว้นข้อเดียว", "A list repeated but for one entry"),
        Message(
            "สองรายการที่มีจำนวนข้อเท่ากันตั้งแต่ ๓ ข้อ ทุกข้อเหมือนกันเว้นข้อเดียวที่คล้ายกัน (ไม่นับ “ร้อยละของ” และเป้าหมายท้ายข้อ)",
            "Two lists of three entries or more that are the same but for one similar entry; "
            "`ร้อยละของ` and targets do not count.",
        ),
        Message("ใช้ถ้อยคำเดียวกันทั้งสองรายการ", "word both lists alike"),
        _parallel_lists,
    ),
)
