"""What a room shows and allows, as root and as a plain user; each code runs in a room of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.cli import main
from autograder.engine import sandbox
from autograder.errors import CourseError
from autograder.paths import REPOSITORY

HOSTILE = Path(__file__).parents[1] / "hostile"
USERS = ["root", "plain user"] if os.geteuid() == 0 else ["plain user"]
MIB = 2**20
pytestmark = pytest.mark.skipif(
    any(part.missing for part in sandbox.check()), reason="this machine has no isolation: see `autograder doctor`"
)


@pytest.fixture(params=USERS)
def user(request: pytest.FixtureRequest) -> str:
    """Who runs the grader."""
    return request.param


def in_room(user: str, code: str, **request) -> dict:
    """Run code in a room; returns what it printed, its exit status, and what is left behind."""
    as_user = [sys.executable, str(HOSTILE / "plain_user.py")] if user == "plain user" else []
    command = [*as_user, sys.executable, str(HOSTILE / "in_room.py"), json.dumps({"code": code, **request})]
    environment = {**os.environ, "TMPDIR": "/tmp", "OPENBLAS_NUM_THREADS": "1", "AWS_SECRET": "hunter2"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, env=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def said(user: str, code: str, **request) -> str:
    """What code in a room printed."""
    result = in_room(user, code, **request)
    assert "said" in result, result
    return result["said"].strip()


def refused(user: str, *actions: str, **request) -> None:
    """Check that each of some lines raises an OSError in a room."""
    code = "import os, socket, ctypes\n" + "".join(
        f"try:\n    {action}\nexcept OSError as error:\n    print('refused', error)\nelse:\n    print('DONE')\n"
        for action in actions
    )
    lines = said(user, code, **request).splitlines()
    assert len(lines) == len(actions) and all(line.startswith("refused") for line in lines), lines


def test_sees_the_system_and_its_own_folder_only(user: str) -> None:
    code = "import os\nprint(sorted(os.listdir('/')), os.listdir('.'), open('mine.ipynb').read())\nprint(os.getcwd())"
    first, cwd = said(user, code).splitlines()
    assert "['mine.ipynb'] mine" in first
    for name in ("'old'", "'scratch'", "'mnt'", "'var'", "'boot'", "'run'"):
        assert name not in first
    assert cwd.endswith("/work")


def test_sees_nothing_of_the_course(user: str, tmp_path: Path) -> None:
    secret = tmp_path / "gradebook.db"
    secret.write_text("x")
    paths = [secret, REPOSITORY / "solutions", REPOSITORY / "autograder", REPOSITORY / ".git", Path.home() / ".bashrc"]
    refused(user, *(f"os.stat({str(path)!r})" for path in paths), "os.stat('/etc/shadow')", "os.stat('/var')")
    code = "import lessonkit, lessonkit.checks\nfrom lessonkit import data\nprint('ok')"
    assert said(user, code) == "ok"


def test_no_answers_anywhere(user: str) -> None:
    names = {path.name for folder in ("solutions", "answers") for path in (REPOSITORY / folder).rglob("*.py")}
    assert len(names) > 100
    code = (
        f"import os\nnames = {names!r}\n"
        "print([f'{at}/{name}' for at, _, files in os.walk('/') for name in names & set(files)])"
    )
    assert said(user, code, seconds=60) == "[]"


def test_writes_nothing_but_its_own(user: str) -> None:
    paths = [sys.prefix, sys.base_prefix, "/", "/usr/bin", "/etc", REPOSITORY / "lessonkit", REPOSITORY / "data"]
    site = next(path for path in sys.path if path.endswith("site-packages"))
    refused(
        user,
        *(f"open({f'{path}/planted'!r}, 'w')" for path in [*paths, site]),
        f"open({str(REPOSITORY / 'lessonkit' / 'plots.py')!r}, 'a')",
        f"os.chmod({sys.executable!r}, 0o777)",
        f"os.utime({str(REPOSITORY / 'lessonkit' / 'plots.py')!r})",
    )
    code = "import os\nfor at in ('/tmp', '/dev/shm', os.path.expanduser('~'), '.'):\n    open(at + '/x', 'w').write('x')\nprint('ok')"  # noqa: E501
    result = in_room(user, code)
    assert result["said"].strip() == "ok"
    assert not any(name.endswith("/x") for name in result["left"]), result["left"]


def test_no_network_and_no_other_sockets(user: str) -> None:
    with socket.socket() as listening, socket.socket(socket.AF_UNIX) as abstract:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        abstract.bind("\0neighbour")
        abstract.listen()
        port = listening.getsockname()[1]
        refused(
            user,
            f"socket.create_connection(('127.0.0.1', {port}), 1)",
            "socket.create_connection(('192.0.2.1', 80), 1)",
            "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
            "socket.socket(socket.AF_UNIX).connect('\\0neighbour')",
            "socket.socket(socket.AF_VSOCK).connect((2, 1024))",
            "socket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
            "socket.socket(38)",
        )


def test_the_only_processes_are_its_own(user: str) -> None:
    code = "import os\nprint([n for n in os.listdir('/proc') if n.isdigit()], os.getpid(), os.getppid())"
    assert said(user, code) == "['1'] 1 0"
    kill = "import os\nos.kill(os.getppid(), 9); os.kill(os.getpid(), 19)\ntry:\n    os.kill(-1, 9)\nexcept OSError:\n    pass\nprint('on')"  # noqa: E501
    assert said(user, kill) == "on"


def test_no_way_to_more_rights(user: str) -> None:
    libc = "ctypes.CDLL(None, use_errno=True)"
    call = "(lambda r: r if r >= 0 else (_ for _ in ()).throw(OSError(ctypes.get_errno(), 'errno')))"
    refused(
        user,
        "os.setuid(0)",
        "os.setgroups([0])",
        "os.chroot('/tmp')",
        "os.mknod('/tmp/disk', 0o060600, os.makedev(254, 0))",
        "open('/proc/sys/kernel/core_pattern', 'w')",
        "open('/proc/sysrq-trigger', 'w')",
        "open('/dev/kmsg')",
        "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50))",
        "__import__('time').clock_settime(0, 0.0)",
        *(
            f"{call}({libc}.{name})"
            for name in (
                "unshare(0x10000000)",
                "mount(b'x', b'/tmp', b'tmpfs', 0, None)",
                "ptrace(0, 0, 0, 0)",
                "setns(0, 0)",
                "prctl(1, 0, 0, 0, 0)",
                "memfd_create(b'x', 0)",
                "shmget(0, 4096, 0o1600)",
                "syscall(425, 8, None)",
                "syscall(250 if __import__('os').uname().machine == 'x86_64' else 219, 0, -3, 1)",
            )
        ),
    )


def test_nothing_of_the_environment(user: str) -> None:
    code = (
        "import os\nprint(sorted(os.environ), open('/proc/self/environ').read().strip(chr(0)))\n"
        "import subprocess; print(subprocess.run('env', capture_output=True, text=True).stdout)"
    )
    text = said(user, code)
    assert "HOME" in text and "OPENBLAS_NUM_THREADS=1" in text
    assert "AWS_SECRET" not in text and "hunter2" not in text


def test_limits(user: str) -> None:
    refused(
        user,
        "open('/tmp/x', 'wb').write(bytes(3 * 2**20))",
        "[open(f'/tmp/{i}', 'wb').write(bytes(2**20)) for i in range(9)]",
        "[open(f'/dev/shm/e{i}', 'wb') for i in range(300)]",
        "[open('/dev/null') for i in range(100)].clear()",
        "os.dup2(0, 5000)",
        limits={"file_size": 2 * MIB, "scratch": 8 * MIB, "files": 200, "open_files": 64},
    )
    hog = "try:\n    bytearray(900 * 2**20)\nexcept MemoryError:\n    print('refused')"
    assert said(user, hog, limits={"memory": 800 * MIB}) == "refused"
    bomb = (
        "import os, time\nborn = []\ntry:\n    while True:\n        pid = os.fork()\n        if pid == 0:\n"
        "            time.sleep(30); os._exit(0)\n        born.append(pid)\n"
        "except BlockingIOError:\n    print(len(born))"
    )
    assert int(said(user, bomb, limits={"processes": 20})) == 19
    spin = in_room(user, "while True: pass", limits={"cpu_seconds": 1})
    assert spin["status"] == -9 and not spin["said"]


def test_two_rooms_do_not_share_a_limit_on_processes(user: str) -> None:
    code = (
        "import os, time\nfor _ in range(15):\n    if os.fork() == 0:\n        time.sleep(3); os._exit(0)\nprint('ok')"
    )
    as_user = [sys.executable, str(HOSTILE / "plain_user.py")] if user == "plain user" else []
    request = json.dumps({"code": code, "limits": {"processes": 20}})
    command = [*as_user, sys.executable, str(HOSTILE / "in_room.py"), request]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [json.loads(one.communicate(timeout=60)[0])["said"].strip() for one in both] == ["ok", "ok"]


def test_all_that_it_started_ends_with_it(user: str) -> None:
    mark = f"autograder-daemon-{os.getpid()}-{user.replace(' ', '-')}"
    code = (
        "import os, signal, subprocess, sys, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork():\n"
        "        os._exit(0)\n    for number in (1, 2, 15):\n        signal.signal(number, signal.SIG_IGN)\n"
        f"    os.execv(sys.executable, [sys.executable, '-c', 'import time; time.sleep(600)', {mark!r}])\n"
        "os.wait(); time.sleep(0.3)\n"
        "print([open(f'/proc/{n}/cmdline').read().count('" + mark + "') for n in os.listdir('/proc') if n.isdigit()])"
    )
    assert "1" in said(user, code)
    assert mark not in subprocess.run(["ps", "axww"], capture_output=True, text=True, check=True).stdout


def test_ends_with_the_process_that_forked_it(user: str) -> None:
    code = "import time\ntime.sleep(600)"
    request = json.dumps({"code": code, "seconds": 600})
    mark = f"room-parent-{os.getpid()}"
    as_user = [sys.executable, str(HOSTILE / "plain_user.py")] if user == "plain user" else []
    parent = subprocess.Popen([*as_user, sys.executable, str(HOSTILE / "in_room.py"), request, mark])
    seen = _wait_for(lambda: len(_processes(mark)) >= 2)
    parent.kill()
    parent.wait()
    assert seen and _wait_for(lambda: not _processes(mark))


def _processes(mark: str) -> list[str]:
    shown = subprocess.run(["ps", "axww", "-o", "pid,args"], capture_output=True, text=True, check=True).stdout
    return [line for line in shown.splitlines() if mark in line]


def _wait_for(condition: Callable[[], bool]) -> bool:
    for _ in range(100):
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_exit_codes(user: str) -> None:
    assert in_room(user, "import os; os._exit(7)")["status"] == 7
    assert in_room(user, "import ctypes; ctypes.string_at(0)")["status"] == -11
    assert in_room(user, "import os; os.abort()")["status"] in (-6, -11)


def test_libraries_work(user: str) -> None:
    code = (
        "import subprocess, multiprocessing, tempfile, sqlite3, numpy as np, pty, threading\n"
        "print(subprocess.run('id -un; echo $HOME', shell=True, capture_output=True, text=True).stdout.split())\n"
        "print(multiprocessing.get_context('fork').Pool(2).map(abs, [-1, 2]), tempfile.mkdtemp()[:5])\n"
        "print(len(pty.openpty()), np.linalg.solve(np.eye(3), np.ones(3)))"
    )
    assert said(user, code).splitlines() == ["['student', '/home/student']", "[1, 2] /tmp/", "2 [1. 1. 1.]"]


def test_without_a_room_limits_hold_all_the_same(user: str) -> None:
    code = "import os, resource\nos._exit(resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
    assert in_room(user, code, no_room=True, limits={"open_files": 64})["status"] == 64


def test_places_below_the_rooms_own(user: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        (place / "shown" / "secret").mkdir(parents=True)
        (place / "shown" / "file").write_text("seen")
        (place / "shown" / "secret" / "file").write_text("hidden")
        (place / "link").symlink_to(place / "shown")
        code = (
            f"import os\nprint(open('{name}/shown/file').read(), open('{name}/link/file').read())\n"
            f"print(os.listdir('{name}/shown/secret'))\nopen('{name}/shown/secret/x', 'w')"
        )
        text = said(user, code, readable=[f"{name}/link"], hidden=[f"{name}/shown/secret"])
    assert text.startswith("seen seen\n[]\n") and "Read-only file system" in text


def test_what_others_may_not_read_is_named(tmp_path: Path) -> None:
    room = sandbox.Room(tmp_path, tmp_path, (REPOSITORY / "lessonkit",))
    sandbox.hidden_from(room, tmp_path)
    with pytest.raises(CourseError, match="Move it elsewhere"):
        sandbox.hidden_from(room, REPOSITORY / "lessonkit" / "course")


def test_where_namespaces_are_missing_no_process_is_left(user: str) -> None:
    result = in_room(user, "print('ran')", limits={"files": -1})
    assert "refused" in result and "doctor" in result["refused"]


def test_doctor(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["doctor"]) == 0
    assert "a whole room" in capsys.readouterr().out
    monkeypatch.setattr(sandbox, "check", lambda: [sandbox.Part("wings", "it has none", "Grow some.")])
    assert main(["doctor"]) == 1
    printed = capsys.readouterr().out
    assert "missing  wings: it has none" in printed and "Grow some." in printed and "--no-sandbox" in printed


def test_elsewhere_than_on_linux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert [part.name for part in sandbox.check() if part.missing] == ["Linux"]
    with pytest.raises(sandbox.CannotIsolate, match="needs Linux"):
        sandbox.fork(sandbox.Room(tmp_path, tmp_path), sandbox.Limits())
