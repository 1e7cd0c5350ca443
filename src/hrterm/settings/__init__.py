"""A person's settings: language, place, theme, keys. Nothing about what was read."""

import errno
import os

from hrterm.user_folders import user_folder

KEYS = ("language", "place", "theme", "ascii")
KEYMAP_PREFIX = "keymap."
MAX_CHARACTERS = 100_000
"""Of the file that are read."""


class SettingsError(Exception):
    """The settings cannot be written; ``path`` says where, ``cause`` why."""

    def __init__(self, path: str, cause: OSError) -> None:
        """Keep what the front ends need to word it."""
        super().__init__(path, cause)
        self.path = path
        self.cause = cause

    @property
    def reason(self) -> str:
        """What the system says."""
        return self.cause.strerror or str(self.cause)


def path() -> str:
    """The settings file."""
    return os.path.join(user_folder("config"), "settings.json")


def load() -> dict[str, str]:
    """The settings; none when there is no file or it cannot be read."""
    try:
        source = path()
        if not os.path.isabs(source):  # nobody's home: the working folder's is no one's
            return {}
        with open(source, encoding="utf-8") as file:
            text = file.read(MAX_CHARACTERS)
    except (OSError, ValueError, RuntimeError):
        return {}
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(key): value
        for key, value in found.items()
        if isinstance(value, str) and is_key(str(key))
    }


def is_key(key: str) -> bool:
    """Whether there is such a setting."""
    return key in KEYS or (
        key.startswith(KEYMAP_PREFIX) and len(key) > len(KEYMAP_PREFIX)
    )


def save(key: str, value: str) -> None:
    """Set one setting; an empty value removes it.

    Raises:
        SettingsError: when the file cannot be written.
        KeyError: when there is no such setting.
    """
    if not is_key(key):
        raise KeyError(key)
    import json

    from hrterm.replacing import replace_file

    settings = load()
    settings[key] = value
    kept = {name: one for name, one in sorted(settings.items()) if one}
    target = path()
    try:
        if not os.path.isabs(target):  # nobody's home: "~" stayed as it was
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        text = json.dumps(kept, ensure_ascii=False, indent=2) + "\n"
        replace_file(target, text.encode())
    except OSError as error:
        raise SettingsError(target, error) from error
