"""Puts templates and fonts inside a built wheel; an editable install reads them from the checkout."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):
    """Adds the shipped resources to a standard wheel only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before each build; `version` is `standard` or `editable`."""
        if version == "standard":
            for name in ("templates", "fonts"):
                build_data["force_include"][name] = f"pipeline/resources_installed/{name}"
