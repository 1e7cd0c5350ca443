"""The real data, read and checked once."""

import pytest

from hrterm.content.build import checked
from hrterm.content.corpus import Corpus
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The real data; it holds."""
    found, problems = checked(ROOT / "data")
    assert problems == []
    return found
