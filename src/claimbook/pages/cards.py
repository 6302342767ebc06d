"""Pictures for links that are shared: one a badge, one for the whole book, drawn without a network or a font file.

A card shows a badge and never a question: the question stands beside it as text, so no card can go stale, and a book
of a thousand claims needs no more than some twenty of them.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from claimbook.files import OutFile
from claimbook.model import Book, Certainty, Paint
from claimbook.pages.markup import icon, slug
from claimbook.pages.outline import outlines
from claimbook.views import Badge, first_sentence

WIDTH, HEIGHT = 1200, 630
"""Size of a card in pixels, as those who show links ask for."""
NAVY = "#1d2f4a"
"""The colour of the header, also of the frame of a browser on a phone."""
TOUCH_ICON = "assets/claimbook.png"
"""The picture of the site among the programs of a phone."""

_FOLDER = "assets/cards/"
_PAPER, _INK, _MUTED = "#ffffff", "#1b1f27", "#4a5160"
_MARGIN = 90
_LIGHT = "#d8e0ec"
_SHADES = 12
"""Steps between two colours that meet in a picture, for smooth edges."""
_NO_VERDICT = Paint(_PAPER, "#3d434e", "#6b7280")
_SHARPNESS = 4
"""Shapes are drawn this many times larger and then made smaller, which smooths their edges."""


class Card(NamedTuple):
    """A picture, and what it says."""

    path: str
    """Where it lies, below the top of the site."""
    text: str
    """Its words, for those who cannot see it."""


class _Pen(NamedTuple):
    """What a line is written with."""

    size: int
    """Height of the letters in pixels."""
    colour: str
    bold: bool = False


def book_card(book: Book) -> Card:
    """Name the picture of the whole book."""
    return Card(f"{_FOLDER}book.png", f"{book.title}. {book.notices.advice_short}.")


def badge_card(badge: Badge, book: Book) -> Card:
    """Name the picture of a badge."""
    return Card(f"{_FOLDER}{slug(badge.text)}.png", f"{badge.text}. From: {book.title}. {book.notices.advice_short}.")


def render_cards(book: Book, badges: Iterable[Badge]) -> Iterator[OutFile]:
    """Draw the card of the book, one for every badge that differs in words, and the icon for phones."""
    title = book.title
    foot = f"{book.notices.advice_short}. {first_sentence(book.notices.reviewed)}"
    yield OutFile(book_card(book).path, _png(_draw_book(title, book.tagline, foot), _NO_VERDICT))
    for badge in {badge.text: badge for badge in badges}.values():
        yield OutFile(badge_card(badge, book).path, _badge_png(badge, title, foot))
    yield OutFile(TOUCH_ICON, _png(_draw_icon(), _NO_VERDICT))


def mark() -> str:
    """Read the drawing of our mark, an open book whose lines are the four bars of certainty."""
    return (files("claimbook") / "templates" / "theme" / "mark.svg").read_text(encoding="utf-8")


def _draw_book(title: str, tagline: str, foot: str) -> Image.Image:
    card = Image.new("RGB", (WIDTH, HEIGHT), NAVY)
    _stamp(card, mark(), (_MARGIN, 70), 150, _PAPER)
    bottom = _write(card, title, (_MARGIN, 265), _Pen(62, _PAPER, bold=True))
    _write(card, tagline, (_MARGIN, bottom + 24), _Pen(36, _LIGHT))
    _write(card, foot, (_MARGIN, 555), _Pen(28, _LIGHT))
    return card


@cache
def _badge_png(badge: Badge, title: str, foot: str) -> bytes:
    """Draw a badge's card; while a preview runs, each is drawn for the first build alone."""
    paint = badge.verdict.light if badge.verdict else _NO_VERDICT
    return _png(_draw_badge(badge, paint, title, foot), paint)


def _draw_badge(badge: Badge, paint: Paint, title: str, foot: str) -> Image.Image:
    card = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, 0, WIDTH, 110), fill=NAVY)
    _stamp(card, mark(), (_MARGIN, 25), 60, _PAPER)
    _write(card, title, (_MARGIN + 85, 36), _Pen(36, _PAPER, bold=True))
    _pill(card, badge, paint, 160)
    plain = badge.verdict.plain if badge.verdict else badge.state.plain
    bottom = _write(card, plain, (_MARGIN, 286), _Pen(33, _MUTED))
    if badge.second:
        indent = _bars(draw, badge.second.points, bottom + 24) if isinstance(badge.second, Certainty) else 0
        bottom = _write(card, badge.second.label, (_MARGIN + indent, bottom + 22), _Pen(48, _INK, bold=True))
        _write(card, badge.second.plain, (_MARGIN, bottom + 10), _Pen(33, _MUTED))
    _write(card, foot, (_MARGIN, 565), _Pen(28, _INK))
    return card


