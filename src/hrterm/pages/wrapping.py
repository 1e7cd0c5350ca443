"""Paragraphs broken into lines; addresses stay whole, so that they can be copied.

The standard library's textwrap takes as long to import and run as the rest of a page.
"""


def wrapped(text: str, width: int, first: str, then: str) -> list[str]:
    """Lines of one paragraph; spaces that do not break stay.

    Args:
        text: the paragraph.
        width: columns of a line.
        first: what the first line begins with.
        then: what the others begin with.
    """
    lines: list[str] = []
    line, is_bare, gap = first, True, ""
    for word in text.split(" "):
        if not word:  # one of several spaces
            gap += " "
            continue
        if not is_bare and len(line) + len(gap) + len(word) > width:
            lines.append(line)
            line, is_bare, gap = then, True, ""
        line += word if is_bare else gap + word
        is_bare, gap = False, " "
        while len(line) > width > len(then) and "://" not in word:
            lines.append(line[:width])
            line = then + line[width:]
    lines.append(line)
    return lines
