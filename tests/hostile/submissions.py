"""Submissions that attack the grader: `python tests/hostile/submissions.py COURSE` hands them in.

Each is the small lesson with a wrong `double` (so 2 of 3 points at most) and cells that try something. A cell says
REFUSED for each try that failed and DONE for each that did not; what must be seen afterwards stands beside it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell

from autograder.paths import REPOSITORY

sys.path.append(str(Path(__file__).parents[1] / "grading"))
from mini_course import MINI, WRONG, Course, cell  # noqa: E402

#: The student whose files others try to reach.
NEIGHBOUR = "m_neighbour"


@dataclass(frozen=True)
class Hostile:
    """A hostile submission.

    Attributes
    ----------
    hand_in
        Writes it into a course directory.
    statuses
        The statuses that are right for it.
    points
        The points that it must have (None: no score), or the most of them if it is not known which cells survive.
    refused
        How many tries must have been refused; -1 if that cannot be counted.
    """

    hand_in: Callable[[Course, str], None]
    statuses: tuple[str, ...]
    points: float | None
    refused: int


SUBMISSIONS: dict[str, Hostile] = {}
_TRY = """import ctypes, glob, os, signal, socket, sqlite3, subprocess, sys, time
def attempt(action):
    try:
        result = action()
    except (OSError, ValueError, IndexError, MemoryError, sqlite3.Error, subprocess.CalledProcessError) as error:
        print("REFUSED", type(error).__name__, error)
    else:
        print("DONE", result)
def libc(name, *arguments):
    result = getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), name)
    return result
def found(pattern):
    names = glob.glob(pattern, recursive=True)
    if not names:
        raise FileNotFoundError(pattern)
    return names
"""


def _with_cells(course: Course, student: str, *sources: str) -> None:
    notebook = course.solved(double=WRONG["double"])
    place = notebook.cells.index(cell(notebook, "double"))
    names = {"course": str(course.root), "repository": str(REPOSITORY), "lesson": MINI, "neighbour": NEIGHBOUR}
    for source in reversed(sources):
        for name, value in names.items():
            source = source.replace(f"<{name}>", value)
        notebook.cells.insert(place, new_code_cell(source))
    course.hand_in(student, notebook)


def tries(name: str, *actions: str, refused: int | None = None) -> None:
    """Register a submission whose every action must be refused (or as many as `refused` says)."""
    code = _TRY + "".join(f"attempt(lambda: {action})\n" for action in actions)
    SUBMISSIONS[name] = Hostile(
        lambda course, student: _with_cells(course, student, code),
        ("graded",),
        2,
        len(actions) if refused is None else refused,
    )


def runs(name: str, statuses: str, points: float, *sources: str, refused: int = -1) -> None:
    """Register a submission that does something to its own process."""
    SUBMISSIONS[name] = Hostile(
        lambda course, student: _with_cells(course, student, *(_TRY + source for source in sources)),
        tuple(statuses.split("|")),
        points,
        refused,
    )


def files(name: str) -> Callable[[Callable[[Course, Path], None]], None]:
    """Register a submission that is no readable notebook."""

    def register(make: Callable[[Course, Path], None]) -> None:
        def hand_in(course: Course, student: str) -> None:
            folder = course.root / "submitted" / student / MINI
            folder.mkdir(parents=True)
            make(course, folder / f"{MINI}.ipynb")

        SUBMISSIONS[name] = Hostile(hand_in, ("could not be read",), None, -1)

    return register


# Reading what is not theirs
tries("read_solutions", "os.listdir('<repository>/solutions')", "open('<repository>/solutions/<lesson>.py').read()")
tries("read_answer_bank", "os.listdir('<repository>/answers')", "os.listdir('<repository>/autograder')")
tries("read_git", "os.listdir('<repository>/.git')", "subprocess.run(['git', '-C', '<repository>', 'log'], check=True)")
tries("read_source_notebook", "open('<course>/source/<lesson>/<lesson>.ipynb').read()", "found('/tmp/**/*.ipynb')")
tries("read_gradebook", "open('<course>/gradebook.db', 'rb').read()", "os.stat('<course>')")
tries("read_neighbour", "open('<course>/submitted/<neighbour>/<lesson>/<lesson>.ipynb').read()")
tries("read_neighbours_grade", "os.listdir('<course>/autograded')", "open('<course>/grades.csv').read()")
tries("read_home", "os.listdir('/root/.ssh')", "os.listdir('/root/.config')", "found('/home/*/.bashrc')")
tries("read_shadow", "open('/etc/shadow').read()", "os.listdir('/etc/ssh')", "os.listdir('/var/lib')")
tries("read_disk", "open('/dev/vda', 'rb').read(1)", "open('/dev/sda', 'rb').read(1)", "open('/dev/mem', 'rb').read(1)")
tries("read_other_processes", "found('/proc/[2-9]*/environ')", "found('/proc/1?*/environ')")
tries("read_other_temporary_files", "found('/tmp/pytest-*')", "found('../kernels-*')", "found('/var/tmp/*')")
tries("climb_out", "os.listdir('/proc/1/root/var')", "os.listdir('../../../../../../var')", "os.stat('/old')")
tries("leave_by_an_open_file", "[name for name in glob.glob('/proc/self/fd/*') if os.path.isdir(name)][0]")
tries("links_out", "(os.symlink('<course>/gradebook.db', 'link'), open('link').read())")
tries("hard_link_to_the_installation", "os.link(sys.executable, '/tmp/python')", "os.link('/etc/passwd', '/tmp/p')")
# The grader's environment holds SECRET; written backwards here, so that the search does not find itself
_MEMORY = """
hits = 0
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        start, end = (int(number, 16) for number in line.split()[0].split("-"))
        if "rw-p" in line and end - start < 2**28:
            try:
                memory.seek(start)
                hits += memory.read(end - start)[::-1].count(b"2retnuh-2retnuh")
            except OSError:
                pass
