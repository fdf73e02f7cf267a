"""What a program passes wrongly is a `RequestError` that names the argument; nothing is guessed."""

import pytest

from pipeline import api


def refusal(call):
    """What the call is refused with: the messages in English, each of which has a remedy in two languages."""
    with pytest.raises(api.RequestError) as refused:
        call()
    assert all(fault.help and fault.help.th and fault.help.en for fault in refused.value.diagnostics)
    return [fault.message.en for fault in refused.value.diagnostics]


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        (api.load, "path"),
        (api.check, "path"),
        (api.score, "data"),
        (api.build, "data"),
        (api.render, "data"),
        (api.audit, "paths"),
        (api.verify, "file"),
    ],
)
def test_what_is_no_path(function, argument):
    for value, shown in ((None, "NoneType"), (5, "int"), (b"input", "bytes"), (["input"], "list")):
        assert refusal(lambda value=value: function(value)) == [
            f"the argument {argument} takes no value of type {shown}"
        ]


@pytest.mark.parametrize("function", [api.load, api.check, api.score, api.render, api.audit, api.verify])
def test_an_empty_path_is_not_the_current_folder(function, memo, monkeypatch):
    monkeypatch.chdir(memo.parent)
    assert len(refusal(lambda: function(""))) == 1


@pytest.mark.parametrize("function", [api.load, api.score, api.build, api.render, api.audit])
def test_a_name_that_no_file_can_have(function):
    """A name in a file system has 255 bytes at most."""
    with pytest.raises(api.InputError) as refused:
        function("ก" * 300 + ".yaml")
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.location.file) == ("unreadable", "ก" * 300 + ".yaml")


@pytest.mark.parametrize("function", [api.check, api.build, api.render])
def test_ids_of_papers_are_a_list_of_texts(function, memo):
    assert refusal(lambda: function(memo, only="memo")) == ["the argument only takes no value of type str"]
    assert refusal(lambda: function(memo, only=[1])) == ["the argument only takes no value of type int"]
    assert refusal(lambda: function(memo, only=7)) == ["the argument only takes no value of type int"]


def test_ids_of_papers_may_come_one_by_one(memo):
    assert [each.paper.id for each in api.build(memo, only=(id for id in ["memo"]))] == ["memo"]


def test_options_of_another_type():
    assert refusal(lambda: api.render_options(formats="pdf")) == [
        "the argument formats takes no value of type str"
    ]
    assert refusal(lambda: api.render_options(formats=[])) == ["the option formats takes no ''"]
    assert refusal(lambda: api.render_options(digits="")) == ["the option digits takes no ''"]
    assert refusal(lambda: api.render_options(embed=None)) == ["the option embed takes no 'None'"]
    assert refusal(lambda: api.render_options(templates="")) == [
        "the value of the argument templates is no path: ''"
    ]
    assert refusal(lambda: api.render_options(reference=3)) == [
        "the argument reference takes no value of type int"
    ]


@pytest.mark.parametrize("function", [api.load, api.check, api.build, api.render, api.audit, api.verify])
def test_options_that_are_none(function, memo, tmp_path):
    for options in (None, {"digits": "thai"}):
        assert refusal(lambda options=options: function(memo, options=options)) == [
            f"the argument options takes no value of type {type(options).__name__}"
        ]
    by_hand = api.RenderOptions(formats=("odt",), digits="roman", extent="half", conformance="2b")
    assert refusal(lambda: function(memo, options=by_hand)) == [
        "the option formats takes no 'odt'",
        "the option digits takes no 'roman'",
        "the option embed takes no 'half'",
        "the option conformance takes no '2b'",
    ]
    with pytest.raises(api.InputError):
        function(memo, options=api.RenderOptions(folder=tmp_path / "ไม่มี"))


def test_only_what_was_rendered_is_written(memo, tmp_path):
    rendered = api.render(memo, options=api.render_options(formats=["docx"]))
    for value in (None, [rendered], api.load(memo)):
        assert refusal(lambda value=value: api.write(value, folder=tmp_path / "out")) == [
            f"the argument rendered takes no value of type {type(value).__name__}"
        ]
    assert refusal(lambda: api.write(rendered, folder="")) == [
        "the value of the argument folder is no path: ''"
    ]
    assert refusal(lambda: api.write(rendered, folder="a\0b")) == [
        "the value of the argument folder is no path: 'a\\0b'"
    ]
    assert refusal(lambda: api.write(rendered, folder=None)) == [
        "the argument folder takes no value of type NoneType"
    ]
    assert not (tmp_path / "out").exists()


def test_nothing_is_no_audit():
    """No finding would say that there are papers, and that they are sound."""
    assert len(refusal(api.audit)) == 1


def test_a_pdf_of_another_paper_than_the_one_asked_for(memo, tmp_path):
    rendered = api.render(memo, options=api.render_options(formats=["pdf"]))
    (pdf,) = api.write(rendered, folder=tmp_path / "out")
    assert api.verify(pdf.path, paper="memo").sound
    assert refusal(lambda: api.verify(pdf.path, paper="report")) == ["the file is the paper memo, not report"]
    assert refusal(lambda: api.verify(pdf.path, paper=3)) == ["the argument paper takes no value of type int"]
    assert refusal(lambda: api.verify(pdf.path, trust="")) == [
        "the value of the argument trust is no path: ''"
    ]
