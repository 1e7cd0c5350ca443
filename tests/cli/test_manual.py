"""The manual page, and what the wheel lays beside the program."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hrterm.cli.manual import main, manual
from hrterm.cli.shared import write_shared
from hrterm.cli.shells.outline import outlines
from hrterm.i18n import activate, available

LANGUAGES = available()


def shown(page: str) -> str:
    """The page as man shows it."""
    run = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-"],
        input=page,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_is_told(language: str) -> None:
    activate(language)
    page = manual("2026-11-25").replace("\\-", "-")
    assert page.isascii()
    for one in outlines():
        if one.help:
            assert f'.SS "{" ".join(one.path)}"' in page
        for option in one.options:
            assert all(rf"\fB{flag}\fP" in page for flag in option.flags)
    for code in "0123":
        assert rf"\fB{code}\fP" in page


@pytest.mark.parametrize("tool", ["mandoc", "man"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_correct(language: str, tool: str, tmp_path: Path) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool} here")
    activate(language)
    page = manual("2026-11-25")
    if tool == "man":
        assert "hrterm check" in shown(page)
        assert max(map(len, shown(page).splitlines())) <= 80
        return
    path = tmp_path / "hrterm.1"
    path.write_text(page)
    run = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", str(path)],
        capture_output=True,
        text=True,
    )
    assert run.stdout == ""


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here")
def test_letters_and_signs_are_shown_as_they_are() -> None:
    text = shown(manual("2026-11-25"))
    assert "hrterm search kéta" in text
    assert "--since ketamine=3h" in text


def test_it_is_printed_for_whoever_packages_it(
    database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRTERM_DB", str(database))
    assert main(["fr"]) == 0
    assert capsys.readouterr().out.startswith(".TH HRTERM 1")


def test_what_lies_beside_the_program(database: Path, tmp_path: Path) -> None:
    written = write_shared(str(database), str(tmp_path))
    assert set(written.values()) >= {
        "share/man/man1/hrterm.1",
        "share/man/fr/man1/hrterm.1",
        "share/bash-completion/completions/hrterm",
        "share/zsh/site-functions/_hrterm",
        "share/fish/vendor_completions.d/hrterm.fish",
    }
    for path, place in written.items():
        assert Path(path).stat().st_size > 1000 and path.endswith(place)
    again = write_shared(str(database), str(tmp_path / "again"))
    assert [Path(path).read_bytes() for path in written] == [
        Path(path).read_bytes() for path in again
    ]