print("DONE" if hits else "REFUSED", hits)
"""
runs("search_the_memory", "graded", 2, _MEMORY, refused=1)
# Writing what others read
tries("write_gradebook", "sqlite3.connect('<course>/gradebook.db').execute('delete from grade')")
tries("write_neighbour", "open('<course>/submitted/<neighbour>/<lesson>/<lesson>.ipynb', 'w').write('x')")
tries("write_table", "open('<course>/grades.csv', 'a').write('x')", "os.listdir('<course>/feedback')")
tries(
    "write_lessonkit", "open('<repository>/lessonkit/plots.py', 'a').write('x')", "os.remove('<repository>/lessonkit')"
)
tries("write_autograder", "open('<repository>/autograder/grade.py', 'a').write('x')")
tries(
    "write_site_packages",
    *(f"open(__import__('numpy').__path__[0] + '/../{name}', 'w')" for name in ("x.pth", "sitecustomize.py")),
)
tries(
    "write_byte_code",
    "open('<repository>/lessonkit/__pycache__/checks.cpython-311.pyc', 'ab').write(b'x')",
    "open(os.__file__, 'a')",
)
tries("write_interpreter", "open(os.path.realpath(sys.executable), 'ab')", "os.rename(sys.prefix, sys.prefix + '2')")
tries("write_system", "open('/usr/bin/x', 'w')", "open('/etc/ld.so.preload', 'w')", "open('/etc/passwd', 'a')")
tries(
    "change_packages",
    "subprocess.run([sys.executable, '-m', 'pip', 'uninstall', '-y', 'wheel'], check=True, capture_output=True)",
)
# Leaving something for the next kernel: allowed in a home and a /tmp that nobody else ever sees
_PLANTED = """
home = os.path.expanduser('~')
for path in ('.ipython/profile_default/startup/00.py', '.ipython/extensions/x.py', '.jupyter/jupyter_config.py',
             '.config/matplotlib/matplotlibrc', '.keras/keras.json', '.local/lib/python3.11/site-packages/x.pth',
             '.local/lib/python3.11/site-packages/sitecustomize.py', '.cache/x', '.config/sitecustomize.py'):
    os.makedirs(os.path.dirname(os.path.join(home, path)), exist_ok=True)
    open(os.path.join(home, path), 'w').write('raise SystemExit("planted")')
for path in ('/tmp/lessonkit.py', '/tmp/numpy.py', '/dev/shm/planted', 'numpy.py', 'lessonkit.py', 'sitecustomize.py'):
    open(path, 'w').write('raise SystemExit("planted")')
