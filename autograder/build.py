"""From `solutions/*.py` to source notebooks and released lessons, through nbgrader's own generate_assignment."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import determine_grade, setenv
from traitlets.config import Config

from autograder.cells import HIDDEN_MARKS, SOLUTION_MARKS, grade_id, is_solution, is_test, regions, without
from autograder.config import configure
from autograder.course import Course
from autograder.errors import CellsChanged, CourseError, Refused
from autograder.files import replace_folder
from autograder.lesson import Lesson, read_lessons
from autograder.nbgrader_calls import run_converter
from autograder.paths import LESSONS, SOLUTIONS, notebook_in
from autograder.preprocessors import BoundedExecute
from autograder.refuse import refuse
from lessonkit.checks.expectations import AUTHORING

_RELEASE_METADATA = {"nbgrader", "tags", "deletable", "editable", "jupyter"}


def build(
    course: Path,
    names: list[str] | None = None,
    *,
    solutions: Path = SOLUTIONS,
    lessons: Path = LESSONS,
    say: Callable[[str], None] = print,
) -> None:
    """Build lessons into a course directory and the folder that students get.

    A lesson is run twice before it is released: solved, where every test must pass, and as students get it, where
    every test must fail. Nothing is replaced until all of that has gone well.

    Parameters
    ----------
    course
        The course directory; made if it does not exist.
    names
        The lessons to build (default: all).
    solutions, lessons
        Folders of the sources and of the released lessons.
    say
        Called with a line for each step.

    Raises
    ------
    Refused
        If a source holds something that would hurt a class.
    CourseError
        If something else needs a person.
    """
    where, lessons = Course(course), lessons.resolve()  # nbgrader changes the working directory
    chosen = read_lessons(solutions, names)
    where.create()
    course = where.root
    with tempfile.TemporaryDirectory(prefix=".build-", dir=course) as place:
        generate(chosen, Path(place))
        for lesson in chosen:
            fresh_source, fresh_release = (
                notebook_in(Path(place) / step, lesson.name) for step in ("source", "release")
            )
            if not _same(fresh_source, notebook_in(course / "source", lesson.name)):
                say(f"{lesson.name}: running it, solved and unsolved")
                verify(lesson, fresh_source, fresh_release)
        for lesson in chosen:
            changed = _install(lesson, Path(place), where, lessons)
            say(f"{lesson.name}: {'built' if changed else 'up to date'}")
    if not names:
        for folder in _leftovers(lessons, chosen):
            say(f"note: {folder} is built from no source; delete it if it is not needed.")


def check(*, solutions: Path = SOLUTIONS, lessons: Path = LESSONS) -> list[str]:
    """Say which files in `lessons` are not what the sources build: one sentence each, [] if all are.

    Raises
    ------
    Refused
        If a source holds something that would hurt a class.
    """
    chosen = read_lessons(solutions)
    problems = []
    with tempfile.TemporaryDirectory() as place:
        generate(chosen, Path(place))
        for lesson in chosen:
            released = notebook_in(lessons, lesson.name)
            if not _same(notebook_in(Path(place) / "release", lesson.name), released):
                state = "differs from" if released.exists() else "is missing; it is built from"
                problems.append(f"{released} {state} {lesson.path}: run `make build` and commit what it changes.")
    problems += [f"{folder} is built from no source: delete it." for folder in _leftovers(lessons, chosen)]
    return problems


def generate(chosen: list[Lesson], place: Path) -> None:
    """Write source and release notebooks of lessons below `place`, without a gradebook.

    Raises
    ------
    Refused
        If a source would hurt a class, or its release would give a solution or a hidden test away.
    """
    problems: list[str] = []
    for lesson in chosen:
        try:
            refuse(lesson)
        except Refused as refused:
            problems += refused.problems
            continue
        path = notebook_in(place / "source", lesson.name)
        path.parent.mkdir(parents=True)
        nbformat.write(lesson.notebook, path)
        config = Config()
        configure(config, place)
        config.CourseDirectory.assignment_id = lesson.name
        config.SaveCells.enabled = False  # as `nbgrader generate_assignment --no-db`
        converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config, no_database=True)
        log = run_converter(converter)
        if log:
            problems.append(f"{lesson.path}:1: nbgrader cannot make the release: {log}")
        else:
            problems += leaks(lesson, nbformat.read(notebook_in(place / "release", lesson.name), as_version=4))
    if problems:
        raise Refused(problems)


def leaks(lesson: Lesson, release: nbformat.NotebookNode) -> list[str]:
    """What a release holds of solutions and hidden tests: one sentence each, [] if nothing."""
    problems = []
    for cell, original, line in zip(release.cells, lesson.notebook.cells, lesson.lines, strict=True):
        where = f"{lesson.path}:{line}: {grade_id(cell) or cell.cell_type + ' cell'}"
        foreign = sorted(set(cell.metadata) - _RELEASE_METADATA)
        if cell.get("outputs") or cell.get("attachments") or foreign:
            problems.append(f"{where}: outputs, attachments and metadata {foreign} do not belong in a release.")
        if any(mark in cell.source for mark in (*SOLUTION_MARKS, *HIDDEN_MARKS)):
            problems.append(f"{where}: still holds a solution or a hidden test.")
        if is_test(original) and cell.source.strip() != without(original.source, HIDDEN_MARKS).strip():
            problems.append(f"{where}: is released with other code than its visible tests.")
        problems += [f"{where}: the release shows `{shown}` of its hidden part." for shown in _shown(original, release)]
    return problems


def _shown(original: nbformat.NotebookNode, release: nbformat.NotebookNode) -> list[str]:
    """Lines of a cell's solution or hidden tests that stand in a released cell all the same.

    One line alone may stand elsewhere for good reasons; two in a row may not, unless they are imports, or visible
    tests are built like the hidden ones.
    """
    found = []
    for marks in (SOLUTION_MARKS, HIDDEN_MARKS):
        texts = [cell.source for cell in release.cells if marks is SOLUTION_MARKS or not is_test(cell)]
        lines = [text.strip() for text in regions(original.source, marks)[0] if text.strip()]
        pairs = zip(lines, lines[1:], strict=False) if len(lines) > 1 else [(text, "") for text in lines]
        pairs = [pair for pair in pairs if not all(text.startswith(("import ", "from ")) for text in pair)]
        found += [pair[0] for pair in pairs if len("".join(pair)) >= 30 and any(_holds(text, pair) for text in texts)]
    return found


def _holds(text: str, pair: tuple[str, str]) -> bool:
    lines = [line.strip() for line in text.split("\n") if line.strip()] + [""]
    return pair in set(zip(lines, lines[1:], strict=False)) or (not pair[1] and pair[0] in lines)


def verify(lesson: Lesson, source: Path, release: Path) -> None:
    """Run a lesson as it is graded, without its demo cells: every test passes when solved and fails when not.

    Raises
    ------
    Refused
        Naming each test cell for which that does not hold.
    """
    solved, stubs = (nbformat.read(path, as_version=4) for path in (source, release))
    unsolved = nbformat.read(source, as_version=4)
    for cell, stub in zip(unsolved.cells, stubs.cells, strict=True):
        if is_solution(cell):
            cell.source = stub.source
    config = Config()
    configure(config, source.parent)
    problems = []
    for notebook in (solved, unsolved):
        with setenv(**{AUTHORING: "1"}):  # slips that cannot be told apart are an error now, and only now
            BoundedExecute(config=config).preprocess(notebook, {"metadata": {"path": str(source.parent)}})
        for cell, line in zip(notebook.cells, lesson.lines, strict=True):
            where = f"{lesson.path}:{line}: {grade_id(cell)}"
            score, points = determine_grade(cell) if is_test(cell) else (0, 0)
            if notebook is solved and score != points:
                problems.append(f"{where}: fails on the lesson's own solution: {_reason(cell)}")
            if notebook is unsolved and score:
                problems.append(f"{where}: passes although nothing is solved.")
            if notebook is solved and not is_test(cell) and _reason(cell):
                problems.append(f"{where}: stops with an error: {_reason(cell)}")
    if problems:
        raise Refused(problems)


def _reason(cell: nbformat.NotebookNode) -> str:
    """The first line of a cell's error; '' if it has none."""
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    return f"{errors[0].ename}: {errors[0].evalue}".split("\n")[0] if errors else ""


