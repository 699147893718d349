"""A room for one kernel: it sees a read-only system, its own submission and nothing else, and ends with all it started.

Linux namespaces, resource limits and a filter of system calls, set up after the fork and before any student code; no
package and no helper program is needed. docs/isolation.md says what is promised. In the warm parent::

    sandbox.enter()                     # first of all, before anything large is imported
    ...                                 # import, stay single-threaded
    pid = sandbox.fork(room, limits)
    if pid == 0:                        # in the room: working directory and environment are set, descriptors closed
        app = BoundKernelApp.instance() # autograder.engine.bound_kernel: takes the sockets in `sandbox.listening`

What the parent holds in memory its kernels can read: it must never hold solutions, grades or keys, and is started with
:func:`environment` only.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import resource
import shutil
import signal
import site
import socket
import stat
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from autograder.engine import linux
from autograder.errors import CourseError

HOME = "/home/student"
#: In a room of root's: a number that owns nothing. A plain user keeps their own, which is worth nothing in a room.
NOBODY = 65534
#: The sockets that `fork` bound for the kernel in this room: the port in the connection file, and the descriptor.
listening: dict[int, int] = {}

_entered = False
_MIB = 2**20
_ENVIRONMENT = re.compile(
    r"LANG|LC_\w+|TZ|PYTHON(HASHSEED|WARNINGS|UTF8|DONTWRITEBYTECODE|IOENCODING)|MPLBACKEND|CUDA_VISIBLE_DEVICES|"
    r"TF_(CPP|ENABLE|NUM|USE|XLA|DETERMINISTIC)_\w+|(KERAS|XLA|OMP|OPENBLAS|MKL|NUMEXPR)_\w+"
)
#: Parts of /etc that programs need and that say nothing about the machine's users.
_ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime", "fonts", "mime.types", "python3*")
#: Folders of the system that every program may read; the last two are where NixOS and Guix keep theirs.
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu/store")
_CHANNELS = ("shell", "stdin", "control", "iopub", "hb")
#: The first Linux that counts processes for each user namespace, so that a room's limit is the room's alone.
_LINUX = (5, 14)
_NAMESPACES = {
    "user": linux.CLONE_NEWUSER,
    "process": linux.CLONE_NEWPID,
    "mount": linux.CLONE_NEWNS,
    "network": linux.CLONE_NEWNET,
    "IPC": linux.CLONE_NEWIPC,
}
_ADVICE_ROOT = (
    "In a container: start it with --privileged (Docker, Podman), or grade as a plain user outside. "
    "Else: sysctl user.max_user_namespaces=10000."
)
_ADVICE_USER = (
    "As root: sysctl user.max_user_namespaces=10000; on Ubuntu also sysctl "
    "kernel.apparmor_restrict_unprivileged_userns=0, on an old Debian sysctl kernel.unprivileged_userns_clone=1."
)
_DEVICES = ("null", "zero", "full", "random", "urandom")


@dataclass(frozen=True)
class Part:
    """A part of the isolation, and whether this machine has it.

    Parameters
    ----------
    name
        What it is.
    missing
        Why it does not hold; '' if it does.
    advice
        What to do where it is missing.
    """

    name: str
    missing: str
    advice: str


class CannotIsolate(CourseError):
    """This machine does not let a kernel be isolated; the message says what is missing."""


@dataclass(frozen=True)
class Room:
    """What a kernel gets to see.

    Parameters
    ----------
    work
        A folder that holds only what the student may read; the kernel's working directory. The kernel gets a copy,
        which it may write, and nothing of it comes back.
    connection
        The folder with the kernel's connection file (`*.json`, transport `ipc`). The sockets that it names are made
        there before the kernel can run anything; the kernel cannot add to them or replace them.
    readable
        Folders that the kernel may read besides the system and the Python installation: `lessonkit`, public data.
    hidden
        Folders to leave empty, should they be inside one that is shown.
    """

    work: Path
    connection: Path
    readable: tuple[Path, ...] = ()
    hidden: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Limits:
    """What a kernel may use.

    Parameters
    ----------
    memory
        Bytes of address space of each process (TensorFlow itself takes 2.1 GB of it).
    processes
        Processes and threads together (TensorFlow starts several threads for each processor).
    scratch
        Bytes in /tmp, /dev/shm, the home and the working directory together; they are in memory.
    files
        How many files these may hold.
    file_size
        Bytes of one file.
    open_files
        Descriptors of each process.
    cpu_seconds
        Processor time of each process, all its threads added; the time that a cell may take is limited elsewhere.
    """

    memory: int = 6144 * _MIB
    processes: int = 96 + 16 * (os.cpu_count() or 1)
    scratch: int = 512 * _MIB
    files: int = 20_000
    file_size: int = 256 * _MIB
    open_files: int = 1024
    cpu_seconds: int = 3600


def enter() -> None:
    """Make this process one that can fork rooms, and try one; call it before large imports, in one thread.

    Root needs nothing. Somebody else gets a user namespace, and in it a process namespace, which only a new process can
    enter: the caller goes on in a child, and what was called stays behind, waits, and ends as the child ends.

    Raises
    ------
    CannotIsolate
        If this machine gives no rooms, or one that shows or allows what it should not.
    """
    _check_system()
    if os.geteuid():
        _enter_namespaces()
    with tempfile.TemporaryDirectory() as name:
        work, connection = Path(name, "work"), Path(name, "connection")
        work.mkdir()
        connection.mkdir()
        ports = {f"{kind}_port": number for number, kind in enumerate(_CHANNELS, start=1)}
        (connection / "kernel.json").write_text(json.dumps({"transport": "ipc", "ip": f"{connection}/s", **ports}))
        pid = fork(Room(work, connection), Limits())
        if pid == 0:
            os._exit(_odd_things())
        odd = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if odd:
        raise CannotIsolate(f"Students' code cannot be isolated: in a room something is not as it should be ({odd}).")


def _enter_namespaces() -> None:
    global _entered
    try:
        _new_user_namespace(linux.CLONE_NEWPID)
    except OSError as error:
        raise CannotIsolate(_why(error)) from error
    pid = os.fork()
    if pid:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the child's to handle
        for descriptor in range(3):  # the other ends are the child's alone
            with contextlib.suppress(OSError):
                os.close(descriptor)
        os._exit(abs(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))
    linux.die_with_parent(signal.SIGKILL)
    _entered = True


def fork(room: Room | None, limits: Limits) -> int:
    """Fork a process for a kernel into a room.

    Parameters
    ----------
    room
        What it sees; None for a plain fork without isolation, with the limits that can be set all the same.
    limits
        What it may use.

    Returns
    -------
    int
        In the caller the process id of the kernel: when that process ends, everything that was started in the room has
        ended. 0 in the room.

    Raises
    ------
    CannotIsolate
        In the caller, if the room could not be made; no process is left.
    """
    if room is None:
        pid = os.fork()
        if pid == 0:
            os.setsid()
            _limit(limits)
        return pid
    _check_system()
    if os.geteuid() and not _entered:
        raise CannotIsolate("A plain user's process must call sandbox.enter() before it forks a room.")
    _shown(room.readable)  # found out once, here, and known to every child
    ours, theirs = os.pipe()
    try:
        pid = _fork_into_new_process_namespace()
    except OSError as error:
        os.close(ours)
        os.close(theirs)
        raise CannotIsolate(_why(error)) from error
    if pid == 0:
        os.close(ours)
        _move_in(room, limits, theirs)
        return 0
    os.close(theirs)
    with open(ours, "rb") as pipe:
        said = pipe.read()
    if said != b"ready":
        os.waitpid(pid, 0)
        raise CannotIsolate(said.decode() or "The kernel's process was killed while its room was made (memory?).")
    return pid


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """What a process that forks rooms may know of an environment: kernels can read its memory, so no secrets.

    In a room the places are replaced by its own.
    """
    places = ("HOME", "PATH", "TMPDIR", "LD_LIBRARY_PATH")
    return {name: value for name, value in variables.items() if _ENVIRONMENT.fullmatch(name) or name in places}


def hidden_from(room: Room, path: Path) -> None:
    """Make sure that a room does not show something.

    Raises
    ------
    CannotIsolate
        If the path is inside a folder that every kernel can read.
    """
    for folder in _shown(room.readable)[0]:
        if path.resolve().is_relative_to(folder):
            raise CannotIsolate(f"{path} is inside {folder}, which students' code can read. Move it elsewhere.")


def check() -> list[Part]:
    """Try each part of the isolation on this machine, and at last a whole room; changes nothing in this process."""
    if sys.platform != "linux":
        return [Part("Linux", f"this is {sys.platform}", "Grade in a Linux machine (a virtual one will do).")]
    version = tuple(int(number) for number in re.findall(r"\d+", os.uname().release)[:2])
    old = "" if version >= _LINUX else f"this is {os.uname().release}"
    parts = [
        Part(f"Linux {_LINUX[0]}.{_LINUX[1]} or later", old, "Use a newer system; older ones count processes apart.")
    ]
    root = os.geteuid() == 0
    for name, flag in _NAMESPACES.items():
        alone = root or flag == linux.CLONE_NEWUSER
        missing = _try(*([] if alone else [_new_user_namespace]), partial(linux.unshare, flag))
        parts.append(Part(f"{name} namespaces", missing, _ADVICE_ROOT if root else _ADVICE_USER))
    filtering = _try(linux.drop_capabilities, linux.filter_system_calls)
    parts.append(Part("filter of system calls (seccomp)", filtering, "Use a kernel with seccomp, on x86-64 or arm64."))
    parts.append(Part("a whole room", _try(enter), "Mend what is missing above. If nothing is, please report it."))
    return parts


def _try(*actions: Callable[[], object]) -> str:
    """Do something in a process of its own; returns '' if that went well, else why not."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            for action in actions:
                action()
        except BaseException as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            os.write(theirs, (reason or type(error).__name__).encode())
        os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as pipe:
        said = pipe.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return said or ("" if status == 0 else f"the attempt ended with status {status}")


