"""What happens together: the whole, then each pair with its reasons."""

from hrterm.domain.answer import CheckAnswer, PairAnswer
from hrterm.domain.found import NameMatch
from hrterm.domain.resolve import sorted_pair
from hrterm.domain.timing import Timing
from hrterm.i18n import _
from hrterm.pages.blocks import (
    Bar,
    Bullet,
    Gap,
    Grid,
    Heading,
    Line,
    Page,
    Phase,
    Rating,
)
from hrterm.store.library import Library
from hrterm.wording import pairs, windows
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import labelled, minutes
from hrterm.wording.found import name_note

MATRIX_LIMIT = 12


def names(matches: tuple[NameMatch, ...]) -> Page:
    """What became of typed names, where it is worth saying."""
    return [
        Line(note, "unknown" if name.status != "found" else "dim")
        for name in matches
        if (note := name_note(name))
    ]


def whole(answer: CheckAnswer) -> Page:
    """The line that stands above all pairs, groups that add up, the caveat."""
    combination = answer.combination
    if combination is None:
        return [] if answer.pairs else [Gap(), Line(pairs.overall(answer))]
    page: Page = [Gap(), Rating(combination.risk, pairs.overall(answer))]
    if combination.is_beyond_prediction:
        page.append(Line(pairs.caveat(), "bold", 2))
    return page + groups(answer)


def in_short(answer: CheckAnswer) -> Page:
    """The line that stands above all pairs, and the caveat, without an empty line."""
    combination = answer.combination
    if combination is None:
        return []
    page: Page = [Rating(combination.risk, pairs.overall(answer))]
    if combination.is_beyond_prediction:
        page.append(Line(pairs.caveat(), "dim", 2))
    return page


def groups(answer: CheckAnswer) -> Page:
    """Groups of three and more that add up."""
    return [
        Bullet(pairs.stack(stack, answer.labels))
        for stack in answer.stacks
        if len(stack.members) > 2
    ]


def times(answer: CheckAnswer) -> Page:
    """Every window of every pair, against now."""
    page: Page = [Heading(_("How long each lingers, against now"))]
    seen: set[tuple[str, str, str]] = set()
    for one in answer.pairs:
        for window in one.timing:
            key = (window.first, window.then, window.text)
            if key in seen:
                continue
            seen.add(key)
            page += _window(window, answer.labels)
            if window.wait is not None and window.elapsed is None:
                page.append(window_bar(window, answer.labels))
        if told := windows.told(one, answer.labels):
            page.append(Line(told, "", 2))
    if len(page) == 1:
        page.append(Line(_("No window is recorded here. That does not mean none.")))
    page.append(
        Line(
            _(
                "A window that has passed does not mean without risk. Nobody should "
                "stop a prescribed medicine because of this page."
            ),
            "dim",
        )
    )
    return page


def check(answer: CheckAnswer) -> Page:
    """Everything that is said of a check."""
    page = names(answer.names)
    if not _speaks_for_itself(answer):
        page += whole(answer)
    for group in pairs.alike(answer.pairs):
        page.append(Gap())
        page += pair(group, answer)
    return page


def _speaks_for_itself(answer: CheckAnswer) -> bool:
    """Whether one pair is all there is to say, so that nothing need stand above."""
    combination = answer.combination
    return (
        len(answer.pairs) == 1
        and not any(len(stack.members) > 2 for stack in answer.stacks)
        and (combination is None or combination.complete)
    )


def pair(group: list[PairAnswer], answer: CheckAnswer) -> Page:
    """One verdict, for one pair or for all meanings of a name of which it holds."""
    labels = answer.labels
    one = group[0]
    page: Page = [
        Line(text, "bold") for text in pairs.conditions(group, answer.names, labels)
    ]
    page.append(Rating(one.verdict.risk, pairs.title(one, labels)))
    dangers = pairs.hazards(one)
    if dangers:
        page.append(Line(_("Danger: {hazards}").format(hazards=dangers), "bold", 2))
    page.append(Line(pairs.summary(one), "", 2))
    page.append(Line(pairs.support(one), "dim", 2))
    for heading, texts in ((_("Signs"), one.signs), (_("What helps"), one.advice)):
        if texts:
            page.append(Heading(heading, 3))
        page += [Bullet(text) for text in texts]
    page += timing(one, labels)
    page += reasons(one, labels)
    return page


def timing(one: PairAnswer, labels: dict[str, str]) -> Page:
    """Windows, with where now stands in them."""
    page: Page = []
    for window in one.timing:
        page += _window(window, labels)
    if told := windows.told(one, labels):
        page.append(Line(told, "", 2))
    return [Heading(_("Timing"), 3), *page] if page else []


def _window(window: Timing, labels: dict[str, str]) -> Page:
    """What is recorded, and where now stands in it once a time was told."""
    page: Page = [Bullet(windows.timing(window, labels))]
    if now := windows.window(window):
        page += [Line(now, "bold", 4), window_bar(window, labels)]
    return page


def window_bar(window: Timing, labels: dict[str, str]) -> Bar:
    """A window against now: the certain part, the uncertain one, what may linger."""
    assert window.wait is not None
    low, high = window.wait
    phases = [Phase("fall", 0, low)]
    if high > low:
        phases.append(Phase("open", low, high))
    if window.elapsed is not None and window.elapsed > high:
        phases.append(Phase("after", high, window.elapsed))
    return Bar(labels[window.first], tuple(phases), minutes(low, high), window.elapsed)


def reasons(one: PairAnswer, labels: dict[str, str]) -> Page:
    """Every record and rule that speaks, then those that are overruled."""
    page: Page = []
    for argument in pairs.arguments(one, labels):
        style = "" if argument.speaks else "dim"
        page.append(Bullet(argument.text, "", style))
        page.append(Line(f"[{argument.rests_on}]", "dim", 4))
    if page:
        page.insert(0, Heading(_("Why"), 3))
    if covered := pairs.covered(one):
        page.append(Line(covered, "dim", 2))
    for others in dict.fromkeys(reason.others for reason in one.reasons):
        if others:
            page.append(Line(_("Other charts: {text}").format(text=others), "", 2))
    return page


def grid(answer: CheckAnswer, library: Library) -> Page:
    """The grid of all pairs that were found, and its legend."""
    found = dict.fromkeys(n.id for n in answer.names if n.status == "found")
    ids = list(found)[:MATRIX_LIMIT]
    if not ids:
        return []
    verdicts = {
        (p.verdict.a, p.verdict.b): p.verdict for p in answer.pairs if not p.condition
    }
    for id_ in ids:
        verdicts.setdefault((id_, id_), library.resolve(id_, id_))
    cells = [[verdicts[sorted_pair(one, other)] for other in ids] for one in ids]
    return [
        Grid(
            tuple(answer.labels[id_] for id_ in ids),
            tuple(tuple(cell.risk for cell in row) for row in cells),
            tuple(tuple(cell.basis for cell in row) for row in cells),
        ),
        Gap(),
        *legend(),
    ]


def legend() -> Page:
    """What the letters of a grid mean."""
    page: Page = []
    for risk in ("dangerous", "unsafe", "caution", "unknown", "low"):
        text = _("no data: not the same as safe") if risk == "unknown" else ""
        page.append(Rating(risk, text))
    for basis in ("direct", "class", "mechanism", "same"):
        page.append(
            Line(labelled(words.basis_letter(basis), words.basis(basis)), "dim")
        )
    return page
