"""Nobody sees or changes anything at the desk but those who entered it."""

import pytest

from pipeline.desk.settings import DeskSettings

MEMO = b"kind: memo\n"


@pytest.mark.parametrize("path", ["/", "/works/anything", "/works/x/papers/memo.pdf", "/works/x/events"])
def test_a_stranger_is_told_how_to_enter(stranger, path):
    answer = stranger.client.get(path)
    assert answer.status_code == 403
    assert "ที่อยู่หนึ่งใช้ได้ครั้งเดียว" in answer.text


def test_an_address_works_once(stranger):
    stranger.enter()
    stranger.client.cookies.clear()
    assert stranger.client.get(f"/enter?token={stranger.sessions.tokens[0]}").status_code == 403


def test_the_cookie_is_kept_from_scripts_and_other_sites(stranger):
    answer = stranger.client.get(f"/enter?token={stranger.sessions.tokens[0]}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    ("headers", "csrf"),
    [
        ({"origin": "http://evil.example"}, True),
        ({}, True),
        ({"origin": "http://127.0.0.1:8765"}, False),
        ({"origin": "null"}, True),
    ],
)
def test_a_change_must_come_from_a_page_of_the_desk(person, headers, csrf):
    form = {"csrf": person.session.csrf} if csrf else {}
    answer = person.client.post("/works", data=form, headers=headers, files={"file": ("a.yaml", MEMO)})
    assert answer.status_code == 403
    assert "ไม่ได้มาจากหน้าของโต๊ะทำงาน" in answer.text


def test_another_host_name_is_not_answered(person):
    """A page of another site whose name was pointed at this machine (DNS rebinding) gets nothing."""
    answer = person.client.get("/", headers={"host": "evil.example:8765"})
    assert answer.status_code == 421


def test_pages_run_no_script_of_their_own(person):
    answer = person.client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in answer.text
    assert "style=" not in answer.text


def test_a_file_over_the_limit_is_refused_in_words(person, settings: DeskSettings):
    answer = person.upload("big.xlsx", b"\0" * (settings.upload_limit + 1))
    assert answer.status_code == 413
    assert "แฟ้มใหญ่เกิน" in answer.text


def test_a_body_that_hides_its_length_is_cut_at_the_limit(person, settings: DeskSettings):
    def endless():
        for _ in range(3 * settings.upload_limit // 65_536):
            yield b"\0" * 65_536

    answer = person.client.post(
        "/works",
        headers={
            "x-desk-csrf": person.session.csrf,
            "origin": settings.origin,
            "content-type": "multipart/form-data; boundary=x",
        },
        content=endless(),
    )
    assert answer.status_code in (400, 413)
    assert person.client.get("/").status_code == 200


def test_one_person_does_not_see_the_work_of_another(person):
    own = person.post("/examples/memo").url.path
    first = dict(person.client.cookies)
    person.client.cookies.clear()
    person.enter(person.sessions.tokens[1])
    assert person.client.get(own).status_code == 404
    person.client.cookies.clear()
    person.client.cookies.update(first)
    assert person.client.get(own).status_code == 200