"""
runs("plant_files", "graded", 2, _PLANTED)
runs(
    "poison_modules",
    "graded",
    2,
    """
import random, numpy
random.seed(0); numpy.random.seed(0)
for name in list(sys.modules):
    if name.startswith("json"):
        sys.modules[name] = None
""",
)
runs("stop_the_clock", "graded", 2, "attempt(lambda: time.clock_settime(0, 0.0))\ntime.time = lambda: 0.0")
# The network
tries(
    "connect_out",
    "socket.create_connection(('192.0.2.1', 80), 1)",
    "socket.create_connection(('1.1.1.1', 53), 1)",
    "socket.getaddrinfo('example.org', 80)",
)
tries("connect_to_this_machine", *(f"socket.create_connection(('127.0.0.1', {port}), 1)" for port in (22, 8888, 5432)))
tries("datagrams", "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))")
tries("other_families", "socket.socket(socket.AF_VSOCK)", "socket.socket(38)", "socket.socket(socket.AF_PACKET, 3)")
tries("neighbours_sockets", "found('../kernel-*/s-1')[1]", "os.listdir('/run')")
# More rights
tries("become_root", "os.setuid(0)", "os.setgroups([0])", "subprocess.run(['su', '-c', 'id'], check=True, input=b'')")
tries(
    "namespaces", "libc('unshare', 0x10000000)", "libc('mount', b'a', b'/tmp', b'tmpfs', 0, None)", "os.chroot('/tmp')"
)
tries(
    "make_devices", "os.mknod('/tmp/d', 0o60666, os.makedev(254, 0))", "os.mknod('/tmp/m', 0o20666, os.makedev(1, 1))"
)
tries(
    "kernel_settings",
    "open('/proc/sys/kernel/core_pattern', 'w')",
    "open('/proc/sysrq-trigger', 'w')",
    "open('/proc/sys/vm/drop_caches', 'w')",
)
tries("raise_limits", *(f"__import__('resource').setrlimit({kind}, (2**40, 2**40))" for kind in (1, 6, 7, 9)))
tries("trace", "libc('ptrace', 16, 1, 0, 0)", "libc('process_vm_readv', 1, 0, 0, 0, 0, 0)")
tries("keyrings", "libc('syscall', 248, b'user', b'k', b'v', 1, -4)", "libc('syscall', 250, 0, -3, 1)")
tries("rings", "libc('syscall', 425, 8, None)", "libc('syscall', 321, 0, None, 0)", "libc('syscall', 323, 0)")
tries("outlive_the_parent", "libc('prctl', 1, 0, 0, 0, 0)")
# Other processes
runs(
    "kill_everything",
    "graded",
    2,
    "for pid in (os.getppid(), -1, 1):\n    for number in (9, 19, 15):\n        attempt(lambda: os.kill(pid, number))",
)
_DAEMON = """
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in (1, 2, 3, 15):
            signal.signal(number, signal.SIG_IGN)
        os.execv(sys.executable, [sys.executable, "-c", '''
import time
while True:
    time.sleep(0.2)
    for path in ("<course>/gradebook.db", "<course>/grades.csv", "/tmp/late"):
        try:
            open(path, "a").write("written late")
        except OSError:
            pass
''', "hostile-daemon"])
    os._exit(0)
os.wait()
print("STARTED")
"""
runs("daemon", "graded", 2, _DAEMON)
runs("nohup", "graded", 2, "subprocess.Popen('nohup setsid sh -c \"sleep 600; : hostile-daemon\" &', shell=True)")
# Too much of everything
_FORK_BOMB = """
def bomb():
    while True:
        try:
            if os.fork() == 0:
                time.sleep(60)
                os._exit(0)
        except OSError:
            return
bomb()
print("STARTED")
"""
runs("fork_bomb", "graded|timed out", 2, _FORK_BOMB)
_BUSY = """
for _ in range(30):
    if os.fork() == 0:
        os.setsid()
        end = time.time() + 6
        while time.time() < end:
            pass
        os._exit(0)
print("STARTED")
"""
runs("many_busy_processes", "graded|timed out", 2, _BUSY)
runs("fork_bomb_of_bombs", "graded|timed out|crashed", 2, "import os\nwhile True:\n    os.fork()")
runs(
    "thread_bomb",
    "graded|timed out",
    2,
    """
