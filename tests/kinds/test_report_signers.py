"""Who signs an HR report: as data, at its end, with a place for each signature; without them it has none."""

from pathlib import Path
from typing import Any

from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.writing import workbook_of
from pipeline.papers.build import markup_of, prepare_source

EXAMPLE = Path(__file__).parents[2] / "input" / "hr-scorecard-2563"
SIGNERS = [
    {
        "duty": duty,
        "person": {"title": "นาย", "given": "สมมติ", "surname": surname},
        "position": f"ตำแหน่ง{surname}",
    }
    for duty, surname in (("ผู้จัดทำ", "หนึ่ง"), ("ผู้ตรวจ", "สอง"))
]


def signed() -> dict[str, Any]:
    values = dict(read(EXAMPLE, SHIPPED).values)
    return {**values, "report": {**values["report"], "signers": SIGNERS}}


def test_signers_stand_at_the_end_of_the_report_in_their_order() -> None:
    prepared = prepare_source(Source("a.yaml", signed()), "a", SHIPPED)
    (report,) = [paper for paper in prepared.papers if paper.id == "report"]
    markup = markup_of(prepared, report)
    end = markup[markup.index("ผู้จัดทำ</p>") :]
    said = ["ผู้จัดทำ", '<sign role="report-signer-1"', "หนึ่ง", "ผู้ตรวจ", '<sign role="report-signer-2"', "สอง"]
    places = [end.index(each) for each in said]
    assert places == sorted(places)
    kind = SHIPPED.of("hr-scorecard")
    assert kind.signing(prepared.office_input, "report").signers == (
        ("นายสมมติ หนึ่ง", "ตำแหน่งหนึ่ง"),
        ("นายสมมติ สอง", "ตำแหน่งสอง"),
    )
    # the memo stays with its own
    assert all("สมมติ หนึ่ง" not in name for name, _ in kind.signing(prepared.office_input, "memo").signers)


def test_a_report_without_signers_has_no_place_to_sign() -> None:
    prepared = prepare_source(read(EXAMPLE, SHIPPED), "a", SHIPPED)
    (report,) = [paper for paper in prepared.papers if paper.id == "report"]
    assert "<sign" not in markup_of(prepared, report)


def test_signers_go_through_a_workbook(tmp_path: Path) -> None:
    kind = SHIPPED.of("hr-scorecard")
    book = tmp_path / "book.xlsx"
    book.write_bytes(workbook_of(kind, signed()))
    again, first = load(read(book, SHIPPED), SHIPPED), load(Source("a.yaml", signed()), SHIPPED)
    assert again.report == first.report  # type: ignore[attr-defined]
