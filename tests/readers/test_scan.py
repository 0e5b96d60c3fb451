"""Scans and pictures of pages: what is recognised, at which error, and how it stops."""

import struct
import zlib
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image, ImageDraw
from rapidfuzz.distance import Levenshtein

from drafter import read
from drafter.errors import CorruptPicture, MissingRecogniser, OversizedPicture
from drafter.readers.paper.laid import laid_out
from drafter.readers.paper.values import Sheet, Word
from drafter.readers.scan import Picture, read_image, recognised_sheets
from drafter.readers.scan.images import pictures_of
from drafter.readers.scan.junk import cleaned
from drafter.readers.scan.ruled import unruled
from drafter.readers.scan.skew import skew
from tests.readers.one_text import as_paper_shows, character_error, paragraphs
from tests.readers.pdf_files import printed
from tests.readers.scans import CLEAN, LITTLE, Spoiled, pages_of, spoiled

DRAFTS = {150: "7-quyet-dinh-tiem-chung", 200: "5-cong-van-ung-pho-mua-lu", 300: "2-sao-chep-nguyen-van"}
"""Which draft is scanned at which resolution: tables, a letter, a plan."""


@pytest.fixture(scope="session")
def pdfs(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The drafts as LibreOffice prints them."""
    files = {name: (samples / "drafts" / f"{name}.docx").read_bytes() for name in DRAFTS.values()}
    return printed(files, tmp_path_factory.mktemp("scanned"))


@pytest.fixture(scope="session")
def first(pdfs: dict[str, bytes]) -> Image.Image:
    """The first page of the plan at 150 dpi."""
    return pages_of(pdfs[DRAFTS[300]], 150)[0]


def scan(pdf: bytes, dpi: int, how: Spoiled) -> bytes:
    """A TIFF of the spoiled pages."""
    pages = [spoiled(page, how, dpi, seed) for seed, page in enumerate(pages_of(pdf, dpi))]
    file = BytesIO()
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw", dpi=(dpi, dpi))
    return file.getvalue()


def stored(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def astray(read: list[str], said: list[str]) -> list[tuple[str, str]]:
    """The paragraphs that are not the one that stands there, a few misread letters aside."""
    pairs = zip_longest(read, said, fillvalue="")
    return [(one, other) for one, other in pairs if Levenshtein.distance(one, other) > max(3, 0.05 * len(other))]


def words(sheet: Sheet) -> str:
    return " ".join(word.text for word in sheet.words)


@pytest.mark.office
@pytest.mark.ocr
@pytest.mark.parametrize(("how", "most"), [(CLEAN, 0.01), (LITTLE, 0.03)], ids=["clean", "noisy"])
@pytest.mark.parametrize("dpi", list(DRAFTS))
def test_scans_are_read_with_few_errors(
    pdfs: dict[str, bytes], samples: Path, dpi: int, how: Spoiled, most: float
) -> None:
    told: list[tuple[int, int]] = []

    document = read_image("quét.tif", scan(pdfs[DRAFTS[dpi]], dpi, how), lambda done, all: told.append((done, all)))

    said = read(samples / "drafts" / f"{DRAFTS[dpi]}.docx").text
    assert character_error(document.text, said) <= most
    if how is CLEAN:
        assert not astray(paragraphs(document.text), as_paper_shows(said))
    assert "MẪU SƠN" not in document.text, "the stamp's words"
    assert document.origin == "scan"
    assert told == [(done, len(document.pages)) for done in range(1, len(document.pages) + 1)]
    for page in document.pages:
        assert page.confidence is not None and page.confidence > 0.8
        assert page.picture is not None
        with Image.open(BytesIO(page.picture)) as shown:
            assert (shown.format, shown.mode) == ("JPEG", "L")
            assert shown.width == pytest.approx(page.width / 25.4 * 100, abs=2)


@pytest.mark.office
@pytest.mark.ocr
def test_pages_lying_on_a_side_or_on_their_head_are_set_upright(first: Image.Image) -> None:
    turned = [Picture(turn, first.rotate(turn, expand=True), 150) for turn in (90, 180, 270)]

    for sheet in recognised_sheets(turned):
        assert sheet.height > sheet.width
        assert "của Ủy ban nhân dân tỉnh về giảm văn bản, giảm hội họp" in words(sheet)


@pytest.mark.office
@pytest.mark.ocr
@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_what_progress_raises_ends_all_work(first: Image.Image, fault: type[BaseException]) -> None:
    taken: list[int] = []

    def page(number: int) -> Image.Image:
        taken.append(number)
        return first

    def stop(done: int, total: int) -> None:
        raise fault

    pictures = [Picture(at, lambda at=at: page(at), 150) for at in range(1, 9)]  # type: ignore[misc]
    with pytest.raises(fault):
        recognised_sheets(pictures, stop, workers=2)

    assert not [one for one in psutil.Process().children(recursive=True) if one.name() == "tesseract"]
    assert len(taken) < len(pictures)


@pytest.mark.office
@pytest.mark.ocr
def test_an_empty_page_has_no_words_and_the_order_is_kept(first: Image.Image) -> None:
    empty = Image.new("L", (1240, 1754), 250)

    sheets = recognised_sheets([Picture(7, first, 150), Picture(3, empty, 150)], workers=2)

    assert [sheet.number for sheet in sheets] == [7, 3]
    assert sheets[0].words and not sheets[1].words
    assert not sheets[0].empty and sheets[1].empty
    assert not any(page.is_unread for page in laid_out(sheets).pages)


@pytest.mark.ocr
def test_a_page_of_which_no_word_is_recognised_is_told_from_an_empty_one() -> None:
    picture = Image.new("L", (1240, 1754), 250)
    picture.paste(0, (300, 300, 900, 900))

    (page,) = laid_out(recognised_sheets([Picture(1, picture, 150)])).pages

    assert page.is_unread


def test_without_tesseract_the_reader_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(MissingRecogniser, match=r"^ảnh\.png: "):
        read_image("ảnh.png", stored(Image.new("L", (600, 800), 255), "PNG"))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_of_all_colours_become_dark_on_white(mode: str) -> None:
    image = Image.new("L", (600, 800), 255)
    image.paste(0, (100, 100, 300, 200))
    made = Image.fromarray(np.asarray(image).astype(np.uint16) * 257) if mode == "I;16" else None
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"

    (picture,) = pictures_of("a", stored(made or image.convert(mode), kind))

    assert callable(picture.image)
    page = picture.image()
    assert page.mode in ("L", "RGB")
    assert page.convert("L").getpixel((200, 150)) < 10  # type: ignore[operator]
    assert page.convert("L").getpixel((500, 500)) > 245  # type: ignore[operator]


def test_what_is_transparent_is_paper() -> None:
    (picture,) = pictures_of("a", stored(Image.new("RGBA", (60, 80), (0, 0, 0, 0)), "PNG"))

    assert callable(picture.image) and picture.image().getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("size", "said", "dpi"),
    [
        ((2480, 3508), 300, 300),
        ((1240, 1754), None, 150),
        ((1240, 1754), 72, 150),
        ((3508, 2480), None, 300),
        ((2480, 3508), 30000, 300),
        ((827, 200), None, 100),
    ],
)
def test_the_resolution_is_judged_from_a4_where_the_file_says_nothing_likely(
    size: tuple[int, int], said: int | None, dpi: float
) -> None:
    options = {} if said is None else {"dpi": (said, said)}

    (picture,) = pictures_of("a", stored(Image.new("1", size, 1), "PNG", **options))

    assert picture.dpi == pytest.approx(dpi, rel=0.01)


def test_a_photo_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    (picture,) = pictures_of("a", stored(Image.new("RGB", (80, 60)), "JPEG", exif=exif))

    assert callable(picture.image) and picture.image().size == (60, 80)


def test_pictures_that_are_cut_off_or_none_are_corrupt() -> None:
    whole = stored(Image.effect_noise((600, 800), 90), "PNG")
    for data in (whole[:5000], b"\x89PNG\r\n\x1a\nnothing", b"II*\0" + bytes(40), b"\xff\xd8\xff" + bytes(40)):
        with pytest.raises(CorruptPicture):
            recognised_pages(data)


def recognised_pages(data: bytes) -> list[Image.Image]:
    return [picture.image() for picture in pictures_of("a", data) if callable(picture.image)]


def test_a_picture_that_unpacks_to_gigabytes_is_refused() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    for side in (12_000, 60_000):
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
        with pytest.raises(OversizedPicture):
            pictures_of(
                "a", b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
            )


@pytest.mark.parametrize("degrees", [-4.3, -0.6, 0.0, 1.2, 4.9])
def test_skew_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    page = Image.new("L", (1240, 1754), 255)
    for top in range(200, 1500, 50):
        page.paste(0, (150, top, 1090, top + 14))

    assert skew(page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255), 150) == pytest.approx(-degrees, abs=0.15)


def test_junk_is_left_out_and_only_what_is_certain_is_mended() -> None:
    read = [("tẾ", 0.9), ("ĐỀ", 0.9), ("ĐẢNG", 0.9), ("/QĐÐ-TTg", 0.9), ("16/2021⁄QH15", 0.9), ("—", 0.3), ("-", 0.9)]
    read += [("Ì", 0.05), ("|", 0.4), ("Đảng;", 0.05)]

    kept = cleaned([Word(text, 0, 0, 9, 9, confidence=sure) for text, sure in read])

    assert [word.text for word in kept] == ["tế", "ĐỀ", "ĐẢNG", "/QĐ-TTg", "16/2021/QH15", "-", "Đảng;"]


def test_lines_of_tables_are_found_and_taken_away_and_words_are_not() -> None:
    page = Image.new("L", (2480, 3508), 255)
    draw = ImageDraw.Draw(page)
    for top in (600, 700, 900):
        draw.line((300, top, 2100, top + 12), 0, 4)  # a little askew
    for left in (300, 1200, 2100):
        draw.line((left, 600, left + 2, 908), 0, 3)
    for left in range(400, 1000, 40):
        draw.rectangle((left, 750, left + 26, 790), fill=0)

    clean, rules = unruled(page, 300)

    level = [rule for rule in rules if rule.right - rule.left > rule.bottom - rule.top]
    assert [round(rule.top * 300 / 72, -1) for rule in level] == pytest.approx([600, 700, 900], abs=12)
    assert sorted(round(rule.left * 300 / 72) for rule in rules if rule not in level) == pytest.approx(
        [300, 1200, 2100], abs=6
    )
    dark = np.asarray(clean) < 128
    assert dark.sum() == pytest.approx(15 * 27 * 41, rel=0.03), "the letters alone are left"
