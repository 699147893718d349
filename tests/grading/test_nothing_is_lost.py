"""Whatever happens while a class is graded, nothing graded before is lost, and the next run goes on from there."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import plain_user
import psutil
import pytest
from mini_course import MINI, WRONG, Course, command, run

from autograder import book, cli, files
from autograder.course import CONFIG_FILE
from autograder.grade import grade_course

pytestmark = pytest.mark.slow


def state(course: Course) -> dict[Path, bytes]:
    """Every file of a course, but for the lock."""
    return {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file() and path.name != ".grading"}


def at_a_terminal(*command: str) -> subprocess.Popen:
    """Starts a command that hears Ctrl-C, also where these tests run in the background and do not."""
    hears = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=hears)


def _empty(gradebook: Path) -> None:
    gradebook.write_bytes(b"")


def _garbage(gradebook: Path) -> None:
    gradebook.write_bytes(b"not a database" * 1000)


@pytest.mark.parametrize("harm", [Path.unlink, _empty, _garbage], ids=["deleted", "empty", "garbage"])
def test_a_broken_gradebook_stops_the_grader(
    course: Course, harm: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    course.hand_in("ada", course.solved())
    harm(course.root / "gradebook.db")
    before = state(course)
    assert run(course) == 1
    told = capsys.readouterr().err
    assert told.startswith("autograder: ") and "gradebook" in told and "Traceback" not in told
    assert state(course) == before


def test_a_gradebook_that_another_program_holds(
    course: Course, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "_LOCK_SECONDS", 0.2)
    course.hand_in("ada", course.solved())
    holder = sqlite3.connect(course.root / "gradebook.db")
    holder.execute("BEGIN EXCLUSIVE")
    before = state(course)
    assert run(course) == 1
    assert "database is locked" in capsys.readouterr().err
    assert state(course) == before
    holder.close()
    assert course.grade()["ada"].points == 3


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that a plain user reaches, as pytest's own is not."""
    place = Path(tempfile.mkdtemp(prefix="open-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.mark.parametrize("closed", ["gradebook.db", ".", "feedback/ada"])
def test_what_may_not_be_written_stops_the_grader(course: Course, open_to_all: Path, closed: str) -> None:
    """As a plain user, since root may write everywhere."""
    course.hand_in("ada", course.solved())
    course.grade()
    course.hand_in("ada", course.solved(double=WRONG["double"]))
    theirs, home = Course(open_to_all / "course"), open_to_all / "home"
    shutil.copytree(course.root, theirs.root)
    home.mkdir()
    plain_user.hand_over(open_to_all)
    before, place = state(theirs), theirs.root / closed
    mode = place.stat().st_mode
    place.chmod(0o444 if place.is_file() else 0o555)
    as_plain_user = [sys.executable, plain_user.__file__, *command(theirs, "--no-sandbox")]
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home)}
    done = subprocess.run(as_plain_user, capture_output=True, text=True, env=environment)
    assert done.returncode == 1 and "Traceback" not in done.stdout + done.stderr, done.stdout + done.stderr
    assert done.stderr.startswith("autograder: ") and ("readonly" in done.stderr or str(place) in done.stderr)
    after = state(theirs)
    assert {path for path in before if after[path] != before[path]} <= set((theirs.root / "autograded").rglob("*"))
    place.chmod(mode)
    assert theirs.grade()["ada"].points < 3


