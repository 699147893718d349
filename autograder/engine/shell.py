"""What makes a kernel's cells cheaper without changing what they do."""

from __future__ import annotations

import ast
import functools
import zlib
from typing import Any

from ipykernel.compiler import XCachingCompiler, get_tmp_directory
from ipykernel.iostream import OutStream
from ipykernel.ipkernel import IPythonKernel
from IPython.core.inputtransformer2 import TransformerManager, leading_empty_lines
from traitlets import Float, Type


class PlainFirst(TransformerManager):
    """IPython's translation of magic commands, left out where a cell is Python already: it reads each cell twice."""

    def transform_cell(self, cell: str) -> str:
        """The Python that a cell stands for."""
        text = _as_it_is(cell)
        return super().transform_cell(cell) if text is None else text


@functools.lru_cache(maxsize=1)  # IPython asks twice for each cell
def _as_it_is(cell: str) -> str | None:
    """What IPython makes of a cell that is Python; None if it is not."""
    try:
        ast.parse(cell)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    text = "".join(leading_empty_lines(cell.splitlines(keepends=True)))
    return text if text.endswith("\n") else text + "\n"


class QuickNames(XCachingCompiler):
    """ipykernel's compiler, with file names by a checksum in C; ipykernel's, in Python, takes as long as the cell."""

    def get_code_name(self, raw_code: str, code: str, number: int) -> str:
        """The file name of a cell, as tracebacks and the source of its functions have it."""
        return f"{get_tmp_directory()}/{zlib.crc32(raw_code.encode('utf-8', 'surrogatepass'))}.py"


class QuickStream(OutStream):
    """A kernel's stdout or stderr that has nothing to flush where nothing was written; each cell flushes both twice."""

    _written = False

    def write(self, string: str) -> Any:
        """Write, as ever."""
        count = super().write(string)
        self._written = True
        return count

    def flush(self) -> None:
        """Have what was written sent by the thread that sends, and wait for it."""
        if self._written:
            self._written = False
            super().flush()


class QuickKernel(IPythonKernel):
    """IPython's kernel with these; without the half millisecond in which others' clients may lose the output."""

    compiler_class = Type(QuickNames)
    _execute_sleep = Float(0.0).tag(config=True)  # nbclient takes all output that comes before a cell's end

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        assert self.shell is not None
        self.shell.input_transformer_manager = PlainFirst()
