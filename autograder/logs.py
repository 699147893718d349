"""What nbgrader and nbclient say while they work on one submission."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from typing import cast

from traitlets.log import get_logger

_FORMAT = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%H:%M:%S")
_LONGEST = 200_000


class _Text(io.StringIO):
    """Takes so much and no more: a log can quote what a student's code prints."""

    def write(self, text: str) -> int:
        """Append, if there is room."""
        return super().write(text) if self.tell() < _LONGEST else 0


@contextlib.contextmanager
def logged() -> Iterator[io.StringIO]:
    """Collect what is logged inside, instead of having it on standard error."""
    logger, text = cast(logging.Logger, get_logger()), _Text()
    handler = logging.StreamHandler(text)
    handler.setFormatter(_FORMAT)
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield text
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        logger.propagate = before[1]
