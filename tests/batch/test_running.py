import sqlite3
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from batch_runs import as_asked, run, standing, states

from pipeline.batch import runner as running
from pipeline.batch.batch_file import BatchOrder, read_batch
from pipeline.batch.events import Delivered, Planned
from pipeline.batch.plan import Choice
from pipeline.batch.runner import plan_batch
from pipeline.diagnostics import OutputError
from pipeline.kinds import SHIPPED
from pipeline.output.ledger import LEDGER_NAME

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["ก/memo", "ข/memo", "ค/memo"]


def only_the_first(order: BatchOrder) -> Choice:
    return Choice((), frozenset({order.units[0].folder}), ("pdf",))


def pages_of(pdf: Path) -> list[bytes]:
    """Each page as a picture."""
    return [page.render(scale=0.5).to_pil().tobytes() for page in pypdfium2.PdfDocument(pdf)]


def test_a_first_run_makes_every_paper(batch: Path) -> None:
    ended = run(batch, formats=("docx", "pdf"))
    assert states(ended) == dict.fromkeys(NAMES, "new")
    assert sorted(standing(batch.parent / "out")) == [f"{n}.{k}" for n in NAMES for k in ("docx", "pdf")]


def test_a_second_run_does_nothing(batch: Path) -> None:
    run(batch)
    folder = batch.parent / "out"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if path.name != LEDGER_NAME}
    ended = run(batch)
    assert states(ended) == dict.fromkeys(NAMES, "unchanged")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_one_changed_value_makes_one_paper_anew_and_says_why(batch: Path, rewrite) -> None:
    run(batch)
    before = standing(batch.parent / "out")
    rewrite("ที่ 2", "ที่ 22")
    ended = run(batch)
    assert states(ended) == {"ก/memo": "unchanged", "ข/memo": "changed", "ค/memo": "unchanged"}
    assert ended.plan.documents[1].why == (("หัวบันทึกและผู้ลงนาม ที่: ที่ 2 → ที่ 22", "memo.number: ที่ 2 → ที่ 22"),)
    after = standing(batch.parent / "out")
    assert [name for name in after if after[name] != before[name]] == ["ข/memo.pdf"]


def test_a_value_that_no_paper_prints_makes_nothing_anew(batch: Path) -> None:
    run(batch)
    memo = batch.parent / "memo.yaml"
    memo.write_text(memo.read_text("utf-8").replace("office: {", "office: {head: อธิบดี, "), "utf-8")
    assert states(run(batch)) == dict.fromkeys(NAMES, "unchanged")
    assert states(run(batch, choose=only_the_first)) == {"ก/memo": "unchanged"}


def test_another_signer_makes_anew_the_agreement_and_not_its_annexes(tmp_path: Path) -> None:
    base = ROOT / "input" / "agreement-2547"
    batch = tmp_path / "batch.yaml"
    for name in ("มนู", "มานะ"):
        common = f"{{agreement.strategy: [], agreement.maker.person.given: {name}}}"
        batch.write_text(f"{{kind: batch, base: {base}, set: {common}, units: [ก]}}", encoding="utf-8")
        ended = run(batch)
    assert states(ended) == {"ก/agreement": "changed", "ก/annexes": "unchanged", "ก/scores": "unchanged"}
    run(batch, folder=tmp_path / "anew")
    for paper in ("annexes", "scores"):
        assert pages_of(tmp_path / "out" / "ก" / f"{paper}.pdf") == pages_of(
            tmp_path / "anew" / "ก" / f"{paper}.pdf"
        )


def test_a_comment_in_the_data_makes_nothing_anew(batch: Path) -> None:
    run(batch)
    memo = batch.parent / "memo.yaml"
    memo.write_text("# หมายเหตุ\n" + memo.read_text("utf-8"), "utf-8")
    assert states(run(batch)) == dict.fromkeys(NAMES, "unchanged")


