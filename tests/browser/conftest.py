"""A browser for the tests of the theme: Debian's chromium, driven by selenium, once for all of them, and the sites it reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
REPOSITORY = Path(__file__).resolve().parents[2]

SITE = """\
title: أرشيف الاختبار
description: أرشيف صغير لاختبار المظهر.
url: https://example.org/sub/
language: ar
licence: CC-BY-4.0
publisher: أرشيف الاختبار
contact: archive@example.org
theme: {fold_warnings: yes, page_size: 12}
"""
"""A site that is read from right to left, folds what carries a warning, and has short pages, so that lists have several."""

RECORDS = {
    "actors/qasd.md": """\
title: قوات سوريا الديمقراطية
kind: armed-group
aliases: [{text: SDF, language: en, case: exact}, Syrian Democratic Forces]
names: [{name: قسد, from: 2015-10}]
relations: [{actor: daesh, kind: fights, from: 2015~, source: wakala}]
ids: {wikidata: Q21064854}
""",
    "actors/daesh.md": "title: تنظيم الدولة\nkind: armed-group\n",
    "places/syria.md": "title: سوريا\nkind: country\npoint: [35.0, 38.0]\nprecision: country\n",
    "places/hajin.md": "title: هجين\nkind: town\npart_of: syria\npoint: [34.69508, 40.83138]\nprecision: exact\nids: {geonames: '174506'}\n",
    "sources/wakala.md": "title: وكالة\nkind: agency\ncountry: SY\nlanguage: ar\nstandpoint: وكالة أنباء رسمية.\nurl: https://agency.example/\n",
    "tags/hujum.md": "title: هجوم\nscope: عندما تهاجم قوة قوة أخرى.\n",
    "pages/methodology.md": "title: المنهج\nmenu: 1\n---\n\n## التحقق\n\nنص. | \n\n| أ | ب |\n| --- | --- |\n| ١ | ٢ |\n",
    "articles/2018-09-11-hajin.md": """\
title: "بدء الهجوم على آخر جيب — <b>not markup</b> \\u0026 a-word-that-is-very-long-and-cannot-be-broken-anywhere-at-all-by-a-browser"
date: 2018-09-11
source: wakala
url: https://agency.example/a/very/long/address/that/does/not/end/and/goes/on/and/on/2018/09/11/story.html?with=a&query=too
author: مراسل
language: ar
translation: {from: en, method: machine, note: ترجمة آلية.}
rights: {publish: full, holder: وكالة}
status: usable
summary: بدأت القوات هجوما على هجين.
warnings: [death]
tags: [hujum]
actors: [qasd, daesh]
places: [hajin]
claims:
  - {event: 2018-09-10-day, by: qasd, via: wakala, toll: {killed: {min: 15}, injured: {min: 3, best: 4, max: 9}}, of: daesh, quote: قتل خمسة عشر مقاتلا}
media: [{caption: صورة من الأرشيف, credit: وكالة, date: 2018-05-01}]
corrections: [{date: 2026-11-22, note: صحح المكان.}]
---

بدأت [[qasd|القوات]] هجوما على [[hajin]].

قتل خمسة عشر مقاتلا.
""",
    "articles/2018-09-12-described.md": """\
title: A report that is described only
date: 2018-09-12
source: wakala
language: en
rights: {publish: metadata, holder: An agency}
status: usable
summary: What it says, in one sentence.
---

Words that may not be shown.
""",
    "articles/2018-09-13-excerpt.md": """\
title: A report that is shown in excerpt
date: 2018-09-13
source: wakala
url: https://agency.example/rest
language: en
rights: {publish: excerpt, holder: An agency}
status: usable
---

The first sentence stands here. """
    + "The rest stands elsewhere and is long. " * 30
    + "\n",
}
EVENT = """\
title: {title}
date: {date}
kind: battle
places: [hajin]
actors: [{{actor: qasd, role: initiator}}, {{actor: daesh, role: target}}]
verification: reported
tags: [hujum]
claims: [{{by: qasd, source: wakala, url: 'https://agency.example/e', toll: {{killed: {{min: 3, max: 9}}}}, of: civilians, date: 2018-09-11}}]
---