def test_two_graders_on_one_course(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.hand_in("ada", course.solved())
    hold = "import sys; from autograder.lock import locked; from pathlib import Path\n"
    hold += f"with locked(Path({str(course.root)!r})):\n    print('held', flush=True)\n    sys.stdin.read()"
    other = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "held\n"
    before = state(course)
    assert run(course) == 1
    assert f"being graded already (process {other.pid} on" in capsys.readouterr().err
    assert state(course) == before
    other.kill()  # the lock goes with it
    other.wait()
    assert run(course) == 0


def test_a_file_system_without_locks(course: Course, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    def none(*arguments: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "lockf", none)
    assert run(course) == 1
    assert "knows no locks" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-1"])
def test_no_jobs(course: Course, jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(course, "--jobs", jobs) == 1
    assert f"--jobs {jobs}" in capsys.readouterr().err


def test_ctrl_c_ends_soon_and_says_what_is_done(course: Course) -> None:
    course.hand_in("ada", course.solved())
    course.hand_in("bob", course.solved(triple="import time\ntime.sleep(50)"))
    graded = at_a_terminal(*command(course), "--jobs", "1")
    assert "ada: graded" in graded.stdout.readline()
    below = psutil.Process(graded.pid).children(recursive=True)
    assert len(below) >= 2
    graded.send_signal(signal.SIGINT)
    output, errors = graded.communicate(timeout=40)  # it does not wait for the cell that sleeps
    assert graded.returncode == 1
    assert "stopped: 1 of 2 are done" in output
    assert "Traceback" not in errors
    _, alive = psutil.wait_procs(below, timeout=5)
    assert not alive
    assert course.grade()["ada"].points == 3


def test_ctrl_c_in_the_first_moment(course: Course) -> None:
    course.hand_in("ada", course.solved(triple="import time\ntime.sleep(50)"))
    graded = at_a_terminal(*command(course))
    deadline = time.monotonic() + 20
    while "autograder/__main__" not in Path(f"/proc/{graded.pid}/maps").read_text() and time.monotonic() < deadline:
        if any("nbgrader" in line or "sqlalchemy" in line for line in open(f"/proc/{graded.pid}/maps")):
            break
        time.sleep(0.01)
    graded.send_signal(signal.SIGINT)
    output, errors = graded.communicate(timeout=40)
    assert graded.returncode == 1
    assert "stopped" in output + errors and "Traceback" not in errors


def test_folders_are_there_at_every_moment(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, text in ((old, "old"), (new, "new")):
        folder.mkdir()
        (folder / "file").write_text(text)
    look = f"import sys\nn = 0\nwhile not sys.stdin.closed:\n    open({str(old / 'file')!r}).read()\n    n += 1\n"
    look += "    if n == 2000:\n        print('looking', flush=True)\n"
    looker = subprocess.Popen([sys.executable, "-c", look], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert looker.stdout.readline() == "looking\n"
    for _ in range(500):
        files.replace_folder(new, old)
    assert looker.poll() is None, looker.stderr.read()
    looker.kill()
    looker.communicate()
    assert (old / "file").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "old"]


def test_a_failure_while_a_folder_is_filled_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "file").write_text("old")
    with pytest.raises(OSError, match="full"), files.new_folder(tmp_path / "old") as place:
        (place / "file").write_text("new")
        raise OSError("full")
    assert (tmp_path / "old" / "file").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"only who may mount a disk can fill one: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("room", [8_000, 60_000, 250_000], ids=["8 kB", "60 kB", "250 kB"])
def test_a_full_disk_stops_the_grader_and_loses_nothing(
    course: Course, small_disk: Path, room: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever the room ends, what is there is whole, and with more room the same command grades the rest."""
    shutil.copytree(course.root, small_disk / "course")
    full = Course(small_disk / "course")
    students = [f"student{number}" for number in range(12)]
    for student in students:
        full.hand_in(student, full.solved())
    filler = small_disk / "filler"
    free = shutil.disk_usage(small_disk).free
    filler.write_bytes(b"x" * max(free - room, 0))
    assert run(full) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told and ("No space left" in told or "disk is full" in told), told
    with contextlib.closing(sqlite3.connect(full.root / "gradebook.db")) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    for path in full.root.glob("feedback/*/[!.]*/*.html"):
        assert path.read_text().rstrip().endswith("</html>")
    filler.unlink()
    assert {student: row.points for student, row in full.grade().items()} == dict.fromkeys(students, 3)


def test_forget(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ada", "bob"):
        course.hand_in(name, course.solved())
    course.grade()
    forget = ["forget", "--course", str(course.root), "--student", "ada"]
    assert cli.main(forget) == 1
    assert "still holds" in capsys.readouterr().err
    (course.root / "submitted" / "ada").rename(course.root / "submitted" / "lovelace")
    assert cli.main(forget) == 0
    assert "ada" not in (course.root / "grades.csv").read_text()
    assert not [path for path in course.root.rglob("*ada*") if "submitted" not in path.parts]
    assert {name: row.points for name, row in course.grade().items()} == {"bob": 3, "lovelace": 3}
    assert cli.main(forget) == 1


def test_who_was_entered_by_a_person_is_not_forgotten(course: Course) -> None:
    course.hand_in("ada", course.solved())
    course.hand_in("bob", course.solved())
    course.grade()
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student("ada", last_name="Lovelace")
    shutil.rmtree(course.root / "submitted" / "ada")
    assert cli.main(["forget", "--course", str(course.root), "--student", "ada"]) == 0
    assert course.grade()["ada"].outcome.status == "missing"


def test_a_changed_late_policy_counts(course: Course) -> None:
    folder = course.hand_in("ada", course.solved()).parent
    (folder / "timestamp.txt").write_text("2026-03-02 12:00:00 UTC")
    assert course.grade()["ada"].points == 3
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(MINI, duedate=datetime(2026, 3, 2, 10, 0, 0))
    with (course.root / CONFIG_FILE).open("a") as file:
        file.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    row = course.grade()["ada"]
    assert (row.points, row.seconds_late) == (0, 7200)


def test_a_new_version_under_an_older_manual_score_asks_for_a_person(course: Course) -> None:
    course.hand_in("ada", course.solved())
    course.grade()
    with course.gradebook() as gradebook:
        gradebook.find_grade("test_double_value", MINI, MINI, "ada").manual_score = 0.5
        gradebook.db.commit()
    course.hand_in("ada", course.solved(triple=WRONG["triple"]))
    notes = course.grade()["ada"].outcome.notes
    assert notes == ["Needs manual grading in Formgrader: test_double_value."]


def test_what_timed_out_is_not_run_again_and_leaves_a_log(course: Course) -> None:
    with (course.root / CONFIG_FILE).open("a") as file:
        file.write("c.Execute.timeout = 3\n")
    course.hand_in("ada", course.solved(triple="def triple(x):\n    while True:\n        pass"))
    assert course.grade()["ada"].outcome.status == "timed out"
    assert "Timeout waiting for execute reply" in (course.root / "logs" / "ada" / f"{MINI}.log").read_text()
    said: list[str] = []
    grade_course(course, say=said.append)
    assert said == [f"[1/1] {MINI}  ada: timed out (unchanged)"]


def test_json(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.hand_in("ada", course.solved())
    course.hand_in("bob", "{")
    assert run(course, "--json") == cli.NEEDS_A_PERSON
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted((e["student"], e["status"]) for e in events if e["event"] == "done") == [
        ("ada", "graded"),
        ("bob", "could not be read"),
    ]
    assert [(e["student"], e["points"]) for e in events if e["event"] == "result"] == [("ada", "3"), ("bob", "")]
