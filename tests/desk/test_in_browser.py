"""An officer's morning at the desk, in a real browser. Pictures of each step stand in the folder that
SARABAN_SCREENSHOTS names, if it is set.
"""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from quarters import PLAN, first_quarter
from running_desk import SARABAN, desk

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SIZES = {"desktop": (1400, 950), "tablet": (820, 1100), "phone": (390, 800)}

pytestmark = [
    pytest.mark.interop,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=SIZES)
def page(browser, request) -> Iterator[sync_api.Page]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    opened.size_name = request.param
    yield opened
    context.close()


def looked_at(page: sync_api.Page, name: str) -> None:
    """No violation of accessibility (axe), nothing wider than the window; a picture for people to look at."""
    report = axe.Axe().run(page)
    assert report.violations_count == 0, report.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} is too wide"
    if folder := os.environ.get("SARABAN_SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}-{page.size_name}.png", full_page=True)


def downloaded(page: sync_api.Page, text: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=text).click()
    return Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Path:
    """The seed office as a workbook."""
    made = tmp_path_factory.mktemp("book") / "hr-scorecard-2563.xlsx"
    subprocess.run([SARABAN, "convert", ROOT / "input" / "hr-scorecard-2563", made], check=True)
    return made


@pytest.fixture(scope="module")
def rendered(book, tmp_path_factory) -> Path:
    """What the command line makes of it."""
    folder = tmp_path_factory.mktemp("rendered")
    subprocess.run([SARABAN, "render", book, "-o", folder], check=True, capture_output=True)
    return folder / book.stem


def cell_of(sheet, title: str):
    """The first figure below the column's title."""
    header = next(
        cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith(title)
    )
    below = (sheet.cell(row, header.column) for row in range(header.row + 1, sheet.max_row + 1))
    return next(cell for cell in below if re.fullmatch(r"[\d.]+", str(cell.value or "")))


def with_weight(book: Path, weight: float, target: Path) -> str:
    """Writes a copy whose first project weighs `weight`; gives the cell's name."""
    changed = openpyxl.load_workbook(book)
    cell = cell_of(changed["โครงการ"], "ค่าน้ำหนัก")
    cell.value = weight
    changed.save(target)
    return str(cell.coordinate)


def test_the_officers_morning(page, book, rendered, tmp_path):
    broken = tmp_path / book.name
    cell = with_weight(book, 350, broken)
    with desk() as (address,):
        page.goto(address)
        looked_at(page, "home")
        page.set_input_files("#file", book)
        page.wait_for_selector("figure.page img")
        page.wait_for_selector("text=กำลังตรวจทาน", state="detached")
        looked_at(page, "work")
        for kind, text in (("pdf", "ดาวน์โหลด PDF"), ("docx", "ดาวน์โหลด Word")):
            assert downloaded(page, text) == (rendered / f"memo.{kind}").read_bytes()
        with zipfile.ZipFile(io.BytesIO(downloaded(page, "ทั้งหมดเป็น zip"))) as archive:
            for name in archive.namelist():
                assert archive.read(name) == (rendered / name).read_bytes()

        page.set_input_files("#file", broken)
        page.wait_for_selector(".faults .where")
        assert f"{book.name} แผ่นงาน 'โครงการ' ช่อง {cell}" in page.inner_text(".faults")
        assert page.locator("figure.page").count() == 0
        looked_at(page, "finding")

        page.set_input_files("#file", book)
        page.wait_for_selector("figure.page img")
        assert "ไม่พบข้อผิดพลาด" in page.inner_text("#main")

        page.get_by_role("link", name="รายงาน").first.click()
        page.wait_for_selector("figure.page img")
        assert page.locator("figure.page").count() > 20


def test_the_last_round_stands_beside_this_one(page, tmp_path):
    this, last = tmp_path / "ไตรมาส 2.yaml", tmp_path / "ไตรมาส 1.yaml"
    this.write_text(PLAN, encoding="utf-8")
    last.write_bytes(first_quarter())
    with desk() as (address,):
        page.goto(address)
        page.set_input_files("#file", this)
        page.wait_for_selector("text=ยังไม่มีรอบก่อนให้เทียบ")
        page.set_input_files("#last-round", last)
        page.wait_for_selector("svg.chart .bar.last")
        assert "รอบ 3 เดือน (ไตรมาส 1.yaml)" in page.inner_text("#main")
        looked_at(page, "scores")


