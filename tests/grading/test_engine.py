"""Parts of the engine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import nbformat
import psutil
import pytest
from IPython.core.inputtransformer2 import TransformerManager
from jupyter_client.provisioning import KernelProvisionerFactory
from nbformat.v4 import new_code_cell, new_notebook
from traitlets.config import Config

from autograder.engine.contain import ENVIRONMENT
from autograder.engine.kernels import ColdEngine, Kernels, Result
from autograder.engine.provisioner import QuickClient
from autograder.engine.shell import PlainFirst
from autograder.engine.workers import Job, Workers
from autograder.paths import LESSONS, SOLUTIONS
from autograder.preprocessors import BoundedExecute

CELLS = [
    "",
    "\n\n  \nx = 1",
    "x = 1  # no newline",
    "%matplotlib inline\nx = 1",
    "!ls\nfiles = !ls",
    "x?",
    ">>> x = 1",
    "def f():\n    '''\n%not magic\n    '''\n    return 3 %2",
    "    x = 1\n    y = 2",
    "x = (1\n%2)",
    "if True:",
]


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_what_ipython_makes_of_it(cell: str) -> None:
    assert PlainFirst().transform_cell(cell) == TransformerManager().transform_cell(cell)


def test_the_lessons_cells_are_what_ipython_makes_of_them() -> None:
    for path in LESSONS.glob("*/*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                assert PlainFirst().transform_cell(cell.source) == TransformerManager().transform_cell(cell.source)


def prepared(before: str) -> str:
    """What the parent says of itself after some code."""
    code = f"{before}\nfrom autograder.engine.parent import prepare\nprint(prepare(['json']))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_a_parent_with_threads_does_not_serve() -> None:
    assert prepared("") == ""
    thread = "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()"
    assert "started 1 threads" in prepared(thread)


def test_memory_in_huge_pages_is_as_before() -> None:
    code = (
        "import os\nfrom autograder.engine.linux import use_huge_pages\n"
        "parts = [os.urandom(1000) for _ in range(20000)]\nbefore = b''.join(parts)\nuse_huge_pages()\n"
        "if os.fork() == 0:\n    parts[::2] = [b''] * 10000\n    os._exit(0)\n"
        "os.wait()\nprint(b''.join(parts) == before)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "True\n"


@pytest.mark.slow
@pytest.mark.parametrize("isolated", [False, True])
def test_kernels_know_what_libraries_read(isolated: bool) -> None:
    code = f"import os\nprint({{name: os.environ.get(name) for name in {sorted(ENVIRONMENT)}}} == {ENVIRONMENT})"
    with Kernels(["numpy"], isolated=isolated) as kernels:
        notebook = kernels.engine(Config()).run(new_notebook(cells=[new_code_cell(code)]), {}).notebook
    assert notebook is not None
    assert notebook.cells[0].outputs[0].text == "True\n"


@pytest.mark.slow
def test_a_parent_that_ran_tensorflow_does_not_serve() -> None:
    alone = "import os\nos.listdir = lambda path: ['1']\n"  # as if it had one thread
    assert "ran a TensorFlow operation" in prepared(f"{alone}import tensorflow as tf\ntf.constant(1.0) + 1.0")


@pytest.mark.slow
def test_where_forks_are_not_safe_kernels_start_cold_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "starts_a_thread.py").write_text(
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    said: list[str] = []
    with Kernels(["starts_a_thread"], isolated=False, say=said.append) as kernels:
        assert not kernels.is_warm
        assert len(said) == 1 and "start cold" in said[0] and "started 1 threads" in said[0]
        result = kernels.engine(Config()).run(new_notebook(cells=[new_code_cell("print(1 + 1)")]), {})
    assert result.notebook.cells[0].outputs[0].text == "2\n"


@pytest.mark.slow
@pytest.mark.parametrize("isolated", [True, False])
def test_functions_of_a_cell_have_its_source(isolated: bool) -> None:
    cells = ["def one():\n    return 1", "def two():\n    return 2", "import inspect", "print(inspect.getsource(one))"]
    cells += ["print(one.__code__.co_filename)", "print(two.__code__.co_filename)", "%who_ls function"]
    with Kernels(["json"], isolated=isolated) as kernels:
        ran = kernels.engine(Config()).run(new_notebook(cells=[new_code_cell(cell) for cell in cells]), {}).notebook
    source, first, second = (cell.outputs[0].text for cell in ran.cells[3:6])
    assert source.strip() == cells[0] and first != second
    assert "/ipykernel_" in first  # lessonkit.checks knows a notebook's code by it
    assert ran.cells[6].outputs[0].data["text/plain"] == "['one', 'two']"  # magic commands work


@pytest.mark.slow
@pytest.mark.parametrize("isolated", [True, False])
def test_all_that_a_cell_prints_arrives_with_that_cell(isolated: bool) -> None:
    cells = [
        "for i in range(300):\n    print(i)",
        "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('out again', end='')\n1 + 1",
        "pass",
        "import threading\nthread = threading.Thread(target=print, args=('thread',))\nthread.start()\nthread.join()",
        "print('before')\n1 / 0",
    ]
    with Kernels(["json"], isolated=isolated) as kernels:
        assert kernels.is_warm
        engine = kernels.engine(Config(ExecutePreprocessor={"allow_errors": True}))
        ran = engine.run(new_notebook(cells=[new_code_cell(cell) for cell in cells * 5]), {}).notebook
    for at in range(0, len(ran.cells), len(cells)):
        many, both, none, thread, error = (cell.outputs for cell in ran.cells[at : at + len(cells)])
        assert "".join(output.text for output in many) == "".join(f"{i}\n" for i in range(300))
        said = {name: "".join(o.text for o in both if o.get("name") == name) for name in ("stdout", "stderr")}
        assert said == {"stdout": "out\nout again", "stderr": "err\n"}
        assert both[-1].data["text/plain"] == "2"
        assert none == []
        assert "".join(output.text for output in thread) == "thread\n"
        assert "".join(output.text for output in error[:-1]) == "before\n"
        assert error[-1].ename == "ZeroDivisionError"


@pytest.mark.slow
def test_kernels_share_no_random_numbers() -> None:
    cell = new_code_cell("import numpy, random\nprint(numpy.random.rand(), random.random())")
    with Kernels(["numpy"], isolated=False) as kernels:
        assert kernels.is_warm
        engine = kernels.engine(Config())
        drawn = {engine.run(new_notebook(cells=[cell]), {}).notebook.cells[0].outputs[0].text for _ in range(3)}
    assert len(drawn) == 3


class Fatal:
    """An engine whose process dies when a notebook says so."""

    def run(self, notebook: nbformat.NotebookNode, limits: Mapping[str, int], files: Iterable[Path] = ()) -> Result:
        if notebook.metadata.get("fatal"):
            os.kill(os.getpid(), signal.SIGKILL)
        notebook.metadata.done = True
        return Result(notebook, log="ran")


def test_a_worker_that_dies_is_replaced_and_the_others_notebooks_are_run() -> None:
    jobs = [Job((str(n),), new_notebook(metadata={"fatal": n == 2}), {}) for n in range(9)]
    with Workers(2, Fatal) as workers:
        results = dict(workers.run(jobs))
    assert sorted(results) == [(str(n),) for n in range(9)]
    assert "was killed" in results.pop(("2",)).reason
    assert all(result.notebook.metadata.done and result.log == "ran" for result in results.values())


@pytest.mark.slow
def test_a_kernel_is_isolated_though_this_process_has_run_notebooks_before() -> None:
    looks = f"import os\nos.listdir({str(SOLUTIONS)!r})"
    KernelProvisionerFactory.clear_instance()
    cold = ColdEngine(Config()).run(new_notebook(cells=[new_code_cell(looks)]), {}).notebook
    with Kernels(["json"], isolated=True, say=print) as kernels:
        isolated = kernels.engine(Config()).run(new_notebook(cells=[new_code_cell(looks)]), {}).notebook
    assert not cold.cells[0].outputs or cold.cells[0].outputs[0].output_type == "execute_result"
    assert isolated.cells[0].outputs[0].ename == "FileNotFoundError"


def warm_parent() -> psutil.Process:
    """The process that this one's kernels are forked from."""
    (parent,) = [one for one in psutil.Process().children() if "autograder.engine.parent" in one.cmdline()]
    return parent


