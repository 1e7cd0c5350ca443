"""docs/dependencies.md lists what pyproject.toml asks for, and nothing else."""

import ast
import re
import sys
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PAGE = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
ROW = re.compile(r"^\| (`[^|]+`) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
COMES_WITH = {"rich": "textual", "pydantic_core": "pydantic"}
"""What is imported by name but installed by another."""
IMPORTED_AS = {"yaml": "pyyaml"}


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}


def section(title: str) -> dict[str, str]:
    """The packages of a section, each with what its row says."""
    text = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return {
        canonicalize_name(name): row[0]
        for row in ROW.finditer(text)
        for name in re.findall(r"`([^`]+)`", row[1])
    }


def test_every_dependency_is_listed_and_none_else() -> None:
    project = PROJECT["project"]
    extras = dict(project["optional-dependencies"])
    assert section("To run").keys() == names(project["dependencies"])
    assert section("To build").keys() == names(PROJECT["build-system"]["requires"])
    assert section("To develop").keys() == names(extras.pop("dev"))
    listed = section("Extras")
    assert listed.keys() == set().union(*map(names, extras.values()))
    for extra, requirements in extras.items():
        assert all(f"`[{extra}]`" in listed[name] for name in names(requirements))


def test_every_dependency_has_a_lowest_version() -> None:
    project = PROJECT["project"]
    for one in [
        *PROJECT["build-system"]["requires"],
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    ]:
        assert ">=" in str(Requirement(one).specifier), one


def test_what_the_program_imports_is_asked_for() -> None:
    asked = names(PROJECT["project"]["dependencies"])
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import(names=aliases):
                    found = [alias.name for alias in aliases]
                case ast.ImportFrom(module=str(module), level=0):
                    found = [module]
                case _:
                    continue
            for name in {module.split(".")[0] for module in found}:
                if name == "hrterm" or name in sys.stdlib_module_names:
                    continue
                package = COMES_WITH.get(name) or IMPORTED_AS.get(name, name)
                assert canonicalize_name(package) in asked, f"{path.name}: {name}"


def test_the_page_is_linked() -> None:
    for page in ("architecture.md", "testing.md"):
        assert "(dependencies.md" in (ROOT / "docs" / page).read_text("utf-8"), page
