"""The transcript in the instructors' guide, typed as it stands there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.paths import REPOSITORY

GUIDE = REPOSITORY / "docs" / "instructors.md"


def transcript() -> list[tuple[str, list[str]]]:
    """(command, lines that its output holds) of the guide's transcript."""
    block = re.search(r"<!-- transcript:.*?-->\n```console\n(.*?)```", GUIDE.read_text(), flags=re.S)[1]
    steps: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            steps[-1][1].append(line.strip())
    return steps


@pytest.mark.slow
def test_the_guides_commands_print_what_the_guide_says(tmp_path: Path) -> None:
    steps = transcript()
    assert steps[0][0] == "make setup" and len(steps) <= 10
    # in a folder of its own, with this Python: the guide's course directory is relative
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "autograder").symlink_to(Path(sys.executable).parent / "autograder")
    for command, expected in steps[1:]:
        done = subprocess.run(
            shlex.split(command), cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"}
        )
        printed = "\n".join(" ".join(line.split()) for line in done.stdout.splitlines())
        assert done.returncode in (0, 3), f"{command}\n{done.stdout}\n{done.stderr}"
        for line in expected:
            assert " ".join(line.split()) in printed, f"{command}: {line!r} is not in\n{printed}"
    assert not (tmp_path / "try").exists()
    shutil.rmtree(tmp_path / ".venv")
