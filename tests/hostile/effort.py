"""How hard the hostile tests try: ``HRTERM_EXAMPLES=10000 pytest tests/hostile``."""

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("HRTERM_EXAMPLES", "0"))


def tries(few: int) -> settings:
    """A few examples in an ordinary run, as many as asked for by hand."""
    return settings(
        max_examples=EXAMPLES or few,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
