"""Each sentence of docs/privacy.md: no network, no trace, and a quick way out."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.hostile.terminal import ALTERNATE, NORMAL, Terminal

if not sys.platform.startswith("linux"):
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.tui.test_mistakes import STARTS, mistaken

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("--version",),
    ("--help",),
    ("search", "ketamine"),
    ("show", "ketamine"),
    ("check", "MDMA", "phenelzine", "--since", "phenelzine=3d"),
    ("check", "MDMA", "zorblaxine"),
    ("matrix", "MDMA", "alcohol", "ketamine"),
    ("legal", "MDMA", "--in", "CA", "--lang", "fr"),
    ("mechanism", "MDMA"),
    ("claims", "rosenberg", "--json"),
    ("emergency", "--in", "CA"),
    ("sources",),
    ("handout", "MDMA", "alcohol"),
    ("completion", "bash"),
    ("config", "show"),
    ("data", "info"),
    ("data", "path"),
    ("nothing",),
    ("check", "MDMA", "alcohol", "--nope"),
)
"""Every command, right and wrong."""

WATCH = """
import os, sys
seen = []
NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.", "webbrowser.")
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink",
           "os.truncate", "os.chmod", "os.utime", "tempfile.", "shutil.")
OTHERS = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "pty.")
def watch(event, details):
    if event.startswith((*NETWORK, *CHANGES, *OTHERS)):
        seen.append(event)
    elif event == "open" and (details[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append(f"open {details[0]} for writing")
sys.addaudithook(watch)
from hrterm.__main__ import main
try:
    sys.exit(main())
finally:
    sys.stderr.write(f"\\nSEEN {seen}\\n")
"""
"""Runs a command line under an audit hook, which sees what Python does."""

TYPED = "ketamine"
KEYS = (
    TYPED.encode(), b"\r", b"\x1b[6~",  # a sheet is opened and read on
    b"\x1bOS", b"mdma=3h\r", b"alcohol\r",  # F4: a combination with a time
    b"\x1b[17~", b"\x1b[18~",  # F6 the matrix, F7 the times
    b"\x1b3", b"\x1b4", b"\x1b5", b"\x1bOQ", b"\x1b1",  # every other mode
    b"\x1bOR", b"naltrexone\r",  # F3 searches everything
    b"\x19", b"\x14", b"\x1b", b"\x07", b"\x1b", b"\x1b[19~",  # copy, read, language
)  # fmt: skip
"""A tour of the interface."""


Environment = dict[str, str]


def bare(top: Path, database: Path) -> Environment:
    """Where everything that could be written can be seen, below ``top``."""
    for name in ("home", "temporary", "here"):
        (top / name).mkdir()
    kept = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(top / "home"),
        "TMPDIR": str(top / "temporary"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "HRTERM_DB": str(database),
        "PYTHONDONTWRITEBYTECODE": "1",
        **kept,
    }


@pytest.fixture
def environment(database: Path, tmp_path: Path) -> Environment:
    """A person's folder, and beside it one for temporary files."""
    return bare(tmp_path, database)


class Tour(NamedTuple):
    """The interface, used from end to end and left by its key."""

    environment: Environment
    drawn: bytes
    before: dict[str, bytes]
    after: dict[str, bytes]
    """The database, and what lies beside it."""


@pytest.fixture(scope="module")
def tour(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Tour:
    """One tour for all who ask what it has left."""
    environment = bare(tmp_path_factory.mktemp("tour"), database)
    before = beside(database)
    terminal = toured(environment)
    assert terminal.leave() == 0
    return Tour(environment, terminal.seen, before, beside(database))


def run(
    *command: str, env: Environment, answer: int | None = None
) -> subprocess.CompletedProcess[str]:
    here = Path(env["HOME"]).parent / "here"
    done = subprocess.run(
        command, env=env, cwd=here, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, timeout=120, check=False,
    )  # fmt: skip
    assert answer is None or done.returncode == answer, done.stderr
    return done


def beside(database: Path) -> dict[str, bytes]:
    """A database's bytes, and the names of all else in its folder."""
    names = {path.name: b"" for path in database.parent.iterdir()}
    return {**names, database.name: database.read_bytes()}


def left_behind(environment: Environment) -> list[str]:
    """Every file and folder in the places where one could be left."""
    top = Path(environment["HOME"]).parent
    return [
        str(path.relative_to(top))
        for name in ("home", "temporary", "here")
        for path in (top / name).rglob("*")
    ]


def toured(environment: Environment) -> Terminal:
    """The interface, after everything in it was used."""
    with contextlib.chdir(Path(environment["HOME"]).parent / "here"):
        terminal = Terminal([], environment)
    terminal.wait_for(b"EMERGENCY")
    for keys in KEYS:
        terminal.press(keys)
        terminal.settle()
    return terminal


# --- no network ---------------------------------------------------------------------


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_opens_no_socket_and_no_file_to_write(
    environment: Environment, arguments: tuple[str, ...]
) -> None:
    done = run(sys.executable, "-c", WATCH, *arguments, env=environment)
    assert done.stderr.endswith("SEEN []\n"), done.stderr


NETWORK = ("socket", "connect", "bind")
OPENING = ("open", "openat", "openat2")
CHANGING = (
    "creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "unlink",
    "unlinkat", "rmdir", "link", "linkat", "symlink", "symlinkat", "truncate",
    "ftruncate", "mknod", "mknodat",
)  # fmt: skip
CALLS = ",".join(f"?{name}" for name in (*NETWORK, *OPENING, *CHANGING))
"""Not every machine has each of them: a question mark forgives that."""
WITHOUT_DATABASE = {
    COMMANDS[1], COMMANDS[13], COMMANDS[14], COMMANDS[16], COMMANDS[17], COMMANDS[18]
}  # fmt: skip
"""Commands that say what they say without opening it."""


@pytest.fixture(scope="session")
def strace(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program, where it is and may look at another: containers often forbid it."""
    program = shutil.which("strace")
    if program is None:
        pytest.skip("strace is not installed")
    log = tmp_path_factory.mktemp("strace") / "log"
    command = [program, "-f", "-o", str(log), "-e", f"trace={CALLS}"]
    done = subprocess.run(
        [*command, sys.executable, "-V"], capture_output=True, text=True, check=False
    )
    if done.returncode or not log.exists() or "open" not in log.read_text("utf-8"):
        pytest.skip(f"strace may not trace here: {done.stderr.strip()}")
    return program


def traced(strace: str, environment: Environment, log: Path) -> list[str]:
    return [
        strace, "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}",
        "-E", f"HOME={environment['HOME']}", sys.executable, "-m", "hrterm",
    ]  # fmt: skip


def suspicious(log: Path, opened: str) -> list[str]:
    """Calls that reach for the network or change a file.

    Raises:
        AssertionError: when the log does not show even what must have been opened.
    """
    lines = log.read_text("utf-8", "replace").splitlines()
    seen = re.compile(rf"\bopen(at2?)?\(.*{re.escape(opened)}.*= \d+$")
    assert any(seen.search(line) for line in lines), "nothing was traced"
    changing = re.compile(rf"O_WRONLY|O_RDWR|O_CREAT|\b({'|'.join(CHANGING)})\(")
    network = re.compile(rf"\b({'|'.join(NETWORK)})\(")
    return [
        line
        for line in lines
        if network.search(line)
        or (changing.search(line) and not re.search(r'"/dev/(tty|null|pts)', line))
    ]


@pytest.mark.parametrize("call", [*CHANGING, *NETWORK, "openat"])
def test_a_call_in_the_log_is_seen(tmp_path: Path, call: str) -> None:
    log = tmp_path / "log"
    opening = '7 openat(AT_FDCWD, "/x/edition.db", O_RDONLY|O_CLOEXEC) = 3\n'
    for found in ("", f'7 {call}("/x/y", O_WRONLY) = 0\n'):
        log.write_text(opening + found)
        assert suspicious(log, "/x/edition.db") == found.splitlines()


@pytest.mark.parametrize("text", ["", '7 openat(AT_FDCWD, "/x/e.db", O_RDONLY) = -1'])
def test_a_log_of_nothing_is_no_proof(tmp_path: Path, text: str) -> None:
    log = tmp_path / "log"
    log.write_text(text)
    with pytest.raises(AssertionError, match="nothing was traced"):
        suspicious(log, "/x/e.db")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_the_system_sees_no_socket_and_no_write_of_a_command(
    strace: str,
    environment: Environment,
    tmp_path: Path,
    arguments: tuple[str, ...],
) -> None:
    log = tmp_path / "log"
    run(*traced(strace, environment, log), *arguments, env=environment)
    asks_nothing = arguments in WITHOUT_DATABASE
    opened = "/hrterm/cli/" if asks_nothing else environment["HRTERM_DB"]
    assert suspicious(log, opened) == []


def test_the_system_sees_no_socket_and_no_write_of_the_interface(
    strace: str, environment: Environment, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    command = traced(strace, environment, log)
    terminal = Terminal([], environment, command=command)
    terminal.wait_for(b"EMERGENCY")
    for keys in KEYS:
        terminal.press(keys)
        terminal.settle()
    terminal.leave()
    assert suspicious(log, environment["HRTERM_DB"]) == []


# --- no trace -----------------------------------------------------------------------


def test_commands_leave_no_file_behind(environment: Environment) -> None:
    for arguments in COMMANDS:
        run(sys.executable, "-m", "hrterm", *arguments, env=environment)
    assert left_behind(environment) == []


def test_the_interface_leaves_no_file_behind(tour: Tour) -> None:
    assert left_behind(tour.environment) == []


def test_the_database_is_not_touched(tour: Tour, database: Path) -> None:
    run(sys.executable, "-m", "hrterm", *COMMANDS[4], env=tour.environment, answer=0)
    assert tour.before == tour.after == beside(database)


def test_the_next_run_knows_nothing_of_the_last(tour: Tour) -> None:
    assert b"alcohol" in tour.drawn.lower()
    terminal = Terminal([], tour.environment)
    terminal.wait_for(b"EMERGENCY")
    start = len(terminal.seen)
    terminal.press(b"\x1bOS")
    terminal.settle()
    assert b"alcohol" not in terminal.seen[start:].lower()
    assert terminal.leave() == 0


def test_settings_hold_what_was_set_and_no_more(environment: Environment) -> None:
    for arguments in (("language", "fr"), ("place", "CA")):
        run(
            sys.executable, "-m", "hrterm", "config", "set", *arguments,
            env=environment, answer=0,
        )  # fmt: skip
    run(sys.executable, "-m", "hrterm", *COMMANDS[4], env=environment, answer=0)
    files = [name for name in left_behind(environment) if name.endswith("json")]
    assert files == ["home/.config/hrterm/settings.json"]
    kept = (Path(environment["HOME"]).parent / files[0]).read_text("utf-8")
    assert json.loads(kept) == {"language": "fr", "place": "CA"}


def test_a_handout_is_written_where_it_was_asked_for(
    environment: Environment,
) -> None:
    command = ("handout", "MDMA", "-o", "page.html")
    run(sys.executable, "-m", "hrterm", *command, env=environment, answer=0)
    assert left_behind(environment) == ["here/page.html"]


def test_a_saved_page_says_nothing_of_who_saved_it(
    environment: Environment,
) -> None:
    command = ("handout", "MDMA", "-o", "page.html")
    run(sys.executable, "-m", "hrterm", *command, env=environment, answer=0)
    page = (Path(environment["HOME"]).parent / "here" / "page.html").read_text("utf-8")
    assert environment["HOME"] not in page
    for name in filter(None, (os.environ.get("USER"), os.environ.get("LOGNAME"))):
        assert len(name) < 4 or name not in page
    # Nothing in it is fetched when it is opened.
    assert not re.search(r"<(img|script|link|iframe)\b|@import|url\(", page)


def test_names_can_be_given_where_no_shell_keeps_them(
    environment: Environment,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hrterm", "check", "-"], input="MDMA, phenelzine\n",
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and '"dangerous"' in done.stdout


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
def test_the_pager_keeps_no_history(environment: Environment) -> None:
    environment["PAGER"] = "less"
    terminal = Terminal(["show", "MDMA"], environment)
    terminal.settle(1.0)
    terminal.press(b"/heart\r")
    terminal.settle()
    terminal.press(b"q")
    terminal.end()
    assert left_behind(environment) == []


# --- a quick way out ----------------------------------------------------------------


def test_the_quick_exit_leaves_and_clears(environment: Environment) -> None:
    terminal = toured(environment)
    terminal.press(b"\x1b[24~")
    assert terminal.end() == 0
    after = terminal.seen[terminal.seen.rindex(NORMAL) :]
    # The screen, the lines scrolled out of it, and the cursor to the top.
    assert after.endswith(b"\x1b[2J\x1b[3J\x1b[H")
    assert TYPED.encode() not in after
    assert left_behind(environment) == []


def test_the_interface_draws_on_the_other_screen_only(tour: Tour) -> None:
    before, _, rest = tour.drawn.partition(ALTERNATE)
    after = rest[rest.rindex(NORMAL) :]
    for part in (before, after):
        assert not re.search(rb"[A-Za-z]{4}", re.sub(rb"\x1b\[[^A-Za-z]*\w", b"", part))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_stops_it_shows_nothing_of_what_was_typed(
    environment: Environment, number: signal.Signals
) -> None:
    terminal = Terminal([], environment)
    terminal.wait_for(b"EMERGENCY")
    terminal.press(TYPED.encode())
    terminal.wait_for(b"Danger signs")
    terminal.settle()
    start = len(terminal.seen)
    terminal.send(number)
    terminal.end()
    assert TYPED.encode() not in terminal.seen[start:]


def test_a_mistake_shows_nothing_of_what_was_typed(environment: Environment) -> None:
    code, left = mistaken(environment, STARTS)
    assert code == 70 and "mistake" in left
    assert TYPED not in left


# --- the page -----------------------------------------------------------------------


def test_every_sentence_of_the_page_names_a_test_that_is_here() -> None:
    page = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    here = {name for name in globals() if name.startswith("test_")}
    assert named and named <= here
    assert here - named == {
        "test_every_sentence_of_the_page_names_a_test_that_is_here",
        "test_a_call_in_the_log_is_seen",
        "test_a_log_of_nothing_is_no_proof",
    }
