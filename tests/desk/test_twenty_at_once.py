"""Twenty people at one desk: each sees their own papers, whoever else is there."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pypdf
import pytest
from running_desk import desk

EXAMPLE = Path(__file__).parents[2] / "input" / "memo-example" / "memo.yaml"
DATA = EXAMPLE.read_text("utf-8")
PEOPLE = 20
SAVES = 2


def memo_of(person: int, save: int) -> bytes:
    """The example with a number of the person's own, other in each save."""
    assert "number: ตอ 0101.3/258" in DATA
    return DATA.replace("number: ตอ 0101.3/258", f"number: ตอ {1000 + person}.{save}/1").encode()


def a_morning(person: int, address: str) -> list[str]:
    """Enters, uploads, changes one value, looks at the first page; gives the numbers that the PDFs bear."""
    origin = re.match(r"http://[^/]+", address).group()
    with httpx.Client(base_url=origin, timeout=100, follow_redirects=True) as client:
        home = client.get(address)
        csrf = re.search(r'name="csrf" value="([\w-]+)"', home.text).group(1)
        to, numbers = "/works", []
        for save in range(SAVES):
            shown = client.post(
                to,
                data={"csrf": csrf},
                headers={"origin": origin},
                files={"file": ("memo.yaml", memo_of(person, save))},
            )
            assert shown.status_code == 200
            work = re.search(r"/works/[\w-]+", shown.text).group()
            to = f"{work}/replace"
            assert client.get(f"{work}/papers/memo/1.png").status_code == 200
            numbers.append(number_in(client.get(f"{work}/papers/memo.pdf").content))
    return numbers


def number_in(pdf: bytes) -> str:
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    return re.search(r"ตอ ([๐-๙.]+)/", text).group(1)


def thai(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


@pytest.mark.slow
def test_twenty_people_get_their_own_papers_and_no_error():
    with desk(sessions=PEOPLE) as addresses, ThreadPoolExecutor(PEOPLE) as pool:
        mornings = list(pool.map(a_morning, range(PEOPLE), addresses))
    assert mornings == [
        [thai(f"{1000 + person}.{save}") for save in range(SAVES)] for person in range(PEOPLE)
    ]
