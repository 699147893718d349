"""Everything that has cost a right answer its points in plain nbgrader, given a wrong one points, or stopped a batch.

All these submissions are graded in one run; each test then looks at one of them.
"""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from mini_course import MINI, RIGHT, WRONG, Course, cell
from nbformat.v4 import new_code_cell, new_output

from autograder.report import Row

Maker = Callable[[Course], None]
pytestmark = pytest.mark.slow

TRAPS: dict[str, tuple[Maker, str, float | None]] = {}


def trap(status: str, points: float | None) -> Callable[[Maker], Maker]:
    """Register a submission with the status and points (of 3) that it must get."""

    def register(maker: Maker) -> Maker:
        TRAPS[maker.__name__] = (maker, status, points)
        return maker

    return register


def _before(notebook: nbformat.NotebookNode, name: str, source: str) -> None:
    notebook.cells.insert(notebook.cells.index(cell(notebook, name)), new_code_cell(source))


@trap("graded", 3)
def all_right(course: Course) -> None:
    course.hand_in("all_right", course.solved())


@trap("graded", 0)
def nothing_done(course: Course) -> None:
    course.hand_in("nothing_done", course.release)


@trap("graded", 3)
def stderr_in_test_cells(course: Course) -> None:
    noisy = "import os, sys, warnings\ndef double(x):\n    warnings.warn('w'); print('e', file=sys.stderr); os.write(2, b'c')\n"  # noqa: E501
    course.hand_in("stderr_in_test_cells", course.solved(double=noisy + "    return 2 * np.asarray(x)"))


@trap("graded", 3)
def noise_after_the_call(course: Course) -> None:
    late = (
        "import logging, sys, threading, time\ndef double(x):\n"
        "    threading.Thread(target=lambda: (time.sleep(0.01), print('late', file=sys.__stderr__))).start()\n"
        "    logging.getLogger('x').warning('w')\n    return 2 * np.asarray(x)"
    )
    course.hand_in("noise_after_the_call", course.solved(double=late))


@trap("graded", 3)
def duplicated_cells(course: Course) -> None:
    notebook = course.solved()
    for name in ("test_double_value", "double", "setup"):
        notebook.cells.insert(2, copy.deepcopy(cell(notebook, name)))
    notebook.cells.append(copy.deepcopy(cell(notebook, "test_triple_value")))
    course.hand_in("duplicated_cells", notebook)


@trap("graded", 2)
def removed_test_cell(course: Course) -> None:
    notebook = course.solved(double=WRONG["double"])
    notebook.cells.remove(cell(notebook, "test_double_value"))
    course.hand_in("removed_test_cell", notebook)


@trap("graded", 3)
def removed_everything_but_answers(course: Course) -> None:
    notebook = course.solved()
    notebook.cells = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("solution")]
    course.hand_in("removed_everything_but_answers", notebook)


@trap("graded", 2)
def retyped_test_cell(course: Course) -> None:
    notebook = course.solved(double=WRONG["double"])
    cell(notebook, "test_double_value").cell_type = "markdown"
    course.hand_in("retyped_test_cell", json.dumps(notebook))


@trap("graded", 3)
def retyped_solution_cell(course: Course) -> None:
    notebook = course.solved()
    cell(notebook, "triple").cell_type = "raw"
    course.hand_in("retyped_solution_cell", json.dumps(notebook))


@trap("graded", 2)
def edited_test_cell(course: Course) -> None:
    notebook = course.solved(double=WRONG["double"])
    cell(notebook, "test_double_value").source = "pass"
    cell(notebook, "test_double_value").metadata.nbgrader.update(points=50, locked=False, checksum="0")
    course.hand_in("edited_test_cell", notebook)


@trap("graded", 2)
def skipping_tags(course: Course) -> None:
    notebook = course.solved(double=WRONG["double"])
    cell(notebook, "test_double_value").metadata.tags = ["skip-execution", "demo", "raises-exception"]
    cell(notebook, "triple").metadata.tags = ["skip-execution", "demo"]
    course.hand_in("skipping_tags", notebook)


@trap("graded", 3)
def names_of_the_tests_taken(course: Course) -> None:
    """Right answers with helpers that are called as the tests, or what they use inside, might be."""
    helpers = "def checks(x):\n    return x\n\ninputs = answer = test_double_value = expected = checks\n\n"
    right = {
        name: f"{helpers}{source.replace('np.asarray(x)', 'answer(np.asarray(inputs(x)))')}"
        for name, source in RIGHT.items()
    }
    course.hand_in("names_of_the_tests_taken", course.solved(**right))


@trap("graded", 3)
def ids_changed(course: Course) -> None:
    notebook = course.solved()
    cell(notebook, "test_double_value").metadata.nbgrader.grade_id = "test_other"
    cell(notebook, "double").metadata.nbgrader.grade_id = "my answer"
    course.hand_in("ids_changed", notebook)


