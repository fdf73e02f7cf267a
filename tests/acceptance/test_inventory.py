"""Each block of the two real papers stands in ours, in DOCX and in PDF, in order.

The blocks and their ids are those of `domain.md` §3.1 and §3.2; the text is the seed's, repaired
(docs/seed-repairs.md), with the line of the seed beside it.
"""

import pytest
from rendered_papers import W, paragraph_text, squeezed

MEMO = [
    ("A03 title, line 15", "บันทึกข้อความ"),
    ("A04 file number, line 17", "๕๓๕๗/๑๙"),
    ("A05 agency, line 19", "ส่วนราชการ กลุ่มบริหารทรัพยากรบุคคล กบค. สปอ. โทร. ๓๐๙๒, ๓๒๕๓ โทรสาร ๓๐๕๖"),
    ("A06 number and date, line 21", "ที่ อก ๐๒๑๐(๒)/๑๕๓๙ วันที่ ๒๐ พฤษภาคม ๒๕๖๓"),
    (
        "A07 subject, lines 23-25",
        "เรื่อง รายงานผลการดำเนินการตามแผนกลยุทธ์การบริหารทรัพยากรบุคคลของ สปอ. "
        "ปีงบประมาณ พ.ศ. ๒๕๖๓ ไตรมาส ๒ รอบ ๖ เดือน",
    ),
    ("A08 addressee, line 27", "เรียน ปกอ. ผ่าน ผช.ปกอ."),
    (
        "A09 cause, line 29",
        "ตามที่ ปกอ. ได้พิจารณาให้ความเห็นชอบแผนกลยุทธ์การบริหารทรัพยากรบุคคล สปอ. ปีงบประมาณ พ.ศ. ๒๕๖๓ - ๒๕๖๔",
    ),
    ("A10 purpose, line 31", "ในการนี้ หน่วยงานที่รับผิดชอบแผนงาน/โครงการตามแผนกลยุทธ์ฯ ได้รายงานผลการดำเนินงาน"),
    ("A10 period, line 31", "(๑ ตุลาคม ๒๕๖๒ - ๓๑ มีนาคม ๒๕๖๓)"),
    (
        "A11 table header, line 33",
        "เป้าประสงค์เชิงกลยุทธ์ แผนงาน/โครงการ ตัวชี้วัด ผลการดำเนินการรอบ ๖ เดือน สัดส่วนผลสำเร็จ",
    ),
    ("A11 band 1, line 34", "มิติที่ ๑ ความสอดคล้องเชิงยุทธศาสตร์"),
    ("A11 row 2, line 36", "สปอ. ได้ดำเนินการเกลี่ยอัตรากำลังให้มีความเหมาะสม จำนวน ๒ ตำแหน่ง"),
    ("A11 band 3, line 42", "มิติที่ ๓ ประสิทธิผลของการบริหารทรัพยากรบุคคล"),
    ("A11 row 7, line 47", "โดยกำหนดจัดกิจกรรม จำนวน ๗ ครั้ง ซึ่งปัจจุบันได้ดำเนินการเสร็จเรียบร้อยแล้ว จำนวน ๖ ครั้ง ๘๕.๗๑%"),
    ("A12 attachment, line 53", "โดยมีรายละเอียดปรากฏตามเอกสารที่แนบมาพร้อมนี้"),
    ("A13 close, line 55", "จึงเรียนมาเพื่อโปรดทราบ"),
    ("A15 proposer, lines 59-61", "(นางสาวสุวิทย์ โฆภณ) ผู้อำนวยการกองบริหารทรัพยากรบุคคล"),
    ("A14 order, line 57", "ทราบ"),
    ("A16 initials, line 63", "กช กช"),
    ("A17 approver, lines 65-69", "(นายกอบชัย สังสิทธิสวัสดิ์) ปลัดกระทรวงอุตสาหกรรม ๒๑ พ.ค. ๒๕๖๓"),
]
REPORT = [
    (
        "A18 title, lines 73-75",
        "รายงานผลการดำเนินการตามแผนกลยุทธ์ การบริหารทรัพยากรบุคคล (HR Scorecard) สำนักงานปลัดกระทรวงอุตสาหกรรม",
    ),
    ("A18 round, lines 76-78", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ไตรมาส ๒ รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๒ - ๓๑ มีนาคม ๒๕๖๓)"),
    ("A19 chapter 1, line 80", "๑. หลักการและเหตุผล"),
    (
        "A19 text, line 82",
        "เพื่อเสริมสร้างระบบการบริหารงานบุคคลขององค์กรให้มีความเข้มแข็ง สร้างความพึงพอใจให้กับข้าราชการและบุคลากร",
    ),
    ("A20 plan of 5 years, line 84", "๑.๑ แผนปฏิบัติราชการ ๕ ปี พ.ศ. ๒๕๖๐ - ๒๕๖๔ ของสำนักงานปลัดกระทรวงอุตสาหกรรม"),
    ("A20 vision, line 86", "“ภาคอุตสาหกรรมมีผลิตภาพปัจจัยการผลิตรวมเพิ่มขึ้น ร้อยละ ๒.๕ ภายในปี ๒๕๖๔”"),
    ("A20 mission 4, line 93", "๔) ยกระดับศักยภาพธุรกิจอุตสาหกรรมให้สามารถแข่งขันและอยู่ร่วมกับสังคมและชุมชนได้"),
    ("A20 strategy 4, line 100", "ยุทธศาสตร์ที่ ๔ การพัฒนาสมรรถนะองค์กรเพื่อให้บริการอย่างมีคุณภาพ"),
    ("A21 PMQA, line 102", "หมวด ๕ การมุ่งเน้นบุคลากร กำหนดให้ส่วนราชการมีนโยบายและระบบการบริหารจัดการด้านบุคลากร"),
    (
        "A21 table, lines 104-108",
        "ประเด็นการพัฒนา กรอบการประเมิน ๑. ระบบการจัดการบุคลากรตอบสนองยุทธศาสตร์และสร้างแรงจูงใจ",
    ),
    ("A22 regulation, line 110", "โดยมีการกำหนดองค์ประกอบของระบบ HR Scorecard ใน ๔ ด้าน ดังนี้"),
    ("A22 standard, line 112", "๑) มาตรฐานความสำเร็จของระบบบริหารทรัพยากรบุคคล (HR Standard for Success)"),
    ("A22 dimensions, lines 114-122", "มิติที่ ๕ คุณภาพชีวิตและความสมดุลระหว่างชีวิตกับการทำงาน"),
    ("A22 evidence, line 128", "๔) ผลการดำเนินงาน (Evidence Application and Reports)"),
    (
        "A23 chapter 2, lines 130-132",
        "๒. ขั้นตอนการดำเนินการ ๑. ทบทวนแผนกลยุทธ์การบริหารทรัพยากรบุคคล ปีงบประมาณ พ.ศ. ๒๕๖๒ - ๒๕๖๔",
    ),
    ("A23 step 4, line 138", "๔. รายงานผลการดำเนินการตามแผนกลยุทธ์ฯ ปีงบประมาณ พ.ศ. ๒๕๖๓"),
    ("A24 PMQA 4.0, line 140", "ในการเป็นระบบราชการ ๔.๐ (PMQA 4.0)"),
    ("A24 review, line 147", "สำนักงานปลัดกระทรวงอุตสาหกรรมจึงต้องมีการทบทวนแผนกลยุทธ์ฯ"),
    ("A25 lead, line 149", "๒.๒ การจัดทำร่างแผนกลยุทธ์การบริหารทรัพยากรบุคคล"),
    ("A25 issue 1, line 154", "ประเด็นที่ ๑ พัฒนาระบบในสายอาชีพ (Career development plan)"),
    ("A25 issue 10, line 183", "ประเด็นที่ ๑๐ เสริมสร้างความผาสุกและความผูกพันของบุคลากรในองค์กร"),
    ("A26 lead, line 185", "โดยกำหนดเป็น ๕ ระดับ เพื่อให้ทราบว่าแผนงาน/โครงการที่กำหนดไว้"),
    ("A26 header, line 187", "แผนงาน/โครงการ กิจกรรม/ขั้นตอน การติดตามผล ค่าน้ำหนัก/ผู้รับผิดชอบ"),
    ("A26 level 5, line 188", "ระดับ ๕ เสนอผู้บริหารให้ความเห็นชอบ"),
    ("A26 weight and unit of the last row, line 203", "๒๐ กบค."),
    ("A27 order, line 205", "ได้มีคำสั่ง ที่ ๒๔๖/๒๕๖๑ ลงวันที่ ๑๕ สิงหาคม ๒๕๖๑ แต่งตั้งคณะทำงาน"),
    ("A27 approval, line 205", "ได้พิจารณาให้ความเห็นชอบร่างแผนฯ ดังกล่าวเรียบร้อยแล้ว เมื่อวันที่ ๑๕ พฤศจิกายน ๒๕๖๒"),
    ("A28 lead, line 207", "๒.๔ สำนักงานปลัดกระทรวงอุตสาหกรรมได้มีการดำเนินการตามแผนปฏิบัติการ"),
    ("A29 A30 project 1, line 211", "๑. การจัดทำคู่มือเส้นทางความก้าวหน้าในสายอาชีพของข้าราชการ เป้าประสงค์"),
    (
        "A32 conclusion 1, line 226",
        "อยู่ในระดับ ๓ ตามการติดตามผลของแผนปฏิบัติการ หรือคิดเป็นร้อยละ ๖๐ และจะรายงานผลให้ทราบในระยะต่อไป",
    ),
    ("A31 break-down, lines 242-246", "จำนวน ๒๙ อัตรา"),
    (
        "A32 conclusion 2, line 252, without the promise",
        "อยู่ในระดับ ๕ ตามการติดตามผลของแผนปฏิบัติการ หรือคิดเป็นร้อยละ ๑๐๐ ปัญหา/อุปสรรค - ไม่มี",
    ),
    ("A30 project 4 in progress, line 304", "สรุป อยู่ระหว่างดำเนินการ และจะรายงานผลให้ทราบในระยะต่อไป"),
    ("A31 courses, lines 325-342", "ประกอบด้วย ๑๓ หลักสูตร ดังนี้"),
    ("A31 course 13, line 342", "หลักสูตรการปฐมนิเทศข้าราชการใหม่ รุ่นที่ ๙"),
    ("A31 event 3 in 2563, line 417", "ระหว่างวันที่ ๒๗ - ๒๙ มกราคม ๒๕๖๓"),
    ("A32 conclusion 7, line 427", "อยู่ในระดับ ๔ ตามการติดตามผลของแผนปฏิบัติการ หรือคิดเป็นร้อยละ ๘๕.๗๑"),
    (
        "A30 project 9, line 468",
        "๑. การดำเนินการตามแผนสร้างความผาสุกและความผูกพันของบุคลากรในสำนักงานปลัดกระทรวงอุตสาหกรรม",
    ),
    ("A31 provinces, line 501", "ส่วนภูมิภาค จำนวน ๖๗ จังหวัด"),
    ("summary that the seed lacks", "รวมทุกมิติ ๑๐๐ ๔.๐๐๐๐ ๘๐.๗๑ ๓.๒๐๐๐"),
]
AGREEMENT = [
    (
        "B01 title, lines 5-8",
        "คำรับรองการปฏิบัติราชการ สำนักงานปลัดกระทรวง กระทรวงอุตสาหกรรม ประจำปีงบประมาณ พ.ศ. 2547",
    ),
    (
        "B02 parties, lines 10-24",
        "1. คำรับรองระหว่าง นายพินิจ จารุสมบัติ รัฐมนตรีว่าการกระทรวงอุตสาหกรรม ผู้รับคำรับรอง และ นายมนู เลียวไพโรจน์",
    ),
    (
        "B03 clause 2, line 26",
        "2. คำรับรองนี้เป็นคำรับรองฝ่ายเดียว มิใช่สัญญาและใช้สำหรับระยะเวลา 1 ปี "
        "เริ่มตั้งแต่วันที่ 1 ตุลาคม 2546 ถึงวันที่ 30 กันยายน 2547",
    ),
    ("B03 clause 3, line 27", "3. รายละเอียดของคำรับรอง ได้แก่"),
    ("B03 clause 4, line 28", "กำกับ และตรวจสอบผลการปฏิบัติราชการของ นายมนู เลียวไพโรจน์"),
    ("B04 clause 5, line 30", "ได้ทำความเข้าใจคำรับรองตามข้อ 3 แล้ว"),
    ("B04 clause 6, line 31", "6. ผู้รับคำรับรองและผู้ทำคำรับรองได้เข้าใจคำรับรองการปฏิบัติราชการและเห็นพ้องกันแล้ว"),
    ("B05 receiver, lines 35-39", "(นายพินิจ จารุสมบัติ) รัฐมนตรีว่าการกระทรวงอุตสาหกรรม"),
    ("B05 maker, lines 43-47", "(นายมนู เลียวไพโรจน์) ปลัดกระทรวงอุตสาหกรรม วันที่ 30 ธันวาคม 2546"),
]
ANNEXES = [
    ("B06 heading, line 49", "ยุทธศาสตร์และแนวทางการพัฒนาการปฏิบัติราชการของสำนักงานปลัดกระทรวงอุตสาหกรรม"),
    ("B07 mission, line 52", "1. ดำเนินการให้กระทรวงอุตสาหกรรมเป็นองค์กรแห่งการเรียนรู้"),
    ("B07 targets, line 60", "บุคลากรที่ได้รับการอบรมและผ่านการทดสอบในปีงบประมาณ พ.ศ. 2547 ร้อยละ 80"),
    ("B08 heading, line 80", "แนวทางการพัฒนาการปฏิบัติราชการของสำนักงานปลัดกระทรวงอุตสาหกรรม"),
    ("B09 rules, line 82", "แนวทางการแก้ไขหรือยกเลิกกฎระเบียบ"),
    ("B09 one stop, line 99", "One Stop Service Center"),
    ("B09 manpower, line 121", "การทำสัญญาจ้างบุคคล หรือคณะบุคคลภายนอกมาเป็นพนักงานราชการ"),
    ("B10 frame, line 123", "ประกอบด้วย กรอบน้ำหนัก 4 ส่วน น้ำหนักรวมร้อยละ 100 ดังนี้"),
    ("B10 weight 4, line 128", "มิติที่ 4 มิติด้านการพัฒนาองค์กร ร้อยละ 8"),
    ("B11 total, line 138", "รวม 100"),
    ("B12 groups, lines 140-145", "ตัวชี้วัดผลการปฏิบัติราชการตามแผนยุทธศาสตร์ของส่วนราชการ ร้อยละ 50*"),
    ("B12 note, line 145", "ได้ลงนามคำรับรองการปฏิบัติราชการไปแล้วเมื่อวันที่ 29 พฤศจิกายน 2546"),
    ("B13 indicator 2, line 153", "ได้ตามแผน 17.5 - - 60 70 80 90 100"),
    ("B14 indicator 4, line 159", "(ตามเอกสารงบประมาณรายจ่าย) 20 - - 80 85 90 95 100"),
    ("B15 indicator 5, line 166", "ร้อยละของงบประมาณที่สามารถประหยัดได้ 2 7.15 2.10 0 5 10 15 20"),
    ("B16 indicator 12, line 179", "ร้อยละของระดับความพึงพอใจของผู้รับบริการ 2 - - 40 50 60 70 80"),
    ("B17 indicator 16.1, line 191", "1 - - 0.00 1.25 2.50 3.75 5.00"),
    ("B17 indicator 18, line 195", "ระดับความสำเร็จในการจัดทำระบบบริหารความเสี่ยง 2 - - 1 2 3 4 5"),
]
PAPERS = [
    ("hr-scorecard-2563", "memo", MEMO),
    ("hr-scorecard-2563", "report", REPORT),
    ("agreement-2547", "agreement", AGREEMENT),
    ("agreement-2547", "annexes", ANNEXES),
]


