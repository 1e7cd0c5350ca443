"""What acts at a target, in words."""

from typing import get_args

import pytest

from hrterm.domain.vocabulary import ActionKind
from hrterm.i18n import activate
from hrterm.pages import mechanisms, sheet
from hrterm.pages.blocks import Bullet
from hrterm.store.library import Library
from hrterm.wording import sheets

DANGLING = {"a", "by", "of", "on", "the", "through", "to"}


def said(library: Library, target: str) -> list[str]:
    """What the page of a target says of each substance, before the dash."""
    page = mechanisms.target(library.targets([target])[0], library)
    return [one.text.split(" — ")[0] for one in page if isinstance(one, Bullet)]


@pytest.mark.parametrize("kind", ["receptor", "transporter", "enzyme", "pathway"])
@pytest.mark.parametrize("action", get_args(ActionKind))
def test_where_a_target_was_named_an_action_is_whole(action: str, kind: str) -> None:
    told = sheets.action_there(action, kind)
    assert told.split()[-1] not in DANGLING
    activate("fr")
    assert sheets.action_there(action, kind) != told  # and is said in French


def test_the_page_of_a_target_reads_as_it_is_said(library: Library) -> None:
    assert "3-CMC: releases the messenger through it" in said(library, "sert")
    assert "citalopram: blocks reuptake" in said(library, "sert")
    activate("fr")
    library.language = "fr"
    assert "3-CMC\u00a0: libère par ce passage" in said(library, "sert")


def test_only_an_enzyme_breaks_anything_down(library: Library) -> None:
    assert "DMT: passes through it" in said(library, "sert")
    assert "MDMA: is broken down by it" in said(library, "cyp2d6")
    lithium = sheet.mechanisms(library.sheet("lithium"), library)
    (depends,) = [
        one.text
        for one in lithium
        if isinstance(one, Bullet) and "kidney" in one.text.split(" — ")[0]
    ]
    assert depends.startswith("depends on ")
