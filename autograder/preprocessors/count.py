"""Letting nothing but an error decide a test."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.cells import is_test
from autograder.preprocessors.record import TAMPERED, error_output


class OnlyErrorsCount(NbGraderPreprocessor):
    """Let nothing but an error decide a test.

    nbgrader reads stderr as failure, so a warning has cost correct answers their points; and it reads a last value as
    partial credit, so nan, False or −1 has earned full points. Test cells end in an assert or a call that returns None
    (the build sees to it): a value can only come from a check that was tampered with.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Keep the error outputs of a test cell, and make a value one."""
        if is_test(cell):
            has_value = any(output.output_type == "execute_result" for output in cell.outputs)
            cell.outputs = [output for output in cell.outputs if output.output_type == "error"]
            if has_value and not cell.outputs:
                cell.outputs = [error_output(TAMPERED, "The test returned a value, which no test does by itself.")]
        return cell, resources