def _odd_things() -> int:
    """What is wrong in the room around this process, as bits of a number."""
    writable = [path for path in ("/", "/usr", sys.prefix, sys.base_prefix) if os.access(path, os.W_OK)]
    with socket.socket() as outside:
        outside.settimeout(1)
        reached = outside.connect_ex(("127.0.0.1", 9)) not in (errno.ENETUNREACH, errno.EADDRNOTAVAIL)
    processes = [name for name in os.listdir("/proc") if name.isdigit()]
    with open("/proc/self/status") as file:
        capable = any(line.startswith("CapEff") and int(line.split()[1], 16) for line in file)
    return bool(writable) + 2 * reached + 4 * (processes != ["1"]) + 8 * capable + 16 * (os.geteuid() == 0)


def _check_system() -> None:
    if sys.platform != "linux":
        raise CannotIsolate(
            f"Isolation needs Linux; this is {sys.platform}. Grade in a Linux machine, or give --no-sandbox."
        )


def _why(error: OSError) -> str:
    return (
        f"Students' code cannot be isolated on this machine ({error.strerror or error}). "
        "`autograder doctor` says what is missing; --no-sandbox grades without isolation."
    )


def _new_user_namespace(more: int = 0) -> None:
    """A user namespace in which this process keeps its user and group ids and has every capability."""
    user, group = os.geteuid(), os.getegid()
    linux.unshare(linux.CLONE_NEWUSER | more)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def _fork_into_new_process_namespace() -> int:
    """Fork; the child is the first process of a process namespace, so its end is the end of all in there."""
    home = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        linux.unshare(linux.CLONE_NEWPID)
        pid = os.fork()
        if pid:  # else the next child would be born into the same namespace
            linux.setns(home, linux.CLONE_NEWPID)
        return pid
    finally:
        os.close(home)


