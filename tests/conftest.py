"""Shared fixtures: the real edition, small data folders, nobody's own settings."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrterm.content.build import build
from hrterm.content.catalogues import compile_catalogues
from hrterm.i18n import activate
from hrterm.i18n.catalogue import locale_folder
from hrterm.store.library import Library
from tests.building import DataFolder

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Shut out the developer's own settings and locale."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "HRTERM_LANG",
        "HRTERM_DB",
        "COLUMNS",
    ):
        monkeypatch.delenv(name, raising=False)
    activate("en")
    yield
    activate("en")


@pytest.fixture(scope="session", autouse=True)
def _catalogues() -> None:
    """Compile the catalogues as the build hook does."""
    compile_catalogues(ROOT / "locales", Path(locale_folder()))


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real data, built by the real pipeline; or one that was built before."""
    if built := os.environ.get("HRTERM_TEST_DB"):
        return Path(built)
    path = tmp_path_factory.mktemp("edition") / "hrterm.db"
    build(ROOT / "data", path)
    return path


@pytest.fixture
def library(database: Path) -> Iterator[Library]:
    """The real edition, in English."""
    with Library(str(database)) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An empty data folder that passes the checker once it holds a substance."""
    return DataFolder(tmp_path / "data")