@trap("graded", 3)
def all_metadata_lost(course: Course) -> None:
    notebook = course.solved()
    for index, each in enumerate(notebook.cells):
        each.metadata, each.id = nbformat.NotebookNode(), f"n{index}"
    course.hand_in("all_metadata_lost", notebook)


@trap("graded", 3)
def answer_in_another_cell(course: Course) -> None:
    notebook = course.solved(double="from math import *\nsetup = None")
    _before(
        notebook,
        "test_double_value",
        "def helper(x):\n    return x\n\ndef double(x):\n    return 2 * helper(np.asarray(x))",
    )
    course.hand_in("answer_in_another_cell", notebook)


@trap("graded", 3)
def tests_moved_up(course: Course) -> None:
    notebook = course.solved()
    test = cell(notebook, "test_triple_value")
    notebook.cells.remove(test)
    notebook.cells.insert(0, test)
    course.hand_in("tests_moved_up", notebook)


@trap("graded", 3)
def names_shadowed(course: Course) -> None:
    notebook = course.solved()
    _before(notebook, "test_double_value", "checks = 1\nlessonkit = 2")
    course.hand_in("names_shadowed", notebook)


@trap("graded", 3)
def old_format(course: Course) -> None:
    course.hand_in("old_format", nbformat.writes(nbformat.convert(course.solved(), 3), version=3))


@trap("graded", 3)
def format_without_cell_ids(course: Course) -> None:
    raw = json.loads(nbformat.writes(course.solved()))
    raw["nbformat_minor"] = 2
    for each in raw["cells"]:
        del each["id"]
    course.hand_in("format_without_cell_ids", json.dumps(raw))


@trap("graded", 3)
def newer_format(course: Course) -> None:
    raw = json.loads(nbformat.writes(course.solved()))
    raw.update(nbformat=5, nbformat_minor=3, novelty={"a": 1})
    for each in raw["cells"]:
        each["novelty"] = True
    course.hand_in("newer_format", json.dumps(raw))


@trap("graded", 3)
def other_file_name(course: Course) -> None:
    course.hand_in("other_file_name", course.solved(), name="my homework (2).ipynb")


@trap("graded", 3)
def byte_order_mark(course: Course) -> None:
    course.hand_in("byte_order_mark", b"\xef\xbb\xbf" + nbformat.writes(course.solved()).encode())


@trap("graded", 3)
def no_kernel_metadata(course: Course) -> None:
    notebook = course.solved()
    notebook.metadata = nbformat.NotebookNode()
    course.hand_in("no_kernel_metadata", notebook)


@trap("graded", 3)
def kernel_of_another_language(course: Course) -> None:
    notebook = course.solved()
    notebook.metadata.kernelspec = {"name": "julia-1.9", "display_name": "Julia", "language": "julia"}
    course.hand_in("kernel_of_another_language", notebook)


@trap("graded", 2)
def extra_files(course: Course) -> None:
    folder = course.hand_in("extra_files", course.solved(double=WRONG["double"])).parent
    (folder / "numpy.py").write_text("raise SystemExit")
    (folder / "lessonkit.py").write_text(
        "class checks:\n    call = expect_close = expect_shape = staticmethod(lambda *a, **k: None)"
    )
    (folder / "nbgrader_config.py").write_text("raise SystemExit")


@trap("graded", 3)
def huge_saved_outputs(course: Course) -> None:
    notebook = course.solved()
    cell(notebook, "double").outputs = [new_output("stream", text="x" * 20_000_000)]
    course.hand_in("huge_saved_outputs", notebook)


@trap("graded", 3)
def finite_flood(course: Course) -> None:
    notebook = course.solved()
    _before(notebook, "double", "for i in range(100_000):\n    print('flood', i)\nprint('x' * 20_000_000)")
    course.hand_in("finite_flood", notebook)


@trap("timed out", 1)
def endless_loop(course: Course) -> None:
    course.hand_in("endless_loop", course.solved(triple="def triple(x):\n    while True:\n        pass"))


@trap("timed out", 2)
def endless_flood(course: Course) -> None:
    course.hand_in(
        "endless_flood", course.solved(double="def double(x):\n    while True:\n        print('flood ' * 100)")
    )


@trap("timed out", 2)
def loop_that_swallows_interrupts(course: Course) -> None:
    loop = "def double(x):\n    while True:\n        try:\n            while True:\n                pass\n        except BaseException:\n            pass"  # noqa: E501
    course.hand_in("loop_that_swallows_interrupts", course.solved(double=loop))


@trap("crashed", 2)
def process_exit_in_answer(course: Course) -> None:
    course.hand_in("process_exit_in_answer", course.solved(double="import os\ndef double(x):\n    os._exit(0)"))