@pytest.mark.parametrize(("name", "paper", "blocks"), PAPERS, ids=[paper for _, paper, _ in PAPERS])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_each_block_of_the_inventory_stands_in_its_order(rendered, name, paper, blocks, kind):
    papers = rendered[name]
    docx = squeezed("".join(papers.docx_paragraphs(paper)))
    text = papers.pdf_text(paper) if kind == "pdf" else docx
    at = 0
    for block, wanted in blocks:
        found = text.find(squeezed(wanted), at if kind == "docx" else 0)
        assert found >= 0, f"{block}: {wanted}"
        at = found


def tables_of(rendered, name, paper):
    return list(rendered[name].docx_body(paper).iter(f"{W}tbl"))


def rows_of(table):
    return [[paragraph_text(p) for p in row.iter(f"{W}p")] for row in table.iter(f"{W}tr")]


def test_the_results_table_has_five_bands_and_nine_rows(rendered):
    """A11: rows 2/2/3/1/1 under the bands of five dimensions."""
    (table,) = tables_of(rendered, "hr-scorecard-2563", "memo")
    cells = [len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")]
    assert cells == [5, 1, 5, 5, 1, 5, 5, 1, 5, 5, 5, 1, 5, 1, 5]


def test_the_report_has_its_tables_with_all_rows(rendered):
    """T2 of 4 rows; T3 a table each dimension, 10 issues in all; T4 of 9 projects; the summary."""
    tables = [rows_of(table) for table in tables_of(rendered, "hr-scorecard-2563", "report")]
    assert [len(rows) - 1 for rows in tables] == [4, 2, 2, 3, 1, 2, 9, 5 + 9 + 5 + 1]


def test_each_result_section_has_its_six_fields_in_order(rendered):
    """A30: nine sections, each with the fixed fields, between the headings that the contents name first."""
    fields = ("เป้าประสงค์", "ผู้รับผิดชอบ", "ผลการดำเนินการ", "สรุป", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ")
    paragraphs = rendered["hr-scorecard-2563"].docx_paragraphs("report")
    _, start = (n for n, text in enumerate(paragraphs) if text.startswith("๒.๔"))
    _, end = (n for n, text in enumerate(paragraphs) if text.startswith("๓. สรุป"))
    found = [text.split(" ")[0] for text in paragraphs[start:end] if text.split(" ")[0] in fields]
    assert found == list(fields) * 9


def test_the_score_sheet_has_twenty_rows_and_totals_by_hand(rendered):
    """Scores 4.4, 4.0, 4.5, 4.2 of weights 15, 17.5, 17.5, 20: (66 + 70 + 78.75 + 84) / 70 = 4.2679."""
    (table,) = tables_of(rendered, "agreement-2547", "scores")
    rows = rows_of(table)
    indicators = [row for row in rows if row[0][:2].strip(". ").isdigit()]
    assert len(indicators) == 20
    first = next(row for row in rows if row[0].startswith("รวมมิติที่ 1"))
    assert "4.2679" in first
    assert "2.9875" in first


@pytest.mark.parametrize(
    ("paper", "name"),
    [("memo", "hr-scorecard-2563"), ("report", "hr-scorecard-2563"), ("annexes", "agreement-2547")],
)
def test_every_font_is_embedded_and_all_thai_is_sarabun(rendered, paper, name):
    fonts = rendered[name].fonts(paper)
    assert all(fonts.values())
    assert set(fonts) <= {"THSarabunPSK", "THSarabunPSKBold", "DejaVuSans"}
