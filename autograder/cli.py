"""The `autograder` command."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from autograder import build, doctor, grade, report, sample_class
from autograder.audit import judge, mutation
from autograder.audit import report as audit_report
from autograder.course import Course
from autograder.errors import CellsChanged, CourseError
from autograder.files import replace_file
from autograder.lesson import read_lessons
from autograder.outcomes import Outcomes
from autograder.paths import ANSWERS, REPOSITORY, SOLUTIONS
from autograder.progress import Shown

#: Exit codes: 0 all well; 1 a command could not do its work, or --check found a difference; 2 wrong usage (argparse);
#: 3 everything was graded that could be, but some submission needs a person.
NEEDS_A_PERSON = 3


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except CourseError as error:
        print(f"autograder: {error}", file=sys.stderr)
    except OSError as error:
        name = f" {error.filename}" if error.filename else ""
        print(
            f"autograder:{name}: {error.strerror}. Nothing graded so far is lost; mend it and run again.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("autograder: stopped. What was graded so far is kept; run the same command to go on.", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="autograder", description="Build a course, grade a class.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, text in (
        ("build", _build, "make the lessons from their sources, and register them in a course directory"),
        ("grade", _grade, "grade what was submitted, write feedback and grades.csv"),
        ("forget", _forget, "remove what is known of submissions that are no longer there"),
        ("sample-class", _sample_class, "hand in the work of five invented students"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(run=run)
        command.add_argument("lessons", nargs="*", metavar="LESSON", help="lessons (default: all)")
        command.add_argument(
            "--course",
            type=lambda text: Path(text).resolve(),
            default=REPOSITORY / "course",
            metavar="DIR",
            help="course directory (default: course/)",
        )
        if name == "build":
            command.add_argument(
                "--check",
                action="store_true",
                help="change nothing; exit 1 if lessons/ (all of it) is not what the sources build",
            )
        if name == "forget":
            command.add_argument("--student", metavar="ID", required=True, help="whose submissions")
        if name == "grade":
            command.add_argument("--json", action="store_true", help="print JSON, an object a line")
            command.add_argument("--student", metavar="ID", help="grade this student only")
            command.add_argument(
                "--jobs",
                type=int,
                metavar="N",
                help="notebooks that run at a time (default: two a processor, memory permitting)",
            )
            command.add_argument(
                "--no-sandbox", action="store_true", help="run students' code with your own rights, without isolation"
            )
            command.add_argument(
                "--scheduler", metavar="ADDRESS", help="have a Dask scheduler's workers run the notebooks"
            )
            command.add_argument("--force", action="store_true", help="grade again what has not changed")
    text = "grade the answer bank as a class is graded, and say which answers are not judged as they should be"
    command = commands.add_parser("audit", help=text, description=text)
    command.set_defaults(run=_audit)
    command.add_argument("lessons", nargs="*", metavar="LESSON", help="lessons (default: all that have a bank there)")
    command.add_argument("--bank", type=Path, default=ANSWERS, metavar="DIR", help="another bank of the same layout")
    command.add_argument(
        "--jobs",
        type=int,
        metavar="N",
        help="notebooks that run at a time (default: two a processor, memory permitting)",
    )
    command.add_argument("--no-sandbox", action="store_true", help="run the answers without isolation")
    command.add_argument("--alone", action="store_true", help="give every answer a notebook of its own")
    command.add_argument(
        "--mutants", action="store_true", help="also change right answers, and see whether tests notice"
    )
    command.add_argument(
        "--repeat", type=int, default=0, metavar="N", help="also run right answers N times, wrong ones a tenth as often"
    )
    text = "say whether this machine can isolate students' code, and what to do if not"
    commands.add_parser("doctor", help=text, description=text).set_defaults(run=lambda options: doctor.examine())
    return parser


def _build(options: argparse.Namespace) -> int:
    if options.check:
        problems = build.check()
        print("\n".join(problems) or "lessons/ is what the sources build.")
        return 1 if problems else 0
    build.build(options.course, options.lessons)
    return 0


def _sample_class(options: argparse.Namespace) -> int:
    for line in sample_class.hand_in(options.course, options.lessons):
        print(line)
    return 0


def _grade(options: argparse.Namespace) -> int:
    course = Course(options.course)
    with Shown(as_json=options.json) as shown:
        outcomes = grade.grade_course(
            course,
            options.lessons,
            options.student,
            force=options.force,
            jobs=options.jobs,
            isolate=not options.no_sandbox,
            scheduler=options.scheduler,
            say=shown.say,
            show=shown.done,
        )
    found = _write_csv(course, outcomes)
    found = [row for row in found if not options.lessons or row.lesson in options.lessons]
    found = [row for row in found if options.student in (None, row.student)]
    waiting = [row for row in found if row.outcome.status not in ("graded", "missing")]
    if options.json:
        for row in found:
            print(json.dumps({"event": "result", **report.as_dict(row)}))
        return NEEDS_A_PERSON if waiting else 0
    print(f"\n{report.table(found)}\n")
    print(f"feedback: {options.course / 'feedback'}/<student>/<lesson>/<lesson>.html")
    print(f"grades:   {options.course / 'grades.csv'}")
    print(f"logs:     {options.course / 'logs'}/<student>/<lesson>.log")
    if waiting:
        print(f"\n{len(waiting)} of {len(found)} need you: see the reasons above.")
    return NEEDS_A_PERSON if waiting else 0


def _audit(options: argparse.Namespace) -> int:
    if options.repeat < 0:
        raise CourseError(f"--repeat {options.repeat}: how often is a number from 0.")
    jobs = grade.worker_count(options.jobs)
    course, bank = REPOSITORY / "build" / "audit", options.bank.resolve()
    chosen = read_lessons(SOLUTIONS, judge.lessons_of(bank, options.lessons))
    names = [lesson.name for lesson in chosen]
    build_for_audit(course, names)
    with Shown(as_json=False) as shown:
        found = judge.audit(
            course,
            names,
            bank,
            alone=options.alone,
            jobs=options.jobs,
            isolate=not options.no_sandbox,
            say=shown.say,
            show=shown.done,
        )
    mutations = [mutation.mutate(lesson, bank, jobs, print) for lesson in chosen if options.mutants]
    unsteady = [
        line
        for lesson in chosen
        if options.repeat
        for line in mutation.repeat(lesson, bank, options.repeat, jobs, print)
    ]
    page = course / "audit.html"
    replace_file(page, audit_report.as_page(found))
    if bank == ANSWERS and not options.lessons:
        audit_report.write_document(found, mutations, options.repeat, unsteady)
    survived = [f"{each.lesson}/{trial}: passes all tests." for each in mutations for trial in each.survived]
    print(f"\n{audit_report.as_text(found)}\n")
    print("\n".join([*survived, *unsteady, f"all answers with their feedback: {page}"]))
    return 0 if found.is_clean and not survived and not unsteady else 1


def build_for_audit(course: Path, lessons: list[str]) -> None:
    """Build lessons into the audit's own course; it begins anew where cells came or went since the last audit."""
    try:
        build.build(course, lessons, lessons=course / "lessons")
    except CellsChanged:
        shutil.rmtree(course)
        build.build(course, lessons, lessons=course / "lessons")


def _forget(options: argparse.Namespace) -> int:
    course = Course(options.course)
    for lesson in grade.forget(course, options.student, options.lessons):
        print(f"forgotten: {options.student}, {lesson}")
    _write_csv(course, Outcomes(course.root))
    return 0


def _write_csv(course: Course, outcomes: Outcomes) -> list[report.Row]:
    with course.gradebook() as gradebook:
        found = report.rows(gradebook, outcomes)
    report.write_csv(found, course.root / "grades.csv")
    return found


if __name__ == "__main__":
    sys.exit(main())
