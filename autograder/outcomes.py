"""What became of each submission: its status, apart from its points, kept between runs of the grader."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from autograder.errors import CourseError
from autograder.files import replace_file

#: graded: every cell was run. timed out, crashed: the points, if any, are those of the cells that could be run.
STATUSES = ("graded", "timed out", "crashed", "could not be read", "missing")
FILE = "outcomes.json"


@dataclass
class Outcome:
    """What became of one submission.

    Attributes
    ----------
    status
        One of :data:`STATUSES`.
    reason
        Why it is not "graded", and what to do.
    notes
        What the grader put right.
    digest
        Of all that the grade depends on; a submission with the same digest is not graded again.
    shown
        Of the grades and comments that the feedback page shows.
    isolated
        Whether the student's code ran in isolation; None if it did not run.
    """

    status: str
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    digest: str = ""
    shown: str = ""
    isolated: bool | None = None


class Outcomes:
    """The outcomes of a course, in `outcomes.json` in its directory.

    Parameters
    ----------
    course
        The course directory.

    Raises
    ------
    CourseError
        If the file is there but cannot be read.
    """

    def __init__(self, course: Path) -> None:
        self._path = course / FILE
        self._all: dict[str, dict[str, Outcome]] = {}
        self._is_saved, self._saved_at = True, 0.0
        if self._path.exists():
            try:
                stored = json.loads(self._path.read_text(encoding="utf-8"))
                self._all = {lesson: {s: Outcome(**o) for s, o in by.items()} for lesson, by in stored.items()}
            except (OSError, ValueError, TypeError, AttributeError) as error:
                raise CourseError(
                    f"{self._path} cannot be read ({error}). Delete it: everything is then graded again, "
                    "and grades and comments given by hand stay in the gradebook."
                ) from error

    def get(self, lesson: str, student: str) -> Outcome | None:
        """The outcome of one submission, None if it was never looked at."""
        return self._all.get(lesson, {}).get(student)

    def students(self) -> set[str]:
        """All students with an outcome."""
        return {student for by in self._all.values() for student in by}

    def set(self, lesson: str, student: str, outcome: Outcome) -> None:
        """Keep an outcome; on disk at most once a second, so that a large class costs no more a submission."""
        self._all.setdefault(lesson, {})[student] = outcome
        self._is_saved = False
        if time.monotonic() - self._saved_at > 1:
            self.save()

    def forget(self, lesson: str, student: str) -> bool:
        """Remove an outcome; returns whether there was one."""
        self._is_saved = False
        return self._all.get(lesson, {}).pop(student, None) is not None

    def save(self) -> None:
        """Write everything that is not on disk yet. What is lost before is graded again, with the same result."""
        if not self._is_saved:
            stored = {lesson: {s: asdict(o) for s, o in sorted(by.items())} for lesson, by in sorted(self._all.items())}
            replace_file(self._path, json.dumps(stored, indent=1, ensure_ascii=False) + "\n")
            self._is_saved, self._saved_at = True, time.monotonic()
