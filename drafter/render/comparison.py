"""What a register in a file would do to the register: told before it is stored, and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.nlp.written import figure
from drafter.register.batches import Compared, Comparison, Verdict
from drafter.register.importing import SheetRead
from drafter.render.register import COLUMNS, entry_columns
from drafter.render.wrapping import WIDTH, printable, wrapped

_MOST = 40
"""Rows to look at that are told one by one, unless all are wanted."""
_STATES = {"cancelled": "ghi là đã hủy", "reserved": "ghi là giữ số"}
VERDICTS: Mapping[Verdict, str] = {"new": "mới", "changed": "sửa", "same": "đã có", "refused": "không nhận"}
"""What becomes of a row, in words."""


def comparison_text(found: Comparison, *, stored: bool, whole: bool = False) -> str:
    """Sheets and their columns, then rows: all of them, or only those that somebody has to look at."""
    lines = [line for sheet in found.preview.sheets for line in _sheet(sheet)]
    rows = [row for row in found.rows if whole or is_to_look_at(row)]
    shown = rows if whole else rows[:_MOST]
    lines += [line for row in shown for line in _row(row)]
    if len(rows) > len(shown):
        lines.append(f"… và {figure(len(rows) - len(shown))} dòng nữa cần xem; thêm --all để xem hết.")
    lines += wrapped(_sum(found, stored), WIDTH)
    return "\n".join(lines) + "\n"


def comparison_fields(found: Comparison, *, stored: bool) -> dict[str, Any]:
    """The same as JSON: "drafter.import/1"."""
    preview = found.preview
    return {
        "schema": "drafter.import/1",
        "file": preview.name,
        "sha256": preview.sha256,
        "year": preview.year,
        "unit": preview.unit,
        "stored": stored,
        "counts": {verdict: found.count(verdict) for verdict in VERDICTS},
        "sheets": [
            {
                "name": sheet.name,
                "heading": sheet.heading,
                "rows": sheet.rows,
                "aside": sheet.aside,
                "passed_over": sheet.passed_over,
                "columns": [
                    {"letter": one.letter, "words": one.words, "field": one.field, "doubt": one.doubt}
                    for one in sheet.columns
                ],
            }
            for sheet in preview.sheets
        ],
        "rows": [_row_fields(row) for row in found.rows],
    }


def _row_fields(row: Compared) -> dict[str, Any]:
    record = row.row.record
    return {
        "place": row.row.place,
        "verdict": row.verdict,
        "reason": row.reason,
        "doubts": list(row.row.doubts),
        "record": entry_columns(record) if record else None,
        "state": row.row.state,
        "state_reason": row.row.reason,
        "changes": {name: list(pair) for name, pair in row.columns.items()},
        "kept": {name: list(pair) for name, pair in row.kept.items()},
    }


def is_to_look_at(row: Compared) -> bool:
    """Whether somebody has to look at the row before it is stored."""
    return bool(row.verdict in ("refused", "changed") or row.row.doubts or row.kept)


def told_state(row: Compared) -> str:
    """What the file says became of the number, behind the verdict; "" of an issued document."""
    words = _STATES.get(row.row.state, "")
    return f", {words}: {row.row.reason}" if words and row.row.reason else f", {words}" if words else ""


def _sheet(sheet: SheetRead) -> Iterator[str]:
    name = f"Trang “{sheet.name}”" if sheet.name else "Bảng"
    if sheet.passed_over:
        yield from wrapped(printable(f"{name}: bỏ qua, {sheet.passed_over}."), WIDTH)
        return
    aside = f", {figure(sheet.aside)} dòng không phải văn bản" if sheet.aside else ""
    yield from wrapped(printable(f"{name}: tiêu đề ở {sheet.heading}, {figure(sheet.rows)} văn bản{aside}."), WIDTH)
    for one in sheet.columns:
        meant = f"→ {COLUMNS[one.field]}" if one.field else "không dùng"
        doubt = f" ({one.doubt})" if one.doubt else ""
        yield from wrapped(printable(f"{one.letter} “{one.words}” {meant}{doubt}"), WIDTH, "  ", "      ")


def _row(row: Compared) -> Iterator[str]:
    record = row.row.record
    what = f" {record.notation} {record.title}" if record else ""
    verdict = f"{VERDICTS[row.verdict]}{told_state(row)}"
    yield from wrapped(printable(f"{row.row.place}: {verdict}{what[:90]}"), WIDTH, "", "    ")
    for words in filter(None, (row.reason, *row.row.doubts)):
        yield from wrapped(printable(words), WIDTH, "    - ", "      ")
    for name, (before, after) in row.columns.items():
        yield from wrapped(printable(f"{COLUMNS[name]}: {before or '(trống)'} → {after}"), WIDTH, "    ", "      ")
    for name, (stands, said) in row.kept.items():
        words = f"{COLUMNS[name]}: giữ “{stands or '(trống)'}” đã sửa trong sổ, tệp ghi “{said}”"
        yield from wrapped(printable(words), WIDTH, "    ", "      ")


def _sum(found: Comparison, stored: bool) -> str:
    counts = {verdict: found.count(verdict) for verdict in VERDICTS}
    did = "Đã ghi vào sổ" if stored else "Sẽ ghi vào sổ"
    said = (
        f"{did} năm {found.preview.year}: {figure(counts['new'])} văn bản mới, {figure(counts['changed'])} sửa; "
        f"{figure(counts['same'])} đã có, {figure(counts['refused'])} không nhận, {figure(found.doubtful)} cần xem lại."
    )
    if not stored and counts["new"] + counts["changed"]:
        said += " Chưa ghi gì; nếu đúng, hãy chạy lại với --yes."
    return said
