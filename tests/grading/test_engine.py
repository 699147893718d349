"""Parts of the engine."""

from __future__ import annotations

import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager

from autograder.engine.shell import PlainFirst
from autograder.paths import LESSONS

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
