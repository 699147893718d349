"""A lesson's text source: reading it, and refusing what would hurt a class."""

from __future__ import annotations

import ast
import builtins
import hashlib
import symtable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from autograder.errors import CourseError, Refused

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
DEMO = "demo"
SOLUTION_MARKS = ("### BEGIN SOLUTION", "### END SOLUTION")
#: How the first line of a cell that only draws begins.
FIGURE = "# Figure:"
HIDDEN_MARKS = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")


@dataclass(frozen=True)
class Lesson:
    """A lesson as its author wrote it.

    Attributes
    ----------
    name
        The lesson's name: nbgrader's assignment, and the notebook's file name.
    path
        The source file.
    notebook
        Its cells, with ids that depend on the source only.
    lines
        For each cell the line of the source at which it starts.
    points
        What its test cells must add up to.
    """

    name: str
    path: Path
    notebook: NotebookNode
    lines: tuple[int, ...]
    points: float


def grade_id(cell: NotebookNode) -> str:
    """nbgrader's id of a cell, '' for a cell that nbgrader does not know."""
    value = cell.get("metadata", {}).get("nbgrader", {})
    value = value.get("grade_id", "") if isinstance(value, dict) else ""
    return value if isinstance(value, str) else ""


def is_test(cell: NotebookNode) -> bool:
    """Whether this is a test cell (graded, and not written by the student)."""
    nbgrader = cell.metadata.get("nbgrader", {})
    return bool(nbgrader.get("grade")) and not nbgrader.get("solution")


def is_solution(cell: NotebookNode) -> bool:
    """Whether the student writes in this cell."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def is_demo(cell: NotebookNode) -> bool:
    """Whether this cell is a demo: not run when grading."""
    return DEMO in cell.metadata.get("tags", [])


def exercise_of(test_id: str, exercises: list[str]) -> str:
    """The exercise that a test cell's id `test_<exercise>_<what>` belongs to; '' if none.

    Of `mean` and `mean_squared`, `test_mean_squared_shape` belongs to the longer.
    """
    fitting = [name for name in exercises if test_id.startswith(f"test_{name}_")]
    return max(fitting, key=len, default="")


def exercises(notebook: NotebookNode) -> dict[str, list[NotebookNode]]:
    """The test cells of each exercise, in the order of the notebook."""
    names = [grade_id(cell) for cell in notebook.cells if is_solution(cell)]
    tests: dict[str, list[NotebookNode]] = {name: [] for name in names}
    for cell in notebook.cells:
        name = exercise_of(grade_id(cell), names) if is_test(cell) else ""
        if name:
            tests[name].append(cell)
    return tests


def read_lesson(path: Path) -> Lesson:
    """Read a lesson's source.

    Raises
    ------
    CourseError
        If the file cannot be read as a py:percent notebook, or its header does not state the lesson's points.
    """
    try:
        text = path.read_text(encoding="utf-8")
        notebook = jupytext.reads(text, fmt="py:percent")
    except FileNotFoundError:
        raise CourseError(f"{path}: there is no such lesson source.") from None
    except Exception as error:
        raise CourseError(f"{path}: cannot be read as a py:percent notebook ({error}).") from error
    points = notebook.metadata.get("lesson", {}).get("points")
    if not isinstance(points, (int, float)):
        raise CourseError(f"{path}: the header has no `lesson: points:`. Say how many points the lesson has.")
    lines = tuple(n for n, line in enumerate(text.splitlines(), start=1) if line.startswith("# %%"))
    if len(lines) != len(notebook.cells):
        raise CourseError(f"{path}: every cell must start with its own `# %%` line, the first one too.")
    _normalise(notebook)
    return Lesson(path.stem, path, notebook, lines, float(points))


def read_lessons(solutions: Path, names: list[str] | None = None) -> list[Lesson]:
    """Read the named lessons (default: all) in a folder of sources, sorted by name.

    Raises
    ------
    CourseError
        If a name is unknown, or there are no sources.
    """
    known = {path.stem: path for path in sorted(solutions.glob("*.py"))}
    if not known:
        raise CourseError(f"{solutions} holds no lesson sources (*.py).")
    unknown = [name for name in names or [] if name not in known]
    if unknown:
        raise CourseError(f"There is no lesson {unknown[0]!r}. The lessons are: {', '.join(known)}.")
    return [read_lesson(path) for name, path in known.items() if not names or name in names]


def _normalise(notebook: NotebookNode) -> None:
    """Make everything that is not the author's depend on the source only, so that builds are byte-identical."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = NotebookNode(kernelspec=NotebookNode(KERNELSPEC))
    seen: dict[str, int] = {}
    for cell in notebook.cells:
        key = grade_id(cell) or hashlib.sha256(cell.source.encode()).hexdigest()[:12]
        seen[key] = seen.get(key, 0) + 1
        cell.id = key if seen[key] == 1 else f"{key}-{seen[key]}"
        for key in ("execution", "lines_to_next_cell"):  # timings, and jupytext's note of blank lines
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if is_test(cell) or FIGURE in cell.source.split("\n", 1)[0]:
            # JupyterLab shows the first line, which says what the cell is; a click opens it
            cell.metadata["jupyter"] = NotebookNode(source_hidden=True)


