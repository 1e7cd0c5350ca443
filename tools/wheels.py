"""The wheels that hrterm needs on a computer without a network.

pip fetches for another platform, but asks the markers of requirements ("only on
Windows") of the platform that it runs on. So what it fetched is looked through for what
the other platform wants beside it, and that is fetched too, until nothing is missing.
"""

import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from email.parser import Parser
from pathlib import Path
from typing import NamedTuple, cast

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version


class Platform(NamedTuple):
    """A kind of computer, as wheels and as markers name it."""

    name: str
    tags: tuple[str, ...]
    sys_platform: str
    platform_system: str
    os_name: str
    machine: str


class Wheel(NamedTuple):
    """A wheel that lies in the folder."""

    path: Path
    name: str
    version: Version
    tags: frozenset[Tag]


def _linux(machine: str) -> Platform:
    """Any Linux with glibc 2.28 or newer: Debian 10, Ubuntu 20.04 and later."""
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(28, 16, -1)]
    tags += [f"manylinux2014_{machine}", f"linux_{machine}"]
    if machine == "x86_64":
        tags += [f"manylinux2010_{machine}", f"manylinux1_{machine}"]
    name = f"linux-{machine}"
    return Platform(name, tuple(tags), "linux", "Linux", "posix", machine)


def _macos(machine: str, newest: tuple[int, int]) -> Platform:
    tags = tuple(mac_platforms(newest, machine))
    return Platform(f"macos-{machine}", tags, "darwin", "Darwin", "posix", machine)


PLATFORMS = (
    _linux("x86_64"),
    _linux("aarch64"),
    Platform("windows-x86_64", ("win_amd64",), "win32", "Windows", "nt", "AMD64"),
    _macos("arm64", (13, 0)),
    _macos("x86_64", (13, 0)),
)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


class Target(NamedTuple):
    """A platform with one version of Python."""

    platform: Platform
    python: str

    def __str__(self) -> str:
        """As it is told to people."""
        return f"{self.platform.name}, Python {self.python}"

    def tags(self) -> frozenset[Tag]:
        """The tags of the wheels that can be installed there."""
        major, minor = map(int, self.python.split("."))
        platforms = list(self.platform.tags)
        own = cpython_tags((major, minor), platforms=platforms)
        interpreter = f"cp{major}{minor}"
        others = compatible_tags((major, minor), interpreter, platforms)
        return frozenset((*own, *others))

    def environment(self) -> dict[str, str]:
        """What markers ask about."""
        return {
            **cast("dict[str, str]", default_environment()),
            "sys_platform": self.platform.sys_platform,
            "platform_system": self.platform.platform_system,
            "os_name": self.platform.os_name,
            "platform_machine": self.platform.machine,
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_version": f"{self.python}.0",
        }


class FetchError(Exception):
    """pip could not do what it was asked; the text is its last word."""


def build(source: Path, folder: Path) -> Wheel:
    """The wheel of hrterm itself, from its source.

    Raises:
        FetchError: when it cannot be built.
    """
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(source))
    (wheel,) = (one for one in wheels(folder) if one.name == "hrterm")
    return wheel


def fetch(program: Wheel, target: Target) -> None:
    """Put beside the program's wheel all that it needs on a target.

    Raises:
        FetchError: when something cannot be had.
    """
    folder = program.path.parent
    _download([str(program.path)], target, folder)
    while lacking := missing(program.name, folder, target):
        known = {one.path for one in wheels(folder)}
        _download([str(one) for one in lacking], target, folder)
        if known == {one.path for one in wheels(folder)}:
            named = ", ".join(str(one) for one in lacking)
            raise FetchError(f"{target}: no wheel fits {named}")


def missing(name: str, folder: Path, target: Target) -> list[Requirement]:
    """What a package needs on a target and no wheel in the folder provides."""
    tags, environment = target.tags(), target.environment()
    fitting = [one for one in wheels(folder) if one.tags & tags]
    lacking: dict[str, Requirement] = {}
    seen: set[tuple[str, str]] = set()
    queue = [Requirement(name)]
    while queue:
        wanted = queue.pop()
        key = (canonicalize_name(wanted.name), str(wanted))
        if key in seen:
            continue
        seen.add(key)
        found = [
            one
            for one in fitting
            if one.name == key[0] and one.version in wanted.specifier
        ]
        if not found:
            wanted.marker = None
            lacking[str(wanted)] = wanted
            continue
        best = max(found, key=lambda one: one.version)
        queue += _required(best, wanted.extras, environment)
    return [lacking[text] for text in sorted(lacking)]


def wheels(folder: Path) -> Iterator[Wheel]:
    """The wheels of a folder."""
    for path in sorted(folder.glob("*.whl")):
        name, version, _, tags = parse_wheel_filename(path.name)
        yield Wheel(path, name, version, tags)


def _required(
    wheel: Wheel, extras: Iterable[str], environment: dict[str, str]
) -> list[Requirement]:
    with zipfile.ZipFile(wheel.path) as file:
        (entry,) = (
            name
            for name in file.namelist()
            if name.endswith(".dist-info/METADATA") and name.count("/") == 1
        )
        metadata = Parser().parsestr(file.read(entry).decode())
    found = []
    for text in metadata.get_all("Requires-Dist", []):
        requirement = Requirement(text)
        marker = requirement.marker
        asked = [{**environment, "extra": extra} for extra in ("", *extras)]
        if marker is None or any(marker.evaluate(one) for one in asked):
            found.append(requirement)
    return found


def _download(wanted: list[str], target: Target, folder: Path) -> None:
    platforms = [f"--platform={tag}" for tag in target.platform.tags]
    _pip(
        "download", "--only-binary=:all:", "--implementation=cp", *platforms,
        f"--python-version={target.python}", f"--find-links={folder}",
        f"--dest={folder}", *wanted,
    )  # fmt: skip


def _pip(command: str, *arguments: str) -> None:
    """Run pip.

    Raises:
        FetchError: with its last word, when it fails.
    """
    quiet = ("--quiet", "--disable-pip-version-check")
    done = subprocess.run(
        [sys.executable, "-m", "pip", command, *quiet, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["pip failed"]
        errors = [line for line in lines if line.startswith("ERROR")]
        raise FetchError("\n".join(errors or lines[-1:]))
