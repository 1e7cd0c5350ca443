"""Random command lines: an answer or one plain sentence, and never a traceback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.asking import Said, ask, dangers
from tests.hostile.effort import tries
from tests.hostile.mutating import HOSTILE

COMMANDS = (
    "search", "show", "check", "matrix", "legal", "mechanism", "claims", "emergency",
    "sources", "handout", "completion", "studies",
)  # fmt: skip
NAMES = (
    "MDMA", "mdma", "ecstasy", "Zoloft", "alcool", "G", "metha", "2C-B", "lsd 25",
    "MDMA 120 mg", "synthetic cannabis", "zorblaxine", "opioid", "α-PVP", "œ", "ﬁ",
    "mdam", "tramadoll", "CA", "serotonin", "opioid-overdose", "all",
)  # fmt: skip
OPTIONS = (
    "--json", "--help", "-h", "--lang", "--lang=fr", "--lang=", "--lang=fr-CA",
    "--since", "--since=MDMA=3h", "--since=x=y", "--fail-on", "--fail-on=low", "--in",
    "--in=CA", "--in=XX", "--in=ca-qc", "--format", "--format=md", "--format=html",
    "--", "-", "--version", "--nope", "-x", "--db=/dev/null", "--json=1", "bash", "fr",
)  # fmt: skip
WORDS = (
    st.sampled_from(NAMES)
    | st.sampled_from(OPTIONS)
    | st.sampled_from(HOSTILE)
    | st.text(max_size=30)
    # What the shell hands over when a name is not valid UTF-8.
    | st.binary(max_size=8).map(lambda raw: raw.decode("utf-8", "surrogateescape"))
)
LINES = st.tuples(st.sampled_from(COMMANDS) | WORDS, st.lists(WORDS, max_size=8)).map(
    lambda line: [line[0], *line[1]]
)


@pytest.fixture(autouse=True)
def _edition(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every command line answers from the real edition, away from any other file."""
    monkeypatch.setenv("HRTERM_DB", str(database))
    yield


def is_decent(said: Said) -> bool:
    """An exit code of the contract, one sentence for an error, nothing that steers."""
    if said.code not in {0, 1, 2, 3} or dangers(said.out + said.err):
        return False
    if "Traceback" in said.err:
        return False
    return said.code < 2 or said.err.count("\n") == 1 or said.err == ""


@tries(250)
@given(line=LINES)
def test_random_command_lines(
    line: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # A random word may name a file to write: it lands here.
        patch.chdir(tmp_path_factory.getbasetemp())
        said = ask(*line)
    assert is_decent(said), (line, said.code, said.err)


@tries(100)
@given(names=st.lists(st.sampled_from(NAMES) | st.text(max_size=20), max_size=26))
def test_random_names_together(names: list[str]) -> None:
    for command in ("check", "matrix"):
        said = ask(command, "--json", "--", *names)
        assert is_decent(said), (names, said.err)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_everywhere(name: str) -> None:
    for command in COMMANDS:
        for extra in ((), ("MDMA",)):
            said = ask(command, *extra, "--", name)
            assert is_decent(said), (command, said.code, said.err)


VARIABLES = (
    "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "HRTERM_LANG", "COLUMNS", "LINES",
    "TERM", "NO_COLOR", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PAGER", "TZ",
)  # fmt: skip
VALUES = (
    "", "C", "POSIX", "fr", "fr_FR.UTF-8", "fr_CA.ISO8859-1", "en@euro", "ar_EG",
    "../../etc", "zz_ZZ", "0", "-1", "99999999999", "²", "dumb", "/nowhere",
    "relative", "\udcff", "x" * 5_000, "%s", "true",
)  # fmt: skip


@tries(60)
@given(environment=st.dictionaries(st.sampled_from(VARIABLES), st.sampled_from(VALUES)))
def test_random_environments(environment: dict[str, str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        said = ask("check", "MDMA", "phenelzine")
        assert said.code == 0 and is_decent(said), (environment, said.err)
        assert is_decent(ask("legal", "MDMA", "--in", "CA"))
