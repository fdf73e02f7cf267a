"""Family 9: signs. Digits, dashes, spaces, ๆ, ำ. What is uneven is told once, with all its places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.audit.findings import Hit, Rule, Spot
from pipeline.audit.reading import Passage, Reading
from pipeline.faults import Words

_NUMBER = re.compile(r"[\d๐-๙]+(?:[.,:][\d๐-๙]+)*")
_THAI_DIGIT = re.compile(r"[๐-๙]")
_ARABIC_DIGIT = re.compile(r"[0-9]")
_LATIN_NEAR = re.compile(r"[A-Za-z][\s\-–]{0,3}\(?$|[@/#&=_+]$")
_AFTER_LATIN = re.compile(r"[A-Za-z]+[\s\-–]{0,3}$")
_LATIN_FOLLOWS = re.compile(r"\s?[A-Za-z@_]")
_FEW = 0.2
"""Signs of one kind that make up less than this share are the slip, not the rule."""

_RANGE_DASH = re.compile(r"(?<=[\d๐-๙.])(?P<sign>\s*[-–—]\s*)(?=[\d๐-๙])")
_PERCENT = re.compile(r"[\d๐-๙](?P<space>[ ]?)%")
_REPEAT = re.compile(r"(?P<before>\S?)(?P<space>[ \u00a0]?)ๆ(?P<after>.?)")
_SPLIT_AM = re.compile("\u0e4d[\u0e48-\u0e4b]?\u0e32|[\u0e48-\u0e4b]\u0e4d\u0e32")
_BULLET = re.compile(r"\s*(?P<sign>[-•●▪*–])\s+\S")
_CLOCK = re.compile(r"เวลา\s*\d{1,2}[.:]\d{1,2}\s*(?P<unit>ชม|ชั่วโมง)")
_ERA_DATE = re.compile(
    r"\d{1,2}\s*(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*(?P<era>พ\.ศ\.\s*)?\d{4}"
)


def _spots(passages: Iterable[Passage], pattern: re.Pattern[str]) -> list[tuple[Passage, re.Match[str]]]:
    return [(passage, match) for passage in passages for match in pattern.finditer(passage.text)]


def _rarer(kinds: dict[str, list[Spot]]) -> tuple[str, str] | None:
    """The rarer of the two commonest kinds and the commoner; `None` when there is one kind only."""
    ranked = sorted((kind for kind in kinds if kinds[kind]), key=lambda kind: len(kinds[kind]))
    return (ranked[-2], ranked[-1]) if len(ranked) > 1 else None


def _one_hit(spots: list[Spot], words: Words) -> Hit:
    return Hit(spots[0], words, tuple(spots[1:]))


def _digits_in_one_number(reading: Reading) -> Iterator[Hit]:
    for passage, match in _spots(reading.passages, _NUMBER):
        if _THAI_DIGIT.search(match[0]) and _ARABIC_DIGIT.search(match[0]):
            yield Hit(
                passage.found(match),
                Words(f"“{match[0]}” มีทั้งเลขไทยและเลขอารบิก", f"“{match[0]}” mixes Thai and Arabic digits"),
            )


def _digits_of_paper(reading: Reading) -> Iterator[Hit]:
    """Figures of the other kind than nearly all, but for those in Latin words."""
    thai: list[Spot] = []
    arabic: list[Spot] = []
    for passage, match in _spots(reading.passages, _NUMBER):
        before = passage.text[: match.start()]
        if _LATIN_NEAR.search(before[-8:]) or _LATIN_FOLLOWS.match(passage.text, match.end()):
            continue
        kinds = bool(_THAI_DIGIT.search(match[0])), bool(_ARABIC_DIGIT.search(match[0]))
        if kinds != (True, True):
            (thai if kinds[0] else arabic).append(passage.found(match))
    few, many = sorted((thai, arabic), key=len)
    if few and len(few) < _FEW * len(many):
        other = Words("เลขไทย", "Thai") if few is arabic else Words("เลขอารบิก", "Arabic")
        yield _one_hit(
            few,
            Words(
                f"เอกสารใช้{other.th}เกือบทั้งหมด แต่มี {len(few)} แห่งที่ไม่ใช่",
                f"nearly all figures are {other.en}, {len(few)} are not",
            ),
        )


def _digits_after_latin(reading: Reading) -> Iterator[Hit]:
    """`PMQA 4.0` and `Factory ๔.๐` in one paper."""
    kinds: dict[str, list[Spot]] = defaultdict(list)
    for passage, match in _spots(reading.passages, _NUMBER):
        if _AFTER_LATIN.search(passage.text[: match.start()][-24:]):
            kind = "thai" if _THAI_DIGIT.search(match[0]) else "arabic"
            kinds[kind].append(_with_word(passage, match))
    rare = _rarer(kinds)
    if rare:
        few, many = kinds[rare[0]], kinds[rare[1]]
        yield _one_hit(
            [*few, *many],
            Words(
                f"เลขหลังคำอังกฤษมีสองแบบ: “{few[0].text}” และ “{many[0].text}”",
                f"figures after English words come in two kinds: “{few[0].text}”, “{many[0].text}”",
            ),
        )


def _with_word(passage: Passage, match: re.Match[str]) -> Spot:
    word = _AFTER_LATIN.search(passage.text[: match.start()])
    return passage.spot(word.start() if word else match.start(), match.end())


def _dashes(reading: Reading) -> Iterator[Hit]:
    kinds: dict[str, list[Spot]] = defaultdict(list)
    for passage in reading.passages:
        for match in _RANGE_DASH.finditer(passage.text):
            if _is_number_part(passage.text, match):
                continue
            kinds[match["sign"].strip()].append(passage.spot(max(match.start() - 14, 0), match.end() + 4))
    rare = _rarer(kinds)
    if rare:
        few = kinds[rare[0]]
        yield _one_hit(
            few,
            Words(
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


def _percent_space(reading: Reading) -> Iterator[Hit]:
    kinds: dict[str, list[Spot]] = defaultdict(list)
    for passage, match in _spots(reading.passages, _PERCENT):
        kinds["spaced" if match["space"] else "joined"].append(
            passage.spot(_number_start(passage.text, match.start()), match.end())
        )
    if kinds["spaced"] and kinds["joined"]:
        yield _one_hit(
            kinds["spaced"],
            Words(
                "เว้นวรรคก่อน % ที่นี่ แต่ที่อื่นไม่เว้น (% ติดกับตัวเลข)",
                "a space before % here, none elsewhere; % joins its number",
            ),
        )


def _number_start(text: str, at: int) -> int:
    while at and re.match(r"[\d๐-๙.,]", text[at - 1]):
        at -= 1
    return at


def _repeat_sign(reading: Reading) -> Iterator[Hit]:
    kinds: dict[str, list[Spot]] = defaultdict(list)
    for passage, match in _spots(reading.passages, _REPEAT):
        kind = "spaced" if match["space"] else "joined"
        kinds[kind].append(passage.spot(max(match.start() - 8, 0), match.end("space") + 1))
    if kinds["joined"]:
        even = "" if kinds["spaced"] else " ทั้งเอกสาร"
        yield _one_hit(
            kinds["joined"],
            Words(
                f"ไม่เว้นวรรคหน้า ๆ {len(kinds['joined'])} แห่ง{even} (เว้น {len(kinds['spaced'])} แห่ง)",
                f"no space before ๆ in {len(kinds['joined'])} places, a space in {len(kinds['spaced'])}",
            ),
        )


def _split_am(reading: Reading) -> Iterator[Hit]:
    for passage in reading.passages:
        spots = [passage.spot(max(m.start() - 3, 0), m.end() + 1) for m in _SPLIT_AM.finditer(passage.text)]
        if spots:
            yield _one_hit(
                spots,
                Words(
                    f"สระอำใน “{spots[0].text}” พิมพ์เป็นนิคหิตกับสระอา ค้นหาและตัดคำไม่ได้",
                    f"ำ in “{spots[0].text}” is typed as two characters and cannot be searched",
                ),
            )


def _bullets(reading: Reading) -> Iterator[Hit]:
    kinds: dict[str, list[Spot]] = defaultdict(list)
    for passage in reading.flow:
        if match := _BULLET.match(passage.text):
            kinds[match["sign"]].append(passage.spot(0, min(len(passage.text), 60)))
    rare = _rarer(kinds)
    if rare:
        few = kinds[rare[0]]
        yield _one_hit(
            few,
            Words(
                f"หัวข้อย่อยใช้ทั้ง “{rare[0]}” ({len(few)} แห่ง) และ “{rare[1]}” ({len(kinds[rare[1]])} แห่ง)",
                f"bullets are both “{rare[0]}” ({len(few)}) and “{rare[1]}” ({len(kinds[rare[1]])})",
            ),
        )


def _clock(reading: Reading) -> Iterator[Hit]:
    for passage in reading.passages:
        for match in _CLOCK.finditer(passage.plain):
            yield Hit(
                passage.found(match),
                Words("เวลาใช้หน่วย “น.” ชม. คือจำนวนชั่วโมง", "a time of day takes น.; ชม. counts hours"),
            )


def _era(reading: Reading) -> Iterator[Hit]:
    kinds: dict[str, list[Spot]] = defaultdict(list)
    for passage in reading.passages:
        for match in _ERA_DATE.finditer(passage.plain):
            kinds["with" if match["era"] else "without"].append(passage.found(match))
    if kinds["with"] and kinds["without"]:
        few = min(kinds["with"], kinds["without"], key=len)
        yield _one_hit(
            few,
            Words(
                f"วันที่เต็มมี พ.ศ. {len(kinds['with'])} แห่ง ไม่มี {len(kinds['without'])} แห่ง",
                f"full dates with พ.ศ.: {len(kinds['with'])}, without: {len(kinds['without'])}",
            ),
        )


def _rule(code: str, severity: str, title: Words, about: Words, remedy: Words, check: object) -> Rule:
    return Rule(code, severity, title, about, remedy, check)  # type: ignore[arg-type]


RULES = (
    _rule(
        "A0901",
        "warning",
        Words("เลขไทยปนเลขอารบิกในจำนวนเดียว", "Thai and Arabic digits in one number"),
        Words("จำนวน เวลา หรือเลขที่ที่มีเลขทั้งสองแบบ", "A number, time or register number with both kinds."),
        Words("พิมพ์จำนวนนั้นใหม่ด้วยเลขแบบเดียว", "type the number in one kind"),
        _digits_in_one_number,
    ),
    _rule(
        "A0902",
        "note",
        Words("เลขต่างแบบจากทั้งเอกสาร", "Figures of another kind than the paper's"),
        Words(
            "เลขที่ไม่ติดคำอังกฤษ เมื่อเลขอีกแบบมีน้อยกว่าหนึ่งในห้า",
            "Figures that do not belong to Latin words, when less than a fifth are of the other kind.",
        ),
        Words("ใช้เลขแบบเดียวทั้งเอกสาร", "use one kind of digits"),
        _digits_of_paper,
    ),
    _rule(
        "A0903",
        "note",
        Words("เลขหลังคำอังกฤษไม่เหมือนกัน", "Figures after English words in two kinds"),
        Words("เช่น PMQA 4.0 กับ Factory ๔.๐ ในเอกสารเดียวกัน", "`PMQA 4.0` and `Factory ๔.๐` in one paper."),
        Words("เลือกแบบเดียว (ที่ติดคำอังกฤษนิยมเลขอารบิก)", "choose one; Arabic is usual beside Latin words"),
        _digits_after_latin,
    ),
    _rule(
        "A0904",
        "note",
        Words("ขีดของช่วงสองแบบ", "Two dashes for ranges"),
        Words("- และ – ระหว่างตัวเลขหรือวันที่", "- and – between figures or dates."),
        Words("ใช้ขีดแบบเดียว", "use one of them"),
        _dashes,
    ),
    _rule(
        "A0905",
        "note",
        Words("เว้นวรรคก่อน % ไม่เหมือนกัน", "A space before % here and none there"),
        Words("% ติดกับตัวเลข", "% joins its number."),
        Words("ลบช่องว่างก่อน %", "take the space out"),
        _percent_space,
    ),
    _rule(
        "A0906",
        "note",
        Words("ไม้ยมกไม่เว้นวรรค", "ๆ without a space before it"),
        Words("ราชบัณฑิตยสภาให้เว้นวรรคหน้าและหลัง ๆ", "The Royal Society sets a space before and after ๆ."),
        Words("เว้นวรรคหน้า ๆ ทุกแห่ง", "set a space before each ๆ"),
        _repeat_sign,
    ),
    _rule(
        "A0907",
        "warning",
        Words("สระอำแยกเป็นสองตัว", "ำ typed as two characters"),
        Words("U+0E4D ตามด้วย U+0E32 แทน U+0E33", "U+0E4D and U+0E32 where U+0E33 belongs."),
        Words("พิมพ์ ำ ใหม่", "type ำ anew"),
        _split_am,
    ),
    _rule(
        "A0908",
        "note",
        Words("สัญลักษณ์หัวข้อย่อยสองแบบ", "Two kinds of bullets"),
        Words("- • ● ต้นย่อหน้านอกตาราง", "- • ● at the start of paragraphs outside tables."),
        Words("ใช้สัญลักษณ์เดียวในระดับเดียวกัน", "use one bullet for one level"),
        _bullets,
    ),
    _rule(
        "A0909",
        "note",
        Words("หน่วยเวลาผิด", "A wrong unit for a time of day"),
        Words("“เวลา ๑๐.๓๐ ชม.”", "`เวลา 10.30 ชม.`"),
        Words("ใช้ น.", "write น."),
        _clock,
    ),
    _rule(
        "A0910",
        "note",
        Words("วันที่มี พ.ศ. บ้างไม่มีบ้าง", "พ.ศ. in some full dates and not in others"),
        Words("วันที่ที่มีวัน เดือน และปีครบ", "Dates with day, month and year."),
        Words("ใส่หรือตัด พ.ศ. ให้เหมือนกัน", "write all dates alike"),
        _era,
    ),
)
