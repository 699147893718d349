"""Grading a class: worker processes run the notebooks, this process writes what comes of them."""

from __future__ import annotations

import ast
import contextlib
import hashlib
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import psutil
from nbformat import NotebookNode
from traitlets.config import Config

from autograder import handed_in
from autograder.cells import is_demo
from autograder.config import tool_versions
from autograder.course import CONFIG_FILE, Course
from autograder.engine import contain
from autograder.engine.cluster import Cluster, Order, environment
from autograder.engine.kernels import Kernels, Result
from autograder.engine.workers import Job, Workers
from autograder.errors import CannotGrade, CourseError
from autograder.files import replace_file
from autograder.intake import check_student_id, read_submission
from autograder.lock import locked
from autograder.logs import logged
from autograder.outcomes import Outcome, Outcomes
from autograder.paths import REPOSITORY, submission_notebook
from autograder.preprocessors.record import RECORD
from autograder.recorder import Recorder, Submission
from autograder.report import feedback_without_grade

#: Bytes of memory that a kernel may come to need of its own, and that the process it is forked from needs.
_KERNEL_MEMORY, _PARENT_MEMORY = 700 * 2**20, 1000 * 2**20
#: Where Linux tells the limits of the container that this process is in (cgroup v2).
_CONTAINER = Path("/sys/fs/cgroup")
#: A kernel and its worker wait for each other, for the disk, for the room to be made: alone they leave processors idle.
_NOTEBOOKS_PER_PROCESSOR = 2


@dataclass(frozen=True)
class Done:
    """One submission is done.

    Attributes
    ----------
    number, total
        The how manieth of how many.
    lesson, student, status
        Whose work for what, and what became of it.
    took
        How long that took, or why it took no time.
    """

    number: int
    total: int
    lesson: str
    student: str
    status: str
    took: str

    def __str__(self) -> str:
        return f"[{self.number}/{self.total}] {self.lesson}  {self.student}: {self.status} ({self.took})"


Sources = Mapping[str, Mapping[str, NotebookNode]]


def grade_course(
    course: Course,
    lessons: list[str] | None = None,
    student: str | None = None,
    *,
    force: bool = False,
    jobs: int | None = None,
    isolate: bool = True,
    scheduler: str | None = None,
    say: Callable[[str], None] = print,
    show: Callable[[Done], None] | None = None,
) -> Outcomes:
    """Grade what was submitted in a course directory, and write feedback.

    Parameters
    ----------
    course
        The course directory.
    lessons
        The lessons to grade (default: all that were built there).
    student
        The only student to grade (default: all).
    force
        Grade again also what has not changed since it was graded.
    jobs
        How many notebooks run at the same time (default: two a processor, or as many as memory allows).
    isolate
        Whether students' code runs in isolation from this machine.
    scheduler
        Address of a Dask scheduler whose workers run the notebooks, instead of processes of this machine.
    say
        Called with a line for what should be known.
    show
        Called when a submission is done (default: its line goes to `say`).

    Returns
    -------
    Outcomes
        Of all submissions, those of earlier runs as well.

    Raises
    ------
    CourseError
        If the course directory cannot be used, or a lesson or student is unknown.
    """
    course.check()
    if scheduler and jobs is not None:
        raise CourseError("--jobs is for this machine; with --scheduler as many run as Dask has workers. Give one.")
    workers = 0 if scheduler else worker_count(jobs)
    with locked(course.root):
        chosen, submitted = _known(lessons, course), course.root / "submitted"
        work = [(lesson, who) for lesson in chosen for who in _students(submitted) if student in (None, who)]
        work = [(lesson, who) for lesson, who in work if (submitted / who / lesson).is_dir()]
        if student is not None and not work:
            raise CourseError(f"{submitted} holds nothing of student {student!r} for {', '.join(chosen)}.")
        show = show or (lambda done: say(str(done)))
        run = _Run(course, say, show, isolate=isolate, total=len(work))
        try:
            waiting = [(lesson, who) for lesson, who in work if force or not run.is_unchanged(lesson, who)]
            if waiting:
                with run.runners(min(workers, len(waiting)), scheduler) as runners:
                    run.grade(waiting, runners)
        except KeyboardInterrupt:
            say(f"stopped: {run.done} of {len(work)} are done and kept; run the same command to go on with the others.")
            raise
        finally:
            run.end()
    return run.outcomes


