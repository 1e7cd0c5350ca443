"""Languages: which texts to try, and what differs between regions of one."""


def chain(language: str) -> tuple[str, ...]:
    """The languages to try, best first: ``fr-CA``, ``fr``, then English."""
    return tuple(dict.fromkeys((language, base(language), "en")))


def base(language: str) -> str:
    """The language without its region: ``fr`` of ``fr-CA``."""
    return language.partition("-")[0]


def adapted(text: str, language: str) -> str:
    """A text as a region writes it: Canadian French sets no space before ``; ? !``.

    Source: Office québécois de la langue française, Banque de dépannage linguistique,
    « Espacement avant et après les signes de ponctuation ».
    """
    if language != "fr-CA":
        return text
    for mark in ";?!":
        text = text.replace(f"\u00a0{mark}", mark).replace(f"\u202f{mark}", mark)
    return text