def _draw_icon() -> Image.Image:
    icon_ = Image.new("RGB", (180, 180), NAVY)
    _stamp(icon_, mark(), (26, 26), 128, _PAPER)
    return icon_


def _pill(card: Image.Image, badge: Badge, paint: Paint, top: int) -> None:
    """Draw the verdict as on pages: icon and word in a frame of its colours."""
    end = _MARGIN + 160 + _font(58).getlength(badge.first)
    shape = (_MARGIN, top, end, top + 100)
    ImageDraw.Draw(card).rounded_rectangle(shape, 50, fill=paint.background, outline=paint.border, width=4)
    drawing = icon(badge.verdict.icon if badge.verdict else "material/circle-outline")
    _stamp(card, drawing, (_MARGIN + 28, top + 16), 68, paint.text)
    _line(card, badge.first, (_MARGIN + 112, top + 15), _Pen(58, paint.text, bold=True))


def _bars(draw: ImageDraw.ImageDraw, points: int, top: int) -> int:
    """Draw the four bars of certainty; return how much room they take."""
    for bar in range(4):
        left = _MARGIN + 20 * bar
        shape = (left, top + 36 - 12 * bar, left + 12, top + 52)
        draw.rectangle(shape, fill=NAVY if bar < points else _PAPER, outline=NAVY, width=2)
    return 100


def _write(card: Image.Image, text: str, place: tuple[int, int], pen: _Pen) -> int:
    """Write text in as many lines as it takes; return where it ends.

    The font that comes with Pillow knows English only. What it cannot write is left out of the picture, since empty
    boxes say nothing: it stands as text beside every picture.
    """
    left, top = place
    if not _writable(text):
        return top
    for line in _lines(text, _font(pen.size), WIDTH - _MARGIN - left):
        _line(card, line, (left, top), pen)
        top += round(1.35 * pen.size)
    return top


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def _line(card: Image.Image, text: str, place: tuple[int, int], pen: _Pen) -> None:
    """Write one line; there is no bold face, so a bold line is drawn with a thicker pen."""
    stroke = pen.size / 40 if pen.bold else 0
    ImageDraw.Draw(card).text(place, text, fill=pen.colour, font=_font(pen.size), stroke_width=stroke)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise OSError("this copy of Pillow cannot write text: install one that was built with FreeType")
    return font


def _writable(text: str) -> bool:
    return all(map(_has_glyph, {*text}))


@cache
def _has_glyph(character: str) -> bool:
    """Tell whether the font has a shape for a character, other than the box that stands for none."""
    font = _font(20)
    return character == " " or bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


def _stamp(card: Image.Image, svg: str, place: tuple[int, int], size: int, colour: str) -> None:
    card.paste(colour, place, _mask(svg, size))


@cache
def _mask(svg: str, size: int) -> Image.Image:
    """Fill the shapes of an icon of 24 by 24 units; where one lies in another, it cuts a hole."""
    large = size * _SHARPNESS
    mask = Image.new("1", (large, large))
    for shape in outlines(svg):
        layer = Image.new("1", (large, large))
        ImageDraw.Draw(layer).polygon([(large * at.real / 24, large * at.imag / 24) for at in shape], fill=1)
        mask = ImageChops.logical_xor(mask, layer)
    return mask.convert("L").resize((size, size), Image.Resampling.LANCZOS)


def _png(picture: Image.Image, paint: Paint) -> bytes:
    """Write a picture in the few colours that meet in it and what lies between them, which keeps it small."""
    pairs = [
        *((_PAPER, other) for other in (_INK, _MUTED, NAVY, paint.border)),
        *((NAVY, _LIGHT), (paint.background, paint.text), (paint.background, paint.border)),
    ]
    colours = [shade for one, other in pairs for shade in _between(one, other)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    file = BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(file, "PNG", compress_level=6)
    return file.getvalue()


def _between(one: str, other: str) -> Iterator[tuple[int, ...]]:
    ends = list(zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True))
    for step in range(_SHADES):
        yield tuple(round(a + (b - a) * step / (_SHADES - 1)) for a, b in ends)
