"""What surrounds the program fails: it ends in a plain sentence, or goes on."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.building import DataFolder
from tests.hostile.terminal import ALTERNATE, NORMAL, Terminal

if not sys.platform.startswith("linux"):
    pytest.skip("needs a pseudo-terminal and /dev/full", allow_module_level=True)

CHECK = ("check", "MDMA", "phenelzine")
UNWRITABLE = "/proc/hrterm"
"""Where nobody can write, not even root: as on a read-only file system."""


@pytest.fixture
def environment(database: Path, tmp_path: Path) -> dict[str, str]:
    """A bare environment with a home of its own."""
    (tmp_path / "home").mkdir()
    kept = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path / "home"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "HRTERM_DB": str(database),
        **kept,
    }


def hrterm(
    *arguments: str, env: Mapping[str, str], **options: object
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hrterm", *arguments]
    options = {"stdin": subprocess.DEVNULL, **options}
    if not {"stdout", "capture_output"} & options.keys():
        options["stdout"] = subprocess.PIPE
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        command, env=env, text=True, stderr=subprocess.PIPE, timeout=60, **options
    )


def is_one_sentence(text: str) -> bool:
    return text.startswith("hrterm: ") and text.count("\n") == 1


def opened(env: Mapping[str, str], *arguments: str) -> Terminal:
    terminal = Terminal([*arguments], env)
    terminal.wait_for(b"EMERGENCY")
    return terminal


# --- without what is usually there -------------------------------------------------


@pytest.mark.parametrize("missing", ["HOME", "TERM", "LANG", "PATH"])
def test_a_lookup_without_a_variable(environment: dict[str, str], missing: str) -> None:
    del environment[missing]
    run = hrterm(*CHECK, env=environment)
    assert run.returncode == 0 and "Dangerous" in run.stdout and run.stderr == ""


@pytest.mark.parametrize("term", [None, "", "dumb", "vt100", "linux", "no-such-thing"])
def test_the_interface_on_any_terminal(
    environment: dict[str, str], term: str | None
) -> None:
    del environment["TERM"]
    if term is not None:
        environment["TERM"] = term
    terminal = opened(environment)
    assert terminal.leave() == 0


def test_the_interface_without_a_home(environment: dict[str, str]) -> None:
    del environment["HOME"]
    terminal = opened(environment)
    assert terminal.leave() == 0


@pytest.mark.parametrize("home", ["/nowhere", "/dev/null", "relative", "\udcff"])
def test_a_home_that_is_none(environment: dict[str, str], home: str) -> None:
    environment["HOME"] = home
    run = hrterm(*CHECK, env=environment)
    assert run.returncode == 0 and run.stderr == ""


# --- nothing can be written --------------------------------------------------------


def test_on_a_read_only_file_system_everything_is_answered(
    environment: dict[str, str],
) -> None:
    environment |= {
        "HOME": UNWRITABLE, "XDG_CONFIG_HOME": UNWRITABLE, "TMPDIR": UNWRITABLE,
    }  # fmt: skip
    for arguments in (
        CHECK,
        ("show", "ketamine"),
        ("search", "keta"),
        ("legal", "MDMA"),
    ):
        assert hrterm(*arguments, env=environment, cwd="/proc").returncode == 0


def test_settings_that_cannot_be_kept_are_a_sentence(
    environment: dict[str, str],
) -> None:
    environment["XDG_CONFIG_HOME"] = UNWRITABLE
    run = hrterm("config", "set", "language", "fr", env=environment)
    assert run.returncode == 3 and is_one_sentence(run.stderr)
    assert UNWRITABLE in run.stderr


@pytest.mark.parametrize("path", ["/proc/hrterm/page.md", "/dev/full", "/"])
def test_a_handout_that_cannot_be_written_is_a_sentence(
    environment: dict[str, str], path: str
) -> None:
    run = hrterm("handout", "MDMA", "-o", path, env=environment)
    assert run.returncode == 3 and is_one_sentence(run.stderr)


def test_a_full_disk_at_stdout_is_a_sentence(environment: dict[str, str]) -> None:
    for arguments in (CHECK, (*CHECK, "--json"), ("--version",), ("--help",)):
        with Path("/dev/full").open("w") as full:
            run = hrterm(*arguments, env=environment, stdout=full)
        assert run.returncode == 3, arguments
        assert is_one_sentence(run.stderr), run.stderr


def test_a_disk_that_fills_up_leaves_the_settings_as_they_were(
    environment: dict[str, str],
) -> None:
    assert hrterm("config", "set", "place", "CA", env=environment).returncode == 0
    kept = Path(environment["HOME"], ".config", "hrterm", "settings.json")
    before = kept.read_bytes()
    run = hrterm(
        "config", "set", "language", "fr", env=environment, preexec_fn=full_disk
    )
    assert run.returncode == 3 and is_one_sentence(run.stderr)
    assert kept.read_bytes() == before


def full_disk() -> None:
    """Let no file grow."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))


