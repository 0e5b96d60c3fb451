"""Scans made of pages: rendered, then spoiled as scanners and copiers do. The same seed gives the same scan."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont

STAMP_WORDS = "ỦY BAN NHÂN DÂN ★ XÃ MẪU SƠN ★ "
STAMP_RED = (214, 38, 48)
PEN_BLUE = (35, 60, 175)


@dataclass(frozen=True, slots=True)
class Spoiled:
    """What happens to a page on its way over the scanner; the default is a clean copy."""

    noise: float = 0.0
    """Standard deviation of the brightness, of 255."""
    specks: float = 0.0
    """Share of the pixels that become black or white."""
    blur: float = 0.0
    """Radius in pixels."""
    turn: float = 0.0
    """Degrees counterclockwise."""
    paper: int = 255
    """Brightness of the empty page."""
    jpeg: int = 0
    """Quality that it is stored with; 0: losslessly."""
    stamp: bool = False
    """A round red stamp with a blue signature through it."""
    black: bool = False
    """Whether it is stored as black and white."""


CLEAN = Spoiled()
LITTLE = Spoiled(noise=12, specks=0.0005, blur=0.4, turn=0.8, paper=244, stamp=True)
"""A little noise, turned a little, stamped."""
MUCH = Spoiled(noise=20, specks=0.002, blur=0.6, turn=-1.7, paper=232, jpeg=60, stamp=True)


def pages_of(pdf: Path | bytes, dpi: float) -> list[Image.Image]:
    """The pages of a PDF as coloured pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def spoiled(
    page: Image.Image, how: Spoiled, dpi: float, seed: int, at: tuple[float, float] = (0.66, 0.62)
) -> Image.Image:
    """The page as scanned. `at` is the middle of the stamp, in parts of width and height."""
    random = np.random.default_rng(seed)
    if how.stamp:
        page = stamped(page, dpi, at)
    if how.turn:
        page = page.rotate(how.turn, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    if how.blur:
        page = page.filter(ImageFilter.GaussianBlur(how.blur))
    pixels = np.asarray(page, dtype=np.float32) * (how.paper / 255)
    if how.noise:
        pixels = pixels + random.normal(0, how.noise, pixels.shape[:2])[:, :, None]
    if how.specks:
        chance = random.random(pixels.shape[:2])
        pixels[chance < how.specks / 2] = 0
        pixels[chance > 1 - how.specks / 2] = 255
    scan = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    if how.jpeg:
        file = BytesIO()
        scan.save(file, "JPEG", quality=how.jpeg)
        scan = Image.open(file)
    return scan.convert("L").point(lambda value: 255 * (value > 140), "1") if how.black else scan


def stamped(page: Image.Image, dpi: float, at: tuple[float, float]) -> Image.Image:
    """A round stamp of 36 mm over what is printed, its words along the ring, and a signature through it."""
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    x, y, radius = at[0] * page.width, at[1] * page.height, 18 / 25.4 * dpi
    width = max(1, round(radius / 24))
    for part in (1.0, 0.62):
        r = radius * part
        draw.ellipse((x - r, y - r, x + r, y + r), outline=STAMP_RED, width=width)
    _letters_on_ring(ink, STAMP_WORDS, (x, y), radius * 0.81, round(radius * 0.26))
    star = [_on_circle((x, y), radius * (0.42 if corner % 2 == 0 else 0.17), corner * 36) for corner in range(10)]
    draw.polygon(star, fill=STAMP_RED)
    wave = [(x + radius * (t / 20 - 1.4), y + radius * 0.5 * math.sin(t / 3) * math.cos(t / 11)) for t in range(60)]
    draw.line(wave, fill=PEN_BLUE, width=width, joint="curve")
    # Ink on ink: what is black stays black.
    return Image.fromarray(np.minimum(np.asarray(page), np.asarray(ink)))


def _letters_on_ring(ink: Image.Image, words: str, middle: tuple[float, float], radius: float, size: int) -> None:
    font = ImageFont.load_default(size) if _face() is None else ImageFont.truetype(str(_face()), size)
    for place, letter in enumerate(words):
        angle = place * 360 / len(words)
        tile = Image.new("RGBA", (2 * size, 2 * size))
        ImageDraw.Draw(tile).text((size, size), letter, STAMP_RED, font, "mm")
        tile = tile.rotate(-angle, Image.Resampling.BICUBIC)
        x, y = _on_circle(middle, radius, angle)
        ink.paste(tile, (round(x) - size, round(y) - size), tile)


def _face() -> Path | None:
    faces: Sequence[Path] = [Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")]
    return next((face for face in faces if face.exists()), None)


def _on_circle(middle: tuple[float, float], radius: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return middle[0] + radius * math.sin(angle), middle[1] - radius * math.cos(angle)
