"""Faults of values that contradict one another."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message
from pipeline.diagnostics.messages.common import KNOWN, REMEDY

_SUM = Message(
    "{whose} รวม {sum} ไม่ใช่ {due} {away}{addends}", "{whose} sum to {sum}, not {due}: {away}{addends}"
)
_NO_FORM = Message("ข้อเท็จจริง '{name}' ต้องระบุค่าด้วยวิธีเดียว", "fact '{name}' has no one form")

MESSAGES = {
    "project-lacks": Entry(
        Message(
            "แผนงาน/โครงการ {project} ไม่มี {field} แต่แผนงาน/โครงการอื่นมี",
            "project {project} has no {field}, and others have one",
        ),
        Message("ใส่ {field} หรือ - ถ้าไม่มี", "give {field}, or - if there is none"),
    ),
    "period-order": Entry(
        Message("รอบเริ่ม {start} หลังวันสิ้นสุด {end}", "the period starts {start}, after its end {end}"),
        Message("แก้{first} หรือ{last}", "mend {first} or {last}"),
    ),
    "period-year": Entry(
        Message(
            "รอบ {start} ถึง {end} คร่อมปีงบประมาณ {first} และ {last}",
            "the period {start} to {end} runs from fiscal year {first} into {last}",
        ),
        Message(
            "กำหนดให้อยู่ในปีงบประมาณเดียว เช่น 1 ตุลาคม {before} ถึง 30 กันยายน {last} "
            "ถ้าไม่ได้นับตามปีงบประมาณ ใส่{field} เป็น {choices}",
            "keep it inside one, such as 1 ตุลาคม {before} to 30 กันยายน {last}; if years are "
            "counted otherwise, give {field} as {choices}",
        ),
    ),
    "period-year/named": Entry(
        Message(
            "รอบ {start} ถึง {end} คร่อม{kind} {first} และ {last}",
            "the period {start} to {end} runs from {kind} {first} into {last}",
        ),
        Message(
            "แก้วันแรกหรือวันสุดท้ายของรอบให้อยู่ในปีเดียวกัน หรือแก้แบบของปี",
            "mend the first or the last day so that both lie in one year, or the kind of year",
        ),
    ),
    "years-order": Entry(
        Message("ปีแรก {begins} อยู่หลังปีสุดท้าย {ends}", "the first year {begins} is after the last {ends}"),
        Message("สลับหรือแก้ปีให้ถูกต้อง", "swap or mend the years"),
    ),
    "fact-circle": Entry(
        Message("ข้อเท็จจริงอ้างอิงวนกัน: {way}", "facts go round in a circle: {way}"),
        Message("ใส่จำนวนให้ข้อเท็จจริงหนึ่งในนั้น แทนการอ้างถึงข้อเท็จจริงอื่น", "give one of them a counted number"),
    ),
    "fact-of-zero": Entry(
        Message(
            "ข้อเท็จจริง '{fact}' เป็นร้อยละของ '{whole}' ซึ่งเป็น 0",
            "fact '{fact}' is a percentage of '{whole}', which is 0",
        ),
        Message("แก้ตัวหาร หรือลบข้อเท็จจริงนี้", "mend the denominator, or delete the fact"),
    ),
    "urgency-without-date": Entry(
        Message("ชั้นความเร็ว ด่วนภายใน ต้องระบุวันที่หนังสือต้องถึงผู้รับ", "ด่วนภายใน must say by which day"),
        Message("ใส่ {date} (และ {time} ถ้ามี)", "give {date}, and {time} if there is one"),
    ),
    "date-without-urgency": Entry(
        Message(
            "มีวันหรือเวลาที่ต้องถึงผู้รับ แต่ชั้นความเร็วไม่ใช่ ด่วนภายใน",
            "a day or time to reach the addressee is given, but the urgency is not ด่วนภายใน",
        ),
        Message("ใส่ {mark} หรือลบ {date} และ {time} ออก", "give {mark}, or delete {date} and {time}"),
    ),
    "negative-count": Entry(
        Message("{what}เป็นจำนวนติดลบ: {typed}", "{what} is a negative count: {typed}"),
        Message("แก้เป็นจำนวนตั้งแต่ 0 ขึ้นไป", "type a number of 0 or more"),
    ),
    "fraction-or-percent": Entry(
        Message(
            "ไม่แน่ชัดว่า {value} หมายถึงร้อยละ {hundredfold} หรือร้อยละ {value}",
            "is {value} meant as {hundredfold} per cent, or as {value} per cent?",
        ),
        Message("พิมพ์ {hundredfold} หรือ {value}% ให้ชัด", "type {hundredfold}, or {value}% if it is that"),
    ),
    "hundredfold": Entry(
        Message("ผลร้อยละ {value} เกินสิบเท่าของเกณฑ์", "{value} per cent is more than ten times the scale"),
        Message(
            "พิมพ์ {meant} ถ้าหมายถึงร้อยละ {meant} (ตัวเลขที่พิมพ์ก่อนตั้งรูปแบบเซลล์เป็น % จะแสดงเป็น 100 เท่า)",
            "type {meant} if that is meant: a cell set to % after typing shows a hundredfold",
        ),
    ),
    "percent-of-count": Entry(
        Message(
            "ตัวชี้วัดนี้ไม่ได้วัดเป็นร้อยละ แต่ผลมีเครื่องหมาย %", "this is not measured in per cent, yet its result is"
        ),
        Message("พิมพ์จำนวนหรือระดับที่วัดได้ โดยไม่มี %", "type the count or level measured, without %"),
    ),
    "unknown-name/misspelt": Entry(
        Message(
            "ไม่มีที่ใดใช้รหัส '{unused}' แต่มี {places} แห่งใช้รหัส '{name}'",
            "nothing refers to '{unused}', but {places} places refer to '{name}'",
        ),
        Message("แก้เป็น '{name}' ถ้าเป็นหน่วยงานเดียวกัน", "make it '{name}' if the same unit is meant"),
    ),
    "unknown-name/year": Entry(
        Message("ไม่มี{what} '{year}'", "no {what} '{year}'"),
        Message(
            "แก้ปีนี้ หรือเพิ่มใน {field}{sheet} ซึ่งมีอยู่: {listed}",
            "mend the year, or add it to {field}{sheet}, which lists: {listed}",
        ),
    ),
    "unknown-name": Entry(
        Message("ไม่มี{what} '{name}'", "no {what} '{name}'"),
        KNOWN,
    ),
    "duplicate": Entry(
        Message("{what} '{name}' ซ้ำกับที่ {where}", "{what} '{name}' again, as at {where}"),
        Message("แก้หรือลบรายการที่ซ้ำ", "mend or delete one of the two"),
    ),
    "achievement-scale": Entry(
        Message(
            "สัดส่วนผลสำเร็จของ '{project}' เป็น {ratio} แต่เกณฑ์แบบ {kind} ไม่ได้วัดเป็นร้อยละ",
            "the achievement of '{project}' is {ratio}, which a scale of the type {kind} lacks",
        ),
        Message(
            "ให้ {field} เป็น {level} หรือเปลี่ยนเกณฑ์เป็น {measuring}",
            "make {field} {level}, or the scale {measuring}",
        ),
    ),
    "composite-result": Entry(
        Message(
            "ตัวชี้วัดที่ {indicator} คิดจากตัวชี้วัดย่อย จึงใส่ผลที่ตัวชี้วัดเองไม่ได้",
            "indicator {indicator} is scored from its parts and takes no result of its own",
        ),
        Message("ใส่ผลของตัวชี้วัดย่อย: {listed}", "give the results of its parts: {listed}"),
    ),
    "composite-result/status": Entry(
        Message(
            "ตัวชี้วัดที่ {indicator} มีสถานะ {status} ทั้งตัว แต่มีผลของตัวชี้วัดย่อย {named}",
            "indicator {indicator} is {status} as a whole, yet its parts {named} have results",
        ),
        Message("เหลือไว้อย่างใดอย่างหนึ่ง", "keep the one or the other"),
    ),
    "weight-sum": Entry(
        Message(
            "น้ำหนักนี้เป็น {is_} แต่{slip} รวม {below} และ{whole} รวม {sum} ไม่ใช่ {due}",
            "this weight is {is_}, but {slip} sum to {below}, and {whole} to {sum}, not {due}",
        ),
        Message("แก้เป็น {below} ถ้าน้ำหนักอื่นถูกต้องแล้ว", "make it {below} if the other weights are right"),
    ),
    "scale-or-parts": Entry(
        Message(
            "ตัวชี้วัดที่ {indicator} {has}{scale} {joined}{of_parts}",
            "indicator {indicator} {has} {scale} {joined} {of_parts}",
        ),
        Message("ให้มี{scale} หรือ{of_parts} อย่างใดอย่างหนึ่ง", "give it either {scale} or {of_parts}"),
    ),
    "weight-sum/off": Entry(
        _SUM,
        Message("แก้น้ำหนักให้รวมกันได้ {due}", "make the weights sum to {due}"),
    ),
    "weight-sum/fractions": Entry(
        _SUM,
        Message(
            "น้ำหนักเป็นสัดส่วน: พิมพ์ 17.5 หรือ 17.5% แทน 0.175 ให้รวมกันได้ {due}",
            "they are fractions: type 17.5 or 17.5% for 0.175, so that they sum to {due}",
        ),
    ),
    "fact-form": Entry(
        _NO_FORM,
        Message(
            "ระบุอย่างใดอย่างหนึ่ง: จำนวน หรือ sum: [ชื่อ, …] หรือ percent: [ตัวตั้ง, ตัวหาร]",
            "give it a number, or sum: [names], or percent: [numerator, denominator]",
        ),
    ),
    "fact-form/table": Entry(
        _NO_FORM,
        Message(
            "ใส่อย่างใดอย่างหนึ่ง: {value} หรือ {total} (ชื่อของจำนวนอื่น คั่นด้วยจุลภาค) หรือ {percent} (ตัวตั้ง, ตัวหาร)",
            "fill in one of: {value}, {total} (names of others), or {percent} (numerator, denominator)",
        ),
    ),
    "preparers-without-file-copy": Entry(
        Message(
            "มีผู้ร่าง ผู้พิมพ์ ผู้ตรวจ แต่บันทึกนี้ไม่ใช่สำเนาคู่ฉบับ",
            "those who drafted, typed and checked are named, but the memo is no file copy",
        ),
        REMEDY,
    ),
    "certifier-without-copy": Entry(
        Message("มีผู้รับรองสำเนา แต่บันทึกนี้ไม่ใช่สำเนา", "somebody certifies a copy, but the memo is no copy"),
        REMEDY,
    ),
    "cited-after-memo": Entry(
        Message(
            "หนังสือที่อ้างถึงลงวันที่ {date} หลังวันที่ของบันทึก {memo}",
            "the letter referred to is dated {date}, after the memo's own date {memo}",
        ),
        Message("แก้วันที่ใดวันที่หนึ่ง", "mend one of the two dates"),
    ),
}
