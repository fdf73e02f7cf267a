"""Whatever comes is answered in words, with the same headers, and nothing is a failure of the program."""

import re
from pathlib import Path

import pytest

from pipeline.desk.settings import DeskSettings

MEMO = (Path(__file__).parents[2] / "input" / "memo-example" / "memo.yaml").read_bytes()
ODD = ["ก", "é", "😀", "%00", "%ff%fe", "%ed%a0%80", "..", "\u202e", "x" * 20_000, "", "%0d%0aset-cookie:a"]
THAI = re.compile("<h1>[^<]*[ก-๙]")


def form_with(name: bytes, csrf: str) -> dict[str, object]:
    """An upload whose file has a name as no browser would send it."""
    body = (
        b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n' + csrf.encode() + b"\r\n"
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="' + name + b'"\r\n\r\n'
        b"kind: memo\r\n--x--\r\n"
    )
    return {"content": body, "headers": {"content-type": "multipart/form-data; boundary=x"}}


@pytest.mark.parametrize("token", ODD, ids=range(len(ODD)))
def test_a_token_of_any_letters_lets_nobody_in(stranger, token):
    cookie = f"{stranger.settings.cookie}={token}".encode()
    assert stranger.client.get(f"/enter?token={token}").status_code == 403
    assert stranger.client.get("/", headers={b"cookie": cookie}).status_code == 403


@pytest.mark.parametrize("token", ODD, ids=range(len(ODD)))
def test_a_token_of_any_letters_changes_nothing(person, token):
    headers = {b"origin": person.settings.origin.encode()}
    for more in (
        {"data": {"csrf": token}},
        {"data": {"csrf": token}, "files": {"file": ("a.yaml", MEMO)}},
        {"files": {"csrf": ("a", token.encode())}},
    ):
        assert person.client.post("/works", headers=headers, **more).status_code == 403
    odd = {**headers, b"x-desk-csrf": token.encode()}
    assert person.client.post("/works", headers=odd).status_code == 403
    assert person.session.works == {}


@pytest.mark.parametrize("path", ODD[:-1], ids=range(len(ODD) - 1))
def test_parts_of_addresses_of_any_letters_are_no_failure(person, path):
    work = person.upload("memo.yaml", MEMO).url.path
    batch = person.upload("t.csv", b"id\nA\n", f"{work}/units").url.path
    for address in (
        f"/works/{path}/panel",
        f"{work}/papers/{path}.pdf",
        f"{work}/papers/memo/{path}1.png",
        f"{work}/origin?figure={path}",
        f"{work}?paper={path}&zoom={path}",
        f"{batch}/files/{path}.pdf",
        f"{batch}/all.zip?without={path}",
        f"/static/{path}",
    ):
        assert person.client.get(address).status_code in (200, 404, 409), address


def test_numbers_of_pages_that_no_paper_has_are_no_failure(person):
    work = person.upload("memo.yaml", MEMO).url.path
    for number in ("0", "-1", "9" * 6000, "%E0%B9%91", "1.0"):
        assert person.client.get(f"{work}/papers/memo/{number}.png").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        b"a\xe2\x80\xaegpj.yaml",
        b"\x01\x02.yaml",
        b"\xff\xfe.yaml",
        b"a.yaml\x00",
        b"..",
        b"",
        b"desk.json.yaml",
    ],
)
def test_a_file_of_any_name_is_opened_or_refused(person, name):
    sent = form_with(name, person.session.csrf)
    sent["headers"]["origin"] = person.settings.origin
    answer = person.client.post("/works", **sent)
    assert answer.status_code in (200, 422)
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", answer.text)
    for work in person.session.works.values():
        assert [path.name for path in work.source.parent.iterdir()] == [work.name]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "NONSENSE"])
def test_other_methods_are_refused_in_words(person, method):
    for path in ("/", "/works", "/nowhere"):
        answer = person.client.request(method, path, headers={"origin": person.settings.origin})
        assert answer.status_code == 405
        assert THAI.search(answer.text)
        assert "POST" in answer.headers["allow"]


def test_an_address_for_posts_says_so_to_who_only_looks(person):
    work = person.upload("memo.yaml", MEMO).url.path
    for path in ("/works", "/language", f"{work}/close"):
        answer = person.client.get(path)
        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
        assert THAI.search(answer.text)
    assert person.post(f"{work}/panel").status_code == 405


