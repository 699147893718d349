"""Small lessons with claims, for the tests of the tools."""

from __future__ import annotations

from pathlib import Path

HEADER = """# ---
# jupyter:
#   jupytext:
#     notebook_metadata_filter: lesson
#     text_representation:
#       extension: .py
#       format_name: percent
#   lesson:
#     minutes: 15
#     points: 1
# ---
"""


def cell(name: str, source: str, grade: bool = False) -> str:
    """A locked code cell of a lesson's source."""
    tags = "" if grade else ' tags=["demo"]'
    points = '"points": 1, ' if grade else ""
    metadata = f'"grade": {str(grade).lower()}, "grade_id": "{name}", "locked": true, {points}"schema_version": 3'
    return f'# %% nbgrader={{{metadata}, "solution": false, "task": false}}{tags}\n{source}\n'


def text(*lines: str) -> str:
    """A markdown cell of a lesson's source."""
    return "# %% [markdown]\n" + "".join(f"# {line}".rstrip() + "\n" for line in lines)


CELLS = {
    "title": text("# Dice: which one is loaded?", "", "## The question", "**Predict.** This one."),
    "setup": cell("setup", "import lessonkit\nimport numpy as np\nfrom lessonkit import evidence, plots"),
    "throw": text("## 1. Throw")
    + cell("demo_throw", "# ten throws\nthrows = np.random.default_rng(lessonkit.seed(1)).integers(1, 7, 10)"),
    "figure": cell("demo_figure", 'figure = None\nplots.show(figure, alt="not drawn here: it would fail")'),
    "test": cell("test_throw", "raise AssertionError('a test is not run')", grade=True),
    "rules": text("## 2. The claims")
    + cell(
        "demo_rules",
        """def claim_1_1(number):
    return evidence.Verdict("1.1", "holds", f"{number} throws", number)

def claim_1_2(throws):
    verdict = "holds" if throws[0] > 3 else "does not hold"
    return evidence.Verdict("1.2", verdict, "the first | throw", float(throws[0]), 1.0, 6.0)""",
    ),
    "number": cell("demo_number", "number = len(throws)"),
    "verdicts": cell(
        "demo_verdicts",
        """claims = {"1.1": "there are ten throws", "1.2": "the first one is large"}
evidence.show([claim_1_1(number), claim_1_2(throws)], claims)""",
    ),
}


def write(folder: Path, name: str = "01_dice", **changed: str) -> Path:
    """Write the lesson, with some of its cells changed."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.py"
    path.write_text(HEADER + "\n" + "\n".join((CELLS | changed).values()), encoding="utf-8")
    return path
