"""English words of the toolkits that reach people: marked here so they translate."""

from hrterm.i18n.catalogue import N_

ARGPARSE = (
    N_("usage: "),
    N_("%(heading)s:"),
    N_("options"),
    N_("positional arguments"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("ignored explicit argument %r"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
)
"""argparse looks these up in gettext's global domain."""
