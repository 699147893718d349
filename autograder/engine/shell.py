"""What makes a kernel's cells cheaper without changing what they do."""

from __future__ import annotations

import ast

from IPython.core.inputtransformer2 import TransformerManager, leading_empty_lines


class PlainFirst(TransformerManager):
    """IPython's translation of magic commands, left out where a cell is Python already: it reads each cell twice."""

    def transform_cell(self, cell: str) -> str:
        """The Python that a cell stands for."""
        try:
            ast.parse(cell)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return super().transform_cell(cell)
        text = "".join(leading_empty_lines(cell.splitlines(keepends=True)))
        return text if text.endswith("\n") else text + "\n"
