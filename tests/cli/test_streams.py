"""The program among other programs: pipes, full disks, bad bytes, strange places."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HRTERM = [sys.executable, "-m", "hrterm"]


def shell(
    command: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a line in sh, where ``hrterm`` is the program."""
    program = f'hrterm() {{ "{sys.executable}" -m hrterm "$@"; }}\n'
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", program + command],
        env=environment,
        capture_output=True,
        text=True,
        errors="surrogateescape",
    )


@pytest.mark.parametrize(
    "command",
    [
        "search a",
        "search a --json",
        "show ketamine",
        "claims",
        "check - <<< 'MDMA alcohol'",
    ],
)
def test_a_reader_that_leaves_early_is_no_error(
    surroundings: dict[str, str], command: str
) -> None:
    run = shell(f"hrterm {command} | head -n 1", surroundings)
    assert (run.returncode, run.stderr) == (0, "")
    run = shell(f"hrterm {command} | true", surroundings)
    assert run.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "command",
    ["check MDMA alcohol", "check MDMA alcohol --json", "--version", "--help"],
)
def test_a_full_disk_is_told(surroundings: dict[str, str], command: str) -> None:
    run = shell(f"hrterm {command} > /dev/full", surroundings)
    assert run.returncode == 3
    assert run.stderr == "hrterm: the answer could not be written (no space is left).\n"


def test_a_closed_stdout_is_told(surroundings: dict[str, str]) -> None:
    run = shell("hrterm check MDMA alcohol >&-", surroundings)
    assert run.returncode == 3
    assert run.stderr.count("\n") == 1 and "could not be written" in run.stderr


@pytest.mark.parametrize("streams", ["2>&-", "<&- 2>&- >&-", "<&-"])
def test_without_stderr_or_stdin_the_codes_stay(
    surroundings: dict[str, str], streams: str
) -> None:
    assert shell(f"hrterm check MDMA {streams}", surroundings).returncode == 2
    assert shell(f"hrterm nope --json {streams}", surroundings).returncode == 2


def test_stdin_that_is_closed_or_empty_asks_nothing(
    surroundings: dict[str, str],
) -> None:
    for stream in ("<&-", "< /dev/null"):
        run = shell(f"hrterm check - {stream}", surroundings)
        assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_bytes_that_are_no_text(surroundings: dict[str, str]) -> None:
    run = shell("hrterm check $'MDMA\\xff' $'\\xc3' --json", surroundings)
    assert run.returncode == 1 and run.stderr == ""
    queries = [name["query"] for name in json.loads(run.stdout)["names"]]
    assert queries == ["MDMA\ufffd", "\ufffd"]
    run = shell("hrterm show $'\\xff'", surroundings)
    assert run.returncode == 1 and run.stderr == ""
    run = shell("hrterm $'\\xff' --json", surroundings)
    assert run.returncode == 2 and json.loads(run.stdout)["kind"] == "error"
    run = shell("hrterm check a b --db $'/no\\xff'", surroundings)
    assert run.returncode == 3 and run.stderr.count("\n") == 1
    run = shell("printf 'MDMA,\\xff\\xfe\\n' | hrterm check -", surroundings)
    assert run.returncode == 1
    assert json.loads(run.stdout)["names"][1]["status"] == "unknown"


@pytest.mark.parametrize(
    "place",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "LANG": "xx_YY.ISO-1"},
        {"LC_ALL": "broken@@", "TERM": "dumb"},
        {"LC_ALL": "fr_FR.UTF-8", "TERM": ""},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1252"},
        {"HOME": ""},
        {"HOME": "/nowhere"},
        {"XDG_CONFIG_HOME": "/dev/null"},
        {"COLUMNS": "0"},
        {"COLUMNS": "20"},
        {"COLUMNS": "300"},
        {"COLUMNS": "wide"},
        {"COLUMNS": "²"},
        {"LANGUAGE": "de"},
    ],
    ids=str,
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_any_surroundings_will_do(
    surroundings: dict[str, str], place: dict[str, str], language: str
) -> None:
    for command in ("check MDMA sertraline", "check MDMA sertraline --json"):
        run = subprocess.run(
            [*HRTERM, *command.split(), "--lang", language],
            env=surroundings | place,
            capture_output=True,
        )
        assert (run.returncode, run.stderr) == (0, b"")
        if "--json" in command:
            document = json.loads(run.stdout)
            assert document["pairs"][0]["summary"]
            if language == "fr" and "PYTHONIOENCODING" in place:
                assert "é" in json.dumps(document, ensure_ascii=False)
        if place.get("PYTHONIOENCODING") == "ascii":
            assert run.stdout.isascii()


def test_help_in_french_where_french_cannot_be_written(
    surroundings: dict[str, str],
) -> None:
    for command in ("--help", "check --help", "--version", "nope", "check"):
        run = subprocess.run(
            [*HRTERM, *command.split(), "--lang", "fr"],
            env=surroundings | {"PYTHONIOENCODING": "ascii:strict"},
            capture_output=True,
        )
        assert run.returncode in {0, 2} and b"Traceback" not in run.stderr


def test_without_a_home_nothing_is_written_here(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    """An account that the system does not know has no home."""
    code = (
        "import pwd\n"
        "def nobody(uid): raise KeyError(uid)\n"
        "pwd.getpwuid = nobody\n"
        "import sys\n"
        "from hrterm.cli.main import run\n"
        "sys.exit(run(sys.argv[1:], None))"
    )
    del surroundings["HOME"]
    work = tmp_path / "work"
    work.mkdir()
    for arguments, expected in (
        (["check", "MDMA", "alcohol"], 0),
        (["config", "show"], 0),
        (["config", "set", "language", "fr"], 3),
        (["completion", "bash", "--install"], 3),
    ):
        run = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=surroundings,
            cwd=work,
            capture_output=True,
            text=True,
        )
        assert run.returncode == expected, run.stderr
        assert "Traceback" not in run.stderr
    assert list(work.iterdir()) == []


def test_in_a_folder_that_is_gone(surroundings: dict[str, str], tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f"cd {gone} && rmdir {gone} && hrterm check MDMA alcohol"
    assert shell(command, surroundings).returncode == 0
    gone.mkdir()
    run = shell(f"{command} --db here.db", surroundings)
    assert run.returncode == 3 and run.stderr.count("\n") == 1


def test_names_as_long_as_a_command_line_bears(surroundings: dict[str, str]) -> None:
    run = subprocess.run(
        [*HRTERM, "check", "x" * 100_000, "MDMA " * 20_000, "\n\t\x1b[31m"],
        env=surroundings,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 1 and run.stderr == ""
    assert "\x1b" not in run.stdout
    assert max(map(len, run.stdout.splitlines())) <= 80


def test_the_most_names_that_may_mean_many_things(
    surroundings: dict[str, str],
) -> None:
    run = subprocess.run(
        [*HRTERM, "check", *["met", "eth", "alp", "nal"] * 6, "--json"],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 1 and json.loads(run.stdout)["pairs"]
