"""Family 9: signs. Digits, dashes, spaces, ๆ, ำ. What is uneven is told once, with all its places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading, Span
from pipeline.audit.uneven import matches_in, one_hit, rarer
from pipeline.diagnostics import Message

_RANGE_DASH = re.compile(r"(?<=[\d๐-๙.])(?P<sign>\s*[-–—]\s*)(?=[\d๐-๙])")
_PERCENT = re.compile(r"[\d๐-๙](?P<space>[ ]?)%")
_REPEAT = re.compile(r"(?P<before>\S?)(?P<space>[ \u00a0]?)ๆ(?P<after>.?)")
_SPLIT_AM = re.compile("\u0e4d[\u0e48-\u0e4b]?\u0e32|[\u0e48-\u0e4b]\u0e4d\u0e32")
_BULLET = re.compile(r"\s*(?P<sign>[-•●▪*–])\s+\S")
_CLOCK = re.compile(r"เวลา\s*\d{1,2}[.:]\d{1,2}\s*(?P<unit>ชม|ชั่วโมง)")
_ERA_DATE = re.compile(
    r"\d{1,2}\s*(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*(?P<era>พ\.ศ\.\s*)?\d{4}"
)


_ISSUED = re.compile(r"\sณ\s+วันที่\s*$")
"""`ประกาศ ณ วันที่ 1 ตุลาคม พ.ศ. 2563`: the form of announcements and orders has พ.ศ. (ระเบียบงานสารบรรณ)."""


def _dashes(reading: Reading) -> Iterator[Match]:
    kinds: dict[str, list[Span]] = defaultdict(list)
    for passage in reading.passages:
        for match in _RANGE_DASH.finditer(passage.text):
            if _is_number_part(passage.text, match):
                continue
            kinds[match["sign"].strip()].append(passage.spot(max(match.start() - 14, 0), match.end() + 4))
    rare = rarer(kinds)
    if rare:
        few = kinds[rare[0]]
        yield one_hit(
            few,
            Message(
                f"ช่วงใช้ทั้ง “{rare[0]}” ({len(few)} แห่ง) และ “{rare[1]}” ({len(kinds[rare[1]])} แห่ง)",
                f"ranges have both “{rare[0]}” ({len(few)}) and “{rare[1]}” ({len(kinds[rare[1]])})",
            ),
        )


def _is_number_part(text: str, match: re.Match[str]) -> bool:
    """Whether the dash joins the groups of one number (a telephone's, a date's) and tells no range."""
    if match[0].strip() != match[0]:
        return False
    start = _number_start(text, match.start())
    return (
        text[start] in "0๐"
        or bool(re.match(r"[\d๐-๙]*[-–][\d๐-๙]", text[match.end() :]))
        or text[start - 1 : start] in ("-", "–")
    )


def _percent_space(reading: Reading) -> Iterator[Match]:
    kinds: dict[str, list[Span]] = defaultdict(list)
    for passage, match in matches_in(reading.passages, _PERCENT):
        kinds["spaced" if match["space"] else "joined"].append(
            passage.spot(_number_start(passage.text, match.start()), match.end())
        )
    if kinds["spaced"] and kinds["joined"]:
        yield one_hit(
            kinds["spaced"],
            Message(
                "เว้นวรรคก่อน % ที่นี่ แต่ที่อื่นไม่เว้น (% ติดกับตัวเลข)",
                "a space before % here, none elsewhere; % joins its number",
            ),
        )


def _number_start(text: str, at: int) -> int:
    while at and re.match(r"[\d๐-๙.,]", text[at - 1]):
        at -= 1
    return at


def _repeat_sign(reading: Reading) -> Iterator[Match]:
    kinds: dict[str, list[Span]] = defaultdict(list)
    for passage, match in matches_in(reading.passages, _REPEAT):
        kind = "spaced" if match["space"] else "joined"
        kinds[kind].append(passage.spot(max(match.start() - 8, 0), match.end("space") + 1))
    if kinds["joined"]:
        even = "" if kinds["spaced"] else " ทั้งเอกสาร"
        yield one_hit(
            kinds["joined"],
            Message(
                f"ไม่เว้นวรรคหน้า ๆ {len(kinds['joined'])} แห่ง{even} (เว้น {len(kinds['spaced'])} แห่ง)",
                f"no space before ๆ in {len(kinds['joined'])} places, a space in {len(kinds['spaced'])}",
            ),
        )


def _split_am(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        spots = [passage.spot(max(m.start() - 3, 0), m.end() + 1) for m in _SPLIT_AM.finditer(passage.text)]
        if spots:
            yield one_hit(
                spots,
                Message(
                    f"สระอำใน “{spots[0].text}” พิมพ์เป็นนิคหิตกับสระอา ค้นหาและตัดคำไม่ได้",
                    f"ำ in “{spots[0].text}” is typed as two characters and cannot be searched",
                ),
            )


def _bullets(reading: Reading) -> Iterator[Match]:
    kinds: dict[str, list[Span]] = defaultdict(list)
    for passage in reading.flow:
        if match := _BULLET.match(passage.text):
            kinds[match["sign"]].append(passage.spot(0, min(len(passage.text), 60)))
    rare = rarer(kinds)
    if rare:
        few = kinds[rare[0]]
        yield one_hit(
            few,
            Message(
                f"หัวข้อย่อยใช้ทั้ง “{rare[0]}” ({len(few)} แห่ง) และ “{rare[1]}” ({len(kinds[rare[1]])} แห่ง)",
                f"bullets are both “{rare[0]}” ({len(few)}) and “{rare[1]}” ({len(kinds[rare[1]])})",
            ),
        )


def _clock(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for match in _CLOCK.finditer(passage.plain):
            yield Match(
                passage.span_of(match),
                Message("เวลาใช้หน่วย “น.” ชม. คือจำนวนชั่วโมง", "a time of day takes น.; ชม. counts hours"),
            )


def _era(reading: Reading) -> Iterator[Match]:
    kinds: dict[str, list[Span]] = defaultdict(list)
    for passage in reading.passages:
        for match in _ERA_DATE.finditer(passage.plain):
            if _ISSUED.search(passage.plain[: match.start()]):
                continue
            kinds["with" if match["era"] else "without"].append(passage.span_of(match))
    if kinds["with"] and kinds["without"]:
        few = min(kinds["with"], kinds["without"], key=len)
        yield one_hit(
            few,
            Message(
                f"วันที่เต็มมี พ.ศ. {len(kinds['with'])} แห่ง ไม่มี {len(kinds['without'])} แห่ง",
                f"full dates with พ.ศ.: {len(kinds['with'])}, without: {len(kinds['without'])}",
            ),
        )


RULES = (
    Rule(
        "A0904",
        "note",
        Message("ขีดของช่วงสองแบบ", "Two dashes for ranges"),
        Message("- และ – ระหว่างตัวเลขหรือวันที่", "- and – between figures or dates."),
        Message("ใช้ขีดแบบเดียว", "use one of them"),
        _dashes,
    ),
    Rule(
        "A0905",
        "note",
        Message("เว้นวรรคก่อน % ไม่เหมือนกัน", "A space before % here and none there"),
        Message("% ติดกับตัวเลข", "% joins its number."),
        Message("ลบช่องว่างก่อน %", "take the space out"),
        _percent_space,
    ),
    Rule(
        "A0906",
        "note",
        Message("ไม้ยมกไม่เว้นวรรค", "ๆ without a space before it"),
        Message("ราชบัณฑิตยสภาให้เว้นวรรคหน้าและหลัง ๆ", "The Royal Society sets a space before and after ๆ."),
        Message("เว้นวรรคหน้า ๆ ทุกแห่ง", "set a space before each ๆ"),
        _repeat_sign,
    ),
    Rule(
        "A0907",
        "warning",
        Message("สระอำแยกเป็นสองตัว", "ำ typed as two characters"),
        Message("U+0E4D ตามด้วย U+0E32 แทน U+0E33", "U+0E4D and U+0E32 where U+0E33 belongs."),
        Message("พิมพ์ ำ ใหม่", "type ำ anew"),
        _split_am,
    ),
    Rule(
        "A0908",
        "note",
        Message("สัญลักษณ์หัวข้อย่อยสองแบบ", "Two kinds of bullets"),
        Message("- • ● ต้นย่อหน้านอกตาราง", "- • ● at the start of paragraphs outside tables."),
        Message("ใช้สัญลักษณ์เดียวในระดับเดียวกัน", "use one bullet for one level"),
        _bullets,
    ),
    Rule(
        "A0909",
        "note",
        Message("หน่วยเวลาผิด", "A wrong unit for a time of day"),
        Message("“เวลา ๑๐.๓๐ ชม.”", "`เวลา 10.30 ชม.`"),
        Message("ใช้ น.", "write น."),
        _clock,
    ),
    Rule(
        "A0910",
        "note",
        Message("วันที่มี พ.ศ. บ้างไม่มีบ้าง", "พ.ศ. in some full dates and not in others"),
        Message(
            "วันที่ที่มีวัน เดือน และปีครบ เว้นวันที่หลัง “ประกาศ ณ” “สั่ง ณ” ซึ่งแบบกำหนดให้มี พ.ศ.",
            "Dates with day, month and year, but for those after `ประกาศ ณ`, `สั่ง ณ`, whose form has พ.ศ.",
        ),
        Message("ใส่หรือตัด พ.ศ. ให้เหมือนกัน", "write all dates alike"),
        _era,
    ),
)