@trap("crashed", 3)
def process_exit_in_own_cell(course: Course) -> None:
    notebook = course.solved()
    _before(notebook, "triple", "import os\nos._exit(1)")
    course.hand_in("process_exit_in_own_cell", notebook)


@trap("crashed", None)
def process_exit_again_and_again(course: Course) -> None:
    notebook = course.solved()
    for _ in range(6):
        _before(notebook, "double", "import os\nos._exit(1)")
    course.hand_in("process_exit_again_and_again", notebook)


@trap("graded", 3)
def polite_exit(course: Course) -> None:
    notebook = course.solved()
    _before(notebook, "triple", "exit()")
    _before(notebook, "triple", "import sys\nsys.exit(1)")
    course.hand_in("polite_exit", notebook)


@trap("could not be read", None)
def truncated(course: Course) -> None:
    text = nbformat.writes(course.solved())
    course.hand_in("truncated", text[: len(text) // 2])


@trap("could not be read", None)
def not_utf8(course: Course) -> None:
    course.hand_in("not_utf8", nbformat.writes(course.solved()).replace("small", "smäll").encode("latin-1"))


@trap("could not be read", None)
def not_a_notebook(course: Course) -> None:
    course.hand_in("not_a_notebook", '{"cells": 3}')


@trap("could not be read", None)
def empty_file(course: Course) -> None:
    course.hand_in("empty_file", "")


@trap("could not be read", None)
def empty_folder(course: Course) -> None:
    (course.root / "submitted" / "empty_folder" / MINI).mkdir(parents=True)


@trap("could not be read", None)
def only_a_pdf(course: Course) -> None:
    course.hand_in("only_a_pdf", b"%PDF", name="homework.pdf")


@trap("could not be read", None)
def several_notebooks(course: Course) -> None:
    for name in ("a.ipynb", "b.ipynb"):
        course.hand_in("several_notebooks", course.solved(), name=name)


def _id_with_a_space(course: Course) -> None:
    course.hand_in("id with [a] space", course.solved())


TRAPS["id with [a] space"] = (_id_with_a_space, "could not be read", None)


@pytest.fixture(scope="module")
def graded(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, dict[str, Row]]:
    """All trap submissions, graded in one run."""
    place = tmp_path_factory.mktemp("traps") / "course"
    shutil.copytree(built / "course", place)
    course = Course(place)
    for maker, _, _ in TRAPS.values():
        maker(course)
    return course, course.grade()


@pytest.mark.parametrize("name", TRAPS)
def test_status_and_points(graded: tuple[Course, dict[str, Row]], name: str) -> None:
    _, status, points = TRAPS[name]
    row = graded[1][name]
    assert (row.outcome.status, row.points) == (status, points), row.outcome
    assert row.outcome.status == "graded" or row.outcome.reason


@pytest.mark.parametrize("name", TRAPS)
def test_feedback_hides_tests_and_values(graded: tuple[Course, dict[str, Row]], name: str) -> None:
    page = graded[0].feedback(name)
    for secret in ("3.0625", "7.1875", "7.21875", "1.53125", "2.40625", "slips", "HIDDEN"):
        assert secret not in page
    assert str(graded[0].root) not in page


def test_notes_say_what_was_put_right(graded: tuple[Course, dict[str, Row]]) -> None:
    notes = {name: " ".join(row.outcome.notes) for name, row in graded[1].items()}
    assert "test_double_value was missing" in notes["removed_test_cell"]
    assert "raw cell" in notes["retyped_solution_cell"]
    assert "my homework (2).ipynb" in notes["other_file_name"]
    assert "numpy.py" in notes["extra_files"]
    assert "another version of the notebook format" in notes["newer_format"]
    assert not notes["all_right"]


def test_feedback_says_what_happened(graded: tuple[Course, dict[str, Row]]) -> None:
    course = graded[0]
    assert "endless loop" in course.feedback("endless_loop")
    assert "swallows interrupts" in course.feedback("loop_that_swallows_interrupts")
    assert "process died" in course.feedback("process_exit_in_answer")
    assert "not a grade of 0" in course.feedback("truncated")
    assert "This looks like the double of |x|." in course.feedback("edited_test_cell")
    assert "is not written yet" in course.feedback("nothing_done")


def test_outputs_are_bounded(graded: tuple[Course, dict[str, Row]]) -> None:
    for name in ("finite_flood", "endless_flood", "huge_saved_outputs"):
        assert len(nbformat.writes(graded[0].autograded(name))) < 500_000


def test_submissions_are_not_touched(graded: tuple[Course, dict[str, Row]]) -> None:
    course = graded[0]
    assert (course.root / "submitted" / "other_file_name" / MINI / "my homework (2).ipynb").exists()
    assert (course.root / "submitted" / "truncated" / MINI / f"{MINI}.ipynb").exists()
