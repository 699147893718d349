"""Each lesson, solved and run from top to bottom once, for all tests that look at what it shows."""

from __future__ import annotations

from collections.abc import Callable

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from autograder.lesson import read_lesson
from autograder.paths import SOLUTIONS


@pytest.fixture(scope="session")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], NotebookNode]:
    """Gives the executed notebook of a lesson; an error in a cell fails the test that asks first."""
    done: dict[str, NotebookNode] = {}

    def get(name: str) -> NotebookNode:
        if name not in done:
            notebook = read_lesson(SOLUTIONS / f"{name}.py").notebook
            place = tmp_path_factory.mktemp(name)
            NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(place)}}).execute()
            nbformat.write(notebook, place / f"{name}.ipynb")
            done[name] = notebook
        return done[name]

    return get
