"""Faults of an office's own pictures."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_SVG = Message(
    "ใช้ SVG ที่มีแต่รูปและเส้นสีทึบ (แปลงตัวอักษร สีไล่ระดับ และสีโปร่งแสงให้เป็นรูปทึบ แล้วบันทึกเป็น Plain SVG) "
    "หรือบันทึกภาพเป็น PNG แทน",
    "use an SVG of shapes and lines in plain colours (turn text, gradients and half-transparent colours into "
    "shapes, save as plain SVG), or save the picture as a PNG instead",
)
_PNG = Message(
    "เปิดภาพในโปรแกรมแต่งภาพแล้วบันทึกเป็น PNG ใหม่",
    "open the picture in a drawing program and save it as PNG again",
)
_BLANK = Message("ภาพว่าง ไม่มีสิ่งใดที่มองเห็นได้บนกระดาษขาว", "the picture shows nothing on white paper")
_UNREADABLE = Message("เปิดอ่านแฟ้มไม่ได้", "the file cannot be read")
_TOO_LARGE = Message("แฟ้มใหญ่เกิน {limit} ไบต์", "the file has more than {limit} bytes")

MESSAGES = {
    "picture/svg-outline": Entry(
        Message("เส้นขอบของรูปเขียนไม่ถูกต้อง", "the outline of a shape is not well-formed"), _SVG
    ),
    "picture/svg-unreadable": Entry(_UNREADABLE, _SVG),
    "picture/svg-no-shape": Entry(Message("ในภาพไม่มีรูปที่ระบายสี", "no filled shape is in the picture"), _SVG),
    "picture/svg-points": Entry(
        Message("ภาพมีจุดเกิน {limit} จุด", "the picture has more than {limit} points"), _SVG
    ),
    "picture/svg-position": Entry(
        Message("ตำแหน่งในภาพไม่ใช่ตัวเลขที่วาดได้", "a position is no number that can be drawn"), _SVG
    ),
    "picture/svg-frame": Entry(
        Message("กรอบของภาพ (viewBox) แคบหรือกว้างเกินไป", "the frame (viewBox) is too narrow or too wide"), _SVG
    ),
    "picture/svg-outside": Entry(
        Message("รูปทั้งหมดอยู่นอกกรอบของภาพ", "all shapes lie outside the picture's frame"), _SVG
    ),
    "picture/svg-blank": Entry(_BLANK, _SVG),
    "picture/svg-too-large": Entry(_TOO_LARGE, _SVG),
    "picture/svg-encoding": Entry(
        Message("แฟ้มไม่ใช่ SVG แบบข้อความ UTF-8", "the file is no SVG as UTF-8 text"), _SVG
    ),
    "picture/svg-declares": Entry(
        Message("แฟ้มประกาศเอนทิตีหรือแฟ้มรูปแบบ", "the file declares entities or a style sheet"), _SVG
    ),
    "picture/svg-syntax": Entry(Message("แฟ้มไม่ใช่ XML ที่ถูกต้อง", "the file is not well-formed XML"), _SVG),
    "picture/svg-root": Entry(
        Message("แฟ้มไม่ใช่ SVG (เริ่มด้วย <{element}>)", "the file is no SVG (it begins with <{element}>)"), _SVG
    ),
    "picture/svg-element": Entry(
        Message("ภาพมี <{element}> ซึ่งโปรแกรมไม่วาด", "the picture has <{element}>, which is not drawn"), _SVG
    ),
    "picture/svg-css": Entry(
        Message(
            "แฟ้มรูปแบบในภาพมี {value} ซึ่งโปรแกรมไม่อ่าน", "the style sheet inside has {value}, which is not read"
        ),
        _SVG,
    ),
    "picture/svg-copy": Entry(
        Message(
            "<use> อ้าง '{value}' ซึ่งไม่มีในภาพ หรืออ้างวนกลับมาที่เดิม",
            "<use> copies '{value}', which is not there or copies itself",
        ),
        _SVG,
    ),
    "picture/svg-copies": Entry(
        Message(
            "ภาพมีรูปและสำเนาเกิน {limit} ชิ้น หรือซ้อนกันลึกเกินไป",
            "the picture has more than {limit} shapes and copies, or they stand too deep in one another",
        ),
        _SVG,
    ),
    "picture/svg-number": Entry(Message("{name}='{value}' ไม่ใช่ตัวเลข", "{name}='{value}' is no number"), _SVG),
    "picture/svg-transform": Entry(
        Message("transform='{value}' อ่านไม่ได้", "transform='{value}' cannot be read"), _SVG
    ),
    "picture/svg-view-box": Entry(
        Message("viewBox='{value}' ต้องเป็นตัวเลข 4 ตัว", "viewBox='{value}' must be four numbers"), _SVG
    ),
    "picture/svg-proportion": Entry(
        Message(
            "width และ height ไม่ได้สัดส่วนกับ viewBox", "width and height are not in proportion to the viewBox"
        ),
        _SVG,
    ),
    "picture/svg-length": Entry(
        Message("{name}='{value}' ไม่ใช่ความยาว", "{name}='{value}' is no length"), _SVG
    ),
    "picture/svg-script": Entry(Message("ภาพมีคำสั่ง {name}", "the picture has a script ({name})"), _SVG),
    "picture/svg-property": Entry(
        Message(
            "ภาพใช้ {name}: {value} ซึ่งโปรแกรมไม่วาด", "the picture uses {name}: {value}, which is not drawn"
        ),
        _SVG,
    ),
    "picture/unreadable": Entry(_UNREADABLE, _PNG),
    "picture/too-large": Entry(_TOO_LARGE, _PNG),
    "picture/pixels": Entry(
        Message(
            "ภาพใหญ่เกินไป ({width} x {height} จุด)", "the picture is too large ({width} x {height} pixels)"
        ),
        Message("ย่อภาพลง (600 dpi ก็พอ)", "make it smaller (600 dpi is enough)"),
    ),
    "picture/long-side": Entry(Message("ภาพแคบหรือกว้างเกินไป", "the picture is too narrow or too wide"), _PNG),
    "picture/damaged": Entry(Message("แฟ้มภาพเสียหายหรือไม่ครบ", "the picture is damaged or not whole"), _PNG),
    "picture/deep-grey": Entry(
        Message("เป็น PNG สีเทา 16 บิตที่มีสีโปร่งใส", "a grey PNG of 16 bits with a transparent colour"), _PNG
    ),
    "picture/blank": Entry(_BLANK, _PNG),
    "picture/no-png": Entry(Message("แฟ้มนี้ไม่ใช่ PNG", "the file is no PNG"), _PNG),
    "picture/other-kind": Entry(
        Message("แฟ้มชื่อ .png แต่เป็นภาพ {kind}", "the file is named .png but is a {kind}"), _PNG
    ),
    "picture/link": Entry(
        Message("ภาพเป็นลิงก์ออกนอกโฟลเดอร์", "the picture is a link that leads out of its folder"),
        Message("วางแฟ้มภาพจริงไว้ในโฟลเดอร์ assets", "put the picture itself into the folder assets"),
    ),
    "picture/not-used": Entry(
        Message("โปรแกรมไม่ใช้แฟ้มชนิดหรือชื่อนี้เป็นภาพ", "a file of this kind or name is not used as picture"),
        Message(
            "บันทึกภาพเป็น {name}.svg หรือ {name}.png (ตัวพิมพ์เล็ก)",
            "save it as {name}.svg or {name}.png (small letters)",
        ),
    ),
}
