"""What the files say of themselves, in Word's and Explorer's own places."""

import zipfile

import docx
import pytest
from lxml import etree

VALUES = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"


@pytest.mark.parametrize(
    ("name", "paper", "year"),
    [
        ("hr-scorecard-2563", "memo", "2563"),
        ("hr-scorecard-2563", "report", "2563"),
        ("agreement-2547", "agreement", "2547"),
        ("agreement-2547", "annexes", "2547"),
        ("agreement-2547", "scores", "2547"),
    ],
)
def test_every_paper_bears_its_title_office_unit_and_year(rendered, name, paper, year):
    path = rendered[name].path(paper, "docx")
    core = docx.Document(path).core_properties
    assert core.title
    assert core.keywords
    assert year in core.subject.translate(ARABIC)
    assert core.author == "สำนักงานปลัดกระทรวงอุตสาหกรรม"
    with zipfile.ZipFile(path) as package:
        custom = etree.fromstring(package.read("docProps/custom.xml"))
    assert [value.text for value in custom.iter(f"{VALUES}i4")] == [year]
    assert [value.text for value in custom.iter(f"{VALUES}lpwstr")] != [None]


ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
