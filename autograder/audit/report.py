"""What the audits found: as text, as an HTML page, and as docs/accuracy.md."""

from __future__ import annotations

import collections
import html
from collections.abc import Iterable, Sequence

from autograder.audit.judge import VERDICTS, Audit, Finding
from autograder.audit.mutation import Mutation, less_often
from autograder.files import replace_file
from autograder.paths import REPOSITORY

#: The page of the documentation with sections that are written here.
DOCUMENT = REPOSITORY / "docs" / "accuracy.md"

_STYLE = "body{font-family:sans-serif} td,th{padding:0 .6em;text-align:left} pre{margin-left:2em}"


def matrix(found: Audit) -> list[list[str]]:
    """Rows (lesson, exercise, answers of each verdict), with the sums in the last one."""
    counts: dict[tuple[str, str], collections.Counter] = collections.defaultdict(collections.Counter)
    for finding in found.findings:
        counts[finding.lesson, finding.answer.exercise][finding.verdict] += 1
    rows = [["lesson", "exercise", *VERDICTS]]
    rows += [[lesson, name, *(str(by[verdict]) for verdict in VERDICTS)] for (lesson, name), by in counts.items()]
    total = sum(counts.values(), collections.Counter())
    return [*rows, ["all", "", *(str(total[verdict]) for verdict in VERDICTS)]]


def as_text(found: Audit) -> str:
    """The matrix, then every problem and every false entry with all that was said of it."""
    rows = matrix(found)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    for finding in (finding for finding in found.findings if finding.is_false):
        lines += ["", _title(finding), *(f"    {line}" for text in finding.feedback for line in text.split("\n"))]
    return "\n".join([*lines, "", *found.problems]).rstrip()


def as_page(found: Audit) -> str:
    """The same as an HTML page, with each answer and its feedback in a fold."""
    head, *rows = matrix(found)
    lines = [("th", head), *(("td", row) for row in rows)]
    body = "".join(
        "<tr>" + "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in row) + "</tr>" for tag, row in lines
    )
    folds = "".join(
        f"<details{' open' if finding.is_false else ''}><summary>{html.escape(_title(finding))}</summary>"
        f"<pre>{html.escape(finding.answer.source)}</pre>"
        f"<pre>{html.escape(chr(10).join(finding.feedback))}</pre></details>\n"
        for finding in found.findings
    )
    problems = "".join(f"<li>{html.escape(problem)}</li>" for problem in found.problems)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Audit of the answer bank</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>Audit of the answer bank</h1>\n<table>{body}</table>\n"
        f"<ul>{problems}</ul>\n{folds}</body></html>\n"
    )


def _title(finding: Finding) -> str:
    answer = finding.answer
    expected = f'; expected: "{answer.feedback}"' if answer.feedback else ""
    return (
        f"{finding.lesson}/{answer.exercise}/{answer.name}: {finding.verdict}, "
        f"{finding.points:g} of {finding.of:g} points{expected}"
    )


def write_document(found: Audit, mutations: Sequence[Mutation], times: int, unsteady: Sequence[str]) -> None:
    """Renew the sections of docs/accuracy.md on what was audited of the course's whole own bank.

    Raises
    ------
    ValueError
        If the page has no place for one of them.
    """
    page = with_section(DOCUMENT.read_text(encoding="utf-8"), "the bank", bank_section(found))
    if mutations:
        page = with_section(page, "changed answers", mutation_section(mutations))
        page = with_section(page, "tests", tests_section(found, mutations))
    if times:
        right = sum(finding.answer.is_right for finding in found.findings)
        counts = (
            f"{right} right answers {times} times, {len(found.findings) - right} wrong ones {less_often(times)} times"
        )
        wrong = "\n".join(f"- {line}" for line in unsteady)
        said = f"{counts}: {len(unsteady)} misjudged.\n\n{wrong}"
        page = with_section(page, "repetitions", said.strip())
    replace_file(DOCUMENT, page)


def with_section(page: str, name: str, text: str, by: str = "`make audit`") -> str:
    """A page of the documentation with one of its sections renewed that are written by a command.

    Raises
    ------
    ValueError
        If the page has no place for it.
    """
    begin, end = f"<!-- {name}: written by {by} -->", f"<!-- end of {name} -->"
    before, _, rest = page.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"The page has no lines `{begin}` and `{end}`.")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def bank_section(found: Audit) -> str:
    """The matrix by lesson, and what each test rejects."""
    counts: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for finding in found.findings:
        counts[finding.lesson][finding.verdict] += 1
    counts["all"] = sum(counts.values(), collections.Counter())
    rows = [[lesson, *(str(by[verdict]) for verdict in VERDICTS)] for lesson, by in counts.items()]
    return f"{_table(['', *VERDICTS], rows)}\n\nFiles that could not be judged: {len(found.problems)}."


def mutation_section(found: Sequence[Mutation]) -> str:
    """How many changed answers the tests reject, by lesson."""
    rows = []
    for each in found:
        other = len(each.killed) + len(each.explained) + len(each.survived)
        passed = [len(each.same), len(each.killed), len(each.explained), len(each.survived)]
        rows.append([each.lesson, *map(str, passed), f"{len(each.killed) / max(other, 1):.2%}"])
    sums = [sum(int(row[i]) for row in rows) for i in range(1, 5)]
    rows.append(["all", *map(str, sums), f"{sums[1] / max(sum(sums[1:]), 1):.2%}"])
    head = ["", "same function", "rejected", "accepted, with a reason", "accepted", "rejected of all others"]
    return _table(head, rows)


def tests_section(found: Audit, mutations: Sequence[Mutation]) -> str:
    """For each test how many wrong and changed answers it rejects, and for how many no other test does its work."""
    wrong = [finding for finding in found.findings if not finding.answer.is_right]
    rejected = _counts(finding.failed for finding in wrong)
    named = _counts(
        [name for name, text in zip(each.failed, each.feedback, strict=True) if each.answer.feedback in text]
        for each in wrong
        if each.answer.feedback
    )
    changed = _counts(failed for each in mutations for failed in each.killed)
    columns = {name: [*rejected[name], *named[name], *changed[name]] for name in {**rejected, **changed}}
    head = ["test", "rejects", "it alone", "names", "it alone", "rejects changed ones", "it alone"]
    idle = [f"`{name}`" for name, counts in columns.items() if not any(counts[1::2])]
    ending = f"Tests that do nothing that no other does: {', '.join(idle) or 'none'}."
    return f"{_table(head, ([f'`{name}`', *map(str, counts)] for name, counts in columns.items()))}\n\n{ending}"


def _counts(by: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    """For each test for how many answers it is listed, and for how many it is the only one."""
    found: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for names in by:
        for name in names:
            found[name][0] += 1
            found[name][1] += len(names) == 1
    return found


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