def forget(course: Course, student: str, lessons: list[str] | None = None) -> list[str]:
    """Remove what is known of a student's submissions that are no longer in `submitted/`: points, outcome, files.

    Parameters
    ----------
    course
        The course directory.
    student
        Whose submissions.
    lessons
        Of which lessons (default: all).

    Returns
    -------
    list of str
        The lessons of which something was removed.

    Raises
    ------
    CourseError
        If a submission is still there, or nothing is known of the student.
    """
    course.check()
    root = course.root
    with locked(root):
        chosen, submitted = _known(lessons, course), root / "submitted" / student
        there = [lesson for lesson in chosen if (submitted / lesson).exists()]
        if there:
            raise CourseError(f"{submitted} still holds {', '.join(there)}. Move that away first; it is yours.")
        outcomes, gone = Outcomes(root), []
        with contextlib.closing(Recorder(course)) as recorder:
            for lesson in chosen:
                log = _log_of(root, lesson, student)
                folders = [root / step / student / lesson for step in ("autograded", "feedback")]
                known = [recorder.forget(lesson, student), outcomes.forget(lesson, student)]
                if any(known) or any(folder.exists() for folder in folders):
                    gone.append(lesson)
                log.unlink(missing_ok=True)
                for folder in folders:
                    shutil.rmtree(folder, ignore_errors=True)
                for path in (log, *folders):
                    with contextlib.suppress(OSError):  # other lessons are in it
                        path.parent.rmdir()
            recorder.forget_student(student)
        outcomes.save()
    if not gone:
        raise CourseError(f"Nothing is known of a student {student!r} in {root}.")
    return gone


def worker_count(jobs: int | None) -> int:
    """How many notebooks run at the same time.

    Raises
    ------
    CourseError
        If that is not a positive number, or there is no memory for a single one.
    """
    if jobs is not None and jobs < 1:
        raise CourseError(f"--jobs {jobs}: at least one notebook must run at a time. Leave it out for two a processor.")
    room = (_free_memory() - _PARENT_MEMORY) // _KERNEL_MEMORY
    if room < 1:
        raise CourseError("There is no memory to grade: 1.7 GB must be free. Close other programs and run again.")
    return int(jobs or min(_NOTEBOOKS_PER_PROCESSOR * _processors(), room))


def _free_memory() -> int:
    """Bytes that programs may still use: of the machine, and of the container where this is one."""
    free = psutil.virtual_memory().available
    with contextlib.suppress(OSError, ValueError):  # no limit
        used = int((_CONTAINER / "memory.current").read_text())
        cached = re.search(r"^inactive_file (\d+)$", (_CONTAINER / "memory.stat").read_text(), re.MULTILINE)
        used -= int(cached[1]) if cached else 0
        free = min(free, int((_CONTAINER / "memory.max").read_text()) - used)
    return free


