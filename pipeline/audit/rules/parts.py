"""Family 6: numbered parts of a plan (มิติ, ยุทธศาสตร์, ประเด็น). One number, one name; one name, one number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.names import OrdinalName, ordinal_names
from pipeline.audit.near import difference, key, likeness
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message

_SAME_PART = 0.6
_SAME_LABEL = 0.75


def _labels(reading: Reading) -> dict[str, list[OrdinalName]]:
    """The parts by the word before their number."""
    found: dict[str, list[OrdinalName]] = defaultdict(list)
    for part in ordinal_names(reading):
        found[part.label].append(part)
    return found


def _slips(labels: dict[str, list[OrdinalName]]) -> dict[str, str]:
    """The labels that are nearly a commoner one, and that one."""
    return {
        label: other
        for label, parts in labels.items()
        for other, others in labels.items()
        if label != other
        and likeness(label, other) >= _SAME_LABEL
        and (len(others), other) > (len(parts), label)
        and _share_names(parts, others)
    }


def _share_names(parts: list[OrdinalName], others: list[OrdinalName]) -> bool:
    return any(
        one.number == part.number and likeness(key(one.name), key(part.name)) > 0.85
        for part in parts
        for one in others
    )


def _by_label(reading: Reading) -> dict[str, list[OrdinalName]]:
    """The parts by their label, a misspelt label taken for the right one."""
    labels = _labels(reading)
    slips = _slips(labels)
    merged: dict[str, list[OrdinalName]] = defaultdict(list)
    for label, parts in labels.items():
        merged[slips.get(label, label)] += parts
    return {
        label: sorted(parts, key=lambda part: part.spot.passage.number) for label, parts in merged.items()
    }


def _one_name_twice(reading: Reading) -> Iterator[Match]:
    for parts in _by_label(reading).values():
        by_name: dict[str, list[OrdinalName]] = defaultdict(list)
        for part in parts:
            by_name[key(part.name)].append(part)
        for same in by_name.values():
            numbers = sorted({part.number for part in same})
            for number in numbers[1:]:
                here = [part for part in same if part.number == number]
                first = next(part for part in same if part.number == numbers[0])
                label = first.label
                yield Match(
                    here[0].spot,
                    Message(
                        f"{label}ที่ {number} ใช้ชื่อเดียวกับ{label}ที่ {numbers[0]}",
                        f"{label} {number} has the name of {label} {numbers[0]}",
                    ),
                    tuple(part.spot for part in (*here[1:], first)),
                )


def _one_number_two_names(reading: Reading) -> Iterator[Match]:
    for parts in _by_label(reading).values():
        by_number: dict[int, list[OrdinalName]] = defaultdict(list)
        for part in parts:
            by_number[part.number].append(part)
        for same in by_number.values():
            yield from _variants(same)


def _variants(same: list[OrdinalName]) -> Iterator[Match]:
    names = Counter(key(part.name) for part in same)
    usual = max(names, key=lambda name: (names[name], -_first(name, same)))
    model = next(part for part in same if key(part.name) == usual)
    for name in names:
        near = likeness(name, usual)
        if name == usual or near < _SAME_PART or usual.startswith(name) or name.startswith(usual):
            continue
        here = [part for part in same if key(part.name) == name]
        this, that = difference(key(here[0].name), usual)
        yield Match(
            here[0].spot,
            Message(
                f"{model.label}ที่ {model.number} ที่นี่ชื่อ “{here[0].name}” ที่อื่นชื่อ “{model.name}” (ต่างที่ "
                f"“{this}” กับ “{that}”)",
                f"{model.label} {model.number} is “{here[0].name}” here and “{model.name}” elsewhere",
            ),
            tuple(part.spot for part in (*here[1:], model)),
        )


def _first(name: str, parts: list[OrdinalName]) -> int:
    return next(n for n, part in enumerate(parts) if key(part.name) == name)


def _label_slips(reading: Reading) -> Iterator[Match]:
    """`มติที่ 2` where the paper speaks of `มิติที่ 2`."""
    labels = _labels(reading)
    for label, other in _slips(labels).items():
        first, *rest = labels[label]
        start = max(first.spot.start - len(label) - 8, 0)
        yield Match(
            first.spot.passage.spot(start, first.spot.end),
            Message(
                f"“{label}ที่ {first.number}” น่าจะเป็น “{other}ที่ {first.number}”",
                f"“{label}ที่ {first.number}” seems to be “{other}ที่ {first.number}”",
            ),
            tuple(part.spot for part in rest),
        )


RULES = (
    Rule(
        "A0611",
        "error",
        Message("สองหัวข้อชื่อเดียวกัน", "Two numbered parts under one name"),
        Message(
            "“มิติที่ ๒ …” และ “มิติที่ ๓ …” (ยุทธศาสตร์ ประเด็น ตัวชี้วัด ฯลฯ) ต้องไม่ใช้ชื่อเดียวกัน",
            "มิติที่ 2 and มิติที่ 3 (ยุทธศาสตร์, ประเด็น, ตัวชี้วัด …) do not bear one name.",
        ),
        Message("ตรวจชื่อกับแผน", "look the names up in the plan"),
        _one_name_twice,
    ),
    Rule(
        "A0612",
        "error",
        Message("หัวข้อเดียวกันเรียกชื่อต่างกัน", "One numbered part under several names"),
        Message(
            "ชื่อหลัง “มิติที่ n” เทียบกันทุกแห่ง ชื่อที่ต่างกันมากหรือย่อท้ายไม่ถือว่าผิด",
            "The names after `มิติที่ n` in all places; wholly different or shortened names are let be.",
        ),
        Message("ใช้ชื่อตามแผนทุกแห่ง", "use the plan's name everywhere"),
        _one_number_two_names,
    ),
    Rule(
        "A0613",
        "warning",
        Message("คำเรียกหัวข้อสะกดผิด", "A part's label misspelt"),
        Message(
            "คำหน้า “ที่ n” ที่เกือบเหมือนคำที่ใช้มากกว่า และชื่อตามหลังเหมือนกัน",
            "A label before `ที่ n` that is nearly a commoner one, with the same name after it.",
        ),
        Message("แก้คำเรียก", "mend the label"),
        _label_slips,
    ),
)
