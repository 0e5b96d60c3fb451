"""New documents: the fields of a kind, what is known of the office already, what a superior document leaves to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from drafter.corpus import Entry
from drafter.corpus.items import document_of
from drafter.errors import WrongValue
from drafter.nlp.offices import Level, level_of
from drafter.tasks.concerning import Concern, How, concerns
from drafter.templates.forms import Form, bare, forms
from drafter.templates.plans import Assigned, Superior, plan_values
from drafter.templates.skeleton import Skeleton, skeleton
from drafter.templates.values import COMMON, SEVERAL, values_of
from webapp import settings
from webapp.accounts import Account
from webapp.checking import Checkers
from webapp.tables import filled

Given = dict[str, list[str]]
"""What is filled in, by the names of `drafter.templates.values`; of most names one."""
Family = Literal["state", "party"]
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Cơ quan ban hành", ("organ", "superior", "code", "place", "unit", "archive")),
    ("Văn bản", ("number", "date", "subject", "office", "bases", "addressees")),
    ("Nội dung", ()),
    ("Người ký, nơi nhận", ("authority", "title", "signer", "other", "recipients")),
)
"""The parts of the form, and which of the common names stand in each; a kind's own stand in the third."""
_LABELS = {
    "organ": "Tên cơ quan",
    "superior": "Cơ quan chủ quản",
    "code": "Chữ viết tắt tên cơ quan",
    "place": "Địa danh",
    "unit": "Đơn vị soạn thảo (viết tắt)",
    "archive": "Nơi lưu",
    "number": "Số",
    "date": "Ngày ban hành",
    "subject": "Trích yếu",
    "office": "Thẩm quyền ban hành",
    "bases": "Căn cứ",
    "addressees": "Kính gửi",
    "authority": "Quyền hạn ký",
    "title": "Chức vụ người ký",
    "signer": "Họ và tên người ký",
    "other": "Họ và tên người ký bên trái",
    "recipients": "Nơi nhận",
    "body": "Toàn bộ nội dung, thay cho các mục trên",
}
_HINTS = {
    "organ": "Viết thường, như: Ủy ban nhân dân xã Bản Mây",
    "superior": "Nếu có",
    "code": "Như UBND; để trống thì theo tên cơ quan",
    "unit": "Ở dòng Lưu và trong số công văn, như VP",
    "archive": "Như Văn phòng Đảng ủy",
    "number": "Chỉ ghi chữ số; để trống trong dự thảo",
    "date": "Như 05/8/2026; để trống trong dự thảo",
    "office": "Để trống thì là cơ quan ban hành",
    "bases": "Ghi đủ tên loại, số, ngày, cơ quan, trích yếu",
    "authority": "Như KT. Chủ tịch",
    "recipients": "Dòng Lưu do chương trình viết",
    "body": "Dòng bắt đầu bằng “# ” là đề mục, bằng “= ” là dòng đậm ở giữa",
}
_AT_ONCE = 50_000
"""Characters of a text that is read within a tenth of a second, and need not wait behind files that are checked."""
_OF_THE_OFFICE = ("organ", "superior", "code", "place")
_REMEMBERED = (*_OF_THE_OFFICE, "unit", "archive", "authority", "title", "signer", "recipients")
_PARTY_LEVELS = (Level.party_central, Level.party_province, Level.party_commune)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form."""

    name: str
    label: str
    hint: str
    several: bool
    """Whether it takes several values, one a line."""


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    fields: tuple[Field, ...]


def slug(form: Form) -> str:
    """The name of a kind in addresses: "ke-hoach"."""
    return "-".join(bare(form.name).split())


def form_at(family: Family, name: str) -> Form | None:
    """The form whose name in addresses this is, None for none."""
    return next((form for form in forms(family == "party") if slug(form) == name), None)


def family_of(office: str) -> Family:
    """Whether an office writes documents of the state or of the Party."""
    return "party" if level_of(office) in _PARTY_LEVELS else "state"


def parts(form: Form, *, by_body: bool = False) -> tuple[Part, ...]:
    """The fields that a kind has, in the order of the page; without those that `body` replaces where `by_body`."""
    text = "\n".join(form.text)
    kept = text.partition("---")[0] if by_body and "---" in form.text else text
    slots = {name: about for name, about in form.slots.items() if name not in COMMON and f"{{{name}|" in kept}
    own = tuple(Field(name, about[:1].upper() + about[1:], "", False) for name, about in slots.items())
    made = []
    for title, names in _PARTS:
        common = tuple(_common(name) for name in names if _has(form, name))
        made.append(Part(title, common if names else (*own, _common("body"))))
    return tuple(made)


def _common(name: str) -> Field:
    return Field(name, _LABELS[name], _HINTS.get(name, ""), name in SEVERAL)


def _has(form: Form, name: str) -> bool:
    """Whether a kind has a place for one of the common names."""
    where = {
        "archive": form.party,
        "unit": not form.party and not form.kept,
        "number": form.numbered,
        "date": form.dated,
        "subject": form.subject and not form.copy,
        "office": form.has("office") or form.has("resolves"),
        "bases": form.has("bases"),
        "addressees": form.has("addressees"),
        "authority": not form.signers,
        "title": not form.signers,
        "other": bool(form.signers),
        "recipients": form.recipients,
    }
    return where.get(name, True)


def names_of(form: Form) -> tuple[str, ...]:
    return tuple(field.name for part in parts(form) for field in part.fields)


def known(connection: Connection, account: Account, form: Form) -> Given:
    """What is known before anything is typed: of the organ, and what the account filled in last."""
    organ = _organ(connection)
    if (family_of(" ".join(organ.get("organ", ()))) == "party") != form.party:
        organ = {}
    last = _last(connection, account, "party" if form.party else "state")
    sure = {name: said for name, said in organ.items() if name in _OF_THE_OFFICE}
    names = names_of(form)
    return {name: said for name, said in {**organ, **last, **sure}.items() if name in names}


def remember(connection: Connection, account: Account, form: Form, given: Mapping[str, Iterable[str]]) -> None:
    """Keeps what of the office was filled in, for the next document of the account."""
    key = {"account_id": account.id or 0, "family": "party" if form.party else "state"}
    value = {name: list(given[name]) for name in _REMEMBERED if given.get(name)}
    kept = {**_last(connection, account, "party" if form.party else "state"), **value}
    connection.execute(delete(filled).where(*(filled.c[name] == one for name, one in key.items())))
    connection.execute(insert(filled).values(**key, value=json.dumps(kept, ensure_ascii=False)))


def given_in(form: Form, typed: Mapping[str, str]) -> Given:
    """What was typed into the fields of a kind; several values are one a line, empty ones left out."""
    found: Given = {}
    for part in parts(form):
        for field in part.fields:
            lines = typed.get(field.name, "").splitlines()
            said = [line.strip() for line in lines if line.strip()]
            if said:
                found[field.name] = said if field.several else [" ".join(said)]
    return found


def made(form: Form, given: Given, when: datetime) -> Skeleton:
    """The Word file. Raises `WrongValue`, which calls the field as the page does."""
    try:
        said = {name: values if name in SEVERAL else " ".join(values) for name, values in given.items()}
        return skeleton(form, values_of(form, said), when)
    except WrongValue as error:
        name, _, what = str(error).partition(": ")
        raise WrongValue(_LABELS.get(name, name), what) from None


def office_of(connection: Connection, account: Account) -> str:
    """The office that an account writes for, as far as that is known: the organ's name, or what was filled in last."""
    for said in (_organ(connection), _last(connection, account, "state"), _last(connection, account, "party")):
        if name := " ".join(said.get("organ", ())):
            return name
    return ""


