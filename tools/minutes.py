"""How long a lesson takes a student, added up from its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

import jupytext

from autograder.lesson import Lesson

WORDS_A_MINUTE = 150
MOST_WORDS = 4700
#: How far apart the sum and what the lesson says may be, as a share of the sum.
APART = 0.15
#: Seconds of the demos where nobody measured them; no lesson may run for more than twice as long.
USUAL_DEMOS = 60.0

_CARD = re.compile(r"^\| \*\*Time, difficulty\*\* \| (\d+) minutes?,", re.M)
_PREDICTION = re.compile(r"\*\*Predict[.:]\*\*")


@dataclass(frozen=True)
class Minutes:
    """The parts of a lesson's time.

    Attributes
    ----------
    words
        All that white space separates in the text cells: folds, tables and formulas are read, too.
    cards
        Minutes that the exercises' cards state.
    predictions
        How often the lesson asks for one; a minute each.
    demos
        Running time of the demo cells, in minutes.
    says
        What the lesson's header says.
    """

    words: int
    cards: int
    predictions: int
    demos: float
    says: int

    @property
    def reading(self) -> float:
        """Minutes of reading."""
        return self.words / WORDS_A_MINUTE

    @property
    def total(self) -> float:
        """The sum of all parts."""
        return self.reading + self.cards + self.predictions + self.demos

    def problems(self) -> list[str]:
        """What is wrong with the lesson's length, a sentence each."""
        found = []
        if abs(self.says - self.total) > APART * self.total:
            found.append(f"The header says {self.says} minutes; the parts add up to {self.total:.0f}.")
        if self.words > MOST_WORDS:
            found.append(f"{self.words} words are more than {MOST_WORDS}.")
        return found

    def __str__(self) -> str:
        return (
            f"{self.words} words, {self.reading:.0f} min + cards {self.cards} + predictions {self.predictions} "
            f"+ demos {self.demos:.1f} = {self.total:.0f} min, says {self.says}"
        )


def minutes(lesson: Lesson, demo_seconds: float = USUAL_DEMOS) -> Minutes:
    """Add up a lesson's minutes."""
    text = "\n\n".join(cell.source for cell in lesson.notebook.cells if cell.cell_type == "markdown")
    cards = sum(map(int, _CARD.findall(text)))
    says = jupytext.read(lesson.path).metadata["lesson"]["minutes"]
    return Minutes(len(text.split()), cards, len(_PREDICTION.findall(text)), demo_seconds / 60, says)
