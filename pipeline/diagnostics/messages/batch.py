"""Faults of a batch: its file, its rows, its workers."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

MESSAGES = {
    "no-units": Entry(
        Message("ไม่มีหน่วยงานในชุดงานนี้", "the batch has no units"),
        Message("เพิ่มรายการใต้ units หรือชื่อแฟ้มที่ units_from", "add entries below units, or a file at units_from"),
    ),
    "no-units/table": Entry(
        Message("ตารางหน่วยงานยังไม่มีแถว", "the table of units has no rows yet"),
        Message(
            "กรอกแถวละหนึ่งหน่วยงานหรือหนึ่งคนใต้หัวตาราง", "fill in a row for each unit or person below the header"
        ),
    ),
    "not-a-batch/workbook": Entry(
        Message("สมุดงานนี้ไม่มีแผ่นงาน 'units' ที่มีคอลัมน์ id", "the workbook has no sheet 'units' with a column id"),
        Message(
            "เพิ่มแผ่นงาน units หนึ่งแถวหนึ่งหน่วยงาน (ดู docs/batch.md) หรือใช้ saraban render กับข้อมูลชุดเดียว",
            "add a sheet 'units' with a row for each unit (docs/batch.md), or use saraban render "
            "for one input",
        ),
    ),
    "units-without-base": Entry(
        Message("สมุดงานนี้มีรายการหน่วยงาน แต่ไม่มีข้อมูลตั้งต้น", "the workbook lists units, but has no data for them"),
        Message(
            "ใส่แผ่นงานนี้ในสมุดงานข้อมูล หรือระบุที่ units_from ของแฟ้มชุดงาน บนโต๊ะทำงานวางที่หน้าของงาน หัวข้อ ทำหลายหน่วยงาน",
            "put it into the workbook of the data, or name it at units_from; on the desk: on a work's page",
        ),
    ),
    "not-a-batch": Entry(
        Message("แฟ้มนี้ไม่ใช่แฟ้มชุดงาน (kind: batch)", "this is no batch file (kind: batch)"),
        Message(
            "ใส่ kind: batch หรือใช้ saraban render กับข้อมูลชุดเดียว",
            "write kind: batch, or use saraban render for a single input",
        ),
    ),
    "no-tls": Entry(
        Message(
            "{address} ไม่เข้ารหัส: ผู้อื่นอ่านข้อมูลบุคคลระหว่างส่งได้ และผู้ที่ติดต่อ scheduler ได้จะสั่งโปรแกรมใด ๆ บนทุกเครื่องได้",
            "{address} is not encrypted: others may read people's data on their way, and whoever "
            "reaches the scheduler may run any program on every machine",
        ),
        Message(
            "ใช้ TLS (ที่อยู่ tls://… ดู docs/cluster.md) หรือถ้าเครือข่ายนี้มีเฉพาะเครื่องที่ไว้ใจได้ ใส่ --without-tls",
            "use TLS (an address tls://…, see docs/cluster.md), or add --without-tls where only "
            "machines that you trust are on the network",
        ),
    ),
    "no-cluster-extra": Entry(
        Message("ยังไม่ได้ติดตั้งส่วนเสริมสำหรับคลัสเตอร์", "the extra for clusters is not installed"),
        Message('ติดตั้งด้วย pip install "saraban[cluster]"', 'install it: pip install "saraban[cluster]"'),
    ),
    "no-address": Entry(
        Message("'{address}' ไม่ใช่ที่อยู่ของ scheduler", "'{address}' is no address of a scheduler"),
        Message("พิมพ์ให้ครบ เช่น tcp://10.0.0.1:8786", "type all of it, as tcp://10.0.0.1:8786"),
    ),
    "no-certificate": Entry(
        Message("เครื่องนี้ยังไม่มีใบรับรองสำหรับ {address}", "this machine is given no certificate for {address}"),
        Message(
            "ตั้งค่า DASK_DISTRIBUTED__COMM__TLS__… ตาม docs/cluster.md",
            "set DASK_DISTRIBUTED__COMM__TLS__…, see docs/cluster.md",
        ),
    ),
    "no-scheduler": Entry(
        Message("ติดต่อ scheduler ที่ {address} ไม่ได้", "no scheduler answers at {address}"),
        Message(
            "ตรวจที่อยู่และเปิด dask scheduler ก่อน (ดู docs/cluster.md) หรือทำบนเครื่องนี้โดยไม่ใส่ --scheduler",
            "check the address and start a dask scheduler (see docs/cluster.md), or leave --scheduler out",
        ),
    ),
    "no-worker": Entry(
        Message("คลัสเตอร์ที่ {address} ไม่มีเครื่องรับงาน", "the cluster at {address} has no worker"),
        Message(
            "เปิดเครื่องรับงานด้วย dask worker {address} --nthreads 1",
            "start one: dask worker {address} --nthreads 1",
        ),
    ),
    "mixed-up": Entry(
        Message(
            "เครื่องรับงานส่งผลที่ทำจากข้อมูลชุดอื่นกลับมา จึงไม่ใช้ผลนั้น",
            "a worker sent back what was made from other data; it was not taken",
        ),
        Message(
            "เปิดโปรแกรมบนเครื่องรับงานใหม่ทุกเครื่อง แล้วสั่งซ้ำ แฟ้มที่เขียนไว้แล้วใช้ได้ทั้งหมด",
            "start all workers anew and run it again; what is written already is sound",
        ),
    ),
    "other-version": Entry(
        Message(
            "เครื่องรับงาน {address} ใช้โปรแกรม ไลบรารี แบบอักษร หรือแม่แบบคนละรุ่นกับเครื่องนี้",
            "the worker {address} has another version of the program, its libraries, fonts or templates",
        ),
        Message(
            "ติดตั้ง saraban รุ่นเดียวกันทุกเครื่องจาก requirements.lock เดียวกัน แล้วเปิดโปรแกรมบนเครื่องรับงานใหม่",
            "install the same saraban everywhere from one requirements.lock, and start the workers anew",
        ),
    ),
    "duplicate-unit": Entry(
        Message("id ของหน่วยงาน '{id}' ซ้ำกับ {places}", "the unit's id '{id}' is also that of {places}"),
        Message(
            "ลบแถวที่ซ้ำ หรือตั้ง id ให้ต่างกัน (ตัวพิมพ์เล็กกับใหญ่ การเว้นวรรค และเลขไทยกับเลขอารบิก ถือว่าไม่ต่างกัน)",
            "delete one of the rows, or tell them apart: case, spaces and the kind of digits do not",
        ),
    ),
    "list-unknown": Entry(
        Message(
            "ข้อมูลชนิดนี้ไม่มีรายการ '{name}' ที่ตารางจะเติมให้หน่วยงานได้{near}",
            "the data have no list '{name}' that a table could fill for units{near}",
        ),
        Message("ใช้ชื่อรายการหรือชื่อแผ่นงานหนึ่งในนี้: {listed}", "name one of these lists, or its sheet: {listed}"),
    ),
    "list-no-id": Entry(
        Message(
            "คอลัมน์แรกของตารางต้องเป็น id ของหน่วยงาน (พบ '{found}')",
            "the first column must hold the ids of units (found '{found}')",
        ),
        Message(
            "เพิ่มคอลัมน์แรก หัวตาราง id ใส่ id เดียวกับในรายการหน่วยงานทุกแถว",
            "put a column headed id first, with the id of its unit in every row",
        ),
    ),
    "no-id/list": Entry(
        Message("แถวนี้ไม่บอกว่าเป็นของหน่วยงานใด", "the row does not say which unit it is of"),
        Message("ใส่ id ของหน่วยงานในคอลัมน์แรกทุกแถว", "put the unit's id into the first column of every row"),
    ),
    "list-unknown-unit": Entry(
        Message(
            "ไม่มีหน่วยงาน '{id}' ในชุดงานนี้ แต่มีแถวในตาราง '{list}'{near}",
            "the batch has no unit '{id}', but rows of it in '{list}'{near}",
        ),
        Message(
            "แก้ id ให้ตรงกับรายการหน่วยงาน เพิ่มหน่วยงานนี้ หรือลบแถวเหล่านี้",
            "mend the id, add the unit, or delete these rows",
        ),
    ),
    "list-without-rows": Entry(
        Message(
            "ตาราง '{list}' ไม่มีแถวของ {count} หน่วยงาน: {ids}", "'{list}' has no rows of {count} units: {ids}"
        ),
        Message(
            "ถ้าควรมี เพิ่มแถวของหน่วยงานเหล่านี้ ถ้าไม่มีจริง รายการของหน่วยงานนั้นว่าง",
            "add their rows if they should have any; otherwise their list is empty",
        ),
    ),
    "list-no-sheet": Entry(
        Message("สมุดงาน {file} ไม่มีแผ่นงาน '{sheet}'", "the workbook {file} has no sheet '{sheet}'"),
        Message("ตั้งชื่อแผ่นงานให้ตรง หรือใช้แฟ้ม .csv", "name the sheet so, or give a .csv file"),
    ),
    "edited/batch": Entry(
        Message("ไม่ได้ทำฉบับใหม่ เพราะมีผู้แก้แฟ้มไว้ ({papers})", "edited by hand, so not made anew ({papers})"),
        Message(
            "เก็บแฟ้มที่แก้ไว้ในชื่ออื่น หรือเขียนทับด้วย --force",
            "keep the edited file under another name, or overwrite it with --force",
        ),
    ),
    "worker-lost": Entry(
        Message(
            "โปรแกรมที่ทำเอกสารของ {unit} หยุดกลางคันสองครั้ง (หน่วยความจำไม่พอ หรือถูกสั่งหยุด)",
            "the worker vanished at {unit}, twice (out of memory, or stopped)",
        ),
        Message("สั่งใหม่โดยทำทีละงานด้วย --jobs 1", "run it again, with fewer workers: --jobs 1"),
    ),
    "defect": Entry(
        Message(
            "ข้อบกพร่องของโปรแกรมเมื่อทำ {unit} {paper}: {name}",
            "a defect of the program at {unit} {paper}: {name}",
        ),
        Message(
            "แจ้งผู้พัฒนาพร้อมแฟ้มข้อมูล เอกสารฉบับอื่นทำครบแล้ว",
            "report it with the data files; all other papers are made",
        ),
    ),
    "no-run": Entry(
        Message(
            "ชุดงานในโฟลเดอร์นี้ยังทำไม่จบ หรือทำด้วยโปรแกรมรุ่นก่อน จึงบอกไม่ได้ว่าฉบับใดเป็นปัจจุบัน",
            "the batch of this folder was not run to its end, or by an earlier version, so which "
            "documents are up to date cannot be told",
        ),
        Message(
            "สั่ง saraban batch อีกครั้งให้จบ แล้วทำชุดเสนอลงนาม", "run saraban batch again to its end, then bundle"
        ),
    ),
    "batch-moved": Entry(
        Message(
            "ไม่พบแฟ้มหรือโฟลเดอร์ที่ใช้ทำชุดงานครั้งล่าสุด จึงบอกไม่ได้ว่าฉบับใดเป็นปัจจุบัน",
            "what the last run was made from is not there, so which documents are up to date cannot be told",
        ),
        Message(
            "นำกลับมาไว้ที่เดิม ระบุแฟ้มชุดงานที่ย้ายไปด้วย --batch หรือสั่ง saraban batch จากที่ใหม่ก่อน",
            "put it back, give the batch file's new place with --batch, or run saraban batch "
            "from there first",
        ),
    ),
    "own-column": Entry(
        Message(
            "คอลัมน์ '{column}' ไม่ตรงกับช่องใดของข้อมูล โปรแกรมจึงไม่ได้อ่าน",
            "the column '{column}' is no field of the data, and is not read",
        ),
        Message(
            "ถ้าเป็นคอลัมน์ของสำนักงานเอง ไม่ต้องแก้ ถ้าต้องการให้พิมพ์ในเอกสาร ให้ตั้งหัวคอลัมน์เป็นชื่อช่อง "
            "ดูชื่อทั้งหมดในแผ่นงาน 'ชื่อคอลัมน์' ที่ saraban new --kind batch --base ข้อมูล --xlsx สร้างให้",
            "leave it if it is your own; to have it printed, head it with the name of a value: "
            "saraban new --kind batch --base DATA --xlsx lists them",
        ),
    ),
    "near-column": Entry(
        Message(
            "หัวคอลัมน์ '{column}' คล้ายชื่อช่องของข้อมูล แต่ไม่ตรงกับช่องใด จึงไม่ทราบว่าค่าในคอลัมน์นี้ใช้ที่ใด",
            "the header '{column}' resembles the name of a value and is none",
        ),
        Message(
            "แก้หัวคอลัมน์เป็น '{near}' หรือถ้าเป็นคอลัมน์ของสำนักงานเอง ให้ใช้ชื่ออื่นที่ไม่คล้ายชื่อช่อง",
            "head it '{near}', or if it is your own, call it something else",
        ),
    ),
    "near-column/entry": Entry(
        Message(
            "หัวคอลัมน์ '{column}' พูดถึงรายการที่ {key} ซึ่งข้อมูลตั้งต้นไม่มี (มี {listed})",
            "the header '{column}' speaks of entry {key}, which the base has not (it has {listed})",
        ),
        Message(
            "แก้เลขที่ในหัวคอลัมน์ เพิ่มรายการนี้ในข้อมูลตั้งต้น หรือลบคอลัมน์นี้",
            "mend the number, add the entry to the base, or delete the column",
        ),
    ),
    "several-columns": Entry(
        Message(
            "หัวคอลัมน์ '{column}' หมายได้หลายช่อง: {listed}",
            "the header '{column}' may mean several values: {listed}",
        ),
        Message("พิมพ์หัวคอลัมน์ให้ครบอย่างใดอย่างหนึ่ง", "type one of these in full"),
    ),
    "column-twice": Entry(
        Message(
            "คอลัมน์ '{column}' เป็นค่าเดียวกับคอลัมน์ที่ {first}",
            "the column '{column}' holds what another holds, at {first}",
        ),
        Message("ลบคอลัมน์ที่ไม่ใช้", "delete one of them"),
    ),
    "no-header": Entry(
        Message(
            "ค่า '{text}' อยู่ในคอลัมน์ที่ไม่มีหัว โปรแกรมจึงไม่ได้อ่านคอลัมน์นี้",
            "'{text}' stands in a column without a header, which is not read",
        ),
        Message("ใส่หัวคอลัมน์ ถ้าต้องการใช้ค่า", "head the column if its values are to be used"),
    ),
    "id-column": Entry(
        Message(
            "ใช้คอลัมน์ '{column}' เป็น id ของหน่วยงาน เพราะไม่มีคอลัมน์ชื่อ id",
            "the column '{column}' is taken for the ids, as none is headed id",
        ),
        Message("ถ้าไม่ใช่ ตั้งชื่อคอลัมน์ของ id ว่า id", "if it is not, head the right one id"),
    ),
    "no-unit": Entry(
        Message(
            "แถวนี้ขึ้นต้นด้วย '{text}' ซึ่งเหมือนหมายเหตุ ไม่ใช่ชื่อหน่วยงาน",
            "the row begins with '{text}', which looks like a note and not like a unit",
        ),
        Message(
            "ย้ายหมายเหตุไปไว้เหนือหัวตารางหรือแผ่นงานอื่น หรือแก้ id", "move the note above the header, or mend the id"
        ),
    ),
    "unit-like-base": Entry(
        Message(
            "{count} แถวไม่มีค่าใดต่างจากข้อมูลตั้งต้น: {ids}",
            "{count} rows have nothing that differs from the base: {ids}",
        ),
        Message(
            "ถ้าเป็นหัวข้อคั่นแถว ให้ลบออก ถ้าเป็นหน่วยงาน จะได้เอกสารตามข้อมูลตั้งต้น",
            "delete them if they are headings; units get papers as the base's",
        ),
    ),
    "list-empty": Entry(
        Message(
            "แผ่นงาน '{list}' ยังไม่มีแถว ทุกหน่วยงานจึงใช้รายการของข้อมูลตั้งต้น",
            "the sheet '{list}' has no rows yet: all units have the base's list",
        ),
        Message("ใส่แถวของแต่ละหน่วยงาน หรือลบแผ่นงานนี้", "fill in rows of each unit, or delete the sheet"),
    ),
    "shift-none": Entry(
        Message(
            "{name} ไม่มีเกณฑ์เป็นตัวเลขของตนให้เลื่อน "
            "(เกณฑ์แบบขั้นตอน นับจำนวน เปิดตาราง คะแนนที่ให้ หรือใช้จุดคะแนนของแบบคะแนน)",
            "{name} has no thresholds of its own to shift "
            "(steps, counts, a look-up table, marks, or points of a scheme)",
        ),
        Message(
            "เว้นช่องนี้ว่าง แล้วเปลี่ยนระดับเป้าหมายหรือแถวของเกณฑ์แทน",
            "leave the cell empty, and change the target level or the rows of the scale",
        ),
    ),
    "shift-rounds": Entry(
        Message(
            "{name} มีเกณฑ์ตามรอบด้วย จึงไม่ทราบว่าเกณฑ์ของแต่ละรอบเลื่อนเท่าใด",
            "{name} has thresholds by round too, and how far these shift is not known",
        ),
        Message("เว้นช่องนี้ว่าง แล้วใส่เกณฑ์แต่ละระดับเอง", "leave the cell empty, and give each threshold"),
    ),
    "shift-and-steps": Entry(
        Message(
            "{name} ทั้งเลื่อนเกณฑ์ทั้งชุด และกำหนดเกณฑ์ระดับ {level} เอง",
            "{name} is shifted as a whole, and its level {level} is given as well",
        ),
        Message("ใช้อย่างใดอย่างหนึ่ง", "do one of both"),
    ),
    "shift-no-target": Entry(
        Message(
            "{name} ให้เลื่อนเกณฑ์ทั้งชุดตามเป้าหมาย แต่แถวนี้ไม่มีเป้าหมายใหม่",
            "{name} is to shift with its target, but the row has no new target",
        ),
        Message(
            "ใส่เป้าหมายใหม่ในคอลัมน์เป้าหมาย หรือใส่จำนวนที่เลื่อนแทน 'ใช่' เช่น +2",
            "give the new target, or by how much to shift, as +2",
        ),
    ),
    "shift-disagrees": Entry(
        Message(
            "{name} ให้เลื่อน {by} แต่เป้าหมายใหม่เปลี่ยนไป {moved}",
            "{name} is to shift by {by}, but its new target moves by {moved}",
        ),
        Message(
            "แก้ค่าใดค่าหนึ่ง หรือใส่ 'ใช่' เพื่อเลื่อนเท่าเป้าหมาย",
            "mend one of them, or type ใช่ to shift with the target",
        ),
    ),
    "shift-or-target": Entry(
        Message(
            "{name} ให้เลื่อน {typed} ซึ่งมากกว่าช่วงของเกณฑ์ทั้งชุด หมายถึงเป้าหมายใหม่เป็น {typed} หรือไม่",
            "{name} is to shift by {typed}, more than all its thresholds span: is {typed} the new target?",
        ),
        Message(
            "ถ้าเป็นเป้าหมายใหม่ ใส่ในคอลัมน์เป้าหมาย แล้วใส่ 'ใช่' ที่นี่ ถ้าเลื่อนเท่านี้จริง พิมพ์ '+{typed}' เป็นข้อความ",
            "if so, put it into the column of the target and ใช่ here; otherwise type '+{typed}' as text",
        ),
    ),
    "shift-below-zero": Entry(
        Message("{name} เลื่อนแล้วเกณฑ์ติดลบ: {steps}", "{name} would have thresholds below zero: {steps}"),
        Message("แก้จำนวนที่เลื่อน หรือใส่เกณฑ์แต่ละระดับเอง", "mend by how much it shifts, or give each threshold"),
    ),
    "shift-unreadable": Entry(
        Message(
            "{name} เลื่อนเกณฑ์ '{typed}' ไม่ใช่ ใช่, ไม่ใช่ หรือจำนวน",
            "{name} shifted by '{typed}': neither yes, no nor a number",
        ),
        Message("พิมพ์ ใช่ หรือจำนวนที่เลื่อน เช่น +2 หรือ -2", "type ใช่, or by how much, as +2 or -2"),
    ),
    "no-id/column": Entry(
        Message("แถวหัวตารางไม่มีคอลัมน์ 'id'", "the header row has no column 'id'"),
        Message("เพิ่มคอลัมน์ id", "add a column id"),
    ),
    "no-id": Entry(
        Message("แถวนี้ไม่มี id ของหน่วยงาน", "the row has no id of its unit"),
        Message("ใส่ id หรือลบแถวนี้", "type an id, or delete the row"),
    ),
    "too-many-fields": Entry(
        Message(
            "แถวนี้มีช่องมากกว่าแถวหัวตาราง ('{text}' ไม่มีหัวคอลัมน์)",
            "the row has more fields than the header ('{text}' stands below none)",
        ),
        Message(
            'ใส่เครื่องหมาย " คร่อมค่าที่มีเครื่องหมายคั่นอยู่ข้างใน เช่น "18,500" หรือเติมหัวคอลัมน์',
            'put " around a value that holds the separator, such as "18,500", or add a header',
        ),
    ),
    "unreadable/units": Entry(
        Message("เปิดอ่านแฟ้มรายการหน่วยงานไม่ได้ ({reason})", "the units cannot be read ({reason})"),
        Message("ตรวจชื่อแฟ้มที่ช่อง units และสิทธิ์การอ่าน", "check the name at units, and permissions"),
    ),
    "no-worker-lives": Entry(
        Message(
            "เปิดโปรแกรมย่อยสำหรับทำเอกสารไม่ได้ หรือถูกระบบปิดทันที แฟ้มที่ทำแล้วใช้ได้ทั้งหมด",
            "no worker starts, or the system ends each at once; what was made so far is sound",
        ),
        Message(
            "ตรวจหน่วยความจำของเครื่อง แล้วสั่งซ้ำด้วย --jobs 1 เพื่อทำต่อทีละงาน",
            "check the machine's memory, and run again with --jobs 1, which goes on without workers",
        ),
    ),
}
