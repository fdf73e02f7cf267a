"""The examples of ready kinds with other personal values in them: what of these must go from copies for the
public, and what stays.
"""

OTHER_PERSON = (
    "{title: นางสาว, given: พิมพ์ใจ, surname: ใฝ่เรียนรู้}",
    "{rank: ว่าที่ร้อยตรีหญิง, given: พัฒนา, surname: ประเสริฐศักดิ์ศรีกุล}",
)
"""Another length, another kind of title; and a given name that is a word of every appraisal."""

ORDER = (
    ("0 0000 00011 00 2", "3 1002 00007 00 2"),
    ('"47250"', '"52980"'),
    ('"45000"\n    percent: "3.10"\n', '"51300"\n    percent: "3.25"\n'),
    ('rise: "1400"\n    result: ดีมาก', 'rise: "1670"\n    result: ดี'),
)

CERTIFICATE = (
    OTHER_PERSON,
    ("# citizen_number: 0 0000 00011 39 8", "citizen_number: 3 1002 00007 39 8"),
    ("salary: 35600", "salary: 123456"),
    ("amount: 3500", "amount: 99"),
)

APPRAISAL = (
    OTHER_PERSON,
    ('"102"', '"9"'),
    ("salary: 34560", "salary: 81290"),
    ("value: 92.40", "value: 60.1234"),
    ("steps: 5\n", "steps: 1\n"),
    ("ดำเนินการครบ 5 ขั้นตอน", "ล่าช้ากว่าแผนที่ตั้งไว้มากเพราะเหตุหลายประการ"),
    ("numerator: 32\n    denominator: 34\n", "numerator: 61983\n    denominator: 70219\n"),
    ("32 จาก 34 ฉบับ", "ทำได้ 61,983"),
    ("acknowledged: ลงนามรับทราบ\n", "acknowledged: ไม่ลงนามรับทราบ\n"),
    (
        "acknowledged_on",
        "witness: {person: {title: นาย, given: ชูชัย, surname: เห็นการณ์}, position: นิติกร}\nacknowledged_on",
    ),
    ("what: การทำงานเป็นทีม", "what: ความตรงต่อเวลา"),
    (
        "superior_view: เห็นด้วย",
        "superior_view: มีความเห็นแตกต่าง\nsuperior_comment: ควรได้คะแนนน้อยกว่านี้\n"
        "adjustments: [{amount: -2.5, reason: มาสายบ่อยครั้ง}]\n"
        "gates: [{condition: ไม่ถูกลงโทษทางวินัย, grade: ดี, met: false}]",
    ),
)

READY = {
    "order": (
        ORDER,
        ("3 1002 00007 00 2", "52,980", "51,300", "1,670", "54,650"),
        ("สุภาพร", "เรียบร้อยดี", "86/2569"),
    ),
    "certificate": (
        CERTIFICATE,
        ("ประเสริฐศักดิ์ศรีกุล", "3 1002 00007 39 8", "123,456", "123,555", "หนึ่งแสนสองหมื่นสามพันห้าร้อย"),
        ("ธีรภัทร", "214/2569"),
    ),
    "appraisal": (
        APPRAISAL,
        (
            *("ประเสริฐศักดิ์ศรีกุล", "81,290", "60.1234", "88.27", "61983", "70219", "46.10", "ล่าช้ากว่า"),
            *("ชูชัย", "มาสาย", "วินัย", "ตรงต่อเวลา", "น้อยกว่านี้"),
        ),
        ("ธีรภัทร", "กมลชนก", "การมุ่งผลสัมฤทธิ์2xxxx14xx-"),
    ),
}
"""By kind: the changes, what of them and what comes of them must go, and what stays. Names stay in an order;
what it says of each person's pay does not (a rise is told to each alone). Of an appraisal scores and grade
go: a row of competencies keeps what is expected and its weight.

52,980 + 1,670 = 54,650; 123,456 + 99 = 123,555; 61,983 of 70,219 are 88.27 of a hundred, level 2. Work: 1
(below the first level), 1, 2, 4 of 5 by 30, 30, 20, 20 are 1.8 of 5, 0.36 of the whole, and 0.78 are the
competencies: 4, 4, 5, 4, 3 by 14 and 4, 3, 4 by 10. 70 × 0.36 + 30 × 0.78 = 48.6, and 2.5 less.
"""
