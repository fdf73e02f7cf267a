"""Faults of letters between offices."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_CODE = Message(
    "ใส่รหัส (ตัวเลขหรืออักษรโรมัน) ตามบัญชีรหัสของระบบที่จะส่ง ซึ่งขอได้จากผู้ดูแลระบบ",
    "give the code (digits or Latin letters) of the exchange's own list; its operator has it",
)

MESSAGES = {
    "exchange-no-memo": Entry(
        Message("ข้อมูลนี้ไม่มีบันทึกหรือหนังสือที่จะส่ง", "the input has no memo or letter that could be sent"),
        Message(
            "ใช้ข้อมูลชนิดที่มีบันทึกข้อความ (ช่อง memo) หรือหนังสือภายนอก",
            "use an input that has a memo (the field `memo`), or an external letter",
        ),
    ),
    "exchange-top-secret": Entry(
        Message("หนังสือชั้นลับที่สุดห้ามส่งทางอิเล็กทรอนิกส์ ({rule})", "ลับที่สุด may not be sent electronically ({rule})"),
        Message(
            "ส่งเป็นหนังสือกระดาษตามระเบียบว่าด้วยการรักษาความลับของทางราชการ",
            "send it on paper, as the rule on official secrets says",
        ),
    ),
    "exchange-other-pdf": Entry(
        Message("แฟ้ม PDF นี้ไม่ใช่บันทึกของข้อมูลที่ระบุ", "the PDF is not the memo of this input"),
        Message("ลงนามในฉบับที่ทำจากข้อมูลนี้ หรือทำใหม่แล้วลงนาม", "sign the one that this input makes"),
    ),
    "exchange-changed-pdf": Entry(
        Message("แฟ้ม PDF นี้ถูกแก้ไขหลังจากที่ทำหรือหลังลงนาม", "the PDF was changed since it was made or signed"),
        Message(
            "ดูว่าผิดที่ใดด้วย saraban verify {file} แล้วใช้แฟ้มที่ได้รับจากผู้ลงนาม",
            "see what is wrong with saraban verify {file}, and use the file as the signer sent it",
        ),
    ),
    "exchange-lacks": Entry(
        Message("หนังสือยังไม่มี{name} ({key})", "the letter has no {name} yet ({key})"),
        Message("ใส่ {key} ในข้อมูล", "give {key} in the data"),
    ),
    "exchange-setting": Entry(
        Message("ค่า {name} ใช้ไม่ได้: '{typed}'", "the setting {name} cannot be used: '{typed}'"),
        _CODE,
    ),
    "exchange-setting/missing": Entry(
        Message("ยังไม่ได้ตั้งค่า {name}", "the setting {name} is missing"),
        _CODE,
    ),
}
