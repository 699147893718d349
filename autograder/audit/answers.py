"""The answer bank: right and wrong answers of each exercise, and notebooks filled in with them."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from autograder.cells import grade_id, is_solution
from autograder.errors import CourseError
from autograder.paths import ANSWERS

_FEEDBACK = "# feedback:"
#: Between the words that feedback must hold, and others that are as true of the answer.
_ALSO = " || "


@dataclass(frozen=True)
class Answer:
    """One answer to one exercise.

    Attributes
    ----------
    exercise
        The exercise's name.
    name
        The file's name without ending: `right_<way>` or `wrong_<misconception>`.
    source
        What goes into the solution cell (the file without its first line, which is about it).
    feedback
        For a wrong answer: words that its feedback must hold.
    also
        Words of other explanations that are true of it.
    """

    exercise: str
    name: str
    source: str
    feedback: str
    also: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether full points are due."""
        return self.name.startswith("right_")


def bank(lesson: str, folder: Path = ANSWERS) -> dict[str, list[Answer]]:
    """The answers to a lesson's exercises, sorted by name; {} if the bank has none.

    Raises
    ------
    CourseError
        If a file is named neither right_… nor wrong_…, or a wrong answer does not say what its feedback must hold.
    """
    answers, problems = read_bank(lesson, folder)
    problems += without_words(answers, folder / lesson)
    if problems:
        raise CourseError(problems[0])
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.exercise, []).append(answer)
    return found


def without_words(answers: list[Answer], folder: Path) -> list[str]:
    """A sentence for each wrong answer that does not say what its feedback must hold."""
    return [
        f"{folder / answer.exercise / answer.name}.py: the first line must be `{_FEEDBACK} <words it must hold>`."
        for answer in answers
        if not answer.is_right and not answer.feedback
    ]


def read_bank(lesson: str, folder: Path) -> tuple[list[Answer], list[str]]:
    """The answers to a lesson's exercises in any bank of this layout, and a sentence for each file that is none."""
    answers, problems = [], []
    for path in sorted((folder / lesson).glob("*/*.py")):
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{path}: cannot be read ({error}).")
            continue
        if not path.stem.startswith(("right_", "wrong_")):
            problems.append(f"{path}: an answer's file is named right_… or wrong_….")
            continue
        first, _, rest = source.partition("\n")
        words = first.removeprefix(_FEEDBACK).strip() if first.startswith(_FEEDBACK) else ""
        feedback, *also = words.split(_ALSO)
        # the first line is about the answer; a bank from elsewhere may have none of that
        answers.append(
            Answer(path.parent.name, path.stem, rest if first.startswith("#") else source, feedback, tuple(also))
        )
    return answers, problems


def fill(release: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    """A copy of a released notebook with solution cells replaced, as a student would hand it in.

    Parameters
    ----------
    release
        The released notebook.
    answers
        Source by exercise; exercises that are not named stay unsolved.

    Raises
    ------
    CourseError
        If an exercise is not in the notebook.
    """
    notebook = copy.deepcopy(release)
    cells = {grade_id(cell): cell for cell in notebook.cells if is_solution(cell)}
    for exercise, source in answers.items():
        if exercise not in cells:
            raise CourseError(f"There is no exercise {exercise!r} in this notebook; there are {', '.join(cells)}.")
        cells[exercise].source = source
    return notebook


def unusable(answer: Answer, known: set[str], folder: Path) -> str:
    """Why an answer cannot be handed in; '' if it can."""
    place = folder / answer.exercise / f"{answer.name}.py"
    if answer.exercise not in known:
        return f"{place}: the lesson has no exercise {answer.exercise!r}."
    try:
        ast.parse(answer.source)
    except SyntaxError as error:
        return f"{place}: is not valid Python ({error.msg}, line {error.lineno})."
    return ""
