"""A gradebook in a PostgreSQL database: a real server, started here (Debian's package postgresql)."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from mini_course import MINI, MINI_SOURCE, WRONG, Course, command, run
from nbgrader.api import Gradebook
from sqlalchemy import create_engine, text

from autograder import build
from autograder.course import CONFIG_FILE

pytestmark = pytest.mark.slow


def _server_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server that is reached by a socket in its own folder; the address of its databases, but for their name."""
    programs = _server_programs()
    if programs is None:
        pytest.fail("There is no PostgreSQL server on this machine. On Debian and Ubuntu: sudo apt install postgresql")
    place = Path(tempfile.mkdtemp(prefix="postgresql-"))
    become = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        who = pwd.getpwnam("postgres")
        os.chown(place, who.pw_uid, who.pw_gid)
        become = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        command = [programs / program, "-D", place / "data", *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=place, **become)

    run("initdb", "-U", "grader", "-A", "trust", "--no-sync")
    run("pg_ctl", "-o", f"-k {place} -c listen_addresses='' -c fsync=off", "-l", f"{place}/log", "-w", "start")
    yield f"postgresql://grader:secret@/{{}}?host={place}"
    run("pg_ctl", "-m", "immediate", "stop")
    shutil.rmtree(place)


@pytest.fixture
def url(server: str) -> str:
    """A database of its own."""
    engine = create_engine(server.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS course WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE course"))
    engine.dispose()
    return server.format("course")


def new_course(place: Path, url: str) -> Course:
    """A course directory with the small lesson, whose gradebook is at an address."""
    (place / "solutions").mkdir(parents=True)
    shutil.copy(MINI_SOURCE, place / "solutions")
    Course(place / "course").create()
    with (place / "course" / CONFIG_FILE).open("a") as file:
        file.write(f"c = get_config()\nc.CourseDirectory.db_url = {url!r}\nc.CourseDirectory.course_id = 'dl'\n")
    build.build(place / "course", solutions=place / "solutions", lessons=place / "lessons", say=lambda line: None)
    return Course(place / "course")


def test_grades_and_feedback_are_those_of_sqlite(course: Course, url: str, tmp_path: Path) -> None:
    served = new_course(tmp_path / "served", url)
    for each in (course, served):
        each.hand_in("ada", each.solved())
        each.hand_in("bob", each.solved(**WRONG))
        each.hand_in("eve", "no notebook")
    rows = [{who: (row.points, row.outcome.status) for who, row in each.grade().items()} for each in (course, served)]
    assert rows[0] == rows[1]
    assert course.feedback("bob") == served.feedback("bob")
    assert not (served.root / "gradebook.db").exists()
    with Gradebook(url) as book:
        assert book.find_submission(MINI, "ada").score == 3


def test_a_score_given_by_hand_is_kept_and_shown(url: str, tmp_path: Path) -> None:
    course = new_course(tmp_path / "served", url)
    course.hand_in("bob", course.solved(**WRONG))
    before = course.grade()["bob"].points
    with Gradebook(url) as book:
        grade = next(grade for grade in book.find_submission_notebook(MINI, MINI, "bob").grades if not grade.score)
        grade.manual_score = grade.max_score
        grade.needs_manual_grade = False
        book.db.commit()
        more = grade.max_score
    assert course.grade()["bob"].points == before + more


def test_two_instructors_and_formgrader_at_once(url: str, tmp_path: Path) -> None:
    """Two graders with a course directory each, and scores given by hand in between: nothing is lost or mixed up."""
    courses = [new_course(tmp_path / name, url) for name in ("one", "two")]
    for number, course in enumerate(courses):
        for student in range(4):
            course.hand_in(f"s{number}{student}", course.solved(**(WRONG if student % 2 else {})))
        course.hand_in("by_hand", course.solved())
    courses[0].grade("by_hand")
    graders = [subprocess.Popen(command(course, "--jobs", "1"), stdout=subprocess.PIPE) for course in courses]
    given = 0
    while any(grader.poll() is None for grader in graders):
        with Gradebook(url) as book:
            for grade in book.find_submission_notebook(MINI, MINI, "by_hand").grades:
                grade.extra_credit = given
            book.db.commit()
        given += 1
    assert [grader.communicate()[0] is not None and grader.returncode for grader in graders] == [0, 0]
    assert given > 1
    with Gradebook(url) as book:
        scores = {each.student.id: each.score for each in book.assignment_submissions(MINI)}
        grades = book.find_submission_notebook(MINI, MINI, "by_hand").grades
        assert {grade.extra_credit for grade in grades} == {given - 1}
    scores.pop("by_hand")
    assert scores == {f"s{number}{student}": 0.5 if student % 2 else 3 for number in (0, 1) for student in range(4)}


def test_a_database_that_is_not_there(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = new_course(tmp_path / "served", url)
    course.hand_in("ada", course.solved())
    config = course.root / CONFIG_FILE
    config.write_text(config.read_text().replace("/course?", "/other?"))
    assert run(course) == 1
    told = capsys.readouterr().err
    assert 'database "other" does not exist' in told and "Traceback" not in told and "secret" not in told
    assert not (course.root / "feedback").exists()


def test_a_course_without_a_name(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    with (course.root / CONFIG_FILE).open("a") as file:
        file.write("c.CourseDirectory.db_url = 'postgresql://grader:secret@there/course'\n")
    assert run(course) == 1
    told = capsys.readouterr().err
    assert "c.CourseDirectory.course_id" in told and "secret" not in told


def test_a_server_that_ends_in_the_middle(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is graded is kept; when the server is back, the same command goes on."""
    course = new_course(tmp_path / "served", url)
    for student in ("ada", "bob"):
        course.hand_in(student, course.solved())
    engine = create_engine(url.replace("/course?", "/postgres?"), isolation_level="AUTOCOMMIT")

    def closed(allowed: bool) -> None:
        with engine.connect() as connection:
            connection.execute(text(f"ALTER DATABASE course ALLOW_CONNECTIONS {allowed}"))

    with pytest.raises(Exception, match="is not currently accepting connections"):
        course.grade(jobs=1, show=lambda done: closed(False))
    closed(True)
    engine.dispose()
    with Gradebook(url) as book:
        assert [each.student.id for each in book.assignment_submissions(MINI)] == ["ada"]
    assert {row.points for row in course.grade().values()} == {3}


def test_an_address_of_no_known_database(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.hand_in("ada", course.solved())
    with (course.root / CONFIG_FILE).open("a") as file:
        file.write("c.CourseDirectory.course_id = 'dl'\n")
        file.write("c.CourseDirectory.db_url = 'oracle+nothing://grader:secret@there/course'\n")
    assert run(course) == 1
    told = capsys.readouterr().err
    assert "oracle+nothing" in told and "cannot be used" in told and "secret" not in told and "Traceback" not in told
