"""Packing, trusting, installing and going back, as one types them."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hrterm.cli.main import run
from hrterm.content.writing import seal
from hrterm.editions.current import database_in_use
from hrterm.store.opening import SEAL_BYTES
from tests.cli.running import Result
from tests.editions.making import Keys, make_database, make_pack
from tests.editions.test_installing import bundle

Type = Callable[..., Result]


@pytest.fixture(autouse=True)
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The edition that came with the program."""
    database = make_database(tmp_path, "2999.12")
    bundle(monkeypatch, database)
    monkeypatch.setattr("hrterm.cli.databases.default_path", lambda: str(database))
    return database


@pytest.fixture
def hrterm(capsys: pytest.CaptureFixture[str]) -> Type:
    """Runs a command line with no database named."""

    def typed(*arguments: str | Path) -> Result:
        code = run([str(argument) for argument in arguments], lambda *_: 0)
        return Result(code, *capsys.readouterr())

    return typed


def test_the_whole_way_of_an_edition(
    hrterm: Type, keys: Keys, databases: tuple[Path, ...], tmp_path: Path
) -> None:
    pack = tmp_path / "e.hrpack"
    made = hrterm(
        "data", "pack", "-o", pack, "--db", databases[0], "--sign", keys.secret
    )
    assert made.code == 0 and keys.id in made.out
    assert hrterm("data", "trust").code == 1
    assert hrterm("data", "install", pack).code == 3
    assert hrterm("data", "trust", keys.public, "--name", "Us").code == 0
    assert "Us" in hrterm("data", "trust").out
    installed = hrterm("data", "install", pack)
    assert installed.code == 0 and installed.err == ""
    assert "3000.1" in installed.out and "Signed by Us" in installed.out
    assert "data edition 3000.1" in hrterm("--version").out
    assert hrterm("data", "path").out.strip() == database_in_use()
    info = hrterm("data", "info").out
    assert "Signed by Us" in info and (" ago)" in info or "(today)" in info)
    assert "hrterm data rollback goes to edition 2999.12" in info
    back = hrterm("data", "rollback")
    assert back.code == 0 and "2999.12" in back.out
    assert "came with the program" in hrterm("data", "info").out
    assert hrterm("data", "rollback").code == 3
    assert hrterm("data", "trust", "--remove", keys.id).code == 0
    assert hrterm("data", "trust", "--remove", keys.id).code == 3


def test_as_json(
    hrterm: Type, keys: Keys, databases: tuple[Path, ...], tmp_path: Path
) -> None:
    pack = tmp_path / "e.hrpack"
    command = ("data", "pack", "-o", pack, "--db", databases[1], "--json")
    made = hrterm(*command, "--since", databases[0], "--sign", keys.secret).document
    assert made["kind"] == "data-pack" and made["key"] == keys.id
    trusted = hrterm("data", "trust", keys.public, "--json").document
    assert trusted["kind"] == "data-trust"
    assert [one["id"] for one in trusted["keys"]] == [keys.id]
    installed = hrterm("data", "install", pack, "--json").document
    assert installed["kind"] == "data-install"
    assert installed["edition"]["version"] == "3000.2"
    assert installed["signature"]["status"] == "trusted"
    assert installed["replaced"] == "2999.12"
    assert installed["changes"]["added"] == ["ketamine"]
    info = hrterm("data", "info", "--json").document
    assert info["place"] == "installed" and info["before"] == "2999.12"
    assert info["signature"]["key"] == keys.id and info["age_days"] >= 0
    assert "" not in info.values() and None not in info.values()
    back = hrterm("data", "rollback", "--json").document
    assert back["kind"] == "data-rollback"
    assert back["edition"]["version"] == "2999.12"
    refused = hrterm("data", "install", tmp_path / "none", "--json")
    assert refused.document["kind"] == "error" and refused.document["code"] == 3


def test_unsigned_is_taken_only_loudly(hrterm: Type, first: Path, keys: Keys) -> None:
    Path(f"{first}.minisig").unlink()
    refused = hrterm("data", "install", first)
    assert refused.code == 3 and refused.err.count("\n") == 1
    taken = hrterm("data", "install", first, "--allow-unsigned")
    assert taken.code == 0
    assert "WARNING" in taken.err and "WARNING" in taken.out
    assert "WARNING" in hrterm("data", "info").out


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """An organisation's own additions."""
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "local.yaml").write_text("id: team\nname: Team\nreviewed_on: 2026-11\n")
    return folder


@pytest.mark.parametrize("how", ["--db", "HRTERM_DB"])
@pytest.mark.parametrize(
    "given", [(), ("--allow-older",), ("--allow-unsigned",)], ids=str
)
def test_adding_launders_no_edition(
    hrterm: Type,
    team: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
    given: tuple[str, ...],
) -> None:
    forged = make_database(tmp_path, "2020.01", risk="low")
    named: tuple[str | Path, ...] = ("--db", forged)
    if how == "HRTERM_DB":
        monkeypatch.setenv("HRTERM_DB", str(forged))
        named = ()
    refused = hrterm("data", "add", team, *named, *given)
    assert refused.code == 3 and str(forged) in refused.err
    monkeypatch.delenv("HRTERM_DB", raising=False)
    assert "came with the program" in hrterm("data", "info").out


