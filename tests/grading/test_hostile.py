"""What hostile submissions can do to the grader, the neighbours and the machine: nothing; as root and as a plain user.

All of them (tests/hostile/submissions.py) are graded in one run between honest ones; each test then looks at one.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import plain_user
import pytest
from mini_course import Course
from submissions import NEIGHBOUR, SUBMISSIONS, hand_in, honest

from autograder.course import CONFIG_FILE
from autograder.engine import sandbox
from autograder.paths import REPOSITORY

HOSTILE = Path(__file__).parents[1] / "hostile"

USERS = ["root", "plain user"] if os.geteuid() == 0 else ["plain user"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        any(part.missing for part in sandbox.check()), reason="this machine has no isolation: see `autograder doctor`"
    ),
]
# Short, so that endless loops do not make the test slow; a room of half a gigabyte is not needed to see it full.
_LIMITS = """
c.Execute.timeout = 10
c.BoundedExecute.budget = 60
c.ForkProvisioner.limits = {"scratch": 64 * 2**20, "memory": 3 * 2**29, "processes": 200}
c.Autograder.imports = ["numpy", "lessonkit.checks"]
"""


@dataclass(frozen=True)
class Graded:
    """A graded course, and the installation before and after."""

    course: Course
    rows: dict[str, dict[str, str]]
    lines: dict[str, str]
    without: dict[str, str]
    before: dict[str, tuple]
    after: dict[str, tuple]
    processes: str


@pytest.fixture(scope="module", params=USERS)
def graded(request: pytest.FixtureRequest, built: Path) -> Iterator[Graded]:
    """The hostile class, graded once by each user, and the honest students alone."""
    place = Path(tempfile.mkdtemp(prefix="hostile-"))  # not pytest's folder, which is closed to plain users
    place.chmod(0o755)
    courses = {name: Course(place / name) for name in ("with", "without")}
    for course in courses.values():
        shutil.copytree(built / "course", course.root)
        with (course.root / CONFIG_FILE).open("a") as file:
            file.write(_LIMITS)
    for name, notebook in honest(courses["without"]).items():
        courses["without"].hand_in(name, notebook)
    hand_in(courses["with"])
    (place / "temporary").mkdir()
    if request.param == "plain user":
        plain_user.hand_over(place)
    before = _installation()
    for course in courses.values():
        _grade(course, request.param)
    processes = subprocess.run(["ps", "axwwe", "-o", "args"], capture_output=True, text=True).stdout
    with (courses["with"].root / "grades.csv").open(newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    lines, without = (_lines(courses[name]) for name in ("with", "without"))
    yield Graded(courses["with"], rows, lines, without, before, _installation(), processes)
    shutil.rmtree(place)


def _grade(course: Course, user: str) -> None:
    as_user = [sys.executable, str(HOSTILE / "plain_user.py")] if user == "plain user" else []
    command = [*as_user, sys.executable, "-P", "-m", "autograder.cli", "grade", "--course", str(course.root)]
    temporary = course.root.with_name("temporary")
    environment = {**os.environ, "HOME": str(temporary), "TMPDIR": str(temporary), "SECRET": "hunter2-hunter2"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=1200, env=environment)
    assert done.returncode in (0, 3), done.stdout + done.stderr


def _lines(course: Course) -> dict[str, str]:
    text = (course.root / "grades.csv").read_text()
    return {line.split(",")[1]: line for line in text.splitlines()[1:] if line.count(",") > 3}


def _installation() -> dict[str, tuple]:
    """Size and time of all that kernels load: changed by nobody while a class is graded."""
    site = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    folders = [REPOSITORY / "lessonkit", REPOSITORY / "autograder", REPOSITORY / "solutions", site]
    folders.append(Path(sys.base_prefix, "lib"))
    found = {}
    for folder in folders:
        for at, _, names in os.walk(folder):
            for name in names:
                path = Path(at, name)
                state = path.lstat()
                if not name.endswith(".pyc"):  # other tests, run beside this one, write some
                    found[str(path)] = (state.st_size, state.st_mtime_ns)
    return found


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_its_own_status(graded: Graded, name: str) -> None:
    row, hostile = graded.rows[name], SUBMISSIONS[name]
    assert row["status"] in hostile.statuses, row
    if hostile.points is None:
        assert row["points"] == ""
    elif row["status"] == "graded" and hostile.refused >= 0:
        assert float(row["points"]) == hostile.points, row
    else:
        assert float(row["points"] or 0) <= hostile.points, row


@pytest.mark.parametrize("name", [name for name, hostile in SUBMISSIONS.items() if hostile.refused >= 0])
def test_each_try_was_refused(graded: Graded, name: str) -> None:
    notebook = graded.course.autograded(name)
    said = "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", []))
    assert "DONE" not in said, said
    assert len(re.findall("^REFUSED", said, re.MULTILINE)) == SUBMISSIONS[name].refused, said


def test_neighbours_get_what_they_get_without_it(graded: Graded) -> None:
    assert set(graded.without) == {"a_neighbour", NEIGHBOUR, "z_neighbour"}
    for student, line in graded.without.items():
        assert graded.lines[student] == line
    assert [graded.rows[name]["points"] for name in sorted(graded.without)] == ["3", "1.5", "0"]


def test_everybody_has_a_row(graded: Graded) -> None:
    assert set(graded.rows) == set(SUBMISSIONS) | set(graded.without)


def test_the_installation_is_as_before(graded: Graded) -> None:
    changed = {path for path in graded.before | graded.after if graded.before.get(path) != graded.after.get(path)}
    assert not changed


def test_nothing_is_left_running(graded: Graded) -> None:
    assert str(graded.course.root.parent) not in graded.processes
    assert "hostile-daemon" not in graded.processes
    assert "written late" not in (graded.course.root / "grades.csv").read_text()


def test_nothing_is_left_in_the_temporary_folder_and_the_home(graded: Graded) -> None:
    left = [path.name for path in graded.course.root.with_name("temporary").iterdir()]
    assert not [name for name in left if name.startswith(("kernel", "work", "late", "lessonkit", "numpy"))], left
    for path in graded.course.root.with_name("temporary").rglob("*"):
        assert not path.is_file() or b"planted" not in path.read_bytes(), path


def test_feedback_shows_nothing_of_the_course(graded: Graded) -> None:
    for path in (graded.course.root / "feedback").rglob("*.html"):
        page = path.read_text()
        for secret in ("3.0625", "7.1875", "slips", "HIDDEN"):
            assert secret not in page, path


def test_outputs_are_bounded(graded: Graded) -> None:
    for name in SUBMISSIONS:
        path = graded.course.root / "autograded" / name
        for notebook in path.rglob("*.ipynb"):
            assert len(nbformat.writes(nbformat.read(notebook, as_version=4))) < 1_000_000, name


def test_where_nothing_can_be_isolated_nothing_is_run(course: Course) -> None:
    """A root whose machine gives no user namespaces: grading stops with a sentence, and goes on when told to."""
    course.hand_in("ada", course.solved())
    without = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
    command = ["unshare", "--user", "--map-root-user", "sh", "-c", without, "sh", sys.executable, "-P"]
    command += ["-m", "autograder.cli"]
    grade = [*command, "grade", "--course", str(course.root)]
    stopped = subprocess.run(grade, capture_output=True, text=True, timeout=300)
    assert stopped.returncode == 1, stopped.stdout
    assert "autograder doctor" in stopped.stderr and "Traceback" not in stopped.stderr
    assert not (course.root / "autograded").exists()
    doctor = subprocess.run([*command, "doctor"], capture_output=True, text=True, timeout=100)
    assert doctor.returncode == 1
    assert re.search("missing  user namespaces: .*No space left on device", doctor.stdout), doctor.stdout
    assert subprocess.run([*grade, "--no-sandbox"], capture_output=True, timeout=300).returncode == 0
    (row,) = csv.DictReader((course.root / "grades.csv").open())
    assert (row["status"], row["points"], row["isolated"]) == ("graded", "3", "no")
