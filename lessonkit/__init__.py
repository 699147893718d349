"""What the lessons share: start-up, data, plots, training helpers, evidence and checks.

Nothing that a lesson teaches lives here. ``lessonkit`` never imports ``autograder``.
"""

from lessonkit.startup import seed, seeds, start

__all__ = ["seed", "seeds", "start"]
