"""How old a date is, when it may be only a month or a year."""


def latest_day(date: str) -> str:
    """The last day that a date can mean; an empty one stays empty."""
    if len(date) == 4:
        return f"{date}-12-31"
    return f"{date}-31" if len(date) == 7 else date


def months_old(date: str, today: str) -> int:
    """Whole months between a date and a day, never below 0.

    Args:
        date: YYYY, YYYY-MM or YYYY-MM-DD; read as the last day that it can mean.
        today: YYYY-MM-DD.
    """
    then = latest_day(date)
    months = (int(today[:4]) - int(then[:4])) * 12 + int(today[5:7]) - int(then[5:7])
    return max(0, months - (today[8:10] < then[8:10]))
