"""The ledger of the course's claims: what a lesson's verdicts depend on, their results files, and docs/claims.md.

`verdicts.py` fills it. A results file `docs/claims/<lesson>.json` holds the verdicts of the lesson as published (base
seed 0) and of ten repetitions with other seeds, and the digest of the sources that they belong to.
"""

from __future__ import annotations

import ast
import contextlib
import hashlib
import json
import math
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.cells import bound_and_free_names, is_test
from autograder.lesson import Lesson
from autograder.paths import REPOSITORY

RESULTS = REPOSITORY / "docs" / "claims"
PAGE = REPOSITORY / "docs" / "claims.md"
FORMAT = 1
#: Base seeds: 0 is the lesson as it is published; the others repeat it.
PUBLISHED, REPEATED = 0, range(1, 11)
SEEDS = (PUBLISHED, *REPEATED)
#: A verdict is decided if no more than this many of the ten repetitions come to another one.
DIFFERING = 1
#: What verdicts depend on besides the lesson.
MODULES = ("evidence", "training", "data", "startup")

_DRAWS = re.compile(r"\bplots\.(show|explore)\(")
_COMPUTES = re.compile(r"\b(training\.|fit\()")
_SHOWS_VERDICTS = "evidence.show("


class LedgerError(Exception):
    """A results file cannot be used, with a sentence that says why."""


def claims(lesson: Lesson) -> dict[str, str]:
    """The words of a lesson's claims by id: the literal `claims = {…}` of one of its cells; {} if there is none."""
    for cell in code_cells(lesson.notebook):
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "claims":
                with contextlib.suppress(ValueError):  # not a literal
                    words = ast.literal_eval(node.value)
                    if isinstance(words, dict) and all(isinstance(text, str) for text in words.values()):
                        return words
    return {}


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """All code cells but the tests."""
    return [cell for cell in notebook.cells if cell.cell_type == "code" and not is_test(cell)]


def deciding_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The code cells that the verdicts depend on.

    From the cells that show verdicts upwards: those that bind a name that is needed below, or may change it in place;
    of those that only draw (show a figure, train nothing), the ones that bind such a name.
    """
    needed: set[str] = set()
    kept: list[NotebookNode] = []
    for cell in reversed(code_cells(notebook)):
        bound, free = bound_and_free_names(ast.unparse(_computing(cell.source)))
        changed = set() if _DRAWS.search(cell.source) and not _COMPUTES.search(cell.source) else _changed(cell.source)
        if _SHOWS_VERDICTS in cell.source or needed & (bound | changed):
            kept.insert(0, cell)
            needed |= free
    return kept


def _changed(source: str) -> set[str]:
    """The names whose values a cell may change in place: by storing into them, calling them for nothing, or fitting."""
    changed: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        called = node.value if isinstance(node, ast.Expr) else node
        if isinstance(node, (ast.Subscript, ast.Attribute)) and not isinstance(node.ctx, ast.Load):
            changed |= {_root(node)}
        elif isinstance(called, ast.Call):
            fits = isinstance(called.func, ast.Attribute) and called.func.attr == "fit"
            if fits or (isinstance(node, ast.Expr) and _root(called.func) not in ("plots", "print", "display")):
                changed |= {_root(part) for part in (called.func, *called.args)}
    return changed - {""}


def _root(node: ast.AST) -> str:
    """The name that attributes and items are of: `a` of `a.b[0].c`."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Starred)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _computing(source: str) -> ast.Module:
    """The statements of a cell, but those that show a figure or a table: a cell may have them, or the next one."""
    tree = ast.parse(source)
    tree.body = [part for part in tree.body if not (isinstance(part, ast.Expr) and _root_of_call(part) == "plots")]
    return tree


def _root_of_call(statement: ast.Expr) -> str:
    return _root(statement.value.func) if isinstance(statement.value, ast.Call) else ""


def digest(lesson: Lesson, kit: Path = REPOSITORY / "lessonkit") -> str:
    """Checksum of the code that a lesson's verdicts depend on.

    Prose, comments, docstrings, figures and tables do not count, nor where a cell ends and the next one begins.
    """
    parts = ["\n".join(cell.source for cell in deciding_cells(lesson.notebook))]
    parts += [(kit / f"{module}.py").read_text(encoding="utf-8") for module in MODULES]
    return hashlib.sha256("\n".join(map(_code, parts)).encode()).hexdigest()[:16]