def test_a_disk_that_fills_up_leaves_the_handout_as_it_was(
    environment: dict[str, str], tmp_path: Path
) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("kept", "utf-8")
    for path in (old, new):
        run = hrterm(
            "handout", "MDMA", "-o", str(path), env=environment, preexec_fn=full_disk
        )
        assert run.returncode == 3 and is_one_sentence(run.stderr)
    assert old.read_text("utf-8") == "kept"
    assert [path.name for path in tmp_path.glob("*.md*")] == ["old.md"]


def test_a_disk_that_fills_up_leaves_the_database_as_it_was(
    environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    DataFolder(folder).substance("mdma")
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_text("kept", "utf-8")
    for path in (old, new):
        command = ("data", "build", str(folder), "-o", str(path))
        run = hrterm(*command, env=environment, preexec_fn=full_disk)
        assert run.returncode == 3 and is_one_sentence(run.stderr), run
    assert old.read_text("utf-8") == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "data", "home", "old.db",
    ]  # fmt: skip


def test_a_database_is_no_device(environment: dict[str, str], tmp_path: Path) -> None:
    folder, pipe = tmp_path / "data", tmp_path / "pipe"
    DataFolder(folder).substance("mdma")
    os.mkfifo(pipe)
    run = hrterm("data", "build", str(folder), "-o", str(pipe), env=environment)
    assert run.returncode == 3 and is_one_sentence(run.stderr), run
    assert pipe.is_fifo()


@pytest.fixture
def mortal() -> list[str]:
    """What takes from root the right to read and write whatever it likes."""
    if os.geteuid() != 0:
        return []
    command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if not shutil.which("setpriv") or subprocess.call([*command, "true"]):
        pytest.skip("root may read everything")
    return command


def test_without_permission_everything_is_a_sentence_or_goes_on(
    environment: dict[str, str], database: Path, tmp_path: Path, mortal: list[str]
) -> None:
    path = Path(shutil.copy(database, tmp_path / "locked.db"))
    path.chmod(0)
    home = Path(environment["HOME"])
    home.chmod(0)
    try:
        for code, arguments in (
            (0, CHECK),
            (3, (*CHECK, "--db", str(path))),
            (3, ("config", "set", "language", "fr")),
            (3, ("handout", "MDMA", "-o", str(home / "page.md"))),
        ):
            run = subprocess.run(
                [*mortal, sys.executable, "-m", "hrterm", *arguments],
                env=environment, capture_output=True, text=True, timeout=60,
                check=False,
            )  # fmt: skip
            assert run.returncode == code, (arguments, run.stderr)
            assert is_one_sentence(run.stderr) if code else run.stderr == ""
    finally:
        home.chmod(0o700)


def test_settings_that_are_damaged_are_passed_over(environment: dict[str, str]) -> None:
    folder = Path(environment["HOME"], ".config", "hrterm")
    folder.mkdir(parents=True)
    for content in (b"{", b"\xff\xfe", b"[]", b"[" * 10_000, b'{"language": 3}', b""):
        (folder / "settings.json").write_bytes(content)
        run = hrterm(*CHECK, env=environment)
        assert run.returncode == 0 and run.stderr == "", content


# --- streams that are closed -------------------------------------------------------


