"""Each exercise's tests against the answer bank: right answers of every kind pass, wrong ones fail in the right words.

The test cells are run here as they are, in this process; `test_grading.py` grades whole submissions as the grader does.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable

import numpy as np
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.audit.answers import Answer, bank
from autograder.audit.trial import execute, setup
from autograder.cells import HIDDEN_MARKS, exercises, grade_id, is_solution, regions, without
from autograder.lesson import read_lesson
from autograder.paths import SOLUTIONS
from autograder.preprocessors.hide import for_student
from lessonkit.checks import VALUE_LABELS

LESSONS = {path.stem: read_lesson(path) for path in sorted(SOLUTIONS.glob("*.py"))}
TESTS = {name: exercises(lesson.notebook) for name, lesson in LESSONS.items()}
ANSWERS = [(name, answer) for name in LESSONS for found in bank(name).values() for answer in found]
EXERCISES = [(name, exercise) for name in LESSONS for exercise in TESTS[name]]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def setups() -> dict[str, dict]:
    """What each lesson's setup cells define."""
    return {name: setup(lesson.path)[0] for name, lesson in LESSONS.items()}


def failures(source: str, tests: list[NotebookNode], setup: dict) -> list[str]:
    """What the test cells say of a solution cell's source, in a student's feedback: [] if all pass.

    All cells run in one namespace, one after the other, as in a student's notebook.
    """
    namespace = dict(setup)
    np.random.seed(0)
    execute(source, "answer", namespace)
    found = [failure(cell, cell.source, namespace) for cell in tests]
    return [text for text in found if text is not None]


def failure(cell: NotebookNode, source: str, namespace: dict) -> str | None:
    """What a student's feedback says of a test cell that runs with this source; None if it passes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # in a notebook, a warning of the test itself would be on stderr
            execute(source, "test", namespace)
    except Exception as error:
        lines = error._render_traceback_() if hasattr(error, "_render_traceback_") else []
        output = new_output("error", ename=type(error).__name__, evalue=str(error), traceback=lines)
        return for_student(output, regions(cell.source, HIDDEN_MARKS)[1])
    return None


@pytest.mark.parametrize(("lesson", "answer"), ANSWERS, ids=[f"{n}-{a.exercise}-{a.name}" for n, a in ANSWERS])
def test_answer(lesson: str, answer: Answer, setups: dict[str, dict]) -> None:
    found = failures(answer.source, TESTS[lesson][answer.exercise], setups[lesson])
    if answer.is_right:
        assert found == []
    else:
        assert found, "all tests pass"
        assert answer.feedback in "\n".join(found)


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_the_bank_is_wide_enough(lesson: str, exercise: str) -> None:
    mine = [answer for name, answer in ANSWERS if (name, answer.exercise) == (lesson, exercise)]
    assert sum(answer.is_right for answer in mine) >= 5
    assert sum(not answer.is_right for answer in mine) >= 8


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_every_test_says_that_nothing_is_written_yet(lesson: str, exercise: str, setups: dict[str, dict]) -> None:
    stub = f"def {exercise}(*args, **kwargs):\n    raise NotImplementedError()"
    found = failures(stub, TESTS[lesson][exercise], setups[lesson])
    assert len(found) == len(TESTS[lesson][exercise])
    assert all("is not written yet" in text for text in found)


def spoiled(function: Callable, after: int, how: Callable) -> tuple[Callable, list[int]]:
    """A function that does something else from one call on, and a list of how often it was called."""
    calls = [0]

    @functools.wraps(function)
    def spoil(*args, **kwargs):
        calls[0] += 1
        return function(*args, **kwargs) if calls[0] <= after else how(*args)

    return spoil, calls


def breaks(*args):
    raise ZeroDivisionError("of the student")


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_feedback_on_a_hidden_test_holds_no_value(lesson: str, exercise: str, setups: dict[str, dict]) -> None:
    namespace = dict(setups[lesson])
    for cell in LESSONS[lesson].notebook.cells:
        if is_solution(cell):  # some of them call others
            execute(cell.source, "answer", namespace)
    right = namespace[exercise]
    for cell in TESTS[lesson][exercise]:
        if not regions(cell.source, HIDDEN_MARKS)[1]:
            continue
        # the visible part alone tells at which call the hidden part begins
        namespace[exercise], calls = spoiled(right, 10**9, right)
        assert failure(cell, without(cell.source, HIDDEN_MARKS), namespace) is None
        for how in (breaks, lambda *args: np.random.rand(3), lambda *args: None):
            namespace[exercise], all_calls = spoiled(right, calls[0], how)
            text = failure(cell, cell.source, namespace)
            if all_calls == calls:  # the hidden part asks what the visible part has built
                continue
            assert text is not None and text.startswith("A hidden test failed"), f"{grade_id(cell)}: {text}"
            assert not any(label in text for label in VALUE_LABELS), f"{grade_id(cell)}: {text}"


def test_banks_belong_to_exercises() -> None:
    assert {(name, answer.exercise) for name, answer in ANSWERS} == set(EXERCISES)
