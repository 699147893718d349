"""The set-up: locks, Makefile, tools/setup.sh, environment.yml, the start page and the links to the web."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import jupytext
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.M)[1].split()
INNER_TARGETS = {"python-asked-for"}
LESSONS = sorted(path.stem for path in (ROOT / "solutions").glob("[0-9]*.py"))
PYTHONS = ("3.11.0", "3.11.9", "3.12.0", "3.13.0")


def pins(lock: str) -> dict[str, list[tuple[Requirement, int]]]:
    """Each package of a lock, with its pins (one for each Python where they differ) and their number of hashes."""
    found: dict[str, list[tuple[Requirement, int]]] = {}
    for block in re.split(r"\n(?=[a-z])", (ROOT / lock).read_text().partition("\n\n")[0]):
        if not block.startswith("#"):
            requirement = Requirement(block.split("\\\n")[0])
            hashes = len(re.findall(r"--hash=sha256:[0-9a-f]{64}", block))
            found.setdefault(canonicalize_name(requirement.name), []).append((requirement, hashes))
    return found


def versions(lock: str, python: str) -> dict[str, str]:
    """The version of each package that a lock gives a Python on Linux."""
    machine = {
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "sys_platform": "linux",
        "os_name": "posix",
        "platform_system": "Linux",
        "implementation_name": "cpython",
    }
    return {
        name: str(pin.specifier).removeprefix("==")
        for name, several in pins(lock).items()
        for pin, _ in several
        if pin.marker is None or pin.marker.evaluate(machine)
    }


LOCKED = [("requirements.txt", PROJECT["dependencies"])]
LOCKED += [("requirements-dev.txt", sum(PROJECT["optional-dependencies"].values(), PROJECT["dependencies"]))]


@pytest.mark.parametrize(("lock", "declared"), LOCKED, ids=[lock for lock, _ in LOCKED])
@pytest.mark.parametrize("python", PYTHONS)
def test_a_lock_matches_pyproject(lock: str, declared: list[str], python: str) -> None:
    locked = versions(lock, python)
    for line in declared:
        wanted = Requirement(line)
        version = locked.get(canonicalize_name(wanted.name))
        assert version and wanted.specifier.contains(version), f"{lock} has {version} for {line}: run `make lock`"


@pytest.mark.parametrize(("lock", "declared"), LOCKED, ids=[lock for lock, _ in LOCKED])
def test_a_lock_holds_nothing_that_pyproject_does_not_ask_for(lock: str, declared: list[str]) -> None:
    """uv names those who need a package; the project itself among them for exactly what it declares."""
    asked_for = set()
    for block in re.split(r"\n(?=[a-z])", (ROOT / lock).read_text()):
        needed_by = block.partition("# via ")[2]
        if "deep-learning-by-experiment" in needed_by:
            asked_for.add(canonicalize_name(re.match(r"[\w.-]+", block)[0]))
    wanted = {canonicalize_name(Requirement(line).name) for line in declared}
    assert asked_for == wanted, f"{lock} was made from another pyproject.toml: run `make lock`"


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_is_exact_and_holds_no_place(lock: str) -> None:
    for several in pins(lock).values():
        for pin, hashes in several:
            assert re.fullmatch(r"==[^*,]+", str(pin.specifier)) and pin.url is None and hashes, f"{lock}: {pin}"
    text = (ROOT / lock).read_text()
    assert not re.search(r"://|--(extra-)?index|--find-links|(^|\s)/\w", text), "a download address or a path"
    assert not re.search(r"^(nvidia|cuda)", text, re.M), "CUDA packages: gigabytes that no lesson uses"


@pytest.mark.parametrize("python", PYTHONS)
def test_the_second_lock_is_the_first_and_more(python: str) -> None:
    first, second = (versions(lock, python) for lock in ("requirements.txt", "requirements-dev.txt"))
    assert first.items() <= second.items(), "run `make lock`"


def test_conda_and_binder_install_the_same_lock() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    names = {part for part in environment["dependencies"] if isinstance(part, str)}
    python = next(part.removeprefix("python=") for part in names if part.startswith("python="))
    assert names == {f"python={python}", "pip"}
    assert python in {version.rpartition(".")[0] for version in PYTHONS}
    assert {"pip": ["-r requirements.txt"]} in environment["dependencies"]
    assert os.access(ROOT / "postBuild", os.X_OK), "Binder runs postBuild only when it is executable"


def test_the_byte_code_is_there() -> None:
    """Without it each import of TensorFlow takes three times as long; PYTHONDONTWRITEBYTECODE must not prevent it."""
    package = Path(importlib.util.find_spec("tensorflow").origin).parent
    modules = list(package.glob("python/**/*.py"))
    compiled = [path for path in modules if Path(importlib.util.cache_from_source(str(path))).exists()]
    assert len(modules) > 1000 and len(compiled) > 0.99 * len(modules), "run `make distclean`, then `make test`"


# The Makefile, in a folder of its own.


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files that set-up needs, without .venv, in a folder with a space in its name."""
    place = tmp_path / "a clone"
    shutil.copytree(ROOT / "tools", place / "tools")
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, place)
    return place


