"""An input's values -> the YAML files of a folder, divided as a starting folder is."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.intake.source import Plain
from pipeline.intake.yaml_writer import write_yaml
from pipeline.model.choices import choice_name
from pipeline.model.inputs import KINDS

_FILE_OF = {
    "plan": "plan",
    "results": "results",
    "results_are_example": "results",
    "memo": "memo",
    "report": "report",
    "agreement": "agreement",
    "body": "memo",
}
_REST = "office"
_FILES = (_REST, "memo", "agreement", "plan", "results", "report")


def yaml_files(values: Mapping[str, Plain]) -> dict[str, bytes]:
    """Each file's name and bytes. `values` are those of a whole input, with its `kind`."""
    kind = str(values["kind"]).strip()
    names = dict.fromkeys(["kind", *KINDS[kind].model_fields])
    rank = {name: n for n, name in enumerate(names)}
    parts: dict[str, dict[str, Plain]] = {}
    for name in sorted(values, key=lambda name: rank.get(name, len(rank))):
        file = "memo" if kind == "memo" else _FILE_OF.get(name, _REST)
        parts.setdefault(file, {})[name] = values[name]
    about = f"{choice_name(kind)}: ความหมายของทุกช่องอยู่ใน docs/input.md (saraban schema --markdown)"
    return {
        f"{file}.yaml": write_yaml(parts[file], about).encode("utf-8") for file in _FILES if file in parts
    }
