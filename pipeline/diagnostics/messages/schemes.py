"""Faults of schemes, of who judged, and of what was changed in scores."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "scheme-name-taken": Entry(
        Message(
            "รหัสแบบคะแนน '{name}' เป็นชื่อของแบบคะแนนที่มีมากับโปรแกรม",
            "'{name}' is the name of a scheme that comes with the program",
        ),
        Message(
            "ตั้งรหัสอื่น แล้วใส่ '{name}' ในช่องตามแบบ ถ้าต้องการแก้จากแบบนั้น",
            "give it another id, and name '{name}' as the one it is like to change that one",
        ),
    ),
    "scheme-circle": Entry(
        Message("แบบคะแนน '{name}' อ้างถึงกันเป็นวง", "scheme '{name}' is like itself, by way of others"),
        Message(
            "ให้ช่องตามแบบของแบบคะแนนหนึ่งในวงเว้นว่าง หรือใช้แบบคะแนนที่มีมากับโปรแกรม",
            "leave the field empty in one of them, or name a shipped scheme",
        ),
    ),
    "scheme-incomplete": Entry(
        Message(
            "แบบคะแนน '{name}' ไม่ได้บอก {lacking} และไม่มีแบบที่ใช้เป็นฐาน",
            "scheme '{name}' does not say {lacking}, nor does any that it is like",
        ),
        Message(
            "ใส่ช่องที่ขาด หรือใส่แบบที่ใช้เป็นฐาน เช่น five-levels",
            "fill in what is lacking, or name a scheme that it is like, such as five-levels",
        ),
    ),
    "scheme-levels-turn": Entry(
        Message(
            "คะแนนของระดับในแบบคะแนน '{name}' ไม่เพิ่มขึ้นทุกระดับ: {typed}",
            "the scores of the levels of scheme '{name}' do not rise all along: {typed}",
        ),
        Message(
            "เรียงระดับจากคะแนนต่ำไปสูง ไม่ซ้ำกัน", "list the levels from the lowest score to the highest, each once"
        ),
    ),
    "scheme-points-turn": Entry(
        Message(
            "จุดคะแนนของแบบคะแนน '{name}' ย้อนกลับ: {typed}",
            "the points of scheme '{name}' turn back: {typed}",
        ),
        Message(
            "เมื่อคะแนนเพิ่มขึ้น ค่าของผลต้องเพิ่มขึ้นตลอด หรือลดลงตลอด",
            "as the score rises, the figures must rise all along, or fall all along",
        ),
    ),
    "bands-gap": Entry(
        Message(
            "คะแนนรวมที่ต่ำกว่า {lowest} ไม่มีระดับผลในแบบคะแนน '{name}'",
            "scheme '{name}' has no grade for totals below {lowest}",
        ),
        Message(
            "เพิ่มระดับผลต่ำสุดหนึ่งรายการ โดยเว้นช่องคะแนนรวมตั้งแต่ไว้ให้ว่าง",
            "add a lowest grade, without the score that it begins at",
        ),
    ),
    "bands-beyond": Entry(
        Message(
            "ระดับผล '{grade}' เริ่มที่ {at_least} ซึ่งเกินคะแนนเต็ม {full}",
            "grade '{grade}' begins at {at_least}, beyond the full marks, {full}",
        ),
        Message(
            "แก้คะแนนของระดับผล หรือคะแนนรวมเต็มของแบบคะแนน",
            "mend where the grade begins, or the full marks of the scheme",
        ),
    ),
    "bands-repeat": Entry(
        Message("ระดับผล '{grade}' เริ่มที่คะแนนเดียวกับ '{other}'", "grade '{grade}' begins where '{other}' does"),
        Message("แก้คะแนนรวมตั้งแต่ของระดับผลหนึ่ง หรือลบออก", "mend where one of them begins, or delete it"),
    ),
    "levels-differ": Entry(
        Message(
            "{what}ของ '{whose}' มี {count} ค่า แต่แบบคะแนน '{scheme}' มี {levels} ระดับ",
            "{what} of '{whose}' are {count}, but scheme '{scheme}' has {levels} levels",
        ),
        Message(
            "ใส่ค่าให้ครบ {levels} ระดับ หรือเลือกแบบคะแนนที่มี {count} ระดับ",
            "give one for each of the {levels} levels, or choose a scheme with {count}",
        ),
    ),
    "levels-unfilled": Entry(
        Message(
            "'{whose}' ไม่มี {what} แต่แบบคะแนน '{scheme}' มี {levels} ระดับ",
            "'{whose}' has no {what}, but scheme '{scheme}' has {levels} levels",
        ),
        Message("ใส่ {what} ให้ครบ {levels} ระดับ", "give {what}, one for each of the {levels} levels"),
    ),
    "levels-lacking": Entry(
        Message(
            "เกณฑ์ของ '{whose}' ให้ผลเป็นระดับ แต่แบบคะแนน '{scheme}' ไม่มีระดับ มีแต่จุดคะแนน",
            "the scale of '{whose}' gives a level, but scheme '{scheme}' has points and no levels",
        ),
        Message(
            "เปลี่ยนเป็นเกณฑ์จุดคะแนน หรือใส่ระดับในแบบคะแนน",
            "use a scale of points, or give the scheme levels",
        ),
    ),
    "scheme-worthless": Entry(
        Message(
            "คะแนนสูงสุดของแบบคะแนน '{name}' คือ {full} จึงไม่มีคะแนนให้ได้",
            "the highest score of scheme '{name}' is {full}, so that nothing can be earned",
        ),
        Message("ให้ระดับหรือจุดสูงสุดมีคะแนนมากกว่า 0", "let the highest level or point earn more than 0"),
    ),
    "level-unknown": Entry(
        Message(
            "'{whose}' อ้างถึงระดับ {level} แต่แบบคะแนน '{scheme}' มี {levels} ระดับ",
            "'{whose}' names level {level}, but scheme '{scheme}' has {levels}",
        ),
        Message("ใส่ระดับ 1 ถึง {levels}", "name a level from 1 to {levels}"),
    ),
    "points-lacking": Entry(
        Message(
            "เกณฑ์จุดคะแนนของ '{whose}' ไม่มีจุด และแบบคะแนน '{scheme}' ก็ไม่มี",
            "the points of '{whose}' are given neither there nor by scheme '{scheme}'",
        ),
        Message("ใส่จุดคะแนนอย่างน้อยสองจุด", "give two points at least"),
    ),
    "points-beyond": Entry(
        Message(
            "จุดคะแนนของ '{whose}' มีคะแนน {score} เกินคะแนนเต็ม {full}",
            "a point of '{whose}' earns {score}, beyond the full marks, {full}",
        ),
        Message("แก้คะแนน หรือใส่คะแนนเต็มของเกณฑ์นี้", "mend the score, or give the full marks of this scale"),
    ),
    "score-beyond": Entry(
        Message(
            "คะแนนของ '{whose}' คือ {score} ซึ่งอยู่นอกช่วง 0 ถึง {full}",
            "the score of '{whose}', {score}, is not between 0 and {full}",
        ),
        Message("แก้คะแนน หรือคะแนนเต็มของเกณฑ์", "mend the score, or the full marks of the scale"),
    ),
    "weight-lacking": Entry(
        Message("'{whose}' ไม่มีน้ำหนัก", "'{whose}' has no weight"),
        Message(
            "ใส่น้ำหนัก (ใส่ 0 ถ้าไม่นำมารวมคะแนน) หรือใช้แบบคะแนนที่ไม่ถ่วงน้ำหนัก",
            "type a weight (0 if it does not count), or use a scheme that does not weigh",
        ),
    ),
    "weight-lacking/group": Entry(
        Message("กลุ่มตัวชี้วัด '{whose}' ไม่มีน้ำหนัก", "the group of indicators '{whose}' has no weight"),
        Message(
            "ใส่น้ำหนักของกลุ่ม หรือเว้นว่างทุกกลุ่มในมิติ เพื่อใช้ผลรวมน้ำหนักของตัวชี้วัด",
            "type the group's weight, or leave all groups of the dimension without: indicators' add up",
        ),
    ),
    "weight-unused": Entry(
        Message(
            "'{whose}' มีน้ำหนัก {weight} แต่แบบคะแนน '{scheme}' ไม่ถ่วงน้ำหนัก",
            "'{whose}' has a weight, {weight}, but scheme '{scheme}' does not weigh",
        ),
        Message("ลบน้ำหนักออก หรือใช้แบบคะแนนที่ถ่วงน้ำหนัก", "delete the weight, or use a scheme that weighs"),
    ),
    "track-lacking": Entry(
        Message(
            "ผลของ '{whose}' ไม่ได้บอกว่าเป็นของผู้ประเมินหรือรอบใด",
            "the result of '{whose}' does not say whose, or of which round, it is",
        ),
        Message("เลือกอย่างใดอย่างหนึ่ง: {listed}", "choose one of: {listed}"),
    ),
    "track-weight-lacking": Entry(
        Message(
            "คะแนนของเอกสารเฉลี่ยถ่วงน้ำหนักจากทุกรอบ แต่ '{track}' ไม่มีน้ำหนัก",
            "the document's score is weighted over all rounds, but '{track}' has no weight",
        ),
        Message("ใส่น้ำหนักของรอบ", "type the weight of the round"),
    ),
    "tracks-lacking": Entry(
        Message(
            "กำหนดวิธีรวมคะแนนจากหลายรอบไว้ แต่ไม่มีรายการผู้ประเมินหรือรอบ",
            "scores of several rounds are to be combined, but no judges or rounds are listed",
        ),
        Message(
            "เพิ่มรายการผู้ประเมินและรอบ หรือลบวิธีรวมคะแนนออก",
            "list the judges or rounds, or delete how they combine",
        ),
    ),
    "result-without-scale": Entry(
        Message(
            "'{whose}' ไม่มีเกณฑ์ของผู้ประเมินหรือรอบนี้ จึงคิดคะแนนไม่ได้",
            "'{whose}' has no scale for this judge or round, and cannot be scored",
        ),
        Message(
            "ลบผลนี้ออก หรือเพิ่มเกณฑ์ของรอบนี้ (มีเกณฑ์ของ {listed})",
            "delete the result, or give a scale for this round (there are those of {listed})",
        ),
    ),
    "change-of-composite": Entry(
        Message(
            "ตัวชี้วัดที่ {whose} คิดคะแนนจากตัวชี้วัดย่อย จึงปรับหรือจำกัดคะแนนที่ตัวหลักไม่ได้",
            "indicator {whose} is scored from its parts: its own score is neither adjusted nor limited",
        ),
        Message(
            "ใส่ที่ตัวชี้วัดย่อย หรือเว้นว่างเลขที่ตัวชี้วัดเพื่อใช้กับคะแนนรวม",
            "name one of its parts, or leave the indicator out for the total",
        ),
    ),
    "gate-open": Entry(
        Message(
            "เงื่อนไข '{condition}' ไม่ได้บอกว่าจำกัดคะแนนหรือระดับผลไว้เท่าใด",
            "the condition '{condition}' limits neither a score nor a grade",
        ),
        Message("ใส่คะแนนสูงสุด หรือระดับผลสูงสุด อย่างใดอย่างหนึ่ง", "give the highest score, or the highest grade"),
    ),
    "gate-grade": Entry(
        Message(
            "เงื่อนไขของตัวชี้วัด '{whose}' จำกัดระดับผลไม่ได้ ระดับผลเป็นของคะแนนรวม",
            "a condition of indicator '{whose}' cannot limit the grade, which is the total's",
        ),
        Message(
            "ใส่คะแนนสูงสุดของตัวชี้วัด หรือลบเลขที่ตัวชี้วัดออก", "give the highest score, or leave the indicator out"
        ),
    ),
    "gate-unknown": Entry(
        Message(
            "ยังไม่ได้บอกว่าเป็นไปตามเงื่อนไข '{condition}' หรือไม่ ทั้งที่มีผลแล้ว",
            "whether the condition '{condition}' holds is not said, although there is a result",
        ),
        Message("ใส่ ใช่ หรือ ไม่ใช่", "say yes or no"),
    ),
}