def make(place: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run make there, as somebody who has set nothing."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTHON"))}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=place,
        env={**ours, "PATH": f"{place}/bin:{os.environ['PATH']}", **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def program(path: Path, script: str) -> str:
    """A small shell program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_make_alone_lists_every_target(clone: Path) -> None:
    listed = re.findall(r"^  make (\S+)  +\S", make(clone).stdout, re.M)
    assert sorted(listed) == sorted(set(TARGETS) - INNER_TARGETS)
    assert set(re.findall(r"^([a-z][a-z-]*):(?!=)", MAKEFILE, re.M)) == set(TARGETS)


def test_a_second_set_up_is_none_until_a_lock_changes(clone: Path) -> None:
    variables = "show: ; @echo $(READY) $(READY_DEV)"
    (clone / ".venv").mkdir()
    for stamp in make(clone, f"--eval={variables}", "show").stdout.split():
        (clone / stamp).touch()
    (clone / "requirements.txt").touch()  # a new date alone means nothing
    assert make(clone, "--question", "setup").returncode == 0
    assert "tools/setup.sh" not in make(clone, "--dry-run", "lab", "test", "build", "grade").stdout
    with (clone / "requirements.txt").open("a") as file:
        file.write("# changed\n")
    assert make(clone, "--question", "setup").returncode == 1
    assert "tools/setup.sh" in make(clone, "--dry-run", "lab").stdout


OLD_PYTHON = "echo 3.10"
NO_VENV = f'case "$*" in *ensurepip*) exit 1 ;; esac; exec {sys.executable} "$@"'
THIS_PYTHON = f'exec {sys.executable} "$@"'
SMALL_DISK = "echo Filesystem 1024-blocks Used Available Capacity Mounted; echo /dev/x 2000000 0 2000000 0% /"
MISSING = {
    "no Python": ("exit 127", "There is no .*python3 that runs. Install Python 3.11"),
    "old Python": (OLD_PYTHON, "is Python 3.10, and TensorFlow needs 3.11, 3.12 or 3.13"),
    "no venv module": (NO_VENV, "lacks the venv module. On Debian and Ubuntu: sudo apt install python3-venv"),
    "small disk": (THIS_PYTHON, "too little room: .venv needs 3200 MB"),
    "no network": (THIS_PYTHON, "If they speak of a connection, check the network"),
}


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=pytest.mark.slow if "network" in case else ()) for case in MISSING]
)
def test_what_is_missing_is_said(clone: Path, case: str) -> None:
    script, sentence = MISSING[case]
    program(clone / "bin/df", SMALL_DISK if case == "small disk" else SMALL_DISK.replace("2000000 0%", "9000000 0%"))
    python = program(clone / "bin/python3", script)
    no_network = {"PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "0", "PIP_NO_INDEX": "0"}
    done = make(clone, "lab", PYTHON=python, **no_network)
    assert done.returncode != 0
    assert re.search(sentence, done.stderr), done.stderr
    assert not list(clone.glob(".venv/.ready*")), "a failed set-up may not look like a done one"


# Pages that name lessons and places.


def header(name: str) -> dict:
    """The `lesson` part of a lesson's header: minutes and points."""
    return jupytext.read(ROOT / "solutions" / f"{name}.py").metadata["lesson"]


def test_the_start_page_lists_the_lessons() -> None:
    page = (ROOT / "START.md").read_text()
    rows = re.findall(r"^\| \[\d\d [^]]+\]\(lessons/(\w+)/\1\.ipynb\) \|.*\| (\d+) \| (\d+) \|$", page, re.M)
    listed = {name: (int(minutes), int(points)) for name, minutes, points in rows}
    assert listed == {name: (header(name)["minutes"], header(name)["points"]) for name in LESSONS}


def test_the_readme_lists_the_lessons() -> None:
    rows = re.findall(r"^\| (\d\d) (\w+) \| .+ \| (\d+) \|$", (ROOT / "README.md").read_text(), re.M)
    listed = {f"{number}_{name}": int(minutes) for number, name, minutes in rows}
    assert listed == {name: header(name)["minutes"] for name in LESSONS}


@pytest.mark.parametrize("page", ["START.md", "README.md", "docs/students.md", "docs/claims.md", "docs/glossary.md"])
def test_links_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / page).read_text()):
        if "://" not in target:
            assert (folder / target).exists(), f"{page}: there is no {target}"


def test_every_page_names_the_same_place_on_the_web() -> None:
    place = re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+)", PROJECT["urls"]["Repository"])[1]
    for page in [ROOT / "README.md", ROOT / "START.md", *ROOT.glob("docs/**/*.md")]:
        named = re.findall(r"mybinder\.org/v2/gh/([\w.-]+/[\w.-]+?)/|git clone \S*github\.com/(\S+)", page.read_text())
        for one in filter(None, (binder or clone.removesuffix(".git") for binder, clone in named)):
            assert one == place, f"{page.name} says {one}; pyproject.toml ([project.urls]) says {place}"
