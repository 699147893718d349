"""Do the tests notice small changes of right answers, and let right answers pass each time?

Both run answers through :mod:`autograder.audit.trial`, in processes of their own. A changed answer that passes all
tests may be as right as the one it was made of; `answers/<lesson>/trials.py` tells: for each exercise it holds a
function that calls an answer with an input drawn from what the contract allows, and returns what is to be the same.
It is called 200 times, or as often as its attribute `draws` says.
"""

from __future__ import annotations

import ast
import collections
import contextlib
import functools
import hashlib
import json
import os
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from autograder import config
from autograder.audit.answers import Answer, read_bank, unusable
from autograder.audit.mutants import mutants
from autograder.audit.trial import setup
from autograder.cells import exercises, grade_id, is_solution
from autograder.errors import CourseError
from autograder.files import replace_file
from autograder.lesson import Lesson
from autograder.paths import ANSWERS, REPOSITORY

#: How many answers a process runs before a new one takes over: networks leave memory behind.
_BATCH = 150
_DRAWS = 200
#: The types that right answers may give their results in.
DTYPES = ("float32", "float64")
#: What was found of changed answers before.
_FOUND = REPOSITORY / "build" / "changed_answers.json"


@dataclass(frozen=True)
class Trial:
    """An answer to run.

    Attributes
    ----------
    exercise, answer
        What it answers, and the file's name in the bank, or `solution`.
    change
        What was changed about it; '' if nothing.
    source
        The code.
    seed
        Of the random numbers that the tests draw.
    original
        The code before the change.
    dtype
        In which type it gives its floating-point results; '' for its own.
    """

    exercise: str
    answer: str
    change: str
    source: str
    seed: int = 0
    original: str = ""
    dtype: str = ""

    def __str__(self) -> str:
        return f"{self.exercise}/{self.answer}{', ' if self.change else ''}{self.change}"


@dataclass
class Mutation:
    """What became of the changed answers of one lesson.

    Attributes
    ----------
    lesson
        Its name.
    killed
        For each that failed a test: the grade ids of the tests that it failed.
    same
        Those that passed, and answer as before the change, or as the worked solution does.
    explained
        Those that passed and answer otherwise, for a reason that is written down.
    survived
        All others that passed: the tests are to be mended.
    """

    lesson: str
    killed: list[list[str]] = field(default_factory=list)
    same: list[Trial] = field(default_factory=list)
    explained: list[Trial] = field(default_factory=list)
    survived: list[Trial] = field(default_factory=list)


def changed_answers(lesson: Lesson, bank: Path) -> list[Trial]:
    """Every change of a lesson's worked solutions and of its bank's right answers, each code once."""
    sources = [(grade_id(cell), "solution", cell.source) for cell in lesson.notebook.cells if is_solution(cell)]
    sources += [(each.exercise, each.name, each.source) for each in _usable(lesson, bank) if each.is_right]
    found: dict[tuple[str, str], Trial] = {}
    for exercise, name, source in sources:
        for mutant in mutants(source):
            found.setdefault(
                (exercise, mutant.source), Trial(exercise, name, mutant.change, mutant.source, original=source)
            )
    return list(found.values())


def _usable(lesson: Lesson, bank: Path) -> list[Answer]:
    """The answers that can be run; the audit names the others."""
    answers, _ = read_bank(lesson.name, bank)
    known = set(exercises(lesson.notebook))
    return [answer for answer in answers if not unusable(answer, known, bank / lesson.name)]


