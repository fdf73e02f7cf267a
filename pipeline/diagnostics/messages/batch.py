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
    "no-id/list": Entry(
        Message("แถวนี้ไม่บอกว่าเป็นของหน่วยงานใด", "the row does not say which unit it is of"),
        Message("ใส่ id ของหน่วยงานในคอลัมน์แรกทุกแถว", "put the unit's id into the first column of every row"),
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