def test_a_changed_style_sheet_makes_all_anew_and_says_so(batch: Path, tmp_path: Path) -> None:
    shipped = (ROOT / "templates" / "styles" / "memo.yaml").read_text("utf-8")
    for name, text in {
        "same": shipped + "\n# ของสำนักงาน\n",
        "other": shipped.replace("size: 29", "size: 28"),
    }.items():
        (tmp_path / name / "styles").mkdir(parents=True)
        (tmp_path / name / "styles" / "memo.yaml").write_text(text, encoding="utf-8")
    run(batch)
    options = as_asked(batch).options
    same = run(batch, options=replace(options, folder=tmp_path / "same"))
    assert states(same) == dict.fromkeys(NAMES, "unchanged")
    other = run(batch, options=replace(options, folder=tmp_path / "other"))
    assert states(other) == dict.fromkeys(NAMES, "changed")
    assert "แม่แบบ" in other.plan.documents[0].why[0].th


def test_a_file_that_was_removed_is_made_again(batch: Path) -> None:
    run(batch)
    before = standing(batch.parent / "out")
    (batch.parent / "out" / "ก" / "memo.pdf").unlink()
    assert states(run(batch))["ก/memo"] == "changed"
    assert standing(batch.parent / "out") == before


def test_another_format_is_made_when_it_is_asked_for(batch: Path) -> None:
    run(batch)
    ended = run(batch, formats=("docx", "pdf"))
    assert states(ended) == dict.fromkeys(NAMES, "changed")
    assert len(standing(batch.parent / "out")) == 6


def test_a_format_that_a_change_left_out_is_made_when_it_is_asked_for_again(batch: Path, rewrite) -> None:
    run(batch, formats=("docx", "pdf"))
    rewrite("ที่ 2", "ที่ 22")
    assert states(run(batch))["ข/memo"] == "changed"
    ended = run(batch, formats=("docx", "pdf"))
    assert states(ended) == {"ก/memo": "unchanged", "ข/memo": "changed", "ค/memo": "unchanged"}
    assert [words.en for words in ended.plan.documents[1].why] == ["ข/memo.docx is older than the data"]


def test_an_edited_file_is_kept_and_told(batch: Path) -> None:
    run(batch)
    edited = batch.parent / "out" / "ก" / "memo.pdf"
    edited.write_bytes(b"edited")
    ended = run(batch)
    assert states(ended)["ก/memo"] == "edited"
    assert ended.not_made == ()
    assert edited.read_bytes() == b"edited"


def test_an_edited_file_that_is_out_of_date_is_refused_and_the_others_are_made(batch: Path, rewrite) -> None:
    run(batch)
    edited = batch.parent / "out" / "ก" / "memo.pdf"
    edited.write_bytes(b"edited")
    rewrite("ที่ 1", "ที่ 11")
    rewrite("ที่ 2", "ที่ 22")
    ended = run(batch)
    assert states(ended) == {"ก/memo": "blocked", "ข/memo": "changed", "ค/memo": "unchanged"}
    (refused,) = ended.not_made
    assert (refused.kind, refused.faults[0].code) == (OutputError, "edited")
    assert edited.read_bytes() == b"edited"
    assert states(run(batch, force=True)) == {
        "ก/memo": "changed",
        "ข/memo": "unchanged",
        "ค/memo": "unchanged",
    }
    assert edited.read_bytes().startswith(b"%PDF")


def test_a_file_of_somebody_else_is_not_overwritten(batch: Path) -> None:
    theirs = batch.parent / "out" / "ข" / "memo.pdf"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"theirs")
    ended = run(batch)
    assert [(each.unit, each.faults[0].code) for each in ended.not_made] == [("ข", "edited")]
    assert theirs.read_bytes() == b"theirs"
    assert ended.delivered == 2


