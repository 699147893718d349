"""JupyterLab in a real browser: a lesson is validated, a graded class looked at, a lesson's source edited."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from pathlib import Path

import jupytext
import nbformat
import pytest
from lab_page import ROOT, Page, jupyterlab
from selenium.webdriver import ActionChains, Chrome, Keys

from autograder import build, report, sample_class
from autograder.course import Course
from autograder.grade import grade_course
from autograder.paths import notebook_in

pytestmark = pytest.mark.browser

LESSON = "00_start_here"
MINI = "90_mini"
SOURCE = ROOT / "tests/mini" / f"{MINI}.py"
SUM, MEAN = "return np.sum((y_true - y_pred) ** 2)", "return np.mean((y_true - y_pred) ** 2)"


@pytest.fixture
def page(chromium: Chrome) -> Page:
    return Page(chromium)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the repository's: nbgrader's configuration, a released lesson, a lesson's source."""
    place = tmp_path_factory.mktemp("folder")
    shutil.copy(ROOT / "nbgrader_config.py", place)
    shutil.copytree(ROOT / "lessons" / LESSON, place / "lessons" / LESSON)
    (place / "solutions").mkdir()
    shutil.copy(SOURCE, place / "solutions")
    shutil.copy(ROOT / "START.md", place)
    return place


@pytest.fixture(scope="module")
def lab(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of JupyterLab in that folder."""
    with jupyterlab(folder, tmp_path_factory.mktemp("lab")) as address:
        yield address


def replace_last_line(page: Page, text: str) -> None:
    """In the open cell: what a student does with `raise NotImplementedError()`."""
    page.keys(Keys.END, hold=Keys.CONTROL)
    page.keys(Keys.HOME, hold=Keys.SHIFT)
    page.keys(text)


def validate(page: Page) -> tuple[str, list[str]]:
    """Click Validate; what the dialog says, and the messages of the tests that failed."""
    page.click(".jp-NotebookPanel:not(.lm-mod-hidden) .validate-button", "Validate")
    dialog = page.find(".jp-Dialog")
    text = dialog.text
    parts = [one.text for one in page.visible(".jp-Dialog .validation-failed pre")]
    page.click(".jp-Dialog button", "Ok")
    page.until("the dialog is gone", lambda: not page.visible(".jp-Dialog"))
    return text, parts[1::2]  # a test's code comes before its message


def cell_that_leaves(path: Path, *tags: str) -> nbformat.NotebookNode:
    """A cell of the student's own that makes a file."""
    cell = nbformat.v4.new_code_cell(f"open({str(path)!r}, 'w').close()")
    cell.metadata.tags = list(tags)
    return cell


def test_the_start_page_opens_as_a_page(lab: str, page: Page) -> None:
    page.driver.get(f"{lab}/lab/tree/START.md")
    assert page.find(".jp-RenderedMarkdown table a", "Start here")
    assert not page.visible(".jp-Dialog"), "no question comes before the first lesson"


def test_validate_says_what_is_wrong_and_then_that_nothing_is(folder: Path, lab: str, page: Page) -> None:
    path = notebook_in(folder / "lessons", LESSON)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells += [cell_that_leaves(folder / "demo", "demo"), cell_that_leaves(folder / "other")]
    nbformat.write(notebook, path)

    page.driver.get(f"{lab}/lab/tree/lessons/{LESSON}/{path.name}")
    page.wait_for_notebook()
    text, messages = validate(page)
    assert "Not written yet" in text and len(messages) == 1 and "mean_squared_error" in messages[0]

    page.edit("def mean_squared_error")
    replace_last_line(page, SUM)
    page.save(path)
    text, messages = validate(page)
    assert "The following cell failed" in text and "Success" not in text
    assert "expect_close" not in text and "slips" not in text, "a test's code is left out"
    assert "is wrong.\n  → This is the sum of the squared errors" in messages[0]
    assert len(messages) == 4, "the sum is wrong for every test"
    assert (folder / "other").exists() and not (folder / "demo").exists(), "Validate runs all cells but demos"

    page.edit("def mean_squared_error")
    replace_last_line(page, MEAN)
    page.save(path)
    text, messages = validate(page)
    assert "Success! Your notebook passes all the tests." in text and not messages


SLIDER = """import ipywidgets
import matplotlib.pyplot as plt
from lessonkit import plots

def draw(height):
    figure, axes = plt.subplots()
    axes.axhline(height)
    return figure, f"A line at the height of {height:.0f}."

plots.explore(draw, height=ipywidgets.FloatSlider(2.0, min=0.0, max=5.0, step=1.0, continuous_update=False))"""


def test_a_slider_moves_its_figure(folder: Path, lab: str, page: Page) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(SLIDER)])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    nbformat.write(notebook, folder / "slider.ipynb")
    page.driver.get(f"{lab}/lab/tree/slider.ipynb")
    page.wait_for_notebook("slider.ipynb")
    page.edit("plots.explore")
    page.keys(Keys.ENTER, hold=Keys.SHIFT)
    page.find("img[alt='A line at the height of 2.']")
    page.click(".noUi-handle")
    page.keys(Keys.ARROW_RIGHT)
    page.find("img[alt='A line at the height of 3.']")
    assert not page.visible("img[alt='A line at the height of 2.']")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[report.Row]]:
    """A course directory in which the sample class was graded, and the table that `autograder grade` shows."""
    course = tmp_path_factory.mktemp("graded") / "course"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "verify", lambda *_: None)  # other tests are about that; it takes long
        build.build(course, solutions=SOURCE.parent, lessons=course.with_name("lessons"), say=lambda line: None)
    list(sample_class.hand_in(course))
    outcomes = grade_course(Course(course), say=lambda line: None)
    with Course(course).gradebook() as gradebook:
        return course, report.rows(gradebook, outcomes)


