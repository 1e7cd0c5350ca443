"""Which language someone reads: asked for, set, or guessed from the locale."""

import os
from collections.abc import Mapping

from hrterm.i18n.catalogue import locale_folder


def available() -> tuple[str, ...]:
    """Languages with a catalogue of their own, and English; regions are left out."""
    try:
        found = os.listdir(locale_folder())
    except OSError:
        found = []
    return tuple(sorted({"en", *(code for code in found if "_" not in code)}))


def offered() -> tuple[str, ...]:
    """Languages, and regions with words of their own: ``en``, ``fr``, ``fr-CA``."""
    try:
        found = os.listdir(locale_folder())
    except OSError:
        found = []
    return tuple(sorted({"en", *(code.replace("_", "-") for code in found)}))


def supported(code: str) -> str | None:
    """A language as it is spelt here, or None: ``fr_CA.UTF-8`` is ``fr-CA``."""
    plain = code.split(".")[0].split("@")[0].replace("_", "-")
    base, _, region = plain.partition("-")
    base, region = base.lower(), region.upper()
    if base not in available() or not base:
        return None
    return f"{base}-{region}" if len(region) == 2 and region.isalpha() else base


def negotiate(asked: str | None, setting: str, environment: Mapping[str, str]) -> str:
    """The language to answer in.

    In order: ``asked`` (``--lang``), ``HRTERM_LANG``, the setting, ``LC_ALL``,
    ``LC_MESSAGES``, ``LANG``, English. What names no language we have is passed over.

    Raises:
        ValueError: when ``asked`` is not a language we have.
    """
    if asked is not None:
        found = supported(asked)
        if found is None:
            raise ValueError(asked)
        return found
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    wishes = [environment.get("HRTERM_LANG", ""), setting]
    for wish in wishes:
        if wish and (found := supported(wish)):
            return found
    for name in names:
        value = environment.get(name, "")
        if value:
            return supported(value) or "en"
    return "en"


def guessed_place(environment: Mapping[str, str]) -> str:
    """The country that the locale names (``fr_CA`` is ``CA``); empty when none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        region = environment.get(name, "").split(".")[0].partition("_")[2]
        if len(region) == 2 and region.isalpha():
            return region.upper()
    return ""