def _processors() -> int:
    """Processors that programs may use: of the machine, and of the container where this is one."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with contextlib.suppress(OSError, ValueError):  # no limit
        quota, period = (_CONTAINER / "cpu.max").read_text().split()
        count = min(count, max(int(quota) // int(period), 1))
    return count


def imports(sources: Sources) -> list[str]:
    """The modules that lessons import in cells which are run when grading, and those that `lessonkit` imports."""
    cells = [cell for named in sources.values() for notebook in named.values() for cell in notebook.cells]
    texts = [cell.source for cell in cells if cell.cell_type == "code" and not is_demo(cell)]
    texts += [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "lessonkit").rglob("*.py"))]
    found: dict[str, None] = {}
    for text in texts:
        try:
            tree = ast.parse(text)
        except SyntaxError:  # a magic command
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= dict.fromkeys(name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= dict.fromkeys([node.module, *(f"{node.module}.{name.name}" for name in node.names)])
    return [name for name in found if name.split(".")[0] != "__future__"]


@dataclass
class _Pending:
    """A submission whose notebooks are being run."""

    submission: Submission
    notes: list[str]
    digest: str
    log: str
    start: float = field(default_factory=time.monotonic)
    results: dict[str, Result] = field(default_factory=dict)


class _Run:
    """One run of the grader over a course."""

    def __init__(
        self,
        course: Course,
        say: Callable[[str], None],
        show: Callable[[Done], None],
        *,
        isolate: bool,
        total: int,
    ) -> None:
        self._course, self._config, self._sources = course.root, course.config, course.sources
        self._say, self._show = say, show
        self._isolate, self._total = isolate, total
        self.outcomes = Outcomes(course.root)
        self._recorder = Recorder(course)
        self._common = _digest_of_course(course.root)
        self._pending: dict[tuple[str, str], _Pending] = {}
        self.done = 0

    def is_unchanged(self, lesson: str, student: str) -> bool:
        """Whether a submission needs no new run; if so, its feedback page is brought up to date."""
        before = self.outcomes.get(lesson, student)
        if before is None or before.digest != self._digest(lesson, student) or not self._is_kept(lesson, student):
            return False
        shown = self._recorder.shown(lesson, student) if before.status != "could not be read" else ""
        if before.status != "could not be read" and not shown:
            return False
        took = "unchanged"
        if shown != before.shown:
            before.shown = self._recorder.refresh(lesson, student)
            took = "feedback updated"
        self._finish(lesson, student, before, took)
        return True

    @contextlib.contextmanager
    def runners(self, workers: int, scheduler: str | None) -> Iterator[Workers | Cluster]:
        """What runs notebooks: processes of this machine, or a Dask scheduler's."""
        modules = self._config.Autograder.get("imports") or imports(self._sources)
        if self._isolate:
            contain.keep_apart(self._course)
        if scheduler:
            config = cast(Config, self._config.copy())
            config.pop("CourseDirectory", None)  # a gradebook's password stays here
            order = Order(config, tuple(modules), self._course, self._isolate, environment())
            with Cluster(scheduler, order) as cluster:
                yield cluster
            return
        with Kernels(modules, isolated=self._isolate, say=self._say) as kernels:
            kernels.ready()
            with Workers(workers, lambda: kernels.engine(self._config), kernels.revive) as pool:
                yield pool

    def grade(self, waiting: list[tuple[str, str]], runners: Workers | Cluster) -> None:
        """Run the notebooks of submissions, and record each as soon as all of its notebooks are done."""
        for (lesson, student, name), result in runners.run(self._jobs(waiting)):
            pending = self._pending[lesson, student]
            pending.results[name] = result
            if len(pending.results) == len(pending.submission.notebooks):
                self._record(self._pending.pop((lesson, student)))

    def end(self) -> None:
        """Keep what is not on disk yet, and say what was noticed."""
        self._recorder.close()
        self.outcomes.save()
        if self._recorder.gradebook_changed:
            self._say(
                "note: the gradebook was changed while this ran, by Formgrader or, if students' code ran without "
                "isolation, by that. The changes were kept: look at them."
            )

    def _jobs(self, waiting: list[tuple[str, str]]) -> Iterator[Job]:
        limits = dict(self._config.ForkProvisioner.get("limits") or {})
        for lesson, student in waiting:
            digest = self._digest(lesson, student)
            with logged() as log:
                try:
                    submission, notes = self._read(lesson, student)
                    self._recorder.prepare(submission)
                except CannotGrade as failure:
                    log.write(f"{failure.reason}\n")
                    self._write_log(lesson, student, log.getvalue())
                    self._cannot(lesson, student, failure, digest)
                    continue
            self._pending[lesson, student] = _Pending(submission, notes, digest, log.getvalue())
            for name, notebook in submission.notebooks.items():
                yield Job((lesson, student, name), notebook, limits, self._recorder.extra_files(lesson))

    def _read(self, lesson: str, student: str) -> tuple[Submission, list[str]]:
        """What a student handed in, and notes on it."""
        check_student_id(student)
        folder = self._course / "submitted" / student / lesson
        own = self._sources[lesson]
        others = {name: notebook for named in self._sources.values() for name, notebook in named.items()}
        submission, failures = Submission(lesson, student), []
        for name in own:
            try:
                submission.notebooks[name] = read_submission(folder, name, {**others, **own})
            except CannotGrade as failure:
                failures.append(failure)
        if not submission.notebooks:
            raise failures[0]
        notes = [note for notebook in submission.notebooks.values() for note in notebook.metadata[RECORD].notes]
        if len(own) > 1:  # each was read as if it were the only one
            notes = [failure.reason for failure in failures]
        return submission, notes

    def _record(self, pending: _Pending) -> None:
        """Write what came of a submission."""
        submission, results = pending.submission, pending.results
        lesson, student = submission.lesson, submission.student
        with logged() as log:
            log.write(pending.log + "".join(result.log for result in results.values()))
            try:
                for name, result in results.items():
                    if result.notebook is None:
                        raise CannotGrade("crashed", result.reason)
                    submission.notebooks[name] = result.notebook
                happened = [notebook.metadata.get(RECORD, {}) for notebook in submission.notebooks.values()]
                shown = self._recorder.record(submission)
            except CannotGrade as failure:
                self._cannot(lesson, student, failure, digest="")  # tried again the next time
                return
            finally:
                self._write_log(lesson, student, log.getvalue())
        found = {record.get("status", "graded") for record in happened}
        status = next((status for status in ("crashed", "timed out") if status in found), "graded")
        reason = "" if status == "graded" else "The cells that could not be run to their end earned no points."
        notes = pending.notes + [
            note for record in happened for note in record.get("notes", []) if note not in pending.notes
        ]
        outcome = Outcome(status, reason, notes, pending.digest, shown, self._isolate)
        self._finish(lesson, student, outcome, f"{time.monotonic() - pending.start:.0f} s")

    def _write_log(self, lesson: str, student: str, text: str) -> None:
        replace_file(_log_of(self._course, lesson, student), text)

    def _cannot(self, lesson: str, student: str, failure: CannotGrade, digest: str) -> None:
        """Keep the reason why a submission has no grade, without the server's folders for the student.

        Points of an earlier version stay.
        """
        outcome = Outcome(failure.status, failure.reason, digest=digest)
        reason = re.sub(r"(?<![\w.])/([^\s/:,;()']+/)+", "", failure.reason)
        page = feedback_without_grade(lesson, failure.status, reason)
        replace_file(submission_notebook(self._course, "feedback", student, lesson, ".html"), page)
        self._finish(lesson, student, outcome, "no grade")

    def _finish(self, lesson: str, student: str, outcome: Outcome, took: str) -> None:
        self.outcomes.set(lesson, student, outcome)
        self.done += 1
        self._show(Done(self.done, self._total, lesson, student, outcome.status, took))

    def _is_kept(self, lesson: str, student: str) -> bool:
        """Whether the files that an earlier run wrote are still there."""
        outcome = self.outcomes.get(lesson, student)
        if outcome is None or outcome.status == "could not be read":
            return submission_notebook(self._course, "feedback", student, lesson, ".html").exists()
        autograded, feedback = (self._course / step / student / lesson for step in ("autograded", "feedback"))
        notebooks = [path.stem for path in autograded.glob("*.ipynb")]
        return bool(notebooks) and all((feedback / f"{name}.html").exists() for name in notebooks)

    def _digest(self, lesson: str, student: str) -> str:
        """A digest of everything that a submission's grade depends on."""
        total = hashlib.sha256(f"{self._common} {self._recorder.due(lesson, student)}".encode())
        total.update(handed_in.digest(self._course / "submitted" / student / lesson).encode())
        for path in _files(self._course / "source" / lesson):
            _add(total, path)
        return total.hexdigest()


def _digest_of_course(course: Path) -> str:
    """A digest of what all grades of a course depend on: versions, the grader itself, the configuration."""
    total = hashlib.sha256(repr(tool_versions()).encode())
    own = [path for name in ("lessonkit", "autograder") for path in sorted((REPOSITORY / name).rglob("*.py"))]
    for path in [*own, course / CONFIG_FILE]:
        _add(total, path)
    return total.hexdigest()


def _log_of(course: Path, lesson: str, student: str) -> Path:
    return course / "logs" / student / f"{lesson}.log"


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def _add(total: hashlib._Hash, path: Path) -> None:
    total.update(path.name.encode() + b"\0")
    with path.open("rb") as file:
        total.update(hashlib.file_digest(file, "sha256").digest())


def _students(submitted: Path) -> list[str]:
    folders = submitted.iterdir() if submitted.is_dir() else []
    return sorted(path.name for path in folders if path.is_dir() and not path.name.startswith("."))


def _known(lessons: list[str] | None, course: Course) -> list[str]:
    built = list(course.sources)
    for lesson in lessons or []:
        if lesson not in built:
            raise CourseError(f"There is no lesson {lesson!r} in {course.root}. The lessons are: {', '.join(built)}.")
    return lessons or built