@pytest.fixture(scope="module")
def course_lab(graded: tuple[Path, list[report.Row]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of JupyterLab in that course directory."""
    with jupyterlab(graded[0], tmp_path_factory.mktemp("course_lab")) as address:
        yield address


def table(page: Page, rows: int) -> dict[str, list[str]]:
    """The cells of Formgrader's table by the student's name, when it has as many rows."""
    page.until(f"{rows} rows", lambda: len(page.visible("#main-table td.student-id, #main-table td.id")) == rows)
    cells = ([one.text for one in row.find_elements("tag name", "td")] for row in page.visible("#main-table tr"))
    return {line[1]: line for line in cells if len(line) > 1}  # the last line adds a student


def test_formgrader_shows_the_points_of_the_table(
    graded: tuple[Path, list[report.Row]], course_lab: str, page: Page
) -> None:
    driver, rows = page.driver, {row.student: row for row in graded[1]}
    points = {name: row.points for name, row in rows.items()}
    assert points["sample_broken_file"] is None and points["sample_misconceptions"] == 0.0 and len(rows) == 5

    driver.get(f"{course_lab}/lab")
    page.click(".lm-MenuBar-itemLabel", "Nbgrader")
    page.click(".lm-Menu-itemLabel", "Formgrader")
    driver.switch_to.frame(page.find("iframe"))
    lesson = page.find("#main-table tr", MINI)
    assert lesson.find_element("css selector", ".num-submissions").text == str(len(rows))

    driver.get(f"{course_lab}/formgrader/manage_submissions/{MINI}")
    shown = {name: line[3:5] for name, line in table(page, len(rows)).items()}
    assert shown == {
        name: ["needs autograding", ""] if row.points is None else ["graded", f"{row.points:g} / {row.max_points:g}"]
        for name, row in rows.items()
    }

    driver.get(f"{course_lab}/formgrader/manage_students")
    shown = {name: line[3] for name, line in table(page, len(rows)).items()}
    # out of 0 points: nothing to count
    assert shown == {
        name: "0 / 0" if row.points is None else f"{row.points:g} / {row.max_points:g}" for name, row in rows.items()
    }


def sidebar(page: Page) -> list[tuple[str, ...]]:
    """What Create Assignment shows of each cell: its type, then its id and points as far as it has some."""
    shown = []
    for cell in page.visible(".nbgrader-CellWidget"):
        fields = cell.find_elements("css selector", "select, input")
        shown.append(tuple(field.get_property("value") for field in fields if field.is_displayed()))
    return shown


def sidebar_of(cell: nbformat.NotebookNode) -> tuple[str, ...]:
    """What it should show of this cell."""
    if "nbgrader" not in cell.metadata:
        return ("",)
    nbgrader = cell.metadata.nbgrader
    kind = "tests" if nbgrader.grade else "solution" if nbgrader.solution else "readonly"
    return (kind, nbgrader.grade_id, *([f"{nbgrader.points:g}"] if nbgrader.grade else []))


def test_a_source_opens_as_a_notebook_and_saving_changes_only_what_was_edited(
    folder: Path, lab: str, page: Page
) -> None:
    driver, source = page.driver, folder / "solutions" / SOURCE.name
    driver.get(f"{lab}/lab/tree/solutions?reset")
    page.value("JupyterLab is there", "return window.jupyterapp?.restored.then(() => 1)")
    ActionChains(driver).double_click(page.find(".jp-DirListing-item", SOURCE.name)).perform()
    page.wait_for_notebook()

    page.click(".jp-SideBar.jp-mod-right .lm-TabBar-tab", "Create Assignment")
    expected = [sidebar_of(cell) for cell in jupytext.read(SOURCE).cells]
    page.until("the sidebar has a part for each cell", lambda: len(sidebar(page)) == len(expected))
    assert sidebar(page) == expected

    page.edit("# A lesson small enough")
    page.keys(Keys.END, hold=Keys.CONTROL)
    page.keys(", and a few words")
    page.save(source)
    before, after = SOURCE.read_text().splitlines(), source.read_text().splitlines()
    title = "# # A lesson small enough to grade in seconds"
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert changed == [f"- {title}", f"+ {title}, and a few words"]
