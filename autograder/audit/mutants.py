"""Small changes of right answers, as a student's slip may make them: what the tests should notice.

The changes are the usual first-order operators of mutation testing (DeMillo, Lipton and Sayward, "Hints on test data
selection", 1978): one operator, constant, comparison, argument, term or statement at a time.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_OPERATORS: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Pow: ast.Mult,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
_TWINS = {"sum": "mean", "max": "min", "maximum": "minimum", "zeros": "ones", "argmax": "argmin", "exp": "expm1"}
_TWINS |= {"reduce_sum": "reduce_mean", "reduce_max": "reduce_min", "log": "log1p", "float64": "float32"}
_TWINS |= {other: name for name, other in _TWINS.items()}


@dataclass(frozen=True)
class Mutant:
    """A changed answer.

    Attributes
    ----------
    change
        What was changed: ``"line 3, column 12: a + b → a - b"``.
    source
        The changed source.
    """

    change: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every first-order change of an answer's source, each once; what a change leaves the same code is left out.

    Raises
    ------
    SyntaxError
        If the source is not Python.
    """
    tree = ast.parse(source)
    seen, found = {ast.unparse(tree)}, []
    for place, node in enumerate(ast.walk(tree)):
        for change in _changes(node):
            mutated: ast.AST = copy.deepcopy(tree)
            target = next(each for number, each in enumerate(ast.walk(mutated)) if number == place)
            before = ast.unparse(target)
            changed = change(target)
            if changed is not target:
                mutated = _Replaced(target, changed).visit(mutated)
            text = ast.unparse(ast.fix_missing_locations(mutated))
            if text not in seen:
                seen.add(text)
                place_of = f"line {getattr(node, 'lineno', 0)}, column {getattr(node, 'col_offset', 0) + 1}"
                found.append(Mutant(f"{place_of}: {_short(before)} → {_short(ast.unparse(changed))}", text))
    return found


class _Replaced(ast.NodeTransformer):
    """The tree with one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """As ast.NodeTransformer's."""
        return self._new if node is self._old else self.generic_visit(node)


Change = Callable[[Any], ast.AST]


def _changes(node: ast.AST) -> Iterator[Change]:
    """What can be changed about a node: functions that change a copy of it, or return another in its place."""
    if isinstance(node, (ast.BinOp, ast.AugAssign, ast.BoolOp)) and type(node.op) in _OPERATORS:
        yield _set(op=_OPERATORS[type(node.op)]())
    if isinstance(node, ast.BinOp):  # a dropped term or factor
        yield lambda found: found.left
        if isinstance(node.op, (ast.Add, ast.Mult)):
            yield lambda found: found.right
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _OPERATORS:
        yield _set(ops=[_OPERATORS[type(node.ops[0])](), *node.ops[1:]])
    if isinstance(node, ast.UnaryOp):
        yield lambda found: found.operand
    if isinstance(node, ast.Constant):
        yield from _other_constants(node.value)
    if isinstance(node, ast.Call):
        yield from _other_calls(node)
    if isinstance(node, ast.Attribute) and node.attr in _TWINS:
        yield _set(attr=_TWINS[node.attr])
    if isinstance(node, (ast.If, ast.IfExp)):
        yield _set(test=ast.Constant(True))
        yield _set(test=ast.Constant(False))
    if isinstance(node, (ast.Assign, ast.AugAssign, ast.Expr)) and not _is_docstring(node):
        yield lambda found: ast.copy_location(ast.Pass(), found)


def _set(**fields: object) -> Change:
    def change(node: ast.AST) -> ast.AST:
        for name, value in fields.items():
            setattr(node, name, value)
        return node

    return change


def _other_constants(value: object) -> Iterator[Change]:
    if isinstance(value, bool):
        yield _set(value=not value)
    elif isinstance(value, int):
        yield from (_set(value=other) for other in (value + 1, value - 1))
    elif isinstance(value, float):
        yield from (_set(value=other) for other in (value + 1, 2 * value, -value) if other != value)


def _other_calls(node: ast.Call) -> Iterator[Change]:
    if len(node.args) >= 2:  # arguments swapped
        yield _set(args=[node.args[1], node.args[0], *node.args[2:]])
    if len(node.args) == 1 and not isinstance(node.args[0], ast.Starred):  # f(x) → x, and below x.f() → x
        yield lambda found: found.args[0]
    if isinstance(node.func, ast.Attribute) and not isinstance(node.func.value, ast.Name):
        yield lambda found: found.func.value
    elif isinstance(node.func, ast.Attribute) and node.func.attr in ("astype", "copy", "reshape", "ravel", "clip"):
        yield lambda found: found.func.value
    for place in range(len(node.keywords)):
        yield _set(keywords=[*node.keywords[:place], *node.keywords[place + 1 :]])


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _short(text: str) -> str:
    first = " ".join(text.split())
    return first if len(first) <= 60 else f"{first[:57]}…"
