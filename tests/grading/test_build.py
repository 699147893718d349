"""Building: the same bytes every time, no solution in the release, a refusal for what would hurt a class."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from mini_course import MINI, MINI_SOURCE

from autograder import build
from autograder.cells import bound_and_free_names, exercise_of
from autograder.errors import CourseError, Refused
from autograder.lesson import read_lesson, read_lessons
from autograder.paths import LESSONS, SOLUTIONS, notebook_in
from autograder.refuse import refuse

SOURCE = MINI_SOURCE.read_text()
TEST_SHAPE = 'checks.expect_shape(checks.call(triple, [[1.0, 2.0]]), (1, 2), "The triple of a table")'
SOLUTIONS_BUILT = sorted(path.stem for path in SOLUTIONS.glob("*.py"))


def quiet(line: str) -> None:
    """Instead of print."""


def write(folder: Path, text: str = SOURCE) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{MINI}.py"
    path.write_text(text)
    return path


def test_released_lessons_are_what_the_sources_build() -> None:
    assert build.check() == []


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    lessons = read_lessons(SOLUTIONS)
    for place in ("one", "two"):
        build.generate(lessons, tmp_path / place)
    for lesson in lessons:
        for step in ("source", "release"):
            one, two = (notebook_in(tmp_path / place / step, lesson.name).read_bytes() for place in ("one", "two"))
            assert one == two


@pytest.mark.parametrize("name", SOLUTIONS_BUILT)
def test_release_holds_no_solution_and_no_hidden_test(name: str) -> None:
    text = notebook_in(LESSONS, name).read_text()
    for mark in ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN", "END HIDDEN"):
        assert mark not in text
    release = nbformat.read(notebook_in(LESSONS, name), as_version=4)
    assert build.leaks(read_lesson(SOLUTIONS / f"{name}.py"), release) == []
    assert [path.name for path in (LESSONS / name).iterdir()] == [f"{name}.ipynb"]


@pytest.mark.parametrize("name", SOLUTIONS_BUILT)
def test_sources_are_as_jupytext_writes_them(name: str) -> None:
    import jupytext

    text = (SOLUTIONS / f"{name}.py").read_text()
    assert jupytext.writes(jupytext.reads(text, fmt="py:percent"), fmt="py:percent") == text


def test_check_names_what_differs(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "lessons", tmp_path / "lessons")
    solutions = built / "solutions"
    assert build.check(solutions=solutions, lessons=tmp_path / "lessons") == []
    path = notebook_in(tmp_path / "lessons", MINI)
    path.write_text(path.read_text().replace("seconds", "minutes"))
    (tmp_path / "lessons" / "99_old").mkdir()
    changed, old = build.check(solutions=solutions, lessons=tmp_path / "lessons")
    assert str(path) in changed and "99_old" in old
    path.unlink()
    assert "is missing" in build.check(solutions=solutions, lessons=tmp_path / "lessons")[0]


@pytest.mark.slow
def test_a_second_build_runs_nothing_and_changes_nothing(built: Path, tmp_path: Path) -> None:
    for part in ("course", "lessons"):
        shutil.copytree(built / part, tmp_path / part)
    said: list[str] = []
    build.build(tmp_path / "course", solutions=built / "solutions", lessons=tmp_path / "lessons", say=said.append)
    assert said == [f"{MINI}: up to date"]


@pytest.mark.slow
def test_a_failed_build_leaves_the_previous_release(built: Path, tmp_path: Path) -> None:
    for part in ("course", "lessons"):
        shutil.copytree(built / part, tmp_path / part)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    write(tmp_path / "bad", SOURCE.replace("return 3 * np.asarray(x)", "return 4 * np.asarray(x)"))
    with pytest.raises(Refused, match="test_triple_value: fails on the lesson's own solution"):
        build.build(tmp_path / "course", solutions=tmp_path / "bad", lessons=tmp_path / "lessons", say=quiet)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.slow
def test_refuses_a_test_that_passes_unsolved(tmp_path: Path) -> None:
    write(tmp_path / "bad", SOURCE.replace(TEST_SHAPE, "checks.expect(callable(triple), 'There is no function.')"))
    with pytest.raises(Refused, match=r"90_mini.py:73: test_triple_shape: passes although nothing is solved"):
        build.build(tmp_path / "course", solutions=tmp_path / "bad", lessons=tmp_path / "lessons", say=quiet)
    assert not (tmp_path / "lessons").exists()


REFUSED = {
    "used twice": (
        '"grade_id": "test_triple_shape"',
        '"grade_id": "test_triple_value"',
        "73: test_triple_value: this grade id is already used in line 60",
    ),
    "no metadata": (
        '# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}',  # noqa: E501
        "# %%",
        "22: code cell: has no grade id",
    ),
    "no tests": ("test_double_value", "test_dbl_value", "25: double: this exercise has no test cell"),
    "no solution": ("test_double_value", "test_dbl_value", "33: test_dbl_value: no solution cell fits"),
    "points": ('"points": 1.5', '"points": 2', "add up to 3.5 points, the header says 3"),
    "prints": (TEST_SHAPE, f"print(1)\n    {TEST_SHAPE}", "test_triple_shape: prints"),
    "last value": (
        "test_triple_shape(triple)\n",
        "test_triple_shape(triple)\ntriple([1])\n",
        "shape: is not one function",
    ),
    "binds a name": (TEST_SHAPE, f"{TEST_SHAPE}\n\n\ntent = 1", "test_triple_shape: is not one function"),
    "reaches out": (TEST_SHAPE, f"global tent\n    {TEST_SHAPE}", "reaches out of its function"),
    "returns": (TEST_SHAPE, f"return {TEST_SHAPE}", "test_triple_shape: returns a value"),
    "hidden before visible": (
        "    ### END HIDDEN TESTS\n\n\ntest_triple_value",
        "    ### END HIDDEN TESTS\n    checks.expect(True, 'x')\n\n\ntest_triple_value",
        "test_triple_value: goes on behind its hidden tests",
    ),
    "other call": (
        "\ntest_triple_shape(triple)",
        "\ntest_triple_shape(None)",
        "does not end in `test_triple_shape.triple.`",
    ),
    "docstring": ("Shapes (0.5 points).", "Shapes (1 point).", r'no docstring that ends in "\(0.5 points\)."'),
    "demo name": (
        TEST_SHAPE,
        TEST_SHAPE.replace("[[1.0, 2.0]]", "doubled"),
        "uses `doubled`, which a demo cell .demo_plot. defines",
    ),
    "unknown name": (
        TEST_SHAPE,
        TEST_SHAPE.replace("[[1.0, 2.0]]", "nothing"),
        "uses `nothing`, which no cell defines",
    ),
    "student may rebind": (
        TEST_SHAPE,
        TEST_SHAPE.replace("[[1.0, 2.0]]", "np.ones((1, 2))"),
        "uses `np` of another cell",
    ),
    "solution needs a demo": (
        "return 3 * np.asarray(x)",
        "return 3 * np.asarray(x) + 0 * doubled",
        "52: triple: uses `doubled`",
    ),
    "unlocked": (
        '"grade_id": "setup", "locked": true',
        '"grade_id": "setup", "locked": false',
        "neither a solution cell nor locked",
    ),
    "marks": ("    ### END SOLUTION\n\n\n# %% nbgrader", "\n\n# %% nbgrader", "has 1 `### BEGIN SOLUTION` and 0"),
    "misplaced mark": (
        "doubled = double([1, 2])",
        "### BEGIN SOLUTION\n### END SOLUTION\ndoubled = 1",
        "demo_plot: `### BEGIN SOLUTION` does not belong",
    ),
    "other name": ("def triple(x)", "def treble(x)", "does not define a function 'triple'"),
    "syntax": ("doubled = double([1, 2])", "doubled = double([1, 2]", "demo_plot: is not valid Python"),
    "hidden test shown": (
        "doubled = double([1, 2])",
        'slips = {"This looks like the double of |x|.": [3.0625, 7.1875]}\nanswer = checks.call(double, [1.53125, -3.59375])',  # noqa: E501
        "test_double_value: the release shows",
    ),
    "solution shown": (
        "doubled = double([1, 2])",
        "def f(x):\n    return 2 * np.asarray(x)",
        "25: double: the release shows",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses(case: str, tmp_path: Path) -> None:
    old, new, message = REFUSED[case]
    assert old in SOURCE
    text = SOURCE.replace(old, new, 1)
    if case == "solution shown":  # long enough to be told from a coincidence
        text = text.replace("return 2 * np.asarray(x)", "return 2 * np.asarray(x) * np.ones_like(x)")
    write(tmp_path / "bad", text)
    with pytest.raises(Refused, match=message):
        build.generate(read_lessons(tmp_path / "bad"), tmp_path)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path / "bad", SOURCE.replace('"points": 1.5', '"points": 2').replace("def triple(x)", "def treble(x)")
    )
    with pytest.raises(Refused) as refused:
        refuse(read_lesson(path))
    assert len(refused.value.problems) >= 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SOURCE.replace("#     points: 3\n", ""), "no `lesson: points:`"),
        (SOURCE.replace("# %% [markdown]\n", ""), "every cell must start with its own"),
    ],
)
def test_unreadable_sources(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=message):
        read_lesson(write(tmp_path / "bad", text))


def test_unknown_lesson_and_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="no lesson '77_none'. The lessons are: "):
        read_lessons(SOLUTIONS, ["77_none"])
    with pytest.raises(CourseError, match="holds no lesson sources"):
        read_lessons(tmp_path)


def test_names_of_a_cell() -> None:
    bound, free = bound_and_free_names(
        "import a.b\nfrom c import d as e\ndef f(x):\n    return x + g\nh = [i for i in f(len(j))]\n"
    )
    assert bound == {"a", "e", "f", "h"}
    assert free == {"g", "j"}


def test_a_test_belongs_to_the_longest_name() -> None:
    names = ["pairwise", "pairwise_linear"]
    assert exercise_of("test_pairwise_linear_value", names) == "pairwise_linear"
    assert exercise_of("test_pairwise_value", names) == "pairwise"
    assert exercise_of("test_pair", names) == ""
