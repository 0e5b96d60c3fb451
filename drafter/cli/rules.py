"""`drafter rules`: what the checks judge, on what basis, and what they do not."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

_COUNTED = "{} quy tắc được kiểm tra; lỗi là trái quy định ghi rõ, cảnh báo là điều cần người xem lại."
_LEFT = "Chưa kiểm tra, phải xem bằng mắt: {}."
_PAGE = """\
# Quy tắc thể thức

Trang này do `drafter rules --format md` viết ra. Mức *lỗi* là trái quy định ghi rõ, *cảnh báo* là điều cần xem lại.

| mã | mức | về | sai | đúng | căn cứ |
|---|---|---|---|---|---|"""


@click.command(short_help="Các quy tắc thể thức được kiểm tra và căn cứ của từng quy tắc.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    metavar="DẠNG",
    help="text: để đọc (mặc định); json: mỗi quy tắc một dòng, cho chương trình khác; md: một trang để in.",
)
def rules(form: str) -> None:
    """Liệt kê các quy tắc thể thức: mã, mức, nội dung, căn cứ; sau cùng là những quy tắc chưa kiểm tra."""
    for line in {"text": _text, "json": _json, "md": _page}[form]():
        click.echo(line)


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
    from drafter.layout.rules import NOT_EVALUATED, PARTY_NOT_EVALUATED, RULES
    from drafter.render.phrases import SEVERITIES

    yield _PAGE
    for rule in RULES.values():
        severity = SEVERITIES[rule.severity].lower()
        yield f"| `{rule.id}` | {severity} | {rule.about} | {rule.wrong} | {rule.right} | {rule.basis} |"
    yield ""
    yield _LEFT.format(", ".join(f"`{rule}`" for rule in NOT_EVALUATED + PARTY_NOT_EVALUATED))