def _install(lesson: Lesson, fresh: Path, course: Course, lessons: Path) -> bool:
    """Put a built lesson in its places; returns whether anything changed."""
    config = copy.deepcopy(course.config)
    source, release = notebook_in(fresh / "source", lesson.name), notebook_in(fresh / "release", lesson.name)
    with course.gradebook() as gradebook:
        registered = any(assignment.name == lesson.name for assignment in gradebook.assignments)
    targets = [
        (source, notebook_in(course.root / "source", lesson.name)),
        (release, notebook_in(course.root / "release", lesson.name)),
        (release, notebook_in(lessons, lesson.name)),
    ]
    if registered and all(_same(new, old) for new, old in targets):
        return False
    config.CourseDirectory.source_directory = str(fresh / "source")
    config.CourseDirectory.release_directory = str(fresh / "registered")
    config.CourseDirectory.assignment_id = lesson.name
    log = run_converter(GenerateAssignment(coursedir=CourseDirectory(config=config), config=config))
    if "submissions associated" in log:
        raise CellsChanged(
            f"{lesson.name}: cells were added or removed, but {course.root} holds graded submissions of it. Build the "
            "new version into another course directory (--course), so that the grades given so far stay as they are."
        )
    if log:
        raise CourseError(f"{lesson.name}: nbgrader cannot register it in {course.root}: {log}")
    for new, old in targets:
        if not _same(new, old):
            replace_folder(new.parent, old.parent)
    return True


def _leftovers(lessons: Path, chosen: list[Lesson]) -> list[Path]:
    known = {lesson.name for lesson in chosen}
    folders = sorted(lessons.iterdir()) if lessons.is_dir() else []
    return [path for path in folders if path.is_dir() and not path.name.startswith(".") and path.name not in known]


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()