def test_adding_to_what_nobody_signed_is_loud(
    hrterm: Type, team: Path, tmp_path: Path
) -> None:
    forged = make_database(tmp_path, "2020.01", risk="low")
    both = ("--allow-unsigned", "--allow-older")
    taken = hrterm("data", "add", team, "--db", forged, *both)
    assert taken.code == 0
    assert "WARNING" in taken.err and "WARNING" in taken.out
    info = hrterm("data", "info")
    assert "WARNING" in info.out and "made here" not in info.out
    again = hrterm("data", "info", "--json").document
    assert again["signature"] == {"status": "none"}
    assert hrterm("data", "rollback").code == 0


def test_adding_to_one_s_own_editions_needs_no_permission(
    hrterm: Type, team: Path, bundled: Path, first: Path, trusting: Keys
) -> None:
    made = hrterm("data", "add", team, "--json").document
    assert made["signature"] == {"status": "local"}
    assert hrterm("data", "rollback").code == 0
    hrterm("data", "install", first)
    link = bundled.with_name("link.db")
    link.symlink_to(database_in_use())
    for base in (database_in_use(), str(link), str(bundled)):
        made = hrterm("data", "add", team, "--db", base, "--json").document
        assert made["signature"]["status"] == "local", base
        assert hrterm("data", "rollback").code == 0


def test_an_edition_reviewed_on_a_day_that_no_calendar_has(
    hrterm: Type, tmp_path: Path, databases: tuple[Path, ...]
) -> None:
    database = tmp_path / "odd.db"
    database.write_bytes(databases[0].read_bytes()[:-SEAL_BYTES])
    connection = sqlite3.connect(database)
    sql = "UPDATE meta SET value = '2026-02-30' WHERE key = 'newest_review'"
    connection.execute(sql)
    connection.commit()
    connection.close()
    seal(database)
    told = hrterm("data", "info", "--db", database)
    assert told.code == 0 and "on a day that no calendar has" in told.out
    document = hrterm("data", "info", "--db", database, "--json").document
    assert "age_days" not in document
    pack = make_pack(database, tmp_path / "odd.hrpack", None)
    refused = hrterm("data", "install", pack, "--allow-unsigned")
    assert refused.code == 3 and "is no hrterm edition" in refused.err


def test_a_damaged_edition_says_how_to_go_back(
    hrterm: Type, first: Path, trusting: Keys, home: Path
) -> None:
    hrterm("data", "install", first)
    path = Path(database_in_use())
    whole = path.read_bytes()
    pointer = (home / "current").read_bytes()
    for damaged in (path, home / "current"):
        damaged.write_bytes(b"damaged")
        for command in (("check", "mdma", "ghb"), ("--version",), ("data", "info")):
            result = hrterm(*command)
            assert result.code == 3 and result.out == ""
            assert "hrterm data rollback" in result.err
        path.write_bytes(whole)
        (home / "current").write_bytes(pointer)
        assert hrterm("check", "mdma", "ghb").code == 0
    path.unlink()
    assert hrterm("check", "mdma", "ghb").code == 3
    assert hrterm("data", "rollback").code == 0
    assert hrterm("check", "mdma", "ghb").code == 0


def test_a_named_database_comes_first(
    hrterm: Type,
    first: Path,
    databases: tuple[Path, ...],
    trusting: Keys,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hrterm("data", "install", first)
    named = hrterm("data", "info", "--db", databases[2], "--json").document
    assert named["edition"]["version"] == "3000.3" and named["place"] == "file"
    monkeypatch.setenv("HRTERM_DB", str(databases[1]))
    told = hrterm("data", "info", "--json").document
    assert told["edition"]["version"] == "3000.2"


def test_a_data_folder_is_packed(hrterm: Type, tmp_path: Path) -> None:
    folder = tmp_path / "data-2999.12"
    packs = [tmp_path / name for name in ("one.hrpack", "two.hrpack")]
    for pack in packs:
        assert hrterm("data", "pack", "-o", pack, "--data", folder).code == 0
    assert packs[0].read_bytes() == packs[1].read_bytes()
    (folder / "substances" / "mdma.yaml").write_text("nonsense: [")
    assert hrterm("data", "pack", "-o", packs[0], "--data", folder).code == 3
    assert packs[0].read_bytes() == packs[1].read_bytes()
    gone = hrterm("data", "pack", "-o", packs[0], "--data", tmp_path / "none")
    assert gone.code == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("data", "pack"),
        ("data", "install"),
        ("data", "trust", "a", "--remove", "b"),
        ("data", "rollback", "x"),
    ],
)
def test_wrong_usage(hrterm: Type, arguments: tuple[str, ...]) -> None:
    result = hrterm(*arguments)
    assert result.code == 2 and result.out == ""


def test_a_key_that_is_none(hrterm: Type, databases: tuple[Path, ...]) -> None:
    for command in (
        ("data", "trust", "RWnonsense"),
        ("data", "pack", "-o", "x", "--db", databases[0], "--sign", databases[0]),
        ("data", "pack", "-o", "x", "--db", databases[0], "--sign", "none.key"),
    ):
        result = hrterm(*command)
        assert result.code == 3 and result.err.count("\n") == 1
    assert not Path("x").exists()