def test_a_head_is_answered_everywhere(person):
    work = person.upload("memo.yaml", MEMO).url.path
    for path in (
        "/",
        work,
        f"{work}/events",
        f"{work}/papers/memo.pdf",
        f"{work}/papers/memo/1.png",
        "/nowhere",
    ):
        seen, head = (person.client.request(how, path) for how in ("GET", "HEAD"))
        assert head.status_code == seen.status_code
        assert head.headers["content-type"] == seen.headers["content-type"]


def test_who_only_looks_at_an_address_has_not_spent_it(stranger):
    assert stranger.client.head(f"/enter?token={stranger.sessions.tokens[0]}").status_code == 200
    stranger.enter()


def test_who_sits_here_may_use_the_spent_address_again(person):
    answer = person.client.get(f"/enter?token={person.sessions.tokens[0]}")
    assert (answer.status_code, answer.url.path) == (200, "/")


def test_a_failure_of_the_program_is_told_without_its_stack(person, monkeypatch, caplog):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr("pipeline.desk.views.page", broken)
    answer = person.client.get("/")
    assert answer.status_code == 500
    assert THAI.search(answer.text)
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers
    assert "a secret of the program" in caplog.text, "it stands where the desk was started"


def test_forms_that_cannot_be_read_are_told(person):
    headers = {"origin": person.settings.origin, "x-desk-csrf": person.session.csrf}
    two = [("file", ("a.yaml", MEMO)), ("file", ("b.yaml", MEMO))]
    many = b"--x\r\n" + b"A: b\r\n" * 5000 + b"\r\n"
    for more in (
        {"files": two, "headers": headers},
        {"content": many, "headers": {**headers, "content-type": "multipart/form-data; boundary=x"}},
        {"content": b"", "headers": {**headers, "content-type": "multipart/form-data"}},
    ):
        answer = person.client.post("/works", **more)
        assert answer.status_code == 400
        assert THAI.search(answer.text)


def test_a_form_without_a_file_is_small(person):
    headers = {"origin": person.settings.origin, "content-type": "application/x-www-form-urlencoded"}
    assert person.client.post("/works", content=b"a&" * 100_000, headers=headers).status_code == 413


def test_so_many_headers_are_taken(person):
    headers = [(f"x-{number}", "a") for number in range(200)]
    assert person.client.get("/", headers=headers).status_code == 431


@pytest.mark.parametrize(
    ("host", "own", "others"),
    [
        ("127.0.0.1", ["127.0.0.1", "localhost", "LocalHost", "[::1]"], ["127.0.0.2", "a.example", ""]),
        ("::1", ["[::1]", "localhost"], ["::1", "[::2]"]),
        ("localhost", ["localhost", "127.0.0.1"], ["localhost.example", "x@localhost"]),
        ("192.0.2.7", ["192.0.2.7"], ["127.0.0.1", "localhost", "192.0.2.8"]),
        ("0.0.0.0", ["192.0.2.7", "127.0.0.1"], ["a.example", "localhost:8765"]),
        ("pc-7", ["pc-7", "PC-7"], ["pc-8", "127.0.0.1"]),
    ],
)
def test_only_the_desks_own_names_are_its_own(host, own, others):
    settings = DeskSettings(host)
    assert [name for name in own if not settings.is_own(f"{name}:8765")] == []
    assert [name for name in others if settings.is_own(f"{name}:8765")] == []
    assert [name for name in own if settings.is_own(f"{name}:8766")] == []


def test_browsers_leave_out_the_usual_port():
    assert DeskSettings(port=80).is_own("127.0.0.1")
    assert DeskSettings(port=80).origin == "http://127.0.0.1"


def test_two_desks_on_one_machine_do_not_share_a_cookie():
    assert len({DeskSettings(port=port).cookie for port in (8765, 8766, 80)}) == 3


def test_the_cookie_stays_when_the_browser_closes_on_this_machine_alone(stranger):
    answer = stranger.client.get(f"/enter?token={stranger.sessions.tokens[0]}", follow_redirects=False)
    assert "max-age" in answer.headers["set-cookie"].lower()
