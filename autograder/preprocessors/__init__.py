"""nbgrader preprocessors that close its traps; `autograder.config` puts them into nbgrader's lists."""

from autograder.preprocessors.count import OnlyErrorsCount
from autograder.preprocessors.hide import HideTests
from autograder.preprocessors.restore import RestoreCells
from autograder.preprocessors.run import BoundedExecute

__all__ = ["BoundedExecute", "HideTests", "OnlyErrorsCount", "RestoreCells"]
