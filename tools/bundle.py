"""Fill a folder for a USB stick: hrterm, what it needs, and an edition of its data.

    .venv/bin/python -m tools.bundle -o DIR [--sign KEY]

It is a tool of the repository and no command of hrterm, because it goes to the network,
which hrterm itself never does.
"""

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

from tools.wheels import (
    PLATFORMS,
    PYTHONS,
    FetchError,
    Target,
    build,
    fetch,
    wheels,
)

ROOT = Path(__file__).resolve().parent.parent

ENGLISH = """\
hrterm on a stick
=================

The computer needs Python (one of {pythons}) and no network.
Open a terminal in this folder.

Linux and macOS:

    python3 -m venv ~/hrterm
    ~/hrterm/bin/pip install --no-index --find-links wheels hrterm
    ~/hrterm/bin/hrterm

Windows:

    py -m venv %USERPROFILE%\\hrterm
    %USERPROFILE%\\hrterm\\Scripts\\pip install --no-index --find-links wheels hrterm
    %USERPROFILE%\\hrterm\\Scripts\\hrterm

It brings edition {version} of its data. To take in a later edition from a stick:

    hrterm data trust KEY        once, with the makers' public key: take it from a
                                 place that you trust, not from the stick alone
    hrterm data install {pack}
    hrterm data rollback         to go back

SHA256SUMS lists every file: sha256sum -c SHA256SUMS (or shasum -a 256 -c).{signed}
"""

FRENCH = """\
hrterm sur une clé
==================

L'ordinateur doit avoir Python ({pythons}), mais aucun réseau.
Ouvrez un terminal dans ce dossier.

Linux et macOS :

    python3 -m venv ~/hrterm
    ~/hrterm/bin/pip install --no-index --find-links wheels hrterm
    ~/hrterm/bin/hrterm

Windows :

    py -m venv %USERPROFILE%\\hrterm
    %USERPROFILE%\\hrterm\\Scripts\\pip install --no-index --find-links wheels hrterm
    %USERPROFILE%\\hrterm\\Scripts\\hrterm

L'édition {version} des données est comprise. Pour installer une édition plus récente
depuis une clé :

    hrterm data trust CLÉ        une fois, avec la clé publique des auteurs : prenez-la
                                 à un endroit sûr, pas seulement sur la clé USB
    hrterm data install {pack}
    hrterm data rollback         pour revenir en arrière

SHA256SUMS liste tous les fichiers : sha256sum -c SHA256SUMS (ou shasum -a 256
-c).{signed}
"""

SIGNED = {
    "README.txt": " It is\nsigned: minisign -Vm SHA256SUMS -p KEY.",
    "LISEZMOI.txt": " Il est signé : minisign -Vm SHA256SUMS -p CLÉ.",
}


def main(arguments: list[str]) -> int:
    """Fill the folder; 0 when all is there."""
    options = _options(arguments)
    folder = Path(options.output)
    if folder.exists() and any(folder.iterdir()):
        return _failed(f"{folder} is not empty: name a new folder.")
    try:
        (folder / "wheels").mkdir(parents=True, exist_ok=True)
        program = build(ROOT, folder / "wheels")
        for target in _targets(options.platform, options.python):
            sys.stdout.write(f"{target}\n")
            fetch(program, target)
        version = (ROOT / "data" / "EDITION").read_text("utf-8").strip()
        pack = folder / f"hrterm-{version}.hrpack"
        _pack(pack, options.sign)
        _readmes(folder, version, pack.name, options)
        _sums(folder, options.sign)
    except (FetchError, OSError) as error:
        return _failed(str(error))
    count = len(list(wheels(folder / "wheels")))
    sys.stdout.write(f"{folder}: {count} wheels, {pack.name}\n")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.bundle", description=__doc__)
    parser.add_argument("-o", "--output", required=True, metavar="DIR")
    parser.add_argument(
        "--sign", metavar="KEY", help="a minisign secret key without a password"
    )
    parser.add_argument(
        "--platform", action="append", choices=[one.name for one in PLATFORMS]
    )
    parser.add_argument("--python", action="append", choices=PYTHONS)
    return parser.parse_args(arguments)


def _targets(platforms: list[str] | None, pythons: list[str] | None) -> list[Target]:
    return [
        Target(platform, python)
        for platform in PLATFORMS
        if not platforms or platform.name in platforms
        for python in pythons or PYTHONS
    ]


def _pack(pack: Path, key: str | None) -> None:
    """Pack the repository's data as ``hrterm data pack`` does.

    Raises:
        FetchError: when it cannot be packed; hrterm has said why.
    """
    command = ["data", "pack", "--data", str(ROOT / "data"), "-o", str(pack)]
    command += ["--sign", key] if key else []
    done = subprocess.run([sys.executable, "-m", "hrterm", *command], check=False)
    if done.returncode:
        raise FetchError("the edition could not be packed.")


def _readmes(
    folder: Path, version: str, pack: str, options: argparse.Namespace
) -> None:
    for name, text in (("README.txt", ENGLISH), ("LISEZMOI.txt", FRENCH)):
        told = text.format(
            pythons=", ".join(options.python or PYTHONS),
            version=version,
            pack=pack,
            signed=SIGNED[name] if options.sign else "",
        )
        # Windows' editors want the mark to read the accents.
        (folder / name).write_text(told, encoding="utf-8-sig", newline="\r\n")


def _sums(folder: Path, key: str | None) -> None:
    """List the digest of every file, and sign the list.

    Raises:
        OSError: when a file cannot be read or written.
    """
    from hrterm.editions import minisign

    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  "
        f"{path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    sums = folder / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    if key:
        secret = minisign.read_secret_key(Path(key).read_text("utf-8"))
        text = minisign.sign(sums.read_bytes(), secret, "hrterm bundle")
        Path(f"{sums}{minisign.SUFFIX}").write_text(text, encoding="utf-8")


def _failed(message: str) -> int:
    sys.stderr.write(f"bundle: {message}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
