"""Faults of keys, certificates and signing."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_VERIFY = Message("ตรวจด้วย saraban verify", "look at the file with saraban verify")

MESSAGES = {
    "pdf-damaged": Entry(
        Message(
            "แฟ้ม PDF เสียหายหรือถูกแก้ไขจนอ่านลายมือชื่อไม่ได้",
            "the PDF is damaged, or was changed so that its signatures cannot be read",
        ),
        Message("ใช้แฟ้มฉบับที่ได้รับจากผู้ลงนาม", "use the file as the signer sent it"),
    ),
    "certificate-dates": Entry(
        Message("ใบรับรอง{how} ({day})", "the certificate {how} ({day})"),
        Message("ขอใบรับรองใหม่จากผู้ออก", "ask its issuer for a new one"),
    ),
    "certificate-usage": Entry(
        Message("ใบรับรองนี้ไม่ได้ออกให้สำหรับลงลายมือชื่อ", "the certificate was not issued for signing"),
        Message(
            "ใช้ใบรับรองสำหรับลงลายมือชื่อ (digitalSignature หรือ nonRepudiation และไม่ใช่ของเครื่องแม่ข่าย)",
            "use one for signing (digitalSignature or nonRepudiation, and not a server's)",
        ),
    ),
    "certificate-authority": Entry(
        Message(
            "ใบรับรองนี้เป็นของผู้ออกใบรับรอง (CA) ไม่ใช่ของผู้ลงนาม",
            "this is the certificate of an issuer (CA), not of a person who signs",
        ),
        Message("ใช้ใบรับรองที่ออกให้ผู้ลงนาม", "use the certificate that was issued to the signer"),
    ),
    "certificate-weak": Entry(
        Message(
            "กุญแจสั้นเกินไป หรือใบรับรองใช้วิธีที่เลิกใช้แล้ว (SHA-1) ทำให้ลายมือชื่อไม่ผ่านการตรวจ",
            "the key is too short, or its certificate of a kind given up (SHA-1): the signature "
            "would be refused",
        ),
        Message(
            "ขอใบรับรองใหม่จากผู้ออก (RSA ตั้งแต่ {limit} บิต หรือ EC)",
            "ask its issuer for a new one (RSA of {limit} bits or more, or EC)",
        ),
    ),
    "key-passphrase": Entry(
        Message("รหัสผ่านของกุญแจไม่ถูกต้อง", "the passphrase of the key is wrong"),
        Message(
            "พิมพ์ใหม่ หรือตรวจ SARABAN_KEY_PASSPHRASE หรือแฟ้มรหัสผ่าน",
            "type it again, or look at SARABAN_KEY_PASSPHRASE or the passphrase file",
        ),
    ),
    "key-format": Entry(
        Message("ไม่มีกุญแจสำหรับลงลายมือชื่อในแฟ้ม", "the file holds no key that signs"),
        Message(
            "ใช้แฟ้ม .p12/.pfx หรือ PEM ที่มีกุญแจส่วนตัวแบบ RSA หรือ EC",
            "give a .p12/.pfx or PEM file with a private RSA or EC key",
        ),
    ),
    "key-certificate": Entry(
        Message("ไม่มีใบรับรองของกุญแจนี้", "there is no certificate of this key"),
        Message("ระบุแฟ้มใบรับรองแบบ PEM ด้วย --certificate", "give its certificate (PEM) with --certificate"),
    ),
    "certificate-format": Entry(
        Message("ไม่มีใบรับรองแบบ PEM ในแฟ้ม", "the file holds no PEM certificate"),
        Message("ใช้แฟ้มที่มี -----BEGIN CERTIFICATE-----", "give one with -----BEGIN CERTIFICATE-----"),
    ),
    "edited/signed": Entry(
        Message("มีแฟ้มชื่อนี้อยู่แล้ว และไม่ใช่เอกสารฉบับที่กำลังลงนาม", "another file of this name exists"),
        Message(
            "ลงนามในแฟ้มนั้นแทน ใช้ชื่ออื่นด้วย --output หรือเขียนทับด้วย --force",
            "sign that one, give another name with --output, or overwrite it with --force",
        ),
    ),
    "signing-forbidden": Entry(
        Message("ลงนามในช่อง {role} ไม่ได้: {reason}", "{role} cannot be signed: {reason}"),
        _VERIFY,
    ),
    "timestamp-server": Entry(
        Message("ขอตราประทับเวลาไม่สำเร็จ: {reason}", "the timestamp server gave none: {reason}"),
        Message(
            "ตรวจที่อยู่และเครือข่าย หรือลงนามโดยไม่ใช้ --timestamp", "check its address, or sign without --timestamp"
        ),
    ),
    "pdf-encrypted": Entry(
        Message("แฟ้ม PDF มีรหัสผ่านหรือเข้ารหัสไว้", "the PDF is encrypted"),
        Message("ใช้แฟ้มที่โปรแกรมทำ ซึ่งไม่เข้ารหัส", "give the file as we wrote it, which is not"),
    ),
    "pdf-unreadable": Entry(
        Message("ไม่ใช่แฟ้ม PDF หรือแฟ้มเสียหาย", "it is no PDF, or a damaged one"),
        Message("ใช้แฟ้ม PDF ที่ทำด้วย saraban", "give a PDF that saraban made"),
    ),
    "no-signature-field": Entry(
        Message("เอกสารนี้ไม่มีช่องลงลายมือชื่อ", "the paper has no place to sign"),
        Message(
            "ลงนามในบันทึกข้อความหรือคำรับรอง หรือใส่ <sign> ในแม่แบบ (docs/signing.md)",
            "sign a memo or an agreement, or put <sign> into the template (docs/signing.md)",
        ),
    ),
    "signature-role": Entry(
        Message("ไม่มีช่องลงลายมือชื่อ '{role}'", "nobody signs as '{role}'"),
        Message("ใช้ --role เป็นหนึ่งใน: {fields}", "give one of these with --role: {fields}"),
    ),
    "signature-role/which": Entry(
        Message("มีช่องที่ยังว่างหลายช่อง", "several places are still empty"),
        Message("ระบุ --role: {fields}", "say which with --role: {fields}"),
    ),
    "already-signed": Entry(Message("ช่อง {role} ลงนามแล้ว", "{role} has signed already"), _VERIFY),
    "already-signed/all": Entry(Message("ทุกช่องลงนามแล้ว", "everybody has signed already"), _VERIFY),
}
