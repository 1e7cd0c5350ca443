"""A newcomer who follows CONTRIBUTING.md word for word ends with a green check."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from hrterm.cli.commands.data import TOOLS
from hrterm.content.build import checked
from hrterm.content.comparing import from_corpus
from hrterm.store.library import Library
from tests.conftest import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def block(after: str) -> str:
    """The first block of code after some words, without its indent."""
    _, _, rest = PAGE.partition(after)
    lines = rest.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("       "))
    return lines[start][7:]


def test_the_missing_street_name(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    line = block("with the\n   two spaces in front:")
    name = re.search(r'text: "(\w+)"', line)
    assert name and line.startswith("  - {")
    assert line.strip() in PAGE.split("## Un nom de rue")[1]
    path = data / "substances/ketamine.yaml"
    text = path.read_text("utf-8")
    assert text.count("\naliases:\n") == 1
    path.write_text(text.replace("\naliases:\n", f"\naliases:\n{line}\n"), "utf-8")
    corpus, problems = checked(data)
    assert problems == []
    assert from_corpus(corpus, "en").names[name[1]] == {"ketamine"}


def test_the_name_that_means_something_else_too(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    line = block("into `data/ambiguous.yaml` instead:")
    path = data / "ambiguous.yaml"
    path.write_text(path.read_text("utf-8").rstrip() + f"\n{line}\n", "utf-8")
    assert checked(data)[1] == []


def test_the_example_is_really_missing(library: Library) -> None:
    name = re.search(r'text: "(\w+)"', block("two spaces in front:"))
    assert name and library.match(name[1]).status == "unknown"


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/coverage.md",
                                  "docs/local.md", "docs/schema.md"])  # fmt: skip
def test_every_tool_that_is_named_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    named = set(re.findall(r"hrterm data ([a-z]+)", text))
    assert named and named <= set(TOOLS)
    files = re.findall(r"`((?:docs|schemas|data)/[\w./-]+\.\w+)`", text)
    missing = {name for name in files if not (ROOT / name).exists()}
    assert missing <= {"docs/editions.md"}


def test_the_workflows_run_the_checks_and_post_the_answers() -> None:
    folder = ROOT / ".github" / "workflows"
    read = {path.stem: path.read_text("utf-8") for path in folder.glob("*.yml")}
    for text in read.values():
        assert yaml.safe_load(text)["permissions"]["contents"] == "read"
        assert "pull_request_target" not in text
    for command in (
        "hrterm data check",
        "pytest",
        "ruff check",
        "mypy",
        "lint-imports",
    ):
        assert command in read["checks"]
    assert "hrterm data diff ../before/data data --two-reviewers" in read["answers"]
    assert "gh pr comment" in read["answers"]
