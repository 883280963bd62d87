"""Pictures of a built site, to be looked at: `python tests/browser/shots.py OUTPUT PICTURES [page ...]`.

A page may carry its own manner after a colon: `index.html:360`, `index.html:1280,dark`, `actors/sdf.html:360,print`.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path

from conftest import chromium, set_window

PAGES = (
    "index.html",
    "index.html:360",
    "index.html:1280,dark",
    "404.html",
    "timeline/index.html",
    "timeline/index.html:360,dark",
)


def main(output: str, pictures: str, *pages: str) -> None:
    """Take each picture of the whole page."""
    Path(pictures).mkdir(parents=True, exist_ok=True)
    with chromium() as driver:
        for wanted in pages or PAGES:
            page, _, manner = wanted.partition(":")
            words = manner.split(",")
            width = int(words[0] or 1280)
            set_window(
                driver,
                width=width,
                scheme="dark" if "dark" in words else "light",
                media="print" if "print" in words else "screen",
            )
            driver.get((Path(output) / page).resolve().as_uri())
            picture = {"format": "png", "captureBeyondViewport": "short" not in words}
            data = driver.execute_cdp_cmd("Page.captureScreenshot", picture)["data"]
            name = wanted.replace("/", "-").replace(":", "-").replace(",", "-").replace(".html", "") + ".png"
            (Path(pictures) / name).write_bytes(base64.b64decode(data))
            print(Path(pictures) / name)


if __name__ == "__main__":
    main(*sys.argv[1:])
