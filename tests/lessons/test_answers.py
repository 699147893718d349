"""Each exercise's tests against the answer bank: right answers of every kind pass, wrong ones fail with the right words.

The test cells are run here as they are, in this process; `test_grading.py` grades whole submissions as the grader does.
"""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.answers_bank import Answer, bank
from autograder.lesson import HIDDEN_MARKS, exercises, grade_id, read_lesson, regions
from autograder.paths import SOLUTIONS
from autograder.preprocessors import for_student

LESSONS = {path.stem: read_lesson(path) for path in sorted(SOLUTIONS.glob("*.py"))}
TESTS = {name: exercises(lesson.notebook) for name, lesson in LESSONS.items()}
ANSWERS = [(name, answer) for name in LESSONS for found in bank(name).values() for answer in found]
EXERCISES = [(name, exercise) for name in LESSONS for exercise in TESTS[name]]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def setups() -> dict[str, dict]:
    """What each lesson's setup cells define."""
    namespaces = {}
    for name, lesson in LESSONS.items():
        namespaces[name] = {"__name__": "__main__"}
        for cell in lesson.notebook.cells:
            if grade_id(cell).startswith("setup"):
                exec(compile(cell.source, f"<{name}>", "exec"), namespaces[name])
    return namespaces


def failures(source: str, tests: list[NotebookNode], setup: dict) -> list[str]:
    """What the test cells say of a solution cell's source, in a student's feedback: [] if all pass."""
    namespace = dict(setup)
    np.random.seed(0)
    exec(compile(source, "<ipykernel_answer>", "exec"), namespace)
    found = []
    for cell in tests:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # in a notebook, a warning of the test itself would be on stderr
                exec(compile(cell.source, "<ipykernel_test>", "exec"), dict(namespace))
        except Exception as error:
            lines = error._render_traceback_() if hasattr(error, "_render_traceback_") else []
            output = new_output("error", ename=type(error).__name__, evalue=str(error), traceback=lines)
            found.append(for_student(output, regions(cell.source, HIDDEN_MARKS)[1]))
    return found


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


def test_banks_belong_to_exercises() -> None:
    assert {(name, answer.exercise) for name, answer in ANSWERS} == set(EXERCISES)
