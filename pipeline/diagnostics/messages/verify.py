"""Faults of papers that are held against their data."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "not-this-paper": Entry(
        Message(
            "ข้อความในแฟ้มไม่ใช่เอกสารของข้อมูลชุดนี้ (ข้อมูลนี้มี: {papers})",
            "the file's text is none of the papers of these data (they make: {papers})",
        ),
        Message(
            "ตรวจว่าเลือกแฟ้มและข้อมูลถูกชุด หรือระบุเอกสารด้วย --paper",
            "check that file and data belong together, or name the paper with --paper",
        ),
    ),
    "signer-name": Entry(
        Message(
            "ชื่อในใบรับรอง ({name}) ไม่ใช่ชื่อที่ช่องนี้: {signer}",
            "the certificate names {name}, and this place is for: {signer}",
        ),
        Message(
            "ใช้กุญแจของผู้มีชื่อในช่องนี้ หรือเลือกช่องด้วย --role ถ้าลงนามแทน ให้ระบุเหตุด้วย --reason",
            "use that person's key, or choose the place with --role; who signs for another gives --reason",
        ),
    ),
    "paper-changed": Entry(
        Message("เอกสารถูกแก้ไขหลังจากที่โปรแกรมทำ", "the paper was changed since it was made"),
        Message(
            "ตรวจด้วย saraban verify แล้วทำเอกสารใหม่จากข้อมูลก่อนลงนาม",
            "look at it with saraban verify, and make it anew from its data before it is signed",
        ),
    ),
    "signed-early": Entry(
        Message(
            "วันนี้มาก่อนวันที่ของเอกสาร ({date}) เกินเจ็ดวัน",
            "today is more than a week before the paper's date ({date})",
        ),
        Message("ตรวจนาฬิกาของเครื่องและวันที่ในเอกสาร", "check the clock of this machine, and the paper's date"),
    ),
    "signature-unsound": Entry(
        Message(
            "ลายมือชื่อที่มีอยู่แล้วใช้ไม่ได้ หรือเอกสารถูกแก้ไขหลังลงนาม: {signer} ({role})",
            "a signature does not hold, or the paper was changed since: {signer} ({role})",
        ),
        Message("ตรวจด้วย saraban verify ก่อนลงนาม", "look at it with saraban verify before you sign"),
    ),
}
