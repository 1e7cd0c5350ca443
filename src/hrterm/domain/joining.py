"""Names typed together: what only joins two of them, and what belongs to one."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hrterm.domain.naming import fold
from hrterm.domain.timing import SINCE

JOINERS: frozenset[str] = frozenset({"and", "et", "with", "avec", "plus"})
"""Words that join two names, in both languages."""

_SIGNS = ",+&"
_JOINT = (
    # `(+)-amphetamine` is no sum.
    rf"\s*(?P<sign>[,&]|(?<!\()\+(?!\)))|\s(?P<word>{'|'.join(JOINERS)})(?=\s)"
)
"""Compiled when it is first used: most names need none of it."""
_TIME = r"=\s*\w+\s*$"
"""How long ago it was taken: `=3h`."""

_LONGEST_TOLD = 5
"""Words that tell one amount or time: `il y a 2 heures`."""
_LONGEST_NAME = 4
"""Words of a name that begins with a number: `4 HO MiPT`."""
_MANY = 20
"""More tablets or lines than these are told with their dose, or are none."""


class _Part(NamedTuple):
    """A piece of a text, and whether a word rather than a sign joins it to the last."""

    start: int
    end: int
    by_word: bool


def gathered(typed: Sequence[str], is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """The names in words that were typed apart, as a command line's arguments are.

    A sign, or a word such as `and`, that stands alone between two names separates them;
    `Nurofen Plus` stays one. What is left is taken apart as by ``separated``.

    Args:
        typed: the words and names.
        is_name: whether something is spelt exactly so.
    """
    kept = [word for word in typed if word.strip(_SIGNS + " ")]
    found: list[str] = []
    before: list[str] = []
    position = 0
    while position < len(kept):
        follows = position > 0 and not _is_joiner(kept[position - 1])
        if count := _amount_or_time(kept, position, is_name):
            told = kept[position : position + count]
            if found and follows:
                found[-1] = " ".join([found[-1], *told])
            else:
                before += told
        elif count := _numbered_name(kept, position, is_name):
            found.append(" ".join([*before, *kept[position : position + count]]))
            before = []
        else:
            count, word = 1, kept[position]
            if not _is_joiner(word) or position in {0, len(kept) - 1}:
                first, *more = separated(word, is_name) or ("",)
                found += [" ".join([*before, first]), *more]
                before = []
            elif found and is_name(f"{found[-1]} {word}"):
                found[-1] = f"{found[-1]} {word}"
        position += count
    # What nothing follows belongs to the last name after all.
    rest = [*found[-1:], *before] if before else []
    return (*found[:-1], " ".join(rest)) if rest else tuple(found)


def _amount_or_time(
    words: Sequence[str], start: int, is_name: Callable[[str], bool]
) -> int:
    """How many words from here only tell how much of the last was taken, or when.

    A word that is a name, or begins one, stays one: the `G` of `1 G`.
    """
    begins = {said[0] for said in SINCE}
    if not (words[start][:1].isdigit() or words[start].lower() in begins):
        return 0
    from hrterm.domain.phrase import tells_only_amount_or_time

    longest = min(_LONGEST_TOLD, len(words) - start)
    for count in range(longest, 0, -1):
        some = words[start : start + count]
        if tells_only_amount_or_time(" ".join(some)) and not any(map(is_name, some)):
            return 0 if _numbered_name(words, start, is_name) else count
    return 0


def _numbered_name(
    words: Sequence[str], start: int, is_name: Callable[[str], bool]
) -> int:
    """How many words from here are one name with a number before it.

    It belongs to the name (`5 HTP`), or counts what follows (`2 Xanax`); 0 when there
    is none.
    """
    if not words[start][:1].isdigit():
        return 0
    for count in range(min(_LONGEST_NAME, len(words) - start), 1, -1):
        if is_name(" ".join(words[start : start + count])):
            return count
    counts = words[start].isdecimal() and int(words[start]) <= _MANY
    return 2 if counts and any(map(is_name, words[start + 1 : start + 2])) else 0


def separated(text: str, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """The names in one text: `coke, alcool et G` is three.

    What as a whole is a name stays one (`buprenorphine and naloxone`), and so does one
    with its dose (`MDMA, 120 mg`).

    Args:
        text: as it was typed.
        is_name: whether something is spelt exactly so.
    """
    if text.isalnum() or not re.search(_JOINT, text, re.IGNORECASE):
        return (text,)
    parts = _parts(text, is_name)
    found: list[str] = []
    position = 0
    while position < len(parts):
        first = parts[position]
        piece = text[first.start : first.end]
        if found and _belongs_to_the_last(piece, is_name):
            found[-1] = f"{found[-1]} {piece}"
            position += 1
        else:
            end = _end_of_name(text, parts, position, is_name)
            found.append(text[first.start : parts[end - 1].end])
            position = end
    return tuple(found)


def _is_joiner(word: str) -> bool:
    return word.strip(_SIGNS + " ").casefold() in JOINERS


def _parts(text: str, is_name: Callable[[str], bool]) -> list[_Part]:
    """The pieces between signs and words that join; none of them is empty."""
    parts: list[_Part] = []
    start = 0
    by_word = False
    for joint in re.finditer(_JOINT, text, re.IGNORECASE):
        if not _joins(text, start, joint, is_name):
            continue
        parts += _part(text, start, joint.start(), by_word)
        start, by_word = joint.end(), joint["word"] is not None
    return [*parts, *_part(text, start, len(text), by_word)]


def _part(text: str, start: int, end: int, by_word: bool) -> list[_Part]:
    """The piece without spaces around it; none when nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    kept = piece.strip()
    return [_Part(start + left, start + left + len(kept), by_word)] if kept else []


