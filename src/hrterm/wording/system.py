"""What the operating system complains of, in the reader's language."""

import errno

from hrterm.i18n import N_, _

_REASONS = {
    errno.EACCES: N_("no permission"),
    errno.EPERM: N_("no permission"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.ENOTDIR: N_("a part of the path is no folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("it exists already"),
    errno.EROFS: N_("the file system is read-only"),
    errno.ENOSPC: N_("no space is left"),
    errno.EDQUOT: N_("no space is left"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ENXIO: N_("it is no ordinary file"),
    errno.EIO: N_("the device does not answer properly"),
    errno.EBADF: N_("it is closed"),
}


def reason(error: OSError) -> str:
    """Why; in the system's own words where we have none."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)
