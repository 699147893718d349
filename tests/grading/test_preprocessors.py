"""The preprocessors that close nbgrader's traps, one at a time, on single cells."""

from __future__ import annotations

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from traitlets.config import Config

from autograder.preprocessors import BoundedExecute, HideTests, OnlyErrorsCount, RestoreCells
from autograder.preprocessors.hide import for_student
from autograder.preprocessors.record import RECORD
from lessonkit.checks.messages import CheckFailed

SOURCE = """def test_twice_values(twice):
    \"\"\"Whole numbers (1 point).\"\"\"
    assert twice(1) == 2
    ### BEGIN HIDDEN TESTS
    assert twice(123456) == 246912
    ### END HIDDEN TESTS
test_twice_values(twice)"""


def test_cell(*outputs: NotebookNode) -> NotebookNode:
    metadata = {"nbgrader": {"grade": True, "solution": False, "grade_id": "test_twice_values", "points": 1}}
    return new_code_cell(SOURCE, metadata=metadata, outputs=list(outputs), id="test_twice_values")


test_cell.__test__ = False


def own_cell(*outputs: NotebookNode) -> NotebookNode:
    return new_code_cell("print(1)", outputs=list(outputs), metadata={"nbgrader": {"grade_id": "twice"}}, id="twice")


def error(name: str, text: str, *lines: int) -> NotebookNode:
    frames = [f"Cell In[5], line {number}\n" for number in lines]
    return new_output("error", ename=name, evalue=text, traceback=["-" * 20, *frames, f"{name}: {text}"])


def failed(line: int, **values: object) -> NotebookNode:
    message = CheckFailed("Twice a whole number is wrong.", **values)
    text = f"CheckFailed (line {line} of the test): {message}"
    return new_output("error", ename="CheckFailed", evalue=str(message), traceback=[text])


def counted(cell: NotebookNode) -> list[NotebookNode]:
    return OnlyErrorsCount(config=Config()).preprocess_cell(cell, {}, 0)[0].outputs


def test_warnings_and_prints_of_a_test_do_not_count() -> None:
    assert counted(test_cell(new_output("stream", name="stderr", text="careful"))) == []
    assert len(counted(own_cell(new_output("stream", name="stderr", text="careful")))) == 1


def test_a_value_of_a_test_is_an_error() -> None:
    [found] = counted(test_cell(new_output("execute_result", data={"text/plain": "nan"})))
    assert found.output_type == "error" and found.ename == "TestTampered"


def test_an_error_stays_the_only_output() -> None:
    value = new_output("execute_result", data={"text/plain": "1"})
    assert [found.ename for found in counted(test_cell(failed(3), value))] == ["CheckFailed"]


def test_a_visible_failure_is_told_with_its_values() -> None:
    assert "246" in for_student(failed(3, got=246), [4, 5, 6])


@pytest.mark.parametrize("line", [5, 99])
def test_a_hidden_or_unknown_failure_is_told_without_values(line: int) -> None:
    error = failed(line, got=246, given=123456) if line == 5 else new_output(
        "error", ename="CheckFailed", evalue=str(CheckFailed("Twice is wrong.", got=246)), traceback=[]
    )  # fmt: skip
    text = for_student(error, [4, 5, 6])
    assert text.startswith("A hidden test failed.") and "246" not in text and "is wrong" in text


def test_a_plain_error_of_a_hidden_test_is_told_by_its_kind_only() -> None:
    assert for_student(error("KeyError", "246912", 7, 5), [4, 5, 6]) == "A hidden test failed with KeyError."
    assert for_student(error("Made246912Up", "x", 7, 5), [4, 5, 6]) == "A hidden test failed with an error."
    assert for_student(error("KeyError", "'a'", 7, 3), [4, 5, 6]) == "KeyError: 'a'"


def test_an_error_whose_text_looks_like_a_frame_is_not_believed() -> None:
    assert "246912" not in for_student(error("KeyError", "Cell In[5], line 3 246912", 5), [4, 5, 6])


def hidden(*cells: NotebookNode) -> NotebookNode:
    notebook = new_notebook(cells=list(cells))
    resources = {"nbgrader": {"source": new_notebook(cells=[test_cell()])}}
    return HideTests(config=Config()).preprocess(notebook, resources)[0]


def test_feedback_shows_neither_hidden_lines_nor_outputs_that_repeat_them() -> None:
    printed = new_output("stream", name="stdout", text="assert twice(123456) == 246912")
    told = error("KeyError", "assert twice(123456) == 246912", 3)
    page = hidden(own_cell(printed), test_cell(told))
    assert "123456" not in str(page)
    assert page.cells[1].source.endswith("# … and hidden tests")


def test_feedback_says_on_top_what_happened() -> None:
    notebook = new_notebook(cells=[own_cell()])
    notebook.metadata[RECORD] = {"status": "timed out", "notes": ["a test was edited"]}
    resources = {"nbgrader": {"source": new_notebook(cells=[test_cell()])}}
    page, _ = HideTests(config=Config()).preprocess(notebook, resources)
    assert "timed out" in page.cells[0].source and "a test was edited" in page.cells[0].source


def test_an_edited_and_retyped_test_is_put_back_and_noted() -> None:
    retyped = new_markdown_cell("pass", metadata=test_cell().metadata)
    notebook = new_notebook(cells=[new_markdown_cell("Hello"), retyped])
    resources = {"nbgrader": {"source": new_notebook(cells=[test_cell()])}}
    RestoreCells(config=Config()).preprocess(notebook, resources)
    assert notebook.cells[1].source == SOURCE
    assert "had become a markdown cell" in notebook.metadata[RECORD].notes[0]


def test_a_flood_of_output_is_cut() -> None:
    execute = BoundedExecute(config=Config(), max_output=100)
    execute._kept = execute._errors = 0
    cell = new_code_cell("", outputs=[])
    execute.clear_before_next_output = False
    for _ in range(50):
        content = {"name": "stdout", "text": "x" * 30}
        message = {"msg_type": "stream", "content": content, "header": {"msg_type": "stream"}, "parent_header": {}}
        execute.process_message(message, cell, 0)
    text = "".join(output.text for output in cell.outputs)
    assert len(text) < 200 and "more output was dropped" in text
