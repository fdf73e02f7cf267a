"""What a line end costs, from 0 to 1000: a scale that the line maker and the rules share.

Up to `OFFICIAL` a cost is weighed against the white that a line would be left with; a line stands half empty
before `RELUCTANT`; from `LAST_RESORT` on a place is taken only where nothing else fits.
"""

SPACE = 0
"""A line ends best at a space between phrases."""
WORD = 60
"""Between two ordinary words."""
COMPOUND = 180
"""Beside a bracket that no space parts from its word."""
CLINGING = 180
"""After a word that belongs to what follows, ที่ และ ของ ใน, and after the stroke of แผนงาน/โครงการ."""
UNIT_NAME = 420
"""Inside the name of an office or unit: long, so that it yields before a line stands half empty."""
CLOSING_WORD = 420
"""Before a short word that closes a phrase, เรียบร้อย|แล้ว, or would be all that a paragraph's last line has."""
OFFICIAL = 500
"""At a mark `|` inside a word of the lexicon, inside a long word of the dictionary, and between a compound
and a short word, which may belong to it: ข้าราชการ|ใหม่."""
RELUCTANT = 600
"""Between a word and what it counts, ผู้เสียชีวิต ๒ ราย, and between two short words that may be one."""
LAST_RESORT = 700
"""From here on a place is taken only where nothing else fits."""
DOUBTFUL = 700
"""Where the two segmenters disagree: it may stand inside a name or a foreign word."""
INSIDE_WORD = 740
"""Where two words are one word together, ดำเนิน|การ, and after a prefix: การ|บริหาร, แผน|ยุทธศาสตร์."""
DATE_YEAR = 780
"""Before the year of a date: the cheapest no-break place; it yields before a day leaves its month."""
NO_BREAK = 800
"""Between the parts of a date and of a range, which yield before other no-break places."""
FIRM = 850
"""Between what reads as one: พ.ศ. and its year, a number and its unit."""
NAME = 900
"""Inside the name of a person."""
LABEL = 950
"""Between the number of a list or heading and its text."""
