"""A post leads to a page, is done once, and its token stands in no address."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest

from pipeline.desk.app import desk_app

MEMO = (Path(__file__).parents[2] / "input" / "memo-example" / "memo.yaml").read_bytes()
UNITS = "id,memo.number\nเลย,ที่ 1\n".encode()


@pytest.fixture
def work(person) -> str:
    return person.upload("memo.yaml", MEMO).url.path


@pytest.fixture
def batch(person, work) -> str:
    return person.upload("หน่วยงาน.csv", UNITS, f"{work}/units").url.path


def test_every_post_leads_to_a_page(person, work, batch):
    good, bad = ("memo.yaml", MEMO), ("ภาพ.png", b"x")
    for path, file in [
        ("/language", None),
        ("/examples/memo", None),
        ("/works", good),
        ("/works", bad),
        (f"{work}/replace", good),
        (f"{work}/replace", bad),
        (f"{work}/last-round", good),
        (f"{work}/last-round", bad),
        (f"{work}/units", bad),
        (f"{batch}/replace", bad),
        (f"{batch}/start", None),
        (f"{batch}/cancel", None),
        (f"{batch}/close", None),
        (f"{work}/close", None),
    ]:
        answer = person.post(
            path, {"lang": "th"}, follow_redirects=False, **({"files": {"file": file}} if file else {})
        )
        assert answer.status_code == 303, path
        assert person.client.get(answer.headers["location"]).status_code in (200, 422), path


def test_a_refusal_is_told_once_on_the_page_that_it_led_to(person, work):
    for page, to in (("/", "/works"), (work, f"{work}/replace")):
        told = person.upload("ภาพ.png", b"x", to)
        assert (told.status_code, told.url.path) == (422, page)
        assert "แฟ้ม ภาพ.png ไม่ใช่สมุดงาน Excel" in told.text
        again = person.client.get(page)
        assert again.status_code == 200
        assert "ภาพ.png" not in again.text


def test_a_refusal_is_not_told_to_a_stream_a_head_or_another(person, work):
    person.post("/works", files={"file": ("ภาพ.png", b"x")}, follow_redirects=False)
    person.client.head("/")
    person.client.get(f"{work}/panel")
    assert "ภาพ.png" not in person.client.get(work).text
    assert "ภาพ.png" in person.client.get("/").text


def test_no_address_holds_the_token(person, work, batch):
    for page in ("/", work, batch):
        text = person.client.get(page).text
        assert text.count(f'value="{person.session.csrf}"') == text.count("<form") > 1
        assert not re.search(rf'(?:action|href|hx-\w+|sse-\w+|src)="[^"]*{person.session.csrf}', text)


def test_a_token_in_an_address_opens_nothing(person):
    answer = person.client.post(
        f"/examples/memo?csrf={person.session.csrf}", headers={"origin": person.settings.origin}
    )
    assert answer.status_code == 403


def test_a_script_of_the_page_may_send_the_token_as_a_header(person):
    headers = {"origin": person.settings.origin, "x-desk-csrf": person.session.csrf, "hx-request": "true"}
    answer = person.client.post("/examples/memo", headers=headers, follow_redirects=False)
    assert answer.status_code == 303


def number_on(page: str) -> str:
    """The number of the first form of a page."""
    return re.search(r'name="once" value="([\w-]+)"', page).group(1)


def test_each_form_has_a_number_of_its_own(person, work):
    page = person.client.get("/").text + person.client.get(work).text
    numbers = re.findall(r'name="once" value="([\w-]+)"', page)
    assert len(set(numbers)) == len(numbers) > 4


def test_a_second_click_does_nothing_more(person):
    once = number_on(person.client.get("/").text)
    clicks = [person.post("/examples/memo", {"once": once}) for _ in range(3)]
    assert len({click.url.path for click in clicks}) == 1 == len(person.session.works)


def test_another_file_in_the_same_form_is_another_post(person):
    once = number_on(person.client.get("/").text)
    for name, data in (("a.yaml", MEMO), ("a.yaml", MEMO), ("a.yaml", MEMO + b"\n"), ("b.yaml", MEMO)):
        person.upload(name, data, once=once)
    assert [work.name for work in person.session.works.values()] == ["a.yaml", "a.yaml", "b.yaml"]


def test_a_work_that_was_closed_is_opened_again_by_the_same_form(person):
    once = number_on(person.client.get("/").text)
    first = person.upload("a.yaml", MEMO, once=once).url.path
    person.post(f"{first}/close")
    second = person.upload("a.yaml", MEMO, once=once)
    assert second.status_code == 200
    assert second.url.path != first


def test_two_clicks_at_one_moment_open_one_work(person):
    entered = person.client.cookies[person.settings.cookie]

    async def clicked() -> list[httpx.Response]:
        transport = httpx.ASGITransport(desk_app(person.settings, person.sessions))
        async with httpx.AsyncClient(transport=transport, base_url=person.settings.origin) as client:
            client.cookies.set(person.settings.cookie, entered)
            form = {"csrf": person.session.csrf, "once": "1"}
            headers = {"origin": person.settings.origin}
            posts = (
                client.post("/works", data=form, headers=headers, files={"file": ("a.yaml", MEMO)})
                for _ in range(5)
            )
            return await asyncio.gather(*posts)

    answers = asyncio.run(clicked())
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.headers["location"] for answer in answers}) == 1 == len(person.session.works)


def test_what_was_closed_may_be_closed_again(person, work, batch):
    for page in (work, batch):
        for _ in range(2):
            assert person.post(f"{page}/close").url.path == "/"
