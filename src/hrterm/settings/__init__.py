"""A person's settings: language, place, theme, keys. Nothing about what was read."""

import json
import os
from typing import Any

KEYS = ("language", "place", "theme", "ascii")
KEYMAP_PREFIX = "keymap."


class SettingsError(Exception):
    """The settings cannot be written; ``path`` says where."""

    def __init__(self, path: str, reason: str) -> None:
        """Keep what the front ends need to word it."""
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


def path() -> str:
    """The settings file, in the platform's folder for them."""
    import platformdirs

    return os.path.join(platformdirs.user_config_dir("hrterm", False), "settings.json")


def load() -> dict[str, str]:
    """The settings; none when there is no file or it cannot be read."""
    try:
        with open(path(), encoding="utf-8") as file:
            found: Any = json.load(file)
    except (OSError, ValueError, RuntimeError):
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
    settings = load()
    settings[key] = value
    kept = {name: one for name, one in sorted(settings.items()) if one}
    target = path()
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        temporary = f"{target}.new"
        with open(temporary, "w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False, indent=2)
            file.write("\n")
        os.replace(temporary, target)
    except OSError as error:
        raise SettingsError(target, error.strerror or str(error)) from error