def test_a_table_of_units_makes_a_batch(page, tmp_path):
    table = tmp_path / "หน่วยงาน.csv"
    table.write_text("id,memo.number\nเลย,ที่ 1\nน่าน,ที่ 2\n", encoding="utf-8")
    with desk() as (address,):
        page.goto(address)
        page.get_by_role("button", name="บันทึกข้อความ").click()
        page.set_input_files("#units-table", table)
        page.wait_for_selector("table.plan")
        page.get_by_role("button", name="เริ่มทำ").click()
        page.wait_for_selector("text=เสร็จแล้ว: 2 จาก 2")
        page.wait_for_selector("text=ไม่เปลี่ยน 2 ฉบับ")
        looked_at(page, "units")
        table.write_text("id,memo.numbr\nเลย,ที่ 1\n", encoding="utf-8")
        page.set_input_files("#file", table)
        page.wait_for_selector("text=หน่วยงาน.csv:1:2")
        looked_at(page, "units-slip")


def test_a_figure_is_asked_about_with_the_keyboard_alone(page, book):
    with desk(str(book)) as (address,):
        page.goto(address)
        page.get_by_role("link", name=book.name).focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("figure.page svg a")
        page.locator("figure.page svg a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#origin .found")
        looked_at(page, "origin")


def test_refusals_are_told_in_either_language(page, tmp_path):
    picture = tmp_path / "ภาพ.png"
    picture.write_bytes(b"no workbook")
    with desk() as (address,):
        page.goto(address)
        page.set_input_files("#file", picture)
        page.wait_for_selector(".faults .where")
        looked_at(page, "refused")
        page.get_by_role("button", name="English").click()
        page.wait_for_selector("text=What is to be made today?")
        looked_at(page, "home-english")
        page.goto(page.url + "works/none")
        looked_at(page, "absent")


def test_pages_grow_with_the_zoom_inside_the_window(page):
    with desk(str(ROOT / "input" / "memo-example")) as (address,):
        page.goto(address)
        page.get_by_role("link", name="memo-example").click()
        page.get_by_role("link", name="200%").click()
        page.wait_for_selector("figure.zoomed img")
        # A4 is 210 mm wide: 794 pixels of 1/96 inch, twice.
        assert page.locator("figure.page").first.bounding_box()["width"] == pytest.approx(1588, abs=1)
        looked_at(page, "zoomed")


def test_a_file_may_be_dropped_anywhere(page):
    data = (ROOT / "input" / "memo-example" / "memo.yaml").read_text("utf-8")
    with desk() as (address,):
        page.goto(address)
        page.evaluate(
            """data => {
                const carried = new DataTransfer();
                carried.items.add(new File([data], "memo.yaml"));
                const drop = new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true});
                document.querySelector("h1").dispatchEvent(drop);
            }""",
            data,
        )
        page.wait_for_selector("figure.page img")


def test_a_save_changes_the_page_that_shows_it(page, book, tmp_path):
    own = tmp_path / "งาน.xlsx"
    own.write_bytes(book.read_bytes())
    with desk(str(own)) as (address,):
        page.goto(address)
        with page.expect_response(lambda answer: answer.url.endswith("/events")):
            page.get_by_role("link", name=own.name).click()
        page.wait_for_selector("figure.page img")
        spare = tmp_path / "สำรอง.xlsx"
        with_weight(book, 350, spare)
        os.replace(spare, own)
        page.wait_for_selector(".faults .where")
        own.write_bytes(book.read_bytes())
        page.wait_for_selector("figure.page img")


