"""A real browser for the tests marked ``browser``; what more than one folder of tests needs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from selenium import webdriver

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
NO_BROWSER = (
    "There is no Chromium with its driver on this machine, so the tests in a real browser fail. "
    "On Debian and Ubuntu: sudo apt install chromium chromium-driver"
)


def pytest_report_header() -> str:
    """Say at the top of a run which browser there is."""
    return f"browser: {CHROMIUM}, {DRIVER}" if CHROMIUM and DRIVER else NO_BROWSER


@pytest.fixture(scope="session")
def chromium() -> Iterator[webdriver.Chrome]:
    """A headless Chromium, one for the whole run."""
    if not (CHROMIUM and DRIVER):
        pytest.fail(NO_BROWSER, pytrace=False)
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.add_argument("--headless=new")
    options.add_argument("--no-sandbox")  # Chromium's own sandbox refuses to start for root
    options.add_argument("--disable-dev-shm-usage")  # containers give /dev/shm too little
    options.add_argument("--disable-background-networking")
    options.add_argument("--window-size=1500,1000")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    yield driver
    driver.quit()
