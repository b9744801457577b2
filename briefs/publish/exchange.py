"""Puts a staged folder in the place of the published one in a single step; a crash leaves one of them whole.

Linux exchanges two names atomically (`renameat2` with RENAME_EXCHANGE). Elsewhere it takes two renames; a journal says which, and
the next start finishes them.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefs.project import lock

AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})


def staging(out: Path) -> Path:
    """The sibling folder in which the next edition of `out` is put together."""
    return out.with_name(f".{out.name}.new")


def exchange(out: Path) -> None:
    """Publish the staged folder of `out`; raises OSError and leaves `out` as it was when that is not possible."""
    staged = staging(out)
    if not out.exists():
        staged.rename(out)
    elif _swapped(staged, out):
        shutil.rmtree(staged, ignore_errors=True)
    else:
        _replace(staged, out)


def recover(out: Path) -> None:
    """Finish what a crash interrupted: complete the renames that the journal names, drop half-made stages."""
    old, journal = _old(out), _journal(out)
    if journal.exists():
        if not out.exists():
            (staging(out) if staging(out).exists() else old).rename(out)
        journal.unlink()
    for left in (staging(out), old):
        if left.exists():
            shutil.rmtree(left)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the output folder against a second build: it waits until the first is done."""
    out.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(out.with_name(f".{out.name}.lock"), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
    try:
        lock(handle)
        yield
    finally:
        os.close(handle)


def _swapped(staged: Path, out: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    if renameat2(AT_FDCWD, os.fsencode(staged), AT_FDCWD, os.fsencode(out), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(out))


def _replace(staged: Path, out: Path) -> None:
    journal = _journal(out)
    journal.write_text("replacing\n", "utf-8")
    out.rename(_old(out))
    try:
        staged.rename(out)
    except OSError:
        _old(out).rename(out)
        raise
    journal.unlink()
    shutil.rmtree(_old(out), ignore_errors=True)


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}.old")


def _journal(out: Path) -> Path:
    return out.with_name(f".{out.name}.journal")
