"""An input's values -> the YAML files of a folder, divided as a starting folder is."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.intake.source import Plain
from pipeline.intake.yaml_writer import write_yaml


def yaml_files(
    values: Mapping[str, Plain], title: str, files: Mapping[str, tuple[str, ...]]
) -> dict[str, bytes]:
    """Each file's name and bytes. `title` is what the kind is called, `files` names the fields that stand in
    each file of that kind, in order.

    Raises `ValueError` for a value that has its place in none of them.
    """
    file_of = {name: file for file, names in files.items() for name in names}
    parts: dict[str, dict[str, Plain]] = {file: {} for file in files}
    for name in sorted(values, key=list(file_of).index):
        parts[file_of[name]][name] = values[name]
    about = f"{title}: ความหมายของทุกช่องอยู่ใน docs/input.md (saraban schema --markdown)"
    return {f"{file}.yaml": write_yaml(part, about).encode("utf-8") for file, part in parts.items() if part}
