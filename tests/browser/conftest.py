"""A browser for the tests of the theme: Debian's chromium, driven by selenium, once for all of them."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver import Chrome

QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def missing() -> str:
    """What there is not, of what a browser test needs; empty where all is there."""
    names = (("chromium", "chromium-browser", "google-chrome"), ("chromedriver",))
    return ", ".join(options[0] for options in names if not any(map(shutil.which, options)))


@contextmanager
def chromium() -> Iterator[Chrome]:
    """A headless browser with a profile of its own, which reaches this machine and nothing else."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for argument in (*QUIET, f"--user-data-dir={profile}"):
            options.add_argument(argument)
        driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


def emulate(driver: Chrome, *, width: int = 1280, height: int = 900, scheme: str = "light", script: bool = True, media: str = "screen") -> None:
    """Another window, colour scheme or medium, with or without JavaScript."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})


@pytest.fixture(scope="session")
def driver() -> Iterator[Chrome]:
    """The one browser; a machine without it skips, and the machine that must have it fails."""
    if lacking := missing():
        reason = f"no {lacking} on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium() as browser:
        yield browser


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def repository() -> Path:
    """The root of this repository."""
    return Path(__file__).resolve().parents[2]
