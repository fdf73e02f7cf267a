"""A memo for two signers, and what somebody may do to a signed file."""

import io
from pathlib import Path

from click.testing import CliRunner, Result
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from pipeline.cli.main import saraban

MEMO = """\
kind: memo
digits: {digits}
office: {{name: สำนักงานทดสอบ, short: สทส.}}
memo:
  agency: กองทดสอบ
  subject: ทดสอบการลงนาม
  to: ผู้อำนวยการสำนักงานทดสอบ
  proposer:
    person: {{title: นาย, given: สมมติ, surname: ทดลอง}}
    position: ผู้อำนวยการกองทดสอบ
  endorsements:
    - order: ทราบ
      signer:
        person: {{title: นาง, given: ตัวอย่าง, surname: ตรวจสอบ}}
        position: ผู้อำนวยการสำนักงานทดสอบ
body:
  - เรียนมาเพื่อทราบ
"""
PROPOSER, ENDORSER = "นายสมมติ ทดลอง", "นางตัวอย่าง ตรวจสอบ"


def invoked(*arguments: object, **more) -> Result:
    return CliRunner().invoke(saraban, [str(one) for one in arguments], **more)


def rendered(folder: Path, *options: str, digits: str = "thai") -> Path:
    """The memo's PDF, new in `folder`."""
    data = folder / "บันทึก"
    data.mkdir(parents=True, exist_ok=True)
    (data / "memo.yaml").write_text(MEMO.format(digits=digits), encoding="utf-8")
    result = invoked("render", data, "-o", folder / "out", "--format", "pdf", *options)
    assert result.exit_code == 0, result.output
    return folder / "out" / "บันทึก" / "memo.pdf"


def updated(pdf: bytes) -> bytes:
    """The file with a line drawn over a page, added behind it as an editor does."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    drawn = writer.add_object(generic.StreamObject(stream_data=b"0 0 m 300 800 l S"))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), drawn])
    writer.mark_update(page.container_ref)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
