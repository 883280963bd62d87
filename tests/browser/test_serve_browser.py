"""The preview in a browser: a saved file is seen where one was reading, and a fault lies over the page until it is mended."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser
PATIENCE = 60
THEME = Path(__file__).resolve().parents[2] / "templates"
SITE = "title: T\ndescription: D\nurl: https://example.org/sub/\n"
HEAD = "---\ntitle: {}\nmenu: 1\n---\n\n"
LONG = "\n\n".join(f"Paragraph {number} of a page that is longer than any window." for number in range(200))
NOTICES = "document.getElementById('sitegen-preview-notices')"


def save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text)
    beside.replace(path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    save(tmp_path / "content" / "site.yaml", SITE)
    save(tmp_path / "content" / "pages" / "about.md", HEAD.format("About") + LONG)
    save(tmp_path / "content" / "pages" / "other.md", HEAD.format("Other") + "Words.\n")
    return tmp_path


@contextmanager
def previewing(root: Path) -> Iterator[str]:
    """The command at work on an archive, and the address that it names."""
    words = (sys.executable, "-m", "sitegen", "serve", "--root", str(root), "--port", "0", "--workers", "1")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        impatient = threading.Timer(PATIENCE * 3, process.kill)
        impatient.start()
        try:
            assert process.stdout is not None
            found = next((match for line in process.stdout if (match := re.search(r"serving (\S+)", line))), None)
            assert found, "it never served"
            yield found[1]
        finally:
            impatient.cancel()
            process.terminate()
            process.wait(PATIENCE)


def until(driver: Chrome, condition: str) -> Any:
    """The value of a JavaScript expression, as soon as it is true."""
    from selenium.common.exceptions import JavascriptException
    from selenium.webdriver.support.wait import WebDriverWait

    wait = WebDriverWait(driver, PATIENCE, 0.05, ignored_exceptions=(JavascriptException,))
    return wait.until(lambda found: found.execute_script(f"return {condition}"), condition)


def says(words: str) -> str:
    return f"document.querySelector('main')?.textContent.includes('{words}')"


def opened(driver: Chrome, address: str) -> None:
    """A page, with a mark on its window that is gone when the page is loaded again."""
    driver.get(address)
    driver.execute_script("window.mark = 'here'")


def complaints(driver: Chrome) -> list[str]:
    return [entry["message"] for entry in driver.get_log("browser") if "favicon" not in entry["message"]]


def test_a_saved_file_is_seen_where_one_was_reading(root: Path, driver: Chrome) -> None:
    about = root / "content" / "pages" / "about.md"
    with previewing(root) as address:
        opened(driver, address + "pages/about.html")
        # the browser's own memory of the place is switched off: not all have one, and none over a page that grew
        driver.execute_script("history.scrollRestoration = 'manual'; scrollTo({top: 2345, behavior: 'instant'})")
        save(about, HEAD.format("About") + LONG.replace("Paragraph 7 ", "Paragraph VII "))
        until(driver, says("Paragraph VII "))
        until(driver, "document.readyState === 'complete' && scrollY === 2345")
        assert driver.execute_script("return window.mark") is None
        assert complaints(driver) == []


def test_a_page_that_is_as_it_was_is_left_alone(root: Path, driver: Chrome) -> None:
    other = root / "content" / "pages" / "other.md"
    with previewing(root) as address:
        opened(driver, address + "pages/about.html")
        driver.execute_script(
            "const ask = fetch; window.fetch = async (...all) => { const found = await ask(...all); window.asked = true; return found; }"
        )
        save(other, HEAD.format("Other") + "New words.\n")
        until(driver, "window.asked")
        driver.execute_async_script("setTimeout(arguments[0], 500)")
        assert driver.execute_script("return window.mark") == "here"


def test_a_new_stylesheet_is_put_on_without_loading_the_page_again(root: Path, driver: Chrome) -> None:
    style = (THEME / "assets" / "style.css").read_text()
    with previewing(root) as address:
        opened(driver, address + "pages/about.html")
        save(root / "templates" / "assets" / "style.css", style + "\nmain { outline: 7px solid; }\n")
        until(driver, "getComputedStyle(document.querySelector('main')).outlineWidth === '7px'")
        until(driver, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
        assert driver.execute_script("return window.mark") == "here"
        assert complaints(driver) == []


def test_a_fault_lies_over_the_last_good_page_until_it_is_mended(root: Path, driver: Chrome) -> None:
    about = root / "content" / "pages" / "about.md"
    good = about.read_text()
    with previewing(root) as address:
        opened(driver, address + "pages/about.html")
        driver.execute_script("scrollTo({top: 1234, behavior: 'instant'})")
        save(about, good.replace("menu: 1", '"<img src=x onerror=alert(1)>": 1').replace("Paragraph", "Broken"))
        until(driver, f"{NOTICES}?.shadowRoot.querySelector('li')")
        text = driver.execute_script(f"return {NOTICES}.shadowRoot.querySelector('section').textContent")
        assert "content/pages/about.md:3:1" in text
        assert "error[unknown-key]" in text
        assert "<img src=x onerror=alert(1)>" in text
        assert driver.execute_script(f"return {NOTICES}.shadowRoot.querySelectorAll('img').length") == 0
        assert until(driver, f"getComputedStyle({NOTICES}.shadowRoot.querySelector('section')).position === 'fixed'")
        assert driver.execute_script(f"return {says('Paragraph 7 ')}")
        assert driver.execute_script("return [scrollY, window.mark]") == [1234, "here"]
        driver.refresh()
        until(driver, f"{NOTICES}?.shadowRoot.querySelector('li')")
        driver.execute_script(f"{NOTICES}.shadowRoot.querySelector('button').click()")
        assert driver.execute_script(f"return {NOTICES}") is None
        save(about, good.replace("menu: 1", "menue: 1"))
        until(driver, f"{NOTICES}?.shadowRoot.textContent.includes('menue')")
        save(about, good)
        until(driver, f"{NOTICES} === null")
        assert complaints(driver) == []


def test_a_first_build_that_fails_gives_way_to_the_site(root: Path, driver: Chrome) -> None:
    about = root / "content" / "pages" / "about.md"
    good = about.read_text()
    save(about, "---\nmenu: 1\n---\n")
    with previewing(root) as address:
        driver.get(address + "pages/about.html")
        assert "content/pages/about.md" in driver.find_element("css selector", "ol").text
        save(about, "---\nmenue: 1\n---\n")
        until(driver, "document.querySelector('ol')?.textContent.includes('menue')")
        assert driver.execute_script(f"return {NOTICES}") is None
        save(about, good)
        until(driver, says("Paragraph 7 "))


def test_a_moved_site_is_followed(root: Path, driver: Chrome) -> None:
    with previewing(root) as address:
        driver.get(address + "pages/about.html?a=b#main")
        save(root / "content" / "site.yaml", SITE.replace("/sub/", "/"))
        until(driver, "location.pathname === '/pages/about.html'")
        until(driver, says("Paragraph 7 "))
        assert driver.execute_script("return location.search + location.hash") == "?a=b#main"


def test_a_page_that_was_not_looked_at_catches_up(root: Path, driver: Chrome) -> None:
    about = root / "content" / "pages" / "about.md"
    with previewing(root) as address:
        opened(driver, address + "pages/about.html")
        driver.execute_script("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
        driver.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
        save(about, HEAD.format("About") + "Changed meanwhile.\n")
        driver.execute_async_script("setTimeout(arguments[0], 1000)")
        assert driver.execute_script("return window.mark") == "here"
        driver.execute_script("Object.defineProperty(document, 'hidden', {value: false})")
        driver.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
        until(driver, says("Changed meanwhile."))
