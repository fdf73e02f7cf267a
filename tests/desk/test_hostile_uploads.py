"""What officers drop by mistake, and what others drop on purpose: answered in words, and the desk goes on."""

import re
from html import unescape

import pytest
from malformed_contents import CELLS, SHEETS, TABLES, TEXTS
from malformed_files import FILES

CASES = [*FILES, *SHEETS, *CELLS, *TEXTS, *TABLES]
A_FAULT = re.compile(r'<span class="what">[^<]{8,}</span>\s*<span class="remedy">[^<]{4,}</span>')


@pytest.fixture(scope="module")
def uploads(tmp_path_factory):
    """The malformed inputs that are one file, by name."""
    made = {}
    for number, (name, make, _) in enumerate(CASES):
        folder = tmp_path_factory.mktemp(f"case{number}")
        path = make(folder)
        if path.is_file():
            made[name] = path
    assert len(made) > 90
    return made


@pytest.mark.slow
def test_each_is_answered_in_words_and_the_desk_goes_on(person, uploads):
    silent = []
    for name, path in uploads.items():
        answer = person.upload(path.name, path.read_bytes())
        said = A_FAULT.search(unescape(answer.text)) or (
            answer.status_code == 413 and "แฟ้มใหญ่เกิน" in answer.text
        )
        if answer.status_code not in (200, 413, 422) or not said or "Traceback" in answer.text:
            silent.append((name, answer.status_code))
    assert silent == []
    assert person.post("/examples/memo").text.count("<figure") > 0


@pytest.mark.slow
def test_a_thousand_megabytes_of_zeros_are_cut_off_at_the_limit(person, settings):
    sent = 0

    def zeros():
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
        for _ in range(1_000_000_000 // 65_536):
            sent += 65_536
            yield b"\0" * 65_536

    answer = person.client.post(
        "/works",
        headers={
            "x-desk-csrf": person.session.csrf,
            "origin": settings.origin,
            "content-type": "multipart/form-data; boundary=x",
        },
        content=zeros(),
    )
    assert answer.status_code == 413
    assert person.client.get("/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/works/../../etc/passwd",
        "/works/%2e%2e%2fx/papers/memo.pdf",
    ],
)
def test_tricks_with_paths_lead_nowhere(person, path):
    assert person.client.get(path).status_code == 404