@lru_cache(maxsize=8)
def concerns_of(checkers: Checkers, entry: Entry, text: str, office: str) -> dict[How, list[Concern]]:
    """What a stored document leaves to an office, by what the office has to do with it.

    Of a long one that takes seconds, so it is told in one of the checkers' processes, and kept for whoever asks next.
    Raises as `Checkers.call` does.
    """
    is_long = len(text) > _AT_ONCE
    told = checkers.call(entry.name, _concerns, entry, text, office) if is_long else _concerns(entry, text, office)
    found: dict[How, list[Concern]] = {"leads": [], "helps": [], "named": [], "other": []}
    for one in told:
        found[one.how].append(one)
    return found


def _concerns(entry: Entry, text: str, office: str) -> tuple[Concern, ...]:
    return concerns(document_of(entry, text), office)


def plan_from(entry: Entry, chosen: Iterable[Concern], party: bool) -> Given:
    """What a Kế hoạch that carries out a stored document is filled with."""
    superior = Superior(entry.kind, entry.number, entry.date, entry.issuer, entry.title)
    tasks = sorted(chosen, key=lambda one: one.span)
    return plan_values(superior, [Assigned(one.locator, one.task.deadline if one.task else "") for one in tasks], party)


def _organ(connection: Connection) -> Given:
    """The organ's data as the administration keeps them."""
    said = settings.organ(connection)
    return {name: value if isinstance(value, list) else [value] for name, value in said.items() if value}


def _last(connection: Connection, account: Account, family: Family) -> Given:
    chosen = (filled.c.account_id == (account.id or 0)) & (filled.c.family == family)
    value = connection.execute(select(filled.c.value).where(chosen)).scalar()
    found: Given = json.loads(value) if value else {}
    return found
