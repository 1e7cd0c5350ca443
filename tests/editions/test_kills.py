"""A kill, a failing disk, two at once: the old edition or the new, never neither."""

import errno
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hrterm import replacing
from hrterm.editions.current import database_in_use, read_pointer
from hrterm.editions.installing import install
from hrterm.editions.locking import alone
from hrterm.editions.refusals import EditionError
from hrterm.store.library import Library
from hrterm.store.opening import DatabaseError
from tests.editions.making import Keys

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="kills are tried on systems that can fork"
)

DONE, REFUSED = 0, 3
EVENTS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
"""What a process does to a disk, as Python's audit tells it before it happens."""


def in_a_process(work: Callable[[], None]) -> int:
    """Start a process; it ends with DONE, or REFUSED after an error in a sentence."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        work()
        code = DONE
    except (EditionError, DatabaseError):
        code = REFUSED
    finally:
        os._exit(code)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_step(number: int, home: Path, act: Callable[[], None]) -> None:
    """Act just before the n-th thing that this process does below a folder."""
    left = [number]

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in EVENTS or not str(arguments[0]).startswith(str(home)):
            return
        left[0] -= 1
        if left[0] == 0:
            act()

    sys.addaudithook(hook)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def version_in_use() -> str:
    with Library(database_in_use()) as library:
        return library.edition().version


@pytest.fixture
def installed(first: Path, trusting: Keys) -> Path:
    """The first edition is installed; the second will follow it."""
    install(str(first))
    return first


def test_a_kill_at_every_step(installed: Path, second: Path, home: Path) -> None:
    seen = []
    for step in range(1, 200):

        def work(step: int = step) -> None:
            at_step(step, home, kill)
            install(str(second))

        code = ended(in_a_process(work))
        seen.append(version_in_use())
        assert seen[-1] in {"3000.1", "3000.2"}
        if code == DONE:
            break
        assert code == -signal.SIGKILL
    assert seen[0] == "3000.1" and seen[-1] == "3000.2"
    assert seen == sorted(seen) and len(seen) > 15
    install(str(second), patience=0)
    assert len(list((home / "editions").iterdir())) == 2
    assert {path.name for path in home.iterdir()} == {
        "current", "editions", "lock", "trusted.json"
    }  # fmt: skip


def test_kills_at_random_moments(installed: Path, second: Path) -> None:
    chosen = random.Random(5)
    begin = time.monotonic()
    assert ended(in_a_process(lambda: install(str(second)) and None)) == DONE
    lasts = time.monotonic() - begin
    for _ in range(30):
        install(str(installed), allow_older=True, patience=0)
        assert version_in_use() == "3000.1"
        child = in_a_process(lambda: install(str(second)) and None)
        time.sleep(chosen.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        ended(child)
        assert version_in_use() in {"3000.1", "3000.2"}
    install(str(second), patience=0)
    assert version_in_use() == "3000.2"


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "unwritable"), (errno.EIO, "unwritable")],
)
def test_a_disk_that_fails_at_every_step(
    installed: Path, second: Path, home: Path, number: int, code: str
) -> None:
    for step in range(1, 200):

        def work(step: int = step) -> None:
            def fail() -> None:
                raise OSError(number, os.strerror(number), str(home))

            at_step(step, home, fail)
            try:
                install(str(second))
            except EditionError as error:
                assert error.code in {code, "unreadable"}
                raise

        result = ended(in_a_process(work))
        assert result in {DONE, REFUSED}, step
        assert version_in_use() in {"3000.1", "3000.2"}
        if version_in_use() == "3000.2":
            break
        folders = list((home / "editions").iterdir())
        assert len(folders) == 1, "what could not be finished is removed"
    else:
        pytest.fail("the install never came to its end")


def test_a_disk_that_is_really_full(installed: Path, second: Path, home: Path) -> None:
    def work() -> None:
        limit = second.stat().st_size // 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            install(str(second))
        except EditionError as error:
            assert error.code == "full" and str(home) in error.message
            raise

    assert ended(in_a_process(work)) == REFUSED
    assert version_in_use() == "3000.1"
    assert len(list((home / "editions").iterdir())) == 1


def test_all_is_on_the_disk_before_the_switch(
    installed: Path, second: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, str]] = []
    sync, replace = os.fsync, os.replace

    def fsync(file: int) -> None:
        done.append(("sync", str(Path(f"/proc/self/fd/{file}").readlink())))
        sync(file)

    fresh: list[str] = []

    def rename(source: str, target: str) -> None:
        fresh.append(source)
        done.append(("replace", target))
        replace(source, target)

    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not tell the names of open files")
    monkeypatch.setattr("os.fsync", fsync)
    monkeypatch.setattr("os.replace", rename)
    folder = Path(install(str(second)).path).parent
    switch = done.index(("replace", str(home / "current")))
    before, after = done[:switch], done[switch + 1 :]
    for path in (*folder.iterdir(), folder, folder.parent, *fresh):
        assert ("sync", str(path)) in before
    assert ("sync", str(home)) in after


def test_two_at_once(second: Path, third: Path, installed: Path) -> None:
    for _ in range(5):
        children = [
            in_a_process(lambda pack=pack: install(str(pack)) and None)  # type: ignore[misc]
            for pack in (second, third, second, third)
        ]
        codes = [ended(child) for child in children]
        assert codes[1] == codes[3] == DONE
        assert set(codes) <= {DONE, REFUSED}
        assert version_in_use() == "3000.3"
        install(str(installed), allow_older=True)


def test_a_second_install_waits_no_longer_than_it_is_told(
    installed: Path, second: Path
) -> None:
    with alone(), pytest.raises(EditionError) as raised:
        install(str(second), patience=0)
    assert raised.value.code == "busy"
    assert version_in_use() == "3000.1"


def test_the_lock_ends_with_its_process(installed: Path, second: Path) -> None:
    def work() -> None:
        with alone():
            kill()

    assert ended(in_a_process(work)) == -signal.SIGKILL
    install(str(second), patience=0)
    assert version_in_use() == "3000.2"


def test_an_interrupt_leaves_nothing_behind(
    installed: Path, second: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hrterm.editions.installing.sync_folder", interrupt)
    with pytest.raises(KeyboardInterrupt):
        install(str(second))
    assert version_in_use() == "3000.1"
    assert len(list((home / "editions").iterdir())) == 1


def test_a_failure_after_the_switch_keeps_the_new_edition(
    installed: Path, second: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: str) -> None:
        raise OSError(errno.EIO, "the disk fails")

    monkeypatch.setattr(replacing, "sync_folder", fail)
    with pytest.raises(EditionError):
        install(str(second))
    pointer = read_pointer()
    assert pointer is not None and version_in_use() == "3000.2"
