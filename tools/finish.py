"""Install the project itself into the Python that runs this, once requirements.txt is installed there.

The packages stay in this folder (an editable install; their dependencies are the lock's business), and JupyterLab
gets the settings in tools/jupyterlab. The Makefile and Binder do this; with conda: python tools/finish.py
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
PROJECT = "deep-learning-by-experiment"
LABCONFIG = Path(sys.prefix, "etc/jupyter/labconfig")
NO_DOWNLOADS = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]


def main() -> None:
    """Install the project and its JupyterLab settings."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", *NO_DOWNLOADS, "--editable", str(TOOLS.parent)]
    subprocess.run(pip, check=True, env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"})
    for path in TOOLS.glob("jupyterlab/*.json"):
        # JupyterLab's place for what packages set: the user's own settings, in files without the ".d", go before it.
        place = LABCONFIG / f"{path.stem}.d"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place / f"{PROJECT}.json")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)  # pip has said why
