"""Every term of docs/glossary.md is explained where it first appears.

The text cell that explains a term sets it *off* or in **bold**; before that cell, in reading order over all lessons,
the term does not appear. What nobody reads from top to bottom does not count: a lesson's opening cell, the question in
the asker's words, headings, quotations, folds, code, formulas and further reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from autograder.lesson import read_lesson
from autograder.paths import REPOSITORY, SOLUTIONS

PAGE = REPOSITORY / "docs" / "glossary.md"
NOT_READ = (
    r"<details>.*?</details>", r"```.*?```", r"`[^`]*`", r"\$\$.*?\$\$", r"\$[^$\n]*\$", r"(?<=\])\([^)]*\)",
    r"^#+ .*?$", r"^>.*?$",
)  # fmt: skip
SECTIONS_NOT_READ = ("The question", "Further reading")
#: Lessons in which a word means something else: Jupyter's kernel, the weather.
OTHER_MEANING = {("kernel", "00_start_here"), ("temperature", "00_start_here")}


@dataclass(frozen=True)
class Text:
    """A text cell, or the part of it below one heading, as it is read."""

    lesson: str
    section: str
    words: str


@dataclass(frozen=True)
class Term:
    """A row of the glossary: the term with its other forms, and where it is explained."""

    forms: tuple[str, ...]
    lesson: str
    section: str

    def find(self, words: str) -> re.Match | None:
        """Where the term is used first. Letter case counts in abbreviations and names; a plural is the same term."""
        return min(filter(None, (_form(form).search(words) for form in self.forms)), key=re.Match.start, default=None)

    def is_explained_in(self, words: str) -> bool:
        """Whether it is set off there, on its own."""
        parts = re.findall(r"(?<!\*)\*{1,2}(?![\s*])([^*]+?)[.,:]?\*{1,2}", words)
        return any(_form(form).fullmatch(part) for form in self.forms for part in parts)


def _form(form: str) -> re.Pattern:
    words = re.escape(form).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w-]){words}(?:e?s)?(?![\w-])", 0 if re.search("[A-Z]", form) else re.IGNORECASE)


def texts(lesson: str, source: str, section: str) -> list[Text]:
    """A cell's parts by heading, as they are read; the last one says which section goes on."""
    found = []
    for part in re.split(r"^(?=## )", source, flags=re.M):
        section = (re.match("## (.+)", part) or (None, section))[1]
        for pattern in NOT_READ:
            part = re.sub(pattern, " ", part, flags=re.S | re.M)
        found.append(Text(lesson, section, "" if section in SECTIONS_NOT_READ else part))
    return found


def reading() -> list[Text]:
    """All that is read, in order."""
    found: list[Text] = []
    for path in sorted(SOLUTIONS.glob("*.py")):
        section = ""
        cells = [cell for cell in read_lesson(path).notebook.cells if cell.cell_type == "markdown"]
        for cell in cells[1:]:
            found += texts(path.stem, cell.source, section)
            section = found[-1].section
    return found


def terms(page: str) -> list[Term]:
    """The rows of the glossary: `| term (form, form) | sentence | [00, section](../lessons/…) |`."""
    link = r"\[\d\d, (.+)\]\(\.\./lessons/(\w+)/\4\.ipynb\)"
    row = re.compile(rf"^\| ([^|(]+?)(?: \(([^|)]+)\))? \| [^|]+ \| {link} \|$", re.M)
    return [
        Term((term, *(others.split(", ") if others else ())), lesson, section)
        for term, others, section, lesson in row.findall(page)
    ]


TERMS = terms(PAGE.read_text(encoding="utf-8"))
READING = reading()


@pytest.mark.parametrize("term", TERMS, ids=[term.forms[0] for term in TERMS])
def test_a_term_is_explained_where_it_first_appears(term: Term) -> None:
    for text in (text for text in READING if (term.forms[0], text.lesson) not in OTHER_MEANING):
        explained = term.is_explained_in(text.words)
        use = term.find(text.words)
        if use and not explained:
            around = " ".join(text.words[max(0, use.start() - 60) : use.end() + 60].split())
            pytest.fail(f"{text.lesson}, “{text.section}”, uses it before it is explained: … {around} …")
        if explained:
            assert (text.lesson, text.section) == (term.lesson, term.section), "the glossary names another place"
            return
    pytest.fail("no text explains it (set off by * or **)")


def test_every_row_of_the_glossary_is_read() -> None:
    rows = PAGE.read_text(encoding="utf-8").count("\n| ") - 1
    assert len(TERMS) == rows > 50
    names = [term.forms[0].casefold() for term in TERMS]
    assert names == sorted(set(names))


def test_what_counts_as_a_use() -> None:
    term = Term(("kink", "ReLU"), "01", "1. One")
    assert term.find("Two Kinks bend") and term.find("a ReLU unit")
    assert not term.find("kinky") and not term.find("a relu") and not term.find("no-kink")
    assert term.is_explained_in("these are its **kinks**.") and term.is_explained_in("*ReLU*, **max(0, x)**")
    assert not term.is_explained_in("a kink is **bold** here, 2 * kink * 3, and *what a kink is*")


def test_what_is_not_read() -> None:
    source = "a\n## Recall\nb `c` $d$ [e](f)\n> g\n<details>\nh\n</details>\n### i\n\n$$j$$\n"
    source += "## The question\nk\n## 1. One\nl"
    found = [(text.section, text.words.split()) for text in texts("01", source, "0. None")]
    assert found == [("0. None", ["a"]), ("Recall", ["b", "[e]"]), ("The question", []), ("1. One", ["l"])]