Its summary.
"""
DATES = {
    "2018-09-10-day": "2018-09-10",
    "2018-09-10-about": "2018-09-10~",
    "2018-09-10-span": "2018-09-10/2018-10-12",
    "2018-09-10-open": "2018-09-10/..",
    "2018-10-month": "2018-10",
    "2018-some-day": "2018-09-XX",
    "2018-unsure": "2018?",
    "2017-before": "../2017-12-11",
}


class Served(NamedTuple):
    """A built site: where its files lie, and where it is served, under a sub-path."""

    folder: Path
    url: str


def missing() -> str:
    """What there is not, of what a browser test needs; empty where all is there."""
    return ", ".join(options[0] for options in (BROWSERS, ("chromedriver",)) if not any(map(shutil.which, options)))


@contextmanager
def chromium() -> Iterator[Chrome]:
    """A headless browser with a profile of its own, which reaches this machine and nothing else."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = next(found for name in BROWSERS if (found := shutil.which(name)))
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for argument in (*QUIET, f"--user-data-dir={profile}"):
            options.add_argument(argument)
        driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


def set_window(
    driver: Chrome,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: str = "light",
    script: bool = True,
    media: str = "screen",
) -> None:
    """Another window, colour scheme or medium, with or without JavaScript."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})


@pytest.fixture(scope="session")
def chrome() -> Iterator[Chrome]:
    """The one browser; a machine without it skips, and the machine that must have it fails."""
    if lacking := missing():
        reason = f"no {lacking} on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium() as browser:
        yield browser


@pytest.fixture
def driver(chrome: Chrome) -> Iterator[Chrome]:
    """The browser as a plain desktop window, with nothing left in its logs; afterwards no page is left asking for more."""
    set_window(chrome)
    chrome.get("about:blank")
    for log in ("browser", "performance"):
        chrome.get_log(log)
    yield chrome
    chrome.get("about:blank")


@pytest.fixture(scope="session")
def window() -> Callable[..., None]:
    """What gives the browser another window, scheme or medium."""
    return set_window


def write_archive(root: Path) -> None:
    """The literal archive: Arabic, with every way in which a date can be known, and enough events for two pages."""
    content = root / "content"
    files = {name: text if "\n---\n" in text else f"{text}---\n" for name, text in RECORDS.items()}
    events = {id_: EVENT.format(title=f"معركة {id_}", date=date) for id_, date in DATES.items()}
    events |= {
        f"2019-01-{day:02}-more": EVENT.format(title=f"معركة {day}", date=f"2019-01-{day:02}") for day in range(1, 22)
    }
    files |= {f"events/{id_}.md": text for id_, text in events.items()}
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{text}", encoding="utf-8")
    (content / "site.yaml").write_text(SITE, encoding="utf-8")


def build(root: Path, output: Path, url: str) -> None:
    """Build an archive by the command that a curator gives."""
    command = (
        sys.executable,
        "-m",
        "sitegen",
        "build",
        "--root",
        root,
        "--output",
        output,
        "--base-url",
        url,
        "--now",
        "2026-11-22",
    )
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """A server on this machine, and the folder that it serves."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def send_error(self, code: int, *_: object) -> None:
            """As hosts do: the 404 page of the site, whatever was asked for."""
            page = Path(self.directory) / self.path.split("/")[1] / "404.html"
            data = page.read_bytes() if page.exists() else b""
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(data)

    folder = tmp_path_factory.mktemp("served")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1], folder
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def arabic(port: tuple[int, Path], tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The literal archive, built and served under `/sub/`."""
    number, folder = port
    root = tmp_path_factory.mktemp("literal")
    write_archive(root)
    url = f"http://127.0.0.1:{number}/sub/"
    build(root, folder / "sub", url)
    return Served(folder / "sub", url)


@pytest.fixture(scope="session")
def own(port: tuple[int, Path]) -> Served:
    """This repository's archive, built and served under `/own/`."""
    number, folder = port
    url = f"http://127.0.0.1:{number}/own/"
    build(REPOSITORY, folder / "own", url)
    return Served(folder / "own", url)
