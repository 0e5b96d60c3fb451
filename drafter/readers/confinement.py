"""What a process that reads a foreign file may do: set memory, time and sizes, no network, write in one folder alone.

What is said here binds the calling process and all that it starts, for good. Memory, processor time and sizes of files
are limited on every POSIX system. Network and writing are closed by the kernel of Linux, where it has Landlock (5.13
and newer) and namespaces for users, and does not refuse them; elsewhere the programs are only told not to. Windows has
nothing of it: there the parent watches memory and time (`drafter.readers.apart`).
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_CREATE_RULESET, _ADD_RULE, _RESTRICT = 444, 445, 446
"""Landlock's system calls, the same on every processor."""
_NO_NEW_PRIVILEGES, _DIE_WITH_PARENT, _ADOPT, _KILL = 38, 1, 36, 9
"""Of prctl. Who adopts gets the children of its children that have died, so that none leaves the tree."""
_EXECUTE, _WRITE, _MAKE_SOCKET = 1 << 0, 1 << 1, 1 << 9
_CHANGES = _WRITE | sum(1 << bit for bit in range(4, 13))
"""Write; remove folders and files; make devices, folders, files, sockets, pipes and links."""
_MOVES, _CUTS = 1 << 13, 1 << 14
"""Move to another folder, known since version 2 of Landlock; shorten, since 3."""
_TCP, _OUTSIDE = 0b11, 0b11
"""Bind and connect, since version 4; abstract sockets and signals to the outside, since 6."""

MOST_FILES = 1_000
MOST_WRITTEN = 500_000_000
"""Bytes of one file."""
ADDRESSES = 4
"""Times the memory that may be resident, and never less than this many GB: programs reserve more than they use."""


def isolate() -> None:
    """Leaves the network, where the kernel lets a process do so; to be called before there are threads."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_DIE_WITH_PARENT, _KILL, 0, 0, 0)
        libc.prctl(_ADOPT, 1, 0, 0, 0)
        user, group = os.getuid(), os.getgid()
        if libc.unshare(_NEW_USER | _NEW_NET) == 0:
            # Files keep their owner: the user is nobody to itself until it is told who it is.
            with suppress(OSError):
                Path("/proc/self/setgroups").write_text("deny", "ascii")
                Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
                Path("/proc/self/gid_map").write_text(f"{group} {group} 1", "ascii")


def confine(folder: Path, memory: int, seconds: int, programs: bool) -> None:
    """Nothing may be written outside `folder`; `programs` says whether other programs may be started.

    `memory` is bytes that may be resident, `seconds` of the processor.
    """
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: max(memory, 2**30) * ADDRESSES,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: MOST_WRITTEN,
        resource.RLIMIT_NOFILE: MOST_FILES,
        resource.RLIMIT_CORE: 0,
    }
    cap(limits)
    if sys.platform == "linux":
        _lock(folder, programs)


def cap(limits: Mapping[int, int]) -> None:
    """Sets limits of this process by their `RLIMIT_` numbers, none above what the system grants already."""
    import resource

    for limit, wanted in limits.items():
        hard = resource.getrlimit(limit)[1]
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(OSError, ValueError):  # macOS refuses RLIMIT_AS
            resource.setrlimit(limit, (most, most))


def _lock(folder: Path, programs: bool) -> None:
    """Landlock, as much of it as the kernel knows; nothing where it knows none."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return
    changes = _CHANGES | (_MOVES if version >= 2 else 0) | (_CUTS if version >= 3 else 0)
    handled = struct.pack(
        "=QQQ",
        changes | (0 if programs else _EXECUTE),
        _TCP if version >= 4 else 0,
        _OUTSIDE if version >= 6 else 0,
    )
    rules = libc.syscall(_CREATE_RULESET, handled, ctypes.c_size_t(len(handled)), 0)
    if rules < 0:
        return
    for path, rights in _allowed(folder, changes):
        with suppress(OSError):
            opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
            libc.syscall(_ADD_RULE, rules, 1, struct.pack("=Qi", rights, opened), 0)
            os.close(opened)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.syscall(_RESTRICT, rules, 0)
    os.close(rules)


def _allowed(folder: Path, changes: int) -> Iterator[tuple[Path, int]]:
    yield folder, changes
    yield Path(os.devnull), changes & (_WRITE | _CUTS)
    # LibreOffice makes a socket there whatever it is told; the parent removes it.
    yield Path("/tmp"), _MAKE_SOCKET
