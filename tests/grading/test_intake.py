"""What a student can put where a notebook is expected: nothing but a plain file below their folder is ever read."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from autograder.errors import CannotGrade
from autograder.handed_in import digest, read_timestamp
from autograder.intake import read_submission

LESSON = "90_mini"
SECRET = "the solution"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty submission; beside it, `secret.ipynb`, which no submission may show."""
    (tmp_path / "secret.ipynb").write_text(json.dumps(new_notebook(cells=[new_code_cell(SECRET)])))
    folder = tmp_path / "submitted" / "ada" / LESSON
    folder.mkdir(parents=True)
    return folder


def read(folder: Path) -> NotebookNode:
    source = new_notebook(cells=[new_code_cell("x", metadata={"nbgrader": {"grade_id": "double", "solution": True}})])
    return read_submission(folder, LESSON, {LESSON: source})


def refusal(folder: Path) -> str:
    with pytest.raises(CannotGrade) as caught:
        read(folder)
    assert caught.value.status == "could not be read"
    return caught.value.reason


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the path of a socket has at most 107 characters
    socket.socket(socket.AF_UNIX).bind(path.name)
    os.chdir(here)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path, secret: path.symlink_to(secret), "a symbolic link"),
        (lambda path, secret: path.symlink_to("/dev/zero"), "a symbolic link"),
        (lambda path, secret: path.symlink_to(path), "a symbolic link"),
        (lambda path, secret: path.hardlink_to(secret), "a hard link"),
        (lambda path, secret: os.mkfifo(path), "a pipe"),
        (lambda path, secret: _socket(path), "a socket"),
    ],
)
def test_no_notebook_but_a_plain_file(folder: Path, make: Callable, words: str) -> None:
    make(folder / f"{LESSON}.ipynb", folder.parents[2] / "secret.ipynb")
    assert words in refusal(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a device")
def test_no_device(folder: Path) -> None:
    os.mknod(folder / f"{LESSON}.ipynb", 0o600 | 0o020000, os.makedev(1, 5))
    assert "a device" in refusal(folder)


def test_a_folder_that_is_a_link(folder: Path) -> None:
    elsewhere = folder.parents[2] / "elsewhere"
    elsewhere.mkdir()
    (folder.parents[2] / "secret.ipynb").rename(elsewhere / f"{LESSON}.ipynb")
    (folder / "deeper").symlink_to(elsewhere)
    assert "holds no notebook" in refusal(folder)
    (folder / "deeper").unlink()
    folder.rmdir()
    folder.symlink_to(elsewhere)
    assert "it is a link" in refusal(folder)
    folder.unlink()
    folder.parent.rmdir()
    (elsewhere / LESSON).mkdir()
    (elsewhere / f"{LESSON}.ipynb").rename(elsewhere / LESSON / f"{LESSON}.ipynb")
    folder.parent.symlink_to(elsewhere)
    assert "it is a link" in refusal(folder)


def test_a_link_beside_the_notebook_is_not_read(folder: Path) -> None:
    (folder / f"{LESSON}.ipynb").write_text(json.dumps(new_notebook(cells=[new_code_cell("mine")])))
    (folder / "other.ipynb").symlink_to(folder.parents[2] / "secret.ipynb")
    notebook = read(folder)
    assert notebook.cells[0].source == "mine" and SECRET not in json.dumps(notebook)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"cells": ' + "[" * 100_000, "nested too deeply"),
        ('{"cells": [' + '{"a":' * 5_000_000, "lists"),
        (json.dumps({"cells": [{"cell_type": "code", "source": ""}] * 6_000}), "6000 cells"),
        (json.dumps({"cells": [{"cell_type": "code", "source": "x" * 9 * 2**20}]}), "8 MB"),
        ('{"cells": [' + "9" * 5_000 + "]}", "a number"),
        ("", "empty"),
    ],
    ids=["deep", "brackets", "cells", "source", "number", "empty"],
)
def test_huge_and_deep(folder: Path, content: str, words: str) -> None:
    (folder / f"{LESSON}.ipynb").write_text(content)
    assert words in refusal(folder)


def test_a_huge_file_is_not_even_opened(folder: Path) -> None:
    with (folder / f"{LESSON}.ipynb").open("wb") as file:
        file.truncate(2**40)
    assert "1048576 MB" in refusal(folder)


def test_very_many_and_very_deep_files(folder: Path) -> None:
    path = folder
    for _ in range(40):
        path = path / "d"
        path.mkdir()
    (path / f"{LESSON}.ipynb").write_text("{}")
    assert "holds no notebook" in refusal(folder)
    for number in range(2_001):
        (folder / f"{number}.ipynb").touch()
    assert "more than 2000 files" in refusal(folder)


@pytest.mark.parametrize(
    "cell",
    [
        {"cell_type": ["code"], "source": {"a": 1}, "metadata": [], "id": {}},
        {"cell_type": "code", "source": [["x"] * 3, None, "\ud800"], "metadata": {"nbgrader": {"grade_id": "\ud800"}}},
        {"cell_type": "code", "source": "x", "id": "../../x", "metadata": {"nbgrader": 3}},
    ],
)
def test_cells_of_the_wrong_types(folder: Path, cell: dict) -> None:
    raw = {"cells": [cell, "no cell"], "nbformat": [4], "nbformat_minor": {}, "metadata": 3}
    (folder / f"{LESSON}.ipynb").write_text(json.dumps(raw))
    json.dumps(read(folder), ensure_ascii=False).encode()


def test_names_that_cannot_be_printed(folder: Path) -> None:
    (folder / os.fsdecode(b"\xff\x1b[2J\n.ipynb")).write_text(json.dumps(new_notebook(cells=[])))
    notes = " ".join(read(folder).metadata.autograder.notes)
    assert notes.isprintable()
    notes.encode()


@pytest.mark.parametrize("content", ["", "yesterday", "9" * 500, "x" * 2_000, "2026-99-99 12:00:00 UTC"])
def test_a_timestamp_that_is_none(folder: Path, content: str) -> None:
    (folder / "timestamp.txt").write_text(content)
    with pytest.raises(CannotGrade):
        read_timestamp(folder)


def test_timestamps(folder: Path) -> None:
    assert read_timestamp(folder) == ""
    (folder / "timestamp.txt").write_text("2026-03-02 12:00:00 UTC\n")
    assert read_timestamp(folder) == "2026-03-02 12:00:00 UTC"
    (folder / "timestamp.txt").unlink()
    os.mkfifo(folder / "timestamp.txt")
    with pytest.raises(CannotGrade):
        read_timestamp(folder)


def test_the_digest_reads_only_what_may_be_read(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "link").symlink_to("/dev/zero")
    with (folder / "huge").open("wb") as file:
        file.truncate(2**40)
    (folder / "small").write_text("1")
    before = digest(folder)
    assert digest(folder) == before
    (folder / "small").write_text("2")
    assert digest(folder) != before
