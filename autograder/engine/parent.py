"""The process that kernels are forked from: `python -m autograder.engine.parent` (:mod:`autograder.engine.kernels`).

It imports what lessons import once, runs no TensorFlow operation, and stays single-threaded, so that a fork of it is
sound. Requests come over a unix socket, one connection a kernel, one JSON object a packet:

    client → {"argv", "env", "cwd", "connection", "limits"}, then {"signal": number} at any time
    client ← {"pid": number} or {"error": text}, then {"exit": code} when the kernel has ended

The end of a connection ends its kernel; the end of this process ends them all.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import tempfile
from typing import Any, NoReturn

from autograder.engine import contain, linux
from autograder.errors import CourseError

#: What a kernel itself loads when it starts.
_KERNEL_MODULES = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "autograder.engine.shell",
    "comm",
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "matplotlib_inline.backend_inline",
    "sqlite3",
    "tornado.platform.asyncio",
)
_PACKET = 1 << 20


def prepare(modules: list[str]) -> str:
    """Import modules; returns '' if this process can then be forked safely, else why not.

    A module that cannot be imported is left to the notebook that needs it.
    """
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()  # the collector would otherwise write to every page that a kernel shares with this process
    linux.use_huge_pages()
    threads = len(os.listdir("/proc/self/task"))
    if threads > 1:
        return f"importing the lessons' modules started {threads - 1} threads"
    eager = sys.modules.get("tensorflow.python.eager.context")
    if eager is not None and eager.context_safe() is not None:
        return "importing the lessons' modules ran a TensorFlow operation"
    return ""


class Server:
    """Forks a kernel for each connection, passes signals on, and reports how kernels end.

    Parameters
    ----------
    address
        Path of the unix socket to listen at.
    isolated
        Whether each kernel gets a room of its own.
    """

    def __init__(self, address: str, *, isolated: bool) -> None:
        self._isolated = isolated
        self._selector = selectors.DefaultSelector()
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._listener.bind(address)
        self._listener.listen(128)
        self._selector.register(self._listener, selectors.EVENT_READ, self._accept)

    def serve(self) -> NoReturn:
        """Serve until standard input ends."""
        self._selector.register(sys.stdin.fileno(), selectors.EVENT_READ, lambda: os._exit(0))
        while True:
            for key, _ in self._selector.select():
                with contextlib.suppress(OSError):
                    key.data()

    def _accept(self) -> None:
        connection, _ = self._listener.accept()
        self._selector.register(connection, selectors.EVENT_READ, lambda: self._start(connection))

    def _start(self, connection: socket.socket) -> None:
        self._selector.unregister(connection)
        packet = connection.recv(_PACKET)
        if not packet:
            connection.close()
            return
        request = json.loads(packet)
        try:
            pid = contain.fork(request, isolated=self._isolated)
        except (CourseError, OSError) as error:
            _send(connection, {"error": str(error)})
            connection.close()
            return
        if pid == 0:
            _become_kernel(request["argv"])
        exited = os.pidfd_open(pid)
        self._selector.register(connection, selectors.EVENT_READ, lambda: self._signal(connection, pid))
        self._selector.register(exited, selectors.EVENT_READ, lambda: self._reap(connection, pid, exited))
        _send(connection, {"pid": pid})

    def _signal(self, connection: socket.socket, pid: int) -> None:
        try:
            packet = connection.recv(_PACKET)
        except OSError:
            packet = b""
        if not packet:
            self._selector.unregister(connection)
            connection.close()
        _signal_group(pid, json.loads(packet)["signal"] if packet else signal.SIGKILL)

    def _reap(self, connection: socket.socket, pid: int, exited: int) -> None:
        self._selector.unregister(exited)
        os.close(exited)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if connection.fileno() >= 0:
            self._selector.unregister(connection)
            _send(connection, {"exit": code})
            connection.close()


def _signal_group(pid: int, number: int) -> None:
    """Signal a kernel and what it started, or the process alone as long as it has no group of its own."""
    with contextlib.suppress(ProcessLookupError):
        if os.getpgid(pid) == pid:
            os.killpg(pid, number)
        else:
            os.kill(pid, number)


def _send(connection: socket.socket, message: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # whoever asked is gone
        connection.send(json.dumps(message).encode())


def _become_kernel(argv: list[str]) -> NoReturn:
    """Go on as an IPython kernel, in the child of a fork; never returns."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tempfile.tempdir = None
        if "numpy" in sys.modules:
            sys.modules["numpy"].random.seed()  # else every kernel would draw the same numbers
        app = contain.kernel_app()
        sys.argv = argv[argv.index("-m") + 1 :]
        app.initialize([*sys.argv[1:], "--HistoryManager.enabled=False"])
        app.start()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        os._exit(code)


def main() -> None:
    """Prepare, say on standard output how that went (a line of JSON), then serve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--isolated", action="store_true", help="give each kernel a room of its own")
    parser.add_argument("--cold", action="store_true", help="import nothing ahead")
    parser.add_argument("modules", nargs="*")
    options = parser.parse_args()
    contain.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is the grader's to handle
    try:
        if options.isolated:
            contain.enter()
        reason, fatal = "" if options.cold else prepare([*_KERNEL_MODULES, *options.modules]), False
        if not reason:
            server = Server(options.address, isolated=options.isolated)
    except CourseError as error:
        reason, fatal = str(error), True
    print(json.dumps({"reason": reason, "fatal": fatal}), flush=True)
    if not reason:
        server.serve()


if __name__ == "__main__":
    main()
