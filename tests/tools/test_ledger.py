"""`make verdicts`: what a lesson's verdicts depend on, results files, the page, and whole runs of a small lesson."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import ledger
import mini_lessons
import nbformat
import pytest
import verdicts

from autograder.cells import grade_id
from autograder.lesson import Lesson, read_lesson
from autograder.paths import SOLUTIONS


def dice(tmp_path: Path, **changed: str) -> Lesson:
    """The small lesson, with some of its cells changed."""
    return read_lesson(mini_lessons.write(tmp_path / "solutions", **changed))


def invented(seed: int, verdict: str = "holds", number: float = 2.0) -> list[dict]:
    """A run of the small lesson."""
    sure = {"claim": "1.1", "verdict": "holds", "number": 10, "low": None, "high": None}
    open_to_chance = {"claim": "1.2", "verdict": verdict, "number": number, "low": 1.25, "high": 2.75}
    words = ("there are ten throws", "the first one is large")
    both = zip((sure, open_to_chance), words, strict=True)
    return ledger.kept([part | {"text": text, "sentence": "s"} for part, text in both], seed)


def invented_runs(**changed: str) -> dict[int, list[dict]]:
    """All runs of the small lesson; `seed_3="does not hold"` gives the second claim this verdict there."""
    return {seed: invented(seed, changed.get(f"seed_{seed}", "holds")) for seed in ledger.SEEDS}


def test_claims_and_their_sections(tmp_path: Path) -> None:
    lesson = dice(tmp_path)
    assert ledger.claims(lesson) == {"1.1": "there are ten throws", "1.2": "the first one is large"}
    assert ledger.sections(lesson) == {"1.1": "1. Throw", "1.2": "1. Throw"}  # `number` only sums up
    constant = mini_lessons.CELLS["verdicts"].replace("claim_1_1(number)", "claim_1_1(10)")
    assert ledger.sections(dice(tmp_path, verdicts=constant))["1.1"] == "2. The claims"


def deciding(tmp_path: Path, **changed: str) -> set[str]:
    return {grade_id(cell) for cell in ledger.deciding_cells(dice(tmp_path, **changed).notebook)}


def test_figures_tests_and_asides_decide_nothing(tmp_path: Path) -> None:
    decides = {"setup", "demo_throw", "demo_rules", "demo_number", "demo_verdicts"}
    assert deciding(tmp_path) == decides
    aside = mini_lessons.cell("demo_aside", "mean = throws.mean()\nplots.table(('mean',), [(mean,)])")
    assert deciding(tmp_path, test=aside) == decides


@pytest.mark.parametrize(
    "line",
    [
        "throws = 6 - throws",
        "throws[0] = 6",
        "throws.flags.writeable = False",
        "throws[1:][0] += 1",
        "throws.sort()",
        "np.random.shuffle(throws)",
        "history = throws.fit(1)",
        "losses = training.fit(throws, 1)",
        "for place in range(3):\n    throws[place] = place",
        "def lower():\n    throws[0] = 1",
    ],
)
def test_what_changes_a_value_that_is_needed_decides(tmp_path: Path, line: str) -> None:
    assert "demo_aside" in deciding(tmp_path, test=mini_lessons.cell("demo_aside", line))


def test_a_figure_decides_that_trains_or_binds_what_is_needed(tmp_path: Path) -> None:
    figure = mini_lessons.CELLS["figure"]
    assert "demo_figure" in deciding(tmp_path, figure=figure + "\nthrows = throws + 0\n")
    assert "demo_figure" in deciding(tmp_path, figure=figure + "\nlosses = training.fit(throws)\n")


@pytest.mark.parametrize(
    ("cell", "old", "new", "counts"),
    [
        ("title", "This one.", "That one.", False),
        ("throw", "# ten throws", "# a comment\n", False),
        ("throw", "1, 7, 10", "\n    1,\n    7,\n    10,\n", False),
        ("throw", "# ten throws", "\nplots.table(('throws',), [[throw] for throw in throws])\n", False),
        ("throw", "# ten throws", "\nprint(throws)\n", True),
        ("figure", "not drawn", "drawn elsewhere", False),
        ("test", "is not run", "is never run", False),
        ("throw", "1, 7", "0, 7", True),
        ("rules", "> 3", "> 4", True),
    ],
)
def test_the_digest_is_of_what_decides(tmp_path: Path, cell: str, old: str, new: str, counts: bool) -> None:
    before = ledger.digest(dice(tmp_path))
    source = mini_lessons.CELLS[cell]
    assert old in source
    assert (ledger.digest(dice(tmp_path, **{cell: source.replace(old, new)})) != before) is counts


def test_the_digest_does_not_depend_on_where_cells_end(tmp_path: Path) -> None:
    lesson = dice(tmp_path)
    before, deciding = ledger.digest(lesson), ledger.deciding_cells(lesson.notebook)
    longest = max(deciding, key=lambda cell: len(ast.parse(cell.source).body))
    *first, last = map(ast.unparse, ast.parse(longest.source).body)
    assert first
    at = lesson.notebook.cells.index(longest)
    lesson.notebook.cells[at : at + 1] = [
        nbformat.from_dict({**longest, "source": source}) for source in ("\n".join(first), last)
    ]
    assert len(ledger.deciding_cells(lesson.notebook)) == len(deciding) + 1
    assert ledger.digest(lesson) == before


def test_the_digest_is_of_lessonkit_too(tmp_path: Path) -> None:
    for module in ledger.MODULES:
        (tmp_path / f"{module}.py").write_text('"""What it is for."""\nx = 1\n')
    lesson = dice(tmp_path)
    before = ledger.digest(lesson, tmp_path)
    (tmp_path / "training.py").write_text('"""What it is\nreally for."""\n\nx = 1\n')
    assert ledger.digest(lesson, tmp_path) == before
    (tmp_path / "training.py").write_text('"""What it is for."""\nx = 2\n')
    assert ledger.digest(lesson, tmp_path) != before


def test_a_results_file_is_read_as_written(tmp_path: Path) -> None:
    runs = invented_runs()
    ledger.write(tmp_path / "one.json", "abc", runs)
    assert ledger.read(tmp_path / "one.json", "abc") == runs
    assert ledger.read(tmp_path / "none.json", "abc") == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"format": 1}', "cannot be read"),
        ('{"format": 0, "runs": []}', "of version 0 of the ledger, not 1"),
        ('{"format": 1, "sources": "abc", "runs": {"0": [{}]}}', "without a claim"),
        ('{"format": 1, "sources": "old", "runs": {}}', "another state of the lesson's code"),
    ],
)
def test_a_results_file_that_cannot_be_used(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "one.json").write_text(text)
    with pytest.raises(ledger.LedgerError, match=sentence):
        ledger.read(tmp_path / "one.json", "abc")


def test_one_run_in_ten_may_differ() -> None:
    assert [row.decided for row in ledger.rows(invented_runs(seed_1="does not hold"))] == [True, True]
    row = ledger.rows(invented_runs(seed_1="does not hold", seed_9="not told apart"))[1]
    assert (row.same, row.runs, row.decided) == (8, 10, False)


@pytest.mark.parametrize(
    ("numbers", "texts"),
    [
        ((0.12345,), ["0.123"]),
        ((-1.5, -12.34), ["−1.5", "−12.3"]),
        ((10,), ["10"]),
        ((0.0,), ["0"]),
        ((1.2e-7,), ["1.20e−07"]),
        ((0.5, float("nan")), ["0.500", "nan"]),
    ],
)
def test_numbers_are_short(numbers: tuple[float, ...], texts: list[str]) -> None:
    assert ledger.figures(*numbers) == texts


def test_a_number_without_interval_shows_how_far_it_varies() -> None:
    runs = invented_runs()
    assert [row.number for row in ledger.rows(runs)] == ["10", "2.00 (1.25 to 2.75)"]
    runs[4][0]["number"] = 12
    assert ledger.rows(runs)[0].number == "10 (all runs: 10 to 12)"


def test_the_page_has_each_claim_in_a_line(tmp_path: Path) -> None:
    lesson = dice(tmp_path)
    assert "Not run yet in this state: `make verdicts ARGS=01_dice`." in ledger.page([lesson], tmp_path)
    runs = invented_runs(seed_1="does not hold", seed_2="does not hold")
    ledger.write(tmp_path / "01_dice.json", ledger.digest(lesson), runs)
    page = ledger.page([lesson], tmp_path)
    link = "[1. Throw](../lessons/01_dice/01_dice.ipynb)"
    assert f"| 1.1 | there are ten throws | holds | 10 of 10 | 10 | s | {link} |" in page
    assert "| **not decided** (shown: holds) | 8 of 10 | 2.00 (1.25 to 2.75) |" in page
    assert "still to be run" not in page
    del runs[10]
    ledger.write(tmp_path / "01_dice.json", ledger.digest(lesson), runs)
    assert "1 of the ten repetitions are still to be run" in ledger.page([lesson], tmp_path)


# Whole runs. All but the last are invented.


@pytest.fixture
def nearly_done(tmp_path: Path) -> Path:
    """A folder with the small lesson, of which only seed 10 has not been run."""
    lesson = dice(tmp_path)
    runs = invented_runs()
    del runs[10]
    ledger.write(tmp_path / "claims" / "01_dice.json", ledger.digest(lesson), runs)
    return tmp_path


def command(place: Path, *arguments: str) -> int:
    return verdicts.main(arguments, place / "solutions", place / "claims", place / "claims.md")


@pytest.mark.slow
def test_what_is_missing_is_run_and_kept(nearly_done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(nearly_done) == 0
    assert re.search(r"1 of 1, .*01_dice, seed 10: \d+ CPU s", capsys.readouterr().out)
    results = json.loads((nearly_done / "claims" / "01_dice.json").read_text())["runs"]
    assert list(results) == [str(seed) for seed in ledger.SEEDS]
    assert results["10"][0] == {"claim": "1.1", "verdict": "holds", "number": 10, "low": None, "high": None}
    assert "| 10 of 10 |" in (nearly_done / "claims.md").read_text()
    assert command(nearly_done, "01_dice") == 0
    assert "Nothing to run" in capsys.readouterr().out


@pytest.mark.slow
def test_a_lesson_that_stops_does_not_stop_the_others(nearly_done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stops = mini_lessons.cell(
        "demo_number", "if lessonkit.seed() == 10_000:\n    raise ValueError('bad luck')\nnumber = 10"
    )
    lesson = read_lesson(mini_lessons.write(nearly_done / "solutions", "00_first", number=stops))
    runs = invented_runs()
    del runs[10]
    ledger.write(nearly_done / "claims" / "00_first.json", ledger.digest(lesson), runs)
    assert command(nearly_done, "--jobs", "1") == 1
    said = capsys.readouterr().out
    assert "00_first, seed 10: demo_number stopped it: ValueError: bad luck" in said
    assert "00_first: seeds 10 have not been run. Run `make verdicts ARGS=00_first`." in said
    assert "01_dice, seed 10" in said
    assert len(json.loads((nearly_done / "claims" / "01_dice.json").read_text())["runs"]) == 11


@pytest.mark.slow
def test_a_broken_results_file_is_run_again(
    nearly_done: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "SEEDS", (0, 2))
    (nearly_done / "claims" / "01_dice.json").write_text("{")
    command(nearly_done)
    said = capsys.readouterr().out
    assert "01_dice.json cannot be read" in said and "it is run again" in said and "2 runs, 2 at a time" in said


def test_what_is_not_decided_is_said(nearly_done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson = read_lesson(nearly_done / "solutions" / "01_dice.py")
    runs = invented_runs(seed_2="does not hold", seed_7="not told apart")
    ledger.write(nearly_done / "claims" / "01_dice.json", ledger.digest(lesson), runs)
    assert command(nearly_done) == 1
    assert "1.2 is not decided: “holds” on the page, and in 8 of 10 runs." in capsys.readouterr().out


def test_others_are_asked_for(nearly_done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mini_lessons.write(nearly_done / "solutions", "00_none", verdicts=mini_lessons.cell("demo_end", "pass"))
    assert command(nearly_done, "00_none") == 1  # has no claims: nothing is run
    assert "01_dice: seeds 10 have not been run. Run `make verdicts ARGS=01_dice`." in capsys.readouterr().out


def test_an_unknown_lesson_is_named(nearly_done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(nearly_done, "09_none") == 1
    assert "There is no lesson '09_none'. The lessons are: 01_dice." in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("verdict_cell", "sentence"),
    [
        ("import os\nevidence.show(os._exit(1), claims)", "demo_verdicts stopped it: its process ended"),
        ("pass", "no cell shows verdicts with evidence.show"),
    ],
)
def test_why_a_lesson_stopped(tmp_path: Path, verdict_cell: str, sentence: str) -> None:
    lesson = dice(tmp_path, verdicts=mini_lessons.cell("demo_verdicts", verdict_cell))
    with pytest.raises(verdicts.LessonStopped, match=sentence):
        verdicts.run(lesson, seed=1, threads=1)


def test_a_program_that_ends_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program.py"
    program.write_text("raise MemoryError('no memory')")
    monkeypatch.setattr(verdicts, "PROGRAM", program)
    with pytest.raises(verdicts.LessonStopped, match="ended: MemoryError: no memory"):
        verdicts.run(dice(tmp_path), seed=1, threads=1)


# The course's own ledger.

LESSONS = [read_lesson(path) for path in sorted(SOLUTIONS.glob("*.py"))]


@pytest.mark.parametrize("lesson", LESSONS, ids=[lesson.name for lesson in LESSONS])
def test_every_claim_is_in_the_ledger(lesson: Lesson) -> None:
    try:
        runs = ledger.read(ledger.RESULTS / f"{lesson.name}.json", ledger.digest(lesson))
    except ledger.LedgerError as problem:
        pytest.fail(f"{problem}: run `make verdicts ARGS={lesson.name}`")
    # how many of the ten repetitions there are, the page says, and `make verdicts` runs the rest
    assert ledger.PUBLISHED in runs and set(runs) <= set(ledger.SEEDS), f"run `make verdicts ARGS={lesson.name}`"
    shown = {verdict["claim"]: verdict["text"] for verdict in runs[ledger.PUBLISHED]}
    assert shown == ledger.claims(lesson) != {}
    for run in runs.values():
        assert [verdict["claim"] for verdict in run] == list(shown)


@pytest.mark.parametrize("lesson", LESSONS, ids=[lesson.name for lesson in LESSONS])
def test_every_verdict_is_decided(lesson: Lesson) -> None:
    runs = ledger.read(ledger.RESULTS / f"{lesson.name}.json", ledger.digest(lesson))
    assert [row.claim for row in ledger.rows(runs) if not row.decided] == []


def test_the_page_is_up_to_date() -> None:
    assert ledger.PAGE.read_text(encoding="utf-8") == ledger.page(LESSONS), "run `make verdicts`"
