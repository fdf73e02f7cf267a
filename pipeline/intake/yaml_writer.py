"""Plain values -> YAML that reads back as the same values, with figures as people type them."""

from __future__ import annotations

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import SafeRepresenter
from ruamel.yaml.resolver import VersionedResolver

from pipeline.intake.source import Plain

_TEXT = "tag:yaml.org,2002:str"
_BARE = {f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "bool", "timestamp")}
"""What our reader takes as typed: it may stand without quotation marks."""

_WIDEST = 100_000
_RESOLVER = VersionedResolver()


class _Representer(SafeRepresenter):
    """Writes `17.50` bare and `null`, which would be read as nothing, in quotation marks."""

    def represent_text(self, text: str) -> Any:
        tag = str(_RESOLVER.resolve(ScalarNode, text, (True, False)))
        if tag in _BARE:
            return self.represent_scalar(tag, text)
        style = "|" if "\n" in text else '"' if tag != _TEXT else None
        return self.represent_scalar(_TEXT, text, style=style)


_Representer.add_representer(str, _Representer.represent_text)


def write_yaml(values: dict[str, Plain], comment: str = "") -> str:
    """The text of a YAML file for `values`, its lines of `comment` first."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Representer = _Representer
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    yaml.width = _WIDEST
    yaml.indent(mapping=2, sequence=4, offset=2)
    written = io.StringIO()
    yaml.dump(values, written)
    opening = "".join(f"# {line}\n" for line in comment.splitlines())
    return f"{opening}{chr(10) if opening else ''}{written.getvalue()}"