import gc, threading
try:
    while True:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
except RuntimeError as error:
    print("REFUSED", error)
gc.collect()
""",
)
runs(
    "memory_hog",
    "graded|timed out",
    2,
    "hog = []\nattempt(lambda: [hog.append(bytearray(2**28)) for _ in range(10**6)])\nhog.clear()",
)
tries("hidden_memory", "libc('memfd_create', b'x', 0)", "libc('shmget', 0, 2**30, 0o1600)", "libc('msgget', 0, 0o1600)")
tries(
    "fill_the_disk",
    *(
        f"[open(f'{place}/f{{i}}', 'wb').write(bytes(2**25)) for i in range(99)]"
        for place in ("/tmp", "/dev/shm", "/home/student", ".")
    ),
)
tries("fill_the_inodes", "[open(f'/tmp/{i}', 'w').close() for i in range(99_999)]")
tries(
    "fill_the_connection_folder",
    "[open(found('../kernel-*')[0] + f'/{i}', 'w').write('x' * 2**20) for i in range(9999)]",
)
tries("one_huge_file", "os.truncate(os.open('/tmp/huge', os.O_CREAT | os.O_RDWR), 2**40)")
tries("very_many_open_files", "[open('/dev/null') for i in range(9999)].clear()")
runs("endless_loop", "timed out", 2, "while True:\n    pass")
runs(
    "loop_that_swallows_everything",
    "timed out",
    2,
    "while True:\n    try:\n        time.sleep(1)\n    except BaseException:\n        pass",
)
runs("ignores_interrupts", "timed out", 2, "signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass")
runs("flood_of_stdout", "graded|timed out", 2, "for i in range(30_000):\n    print('flood' * 20, i)")
runs("flood_of_stderr", "graded|timed out", 2, "for i in range(30_000):\n    print('flood' * 20, i, file=sys.stderr)")
runs(
    "flood_of_descriptors",
    "graded|timed out",
    2,
    "for i in range(3_000):\n    os.write(1, b'flood' * 2_000); os.write(2, b'flood' * 2_000)",
)
runs(
    "flood_of_displays",
    "graded|timed out",
    2,
    "from IPython.display import HTML, display\nfor i in range(1_000):\n    display(HTML('x' * 10_000))",
)
runs(
    "flood_of_updates",
    "graded|timed out",
    2,
    """
from IPython.display import display
handle = display("x", display_id=True)
for i in range(1_000):
    handle.update("x" * 10_000)
""",
)
runs(
    "flood_of_comms",
    "graded|timed out",
    2,
    "from comm import create_comm\nfor i in range(1_000):\n    create_comm(target_name='x', data={'x': 'x' * 10_000})",
)
runs(
    "flood_of_widget_states",
    "graded|timed out",
    2,
    """
from comm import create_comm
for i in range(1_000):
    create_comm(target_name="jupyter.widget", data={"state": {"x": "x" * 10_000}, "buffer_paths": []})
""",
)
runs(
    "flood_of_forged_errors",
    "graded|timed out",
    2,
    """
kernel = get_ipython().kernel
content = {"ename": "x" * 10_000, "evalue": "y" * 10_000, "traceback": ["z" * 10_000] * 5}
for i in range(500):
    kernel.session.send(kernel.iopub_socket, "error", content, parent=kernel.get_parent("shell"))
""",
)
runs(
    "malformed_messages",
    "graded|crashed|timed out",
    2,
    """
kernel = get_ipython().kernel
for kind in ("stream", "error", "status", "display_data", "execute_result", "comm_open", "clear_output", "\\udcff"):
    for content in ({}, [], 3, None, "x", {"data": 3, "text": {}, "execution_state": [], "name": 7, "transient": 1}):
        try:
            kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent("shell"))
        except Exception as error:
            print(error)
