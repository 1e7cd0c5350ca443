"""What the wheel lays beside the program: manual pages and completion scripts.

Installed into a folder that is on ``PATH``, they lie where man and the shells look.
"""

import os

from hrterm.cli.manual import manual
from hrterm.cli.shells.scripts import script
from hrterm.i18n import activate, available
from hrterm.store.opening import meta, open_database

SCRIPTS = {
    "bash": "share/bash-completion/completions/hrterm",
    "zsh": "share/zsh/site-functions/_hrterm",
    "fish": "share/fish/vendor_completions.d/hrterm.fish",
}


def write_shared(database: str, folder: str) -> dict[str, str]:
    """Write them into a folder.

    Returns:
        Where each of the files belongs, below the folder of the installation.
    """
    texts = {}
    date = meta(open_database(database))["newest_review"]
    for code in available():
        activate(code)
        place = "" if code == "en" else f"/{code}"
        texts[f"share/man{place}/man1/hrterm.1"] = manual(date)
    activate("en")
    texts |= {place: script(shell) for shell, place in SCRIPTS.items()}
    written = {}
    for place, text in texts.items():
        path = os.path.join(folder, *place.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        written[path] = place
    return written
