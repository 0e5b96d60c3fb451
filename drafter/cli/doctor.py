"""`drafter doctor`: which programs and libraries are there, what is missing, what that costs, how to install it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from drafter.cli.frame import FAILED, Settings, form_option
from drafter.errors import DrafterError

LIBRARIES = (
    *("alembic", "argon2-cffi", "beautifulsoup4", "bootstrap-flask", "charset-normalizer", "click", "flask"),
    *("flask-limiter", "flask-wtf", "jinja2", "lxml", "markdown-it-py", "numpy", "olefile"),
    *("openpyxl", "pebble", "pillow", "platformdirs", "prometheus-client", "psutil", "pyhanko"),
    *("pypdfium2", "python-calamine", "python-docx", "rapidfuzz", "scipy", "sqlalchemy", "underthesea"),
    *("waitress", "wtforms"),
)
"""What a plain installation brings."""
_NO_SCANS = "không đọc được bản quét (PDF là ảnh; tệp .png, .jpg, .tif)."
_SETUP = "tải bộ cài ở github.com/UB-Mannheim/tesseract/wiki"
_CHOOSE = "mở mục Additional language data, chọn Vietnamese"
_LANGUAGES = (
    ("vie", "dữ liệu tiếng Việt", _NO_SCANS, f"chạy lại bộ cài Tesseract, {_CHOOSE}"),
    ("osd", "dữ liệu về hướng trang", "không tự xoay được trang quét nằm ngang hoặc ngược.", "cài lại Tesseract"),
)
_WELL = "Đủ cả: mọi loại tệp đều đọc được."
_OPTIONAL = "Thiếu phần không bắt buộc: những việc khác vẫn làm được như thường."
_ESSENTIAL = "Thiếu phần bắt buộc; hãy cài rồi chạy lại drafter doctor."


@dataclass(frozen=True, slots=True)
class Part:
    """Something that drafter needs, or can use; the words are Vietnamese."""

    id: str
    name: str
    present: bool
    essential: bool = False
    version: str = ""
    where: str = ""
    """Its path, or what is to be said of it when it is there."""
    cost: str = ""
    """What cannot be done without it; "" where it is there, like the two below."""
    windows: str = ""
    """How to install it there."""
    debian: str = ""


@click.command(short_help="Máy này có và thiếu chương trình nào, thiếu thì mất gì, cài thế nào.")
@form_option("text", "json", help="text: để đọc (mặc định); json: cho chương trình khác.")
@click.pass_context
def doctor(context: click.Context, form: str) -> None:
    """Xem máy này có những chương trình mà drafter dùng được chưa: LibreOffice để đọc tệp .doc, .odt, .rtf; Tesseract
    có tiếng Việt để đọc bản quét. Thiếu cái nào thì nói mất việc gì, cài thế nào trên Windows và Debian.

    Mã kết thúc: 0 có đủ phần bắt buộc, 2 còn thiếu.
    """
    settings: Settings = context.obj
    parts = list(_parts(settings.home))
    if form == "json":
        click.echo(json.dumps({"schema": "drafter.doctor/1", "parts": [*map(asdict, parts)]}, ensure_ascii=False))
    else:
        for line in _lines(parts):
            click.echo(line)
    context.exit(0 if all(part.present for part in parts if part.essential) else FAILED)


def _parts(home: Path | None) -> Iterator[Part]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Part("python", "Python", True, essential=True, version=version, where=sys.executable)
    yield _libraries()
    yield _store(home)
    yield _office()
    yield from _recogniser()
    yield _driver()


def _libraries() -> Part:
    missing = [name for name in LIBRARIES if not _version_of(name)]
    name = "Thư viện Python"
    if not missing:
        return Part("libraries", name, True, essential=True, where=f"đủ {len(LIBRARIES)} thư viện")
    install = f"{Path(sys.executable).name} -m pip install {' '.join(missing)}"
    cost = f"thiếu {', '.join(missing)}: chương trình không chạy đúng được."
    return Part("libraries", name, False, essential=True, cost=cost, windows=install, debian=install)


def _version_of(library: str) -> str:
    from importlib import metadata

    with suppress(metadata.PackageNotFoundError):
        return metadata.version(library)
    return ""


def _store(home: Path | None) -> Part:
    """The home folder, and the database where there is one already; none is made."""
    from drafter.storage.home import home_folder

    name = "Kho văn bản"
    try:
        folder = home_folder(home)
        if os.environ.get("DRAFTER_DATABASE_URL") or any(folder.glob("*.sqlite3")):
            from drafter import Corpus

            with Corpus(home) as corpus:
                where = f"{folder}, {corpus.size().documents} văn bản"
        else:
            where = f"{folder}, chưa có văn bản nào"
    except DrafterError as error:
        return Part("store", name, False, essential=True, cost=str(error))
    return Part("store", name, True, essential=True, where=where)


def _office() -> Part:
    from drafter.readers import programs

    found = programs.office()
    if found:
        return Part("office", "LibreOffice", True, version=programs.version(found), where=str(found))
    return Part(
        "office",
        "LibreOffice",
        False,
        cost="không đọc được tệp .doc, .odt, .rtf; phải mở bằng Word rồi lưu thành .docx.",
        windows="winget install TheDocumentFoundation.LibreOffice",
        debian="sudo apt install --no-install-recommends libreoffice-writer",
    )


def _recogniser() -> Iterator[Part]:
    from drafter.readers import programs

    name, found = "Tesseract", programs.recogniser()
    if found:
        yield Part("recogniser", name, True, version=programs.version(found), where=str(found))
    else:
        windows, debian = f"{_SETUP}; khi cài {_CHOOSE}", "sudo apt install tesseract-ocr tesseract-ocr-vie"
        yield Part("recogniser", name, False, cost=_NO_SCANS, windows=windows, debian=debian)
    known = programs.languages(found) if found else frozenset()
    for language, about, cost, windows in _LANGUAGES:
        id_, name = f"recogniser.{language}", f"Tesseract {language}"
        if language in known:
            yield Part(id_, name, True, where=about)
        elif found:
            yield Part(
                id_, name, False, cost=cost, windows=windows, debian=f"sudo apt install tesseract-ocr-{language}"
            )
        else:
            yield Part(id_, name, False, cost=f"{about}; cài cùng Tesseract như trên.")


def _driver() -> Part:
    """Of PostgreSQL: needed by those alone who have their documents there."""
    name, version = "PostgreSQL", _version_of("psycopg")
    if version:
        return Part("postgres", name, True, version=version, where="thư viện psycopg")
    needed = bool(os.environ.get("DRAFTER_DATABASE_URL"))
    install = 'pip install "drafter[postgres]"'
    cost = "không dùng được kho trên máy chủ PostgreSQL; kho trong thư mục vẫn dùng được."
    return Part("postgres", name, False, needed, cost=cost, windows=install, debian=install)


def _lines(parts: list[Part]) -> Iterator[str]:
    from drafter.render.wrapping import printable, wrapped

    for part in parts:
        lead = f"{part.name:<17}{'có' if part.present else 'THIẾU':<7}"
        if part.present:
            about = " ".join(filter(None, (part.version, part.where)))
            yield from wrapped(printable(about), 80, lead, " " * len(lead))
            continue
        yield from wrapped(printable(part.cost), 80, lead, " " * len(lead))
        for system, how in (("Windows", part.windows), ("Debian, Ubuntu", part.debian)):
            if how:
                yield from wrapped(f"{system}: {printable(how)}", 80, "  ", "    ")
    yield ""
    missing = [part for part in parts if not part.present]
    yield _WELL if not missing else _ESSENTIAL if any(part.essential for part in missing) else _OPTIONAL
