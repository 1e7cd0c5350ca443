"""Wrong usage: one sentence, exit 2, and what may have been meant."""

import ast
import inspect
from argparse import ArgumentParser

import pytest

from hrterm.cli.commands import COMMANDS
from hrterm.cli.main import run
from hrterm.cli.suggesting import nearest
from hrterm.i18n.toolkit import ARGPARSE
from tests.cli.running import Shell


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chekc", "a", "b"), "did you mean check?"),
        (("emer",), "did you mean emergency?"),
        (("ketamine",), "hrterm search NAME"),
        (("",), "hrterm search NAME"),
        (("--lnag", "fr"), "did you mean --lang?"),
        (("--lnag", "fr", "check", "a", "b"), "did you mean --lang?"),
        (("--db",), "--db needs a value"),
        (("check", "a", "b", "--fail"), "did you mean --fail-on?"),
        (("check", "a", "b", "--jsno"), "did you mean --json?"),
        (("check", "a", "b", "--zzzzzzz"), "there is no option '--zzzzzzz'."),
        (("check", "a", "b", "--zzzzzzz=1"), "there is no option '--zzzzzzz'."),
        (("check", "a", "b", "-x"), "there is no option '-x'."),
        (("check", "a", "b", "--since"), "--since: expected one argument"),
        (("check", "a", "b", "--fail-on", "x"), "'dangerous', 'unsafe'"),
        (("check", "a", "b", "--since", "keta"), "NAME=DURATION"),
        (("check", "a", "b", "--since", "=3h"), "NAME=DURATION"),
        (("check", "a", "b", "--since", "keta="), "write 90m, 3h"),
        (("check", "a", "b", "--since", "keta=-3h"), "write 90m, 3h"),
        (("check", "a", "b", "--since", "zorblaxine=3h"), "not known"),
        (("check", *"abcdefghijklmnopqrstuvwxyz"), "at most 24 names"),
        (("check",), "required: NAME"),
        (("matrix", "a"), "2 to 12 names"),
        (("legal", "--in", "Quebec"), "did you mean CA-QC (Quebec)?"),
        (("legal", "--in", "CA-BX"), "did you mean CA-BC"),
        (("legal", "--in", "ZZ"), "use one of AT, AU"),
        (("legal", "--in", ""), "there is no place ''"),
        (("emergency", "--in", "Atlantis"), "use one of AT, AU"),
        (("show", "MDMA", "--lang", "zz"), "there is no language 'zz': use one of en"),
        (("config", "path", "more"), "'more' is not expected here"),
        (("config", "set", "language", "zz"), "there is no language"),
        (("config", "set", "place", "zz"), "there is no place"),
        (("config", "set", "keymap.", "x"), "there is no setting"),
        (("data", "chekc"), "'check', 'build'"),
    ],
)
def test_wrong_usage(shell: Shell, arguments: tuple[str, ...], told: str) -> None:
    database = ["--db", str(shell.database)]
    result = shell(*arguments, *([] if arguments == ("--db",) else database))
    assert (result.code, result.out) == (2, "")
    assert told in result.err and result.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "fr", "check", "MDMA", "alcohol"),
        ("--lang=fr", "check", "MDMA", "alcohol"),
        ("check", "--lang", "fr", "MDMA", "alcohol"),
        ("check", "MDMA", "--lang=fr", "alcohol"),
        ("check", "MDMA", "alcohol", "--lang", "fr"),
        ("check", "--lang", "fr", "--", "MDMA", "alcohol"),
        ("check", "--lang", "en", "MDMA", "--lang", "fr", "alcohol"),
    ],
)
def test_options_stand_where_they_like(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    result = shell("--db", str(shell.database), "--json", *arguments)
    assert result.document["language"] == "fr"
    assert [name["query"] for name in result.document["names"]] == ["MDMA", "alcohol"]


def test_names_and_options_may_be_mixed(shell: Shell) -> None:
    mixed = ("check", "--since", "MDMA=3h", "MDMA", "--json", "phenelzine",
             "--since=phenelzine=2d", "alcohol")  # fmt: skip
    sorted_ = ("check", "MDMA", "phenelzine", "alcohol", "--since", "MDMA=3h",
               "--since", "phenelzine=2d", "--json")  # fmt: skip
    assert shell(*mixed).document == shell(*sorted_).document
    assert shell("legal", "--in", "CA", "MDMA", "--json").document["records"]


@pytest.mark.parametrize(("limit", "code"), [("low", 1), ("unknown", 1),
    ("caution", 1), ("unsafe", 0), ("dangerous", 0)])  # fmt: skip
def test_fail_on_a_caution(shell: Shell, limit: str, code: int) -> None:
    result = shell("check", "MDMA", "sertraline", "--fail-on", limit)
    assert result.code == code and "Caution" in result.out


def test_fail_on_counts_the_whole_and_each_candidate(shell: Shell) -> None:
    names = ("ketamine", "Xanax", "alcohol")
    assert shell("check", *names, "--fail-on", "dangerous").code == 1
    assert shell("check", "G", "Valium", "--fail-on", "dangerous").code == 1


def test_help_of_every_command(shell: Shell) -> None:
    for command in COMMANDS:
        result = shell(command, "--help")
        assert result.code == 0 and result.err == ""
        assert all(option in result.out for option in ("--lang", "--json", "--db"))
        assert max(map(len, result.out.splitlines())) <= 80
        assert shell(command, "-h").out == result.out
    top = shell("--help").out
    assert all(f"  {command} " in top for command in COMMANDS)
    assert max(map(len, top.splitlines())) <= 80


def test_a_terminal_opens_the_interface(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrterm.cli.output.is_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    opened = []

    def interface(path: str, language: str, settings: dict[str, str]) -> int:
        opened.append((path, language))
        return 7

    arguments = ["--lang", "fr", "--db", str(shell.database)]
    assert run(arguments, interface) == 7
    assert opened == [(str(shell.database), "fr")]


def test_argparse_says_nothing_that_is_not_listed_for_translation() -> None:
    """Other words of argparse are for programmers, or cannot be reached from here."""
    ours = {
        "%(prog)s: error: %(message)s\n", "%(prog)s: warning: %(message)s\n",
        "%r is not callable", ".__call__() not defined", "unexpected option string: %s",
        "'required' is an invalid argument for positionals", "subcommands",
        "ambiguous option: %(option)s could match %(matches)s",
        'argument "-" with mode %r', "can't open '%(filename)s': %(error)s",
        "cannot have multiple subparser arguments", " (default: %(default)s)",
        "cannot merge actions - two groups are named %r",
        "conflicting option string: %s", "conflicting option strings: %s",
        "conflicting subparser alias: %s", "conflicting subparser: %s",
        "dest= is required for options like %r", "expected %s argument",
        "expected %s arguments", "invalid conflict_resolution value: %r",
        "invalid option string %(option)r: must start with a character "
        "%(prefix_chars)r", "mutually exclusive arguments must be optional",
        "show this help message and exit", "show program's version number and exit",
        "unknown parser %(parser_name)r (choices: %(choices)s)",
        "unknown parser %(parser_name)r, choices: %(choices)s",
        "argument '%(argument_name)s' is deprecated",
        "command '%(parser_name)s' is deprecated",
        "option '%(option)s' is deprecated",
        "invalid choice: %(value)r, maybe you meant %(suggestion)r? "
        "(choose from %(choices)s)",
    }  # fmt: skip
    tree = ast.parse(inspect.getsource(inspect.getmodule(ArgumentParser)))  # type: ignore[arg-type]
    said = {
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert said - ours - set(ARGPARSE) == set()


def test_the_second_parse_leaves_the_environment_alone(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    shell("check", "MDMA", "--nope", "--lang", "fr")
    shell("check", "MDMA", "alcohol")
    import os

    assert os.environ["LANGUAGE"] == "de"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("chekc", "check"), ("sho", "show"), ("c", ""), ("", ""), ("zzz", ""),
     ("legel", "legal"), ("xyzzyxx", "")],
)  # fmt: skip
def test_nearest(typed: str, found: str) -> None:
    assert nearest(typed, COMMANDS) == found
