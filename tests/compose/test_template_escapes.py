"""Attempts of a template to get out: each is refused at its line, none makes a paper."""

import pytest

from tests.compose.own_template import composed, memo, refused

ATTRIBUTES = """
{{ data.parse_raw("x", content_type="application/pickle", allow_pickle=True) }}
{{ data.parse_file("/etc/passwd") }}
{{ data.model_construct() }}
{{ data.model_validate_json("{}") }}
{{ data.model_dump_json() }}
{{ data.model_fields }}
{{ memo.proposer.copy(update={"position": "x"}) }}
{{ memo.proposer.person.model_copy(update={"given": "x"}).given }}
{{ office.__class__.__mro__ }}
{{ office.__dict__ }}
{{ office._record.parse_raw }}
{{ office["_record"] }}
{{ office["__class__"] }}
{{ office.reach }}
{{ office.__getattribute__("name") }}
{{ office.__reduce_ex__(2) }}
{{ ""["__class__"] }}
{{ digits.__class__.__base__.__subclasses__() }}
{{ memo.date.__reduce__() }}
{{ memo.date.today() }}
{{ memo.date.fromtimestamp(0) }}
{{ memo.date.strftime("%99999Y") }}
{{ memo.date.replace(year=1) }}
{{ body.append(1) }}
{{ facts.update({"office": "x"}) }}
{{ facts.pop("office") }}
{{ facts.clear() }}
{{ self._TemplateReference__context }}
{{ self.__init__.__globals__ }}
{% for i in [1] %}{{ loop._iterable }}{% endfor %}
{% for i in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}
{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}
{% macro m() %}{{ caller._environment }}{% endmacro %}{% call m() %}{% endcall %}
{% set g = [1]|map("string") %}{{ g.gi_frame.f_globals }}
{% set g = [1]|select %}{{ g.throw("x") }}
{{ undefined_name }}
{{ office.nmae }}
"""
FILTERS = """
{{ office|attr("__class__") }}
{{ (data|attr("parse_raw"))("x") }}
{{ ""|safe|attr("__class__") }}
{{ [data]|map(attribute="parse_raw")|first }}
{{ [data]|map(attribute="__class__.__mro__")|first }}
{{ [data]|map("attr", "model_fields")|first }}
{{ [data]|sort(attribute="__class__")|first }}
{{ [data]|groupby("__class__")|first }}
{{ [data]|sum(attribute="__class__") }}
{{ [1, 2]|random }}
{{ "x"|tojson }}
{{ data|pprint }}
{{ {"a": 1}|xmlattr }}
{{ "x"|urlize }}
{{ data|string }}
{{ body|upper }}
{{ [[1]]|join }}
{{ 2|round(1000000000) }}
{{ 2|round(-1000000000) }}
{{ [[1]]|sum(start=[]) }}
"""
FORMAT = """
{{ "{0.__class__}".format(office) }}
{{ "{a.__class__}".format_map({"a": office}) }}
{{ "{0[name]}".format(data) }}
{{ "{:1000000000}".format(1) }}
{{ ("{0." ~ "__class__}").format(office) }}
{{ "%s"|format(office) }}
{{ "%r"|format("x") }}
{{ "%999999999d"|format(1) }}
{{ "%999999999d" % 1 }}
{{ "%.999999999f" % 1.5 }}
{{ "%*d"|format(999999999, 1) }}
{{ "%(a)999999999s"|format(a=1) }}
{% if "%999999999d" is even %}{% endif %}
{% if "%999999999d" is divisibleby(1) %}{% endif %}
"""
GLOBALS = """
{{ lipsum(n=100000) }}
{{ lipsum.__globals__ }}
{{ cycler.__init__.__globals__ }}
{{ cycler("a").next.__func__.__globals__ }}
{{ joiner.__init__.__globals__.os }}
{{ joiner().__class__ }}
{{ namespace.__init__.__globals__ }}
{{ namespace(a=1).__class__ }}
{{ range.__call__ }}
{{ date_range.__globals__ }}
{{ dict.fromkeys("abc") }}
{{ dict.mro() }}
{{ dict["x"] }}
{{ "x"() }}
{{ office() }}
"""
FILES = r"""
{% include "../../../../../../etc/passwd" %}
{% include "/etc/passwd" %}
{% include "memo/../../secret.j2" %}
{% include "memo\\..\\..\\secret.j2" %}
{% include "a\x00b" %}
{% include "n" ~ "o" * 5000 %}
{% include ["../secret.j2", "/etc/hostname"] %}
{% from "../secret.j2" import x %}
{% import "../secret.j2" as x %}
{% extends "../secret.j2" %}
{% include "linked.j2" %}
{% include "folder/secret.j2" %}
{% include "binary.j2" %}
{% include "memo" %}
"""
PRINTS = """
{{ memo.proposer }}
{{ data }}
{{ body }}
{{ memo.date }}
{{ memo.through or none }}
{{ true }}
{{ date_range }}
{{ body ~ "" }}
{{ "x" ~ none }}
"""


