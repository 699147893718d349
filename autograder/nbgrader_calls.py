"""Using nbgrader's converters in this process, with what went wrong as a sentence."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from nbgrader.converters.base import BaseConverter
from nbgrader.utils import capture_log


def tools_on_path() -> None:
    """nbgrader starts `alembic` by name when it makes a gradebook; a virtual environment need not be activated."""
    here = str(Path(sys.executable).parent)
    if here not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([here, os.environ.get("PATH", "")])


def run_converter(converter: BaseConverter) -> str:
    """Run a converter; returns '' if it succeeded, else what its log says went wrong (nbgrader's own words)."""
    tools_on_path()
    with warnings.catch_warnings():
        # nbgrader 0.9.6 adds a submission to the session in an order that SQLAlchemy 2 remarks on; nothing is lost
        warnings.filterwarnings("ignore", message="Object of type <Submitted.*not in session")
        result = capture_log(converter)
    if result["success"]:
        return ""
    if "KeyboardInterrupt" in (result.get("error") or ""):
        raise KeyboardInterrupt  # capture_log catches everything, also the user's Ctrl-C
    lines = [line for line in f"{result.get('log') or ''}\n{result.get('error') or ''}".splitlines() if line.strip()]
    telling = [line for line in lines if "Error" in line or "error" in line] or lines
    raised = [line for line in telling if line.split(":")[0].endswith(("Error", "Exception"))]
    return (raised or telling or ["no reason given"])[0].strip()
