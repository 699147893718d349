"""The audit: what it makes of right, wrong, misleading and broken answers, of changed ones, and of many repetitions."""

from __future__ import annotations

import functools
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mini_course import MINI, MINI_SOURCE, RIGHT, WRONG, Course
from nbformat.v4 import new_code_cell

from autograder import build, cli
from autograder.audit import answers, judge, mutation, report
from autograder.audit.judge import Audit, Finding
from autograder.audit.mutants import mutants
from autograder.audit.mutation import Mutation, Trial
from autograder.audit.trial import failed
from autograder.errors import CourseError
from autograder.lesson import read_lesson
from autograder.paths import ANSWERS, REPOSITORY

SLIP = "# feedback: the double of |x|\n"
TRIALS = """
def double(answer, rng):
    return answer(rng.normal(size=3))

triple = double
"""


def write_bank(place: Path, **files: str) -> Path:
    """A bank for the small lesson: `double__right_x="source"`."""
    for name, source in files.items():
        exercise, _, file = name.partition("__")
        path = place / MINI / exercise / f"{file}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return place


def audited(course: Course, bank: Path, **how: Any) -> Audit:
    return judge.audit(course.root, [MINI], bank, say=lambda line: None, show=lambda done: None, **how)


def verdicts(found: Audit) -> dict[str, str]:
    return {finding.answer.name: finding.verdict for finding in found.findings}


@pytest.mark.slow
def test_each_verdict(course: Course, tmp_path: Path) -> None:
    other = RIGHT["double"].replace("2 *", "5 *")
    bank = write_bank(
        tmp_path / "bank",
        double__right_numpy=RIGHT["double"],
        double__right_rejected=f"{WRONG['double']}",
        double__wrong_named=SLIP + WRONG["double"],
        double__wrong_misled="# feedback: only half\n" + WRONG["double"],
        double__wrong_unnamed="# feedback: five times\n" + other,
        double__wrong_accepted=SLIP + RIGHT["double"],
        double__wrong_without_words=other,
        triple__right_numpy=RIGHT["triple"],
    )
    found = audited(course, bank)
    assert found.problems == []
    assert verdicts(found) == {
        "right_numpy": judge.ACCEPTED,
        "right_rejected": judge.REJECTED,
        "wrong_named": judge.NAMED,
        "wrong_misled": judge.MISLED,
        "wrong_unnamed": judge.UNNAMED,
        "wrong_accepted": judge.PASSED,
        "wrong_without_words": judge.POINTS_ONLY,
    }
    assert not found.is_clean
    text = report.as_text(found)
    assert "double/wrong_misled: wrong, misleading, 0 of 1 points" in text and "The double of" in text
    assert "right_numpy:" not in text
    assert report.as_page(found).count("<details open>") == 4


def test_what_cannot_be_run_is_left_out_of_changes_and_repetitions(tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "bank",
        double__right_broken="def double(x:\n    return",
        quadruple__right_one="def quadruple(x):\n    return 4 * x",
    )
    lesson = read_lesson(MINI_SOURCE)
    assert {trial.answer for trial in mutation.changed_answers(lesson, bank)} == {"solution"}
    assert mutation.repeat(lesson, bank, 2, 1, print) == []


def test_what_else_is_true_of_an_answer_does_not_mislead(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, double__wrong_x="# feedback: twice || in float16 || too long\nx = 1")
    [answer], _ = answers.read_bank(MINI, bank)
    assert (answer.feedback, answer.also, answer.source) == ("twice", ("in float16", "too long"), "x = 1")
    told = ["  → This is twice the mean."]
    for more, verdict in (
        ([], judge.NAMED),
        (["The mean is wrong.\n  Computed in float16?"], judge.NAMED),
        (["The mean is wrong.\n  Is it sorted?"], judge.MISLED),
        (["  → This is half the mean."], judge.MISLED),
    ):
        assert judge._verdict(answer, False, [*told, *more], [*told, *more]) == verdict
    assert judge._verdict(answer, False, ["Computed in float16?"], ["Computed in float16?"]) == judge.UNNAMED