def _code(source: str) -> str:
    """Source as its syntax tree: without docstrings, comments and layout, the same for every version of Python."""
    tree = _computing(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            del node.body[0]
    return _told(tree)


def _told(node: object) -> str:
    """A node with its fields; newer versions of Python have fields that are empty here, and ast.dump shows them."""
    if isinstance(node, ast.AST):
        fields = [f"{name}={_told(value)}" for name, value in ast.iter_fields(node) if value not in (None, [])]
        return f"{type(node).__name__}({', '.join(fields)})"
    return f"[{', '.join(map(_told, node))}]" if isinstance(node, list) else repr(node)


def sections(lesson: Lesson) -> dict[str, str]:
    """For each claim the heading of the section that decides it.

    That is the last one before the verdicts in which something is computed that the claim's rule gets as argument.
    """
    heading, bound_in, made_from = "", {}, {}
    where, calls = {}, {}
    for cell in lesson.notebook.cells:
        if cell.cell_type == "markdown":
            heading = ([heading, *re.findall(r"^## (.+)$", cell.source, re.M)])[-1]
        elif not is_test(cell):
            where |= {claim: heading for claim in re.findall(r"\bclaim_(\d+_\d+)\(", cell.source)}
            calls |= _arguments_of_rules(cell.source)
            for statement in ast.parse(cell.source).body:
                bound, free = bound_and_free_names(ast.unparse(statement))
                for name in bound:
                    bound_in.setdefault(name, heading), made_from.setdefault(name, free)
    order = list(dict.fromkeys(bound_in.values()))
    found = {}
    for claim in claims(lesson):
        key = claim.replace(".", "_")
        last, seen, open_names = where.get(key, heading), set(), set(calls.get(key, ()))
        while open_names:  # through what is only summed up in the section of the verdicts
            name = open_names.pop()
            seen.add(name)
            if bound_in.get(name) == last:
                open_names |= made_from[name] - seen
        places = [bound_in[name] for name in seen if bound_in.get(name, last) != last]
        found[claim] = max(places, key=order.index, default=last)
    return found


def _arguments_of_rules(source: str) -> dict[str, set[str]]:
    """The names in the arguments of each call of a `claim_N_M(…)`."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        rule = re.fullmatch(r"claim_(\d+_\d+)", getattr(getattr(node, "func", None), "id", ""))
        if rule:
            arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
            found[rule[1]] = {part.id for tree in arguments for part in ast.walk(tree) if isinstance(part, ast.Name)}
    return found


# Results files.


def read(path: Path, sources: str) -> dict[int, list[dict[str, Any]]]:
    """The runs of a results file: by base seed the verdicts; {} if there is no file.

    Raises
    ------
    LedgerError
        If the file is broken, of another version of this program, or belongs to other sources.
    """
    if not path.exists():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        version = content["format"]
        runs = {int(seed): verdicts for seed, verdicts in content["runs"].items()} if version == FORMAT else {}
        complete = all({"claim", "verdict", "number"} <= verdict.keys() for run in runs.values() for verdict in run)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LedgerError(f"{path.name} cannot be read ({type(error).__name__}: {error})") from error
    if version != FORMAT:
        raise LedgerError(f"{path.name} is of version {version!r} of the ledger, not {FORMAT}")
    if not complete:
        raise LedgerError(f"{path.name} has verdicts without a claim, verdict or number")
    if content.get("sources") != sources:
        raise LedgerError(f"{path.name} belongs to another state of the lesson's code")
    return runs


def write(path: Path, sources: str, runs: dict[int, list[dict[str, Any]]]) -> None:
    """Write a results file, one verdict a line; what is there stays until the new one is whole."""
    lines = []
    for seed in sorted(runs):
        verdicts = ",\n".join("   " + json.dumps(verdict, ensure_ascii=False) for verdict in runs[seed])
        lines.append(f'  "{seed}": [\n{verdicts}\n  ]')
    text = f'{{\n "format": {FORMAT},\n "sources": "{sources}",\n "runs": {{\n' + ",\n".join(lines) + "\n }\n}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def kept(verdicts: Iterable[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """What the ledger keeps of a run: of a repetition only verdict and number."""
    fields = ("claim", "verdict", "number", "low", "high")
    if seed == PUBLISHED:
        fields += ("sentence", "text")
    return [{field: verdict[field] for field in fields} for verdict in verdicts]


# The page.


@dataclass(frozen=True)
class Row:
    """A claim in the ledger."""

    claim: str
    text: str
    verdict: str
    sentence: str
    number: str
    same: int
    runs: int

    @property
    def decided(self) -> bool:
        """Whether at most :data:`DIFFERING` of the repetitions came to another verdict."""
        return self.runs - self.same <= DIFFERING


def rows(runs: dict[int, list[dict[str, Any]]]) -> list[Row]:
    """The claims of a lesson, from its results."""
    found = []
    for index, verdict in enumerate(runs.get(PUBLISHED, [])):
        others = [runs[seed][index] for seed in REPEATED if seed in runs]
        same = sum(other["verdict"] == verdict["verdict"] for other in others)
        number = _number(verdict, [other["number"] for other in others])
        found.append(
            Row(verdict["claim"], verdict["text"], verdict["verdict"], verdict["sentence"], number, same, len(others))
        )
    return found


def _number(verdict: dict[str, Any], others: list[float]) -> str:
    """The deciding number with its interval; without one, with the range over the repetitions if they differ."""
    if verdict["low"] is not None:
        low, high = figures(verdict["low"], verdict["high"])
        return f"{figures(verdict['number'], verdict['low'], verdict['high'])[0]} ({low} to {high})"
    every = [verdict["number"], *others]
    if all(math.isclose(number, every[0], rel_tol=1e-3, abs_tol=1e-9) for number in every):
        return figures(every[0])[0]
    number, low, high = figures(every[0], min(every), max(every))
    return f"{number} (all runs: {low} to {high})"


def figures(*numbers: float) -> list[str]:
    """Numbers as text with as many decimals as the largest of them needs for three significant figures."""
    largest = max((abs(number) for number in numbers if math.isfinite(number)), default=0.0)
    if largest and not 1e-3 <= largest < 1e5:
        texts = [f"{number:.2e}" for number in numbers]
    else:
        decimals = max(0, 2 - math.floor(math.log10(largest))) if largest else 0
        texts = [f"{number:.{decimals}f}" for number in numbers]
        if all(float(number).is_integer() for number in numbers):
            texts = [f"{number:.0f}" for number in numbers]
    return [text.replace("-", "−") for text in texts]


HEAD = """# The ledger of claims

<!-- written by `make verdicts`; changes by hand are lost -->

Every claim that circulates for the course's questions, with the verdict that its lesson shows, what decides it, and
the deciding number with its 95 % interval (none where nothing is left to chance). Each lesson was run once as it is,
and ten times more with other seeds for all that is random. *Same* says in how many of these runs the verdict was the
one shown. Where more than one run came to another verdict, the claim is **not decided**.
"""


def page(lessons: list[Lesson], results: Path = RESULTS) -> str:
    """The text of docs/claims.md, from the results files."""
    parts = [HEAD]
    for lesson in lessons:
        title = re.search(r"^# (.+)$", lesson.notebook.cells[0].source, re.M)[1]
        link = f"../lessons/{lesson.name}/{lesson.name}.ipynb"
        parts.append(f"## {lesson.name[:2]} [{title}]({link})\n")
        try:
            runs = read(results / f"{lesson.name}.json", digest(lesson))
        except LedgerError:
            runs = {}
        if PUBLISHED not in runs:
            parts.append(f"Not run yet in this state: `make verdicts ARGS={lesson.name}`.\n")
            continue
        missing = len(REPEATED) - len(runs.keys() & set(REPEATED))
        if missing:
            parts.append(f"{missing} of the ten repetitions are still to be run: `make verdicts ARGS={lesson.name}`.\n")
        parts.append("| | claim | verdict | same | deciding number | what decides it | section |\n|" + "---|" * 7)
        place = sections(lesson)
        for row in rows(runs):
            verdict = row.verdict if row.decided else f"**not decided** (shown: {row.verdict})"
            cells = [row.claim, row.text, verdict, f"{row.same} of {row.runs}", row.number, row.sentence]
            cells = [cell.replace("|", "\\|").replace("\n", " ") for cell in cells]
            parts.append(f"| {' | '.join(cells)} | [{place[row.claim]}]({link}) |")
        parts.append("")
    return "\n".join(parts)
