"""What each front end may load, proven in a fresh interpreter."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "textual", "rich", "asyncio", "yaml", "pydantic", "babel", "importlib.metadata",
    "sqlite_utils", "dataclasses", "pathlib", "unittest", "typing_extensions",
}  # fmt: skip


def loaded(code: str, *arguments: str) -> set[str]:
    script = f"import sys\n{code}\nsys.stderr.write(' '.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "MDMA", "phenelzine", "--lang", "fr"),
        ("search", "keta"),
        ("matrix", "MDMA", "alcohol"),
    ],
)
def test_a_lookup_loads_nothing_heavy(
    database: Path, arguments: tuple[str, ...]
) -> None:
    code = "from hrterm.cli.main import run\nrun([*sys.argv[1:]], None)"
    found = loaded(code, *arguments, "--db", str(database))
    assert not {name for name in HEAVY if name in found}
    assert "hrterm.domain.taxonomy" not in found  # worked out when the edition was made


def test_a_page_does_not_load_what_resolves_pairs() -> None:
    found = loaded("import hrterm.pages.sheet")
    assert "hrterm.wording.pairs" in found
    assert not found & {"hrterm.domain.resolve", "hrterm.domain.knowledge"}


def test_the_domain_is_plain_python() -> None:
    code = (
        "import hrterm.domain.combination, hrterm.domain.answer, hrterm.domain.naming"
    )
    found = loaded(code)
    assert not found & (HEAVY | {"sqlite3", "gettext"})


def test_the_pipeline_needs_no_toolkit() -> None:
    found = loaded("import hrterm.content.build")
    assert not {name for name in found if name.split(".")[0] in {"textual", "rich"}}


def test_the_root_package_is_light() -> None:
    found = loaded("import hrterm")
    assert not {name for name in found if name.startswith("hrterm.")}