def _move_in(room: Room, limits: Limits, report: int) -> None:
    """Make the room around this process, and report on a pipe; never returns without a room."""
    try:
        _isolate(room, limits, report)
        os.write(report, b"ready")
        os.close(report)
    except BaseException as error:
        with contextlib.suppress(OSError):
            reason = _why(error) if isinstance(error, OSError) else str(error)
            os.write(report, reason.encode())
            if not isinstance(error, OSError | CannotIsolate):
                os.write(report, traceback.format_exc().encode())
        os._exit(1)


def _isolate(room: Room, limits: Limits, report: int) -> None:
    os.setsid()
    root = os.geteuid() == 0
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")  # when memory runs out, Linux ends a kernel, and not something else
    os.umask(0o077)
    _listen(room.connection, NOBODY if root else -1)
    os.umask(0)
    linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWNET | linux.CLONE_NEWIPC | linux.CLONE_NEWUTS)
    socket.sethostname("room")
    _build(room, limits)
    _close_descriptors({report, *listening.values()})
    if root:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        linux.own_proc()
    # Processes are counted for each user namespace, keys are kept for each; so every room has one of its own.
    _new_user_namespace()
    _limit(limits)
    resource.setrlimit(resource.RLIMIT_NPROC, (limits.processes, limits.processes))
    _set_environment()
    os.umask(0o022)
    os.chdir(room.work.resolve())
    for path in _shown(room.readable)[0]:
        if os.path.lexists(path) and not os.access(path, os.R_OK):
            raise CannotIsolate(f"{path} is not readable for other users, so no kernel can run: chmod -R o+rX it.")
    linux.drop_capabilities()
    linux.die_with_parent(signal.SIGKILL)  # here, because a change of user ids unsets it
    linux.filter_system_calls()


