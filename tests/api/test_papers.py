"""`build`, `render` and `write`: papers as pages, as bytes and as files, the same as those of the command."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import api
from pipeline.cli.main import saraban

INPUT = Path(__file__).parents[2] / "input"
MEMO = INPUT / "memo-example"


def test_a_paper_is_built_as_a_tree_and_pages():
    (paper,) = api.build(MEMO)
    assert paper.paper.id == "memo"
    assert paper.document.title.startswith("ขออนุมัติจัดโครงการอบรม")
    assert len(paper.pages) == api.render(MEMO).papers[0].pages == 2


def test_only_the_papers_that_are_asked_for():
    plan = api.load(INPUT / "hr-scorecard-2563")
    assert [each.paper.id for each in api.build(plan, only=["memo"])] == ["memo"]
    with pytest.raises(api.RequestError) as refused:
        api.render(plan, only=["memo", "annexes", "scores"])
    assert [fault.message.en for fault in refused.value.diagnostics] == ["the input makes no annexes, scores"]


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ((), {}),
        (("--format", "pdf", "--digits", "arabic"), {"formats": ["pdf"], "digits": "arabic"}),
        (("--embed", "none", "--conformance", "3b"), {"embed": "none", "conformance": "3b"}),
        (("--embed", "subset"), {"embed": "subset"}),
    ],
)
def test_the_files_are_those_of_the_command(arguments, options, tmp_path):
    done = CliRunner().invoke(saraban, ["render", str(MEMO), "-o", str(tmp_path / "command"), *arguments])
    assert done.exit_code == 0, done.output
    api.write(api.render(MEMO, options=api.render_options(**options)), folder=tmp_path / "api")
    made, written = (
        {file.name: file.read_bytes() for file in (tmp_path / place / "memo-example").iterdir()}
        for place in ("command", "api")
    )
    assert made.keys() == {f"memo.{suffix}" for suffix in options.get("formats", ("docx", "pdf"))}
    assert made == written


def test_calls_may_run_side_by_side(memo):
    options = api.render_options(formats=["pdf"])
    inputs = [MEMO, memo] * 3
    alone = [api.render(path, options=options).files for path in inputs]
    with ThreadPoolExecutor(3) as hands:
        together = list(hands.map(lambda path: api.render(path, options=options).files, inputs))
    assert together == alone


def test_files_that_a_person_edited_are_not_replaced(memo, tmp_path):
    rendered = api.render(memo)
    files = api.write(rendered, folder=tmp_path / "out")
    assert {file.path.name: file.size for file in files} == {
        f"memo.{suffix}": len(content) for suffix, content in rendered.papers[0].files.items()
    }
    assert {file.change for file in api.write(rendered, folder=tmp_path / "out")} == {"unchanged"}
    files[0].path.write_bytes(b"mine")
    with pytest.raises(api.OutputError) as refused:
        api.write(rendered, folder=tmp_path / "out")
    assert [fault.code for fault in refused.value.diagnostics] == ["edited"]
    api.write(rendered, folder=tmp_path / "out", force=True)
    assert files[0].path.read_bytes() == rendered.papers[0].files["docx"]


def test_two_inputs_of_one_name_are_not_written_over_each_other(memo, tmp_path):
    rendered = api.render(memo, options=api.render_options(formats=["docx"]))
    with pytest.raises(api.RequestError, match="บันทึก"):
        api.write(rendered, rendered, folder=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_options_that_there_are_not_are_all_told():
    with pytest.raises(api.RequestError) as refused:
        api.render_options(formats=["odt"], digits="roman", embed="half", conformance="2b")
    assert [fault.message.en for fault in refused.value.diagnostics] == [
        "the option formats takes no 'odt'",
        "the option digits takes no 'roman'",
        "the option embed takes no 'half'",
        "the option conformance takes no '2b'",
    ]


def test_folders_and_word_files_that_there_are_not_are_told(tmp_path):
    with pytest.raises(api.InputError):
        api.render_options(templates=tmp_path / "ไม่มี")
    with pytest.raises(api.InputError):
        api.render_options(reference=tmp_path / "ไม่มี.docx")