def refuse(lesson: Lesson) -> None:
    """Check all that can be seen without running the lesson.

    Raises
    ------
    Refused
        With all problems found, each with line and cell.
    """
    problems: list[str] = []
    for cell, line in zip(lesson.notebook.cells, lesson.lines, strict=True):
        name = grade_id(cell) or f"{cell.cell_type} cell"
        problems += [f"{lesson.path}:{line}: {name}: {text}" for text in _cell_problems(cell)]
    for check in (_ids, _tests, _points, _names):
        problems += check(lesson)
    if problems:
        raise Refused(problems)


def _place(lesson: Lesson, index: int) -> str:
    cell = lesson.notebook.cells[index]
    return f"{lesson.path}:{lesson.lines[index]}: {grade_id(cell) or cell.cell_type + ' cell'}"


def _cell_problems(cell: NotebookNode) -> list[str]:
    """What is wrong with one cell on its own."""
    if cell.cell_type != "code":
        return ["only code cells are graded here."] if grade_id(cell) else []
    nbgrader = cell.metadata.get("nbgrader", {})
    problems = []
    if not grade_id(cell):
        problems.append("has no grade id. Give every code cell nbgrader metadata, so that grading can put it back.")
    if not is_solution(cell) and not nbgrader.get("locked"):
        problems.append("is neither a solution cell nor locked: students could change what the tests rely on.")
    if is_demo(cell) and (is_test(cell) or is_solution(cell)):
        problems.append("a demo cell is not run when grading, so it cannot be a test or a solution.")
    for marks, allowed in ((SOLUTION_MARKS, is_solution(cell)), (HIDDEN_MARKS, is_test(cell))):
        counts = [cell.source.count(mark) for mark in marks]
        if counts[0] != counts[1]:
            problems.append(f"has {counts[0]} `{marks[0]}` and {counts[1]} `{marks[1]}`.")
        if sum(counts) and not allowed:
            problems.append(f"`{marks[0]}` does not belong in this kind of cell.")
    if is_test(cell) and cell.source.count(HIDDEN_MARKS[0]):
        behind = cell.source.split(HIDDEN_MARKS[1])[-1]
        if cell.source.count(HIDDEN_MARKS[0]) > 1 or any(line.startswith(" ") for line in behind.split("\n")[1:]):
            problems.append(
                "goes on behind its hidden tests: what they define would show in the visible ones' messages."
            )
    try:
        tree = ast.parse(cell.source)
    except SyntaxError as error:
        return [*problems, f"is not valid Python (line {error.lineno} of the cell: {error.msg})."]
    if is_test(cell):
        problems += _test_problems(tree, grade_id(cell), float(nbgrader.get("points", 0)))
    if is_solution(cell):
        if SOLUTION_MARKS[0] not in cell.source:
            problems.append(f"has no `{SOLUTION_MARKS[0]}`: the whole cell would be cleared.")
        if not any(isinstance(node, ast.FunctionDef) and node.name == grade_id(cell) for node in tree.body):
            problems.append(f"does not define a function {grade_id(cell)!r}, the name of its exercise.")
    return problems


def _test_problems(tree: ast.Module, name: str, points: float) -> list[str]:
    """Where a test cell is anything but one function and its call, or says or returns something."""
    function = tree.body[0] if tree.body else None
    if not isinstance(function, ast.FunctionDef) or function.name != name or len(tree.body) != 2:
        return [
            f"is not one function `def {name}(…):` followed by its call. A test cell binds nothing but its function, "
            "so that it cannot touch what a student wrote; imports and helpers go inside."
        ]
    problems = []
    parameters = ", ".join(argument.arg for argument in function.args.args)
    if ast.unparse(tree.body[1]) != f"{name}({parameters})":
        problems.append(f"does not end in `{name}({parameters})`.")
    title = f"({points:g} point{'' if points == 1 else 's'})."
    if not (ast.get_docstring(function) or "").endswith(title):
        problems.append(
            f'has no docstring that ends in "{title}": students read there what it tests and what it earns.'
        )
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("print", "display"):
            problems.append(f"prints (line {node.lineno} of the cell). A test cell is silent.")
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            problems.append(f"reaches out of its function (line {node.lineno} of the cell).")
    if any(node.value is not None for node in _own_returns(function)):
        problems.append("returns a value, which nbgrader would read as partial credit.")
    return problems


