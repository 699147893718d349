"""JupyterLab without this machine's settings, and what a person does with it in a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

ROOT = Path(__file__).parents[2]
_SECONDS = 60  # for one step, on a busy machine

# The notebook in front; --expose-app-in-browser gives the name jupyterapp.
_READY = """
const w = window.jupyterapp?.shell?.currentWidget;
return Boolean(w?.content?.model?.cells && w.isVisible && w.context.isReady && w.context.path.endsWith(arguments[0]))
"""
# What is run before the kernel has answered is not run at all.
_KERNEL_INFO = "return window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.info"
_SELECT = """
// a notebook draws only the cells that are in sight
const notebook = window.jupyterapp.shell.currentWidget.content;
notebook.activeCellIndex = Array.from(notebook.model.cells).findIndex(
    (cell) => cell.sharedModel.getSource().includes(arguments[0]));
return notebook.scrollToItem(notebook.activeCellIndex).then(() => notebook.activeCell.ready).then(
    () => notebook.activeCell.model.sharedModel.getSource());
"""
# A promise that JupyterLab drops, of a kernel that it replaces, say, would end the driver's own wait with an error.
_KEEP = """
const [key, ...given] = arguments;
Promise.resolve((function () { %s })(...given)).then((value) => { if (value !== undefined) window[key] = value; });
return window[key] ?? null;
"""
_EDITING = "return window.jupyterapp.shell.currentWidget.content.activeCell.editor?.hasFocus() ?? false"


@contextmanager
def jupyterlab(root: Path, place: Path) -> Iterator[str]:
    """JupyterLab, started in a folder; gives its address.

    Parameters
    ----------
    root
        The folder; nbgrader reads its configuration there.
    place
        Another folder, for JupyterLab's own files.
    """
    shutil.copytree(ROOT / "tools/jupyterlab", place / "config/labconfig")  # as tools/finish.py does it
    environment = {name: text for name, text in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    environment |= {f"JUPYTER_{name.upper()}_DIR": str(place / name) for name in ("config", "data", "runtime")}
    environment["HOME"] = str(place / "home")
    command = [Path(sys.executable).with_name("jupyter-lab"), "--no-browser", "--expose-app-in-browser"]
    command += ["--port=0", "--IdentityProvider.token="]
    command += [f"--LabApp.{name}_dir={place / name}" for name in ("user_settings", "workspaces")]
    command += ["--allow-root"] if os.geteuid() == 0 else []
    log = place / "lab.log"
    with log.open("w") as output:
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield _address(place / "runtime" / f"jpserver-{server.pid}.json", server, log)
    finally:
        server.terminate()
        try:
            server.wait(timeout=_SECONDS)
        except subprocess.TimeoutExpired:  # it waits for its kernels, on a busy machine for long
            server.kill()
            server.wait()


def _address(information: Path, server: subprocess.Popen, log: Path) -> str:
    """The address in the file that a server writes when it is ready."""

    def started(_: object) -> bool:
        assert server.poll() is None, log.read_text()
        return information.exists() and information.read_text().endswith("}")

    try:
        WebDriverWait(server, _SECONDS).until(started)
    except TimeoutException:
        pytest.fail(f"JupyterLab did not start:\n{log.read_text()}", pytrace=False)
    return f"http://127.0.0.1:{json.loads(information.read_text())['port']}"


class Page:
    """What a person does in the browser; each step waits until it can be done."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver
        self._keys = count()

    def until(self, what: str, condition: Callable[[], object]) -> object:
        """Wait until the condition holds, and give its value."""
        wait = WebDriverWait(self.driver, _SECONDS, 0.1, ignored_exceptions=[StaleElementReferenceException])
        try:
            return wait.until(lambda _: condition())
        except TimeoutException:
            pytest.fail(f"After {_SECONDS} s still not: {what}", pytrace=False)

    def value(self, what: str, script: str, *arguments: str) -> object:
        """Wait until the promise that a script returns, each time that it is run, has a value; gives the value."""
        key = f"kept{next(self._keys)}"
        return self.until(what, lambda: self.driver.execute_script(_KEEP % script, key, *arguments))

    def find(self, css: str, text: str = "") -> WebElement:
        """The first visible element with this text."""
        return self.until(f"{css} with {text!r}", lambda: next(iter(self.visible(css, text)), None))

    def visible(self, css: str, text: str = "") -> list[WebElement]:
        """The visible elements with this text, if there are any."""
        found = self.driver.find_elements(By.CSS_SELECTOR, css)
        return [one for one in found if one.is_displayed() and text in one.text]

    def click(self, css: str, text: str = "") -> None:
        """Click on the first visible element with this text."""
        self.find(css, text).click()

    def keys(self, *keys: str, hold: str | None = None) -> None:
        """Press keys, with another one held down."""
        actions = ActionChains(self.driver)
        if hold:
            actions.key_down(hold)
        actions.send_keys(*keys)
        if hold:
            actions.key_up(hold)
        actions.perform()

    def wait_for_notebook(self, name: str = "") -> None:
        """Wait until a notebook, of this name if another is open from before, is in front and its kernel idle."""
        self.until("a notebook is open", lambda: self.driver.execute_script(_READY, name))
        self.value("the kernel answers", _KERNEL_INFO)
        panel = ".jp-NotebookPanel:not(.lm-mod-hidden)"
        self.find(f"{panel} .jp-Toolbar [data-status=idle]")

    def edit(self, part: str) -> None:
        """Open the first cell that holds these words, as a double-click would."""
        assert part in self.value(f"the cell with {part!r} is in sight", _SELECT, part)
        cell = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell.jp-mod-active"
        for text in self.visible(f"{cell} .jp-RenderedMarkdown"):
            ActionChains(self.driver).double_click(text).perform()
        self.click(f"{cell} .cm-content")
        self.until("the cell is open", lambda: self.driver.execute_script(_EDITING))

    def save(self, path: Path) -> None:
        """Save the notebook, and wait until the file is another one."""
        before = path.read_bytes()
        self.keys("s", hold=Keys.CONTROL)
        self.until(f"{path.name} is saved", lambda: path.read_bytes() not in (b"", before))
