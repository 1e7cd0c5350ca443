"""The folder for a USB stick: installs on a computer without a network."""

import os
import shutil
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.editions.making import Keys
from tools.wheels import PLATFORMS, Target, missing

ASKED = "HRTERM_WHEELS"
"""Set to 1 where wheels can be had (CI): then the stick is filled and used."""


def wheel(folder: Path, name: str, version: str, *requires: str, tag: str = "") -> None:
    tags = tag or "py3-none-any"
    with zipfile.ZipFile(folder / f"{name}-{version}-{tags}.whl", "w") as file:
        lines = [f"Name: {name}", f"Version: {version}"]
        lines += [f"Requires-Dist: {one}" for one in requires]
        file.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines))


def lacking(folder: Path, platform: str, python: str = "3.12") -> list[str]:
    (found,) = (one for one in PLATFORMS if one.name == platform)
    return [str(one) for one in missing("app", folder, Target(found, python))]


def test_what_another_platform_needs_is_missed(tmp_path: Path) -> None:
    wheel(
        tmp_path, "app", "1",
        "both>=2", 'only-windows; sys_platform == "win32"',
        'old; python_version < "3.12"', 'extra; extra == "dev"', "part[more]",
    )  # fmt: skip
    wheel(tmp_path, "both", "2")
    wheel(tmp_path, "part", "1", 'inner; extra == "more"')
    assert lacking(tmp_path, "linux-x86_64") == ["inner"]
    assert lacking(tmp_path, "windows-x86_64") == ["inner", "only-windows"]
    assert lacking(tmp_path, "macos-arm64", "3.11") == ["inner", "old"]


def test_a_wheel_for_another_platform_is_none(tmp_path: Path) -> None:
    wheel(tmp_path, "app", "1", "fast<3")
    wheel(tmp_path, "fast", "2", tag="cp312-cp312-win_amd64")
    wheel(tmp_path, "fast", "1", tag="cp311-abi3-macosx_10_9_universal2")
    wheel(tmp_path, "fast", "3", tag="cp312-cp312-manylinux_2_28_x86_64")
    assert lacking(tmp_path, "windows-x86_64") == []
    assert lacking(tmp_path, "windows-x86_64", "3.13") == ["fast<3"]
    assert lacking(tmp_path, "macos-x86_64") == []
    assert lacking(tmp_path, "macos-arm64", "3.14") == []
    assert lacking(tmp_path, "linux-x86_64") == ["fast<3"]


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory, keys: Keys) -> Path:
    """A stick for this platform and this Python."""
    if os.environ.get(ASKED) != "1":
        warnings.warn(
            f"the stick was not filled: set {ASKED}=1 where wheels can be had",
            stacklevel=1,
        )
        pytest.skip(f"{ASKED} is not set")
    folder = tmp_path_factory.mktemp("stick") / "hrterm"
    machine = "linux-x86_64"
    if sys.platform == "darwin":
        machine = f"macos-{os.uname().machine}"
    elif sys.platform == "win32":
        machine = "windows-x86_64"
    subprocess.run(
        [
            sys.executable, "-m", "tools.bundle", "-o", str(folder),
            "--platform", machine, "--sign", str(keys.secret),
            "--python", f"{sys.version_info[0]}.{sys.version_info[1]}",
        ],
        cwd=ROOT,
        check=True,
    )  # fmt: skip
    return folder


def cut_off() -> list[str]:
    """What a command is put behind so that it has no network, where that can be had."""
    if shutil.which("unshare") is None:
        return []
    tried = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    return ["unshare", "-rn"] if tried.returncode == 0 else []


def test_a_computer_without_a_network_installs_from_the_stick(
    stick: Path, keys: Keys, tmp_path: Path
) -> None:
    alone = cut_off()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "share"),
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
        # Where the network cannot be taken away, every way to it leads nowhere.
        "PIP_CONFIG_FILE": os.devnull,
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            [*alone, *map(str, command)],
            cwd=stick,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    if alone:
        code = "import socket; socket.create_connection(('192.0.2.1', 80), 5)"
        tried = subprocess.run(
            [*alone, sys.executable, "-c", code], capture_output=True, check=False
        )
        assert b"unreachable" in tried.stderr
    run(sys.executable, "-m", "venv", tmp_path / "hrterm")
    programs = tmp_path / "hrterm" / ("Scripts" if os.name == "nt" else "bin")
    run(
        programs / "pip", "install", "--quiet", "--no-index",
        "--find-links", "wheels", "hrterm",
    )  # fmt: skip
    hrterm = programs / "hrterm"
    assert "Dangerous" in run(hrterm, "check", "MDMA", "phenelzine")
    (pack,) = stick.glob("*.hrpack")
    run(hrterm, "data", "trust", keys.public)
    assert "Signed by key" in run(hrterm, "data", "install", pack.name)
    assert str(tmp_path) in run(hrterm, "data", "path")


def test_the_stick_says_what_it_is_in_both_languages(stick: Path) -> None:
    for name in ("README.txt", "LISEZMOI.txt"):
        text = (stick / name).read_text("utf-8-sig")
        assert "--no-index --find-links wheels hrterm" in text
        assert max(map(len, text.splitlines())) <= 88
    sums = (stick / "SHA256SUMS").read_text()
    listed = {line.split("  ")[1] for line in sums.splitlines()}
    there = {
        path.relative_to(stick).as_posix()
        for path in stick.rglob("*")
        if path.is_file()
    }
    assert there - listed == {"SHA256SUMS", "SHA256SUMS.minisig"}
