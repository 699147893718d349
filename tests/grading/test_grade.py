"""Grading a class: what is kept, what is marked, what the instructor sees, and what bad input gets."""

from __future__ import annotations

import argparse
import contextlib
import csv
import os
import re
import sqlite3
import stat
import sys
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from mini_course import MINI, RIGHT, WRONG, Course, cell

from autograder import cli, grade
from autograder.errors import CannotGrade, CourseError
from autograder.grade import grade_course
from autograder.progress import Shown
from autograder.recorder import Recorder
from autograder.sample_class import hand_in

pytestmark = pytest.mark.slow


def test_notebooks_at_a_time_are_what_a_container_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grade, "_CONTAINER", tmp_path)
    monkeypatch.setattr(grade.os, "sched_getaffinity", lambda process: set(range(64)), raising=False)
    monkeypatch.setattr(grade.psutil, "virtual_memory", lambda: argparse.Namespace(available=200 * 2**30))
    assert grade.worker_count(None) == 128  # no container
    (tmp_path / "cpu.max").write_text("250000 100000\n")
    assert grade.worker_count(None) == 4
    (tmp_path / "cpu.max").write_text("max 100000\n")
    (tmp_path / "memory.max").write_text(f"{4 * 2**30}\n")
    (tmp_path / "memory.current").write_text(f"{3 * 2**30}\n")
    (tmp_path / "memory.stat").write_text(f"anon 5\ninactive_file {2 * 2**30}\nslab 7\n")
    assert grade.worker_count(None) == 2  # 3 GB: the cache does not count
    (tmp_path / "memory.current").write_text(f"{5 * 2**30}\n")
    with pytest.raises(CourseError, match="no memory to grade"):
        grade.worker_count(None)


def test_a_students_page_holds_no_path_of_the_server(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Recorder, submission: object) -> None:
        raise CannotGrade("crashed", f"No room (/tmp/kernel-x/s is closed), {course.root}/a/b.csv; 1/2.")

    monkeypatch.setattr(Recorder, "prepare", refuse)
    course.hand_in("ada", course.solved())
    assert "/tmp/kernel-x" in course.grade()["ada"].outcome.reason
    page = course.feedback("ada")
    assert "No room (s is closed), b.csv; 1/2." in page


def test_a_terminal_shows_lines_and_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with Shown(as_json=False) as shown:
        shown.say("note: [bold]as it is[/bold]")
        shown.done(grade.Done(2, 3, MINI, "ada", "graded", "1 s"))
    output = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", capsys.readouterr().out)
    assert "note: [bold]as it is[/bold]" in output and "2/3" in output
    assert any("ada" in line and "graded" in line for line in output.splitlines())


def test_the_gradebook_keeps_a_write_ahead_log(course: Course) -> None:
    course.grade()
    with contextlib.closing(sqlite3.connect(course.root / "gradebook.db")) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def run(course: Course, *arguments: str) -> int:
    return cli.main(["grade", "--course", str(course.root), *arguments])


def test_sample_class(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(hand_in(course.root))) == 5
    assert run(course) == cli.NEEDS_A_PERSON
    output = capsys.readouterr().out
    assert "JSON breaks off" in output and "sample_all_right" in output and "1.5/1.5" not in output.split("double")[0]
    with (course.root / "grades.csv").open() as file:
        table = {row["student"]: row for row in csv.DictReader(file)}
    assert {name: (row["status"], row["points"]) for name, row in table.items()} == {
        "sample_all_right": ("graded", "3"),
        "sample_other_way": ("graded", "3"),
        "sample_half_done": ("graded", "1"),
        "sample_misconceptions": ("graded", "0"),
        "sample_broken_file": ("could not be read", ""),
    }
    assert table["sample_half_done"]["points_by_exercise"] == "double 1/1; triple 0/2"


def test_grading_again_changes_nothing(course: Course) -> None:
    course.hand_in("ada", course.solved())
    course.grade()
    before = {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file()}
    said: list[str] = []
    grade_course(course, say=said.append)
    assert said == [f"[1/1] {MINI}  ada: graded (unchanged)"]
    assert {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file()} == before


def test_manual_grades_and_comments_are_kept_and_shown(course: Course) -> None:
    course.hand_in("ada", course.solved(double=WRONG["double"]))
    assert course.grade()["ada"].points == 2
    with course.gradebook() as gradebook:
        gradebook.find_grade("test_double_value", MINI, MINI, "ada").manual_score = 0.5
        gradebook.find_comment("double", MINI, MINI, "ada").manual_comment = "Nearly: think of the sign."
        gradebook.db.commit()
    assert course.grade()["ada"].points == 2.5
    assert "think of the sign" in course.feedback("ada")
    course.hand_in("ada", course.solved(double=WRONG["double"], triple=WRONG["triple"]))
    row = course.grade()["ada"]
    assert row.by_exercise == {"double": (0.5, 1.0), "triple": (0.5, 2.0)}
    assert "think of the sign" in course.feedback("ada")


def test_a_broken_resubmission_loses_nothing(course: Course) -> None:
    path = course.hand_in("ada", course.solved())
    course.grade()
    path.write_text(path.read_text()[:500])
    row = course.grade()["ada"]
    assert (row.outcome.status, row.points) == ("could not be read", 3)
    assert cell(course.autograded("ada"), "double").source == RIGHT["double"]