def test_a_file_touched_but_not_changed_is_still_ours(batch: Path) -> None:
    run(batch)
    path = batch.parent / "out" / "ก" / "memo.pdf"
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    assert states(run(batch)) == dict.fromkeys(NAMES, "unchanged")


def test_a_bad_row_stops_no_other_and_is_told_with_its_place(batch: Path, rewrite) -> None:
    rewrite("{memo.number: ที่ 2}", "{memo.date: วานนี้}")
    told: list[object] = []
    ended = run(batch, told.append)
    (refused,) = ended.not_made
    (fault,) = refused.faults
    assert (refused.unit, fault.location and fault.location.file, fault.location and fault.location.line) == (
        "ข",
        str(batch),
        5,
    )
    assert sorted(standing(batch.parent / "out")) == ["ก/memo.pdf", "ค/memo.pdf"]
    assert [type(event) for event in told] == [Planned, Delivered, Delivered]


def test_what_a_row_makes_wrong_elsewhere_is_told_at_the_row(batch: Path, rewrite) -> None:
    rewrite("{memo.number: ที่ 2}", "{body: []}")
    (refused,) = run(batch).not_made
    assert [fault.location and fault.location.line for fault in refused.faults] == [5]


def test_a_bad_base_is_told_once_where_it_is(batch: Path) -> None:
    memo = batch.parent / "memo.yaml"
    memo.write_text(memo.read_text("utf-8").replace("  to: ผู้อำนวยการ\n", "", 1), encoding="utf-8")
    faults = {fault for each in run(batch).not_made for fault in each.faults}
    assert [fault.location and fault.location.file for fault in faults] == [str(memo)]


def test_a_unit_that_left_the_batch_is_an_orphan_and_its_file_stays(batch: Path, rewrite) -> None:
    run(batch)
    rewrite("  - {id: ข, set: {memo.number: ที่ 2}}\n", "")
    ended = run(batch)
    assert [orphan.name for orphan in ended.plan.orphans] == ["ข/memo"]
    assert "ข/memo.pdf" in standing(batch.parent / "out")
    (batch.parent / "out" / "ข" / "memo.pdf").unlink()
    run(batch)
    assert plan_batch(as_asked(batch)).orphans == ()


def test_units_that_are_not_asked_for_are_no_orphans(batch: Path) -> None:
    run(batch)
    ended = run(batch, choose=only_the_first)
    assert states(ended) == {"ก/memo": "unchanged"}
    assert ended.plan.orphans == ()


def test_a_plan_writes_nothing(batch: Path) -> None:
    plan = plan_batch(as_asked(batch))
    assert [document.state for document in plan.documents] == ["new"] * 3
    assert not (batch.parent / "out").exists()


def test_a_plan_is_what_a_run_then_does(batch: Path, rewrite) -> None:
    run(batch)
    rewrite("ที่ 3", "ที่ 33")
    plan = plan_batch(as_asked(batch))
    assert {document.name: document.state for document in plan.documents} == states(run(batch))


def test_a_ledger_of_an_earlier_render_is_taken_over(batch: Path) -> None:
    (batch.parent / "out").mkdir()
    old = sqlite3.connect(batch.parent / "out" / LEDGER_NAME)
    old.execute("CREATE TABLE written (path TEXT, sha256 TEXT, PRIMARY KEY (path, sha256)) WITHOUT ROWID")
    old.close()
    assert run(batch).delivered == 3


def test_papers_of_a_pool_are_those_of_one_process(batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "WORTH_A_POOL", 1)
    run(batch)
    alone = standing(batch.parent / "out")
    pooled = run(batch, folder=batch.parent / "pooled", processes=2)
    assert pooled.delivered == 3
    assert standing(batch.parent / "pooled") == alone


def test_units_are_read_in_the_order_of_the_batch(batch: Path) -> None:
    assert [document.unit for document in plan_batch(as_asked(batch)).documents] == list(
        read_batch(batch, SHIPPED).units
    )