def run(lesson: Lesson, trials: Sequence[Trial], jobs: int, threads: int = 1) -> Iterator[tuple[Trial, list[str]]]:
    """Run trials in processes side by side; yields each with the tests that it fails, in any order."""
    count = -(-len(trials) // _BATCH)
    batches = [trials[start::count] for start in range(count)]  # so that no batch is made of networks alone
    with ThreadPoolExecutor(jobs) as pool:
        for batch, failures in zip(batches, pool.map(lambda some: _batch(lesson, some, threads), batches), strict=True):
            yield from zip(batch, failures, strict=True)


def _batch(lesson: Lesson, trials: Sequence[Trial], threads: int) -> list[list[str]]:
    every = {name: [grade_id(cell) for cell in cells] for name, cells in exercises(lesson.notebook).items()}
    environment = os.environ | config.threads(threads)
    command = [sys.executable, "-m", "autograder.audit.trial", str(lesson.path)]
    found: list[list[str]] = []
    while len(found) < len(trials):
        rest = [
            json.dumps({"exercise": each.exercise, "source": each.source, "seed": each.seed, "dtype": each.dtype})
            for each in trials[len(found) :]
        ]
        done = subprocess.run(command, input="\n".join(rest), env=environment, capture_output=True, text=True)
        found += [json.loads(line) for line in done.stdout.splitlines() if line.endswith("]")]
        if len(found) < len(trials):  # this one ended the process
            found.append(every[trials[len(found)].exercise])
    return found


def mutate(lesson: Lesson, bank: Path, jobs: int, say: Callable[[str], None]) -> Mutation:
    """Run every changed answer of a lesson, and look at those that pass.

    Raises
    ------
    CourseError
        If there is no `trials.py` for the lesson, or its list of reasons cannot be read.
    """
    trials, result = changed_answers(lesson, bank), Mutation(lesson.name)
    compare, reasons = comparison(lesson, bank), read_reasons(bank / lesson.name)
    with _known() as known:
        keys = dict(zip(trials, _keys(lesson, bank, trials), strict=True))
        new = [trial for trial in trials if keys[trial] not in known]
        for number, (trial, failures) in enumerate(run(lesson, new, jobs), start=1):
            known[keys[trial]] = failures
            if number % _BATCH == 0 or number == len(new):
                say(f"{lesson.name}: {number} of {len(new)} changed answers")
        passed = [trial for trial in trials if not known[keys[trial]]]
        result.killed = [known[keys[trial]] for trial in trials if known[keys[trial]]]
        say(f"{lesson.name}: {len(trials)} changed answers, {len(passed)} pass; are they as right as before?")
        for trial in passed:
            key = f"same {keys[trial]}"
            if key not in known:
                known[key] = compare(trial)
            if known[key]:
                result.same.append(trial)
            elif str(trial) in reasons:
                result.explained.append(trial)
            else:
                result.survived.append(trial)
                say(f"{lesson.name}/{trial}: passes all tests, and does something else")
    return result


@contextlib.contextmanager
def _known() -> Iterator[dict[str, Any]]:
    """What was found before, by key; kept in a file, also when this is stopped."""
    known = json.loads(_FOUND.read_text(encoding="utf-8")) if _FOUND.exists() else {}
    try:
        yield known
    finally:
        replace_file(_FOUND, json.dumps(known))


def _keys(lesson: Lesson, bank: Path, trials: Sequence[Trial]) -> list[str]:
    """For each trial a digest of all that its result depends on."""
    cells = lesson.notebook.cells
    code = [*sorted((REPOSITORY / "lessonkit").rglob("*.py")), _trials(lesson, bank)]
    common = [_meaning(path.read_text(encoding="utf-8")) for path in code]
    common += [_meaning(cell.source) for cell in cells if grade_id(cell).startswith("setup") or is_solution(cell)]
    start = hashlib.sha256("\0".join(common).encode())
    tests = {
        name: "\0".join(_meaning(cell.source) for cell in some) for name, some in exercises(lesson.notebook).items()
    }
    found = []
    for trial in trials:
        own = start.copy()
        own.update("\0".join([tests[trial.exercise], trial.source, trial.original]).encode())
        found.append(own.hexdigest())
    return found


def _meaning(source: str) -> str:
    """Code without what does not matter to it: layout, comments, docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:]
    return ast.dump(tree)


def read_reasons(folder: Path) -> dict[str, str]:
    """Why changed answers may pass though they answer otherwise: `survivors.toml`, a reason for each.

    Raises
    ------
    CourseError
        If it is not TOML.
    """
    path = folder / "survivors.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{path}: {error}.") from error


def comparison(lesson: Lesson, bank: Path) -> Callable[[Trial], bool]:
    """What tells whether a changed answer does what it did before, or what the worked solution does, on drawn inputs.

    Raises
    ------
    CourseError
        If neither the bank nor the course has a `trials.py` for the lesson.
    """
    drawn = runpy.run_path(str(_trials(lesson, bank)))
    namespace, _ = setup(lesson.path)
    worked = {grade_id(cell): cell.source for cell in lesson.notebook.cells if is_solution(cell)}
    for name, source in worked.items():  # some of them call others
        namespace[name] = _defined(source, name, namespace)

    @functools.cache  # many changed answers have the same original
    def answered(exercise: str, source: str, seed: int) -> Any:
        return _outcome(drawn[exercise], defined(exercise, source), seed)

    @functools.cache
    def defined(exercise: str, source: str) -> Callable:
        return _defined(source, exercise, namespace)

    def same(trial: Trial) -> bool:
        """As one of the two for every draw; most that are not show it soon."""
        mine = functools.cache(lambda seed: _outcome(drawn[trial.exercise], changed, seed))
        changed = _defined(trial.source, trial.exercise, namespace)
        draws = getattr(drawn[trial.exercise], "draws", _DRAWS)  # fewer where a network is built for each
        return any(
            all(_alike(mine(seed), answered(trial.exercise, source, seed)) for seed in range(draws))
            for source in dict.fromkeys((trial.original or worked[trial.exercise], worked[trial.exercise]))
        )

    return same


def _trials(lesson: Lesson, bank: Path) -> Path:
    """The bank's `trials.py`, or the course's own: what a contract allows is the same for every bank."""
    own, ours = (folder / lesson.name / "trials.py" for folder in (bank, ANSWERS))
    if not own.exists() and not ours.exists():
        raise CourseError(f"{own} is missing: for each exercise it calls an answer with inputs that are drawn.")
    return own if own.exists() else ours


def _defined(source: str, name: str, namespace: dict[str, Any]) -> Callable:
    own = dict(namespace)
    exec(compile(source, "<ipykernel_answer>", "exec"), own)
    return own[name]


def _outcome(call: Callable, answer: Callable, seed: int) -> Any:
    try:
        with np.errstate(all="ignore"):
            return call(answer, np.random.default_rng(seed))
    except Exception as error:
        return type(error).__name__


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        return len(one) == len(other) and all(_alike(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, str) or isinstance(other, str):
        return type(one) is type(other) and one == other
    one, other = np.asarray(one), np.asarray(other)
    if one.shape != other.shape or one.dtype.kind not in "biuf" or other.dtype.kind not in "biuf":
        return False
    size = np.abs(other[np.isfinite(other)]).max(initial=0)  # float32 holds the largest value to 6e-8 of it
    return bool(np.allclose(one, other, rtol=1e-4, atol=1e-6 + 1e-6 * size, equal_nan=True))


def less_often(times: int) -> int:
    """How often :func:`repeat` runs a wrong answer."""
    return max(times // 10, 1)


def repeat(lesson: Lesson, bank: Path, times: int, jobs: int, say: Callable[[str], None]) -> list[str]:
    """Run every answer of a lesson many times; a sentence for each that was misjudged.

    What tests draw is new each time. One thread and two take turns, and so do float32 and float64 as the type in which
    right answers give their results. A wrong one needs only a tenth as often: it must fail some test, and most do so in
    the first.
    """
    answers = _usable(lesson, bank)
    wrong: dict[str, list[int]] = collections.defaultdict(list)
    for threads in (1, 2):
        trials = [
            Trial(answer.exercise, answer.name, "", answer.source, seed, dtype=DTYPES[seed % 2] * answer.is_right)
            for seed in range(times)
            for answer in answers
            if _threads(seed) == threads and (answer.is_right or seed < less_often(times))
        ]
        for number, (trial, failures) in enumerate(run(lesson, trials, jobs, threads), start=1):
            if number % (10 * _BATCH) == 0:
                say(f"{lesson.name}: {number} of {len(trials)} repetitions on {threads} thread{'s'[: threads - 1]}")
            if bool(failures) == trial.answer.startswith("right_"):
                wrong[str(trial)].append(trial.seed)
    say(f"{lesson.name}: {len(answers)} answers {times} times")
    return [
        f"{lesson.name}/{name} was misjudged with "
        + ", ".join(f"seed {seed} ({_threads(seed)} thread(s), {DTYPES[seed % 2]})" for seed in seeds)
        for name, seeds in wrong.items()
    ]


def _threads(seed: int) -> int:
    """On how many threads a repetition runs: so that in four of them all pairs with a type occur."""
    return 1 + seed // 2 % 2
