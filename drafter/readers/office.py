"""Files of other word processors (.doc, .odt, .rtf): LibreOffice makes a Word file of them, which our reader reads.

It works with a profile of its own, fresh for every file, that runs no macros, follows no links and knows no network.
The folder of the process is where all of it is written: `drafter.readers.apart` gives each file a folder and limits.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

from drafter.document import Document, Origin
from drafter.errors import CorruptFile, EncryptedFile, MissingOffice
from drafter.readers.compound import refuse_all_but_word
from drafter.readers.docx import read_docx
from drafter.readers.docx.package import xml_parts
from drafter.readers.programs import PROFILE, office

_FILTERS: dict[Origin, str] = {"doc": "", "odt": "writer8", "rtf": "Rich Text Format"}
"""The reader of LibreOffice, so that no other is found fit; of .doc it has one for each age of Word."""
_READ = frozenset(("content.xml", "styles.xml", "settings.xml", "meta-inf/manifest.xml"))
"""What is looked at beforehand of an OpenDocument text; of its macros, which declare document types, nothing is."""
_DEEPEST = 2_000
"""Groups of RTF one in another; some twenty are usual, and LibreOffice takes minutes for many thousand."""
_WORD = "docx:MS Word 2007 XML"
_COMMON = "/org.openoffice.Office.Common"
_SETTINGS: dict[str, dict[str, bool | int | str]] = {
    f"{_COMMON}/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": True,
        "DisableActiveContent": True,
        "BlockUntrustedRefererLinks": True,
        "OfficeBasic": 0,
    },
    f"{_COMMON}/Misc": {"FirstRun": False, "CrashReport": False},
    f"{_COMMON}/Save/Document": {"AutoSave": False, "GenerateThumbnail": False},
    "/org.openoffice.Office.Writer/Content/Update": {"Link": 0, "Field": False, "Chart": False},
    "/org.openoffice.Office.Recovery/AutoSave": {"Enabled": False},
    "/org.openoffice.Office.Recovery/RecoveryInfo": {"Enabled": False},
    "/org.openoffice.Setup/Office": {"ooSetupInstCompleted": True},
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": 2,
        **{f"ooInet{kind}ProxyName": "127.0.0.1" for kind in ("HTTP", "HTTPS", "FTP")},
        **{f"ooInet{kind}ProxyPort": 9 for kind in ("HTTP", "HTTPS", "FTP")},
    },
}
"""No macros, no links, no wizard, no recovery, and a proxy where nobody listens."""


def read_doc(name: str, data: bytes, progress: object = None) -> Document:
    """A file of Word 6 to 2003. Raises a subclass of `UnreadableFile`."""
    refuse_all_but_word(name, data)
    return _read("doc", name, data)


def read_odt(name: str, data: bytes, progress: object = None) -> Document:
    """An OpenDocument text. Raises a subclass of `UnreadableFile`."""
    parts = xml_parts(name, data, _READ)
    if b"encryption-data" in parts.get("meta-inf/manifest.xml", b""):
        raise EncryptedFile(name)
    if "content.xml" not in parts:
        raise CorruptFile(name)
    return _read("odt", name, data)


def read_rtf(name: str, data: bytes, progress: object = None) -> Document:
    """A file in Rich Text Format. Raises a subclass of `UnreadableFile`."""
    depth = 0
    for mark in re.finditer(rb"\\.|[{}]", data, re.DOTALL):
        depth += {b"{": 1, b"}": -1}.get(mark[0], 0)
        if depth > _DEEPEST:
            raise CorruptFile(name)
    return _read("rtf", name, data)


def _read(origin: Origin, name: str, data: bytes) -> Document:
    made = _as_word(origin, data, name, Path.cwd())
    return replace(read_docx(name, made), origin=origin, sha256=hashlib.sha256(data).hexdigest())


def _as_word(origin: Origin, data: bytes, name: str, folder: Path) -> bytes:
    """The Word file that LibreOffice makes of it."""
    program = office()
    if program is None:
        raise MissingOffice(name)
    source, made = folder / f"source.{origin}", folder / "made"
    source.write_bytes(data)
    _write_profile(folder / PROFILE, program)
    profile = f"-env:UserInstallation={(folder / PROFILE).as_uri()}"
    command: list[str | Path] = [
        program,
        profile,
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
    ]
    if _FILTERS[origin]:
        command.append(f"--infilter={_FILTERS[origin]}")
    command += ["--convert-to", _WORD, "--outdir", made, source]
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    result = made / "source.docx"
    if not result.is_file():  # its status is 0 all the same
        raise CorruptFile(name)
    return result.read_bytes()


def _write_profile(profile: Path, program: Path) -> None:
    """A profile with our settings, for this LibreOffice."""
    user = profile / "user"
    (user / "extensions").mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    # A profile that bears the number of the build is taken as begun: a fresh one starts the program twice.
    for versions in (program.resolve().with_name("versionrc"), program.resolve().with_name("version.ini")):
        if versions.is_file() and (build := re.search(r"(?m)^buildid=(.*?)\r?$", versions.read_text("utf-8"))):
            (user / "extensions" / "buildid").write_text(build[1], encoding="ascii")


def _registry() -> str:
    items = "\n".join(
        f'<item oor:path="{path}"><prop oor:name="{key}" oor:op="fuse"><value>{_written(value)}</value></prop></item>'
        for path, settings in _SETTINGS.items()
        for key, value in settings.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">\n{items}\n</oor:items>\n'
    )


def _written(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else escape(str(value))
