"""Run Python code in a room, and print what became of it as JSON: `python in_room.py REQUEST` (JSON too).

What the code prints comes back over one of the kernel's sockets, which are the only way out of a room.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path

from autograder.engine import sandbox
from autograder.paths import REPOSITORY


def main(request: dict) -> dict:
    """Make a room, run code in it, and wait for its end."""
    sandbox.enter()
    place = Path(tempfile.mkdtemp(prefix="room-"))
    work, connection = place / "work", place / "connection"
    for folder in (work, connection):
        folder.mkdir()
    (work / "mine.ipynb").write_text("mine")
    ports = {f"{name}_port": number for number, name in enumerate(("shell", "stdin", "control", "iopub", "hb"), 1)}
    (connection / "kernel.json").write_text(json.dumps({"transport": "ipc", "ip": f"{connection}/s", **ports}))
    readable = [REPOSITORY / "lessonkit", REPOSITORY / "data", *map(Path, request.get("readable", []))]
    room = sandbox.Room(work, connection, tuple(readable), tuple(map(Path, request.get("hidden", []))))
    room = None if request.get("no_room") else room
    limits = sandbox.Limits(**request.get("limits", {}))
    start = time.perf_counter()
    try:
        pid = sandbox.fork(room, limits)
    except sandbox.CannotIsolate as error:
        shutil.rmtree(place)
        return {"refused": str(error)}
    if pid == 0:
        run(request["code"])
    took = time.perf_counter() - start
    said = b""
    if room:
        line = socket.socket(socket.AF_UNIX)
        killer = threading.Timer(request.get("seconds", 20), os.kill, (pid, 9))
        killer.start()
        with contextlib.suppress(OSError):  # it may be gone already
            line.connect(f"{connection}/s-1")
            while part := line.recv(1 << 16):
                said += part
        killer.cancel()
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    left = {str(path.relative_to(place)) for path in place.rglob("*")}
    shutil.rmtree(place)
    return {"said": said.decode(), "status": status, "left": sorted(left), "fork_ms": took * 1000}


def run(code: str) -> None:
    """Run the code in the room."""
    heard = io.StringIO()
    try:
        with contextlib.redirect_stdout(heard):
            exec(code, {"__name__": "__main__"})
    except BaseException:
        heard.write(traceback.format_exc())
    if sandbox.listening:
        line = socket.socket(fileno=sandbox.listening[1]).accept()[0]
        line.sendall(heard.getvalue().encode())
    os._exit(0)


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))
