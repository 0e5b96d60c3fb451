"""`drafter rules`: what the checks judge, on what basis, and what they do not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from drafter.cli.frame import Fault, form_option

if TYPE_CHECKING:
    from drafter.layout.rules import Rule

_COUNTED = "{} quy tắc được kiểm tra; lỗi là trái quy định ghi rõ, cảnh báo là điều cần người xem lại."
_LEFT = "Chưa kiểm tra, phải xem bằng mắt: {}."
_UNJUDGED = "{}: {}; chương trình chưa kiểm tra quy tắc này, phải xem bằng mắt."
_UNKNOWN = "Không có quy tắc “{}”; hãy xem các mã bằng: drafter rules"
_NAMES = ("Về", "Sai", "Đúng", "Căn cứ")
_PAGE = """\
# Quy tắc thể thức

Trang này do `drafter rules --format md` viết ra. Mức *lỗi* là trái quy định ghi rõ, *cảnh báo* là điều cần xem lại,
*gợi ý* là cách trình bày nên theo. Mỗi quy tắc có một mục: sai thế nào, đúng thế nào, căn cứ vào đâu.

| mã | mức | về |
|---|---|---|"""
_ABOUT = """
## {}

Về {}. Mức: {}.

* Sai: {}
* Đúng: {}
* Căn cứ: {}"""


@click.command(short_help="Các quy tắc thể thức được kiểm tra và căn cứ của từng quy tắc.")
@click.argument("ids", nargs=-1, metavar="[MÃ]…")
@form_option(
    "text",
    "json",
    "md",
    help="text: để đọc (mặc định); json: mỗi quy tắc một dòng, cho chương trình khác; md: một trang để in.",
)
def rules(ids: Sequence[str], form: str) -> None:
    """Liệt kê các quy tắc thể thức: mã, mức, nội dung, căn cứ; sau cùng là những quy tắc chưa kiểm tra.

    Có MÃ (như nd30.PG-05 hoặc PG-05) thì chỉ nói về quy tắc ấy, kèm ví dụ sai và đúng.
    """
    for line in _about(ids) if ids else {"text": _text, "json": _json, "md": _page}[form]():
        click.echo(line)


def _about(ids: Sequence[str]) -> Iterator[str]:
    from drafter.layout.rules import LEFT, RULES
    from drafter.render.phrases import SEVERITIES
    from drafter.render.wrapping import wrapped

    known = {**LEFT, **RULES}
    for said in ids:
        same = said.casefold()
        id_ = next((one for one in known if same in (one.casefold(), one.split(".")[1].casefold())), None)
        if id_ is None:
            raise Fault(_UNKNOWN.format(said))
        if id_ in LEFT:
            yield from wrapped(_UNJUDGED.format(id_, LEFT[id_]), 80)
            continue
        rule = RULES[id_]
        yield f"{rule.id}  {SEVERITIES[rule.severity].lower()}"
        for name, words in zip(_NAMES, (rule.about, rule.wrong, rule.right, rule.basis), strict=True):
            yield from wrapped(f"{name}: {words}", 80, "  ")


def _text() -> Iterator[str]:
    from drafter.layout.rules import NOT_EVALUATED, PARTY_NOT_EVALUATED, RULES
    from drafter.render.phrases import SEVERITIES
    from drafter.render.wrapping import wrapped

    for rule in RULES.values():
        yield f"{rule.id:<12}{SEVERITIES[rule.severity].lower():<10}{rule.about}"
        yield f"{'':12}{rule.basis}"
    yield ""
    yield from wrapped(_COUNTED.format(len(RULES)), 80)
    yield from wrapped(_LEFT.format(", ".join(NOT_EVALUATED + PARTY_NOT_EVALUATED)), 80)


def _json() -> Iterator[str]:
    from drafter.layout.rules import RULES

    for rule in RULES.values():
        fields = {"rule": rule.id, "severity": rule.severity, "about": rule.about, "basis": rule.basis}
        yield json.dumps(fields, ensure_ascii=False)


def _page() -> Iterator[str]:
    from drafter.layout.rules import LEFT, RULES
    from drafter.render.phrases import SEVERITIES

    def severity(rule: Rule) -> str:
        return SEVERITIES[rule.severity].lower()

    yield _PAGE
    for rule in RULES.values():
        yield f"| [`{rule.id}`](#{rule.id.lower().replace('.', '')}) | {severity(rule)} | {rule.about} |"
    for rule in RULES.values():
        yield _ABOUT.format(rule.id, rule.about, severity(rule), rule.wrong, rule.right, rule.basis)
    yield "\n## Chưa kiểm tra\n\nNhững quy tắc này phải xem bằng mắt.\n\n| mã | về |\n|---|---|"
    for id_, about in LEFT.items():
        yield f"| `{id_}` | {about} |"
