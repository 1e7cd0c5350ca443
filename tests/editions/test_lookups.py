"""What a lookup pays for installed editions: one small file, nothing imported."""

import sys
from pathlib import Path

import pytest

from hrterm.editions.installing import install
from tests.editions.making import Keys
from tests.test_imports import HEAVY, loaded

LOOKUP = "from hrterm.cli.main import run\nrun(['check', 'mdma', 'ghb'], None)"


@pytest.mark.parametrize("is_installed", [False, True])
def test_a_lookup_loads_nothing_of_packs(
    first: Path, trusting: Keys, is_installed: bool
) -> None:
    if is_installed:
        install(str(first))
    found = loaded(LOOKUP)
    of_editions = {name for name in found if name.startswith("hrterm.editions.")}
    light = {"hrterm.editions.places"}
    assert of_editions == (
        light | {"hrterm.editions.current"} if is_installed else light
    )
    assert not found & (HEAVY | {"cryptography", "tempfile"})
    if sys.platform == "linux":
        assert "platformdirs" not in found