kernel.iopub_socket.send_multipart([b"x", b"<IDS|MSG>", b"signature", b"{", b"[", b"\\xff", b""])
kernel.iopub_socket.send_multipart([b""] * 1000)
""",
)
runs("one_huge_message", "graded|crashed|timed out", 2, "print('x' * 2**28)")
runs("one_huge_error", "graded|crashed|timed out", 2, "raise ValueError('x' * 2**26)")
# Ends of the process
runs("exit_at_once", "crashed", 2, "os._exit(0)")
runs("segmentation_fault", "crashed", 2, "ctypes.string_at(0)")
runs("abort", "crashed", 2, "os.abort()")
runs("stack_overflow", "crashed|graded|timed out", 2, "sys.setrecursionlimit(10**9)\ndef f():\n    f()\nf()")
runs("close_all_files", "crashed|timed out|graded", 2, "os.closerange(0, 4096)")
runs("stop_itself", "graded|timed out", 2, "os.kill(os.getpid(), signal.SIGSTOP)")
# The kernel's own messages
_FORGED = """
kernel = get_ipython().kernel
session, parent = kernel.session, kernel.get_parent("shell")
content = {"status": "ok", "execution_count": 1, "user_expressions": {}, "payload": []}
for number in range(50):
    session.send(kernel.shell_stream, "execute_reply", content, parent=parent)
    session.send(kernel.iopub_socket, "status", {"execution_state": "idle"}, parent=parent)
    session.send(kernel.iopub_socket, "error", {"ename": "x", "evalue": "y", "traceback": []}, parent=parent)
print("SENT")
"""
runs("forged_messages", "graded|crashed|timed out", 2, _FORGED)
runs(
    "key_of_the_connection",
    "graded|crashed",
    2,
    """
import json
for name in glob.glob("../kernel-*/kernel.json"):
    said = json.load(open(name))
    said["key"] = "mine"
    json.dump(said, open(name, "w"))
for name in glob.glob("../kernel-*/*"):
    try:
        os.unlink(name)
    except OSError:
        pass
""",
)


# Files that are no notebook
@files("timestamp_pipe")
def _(course: Course, path: Path) -> None:
    os.mkfifo(path.with_name("timestamp.txt"))
    path.write_text(json.dumps(course.solved()))


@files("timestamp_link")
def _(course: Course, path: Path) -> None:
    path.with_name("timestamp.txt").symlink_to("/dev/zero")
    path.write_text(json.dumps(course.solved()))


@files("timestamp_nonsense")
def _(course: Course, path: Path) -> None:
    path.with_name("timestamp.txt").write_text("before you think")
    path.write_text(json.dumps(course.solved()))


@files("file_symbolic_link")
def _(course: Course, path: Path) -> None:
    path.symlink_to(course.root / "source" / MINI / f"{MINI}.ipynb")


@files("file_symbolic_link_to_a_neighbour")
def _(course: Course, path: Path) -> None:
    path.symlink_to(Path("..", "..", NEIGHBOUR, MINI, f"{MINI}.ipynb"))


@files("file_hard_link")
def _(course: Course, path: Path) -> None:
    os.link(course.root / "source" / MINI / f"{MINI}.ipynb", path)


@files("file_pipe")
def _(course: Course, path: Path) -> None:
    os.mkfifo(path)


@files("file_link_to_a_device")
def _(course: Course, path: Path) -> None:
    path.symlink_to("/dev/zero")


@files("file_linked_folder")
def _(course: Course, path: Path) -> None:
    path.parent.rmdir()
    path.parent.symlink_to(course.root / "source" / MINI)


@files("file_huge")
def _(course: Course, path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)


@files("file_deep")
def _(course: Course, path: Path) -> None:
    path.write_text('{"cells": ' + "[" * 10**6)


@files("file_of_very_many_cells")
def _(course: Course, path: Path) -> None:
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": "1"}] * 100_000}))


def hand_in(course: Course, names: list[str] | None = None) -> None:
    """Hand in hostile submissions (default: all), each by a student of its name, between honest ones."""
    for name, other in honest(course).items():
        course.hand_in(name, other)
    for name in names or SUBMISSIONS:
        SUBMISSIONS[name].hand_in(course, name)


def honest(course: Course) -> dict[str, nbformat.NotebookNode]:
    """Submissions of honest students, whose grades must not change; by name, before, among and behind the others."""
    return {
        "a_neighbour": course.solved(),
        NEIGHBOUR: course.solved(triple=WRONG["triple"]),
        "z_neighbour": course.release,
    }


if __name__ == "__main__":
    hand_in(Course(Path(sys.argv[1]).resolve()), sys.argv[2:])