@pytest.mark.parametrize("arguments", [CHECK, ("search", "a"), ("claims", "--json")])
def test_a_reader_that_leaves(
    environment: dict[str, str], arguments: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "hrterm", *arguments]
    writer = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert writer.stdout is not None and writer.stderr is not None
    writer.stdout.read(1)
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait(30) in {0, 141}


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(environment: dict[str, str], closed: str) -> None:
    for arguments in ("check MDMA phenelzine", "check MDMA zorblaxine", "--nope", ""):
        script = f"exec {sys.executable} -m hrterm {arguments} {closed}"
        run = subprocess.run(
            ["/bin/sh", "-c", script],
            env=environment, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert run.returncode in {0, 1, 2, 3}, (arguments, run.stderr)
        assert "Traceback" not in run.stderr, (arguments, run.stderr)


def test_bytes_on_stdin_that_are_no_text(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "hrterm", "check", "-"]
    run = subprocess.run(
        command, env=environment, input=b"MDMA \xff\xfe\x00\nMDMA alcohol\n",
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode in {1, 2, 3} and b"Traceback" not in run.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
def test_a_terminal_of_another_encoding(
    environment: dict[str, str], encoding: str
) -> None:
    environment["PYTHONIOENCODING"] = encoding
    run = subprocess.run(
        [sys.executable, "-m", "hrterm", *CHECK, "--lang", "fr"],
        env=environment, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0 and run.stderr == b""
    assert "DANGEREUX" in run.stdout.decode(encoding).upper()


# --- the interface goes on, or leaves the terminal as it was -----------------------


def test_a_terminal_that_answers_nothing(environment: dict[str, str]) -> None:
    terminal = opened(environment)
    terminal.press(b"ketamine")
    terminal.wait_for(b"etamine")
    assert terminal.leave() == 0 and NORMAL in terminal.seen


def test_a_storm_of_sizes(environment: dict[str, str]) -> None:
    terminal = opened(environment)
    chance = random.Random(5)
    for _ in range(150):
        terminal.resize((chance.randint(1, 80), chance.randint(1, 250)))
    terminal.resize((24, 80))
    terminal.press(b"ketamine")
    terminal.wait_for(b"etamine")
    assert terminal.leave() == 0


@pytest.mark.parametrize("size", [(1, 1), (2, 10), (10, 20), (200, 500)])
def test_extreme_sizes(environment: dict[str, str], size: tuple[int, int]) -> None:
    terminal = Terminal([], environment, size)
    terminal.wait_for(ALTERNATE)
    terminal.press(b"mdma\r")
    assert terminal.leave() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_it_gives_the_terminal_back(
    environment: dict[str, str], number: signal.Signals
) -> None:
    terminal = opened(environment)
    terminal.send(number)
    assert terminal.end() in {-number, 128 + number}
    assert NORMAL in terminal.seen and "Traceback" not in terminal.seen.decode()


def test_a_window_that_is_closed_ends_it(environment: dict[str, str]) -> None:
    terminal = opened(environment)
    terminal.hang_up()
    assert terminal.end() != 0


@pytest.mark.parametrize("number", range(5))
def test_a_window_that_is_closed_while_it_draws_ends_it(
    environment: dict[str, str], number: int
) -> None:
    terminal = opened(environment)
    terminal.press(b"\x1bOS" * (3 * number + 1) + b"\x1b1ketamine\x1b[6~" * number)
    terminal.hang_up()
    assert terminal.end() != 0


def test_a_window_that_is_closed_ends_it_where_the_signal_is_ignored(
    environment: dict[str, str],
) -> None:
    command = ["sh", "-c", 'trap "" HUP; exec "$0" -m hrterm', sys.executable]
    terminal = Terminal([], environment, command=command)
    terminal.wait_for(ALTERNATE)
    terminal.settle()
    terminal.hang_up()
    assert terminal.end() != 0


def test_stopped_and_continued(environment: dict[str, str]) -> None:
    terminal = opened(environment)
    terminal.send(signal.SIGTSTP)
    time.sleep(0.2)
    terminal.send(signal.SIGCONT)
    terminal.press(b"ketamine")
    terminal.wait_for(b"etamine")
    assert terminal.leave() == 0


def test_a_database_deleted_while_it_runs(
    environment: dict[str, str], database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(database, tmp_path / "gone.db"))
    terminal = opened(environment, "--db", str(path))
    path.unlink()
    terminal.press(b"ketamine")
    terminal.wait_for(b"etamine")
    assert terminal.leave() == 0


def test_a_database_cut_while_it_runs_is_a_sentence(
    environment: dict[str, str], database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(database, tmp_path / "cut.db"))
    terminal = opened(environment, "--db", str(path))
    os.truncate(path, 40_960)
    terminal.press(b"ketamine")
    code = terminal.leave()
    left = terminal.seen[terminal.seen.rindex(NORMAL) :]
    # A traceback would show what was searched for, in the terminal's own scrollback.
    assert b"Traceback" not in left and b"ketamine" not in left
    assert code in {0, 3}


def test_a_large_database_cut_while_it_runs_is_a_sentence(
    environment: dict[str, str], database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(database, tmp_path / "cut.db"))
    program = (
        "from hrterm.store import opening; opening.HELD_BYTES = 4096\n"
        "import sys; from hrterm.__main__ import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", program]
    terminal = Terminal(["--db", str(path)], environment, command=command)
    terminal.wait_for(ALTERNATE)
    terminal.settle(0.6)
    os.truncate(path, 40_960)
    terminal.press(b"ketamine")
    terminal.settle()
    assert terminal.end() == 3
    left = terminal.seen[terminal.seen.rindex(NORMAL) :]
    assert b"Traceback" not in left and b"ketamine" not in left and b"cut.db" in left


def test_interrupted_in_a_lookup(environment: dict[str, str]) -> None:
    lookup = subprocess.Popen(
        [sys.executable, "-m", "hrterm", "check", "-"],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Whatever runs in the background of a shell is not to be interrupted.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert lookup.stdin is not None
    lookup.stdin.write(b"MDMA alcohol\n")
    lookup.stdin.flush()
    assert lookup.stdout is not None
    lookup.stdout.read(1)
    lookup.send_signal(signal.SIGINT)
    _out, err = lookup.communicate(timeout=30)
    assert lookup.returncode == 130 and err == b""