def _joins(
    text: str, start: int, joint: re.Match[str], is_name: Callable[[str], bool]
) -> bool:
    """Whether a sign or word stands between two names, not within one."""
    if joint["word"]:
        return not is_name(text[start : joint.end()])
    before, after = text[start : joint.start()], text[joint.end() :]
    if joint["sign"] == "," and before[-1:].isdigit() and after[:1].isdigit():
        # Of `1,4-BDO` and `0,5 g` the comma is a part; of `LSD-25,2C-B` it is not.
        ends = [
            *(one.start() for one in re.finditer(_JOINT, after, re.IGNORECASE)),
            len(after),
        ]
        return is_name(before) and any(is_name(after[:end]) for end in ends)
    return True


def _end_of_name(
    text: str, parts: list[_Part], start: int, is_name: Callable[[str], bool]
) -> int:
    """The part after the longest run from here that is one name."""
    for end in range(len(parts), start + 1, -1):
        run = text[parts[start].start : parts[end - 1].end]
        if not _is_whole(run, is_name):
            continue
        # Folded, a sign is lost: `cocaine, heroin` is two, though both are one product.
        joined_by_word = any(part.by_word for part in parts[start + 1 : end])
        own = [text[part.start : part.end] for part in parts[start:end]]
        if all(map(fold, own)) and (
            joined_by_word or not all(_is_whole(one, is_name) for one in own)
        ):
            return end
    return start + 1


def _is_whole(text: str, is_name: Callable[[str], bool]) -> bool:
    """Whether it is a name, its time and doses left out."""
    from hrterm.domain.phrase import without_doses

    name = re.sub(_TIME, "", text)
    return bool(fold(name)) and (is_name(name) or is_name(without_doses(name)))


def _belongs_to_the_last(piece: str, is_name: Callable[[str], bool]) -> bool:
    """Whether it tells only how much of the name before was taken, or how."""
    from hrterm.domain.phrase import readings, tells_only_how

    name = re.sub(_TIME, "", piece)
    return tells_only_how(name) and not any(is_name(one.name) for one in readings(name))