def test_a_late_submission_is_marked(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    folder = course.hand_in("ada", course.solved()).parent
    (folder / "timestamp.txt").write_text("2026-03-02 12:00:00 UTC")
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(MINI, duedate=datetime(2026, 3, 2, 10, 0, 0))
    assert run(course) == 0
    assert "graded (late)" in capsys.readouterr().out
    assert course.grade()["ada"].seconds_late == 7200


def test_a_missing_submission_is_not_a_zero(course: Course) -> None:
    course.hand_in("ada", course.solved())
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student("bob")
    rows = course.grade()
    assert (rows["bob"].outcome.status, rows["bob"].points) == ("missing", None)


def test_nbgraders_own_command_gives_the_same_points(course: Course) -> None:
    from nbgrader.converters import Autograde
    from nbgrader.coursedir import CourseDirectory

    from autograder.nbgrader_calls import run_converter

    notebook = course.solved(double=WRONG["double"])
    notebook.cells.remove(cell(notebook, "test_triple_value"))
    course.hand_in("ada", notebook)
    config = course.config
    config.CourseDirectory.assignment_id = MINI
    assert run_converter(Autograde(coursedir=CourseDirectory(config=config), config=config)) == ""
    with course.gradebook() as gradebook:
        assert gradebook.find_submission(MINI, "ada").score == 2
    assert course.grade()["ada"].points == 2


def test_another_lessons_notebook(course: Course) -> None:
    import shutil

    other = course.root / "source" / "91_other"
    shutil.copytree(course.root / "source" / MINI, other)
    text = (other / f"{MINI}.ipynb").read_text().replace("double", "halve").replace("triple", "quarter")
    (other / f"{MINI}.ipynb").rename(other / "91_other.ipynb")
    (other / "91_other.ipynb").write_text(text)
    course.hand_in("ada", text)
    row = course.grade(lessons=[MINI])["ada"]
    assert row.outcome.status == "could not be read"
    assert "notebook of 91_other" in row.outcome.reason


@pytest.mark.parametrize("arguments", [["77_none"], ["--student", "nobody"], ["--student", "../ada"]])
def test_unknown_lesson_or_student(course: Course, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    course.hand_in("ada", course.solved())
    assert run(course, *arguments) == 1
    assert capsys.readouterr().err.startswith("autograder: ")


def test_not_a_course_directory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Course(tmp_path / "nowhere")) == 1
    assert "run `autograder build --course" in capsys.readouterr().err


def test_outcomes_that_cannot_be_read(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    (course.root / "outcomes.json").write_text("{")
    assert run(course) == 1
    assert "Delete it" in capsys.readouterr().err


def test_a_course_directory_that_cannot_be_written(
    course: Course, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    if os.geteuid() == 0:  # root may write everywhere: let the write itself fail, as on a full disk
        monkeypatch.setattr(Path, "write_bytes", _disk_full)
    else:
        course.root.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert run(course) == 1
    assert "cannot be written" in capsys.readouterr().err
    course.root.chmod(stat.S_IRWXU)


def _disk_full(self: Path, data: bytes) -> int:
    raise OSError(28, "No space left on device", str(self))


def test_a_disk_that_fills_up_while_grading(course: Course, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    course.hand_in("ada", course.solved())
    course.grade()
    course.hand_in("bob", course.solved())
    before = (course.root / "outcomes.json").read_bytes()

    def full(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device", "course")

    monkeypatch.setattr("autograder.recorder.new_folder", full)
    assert run(course) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert (course.root / "outcomes.json").read_bytes() == before
    monkeypatch.undo()
    assert course.grade()["bob"].points == 3


def test_what_others_write_to_the_gradebook_meanwhile_is_noticed_and_kept(course: Course) -> None:
    course.hand_in("ada", course.solved())
    course.grade()
    notebook = course.solved()
    change = (
        f"import sqlite3\nwith sqlite3.connect({str(course.root / 'gradebook.db')!r}) as db:\n"
        "    db.execute('update grade set manual_score = 0.25 where id in (select id from grade limit 1)')"
    )
    notebook.cells.insert(1, nbformat.v4.new_code_cell(change))
    course.hand_in("bob", notebook)
    said: list[str] = []
    grade_course(course, isolate=False, say=said.append)
    assert "the gradebook was changed while this ran" in said[-1]
    rows = course.grade()
    assert rows["ada"].points < 3 and rows["bob"].points == 3


def test_changing_a_graded_lesson_is_refused(built: Path, course: Course, tmp_path: Path) -> None:
    from autograder import build
    from autograder.errors import CourseError

    course.hand_in("ada", course.solved())
    course.grade()
    text = (built / "solutions" / f"{MINI}.py").read_text().replace("test_triple_shape", "test_triple_table")
    (tmp_path / "solutions").mkdir()
    (tmp_path / "solutions" / f"{MINI}.py").write_text(text)
    with pytest.raises(CourseError, match="into another course directory"):
        build.build(course.root, solutions=tmp_path / "solutions", lessons=tmp_path / "lessons", say=lambda line: None)
    assert nbformat.read(course.root / "source" / MINI / f"{MINI}.ipynb", as_version=4)
    assert course.grade()["ada"].points == 3