@pytest.mark.slow
def test_answers_in_one_notebook_are_judged_as_each_is_alone(course: Course, tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "bank",
        double__right_disturbing=RIGHT["double"].replace("np.", "numpy.") + "\nimport numpy\nnp = None",
        double__wrong_named=SLIP + WRONG["double"],
        triple__right_disturbed=RIGHT["triple"],
        triple__wrong_without_words=WRONG["triple"],
    )
    notebooks = judge._together([(MINI, answer) for answer in answers.read_bank(MINI, bank)[0]])
    assert [len(together) for together in notebooks.values()] == [2, 2]
    found = audited(course, bank)
    assert set(verdicts(found).values()) == {judge.ACCEPTED, judge.NAMED, judge.POINTS_ONLY}
    assert [path.name for path in (course.root / "submitted").iterdir()] == ["triple--right_disturbed"]
    assert found == audited(course, bank, alone=True)


@pytest.mark.slow
def test_what_cannot_be_judged_is_named_and_the_others_go_on(course: Course, tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "bank",
        double__right_numpy=RIGHT["double"],
        double__wrong_syntax=SLIP + "def double(x:\n    return",
        double__wrong_exits=SLIP + "import os\nos._exit(1)",
        double__wrong_hangs=SLIP + "def double(x):\n    while True:\n        pass",
        double__other="",
        quadruple__right_one="def quadruple(x):\n    return 4 * x",
    )
    (bank / MINI / "double" / "right_latin.py").write_bytes(b"# \xff\n")
    found = audited(course, bank)
    assert verdicts(found) == {"right_numpy": judge.ACCEPTED}
    told = {
        "wrong_syntax.py: is not valid Python",
        "wrong_exits: crashed",
        "wrong_hangs: timed out",
        "other.py: an answer's file is named",
        "no exercise 'quadruple'",
        "right_latin.py: cannot be read",
        "triple: there is no answer to this exercise",
    }
    for words in told:
        assert any(words in problem for problem in found.problems), (words, found.problems)
    assert len(found.problems) == len(told)
    assert not found.is_clean


def test_the_own_bank_must_say_what_its_feedback_holds(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, double__wrong_double=WRONG["double"], double__right_x=RIGHT["double"])
    found, problems = answers.read_bank(MINI, bank)
    assert problems == [] and len(found) == 2
    [problem] = answers.without_words(found, bank / MINI)
    assert "wrong_double.py: the first line must be" in problem


def test_a_folder_that_is_no_bank(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="is no bank"):
        judge.lessons_of(tmp_path, [])


def test_changes_are_small_and_each_is_made_once() -> None:
    found = {mutant.source for mutant in mutants("def f(x):\n    '''Doc.'''\n    return 2 * x.sum(axis=0) + 1")}
    body = {source.split("\n")[-1].strip() for source in found}
    assert "return 2 * x.sum(axis=0) - 1" in body
    assert "return 2 / x.sum(axis=0) + 1" in body
    assert "return 2 * x.sum(axis=1) + 1" in body
    assert "return 2 * x.sum() + 1" in body
    assert "return 2 * x.mean(axis=0) + 1" in body
    assert "return 2 * x.sum(axis=0)" in body
    assert "return 3 * x.sum(axis=0) + 1" in body
    assert len(body) == len(found) and all("Doc." in source for source in found)


def test_a_change_says_where_it_is() -> None:
    changes = [mutant.change for mutant in mutants("def f(x):\n    if x < 2:\n        return True\n    return x")]
    assert "line 2, column 8: x < 2 → x <= 2" in changes


@pytest.fixture
def lesson_bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(mutation, "_FOUND", tmp_path / "changed_answers.json")
    bank = write_bank(tmp_path, double__right_x=RIGHT["double"], triple__right_x=RIGHT["triple"] + " + 0 * x[0]")
    (bank / MINI / "trials.py").write_text(TRIALS)
    return bank


