"""The few Linux calls that Python 3.11 does not offer, through the C library; numbers from the kernel's headers.

No package is used: of those on PyPI, `pyseccomp` was last released in January 2021 and needs a library of the system,
`landlock` has only pre-releases, and `unshare` must be compiled.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable
from functools import cache

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x20000, 0x4000000, 0x8000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
CLONE_NEWCGROUP, CLONE_NEWTIME = 0x2000000, 0x80
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 8, 4096, 16384, 1 << 18
MNT_DETACH = 2
_ATTR_RDONLY, _ATTR_NOSUID = 1, 2
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_MOUNT_SETATTR = 442  # the same number on every architecture, as for all calls since Linux 5.2
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP = 1, 4, 22
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 24, 38
_MADV_COLLAPSE, _HUGE_PAGE = 25, 2 << 20

#: Calls that reach past namespaces and limits, or that only ever served to break out: x86-64's number and arm64's.
#: Memory that no limit counts (memfd_create, shmget, msgget, semget), keys, and io_uring, whose sockets no filter sees.
#: What needs a capability is not listed: a kernel has none.
_DENIED = {
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "ptrace": (101, 117),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "unshare": (272, 97),
    "perf_event_open": (298, 241),
    "fanotify_init": (300, 262),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "setns": (308, 268),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "memfd_create": (319, 279),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "pidfd_getfd": (438, 438),
    "memfd_secret": (447, 447),
}
_CLONE, _SOCKET, _PRCTL, _CLONE3 = (56, 220), (41, 198), (157, 167), (435, 435)
#: Families of sockets that a namespace confines; AF_VSOCK, for one, reaches the host of a virtual machine from any.
_FAMILIES = (1, 2, 10, 16)  # AF_UNIX, AF_INET, AF_INET6, AF_NETLINK
_NAMESPACES = CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_EPERM, _ENOSYS, _EAFNOSUPPORT = 1, 38, 97


@cache
def _c() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(flags: int) -> None:
    """Leave the namespaces that `flags` names, for new ones."""
    _checked(_c().unshare(flags), f"unshare({flags:#x})")


def setns(descriptor: int, kind: int) -> None:
    """Enter the namespace behind a descriptor."""
    _checked(_c().setns(descriptor, kind), "setns")


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """Mount a file system, or (`MS_BIND`) show a file or folder in another place as well."""
    arguments = [os.fsencode(text) if text is not None else None for text in (source, target, kind)]
    _checked(_c().mount(*arguments, ctypes.c_ulong(flags), os.fsencode(options)), f"mount {target}")


def read_only(path: str, *, recursive: bool = True) -> None:
    """Make a mount read-only and without set-user-id programs; what is mounted below it as well."""
    attributes = struct.pack("4Q", _ATTR_RDONLY | _ATTR_NOSUID, 0, 0, 0)
    flags = _AT_RECURSIVE if recursive else 0
    size = ctypes.c_size_t(len(attributes))
    result = _c().syscall(_MOUNT_SETATTR, _AT_FDCWD, os.fsencode(path), ctypes.c_uint(flags), attributes, size)
    _checked(result, f"mount_setattr {path}")


def unmount(path: str) -> None:
    """Take a mount away, whoever still uses it."""
    _checked(_c().umount2(os.fsencode(path), MNT_DETACH), f"umount {path}")


def pivot_root(new: str, old: str) -> None:
    """Make the mount `new` the root; the root of before appears at `old`, below it."""
    number = (155, 41)[_architecture()[0]]
    _checked(_c().syscall(number, os.fsencode(new), os.fsencode(old)), "pivot_root")


def die_with_parent(number: int) -> None:
    """Have Linux send this process a signal when the process that started it ends."""
    _checked(_c().prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0), "prctl PR_SET_PDEATHSIG")


def own_proc() -> None:
    """Have this process' files in /proc belong to its user again, which a change of user ids ends."""
    _checked(_c().prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl PR_SET_DUMPABLE")


def drop_capabilities() -> None:
    """Give up every capability, and every way (set-user-id programs, file capabilities) to get one."""
    for capability in range(64):
        if _c().prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break  # the last one that this kernel knows is behind us
    _checked(_c().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl PR_SET_NO_NEW_PRIVS")
    header = struct.pack("Ii", 0x20080522, 0)
    _checked(_c().capset(header, bytes(24)), "capset")


def forget_environment() -> None:
    """Overwrite the environment that this process was started with: `/proc/self/environ` shows it for ever."""
    with open("/proc/self/stat", "rb") as file:
        fields = file.read().rpartition(b")")[2].split()
    start, end = int(fields[47]), int(fields[48])  # env_start and env_end, fields 50 and 51 of proc(5)
    if 0 < start < end:
        ctypes.memset(start, 0, end - start)


def use_huge_pages() -> None:
    """Move this process's memory into pages of 2 MB where Linux can (since 6.1): a fork copies an entry for each."""
    with open("/proc/self/maps", encoding="utf-8", errors="replace") as file:
        mappings = [line.split() for line in file]
    for addresses, rights, _, _, inode, *_ in mappings:
        start, end = (int(address, 16) for address in addresses.split("-"))
        first, last = -(-start // _HUGE_PAGE) * _HUGE_PAGE, end // _HUGE_PAGE * _HUGE_PAGE
        if rights == "rw-p" and inode == "0" and first < last:  # what fails stays as it is
            _c().madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), _MADV_COLLAPSE)


def _architecture() -> tuple[int, int]:
    try:
        return _ARCHITECTURES[os.uname().machine]
    except KeyError:
        raise OSError(_ENOSYS, f"no system calls are listed for {os.uname().machine}") from None


def filter_system_calls() -> None:
    """Have the calls of `_DENIED` fail from here on, in this process and all that it starts (seccomp)."""
    code = _filter_code()
    program = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(program))
    mode_filter = 2
    _checked(_c().prctl(_PR_SET_SECCOMP, mode_filter, header, 0, 0), "prctl PR_SET_SECCOMP")


