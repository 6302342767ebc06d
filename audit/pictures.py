"""Ten states of pages of the toy book, held against the pictures that are kept in pictures/.

Letters are drawn with fonts that come with the tools, since those of computers differ. How edges are smoothed still
does, so small differences do not count. `UPDATE=1` renews the pictures.
"""

import base64
import os
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from PIL import Image, ImageChops
from playwright.sync_api import Browser

from books import REPOSITORY
from built import pages_of, toy_site
from greys import collect
from host import served
from rows import Row
from shades import lay_out
from tabs import Tab, browser

HERE = Path(__file__).parent
KEPT = HERE / "pictures"
REPORTS = REPOSITORY / "build" / "audit" / "pictures"
COLOURS = 32
"""Shades of a kept picture; a few keep it small."""
TOLERANCE = 48
"""Difference of a colour, of 255, from which on a point counts as changed."""
MOST = 12
"""Changed points up to which a picture counts as the same; a small word that changes makes about 25."""
FLAGS = ("--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb")
FONTS = {"sans": "source-sans-3", "serif": "source-serif-4"}
WEIGHTS = (400, 600, 700)
PHONE = {"width": 360, "height": 640}
DESK = {"width": 1024, "height": 640}
PAPER = {"width": 794, "height": 1123}
"""A4 at 96 points an inch."""


class State(NamedTuple):
    """What is looked at."""

    page: str
    window: dict[str, int]
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


CLAIM = "claims/asleep-within-an-hour/"
STATES = {
    "home-phone-light": State("", PHONE),
    "home-desk-dark": State("", DESK, "dark"),
    "claim-phone-light": State(CLAIM, PHONE),
    "claim-phone-dark": State(CLAIM, PHONE, "dark"),
    "claim-print": State(CLAIM, PAPER, media="print"),
    "retracted-phone-light": State("references/larch2005dream/", PHONE),
    "article-desk-light": State("articles/a-cup-of-calm/", DESK),
    "category-phone-light": State("categories/sleep/", PHONE),
    "table-filtered": State("claims/?verdict=partly-supported", DESK),
    "reference-desk-light": State("references/alder2001mint/", DESK),
}


def measure(_site: Path, _address: str) -> Iterator[Row]:
    """Take the pictures and compare them with those that are kept, or keep them."""
    with TemporaryDirectory() as folder:
        site = toy_site(Path(folder))
        with browser(*FLAGS) as one, served(site) as address:
            taken = {name: _take(one, address, state) for name, state in STATES.items()}
            taken["grey"] = _grey(one, address, site)
    if os.environ.get("UPDATE"):
        _keep(taken)
    problems = tuple(problem for name, picture in taken.items() for problem in _compared(name, picture))
    yield Row("pictures of pages", "as kept", f"{len(taken)} states, {len(problems)} changed", problems)


def _take(one: Browser, address: str, state: State) -> Image.Image:
    with Tab(one, address, viewport=state.window, color_scheme=state.scheme) as tab:
        tab.go(state.page)
        tab.page.emulate_media(media=state.media)
        return _shot(tab)


def _grey(one: Browser, address: str, site: Path) -> Image.Image:
    """Every coloured sign without its colour."""
    with Tab(one, address, viewport={"width": 1024, "height": 800}) as tab:
        lay_out(tab, collect(tab.go("methods/"), [address + path for path in pages_of(site)]))
        return _shot(tab, ".md-content")


def _shot(tab: Tab, part: str = "") -> Image.Image:
    tab.page.add_style_tag(content=_fonts())
    tab.page.evaluate("document.fonts.ready")
    tab.page.wait_for_load_state("networkidle")
    tab.settle()
    shot = tab.page.locator(part).screenshot() if part else tab.page.screenshot()
    return Image.open(BytesIO(shot)).convert("RGB")


@cache
def _fonts() -> str:
    """Write the style that puts the fonts of the tools in place of those of the computer."""
    faces = (
        f"@font-face {{ font-family: Audit-{name}; font-weight: {weight}; src: url({_file(font, weight)}) }}"
        for name, font in FONTS.items()
        for weight in WEIGHTS
    )
    names = "--cb-sans: Audit-sans !important; --cb-serif: Audit-serif !important; --cb-mono: Audit-sans !important"
    return "\n".join((*faces, f":root {{ {names} }}"))


def _file(font: str, weight: int) -> str:
    file = HERE / "node_modules" / "@fontsource" / font / "files" / f"{font}-latin-{weight}-normal.woff2"
    return f"data:font/woff2;base64,{base64.b64encode(file.read_bytes()).decode()}"


def _keep(taken: dict[str, Image.Image]) -> None:
    KEPT.mkdir(exist_ok=True)
    for old in KEPT.glob("*.png"):
        old.unlink()
    for name, picture in taken.items():
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(KEPT / f"{name}.png", optimize=True)


def _compared(name: str, picture: Image.Image) -> Iterator[str]:
    """Tell whether a picture differs from the one that is kept; what differs is drawn."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    picture.save(REPORTS / f"{name}.png")
    if not (KEPT / f"{name}.png").exists():
        yield f"{name}: none is kept yet; run make audit ONLY=pictures UPDATE=1"
        return
    kept = Image.open(KEPT / f"{name}.png").convert("RGB")
    if kept.size != picture.size:
        yield f"{name}: {picture.size} instead of {kept.size} points"
        return
    difference = ImageChops.difference(_smooth(kept), _smooth(picture)).convert("L").point(_counts)
    changed = difference.histogram()[255]
    if changed > MOST:
        difference.save(REPORTS / f"{name}.changed.png")
        yield f"{name}: {changed} points changed; see {REPORTS / name}.changed.png"


def _smooth(picture: Image.Image) -> Image.Image:
    """Halve a picture, so that the smoothing of edges counts for less."""
    return picture.reduce(2)


def _counts(difference: int) -> int:
    return 255 if difference > TOLERANCE else 0
