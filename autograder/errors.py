"""What can go wrong in a way that a person has to mend; each message says what is wrong and what to do."""

from __future__ import annotations


class CourseError(Exception):
    """A command cannot go on: the message is shown to the user, without a traceback."""


class Refused(CourseError):
    """A lesson's source holds something that would hurt a class.

    Parameters
    ----------
    problems
        One sentence each, with file, line and cell.
    """

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class CellsChanged(CourseError):
    """A lesson has lost or gained graded cells, and the course directory holds graded submissions of it."""


class CannotGrade(Exception):
    """One submission could not be graded; the others go on.

    Parameters
    ----------
    status
        A status of :data:`autograder.outcomes.STATUSES` other than "graded".
    reason
        What is wrong and what to do, in a sentence for the instructor.
    """

    def __init__(self, status: str, reason: str) -> None:
        self.status, self.reason = status, reason
        super().__init__(reason)