@pytest.mark.slow
@pytest.mark.parametrize("isolated", [True, False])
def test_a_warm_parent_that_is_killed_is_started_again(isolated: bool) -> None:
    """No notebook is lost, and no cell is blamed for the kernels that ended with the parent."""
    said: list[str] = []
    cells = [new_code_cell("import time\ntime.sleep(1)\nprint('done')")]
    jobs = [Job((str(n),), new_notebook(cells=cells), {}) for n in range(6)]
    with Kernels(["json"], isolated=isolated, say=said.append) as kernels:
        kernels.ready()
        with Workers(2, lambda: kernels.engine(Config()), kernels.revive) as workers:
            results = {}
            for key, result in workers.run(jobs):
                if not results:
                    warm_parent().kill()
                results[key] = result
    assert sorted(results) == [(str(n),) for n in range(6)]
    assert [result.reason for result in results.values()] == [""] * 6
    assert {result.notebook.cells[0].outputs[0].text for result in results.values()} == {"done\n"}
    assert len(said) == 1 and "started again" in said[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    "owner, name, call",
    [(QuickClient, "kernel_info", 1), (QuickClient, "kernel_info", 2), (BoundedExecute, "preprocess_cell", 1)],
    ids=["before it is ready", "before the first cell", "in a cell"],
)
def test_a_kernel_that_ends_with_its_parent_is_worth_another_try(
    owner: type, name: str, call: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Kernels(["json"], isolated=False, say=lambda line: None) as kernels:
        kernels.ready()
        parent, unchanged, calls = warm_parent(), getattr(owner, name), []

        def and_kill(*args: object) -> object:
            calls.append(args)
            if len(calls) == call:
                parent.kill()
            return unchanged(*args)

        monkeypatch.setattr(owner, name, and_kill)
        cell = new_code_cell("import time\ntime.sleep(60)")
        result = kernels.engine(Config()).run(new_notebook(cells=[cell]), {})
    assert result.again and "the process that kernels are forked from has ended" in result.reason
