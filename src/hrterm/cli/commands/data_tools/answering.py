"""Editions that are compared: a data folder, a database, or a pack."""

import os
from typing import Any

from hrterm.cli.commands.data_tools.folders import data_folder
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _


def answers_of(path: str, language: str) -> Any:
    """The answers (``content.comparing.Answers``) of what lies at a path.

    Raises:
        CommandError: when a data folder does not hold.
        DatabaseError: when a database cannot be used.
        EditionError: when a pack cannot be used, or there is no file.
    """
    from hrterm.content.comparing import from_corpus, from_database

    if not os.path.isdir(path):
        from hrterm.editions.packs import database_in

        with database_in(path) as database:
            return from_database(database, language)
    from hrterm.content.build import checked

    corpus, problems = checked(data_folder(path))
    if problems:
        raise CommandError(
            _("the data does not hold: {problem} See: hrterm data check").format(
                problem=problems.in_order[0]
            ),
            ExitCode.UNUSABLE,
        )
    return from_corpus(corpus, language)
