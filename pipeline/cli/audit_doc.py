"""`docs/audit.md`: every rule of the audit, made from the table of rules."""

from __future__ import annotations

from itertools import groupby

from pipeline.audit.findings import SEVERITIES, Rule
from pipeline.audit.table import FAMILIES, RULES
from pipeline.model.doubts import RULES as RULES_OF_DOUBT
from pipeline.model.doubts.doubt import DoubtRule

_GUIDE = """# การตรวจทาน / The audit

หน้านี้สร้างจากโปรแกรมด้วย `saraban audit --rules` จึงตรงกับกฎที่ใช้จริงเสมอ
This page is made by `saraban audit --rules`: every rule, with what it looks at and when it keeps silent.

    saraban audit งานของฉัน                     ตรวจข้อมูลและเอกสารทุกฉบับที่ข้อมูลนั้นทำ / data and all its papers
    saraban audit บันทึก.docx รายงาน.pdf         ตรวจเอกสารที่ทำเสร็จแล้ว แฟ้มละครั้ง / finished papers, each alone
    saraban audit --together บันทึก.docx รายงาน.pdf   ตรวจเทียบกันทุกแฟ้ม / held against one another
    saraban audit เอกสาร.txt --json              สำหรับโปรแกรม / for programs
    saraban render งานของฉัน --strict            ไม่เขียนแฟ้มเมื่อพบข้อผิด / writes nothing while there is an error

รหัสจบการทำงานคือ 8 เมื่อมีข้อ “ผิด” หรือ “ต้องยืนยัน” ที่ยังไม่ยอมรับ (ดู [exit-codes.md](exit-codes.md))
The exit code is 8 when there is an error or a doubt that nobody accepted.

| ความรุนแรง / severity | ความหมาย | meaning |
|---|---|---|
| ผิด / error | เอกสารขัดกันเอง ขัดกับปฏิทินหรือการคำนวณ | it contradicts itself, the calendar or arithmetic |
| ต้องยืนยัน / doubt | ข้อมูลน่าจะพลาด ยังลงนามไม่ได้จนกว่าจะยอมรับ | asked about before anything is signed |
| น่าสงสัย / warning | น่าจะผิด ต้องมีคนดู | most likely a slip; a person must look |
| ข้อสังเกต / note | รูปแบบไม่สม่ำเสมอ | the form is uneven |

## ข้อยกเว้น / Exceptions

สิ่งที่สำนักงานยอมรับเขียนไว้ที่เดียวพร้อมเหตุผล ในข้อมูล (แฟ้มใดก็ได้ของโฟลเดอร์) ข้อที่ยอมรับยังแสดงอยู่ในรายการ
What the office lets stand is written in one place with its reason. Accepted findings stay listed.

```yaml
# แฟ้ม audit.yaml ในโฟลเดอร์ข้อมูล / a file audit.yaml in the folder of data
audit:
  allow:
    - code: A0101                  # รหัสของกฎ / the rule's code
      where: ร้อยละ 85.71          # ส่วนหนึ่งของข้อความ เหตุผล หรือตำแหน่ง เลขไทยหรืออารบิก
                                   # a part of the words, the reason or the place
      reason: สัดส่วนผลสำเร็จของแผนนี้คือร้อยละที่วัดได้จริง   # ต้องมี / required
    - code: A0703
      where: plan.yaml:81          # ตำแหน่งตามที่ saraban audit แสดง / the place as shown
      reason: เกณฑ์ตามแผนที่อนุมัติแล้ว
    - code: A0906                  # ไม่มี where: ทุกแห่งของรหัสนี้ / without `where`: all of this code
      reason: สำนักงานเขียน ๆ ติดกับคำหน้า
```

ในสมุดงาน เขียนในแผ่นงาน `ข้อยกเว้น` ข้อที่ยอมรับอยู่ใต้ “ยอมรับแล้ว” ในรายการ
มี `"accepted"` ใน `--json` และเป็นสีเขียวใน `check --annotate`
In a workbook they stand on the sheet `ข้อยกเว้น`. Accepted findings are listed last under “accepted”,
have `"accepted"` in `--json`, and are green in the copy of `check --annotate`.

สำหรับเอกสารที่ทำเสร็จแล้ว เขียน `allow:` เช่นเดียวกันในแฟ้มหนึ่ง แล้วใช้ `--allow แฟ้ม.yaml`
For finished papers write the same `allow:` in a file and give it with `--allow FILE.yaml`.

- `A0001` (ผิด / error) ข้อยกเว้นไม่มีเหตุผล จึงไม่มีผล / An exception without a reason, which accepts nothing.
- `A0002` (น่าสงสัย / warning) ข้อยกเว้นไม่ตรงกับข้อค้นพบใด / An exception that matches nothing.
- `A0003` (น่าสงสัย / warning) ไม่มีรหัสที่ข้อยกเว้นบอก / An exception of a code that does not exist.

## ข้อที่ต้องยืนยัน / Doubts

สิ่งที่อยู่ในข้อมูล ซึ่งอาจถูกแต่น่าจะพลาด `check` (รวม `--json` `--annotate`) `render` `batch` และโต๊ะทำงานถามไว้ที่ช่องนั้น
เอกสารยังทำให้อ่านได้ แต่ `bundle` `exchange` `sign` ชุดพิมพ์ลงนามและ zip บนโต๊ะทำงานปฏิเสธ จนกว่าจะแก้
หรือยอมรับพร้อมเหตุผลด้วยข้อยกเว้นข้างต้น (รหัส `D…`) ที่ยอมรับแล้วยังแสดงอยู่ `sign` ตรวจจากข้อมูลที่แนบอยู่ใน PDF เอง
What stands in the data and may be right, but most likely is a slip. `check` (also `--json`, `--annotate`),
`render`, `batch` and the desk ask about it at its cell. Papers are made for reading; `bundle`, `exchange`,
`sign`, and the desk's bundles and zips refuse until it is mended, or accepted with a reason by an exception
as above (codes `D…`), which stays listed. `sign` looks at the data inside the PDF itself.

@@DOUBTS@@
"""


def audit_doc() -> str:
    """The whole page, in Markdown: the guide, then each rule under its family."""
    doubts = "\n\n".join("\n".join(_section(RULES_OF_DOUBT[code])) for code in sorted(RULES_OF_DOUBT))
    lines = [_GUIDE.rstrip().replace("@@DOUBTS@@", doubts)]
    for number, members in groupby(RULES, key=lambda rule: rule.family):
        family = FAMILIES[number]
        lines += ["", f"## {number}. {family.th} / {family.en}"]
        for rule in members:
            lines += ["", *_section(rule)]
    return "\n".join(lines) + "\n"


def _section(rule: Rule | DoubtRule) -> list[str]:
    """One rule: of a doubt, what is asked stands where a remedy does."""
    severity = SEVERITIES["doubt" if isinstance(rule, DoubtRule) else rule.severity]
    remedy = rule.ask if isinstance(rule, DoubtRule) else rule.remedy
    return [
        f"### {rule.code} {rule.title.th}",
        "",
        f"**{rule.title.en}** · {severity.th} / {severity.en}",
        "",
        rule.about.th,
        "",
        rule.about.en,
        "",
        f"→ {remedy.th} / {remedy.en}",
    ]
