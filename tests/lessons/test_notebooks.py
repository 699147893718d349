"""What a reader of each lesson gets: it runs, in silence, with figures that can be read without seeing them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.cells import FOLDED, exercises, grade_id, is_demo, is_solution, is_test
from autograder.lesson import read_lesson
from autograder.paths import LESSONS, REPOSITORY, SOLUTIONS
from lessonkit import evidence

NAMES = sorted(path.stem for path in SOLUTIONS.glob("*.py"))
SOURCES = {name: read_lesson(SOLUTIONS / f"{name}.py").notebook for name in NAMES}
#: The longest line of code, and the most lines of a test cell, that a student should have to read.
LINE, LINES = 100, 25
#: The most lines of code, comments not counted, of a demo cell that is not folded, …
DEMO_LINES = 10
#: … except for the two that list claims or verdicts, one a line.
LISTED = {"02_logits_and_softmax": {"demo_claims", "demo_verdicts"}}
#: How many claims the course's own lessons decide.
CLAIMS = {"1": 7, "2": 10, "3": 5, "4": 7, "5": 6}
PATHS = ("/tmp", "/home/", "/root/", "/Users/", "../")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_runs_from_top_to_bottom_in_silence(name: str, executed: Callable[[str], NotebookNode]) -> None:
    for cell in executed(name).cells:
        for output in cell.get("outputs", []):
            assert output.get("name") != "stderr", f"{grade_id(cell)}: {output.get('text')}"
            assert output.output_type != "error"


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_alt_text(name: str, executed: Callable[[str], NotebookNode]) -> None:
    figures = 0
    for cell in executed(name).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            html = "".join(data.get("text/html", ""))
            images = re.findall(r"<img[^>]*>", html)
            for image in images:
                alt = re.search(r'alt="([^"]*)"', image)
                assert alt and len(alt[1]) > 40, f"{grade_id(cell)}: {image[:80]}"
            alt = output.get("metadata", {}).get("image/png", {}).get("alt")
            assert "image/png" not in data or images or alt, grade_id(cell)
            figures += len(images)
    assert figures >= 1


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("00")])
def test_every_claim_has_a_computed_verdict(name: str, executed: Callable[[str], NotebookNode]) -> None:
    number = name[1]
    table = next(cell for cell in executed(name).cells if grade_id(cell) == "demo_verdicts")
    shown = next(out.data[evidence.MIME] for out in table.outputs if evidence.MIME in out.get("data", {}))
    count = CLAIMS.get(number, len(shown))
    assert [verdict["claim"] for verdict in shown] == [f"{number}.{i}" for i in range(1, count + 1)]
    assert all(re.match(r"holds|does not hold|not told apart", verdict["verdict"]) for verdict in shown)
    assert all(verdict["sentence"] for verdict in shown)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_ledger_has_the_verdicts_of_the_page(name: str, executed: Callable[[str], NotebookNode]) -> None:
    outputs = [output.get("data", {}) for cell in executed(name).cells for output in cell.get("outputs", [])]
    shown = next(data[evidence.MIME] for data in outputs if evidence.MIME in data)
    kept = json.loads((REPOSITORY / "docs" / "claims" / f"{name}.json").read_text(encoding="utf-8"))["runs"]["0"]
    assert [(v["claim"], v["verdict"]) for v in shown] == [(v["claim"], v["verdict"]) for v in kept], "make verdicts"


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_in_order(name: str) -> None:
    depth, titles = 0, 0
    for cell in SOURCES[name].cells:
        if cell.cell_type == "markdown":
            for marks in re.findall(r"^(#+) ", re.sub(r"```.*?```", "", cell.source, flags=re.S), flags=re.M):
                assert len(marks) <= depth + 1
                depth = len(marks)
                titles += depth == 1
    assert titles == 1


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_short(name: str) -> None:
    for cell in SOURCES[name].cells:
        if cell.cell_type == "code" and not is_solution(cell) and not is_test(cell):
            assert len(cell.source.splitlines()) <= 25, grade_id(cell)


@pytest.mark.parametrize("name", NAMES)
def test_demos_are_a_few_lines_of_code(name: str) -> None:
    longer = set()
    for cell in SOURCES[name].cells:
        if cell.cell_type == "code" and is_demo(cell) and not cell.source.startswith(FOLDED):
            lines = [line for line in cell.source.splitlines() if line.strip() and not line.lstrip().startswith("#")]
            longer |= {grade_id(cell)} if len(lines) > DEMO_LINES else set()
    assert longer == LISTED.get(name, set())


@pytest.mark.parametrize("name", NAMES)
def test_code_of_the_released_notebook_fits_its_page(name: str) -> None:
    released = nbformat.read(LESSONS / name / f"{name}.ipynb", as_version=4)
    for cell in released.cells:
        if cell.cell_type == "code":
            lines = cell.source.splitlines()
            assert max(map(len, lines), default=0) <= LINE, grade_id(cell)
            assert len(lines) <= LINES or not is_test(cell), grade_id(cell)


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_has_a_card_with_hints(name: str) -> None:
    cells = SOURCES[name].cells
    for index, cell in enumerate(cells):
        if is_solution(cell):
            card = cells[index - 1]
            assert card.cell_type == "markdown" and f"`{grade_id(cell)}`" in card.source, grade_id(cell)
            assert card.source.count("<details>") >= 2, grade_id(cell)
            assert "If your code fails" in card.source, grade_id(cell)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_this_machine_is_named(name: str) -> None:
    for cell in SOURCES[name].cells:
        assert not any(path in cell.source for path in PATHS), grade_id(cell)


@pytest.mark.parametrize("name", NAMES)
def test_exercises_come_before_their_use(name: str) -> None:
    cells = SOURCES[name].cells
    for exercise in exercises(SOURCES[name]):
        defined = next(i for i, cell in enumerate(cells) if grade_id(cell) == exercise)
        for cell in cells[:defined]:
            if is_demo(cell):
                assert not re.search(rf"\b{exercise}\(", cell.source), f"{grade_id(cell)} uses {exercise} too early"
