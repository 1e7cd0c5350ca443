"""Nobody's own editions; two small ones that follow each other."""

from pathlib import Path

import pytest

from hrterm.editions import trust
from hrterm.editions.places import root
from tests.editions.making import Keys, make_database, make_keys, make_pack


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's editions are installed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return Path(root())


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the tests of this folder only read."""
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(scope="session")
def keys(shelf: Path) -> Keys:
    """The keys of the maintainers."""
    return make_keys(shelf, 1)


@pytest.fixture(scope="session")
def stranger(shelf: Path) -> Keys:
    """The keys of somebody else."""
    return make_keys(shelf, 2)


@pytest.fixture(scope="session")
def databases(shelf: Path) -> tuple[Path, Path, Path]:
    """Three editions, each newer than the one before and than any that we ship."""
    return (
        make_database(shelf, "3000.1"),
        make_database(shelf, "3000.2", "mdma", "ghb", "ketamine", risk="dangerous"),
        make_database(shelf, "3000.3", "mdma", "ghb", "ketamine", risk="unsafe"),
    )


@pytest.fixture
def first(databases: tuple[Path, ...], keys: Keys, tmp_path: Path) -> Path:
    """A signed pack of the oldest of the three."""
    return make_pack(databases[0], tmp_path / "first.hrpack", keys)


@pytest.fixture
def second(databases: tuple[Path, ...], keys: Keys, tmp_path: Path) -> Path:
    """A signed pack of the next."""
    return make_pack(databases[1], tmp_path / "second.hrpack", keys)


@pytest.fixture
def third(databases: tuple[Path, ...], keys: Keys, tmp_path: Path) -> Path:
    """A signed pack of the newest."""
    return make_pack(databases[2], tmp_path / "third.hrpack", keys)


@pytest.fixture
def trusting(keys: Keys, home: Path) -> Keys:
    """The maintainers' key is trusted here."""
    trust.add(str(keys.public), "The maintainers")
    return keys
