"""Each exercise's tests against the answer bank: right answers of every kind pass, wrong ones fail in the right words.

The test cells are run here as they are, in this process; `test_grading.py` grades whole submissions as the grader does.
"""

from __future__ import annotations

import contextlib
import functools
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder import paths
from autograder.audit import mutation
from autograder.audit.answers import Answer, bank
from autograder.audit.trial import execute, failed, setup
from autograder.cells import HIDDEN_MARKS, exercises, grade_id, is_solution, regions, without
from autograder.lesson import read_lesson
from autograder.paths import SOLUTIONS
from autograder.preprocessors.hide import for_student
from lessonkit.checks.messages import VALUE_LABELS, show

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


@dataclass
class Spoiled:
    """A function that does something else from one call on.

    Attributes
    ----------
    calls
        How often it was called.
    values
        What it was given from that call on, and what it should have answered.
    """

    right: Callable
    how: Callable
    after: int
    calls: int = 0
    values: list = field(default_factory=list)

    def function(self) -> Callable:
        @functools.wraps(self.right)
        def spoil(*args, **kwargs):
            self.calls += 1
            if self.calls <= self.after:
                return self.right(*args, **kwargs)
            self.values += [*args, *kwargs.values()]
            answer = None
            with contextlib.suppress(ValueError):  # which is the right answer to some
                answer = self.right(*args, **kwargs)
            self.values.append(answer)
            return self.how(answer)

        return spoil


def breaks(answer):
    raise ZeroDivisionError("of the student")


def half_as_much_again(answer):
    if isinstance(answer, tuple):
        return tuple(map(half_as_much_again, answer))
    return 1.5 * answer + 1 if hasattr(answer, "dtype") or isinstance(answer, float) else answer


def texts(values: Iterable) -> Iterator[str]:
    """How values look when they are told, whole and one by one; what is too short to be told from prose is left out."""
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from (text for text in (str(value), str(tuple(value))) if len(text) >= 6)
            yield from texts(value)
        elif hasattr(value, "numpy") or isinstance(value, (int, float, np.ndarray, np.number)):
            array = np.asarray(value)
            if array.ndim and 1 < array.size <= 12:
                yield show(array)
            for number in array.ravel()[:100]:
                for text in (f"{number:.4g}", f"{number:.7g}", str(number)):
                    if sum(letter.isdigit() for letter in text) >= 4:
                        yield text


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
        visible = Spoiled(right, breaks, 10**9)
        namespace[exercise] = visible.function()
        assert failure(cell, without(cell.source, HIDDEN_MARKS), namespace) is None
        for how in (breaks, lambda answer: np.random.rand(3), lambda answer: None, half_as_much_again):
            spoiled = Spoiled(right, how, visible.calls)
            namespace[exercise] = spoiled.function()
            text = failure(cell, cell.source, namespace)
            if spoiled.calls == visible.calls:  # the hidden part asks what the visible part has built
                continue
            if text is None and how is half_as_much_again:  # a model, which is none the worse for it
                continue
            assert text is not None and text.startswith("A hidden test failed"), f"{grade_id(cell)}: {text}"
            assert not any(label in text for label in VALUE_LABELS), f"{grade_id(cell)}: {text}"
            told = {value for value in texts(spoiled.values) if value in text}
            assert not told, f"{grade_id(cell)} tells {told}: {text}"


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_sample_of_changed_answers_is_rejected_unless_it_does_the_same(lesson: str, setups: dict[str, dict]) -> None:
    sample = mutation.changed_answers(LESSONS[lesson], paths.ANSWERS)[::100]
    passed = [trial for trial in sample if not failed(trial.source, TESTS[lesson][trial.exercise], setups[lesson])]
    assert len(passed) < len(sample)
    does_the_same = mutation.comparison(LESSONS[lesson], paths.ANSWERS)
    reasons = mutation.read_reasons(paths.ANSWERS / lesson)
    assert [str(trial) for trial in passed if str(trial) not in reasons and not does_the_same(trial)] == []


@pytest.mark.parametrize("dtype", mutation.DTYPES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_sample_of_right_answers_passes_with_other_draws(lesson: str, dtype: str, setups: dict[str, dict]) -> None:
    right = [answer for name, answer in ANSWERS if name == lesson and answer.is_right]
    for number, answer in enumerate(right[::6], start=1):
        tests = TESTS[lesson][answer.exercise]
        assert failed(answer.source, tests, setups[lesson], number, answer.exercise, dtype) == [], answer.name


def test_banks_belong_to_exercises() -> None:
    assert {(name, answer.exercise) for name, answer in ANSWERS} == set(EXERCISES)