def listed(attempts: str) -> list[str]:
    return attempts.strip().splitlines()


ATTEMPTS = [each for group in (ATTRIBUTES, FILTERS, FORMAT, GLOBALS, FILES, PRINTS) for each in listed(group)]


@pytest.fixture(scope="module")
def prepared():
    return memo()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of templates beside a file that is not theirs, with links to it."""
    above = tmp_path_factory.mktemp("office")
    (above / "secret.j2").write_text("secret", encoding="utf-8")
    own = above / "templates"
    own.mkdir()
    (own / "linked.j2").symlink_to(above / "secret.j2")
    (own / "folder").symlink_to(above)
    (own / "binary.j2").write_bytes(b"\xff\xfe\x00")
    return own


def test_there_are_as_many_attempts_as_are_promised():
    assert len(ATTEMPTS) >= 100


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_attempt_is_refused_at_its_line(attempt, prepared, folder, fresh_environment):
    fault = refused(prepared, folder, attempt)
    assert fault is not None, "it made a paper"
    assert fault.location is not None
    assert (fault.location.file, fault.location.line) == ("memo/memo.xml.j2", 2)
    assert fault.message.th
    assert fault.help.th


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{{ office.name|upper|lower }}", "สำนักงาน"),
        ('{{ memo.proposer.person.full_name.split(" ")|length }}', "2"),
        ('{{ "%.1f"|format(2.25) }} {{ "%05.2f" % 1.5 }}', "2.2 01.50"),
        ("{% for name, value in {'a': 1}|dictsort %}{{ name }}{{ value }}{% endfor %}", "a1"),
        ("{% set c = cycler('x', 'y') %}{{ c.next() }}{{ c.next() }}", "xy"),
        ("{% set n = namespace(a=1) %}{% set n.a = n.a + 1 %}{{ n.a }}", "2"),
        ("{% for x in [1, 2] %}{{ loop.cycle('a', 'b') }}{{ loop.length }}{% endfor %}", "a2b2"),
        ("{% for x in [[1, [[2, []]]]] recursive %}{{ x[0] }}{{ loop(x[1]) }}{% endfor %}", "12"),
        ('{{ "a"|attr("upper") is defined }}'.replace("{{", "{% if ").replace("}}", "%}x{% endif %}"), ">x<"),
        ('{{ "7".zfill(3) }}{{ "a,b".split(",")|join("-") }}', "007a-b"),
        ("{% macro m(x) %}{{ x }}{{ caller() }}{% endmacro %}{% call m(1) %}b{% endcall %}", "1b"),
        ('{{ "<" ~ "b"|safe }}', "&lt;b"),
    ],
)
def test_what_papers_need_still_works(body, says, prepared, folder, fresh_environment):
    assert says in composed(prepared, folder, body)


def test_an_own_template_may_include_extend_and_import_its_own(prepared, folder, fresh_environment):
    (folder / "part.j2").write_text("{% macro m() %}part{% endmacro %}", encoding="utf-8")
    assert "part" in composed(prepared, folder, '{% import "part.j2" as part %}{{ part.m() }}')


def test_what_an_imported_template_counts_does_not_stay_for_the_next_paper(
    prepared, folder, fresh_environment
):
    (folder / "count.j2").write_text(
        "{% set n = namespace(x=0) %}{% macro m() %}{% set n.x = n.x + 1 %}no {{ n.x }}{% endmacro %}",
        encoding="utf-8",
    )
    body = '{% import "count.j2" as count %}{{ count.m() }}{{ count.m() }}'
    first = composed(prepared, folder, body)
    assert "no 1no 2" in first
    assert composed(prepared, folder, body) == first


def test_the_folder_itself_may_be_a_link(prepared, tmp_path, fresh_environment):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert "ok" in composed(prepared, tmp_path / "link", "ok")