def _own_returns(function: ast.FunctionDef) -> Iterator[ast.Return]:
    """The return statements of a function, those of functions inside it left out."""
    pending: list[ast.AST] = list(function.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Return):
            yield node
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            pending += ast.iter_child_nodes(node)


def _ids(lesson: Lesson) -> list[str]:
    """Duplicated grade ids."""
    first: dict[str, int] = {}
    problems = []
    for index, cell in enumerate(lesson.notebook.cells):
        name = grade_id(cell)
        if name and name in first:
            problems.append(f"{_place(lesson, index)}: this grade id is already used in line {first[name]}.")
        elif name:
            first[name] = lesson.lines[index]
    return problems


def _tests(lesson: Lesson) -> list[str]:
    """Solution cells without tests, tests without or ahead of their solution cell."""
    problems = []
    cells = lesson.notebook.cells
    place = {grade_id(cell): index for index, cell in enumerate(cells) if is_solution(cell)}
    tests = exercises(lesson.notebook)
    for name, index in place.items():
        if not tests[name]:
            problems.append(f"{_place(lesson, index)}: this exercise has no test cell `test_{name}_…`.")
    for index, cell in enumerate(cells):
        if is_test(cell):
            name = exercise_of(grade_id(cell), list(place))
            if not name:
                problems.append(
                    f"{_place(lesson, index)}: no solution cell fits this id; call it `test_<exercise>_<what>`."
                )
            elif index < place[name]:
                problems.append(f"{_place(lesson, index)}: stands before the solution cell of {name}.")
    return problems


def _points(lesson: Lesson) -> list[str]:
    """Points that do not add up to the lesson's."""
    total = sum(float(cell.metadata.nbgrader.get("points", 0)) for cell in lesson.notebook.cells if is_test(cell))
    if abs(total - lesson.points) < 1e-9:
        return []
    return [f"{lesson.path}:1: the test cells add up to {total:g} points, the header says {lesson.points:g}."]


def bound_and_free_names(source: str) -> tuple[set[str], set[str]]:
    """The global names that a cell binds, and those that it uses without binding them (builtins left out)."""
    top = symtable.symtable(source, "cell", "exec")
    bound, used = set(), set()

    def visit(table: symtable.SymbolTable) -> None:
        for symbol in table.get_symbols():
            at_top = table is top
            if at_top and (symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()):
                bound.add(symbol.get_name())
            if symbol.is_referenced() and (at_top or symbol.is_global()):
                used.add(symbol.get_name())
        for child in table.get_children():
            visit(child)

    visit(top)
    return bound, used - bound - set(dir(builtins))


def _names(lesson: Lesson) -> list[str]:
    """Names in tests and solutions that may be missing, or rebound by the student, when the lesson is graded."""
    problems = []
    cells = [(i, c) for i, c in enumerate(lesson.notebook.cells) if c.cell_type == "code"]
    try:
        names = {index: bound_and_free_names(cell.source) for index, cell in cells}
    except SyntaxError:
        return []  # reported with the cell
    demo = {name: grade_id(cell) for index, cell in cells if is_demo(cell) for name in names[index][0]}
    kept = {name for index, cell in cells if not is_demo(cell) for name in names[index][0]}
    own = {grade_id(cell) for _, cell in cells if is_solution(cell)}
    for index, cell in cells:
        free = names[index][1]
        if is_demo(cell):
            continue
        for name in sorted(free - kept):
            reason = (
                f"a demo cell ({demo[name]}) defines, and demo cells are not run when grading" if name in demo else ""
            )
            problems.append(f"{_place(lesson, index)}: uses `{name}`, which {reason or 'no cell defines'}.")
        if is_test(cell):
            for name in sorted((free & kept) - own):
                problems.append(
                    f"{_place(lesson, index)}: uses `{name}` of another cell, which a student may rebind. "
                    "Import or define it in the test cell."
                )
    return problems


def regions(source: str, marks: tuple[str, str]) -> tuple[list[str], list[int]]:
    """The lines between two marks, and the line numbers (from 1, marks included) that they take up in the cell."""
    inside, text, numbers = False, [], []
    for number, line in enumerate(source.split("\n"), start=1):
        if marks[0] in line:
            inside = True
            numbers.append(number)
        elif marks[1] in line:
            inside = False
            numbers.append(number)
        elif inside:
            text.append(line)
            numbers.append(number)
    return text, numbers


def without(source: str, marks: tuple[str, str]) -> str:
    """A cell's source without the lines between two marks, and without the marks."""
    numbers = set(regions(source, marks)[1])
    return "\n".join(line for number, line in enumerate(source.split("\n"), start=1) if number not in numbers)
