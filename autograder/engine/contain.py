"""The one place where the engine meets the sandbox."""

from __future__ import annotations

import dataclasses
import importlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.engine import linux, sandbox
from autograder.errors import CourseError
from autograder.paths import ANSWERS, REPOSITORY, SOLUTIONS

if TYPE_CHECKING:
    from ipykernel.kernelapp import IPKernelApp

#: What every lesson may read besides the Python installation.
READABLE = (REPOSITORY / "lessonkit", REPOSITORY / "data")
#: What no lesson may read, even where this package is part of the Python installation.
HIDDEN = (SOLUTIONS, ANSWERS)
#: What libraries read when they are loaded or start: quiet, and one thread, since notebooks run side by side. oneDNN
#: would write its code anew in each kernel, which takes longer than it saves: 30 ms a notebook of lesson 01.
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTRAOP_THREADS": "1",
}


def enter() -> None:
    """Make this process one that can fork rooms; nothing large may have been imported yet.

    Raises
    ------
    CourseError
        If this machine gives no rooms.
    """
    sandbox.enter()
    for module in ("bound_kernel", "shell"):  # imported here, because a room does not show this package
        importlib.import_module(f"autograder.engine.{module}")


def environment(*, isolated: bool) -> dict[str, str]:
    """The environment of the process that forks kernels."""
    known = sandbox.environment(os.environ) if isolated else dict(os.environ)
    known.pop("JPY_PARENT_PID", None)
    return known | ENVIRONMENT


def keep_apart(course: Path) -> None:
    """See to it that no room shows the course.

    Raises
    ------
    CourseError
        If it is inside a folder that every room shows.
    """
    sandbox.hidden_from(sandbox.Room(course, course, READABLE), course)


def fork(request: dict[str, Any], *, isolated: bool) -> int:
    """Fork a process for a kernel; returns 0 in the child, else its process id.

    Parameters
    ----------
    request
        As it came to :mod:`autograder.engine.parent`.
    isolated
        Whether the child gets a room of its own.
    """
    if isolated:
        room = sandbox.Room(Path(request["cwd"]), Path(request["connection"]), READABLE, HIDDEN)
        try:
            limits = sandbox.Limits(**request["limits"])
        except TypeError as error:
            known = ", ".join(field.name for field in dataclasses.fields(sandbox.Limits))
            raise CourseError(f"ForkProvisioner.limits in the course's configuration may name: {known}.") from error
        return sandbox.fork(room, limits)
    pid = os.fork()
    if pid == 0:
        os.setsid()
        die_with_parent()
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        os.closerange(3, 4096)
        os.chdir(request["cwd"])
        os.environ.clear()
        os.environ.update(request["env"] | ENVIRONMENT)
    return pid


def kernel_app() -> IPKernelApp:
    """The application that is a kernel, in the child of a fork."""
    from autograder.engine.bound_kernel import BoundKernelApp
    from autograder.engine.shell import QuickKernel, QuickStream

    stream = f"{QuickStream.__module__}.{QuickStream.__qualname__}"
    return BoundKernelApp.instance(kernel_class=QuickKernel, outstream_class=stream)


def die_with_parent() -> None:
    """Let Linux kill this process when the one that started it ends."""
    if sys.platform == "linux":
        linux.die_with_parent(signal.SIGKILL)