def test_tabs_that_nobody_looks_at_shut_out_no_other(browser, tmp_path):
    """A browser keeps six connections to one desk; a stream in each of eight tabs would take them all."""
    own = tmp_path / "memo.yaml"
    good = (ROOT / "input" / "memo-example" / "memo.yaml").read_text("utf-8")
    own.write_text(good, encoding="utf-8")
    looked = "given => Object.defineProperty(document, 'hidden', {value: given, configurable: true})"
    told = "document.dispatchEvent(new Event('visibilitychange'))"
    context = browser.new_context()
    context.set_default_timeout(60_000)
    with desk(str(own)) as (address,):
        first = context.new_page()
        first.goto(address)
        first.get_by_role("link", name=own.name).click()
        tabs = [first, *(context.new_page() for _ in range(7))]
        for tab in tabs:
            tab.goto(first.url)
            tab.wait_for_selector("figure.page img")
            tab.evaluate(looked, tab is not tabs[-1])
            tab.evaluate(told)
        own.write_text(good.replace("subject:", "subjct:"), encoding="utf-8")
        tabs[-1].wait_for_selector(".faults .where")
        assert first.locator(".faults .where").count() == 0
        first.evaluate(looked, False)
        first.evaluate(told)
        first.wait_for_selector(".faults .where")
    context.close()


def test_a_closed_browser_comes_back_to_its_works_and_a_double_click_opens_one(browser, tmp_path):
    with desk() as (address,):

        def opened() -> sync_api.BrowserContext:
            return browser.browser_type.launch_persistent_context(
                str(tmp_path / "profile"), executable_path=CHROMIUM, args=["--no-sandbox"]
            )

        first = opened()
        page = first.new_page()
        page.goto(address)
        page.get_by_role("button", name="บันทึกข้อความ").dblclick()
        page.wait_for_selector("figure.page img")
        page.reload()
        first.close()
        second = opened()
        page = second.new_page()
        page.goto(re.match(r"http://[^/]+/", address).group())
        assert page.locator("ul.works a").count() == 1
        second.close()


def test_a_changed_template_changes_the_page_that_shows_it(page, tmp_path):
    own = tmp_path / "own" / "styles"
    own.mkdir(parents=True)
    with desk(str(ROOT / "input" / "memo-example"), "--templates", str(own.parent)) as (address,):
        page.goto(address)
        with page.expect_response(lambda answer: answer.url.endswith("/events")):
            page.get_by_role("link", name="memo-example").click()
        page.wait_for_selector('[data-version="1"] figure.page img')
        ours = (ROOT / "templates" / "styles" / "memo.yaml").read_text("utf-8")
        (own / "memo.yaml").write_text(ours.replace("first_top: 1.5", "first_top: 6"), encoding="utf-8")
        page.wait_for_selector('[data-version="2"] figure.page img')


def test_a_batch_is_stopped_and_taken_up_again(page, tmp_path):
    folder = tmp_path / "out"
    with desk(str(ROOT / "input" / "annexes-2547"), "-o", str(folder)) as (address,):
        page.goto(address)
        page.get_by_role("link", name="ชุดงาน annexes-2547").click()
        page.wait_for_selector("table.plan", timeout=120_000)
        assert "ใหม่ 76" in page.inner_text("#main")
        looked_at(page, "batch-plan")
        page.get_by_role("button", name="เริ่มทำ").click()
        page.wait_for_selector("text=/[1-9]\\d* จาก 76/", timeout=120_000)
        page.get_by_role("button", name="หยุด").click()
        page.wait_for_selector("text=หยุดตามที่สั่ง")
        looked_at(page, "batch-stopped")
        page.get_by_role("button", name="ทำต่อจากที่หยุด").click()
        page.wait_for_selector("text=เสร็จแล้ว", timeout=180_000)
        looked_at(page, "batch-ended")
        assert len(list(folder.glob("*/*.pdf"))) == 76
        page.get_by_role("link", name="รายงาน").click()
        assert "76" in page.inner_text("body")
        faces = "document.fonts.ready.then(fonts => [...fonts].map(face => face.status))"
        assert "loaded" in page.evaluate(faces), "the report brings its own Thai face"
        looked_at(page, "batch-report")
