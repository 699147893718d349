"""What the lessons share: start-up, data, plots, training helpers and checks.

Nothing that a lesson teaches lives here. ``lessonkit`` never imports ``autograder``.
"""

from lessonkit.startup import start

__all__ = ["start"]