@pytest.mark.slow
def test_changed_answers_are_rejected_or_the_same_or_survive(
    lesson_bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson, said = read_lesson(MINI_SOURCE), []
    found = mutation.mutate(lesson, lesson_bank, 1, said.append)
    assert "pass; are they as right as before?" in said[-1]
    assert ["test_double_value"] in found.killed
    same = {trial.change for trial in found.same}
    assert "line 2, column 12: 3 * np.asarray(x) + 0 * x[0] → 3 * np.asarray(x)" in same  # x[0] is finite
    assert not found.survived
    monkeypatch.setattr(mutation, "_batch", lambda *arguments: pytest.fail("this was run before"))
    assert mutation.mutate(lesson, lesson_bank, 1, said.append) == found


@pytest.mark.slow
def test_changed_answers_that_only_the_comparison_tells_survive_unless_explained(
    lesson_bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = read_lesson(MINI_SOURCE)
    survivor = Trial("double", "right_x", "line 2: 2 → 3", "def double(x):\n    return 3 * np.asarray(x)")
    monkeypatch.setattr(mutation, "changed_answers", lambda lesson, bank: [survivor])
    monkeypatch.setattr(mutation, "run", lambda lesson, trials, jobs: [(survivor, [])])
    assert mutation.mutate(lesson, lesson_bank, 1, lambda line: None).survived == [survivor]
    (lesson_bank / MINI / "survivors.toml").write_text(f'"{survivor}" = "nobody asks for the factor"')
    assert mutation.mutate(lesson, lesson_bank, 1, lambda line: None).explained == [survivor]


@pytest.mark.slow
def test_an_answer_that_ends_the_process_fails_its_tests_and_the_next_one_runs() -> None:
    lesson = read_lesson(MINI_SOURCE)
    trials = [
        Trial("double", "ends", "", "import os\nos._exit(3)"),
        Trial("double", "leaves", "", "raise SystemExit"),
        Trial("double", "right", "", RIGHT["double"]),
        Trial("triple", "wrong", "", WRONG["triple"]),
    ]
    assert [failures for _, failures in mutation.run(lesson, trials, 1)] == [
        ["test_double_value"],
        ["test_double_value"],
        [],
        ["test_triple_value"],
    ]


@pytest.mark.slow
def test_repetitions_find_an_answer_that_depends_on_luck(tmp_path: Path) -> None:
    lucky = "def double(x):\n    return (2 if np.random.rand() < 0.5 else 3) * np.asarray(x)"
    bank = write_bank(tmp_path, double__right_lucky=lucky, double__right_x=RIGHT["double"])
    [found] = mutation.repeat(read_lesson(MINI_SOURCE), bank, 8, 1, lambda line: None)
    assert "double/right_lucky was misjudged with seed" in found
    assert mutation.repeat(
        read_lesson(MINI_SOURCE), write_bank(tmp_path / "wrong", double__wrong_x=RIGHT["double"]), 1, 1, print
    )


def test_four_repetitions_have_every_pair_of_threads_and_type() -> None:
    pairs = {(mutation._threads(seed), mutation.DTYPES[seed % 2]) for seed in range(4)}
    assert pairs == {(threads, dtype) for threads in (1, 2) for dtype in mutation.DTYPES}


def runs(source: str, test: str, **how: Any) -> bool:
    """Whether an answer `f` passes one test cell."""
    cell = new_code_cell(test, metadata={"nbgrader": {"grade_id": "test_f"}})
    return failed(source, [cell], {"np": np}, name="f", **how) == []


def test_another_seed_is_another_draw_in_tests_alone() -> None:
    draw = "f(np.random.default_rng(7).random())"
    mine = repr(np.random.default_rng(7).random())
    assert runs(f"def f(x):\n    assert x == {mine}", draw)
    assert not runs(f"def f(x):\n    assert x == {mine}", draw, seed=1)
    assert runs(f"def f(x):\n    assert np.random.default_rng(7).random() == {mine}", draw, seed=1)
    assert np.random.default_rng(7).random() == float(mine)


@pytest.mark.slow
@pytest.mark.parametrize("dtype", mutation.DTYPES)
def test_results_in_another_type(dtype: str) -> None:
    for value in ("np.ones(2)", "np.float32(1)", "1.0", "tf.ones(2)", "(np.ones(2), 0)[0]"):
        source = f"import tensorflow as tf\ndef f():\n    return {{'a': ({value}, 3, np.ones(1, int))}}"
        kinds = f"['{dtype}', 'int', 'int64']"
        names = "[getattr(part, 'dtype', type(part)) for part in f()['a']]"
        test = f"assert [getattr(each, 'name', None) or each.__name__ for each in {names}] == {kinds}"
        assert runs(source, test, dtype=dtype), value
    assert runs("def f():\n    return None, 'words'", "assert f() == (None, 'words')", dtype=dtype)


def test_a_bank_from_elsewhere_is_compared_on_the_course_s_inputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutation, "ANSWERS", tmp_path / "ours")
    inputs = write_bank(tmp_path / "ours", double__right_x="") / MINI / "trials.py"
    inputs.write_text(TRIALS)
    elsewhere = write_bank(tmp_path / "elsewhere", double__right_x="")
    assert mutation._trials(read_lesson(MINI_SOURCE), elsewhere) == inputs
    own = elsewhere / MINI / "trials.py"
    own.write_text(TRIALS)
    assert mutation._trials(read_lesson(MINI_SOURCE), elsewhere) == own


def test_a_comparison_needs_inputs(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="trials.py is missing"):
        mutation.comparison(read_lesson(MINI_SOURCE), write_bank(tmp_path, double__right_x=""))


def test_reasons_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "survivors.toml").write_text("= 3")
    with pytest.raises(CourseError, match="survivors.toml"):
        mutation.read_reasons(tmp_path)


