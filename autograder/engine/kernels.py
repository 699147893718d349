"""Where kernels come from: forks of a warm parent, of a cold one, or fresh interpreters; and running a notebook in one.

with Kernels(modules, isolated=True) as kernels:       # one for a grading run
    engine = kernels.engine(config)                    # one for each worker process
    result = engine.run(notebook, limits)
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, cast

from jupyter_client.provisioning import KernelProvisionerFactory
from nbformat import NotebookNode
from nbgrader.utils import setenv
from traitlets.config import Config

from autograder.engine import contain, provisioner
from autograder.errors import CannotGrade, CourseError
from autograder.logs import logged
from autograder.preprocessors import BoundedExecute


@dataclass(frozen=True)
class Result:
    """A notebook that was run.

    Attributes
    ----------
    notebook
        With its outputs; None if it could not be run.
    reason
        Why it could not be run; '' if it was.
    log
        What was noticed while it ran.
    again
        Whether it is worth another try, once :meth:`Kernels.revive` was called.
    """

    notebook: NotebookNode | None
    reason: str = ""
    log: str = ""
    again: bool = False


class Engine(Protocol):
    """What runs a notebook."""

    def run(self, notebook: NotebookNode, limits: Mapping[str, int], files: Iterable[Path] = ()) -> Result:
        """Run the code cells of a notebook in a kernel of its own.

        Parameters
        ----------
        notebook
            Is changed in place.
        limits
            What the kernel may use: fields of `autograder.engine.sandbox.Limits`.
        files
            Files to put into its working directory, which holds nothing else.
        """


class ColdEngine:
    """Runs each notebook in a fresh interpreter.

    Parameters
    ----------
    config
        The course's configuration.
    """

    def __init__(self, config: Config) -> None:
        self._config = config

    def run(self, notebook: NotebookNode, limits: Mapping[str, int], files: Iterable[Path] = ()) -> Result:
        """As :meth:`Engine.run`."""
        with tempfile.TemporaryDirectory(prefix="work-") as place, setenv(NBGRADER_EXECUTION="autograde"):
            for file in files:
                shutil.copy(file, place)
            with logged() as log:
                try:
                    execute = BoundedExecute(config=self._with(limits))
                    notebook, _ = execute.preprocess(notebook, {"metadata": {"path": place}})
                except CannotGrade as failure:
                    return Result(None, failure.reason, log.getvalue())
                except Exception as error:
                    log.write(traceback.format_exc())
                    reason = f"Its kernel could not be used ({type(error).__name__}: {error})."
                    return Result(None, reason, log.getvalue(), isinstance(error, provisioner.ParentEnded))
        return Result(notebook, log=log.getvalue())

    def _with(self, limits: Mapping[str, int]) -> Config:
        return self._config


class ForkEngine(ColdEngine):
    """Runs each notebook in a fork of a parent process.

    Parameters
    ----------
    config
        The course's configuration.
    address
        Where the parent listens.
    isolated
        Whether it gives each kernel a room of its own.
    """

    def __init__(self, config: Config, address: str, *, isolated: bool) -> None:
        super().__init__(config)
        self._address, self._isolated = address, isolated
        # nbgrader passes no configuration on to what chooses the provisioner, and jupyter_client's environment variable
        # comes too late where this process has run a notebook before: the kernel would be neither warm nor isolated
        KernelProvisionerFactory.instance().default_provisioner_name = provisioner.NAME

    def _with(self, limits: Mapping[str, int]) -> Config:
        config = cast(Config, self._config.copy())
        config.ForkProvisioner = Config(address=self._address, limits=dict(limits), isolated=self._isolated)
        config.KernelManager.client_class = "autograder.engine.provisioner.QuickClient"
        return config


class Kernels:
    """The parent process of a grading run's kernels; use it in a `with` statement.

    Parameters
    ----------
    modules
        What the parent imports ahead of all kernels.
    isolated
        Whether each kernel gets a room of its own.
    say
        Called with a line if kernels will be cold.

    Raises
    ------
    CourseError
        By :meth:`ready`, if kernels are to be isolated and cannot be.
    """

    def __init__(self, modules: list[str], *, isolated: bool, say: Callable[[str], None] = print) -> None:
        self._modules, self._isolated, self._say = modules, isolated, say
        self._parent: subprocess.Popen[str] | None = None
        self._place = tempfile.mkdtemp(prefix="kernels-")
        self._is_ready = self._is_cold = False
        if sys.platform == "linux":
            self._start(cold=False)

    def __enter__(self) -> Kernels:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()
        shutil.rmtree(self._place, ignore_errors=True)

    def revive(self) -> None:
        """Start the parent again if it has ended (killed, for want of memory?): its kernels ended with it.

        Raises
        ------
        CourseError
            As by :meth:`ready`.
        """
        if self._parent and _has_ended(self._parent):
            self._say("note: the process that kernels are forked from was killed (memory?); it is started again.")
            self._end()
            Path(self._address).unlink(missing_ok=True)
            self._is_ready = False
            self._start(cold=self._is_cold)
            self.ready()

    @property
    def is_warm(self) -> bool:
        """Whether kernels have everything imported when they start; asking waits until the parent is ready."""
        self.ready()
        return self._parent is not None and not self._is_cold

    def ready(self) -> None:
        """Wait until the parent can fork; where it cannot do so safely, go on with cold kernels, and say so."""
        while self._parent and not self._is_ready:
            line = self._parent.stdout.readline() if self._parent.stdout else ""
            said = json.loads(line or '{"reason": "it ended while it started"}')
            if not said["reason"]:
                self._is_ready = True
                return
            if said.get("fatal"):
                raise CourseError(said["reason"])
            self._say(f"note: kernels start cold, each with imports of its own: {said['reason']}.")
            self._end()
            self._parent = None
            if self._isolated and not self._is_cold:
                self._start(cold=True)
        if not self._parent and self._isolated:
            raise CourseError("Students' code cannot be isolated here. --no-sandbox grades without isolation.")

    def engine(self, config: Config) -> Engine:
        """What runs notebooks, for one process."""
        self.ready()
        if self._parent:
            return ForkEngine(config, self._address, isolated=self._isolated)
        return ColdEngine(config)

    @property
    def _address(self) -> str:
        return f"{self._place}/parent"

    def _end(self) -> None:
        if self._parent:
            with self._parent:  # which waits, and closes what leads to it
                self._parent.kill()

    def _start(self, *, cold: bool) -> None:
        self._is_cold = cold
        how = ["--cold"] * cold + ["--isolated"] * self._isolated
        self._parent = subprocess.Popen(
            [sys.executable, "-P", "-m", "autograder.engine.parent", *how, self._address, *self._modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=contain.environment(isolated=self._isolated),
            text=True,
        )


def _has_ended(process: subprocess.Popen[str]) -> bool:
    try:
        process.wait(timeout=1)  # its sockets close a moment before that
    except subprocess.TimeoutExpired:
        return False
    return True