def _listen(connection: Path, owner: int) -> None:
    """Bind the sockets that the connection file names, while this process can still write there."""
    listening.clear()
    with _connection_file(connection).open("rb") as file:
        said = json.load(file)
    if said.get("transport") != "ipc":
        raise CannotIsolate(f"The connection file in {connection} must name the transport ipc: a room has no network.")
    for port in (said[f"{name}_port"] for name in _CHANNELS):
        path = f"{said['ip']}-{port}"
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)  # of a kernel that was here before
        bound = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        bound.bind(path)
        os.chown(path, owner, -1)
        bound.listen(64)
        listening[port] = bound.detach()


def _connection_file(connection: Path) -> Path:
    found = list(connection.glob("*.json"))
    if len(found) != 1:
        raise CannotIsolate(f"{connection} must hold one connection file (*.json); it holds {len(found)}.")
    return found[0]


@cache
def _shown(readable: tuple[Path, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The files and folders of the old root to show, and the symbolic links that lead to them elsewhere."""
    given = [Path(prefix).absolute() for prefix in (sys.prefix, sys.base_prefix, *site.getsitepackages())]
    if site.ENABLE_USER_SITE:
        given.append(Path(site.getusersitepackages()))
    given += [path.absolute() for path in readable]
    system = [Path(path) for path in _SYSTEM if os.path.lexists(path)]
    etc = [path for pattern in _ETC for path in Path("/etc").glob(pattern)]
    wanted = {path.resolve() for path in given if path.exists()} | {path for path in system if not path.is_symlink()}
    outermost = [path for path in sorted(wanted) if not wanted & set(path.parents)]
    linked = [path for path in [*given, *system] if str(path) != os.path.realpath(path)]
    links = [(str(path), os.path.realpath(path)) for path in linked]
    return tuple(map(str, [*outermost, *etc])), tuple(links)


def _build(room: Room, limits: Limits) -> None:
    """Make the root of the room in memory, with the parts of the old root that it shows, and move there."""
    shown, links = _shown(room.readable)
    work, connection = str(room.work.resolve()), str(room.connection.resolve())
    links += ((str(room.work), work), (str(room.connection), connection))
    flags = linux.MS_NOSUID | linux.MS_NODEV
    linux.mount("", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("tmpfs", "/tmp", "tmpfs", flags, "size=1m,nr_inodes=1000,mode=755")
    os.mkdir("/tmp/old", 0o755)
    linux.pivot_root("/tmp", "/tmp/old")
    os.chdir("/")
    _make_scratch(limits, work, connection)  # first: Python or this repository may be below /tmp
    for path in (*shown, "/sys/devices/system"):
        _show(path)
    os.mkdir("/empty")
    for path in map(str, room.hidden):
        if os.path.isdir(path):
            _bind("/empty", path)
            linux.read_only(path)
    for path, target in links:
        if not os.path.lexists(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.symlink(target, path)
    _make_devices()
    os.mkdir("/proc")
    linux.mount("proc", "/proc", "proc", flags | linux.MS_NOEXEC)
    _write_etc()
    linux.unmount("/old")
    os.rmdir("/old")
    linux.read_only("/", recursive=False)


def _make_scratch(limits: Limits, work: str, connection: str) -> None:
    """All that the kernel may write, in one file system of limited size."""
    os.mkdir("/scratch")
    options = f"size={limits.scratch},nr_inodes={limits.files},mode=755"
    linux.mount("tmpfs", "/scratch", "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, options)
    places = {"tmp": "/tmp", "shm": "/dev/shm", "home": HOME, "work": work, "connection": connection}
    for name, place in places.items():
        os.mkdir(f"/scratch/{name}")
        _bind(f"/scratch/{name}", place)
    _copy_files(f"/old{work}", work)
    # The sockets are shown one by one, and the file is a copy: their folder stays out of reach.
    for entry in os.scandir(f"/old{connection}"):
        if stat.S_ISSOCK(entry.stat(follow_symlinks=False).st_mode):
            _bind(entry.path, f"{connection}/{entry.name}")
        elif entry.name.endswith(".json"):
            shutil.copyfile(entry.path, f"{connection}/{entry.name}")
    linux.unmount("/scratch")
    os.rmdir("/scratch")


def _make_devices() -> None:
    for name in _DEVICES:
        _bind(f"/old/dev/{name}", f"/dev/{name}")
    for name, target in (("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2")):
        os.symlink(f"/proc/self/fd{target}", f"/dev/{name}")
    os.mkdir("/dev/pts")  # IPython runs a line that starts with ! in a terminal of its own
    flags = linux.MS_NOSUID | linux.MS_NOEXEC
    linux.mount("devpts", "/dev/pts", "devpts", flags, "ptmxmode=666,mode=620,max=32")
    os.symlink("pts/ptmx", "/dev/ptmx")


def _copy_files(source: str, target: str) -> None:
    for entry in os.scandir(source):
        place = f"{target}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            os.mkdir(place)
            _copy_files(entry.path, place)
        elif entry.is_file(follow_symlinks=False):
            shutil.copyfile(entry.path, place)


def _write_etc() -> None:
    """The files by which programs find names of users and of this machine."""
    user, group = (NOBODY, NOBODY) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
    for name, text in {
        "passwd": f"student:x:{user}:{group}::{HOME}:/bin/sh\n",
        "group": f"student:x:{group}:\n",
        "hosts": "127.0.0.1 localhost room\n::1 localhost\n",
        "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
    }.items():
        Path("/etc", name).write_text(text)


def _show(path: str) -> None:
    """Show a file or folder of the old root, read-only, in the same place; nothing if there is none."""
    old = f"/old{path}"
    if os.path.islink(old):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.symlink(os.readlink(old), path)
    elif os.path.exists(old):
        _bind(old, path)
        linux.read_only(path)


def _bind(source: str, place: str) -> None:
    if os.path.isdir(source):
        os.makedirs(place, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        os.close(os.open(place, os.O_CREAT | os.O_WRONLY))
    linux.mount(source, place, None, linux.MS_BIND | linux.MS_REC)


def _close_descriptors(kept: set[int]) -> None:
    """Close what leads out of the room: files, folders, terminals, the parent's sockets."""
    nothing = os.open("/dev/null", os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nothing, descriptor)
    for name in os.listdir("/proc/self/fd"):
        if int(name) > 2 and int(name) not in kept:
            with contextlib.suppress(OSError):  # the one that listed them
                os.close(int(name))


def _limit(limits: Limits) -> None:
    """Set the limits that hold for a process; not that of processes, which elsewhere counts all of the user's."""
    for kind, value in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_CORE, 1),  # where dumps go to a program, 0 is "no limit" and 1 is "none"
    ):
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def _set_environment() -> None:
    variables = {name: value for name, value in os.environ.items() if _ENVIRONMENT.fullmatch(name)}
    variables |= {"HOME": HOME, "PATH": f"{sys.prefix}/bin:/usr/local/bin:/usr/bin:/bin"}
    variables |= {"USER": "student", "LOGNAME": "student"}
    os.environ.clear()
    linux.forget_environment()
    os.environ.update(variables)