def finding(name: str, verdict: str, *failed: str) -> Finding:
    answer = answers.Answer("double", name, "", "words")
    return Finding(MINI, answer, verdict, 0, 1, list(failed), ["words"] * len(failed))


def test_tests_that_do_nothing_alone_are_named() -> None:
    both = finding("wrong_a", judge.NAMED, "test_double_a", "test_double_b")
    both.feedback[1] = "something else"  # the first one names the slip
    found = Audit([both, finding("wrong_b", judge.NAMED, "test_double_b", "test_double_c")])
    text = report.tests_section(found, [Mutation(MINI, killed=[["test_double_b"]])])
    assert "| `test_double_a` | 1 | 0 | 1 | 1 | 0 | 0 |" in text
    assert "| `test_double_b` | 2 | 0 | 1 | 0 | 1 | 1 |" in text
    assert text.endswith("that no other does: `test_double_c`.")


def test_a_section_of_the_page_is_renewed() -> None:
    page = "a\n<!-- x: written by `make audit` -->\nold\n<!-- end of x -->\nb"
    assert "old" not in report.with_section(page, "x", "new") and report.with_section(page, "x", "new").endswith("\nb")
    with pytest.raises(ValueError, match="no lines"):
        report.with_section(page, "y", "new")


def test_a_mutation_rate_leaves_out_what_is_the_same() -> None:
    trial = Trial("double", "x", "", "")
    section = report.mutation_section([Mutation(MINI, [["t"]] * 3, [trial] * 5, [], [trial])])
    assert f"| {MINI} | 5 | 3 | 0 | 1 | 75.00% |" in section


def test_the_documented_figures_are_of_this_bank() -> None:
    """Whoever adds an answer runs `make audit`, and sees how it is judged."""
    lines = [line.strip("| ").split(" | ") for line in report.DOCUMENT.read_text().split("\n") if line.startswith("| ")]
    rows = {line[0]: line[1:] for line in lines if len(line) == 1 + len(judge.VERDICTS)}
    for folder in sorted(path for path in ANSWERS.iterdir() if path.is_dir()):
        counts = dict(zip(judge.VERDICTS, map(int, rows[folder.name]), strict=True))
        assert counts[judge.ACCEPTED] == len(list(folder.glob("*/right_*.py")))
        assert counts[judge.NAMED] == len(list(folder.glob("*/wrong_*.py")))
    said = f"{len(list(ANSWERS.glob('*/*/*.py'))):,} right and wrong answers"
    assert said in (REPOSITORY / "README.md").read_text()


@pytest.mark.slow
def test_an_audit_begins_anew_where_cells_came_or_went(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.hand_in("ada", course.solved())
    course.grade()
    changed = tmp_path / "solutions" / f"{MINI}.py"
    changed.parent.mkdir()
    changed.write_text(MINI_SOURCE.read_text().replace("test_triple_shape", "test_triple_table"))
    ours = functools.partial(build.build, solutions=changed.parent, say=lambda line: None)
    monkeypatch.setattr(build, "build", ours)
    cli.build_for_audit(course.root, [MINI])
    assert "test_triple_table" in (course.root / "source" / MINI / f"{MINI}.ipynb").read_text()
    assert not (course.root / "submitted").exists()


@pytest.mark.slow
def test_the_command_says_what_a_bad_option_is() -> None:
    command = [sys.executable, "-m", "autograder", "audit", "--repeat", "-1"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1 and "--repeat" in done.stderr and done.stdout == ""
