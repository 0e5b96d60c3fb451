"""The forms: of each kind what stands between subject and signature, read from `state.toml` and `party.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from drafter.errors import UnknownKind
from drafter.nlp.folding import unmarked
from drafter.nlp.kinds import kind_name

BLOCKS = frozenset({"office", "bases", "addressees", "resolves"})
"""What stands alone on a line of a form for a whole component."""
_SLOT = re.compile(r"\{(\w+)\|([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind is laid out. Fields beside `symbol` are those of the files."""

    symbol: str
    """Of the kind: KH, QyĐ, ThC."""
    party: bool
    text: tuple[str, ...] = ()
    """Its lines, "---" before those that the value `body` replaces."""
    mau: str = "1.4"
    """The form's number in Phụ lục III NĐ 30; "" for a kind that the decree has no form of, laid out as 1.4 is."""
    about: str = ""
    """How its subject begins."""
    first: str = ""
    """The first of the recipients."""
    kept: str = ""
    """What stands behind "Lưu:" in place of VT and the unit."""
    note: str = ""
    signers: tuple[str, ...] = ()
    """The titles of two signers, left and right."""
    numbered: bool = True
    dated: bool = True
    subject: bool = True
    recipients: bool = True
    copy: bool = False
    """Whether it is the block of a copy (Mẫu 3.1), not a document of its own."""

    @property
    def name(self) -> str:
        return kind_name(self.symbol, "party" if self.party else "state")

    @property
    def code(self) -> str:
        """As in its number: in the Party a Quy định is QĐ, too (HD 05-HD/VPTW)."""
        return "QĐ" if self.party and self.symbol == "QyĐ" else self.symbol

    @property
    def basis(self) -> str:
        """The law that lays the form down."""
        if self.party:
            return "Hướng dẫn 05-HD/VPTW"
        return f"Mẫu {self.mau}" if self.mau else "chưa có mẫu riêng"

    @property
    def slots(self) -> dict[str, str]:
        """The values of its own, and what each is, in Vietnamese."""
        return {found[1]: found[2] for line in self.text for found in _SLOT.finditer(line)}

    def has(self, block: str) -> bool:
        """Whether one of its lines stands for this component."""
        return f"{{{block}}}" in self.text


@cache
def forms(party: bool = False) -> tuple[Form, ...]:
    """The forms of state offices, or of the Party, in the order of their files."""
    name = "party.toml" if party else "state.toml"
    table = tomllib.loads(files("drafter.templates").joinpath(name).read_text(encoding="utf-8"))
    return tuple(_form(symbol, party, **fields) for symbol, fields in table.items())


def _form(symbol: str, party: bool, *, text: str = "", signers: Sequence[str] = (), **fields: object) -> Form:
    return Form(symbol, party, tuple(text.strip().splitlines()), signers=tuple(signers), **fields)  # type: ignore[arg-type]


def form_of(kind: str, party: bool = False) -> Form:
    """The form of a kind by its symbol or name, in any case, without marks too: "KH", "ke hoach". Raises `UnknownKind`.

    Symbols with their marks go before those without: "HD" is Hướng dẫn, "HĐ" Hợp đồng.
    """
    said = " ".join(unicodedata.normalize("NFC", kind).casefold().split())
    for same in (str.casefold, bare):
        for form in forms(party):
            if same(said).removeprefix(same("bản ")) in _called(form, same):
                return form
    raise UnknownKind(kind, party)


def _called(form: Form, same: Callable[[str], str]) -> set[str]:
    name = same(form.name)
    return {same(form.symbol), name, name.removeprefix(same("bản "))}


def bare(text: str) -> str:
    """Small letters without any marks."""
    return unmarked(text.casefold())
