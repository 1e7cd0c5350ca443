"""The figures of coverage inside a README, between two marks."""

BEGIN = "<!-- coverage: made by `hrterm data audit --readme README.md` -->"
END = "<!-- end of coverage -->"


class NoMarksError(Exception):
    """The text has no place for the figures."""


def with_figures(text: str, figures: str) -> str:
    """The text with fresh figures between its two marks.

    Raises:
        NoMarksError: when the two marks do not stand there once each, in their order.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in before + after:
        raise NoMarksError
    return f"{before}{BEGIN}\n\n{figures.strip()}\n\n{END}{after}"
