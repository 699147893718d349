"""Write docs/performance.md and its plot from what tools/bench.py measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt

from autograder.paths import REPOSITORY
from lessonkit import plots

PLOT = "images/performance.svg"
#: Goals: times the throughput of plain nbgrader, and the share of the physical limit.
GOALS = {"01_shallow_vs_deep": 20, "05_variational_autoencoders": 8}
SHARE = 0.6
WAYS = {
    "as it comes": "nbgrader, no configuration",
    "plain": "nbgrader, this course's configuration",
    "one worker": "autograder grade --jobs 1",
    "all workers": "autograder grade",
    "limit": "the cells alone, by exec in forks",
}
_TEMPLATE = Path(__file__).with_name("performance.md.in")


def write(result: dict[str, Any]) -> None:
    """Write the page and the plot."""
    docs = REPOSITORY / "docs"
    _draw(result["lessons"], docs / PLOT)
    options, machine = result["options"], result["machine"]
    text = _TEMPLATE.read_text(encoding="utf-8").format(
        machine="Measured on " + ", ".join(f"{name} {value}" for name, value in machine.items()) + ".",
        plot=PLOT,
        tables="\n".join(_table(lesson, ways, options["jobs"]) for lesson, ways in result["lessons"].items()),
        first=options["lessons"][0],
        sizes=_sizes(result["sizes"]),
        **{name: options[name] for name in ("submissions", "rounds", "as_it_comes")},
    )
    (docs / "performance.md").write_text(text, encoding="utf-8")


def ratios(ways: dict[str, Any]) -> dict[str, float]:
    """Throughput of all workers, as times plain nbgrader's and as a share of the limit's."""
    ours = ways["all workers"]["further"]
    return {"plain": ways["plain"]["further"] / ours, "limit": ways["limit"]["further"] / ours}


def _table(lesson: str, ways: dict[str, Any], jobs: int) -> str:
    lines = [f"## {lesson}", "| way | s for each further submission | s, whole run | times plain |\n|---|---|---|---|"]
    for name, label in WAYS.items():
        if name in ways:
            low, high = ways[name]["spread"]
            way, times = ways[name], ways["plain"]["further"] / ways[name]["further"]
            lines.append(
                f"| {label} | {way['further']:.2f} ({low:.2f}–{high:.2f}) | {way['whole']:.0f} | {times:.1f} |"
            )
    found = ratios(ways)
    goal = f"; the goal is {GOALS[lesson]} and {SHARE:.0%}" if lesson in GOALS else ""
    share = f"{found['limit']:.0%} of the limit"
    lines.append(f"\nWith {jobs} workers {found['plain']:.1f} times the throughput of plain nbgrader, {share}{goal}.")
    cells = ways["limit"].get("cells", {})
    if cells:
        named = ", ".join(f"`{name}` {seconds:.2f} s" for name, seconds in cells.items() if name != "all")
        lines.append(f"All graded cells take {cells['all']:.2f} s, warm. The longest: {named}.")
    lines.append("\n| where a submission's seconds go, one after the other | s |\n|---|---|")
    lines += [f"| {stage} | {seconds:.2f} |" for stage, seconds in ways["stages"].items()]
    return "\n".join(lines) + "\n"


def _sizes(sizes: list[dict[str, Any]]) -> str:
    lines = ["| submissions | s for each further one | MB |", "|---|---|---|"]
    lines += [f"| {each['submissions']} | {each['further']:.2f} | {each['megabytes']} |" for each in sizes]
    return "\n".join(lines)


def _draw(lessons: dict[str, Any], path: Any) -> None:
    plots.use_style()
    figure, axes = plt.subplots(
        1, len(lessons), figsize=(5.5 * len(lessons), 3.2), sharex=True, sharey=True, squeeze=False
    )
    for axis, (lesson, ways) in zip(axes[0], lessons.items(), strict=True):
        names = [name for name in reversed(WAYS) if name in ways]
        values = [ways[name]["further"] for name in names]
        errors = [[abs(ways[n]["further"] - ways[n]["spread"][side]) for n in names] for side in (0, 1)]
        axis.barh([WAYS[name] for name in names], values, xerr=errors, color="#0072B2")
        axis.set_xscale("log")
        axis.set_xlabel("seconds for each further submission (log scale)")
        axis.set_title(
            f"{lesson}:\n{ratios(ways)['plain']:.0f} times plain nbgrader, {ratios(ways)['limit']:.0%} of the limit"
        )
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
