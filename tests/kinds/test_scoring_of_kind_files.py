"""The section `scoring` of a kind.yaml and its lists of indicators: each slip is told at its line."""

from __future__ import annotations

import pytest

from pipeline.diagnostics import InputError
from pipeline.kinds.from_yaml.reading import read_form

FILE = """\
title: {th: แบบคะแนน, en: Sheet}
about: {th: ทดสอบ, en: test}
fields:
  scheme: {type: scheme, title: แบบคะแนน, default: appraisal}
  share: {type: percent, title: น้ำหนัก, default: "100"}
  unit: {type: text, title: สังกัด}
  work:
    type: indicators
    title: งาน
    fields: {name: {}, weight: {}, scale: {}, value: {title: ผลงาน}}
  skills:
    type: indicators
    title: ทักษะ
    scale: [{when: points, type: points, expected: due}, {type: count}]
    fields: {name: {}, due: {type: count, title: คาดหวัง}, value: {}}
papers:
  - {id: sheet, title: แบบ, label: แบบ, template: memo/memo.xml.j2, style: memo}
scoring:
  scheme: scheme
  members:
    - {indicators: work, title: งาน, weight: share, scheme: appraisal-work}
    - {indicators: skills, title: ทักษะ, weight: 100 - share, scheme: appraisal-competency}
  summary: {group: unit}
"""


def test_known_columns_have_their_types_and_titles_and_may_be_called_otherwise() -> None:
    row = read_form("sheet", "kind.yaml", FILE.encode()).file.fields["work"].fields
    assert [(each.type, each.title) for each in row.values()] == [
        ("text", "ชื่อตัวชี้วัด"),
        ("weight", "น้ำหนัก (ร้อยละ)"),
        ("scale", "เกณฑ์"),
        ("measured", "ผลงาน"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        (
            "  share: {type: percent",
            "  like: {type: scheme, title: ก}\n  share: {type: percent",
            "kind-scheme-field",
            5,
        ),
        ("  unit: {", "  gates: {type: text, title: ก}\n  unit: {", "kind-field-taken", 6),
        (
            "    fields: {name: {}, weight: {}, scale: {}",
            "    fields: {name: {}, weight: {}",
            "kind-one-scale",
            8,
        ),
        ("when: points, type", "when: marks, type", "kind-scale-when", 14),
        ("{type: count}]", "{type: counted}]", "kind-scale-type", 14),
        ("expected: due", "thresholds: due", "kind-scale-member", 14),
        ("scheme: appraisal-work}", "scheme: appraisal-wrok}", "kind-no-scheme", 21),
        ("indicators: skills", "indicators: skill", "kind-no-such-field", 22),
        ("weight: 100 - share", "weight: unit", "expression-weight", 22),
        ("{group: unit}", "{group: units}", "kind-no-field", 23),
    ],
)
def test_a_slip_is_told_at_its_line(old: str, new: str, code: str, line: int) -> None:
    assert FILE.count(old) == 1
    with pytest.raises(InputError) as refused:
        read_form("sheet", "kind.yaml", FILE.replace(old, new).encode())
    told = [(fault.code, fault.location.line) for fault in refused.value.diagnostics if fault.location]
    assert (code, line) in told


def test_indicators_that_nobody_scores_and_scores_without_parts_are_refused() -> None:
    unscored = FILE[: FILE.index("scoring:")]
    with pytest.raises(InputError) as refused:
        read_form("sheet", "kind.yaml", unscored.encode())
    assert [fault.code for fault in refused.value.diagnostics] == ["kind-unscored"]
    bare = FILE[: FILE.index("  members:")]
    with pytest.raises(InputError) as refused:
        read_form("sheet", "kind.yaml", bare.encode())
    assert [fault.code for fault in refused.value.diagnostics] == ["kind-one-of-members"]
