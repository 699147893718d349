"""An IPython kernel at sockets that were bound for it: in a room nothing can be made where others could reach it."""

from __future__ import annotations

import zmq
from ipykernel.heartbeat import Heartbeat
from ipykernel.kernelapp import IPKernelApp

from autograder.engine import sandbox


class BoundKernelApp(IPKernelApp):
    """The IPython kernel, at the sockets in :data:`autograder.engine.sandbox.listening`; without any, as ever."""

    def _try_bind_socket(self, s: zmq.Socket, port: int) -> int:
        _use_bound(s, port)
        return super()._try_bind_socket(s, port)

    def init_heartbeat(self) -> None:
        """Start the heart beating at its bound socket."""
        self.heartbeat = _BoundHeartbeat(zmq.Context(), (self.transport, self.ip, self.hb_port))
        self.hb_port = self.heartbeat.port
        self.heartbeat.start()


class _BoundHeartbeat(Heartbeat):
    def _try_bind_socket(self) -> None:
        _use_bound(self.socket, self.port)
        super()._try_bind_socket()


def _use_bound(zmq_socket: zmq.Socket, port: int) -> None:
    if port in sandbox.listening:  # ZeroMQ then neither binds nor removes the path that it is told
        zmq_socket.setsockopt(zmq.USE_FD, sandbox.listening[port])
