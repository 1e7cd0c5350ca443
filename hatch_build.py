"""Build hook: database, catalogues, manual and completions go into the wheel."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ArtefactsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs the one pipeline before a wheel (or an editable one) is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build into ``src/hrterm/_artefacts``, which git ignores."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from hrterm.cli.shared import write_shared
            from hrterm.content.build import build
            from hrterm.content.catalogues import compile_catalogues

            artefacts = root / "src" / "hrterm" / "_artefacts"
            build(root / "data", artefacts / "hrterm.db")
            compile_catalogues(root / "locales", artefacts / "locales")
            build_data["shared_data"] |= write_shared(
                str(artefacts / "hrterm.db"), str(root / "build" / "shared")
            )
        finally:
            sys.path.remove(str(root / "src"))
