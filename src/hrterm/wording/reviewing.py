"""Who has reviewed the data, in one sentence; light, since ``--version`` says it."""

from collections.abc import Sequence

from hrterm.i18n import _


def reviewed_by(names: Sequence[str]) -> str:
    """Who reviewed an edition: until someone has, that nobody has."""
    if names:
        return _("Reviewed by {names}.").format(names=", ".join(names))
    return _("No pharmacist or lawyer has reviewed this edition yet.")