@cache
def _filter_code() -> bytes:
    """The filter as instructions of classic BPF: 16 bits of code, two jumps of 8, a value of 32."""
    column, audit_arch = _architecture()
    load, equal, at_least, any_of, back = 0x20, 0x15, 0x35, 0x45, 0x06  # loads of words; jumps compare with a constant
    number, arch, first_argument = 0, 4, 16  # offsets in struct seccomp_data
    allow, fail = 0x7FFF0000, 0x50000
    code: list[tuple[int, int, int, int]] = [
        (load, 0, 0, arch),
        (equal, 1, 0, audit_arch),  # a 32-bit program has other numbers
        (back, 0, 0, fail | _EPERM),
        (load, 0, 0, number),
        (at_least, 0, 1, 0x40000000),  # x32's numbers
        (back, 0, 0, fail | _EPERM),
        *_returning(fail | _EPERM, equal, (numbers[column] for numbers in _DENIED.values())),
        # clone3 keeps its flags in memory, where a filter cannot look; the C library then falls back to clone
        *_returning(fail | _ENOSYS, equal, [_CLONE3[column]]),
        (equal, 0, 4, _CLONE[column]),
        (load, 0, 0, first_argument),
        (any_of, 0, 1, _NAMESPACES),
        (back, 0, 0, fail | _EPERM),
        (back, 0, 0, allow),
        (equal, 0, 4, _PRCTL[column]),
        (load, 0, 0, first_argument),
        (equal, 0, 1, _PR_SET_PDEATHSIG),
        (back, 0, 0, fail | _EPERM),
        (back, 0, 0, allow),
        (equal, 0, 2 + len(_FAMILIES), _SOCKET[column]),
        (load, 0, 0, first_argument),
        *((equal, len(_FAMILIES) - index, 0, family) for index, family in enumerate(_FAMILIES)),
        (back, 0, 0, fail | _EAFNOSUPPORT),
        (back, 0, 0, allow),
    ]
    return b"".join(struct.pack("HBBI", *instruction) for instruction in code)


def _returning(value: int, jump: int, numbers: Iterable[int]) -> list[tuple[int, int, int, int]]:
    back = 0x06
    return [one for number in numbers for one in ((jump, 0, 1, number), (back, 0, 0, value))]
