"""Takes the picture in the README: a claim on a desk and on a phone, side by side, as `make site` left it."""

from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import provide
from books import REPOSITORY
from host import served

PICTURE = REPOSITORY / "docs" / "maintain" / "pictures" / "a-claim.png"
CLAIM = "claims/relief-within-hours/"
DESK: dict[str, Any] = {"viewport": {"width": 1100, "height": 780}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 780}}
GAP = 24
COLOURS = 128
"""Shades that are kept; more make the file larger and nothing clearer."""


def take(browser: Browser, address: str, settings: dict[str, Any]) -> Image.Image:
    """Photograph what a window shows of the claim before anybody scrolls."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce", **settings)
    page = context.new_page()
    page.goto(address + CLAIM, wait_until="load")
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return shot


def main() -> None:
    """Take both, and keep them as one picture."""
    executable = provide.installed()
    if executable is None:
        raise SystemExit(provide.MISSING)
    with sync_playwright() as playwright, served(REPOSITORY / "site") as address:
        browser = playwright.chromium.launch(executable_path=executable, args=provide.FLAGS)
        shots = [take(browser, address, settings) for settings in (DESK, PHONE)]
        browser.close()
    size = (sum(shot.width for shot in shots) + GAP, max(shot.height for shot in shots))
    picture = Image.new("RGB", size, "#d9dde3")
    left = 0
    for shot in shots:
        picture.paste(shot, (left, 0))
        left += shot.width + GAP
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
