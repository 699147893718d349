"""Refusing a lesson's source that would hurt a class, as far as that can be seen without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nbformat import NotebookNode

from autograder.cells import (
    HIDDEN_MARKS,
    SOLUTION_MARKS,
    bound_and_free_names,
    exercise_of,
    exercises,
    grade_id,
    is_demo,
    is_solution,
    is_test,
)
from autograder.errors import Refused
from autograder.lesson import Lesson


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
