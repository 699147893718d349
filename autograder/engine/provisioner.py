"""A kernel provisioner of jupyter_client that has kernels forked by :mod:`autograder.engine.parent`.

It is an entry point, so nbgrader, nbclient and ipykernel stay as they are.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from queue import Empty
from typing import Any

import zmq.asyncio
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import LocalProvisioner
from jupyter_core.utils import ensure_async
from traitlets import Bool, Dict, Unicode

#: The name of the entry point.
NAME = "autograder-fork"
#: Bytes of a message from a kernel; a larger one is not received, so that it cannot fill this process's memory.
MAX_MESSAGE = 64 * 2**20
_PACKET = 1 << 20


class ParentEnded(RuntimeError):
    """The process that kernels are forked from has ended, and every kernel with it."""

    def __init__(self) -> None:
        super().__init__("the process that kernels are forked from has ended")


class ForkProvisioner(LocalProvisioner):
    """Ask the parent for a fork; without an address behave as jupyter_client's own provisioner."""

    address = Unicode(help="Path of the unix socket at which the parent listens.").tag(config=True)
    limits = Dict(help="What a kernel may use, as in autograder.engine.sandbox.Limits.").tag(config=True)
    isolated = Bool(help="Whether each kernel gets a room and an environment of its own.").tag(config=True)
    place: str = ""
    parent: KernelManager
    process: Any
    forked: ForkedProcess | None = None

    @property
    def orphaned(self) -> bool:
        """Whether the kernel has ended because the process that it was forked from has."""
        return self.forked is not None and self.forked.poll() is not None and self.forked.orphaned

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Let the kernel's sockets be files in a private directory: no ports that others could listen at."""
        if self.address:
            # relative to the system's temporary directory: the path of a unix socket has at most 107 characters
            self.place = tempfile.mkdtemp(prefix="kernel-")
            self.parent.transport = "ipc"
            self.parent.ip = f"{self.place}/s"
            self.parent.connection_file = f"{self.place}/kernel.json"
            kwargs["transport_encryption"] = "disabled"
        return await super().pre_launch(**kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Have the kernel started."""
        if not self.address:
            return await super().launch_kernel(cmd, **kwargs)
        known = {} if self.isolated else kwargs["env"]  # a kernel can read all that the parent is told
        env = {name: value for name, value in known.items() if name != "JPY_PARENT_PID"}
        request = {
            "argv": cmd,
            "env": env,
            "cwd": str(Path(kwargs.get("cwd") or Path.cwd()).resolve()),
            "connection": self.place,
            "limits": self.limits,
        }
        self.process = self.forked = ForkedProcess(self.address, request)  # jupyter_client forgets its own
        self.pid = self.process.pid
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """Kill the kernel, and wait here until it is gone: jupyter_client would look again only every 0.1 s."""
        await super().kill(restart=restart)
        if isinstance(self.process, ForkedProcess):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=5)

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the sockets."""
        await super().cleanup(restart=restart)
        if self.place and not restart:
            shutil.rmtree(self.place, ignore_errors=True)


class ForkedProcess:
    """A kernel that the parent forked, with what jupyter_client uses of :class:`subprocess.Popen`.

    Attributes
    ----------
    orphaned
        Whether it has ended because the parent has.

    Raises
    ------
    ParentEnded
        If there is no parent.
    """

    stdin = stdout = stderr = None

    def __init__(self, address: str, request: dict[str, Any]) -> None:
        self.returncode: int | None = None
        self.orphaned = False
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            self._socket.connect(address)
            self._socket.send(json.dumps(request).encode())
            packet = self._socket.recv(_PACKET)
        except (ConnectionError, FileNotFoundError):
            packet = b""
        if not packet:
            raise ParentEnded()
        said = json.loads(packet)
        if "error" in said:
            raise RuntimeError(said["error"])
        self.pid: int = said["pid"]

    def poll(self) -> int | None:
        """The exit code, None while it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(timeout=0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end; returns the exit code."""
        if self.returncode is None:
            self._socket.settimeout(timeout)
            try:
                packet = self._socket.recv(_PACKET)
            except (TimeoutError, BlockingIOError):
                raise subprocess.TimeoutExpired("kernel", timeout or 0) from None
            except OSError:
                packet = b""
            self.orphaned = not packet
            self.returncode = json.loads(packet)["exit"] if packet else -signal.SIGKILL
            self._socket.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Have a signal sent to it."""
        if self.returncode is None:
            with contextlib.suppress(OSError):
                self._socket.send(json.dumps({"signal": number}).encode())

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class QuickClient(AsyncKernelClient):
    """A client that is ready as soon as the kernel is; jupyter_client's waits 0.2 s for more to come."""

    def _context_default(self) -> zmq.asyncio.Context:
        context = super()._context_default()
        context.setsockopt(zmq.MAXMSGSIZE, MAX_MESSAGE)  # for each of its sockets
        return context

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:
        end = time.monotonic() + (timeout or 60)
        while time.monotonic() < end:
            with contextlib.suppress(Empty):
                await self._answers(self.kernel_info())
                return
            if not await self._async_is_alive():
                raise RuntimeError("The kernel died before it was ready.")
        raise RuntimeError("The kernel did not get ready in time.")

    async def _answers(self, asked: str) -> None:
        """Wait for a reply to a request, and for the news on iopub that it is done: so that channel is connected."""
        for channel, last in ((self.shell_channel, "ok"), (self.iopub_channel, "idle")):
            while True:
                message = await ensure_async(channel.get_msg(timeout=0.5))
                content = message["content"]
                state = content.get("execution_state") or content.get("status")
                if message["parent_header"].get("msg_id") == asked and state == last:
                    break
            if last == "ok":
                self._handle_kernel_info_reply(message)

    wait_for_ready = _async_wait_for_ready
