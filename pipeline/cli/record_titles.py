"""What each record is called in Thai, for editors and `docs/input.md`."""

from __future__ import annotations

from pipeline.model.scales import SCALES

RECORD_TITLES = {
    **{scale.__name__: scale.title for scale in SCALES.values()},
    "ActionPlan": "แผนปฏิบัติราชการของส่วนราชการ",
    "Agreement": "คำรับรองการปฏิบัติราชการ",
    "AgreementDimension": "มิติของคำรับรอง",
    "Suppression": "ข้อค้นพบที่ยอมรับ",
    "AuditSettings": "การตรวจทาน",
    "Baseline": "ผลงานปีก่อน",
    "BatchUnit": "หน่วยงานหนึ่งในชุดงาน",
    "Chapter": "หัวข้อของเอกสารประกอบ",
    "Endorsement": "การเกษียนสั่งการ",
    "Fact": "จำนวนที่อ้างถึงในข้อความ",
    "FreeTable": "ตารางในเนื้อความ",
    "Indicator": "ตัวชี้วัด",
    "IndicatorGroup": "กลุ่มตัวชี้วัด",
    "Issue": "ประเด็นยุทธศาสตร์",
    "MemoHead": "หัวบันทึกข้อความ",
    "Office": "ส่วนราชการ",
    "Part": "ตัวชี้วัดย่อย",
    "Party": "คู่สัญญาของคำรับรอง",
    "Passage": "ย่อหน้าและรายการ",
    "Period": "รอบเวลา",
    "Person": "บุคคล",
    "Plan": "แผนกลยุทธ์",
    "PlanDimension": "มิติของแผน",
    "Preparers": "ผู้จัดทำสำเนาคู่ฉบับ",
    "Project": "แผนงาน/โครงการ",
    "ProjectResult": "ผลของแผนงาน/โครงการ",
    "QualityIssue": "ประเด็น PMQA หมวด 5",
    "ReceivingStamp": "ตรารับหนังสือ",
    "ReportFacts": "ข้อมูลบทที่ 1 และ 2 ของรายงาน",
    "Result": "ผลของตัวชี้วัด",
    "Signer": "ผู้ลงนาม",
    "SubjectMemoHead": "หัวบันทึกข้อความและเรื่อง",
    "TableRow": "แถวของตารางเกณฑ์",
    "Unit": "หน่วยงานภายใน",
    "WorkingGroup": "คณะทำงานจัดทำแผน",
}
