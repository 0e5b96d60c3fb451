"""How the parts of a text are named, numbered and set: phần to điểm (Phụ lục I, Phần I, Mục II, khoản 6 NĐ 30)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafter.document import Format, Span
from drafter.layout.bodies import texts, usual_size, wrong_indent
from drafter.layout.looks import Look, wrong_looks
from drafter.layout.roles import Sheet
from drafter.layout.rows import MOST, Row
from drafter.layout.rules import Edit, Fault
from drafter.layout.units import Rank, Stretch, Unit, stretches
from drafter.report import Severity

_SHORT = 160
"""Letters; a longer row is no title."""
_NAMES: dict[Rank, str] = {"phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu_muc": "Tiểu mục", "dieu": "Điều"}
_HEAD = Look(13, 14, True, False, False, "center")
_TITLE = Look(13, 14, True, False, True, "center")
_ARTICLE = Look(13, 14, True, False, False)
_GROUPS: tuple[tuple[str, str, tuple[Rank, ...], str], ...] = (
    ("nd30.BC-01", "nd30.BC-02", ("phan", "chuong"), "phần, chương"),
    ("nd30.BC-03", "nd30.BC-04", ("muc", "tieu_muc"), "mục, tiểu mục"),
)
"""The rule of the heads, that of their titles, what they are, and how they are called together."""

Set = tuple[str, str, list[Row], Look]
"""A rule, what it is about, rows, and how they have to look."""


def unit_looks(sheet: Sheet) -> Iterator[Fault]:
    """The heads and titles that look otherwise than they have to."""
    for rule, name, rows, look in sets(sheet):
        yield from wrong_looks(rule, name, rows, look)
    for rows, words, action in (
        (misplaced(sheet), "chưa lùi đầu dòng 10 mm hoặc 12,7 mm", "Lùi đầu dòng 1 cm hoặc 1,27 cm"),
        (missized(sheet), "không cùng cỡ chữ với phần lời văn", "Đặt cỡ chữ của điều bằng cỡ chữ của phần lời văn"),
    ):
        if rows:
            subject = f"{len(rows)} điều (như “{cut(rows[0])}”)" if len(rows) > 1 else f"“{cut(rows[0])}”"
            yield Fault("nd30.BC-05", rows[0].span, f"{subject} {words}.", f"{action}.")


def sets(sheet: Sheet) -> list[Set]:
    """The rows of heads and titles with the look that the decree gives them."""
    found: list[Set] = []
    for stretch in stretches(sheet):
        for head, title, ranks, name in _GROUPS:
            units = [unit for unit in stretch.units if unit.rank in ranks]
            heads = [unit.row for unit in units if not unit.rest]
            titles = [row for unit in units for row in _title(stretch, unit)]
            found += [(head, f"Số thứ tự của {name}", heads, _HEAD), (title, f"Tiêu đề của {name}", titles, _TITLE)]
        articles = [unit.row for unit in stretch.units if unit.rank == "dieu" and _is_titled(stretch, unit)]
        found.append(("nd30.BC-05", "Số thứ tự và tiêu đề của điều", articles, _ARTICLE))
    return found


def misplaced(sheet: Sheet) -> list[Row]:
    """Short articles with another indent than the text; a long one is a paragraph of the text."""
    known = {row.index for row in texts(sheet)}
    rows = [row for row in _articles(sheet) if row.index not in known and row.words[:1] == _first(sheet, row)]
    return [row for row in rows if row.alignment == "center" or wrong_indent(row.paragraph)]


def missized(sheet: Sheet) -> list[Row]:
    """Short articles of another size than the text."""
    known = texts(sheet)
    usual, long = usual_size(known), {row.index for row in known}
    short = [row for row in _articles(sheet) if row.index not in long]
    sizes = [(row, row.most(lambda look: look.size)) for row in short]
    return [row for row, size in sizes if usual and size and 13 <= usual <= 14 and 13 <= size <= 14 and size != usual]


def _articles(sheet: Sheet) -> list[Row]:
    return [unit.row for stretch in stretches(sheet) for unit in stretch.units if unit.rank == "dieu"]


def _first(sheet: Sheet, row: Row) -> str:
    """The first character of a row's paragraph: a tab or a blank there is an indent that nobody can measure."""
    return row.paragraph.span.of(sheet.document.text)[:1]


def structure(sheet: Sheet) -> Iterator[Fault]:
    """What is wrong with the words and the signs of the units."""
    for stretch in stretches(sheet):
        for head, title, ranks, _ in _GROUPS:
            for unit in (one for one in stretch.units if one.rank in ranks):
                yield from _named(stretch, unit, head, title)
        yield from _of_articles(stretch)
        yield from _of_clauses(stretch)
        yield from _of_points(stretch)
        decimals = [unit for unit in stretch.units if unit.rank == "decimal"]
        if len(decimals) > 1:
            message = (
                f"{len(decimals)} đoạn đánh số thập phân (như “{decimals[0].sign}”); Nghị định không nêu cách này."
            )
            yield Fault("nd30.BC-11", decimals[0].row.span, message, "Có thể dùng khoản “1.”, điểm “a)” thay thế.")


def _named(stretch: Stretch, unit: Unit, head: str, title: str) -> Iterator[Fault]:
    name, begins = _NAMES[unit.rank], unit.row.words[: len(unit.row.words) - len(unit.rest)].strip()
    wants_roman = unit.rank in ("phan", "chuong")
    if wants_roman == unit.sign[:1].isdigit() or unit.sign.lower().startswith("thứ"):
        figures = "chữ số La Mã" if wants_roman else "chữ số Ả Rập"
        message = f"“{begins}” đánh số chưa đúng; số thứ tự của {name.lower()} dùng {figures}."
        worded: Severity | None = "warning" if unit.sign.lower().startswith("thứ") else None
        yield Fault(head, unit.row.span, message, f"Đánh số bằng {figures}.", worded)
    if unit.rest:
        message = f"“{begins}” đang viết liền dòng với tiêu đề; từ “{name}” và số thứ tự phải ở một dòng riêng."
        yield Fault(head, unit.row.span, message, "Xuống dòng trước tiêu đề, canh giữa cả hai dòng.")
    elif not _title(stretch, unit):
        message = f"“{begins}” chưa có tiêu đề; {name.lower()} phải có tiêu đề ở dòng ngay dưới."
        yield Fault(title, unit.row.span, message, f"Thêm tiêu đề cho “{begins}”, in hoa, đậm, canh giữa.")


def _title(stretch: Stretch, unit: Unit) -> list[Row]:
    """The rows of the title under a head."""
    if unit.rest:
        return []
    ends = min((one.at for one in stretch.units if one.at > unit.at), default=len(stretch.rows))
    below = stretch.rows[unit.at + 1 : ends]
    if not below or not _may_be_title(below[0]):
        return []
    more = 1
    while more < min(len(below), 4) and below[more].in_capitals and below[0].in_capitals:
        more += 1
    return list(below[:more])


def _may_be_title(row: Row) -> bool:
    return row.in_capitals or (len(row.words) < _SHORT and not row.words.endswith((".", ";", ":", ",")))


def _is_titled(stretch: Stretch, unit: Unit) -> bool:
    """Whether an article of a divided text begins with its title."""
    titled = bool(unit.rest) and len(unit.rest) < _SHORT and not unit.rest.endswith((".", ";", ":"))
    return stretch.is_divided and unit.rank == "dieu" and titled


def _of_articles(stretch: Stretch) -> Iterator[Fault]:
    articles = [unit for unit in stretch.units if unit.rank == "dieu"]
    wrong = [unit for unit in articles if unit.mark != "." or unit.word != "Điều"]
    if wrong:
        edits = tuple(edit for unit in wrong for edit in _rewritten(unit, f"Điều {unit.sign}."))
        message = f"{_count(wrong, 'điều')} đang viết “{_begins(wrong[0])}”; phải viết “Điều {wrong[0].sign}.”"
        whole = len(edits) == len(wrong)
        action = "Viết “Điều”, số thứ tự rồi dấu chấm."
        yield Fault("nd30.BC-05", wrong[0].row.span, f"{message}, có dấu chấm.", action, edits=edits if whole else ())
    light = [unit for unit in articles if not _is_titled(stretch, unit) and not _has(unit, lambda look: look.bold)]
    if light:
        message = f"{_count(light, 'điều')} có “{_begins(light[0])}” chưa in đậm; từ “Điều” và số thứ tự phải đậm."
        yield Fault("nd30.BC-05", light[0].row.span, message, "In đậm từ “Điều” và số thứ tự.")
    bare = [unit for unit in articles if stretch.is_divided and not _is_titled(stretch, unit)]
    if bare:
        message = f"{_count(bare, 'điều')} chưa có tiêu đề; văn bản có chương, mục thì điều phải có tiêu đề."
        yield Fault("nd30.BC-06", bare[0].row.span, message, "Thêm tiêu đề cho điều, trên cùng dòng với số thứ tự.")


def _of_clauses(stretch: Stretch) -> Iterator[Fault]:
    clauses = [unit for unit in stretch.units if unit.rank == "number"]
    holders = ("dieu", "roman", "muc", "tieu_muc", "chuong")
    held = [unit for unit in clauses if unit.above >= 0 and stretch.units[unit.above].rank in holders]
    wrong = [unit for unit in held if unit.mark != "."]
    if len(wrong) > 1:
        yield _wrong_signs("nd30.BC-07", wrong, "khoản", ".")
    slanted = [unit for unit in clauses if _has(unit, lambda look: look.italic) and unit.mark == "."]
    if slanted:
        message = f"{_count(slanted, 'khoản')} có số thứ tự in nghiêng; số thứ tự của khoản là chữ đứng."
        yield Fault("nd30.BC-07", slanted[0].row.span, message, "Đặt số thứ tự và tiêu đề của khoản là chữ đứng.")
    heavy = [unit for unit in clauses if len(unit.rest) > 2 * _SHORT and _is_all(unit.row, lambda look: look.bold)]
    if heavy:
        message = f"{_count(heavy, 'khoản')} in đậm cả lời văn; chỉ số thứ tự và tiêu đề của khoản in đậm."
        yield Fault("nd30.BC-07", heavy[0].row.span, message, "Bỏ đậm phần lời văn.", "warning")


def _of_points(stretch: Stretch) -> Iterator[Fault]:
    letters = [unit for unit in stretch.units if unit.rank == "letter"]
    wrong = [unit for unit in letters if unit.mark != ")"]
    if len(wrong) > 1:
        yield _wrong_signs("nd30.BC-08", wrong, "điểm", ")")
    heavy = [unit for unit in letters if unit.mark == ")" and _is_all(unit.row, lambda look: look.bold)]
    if heavy:
        message = f"{_count(heavy, 'điểm')} đang in đậm; điểm trình bày bằng chữ đứng, không đậm."
        yield Fault("nd30.BC-08", heavy[0].row.span, message, "Bỏ đậm ở các điểm.", "warning")


def _wrong_signs(rule: str, wrong: Sequence[Unit], name: str, mark: str) -> Fault:
    having = f"{wrong[0].sign}{wrong[0].mark}"
    edits = [edit for unit in wrong for edit in _rewritten(unit, f"{unit.sign}{mark}")]
    message = f"{_count(wrong, name)} đánh số “{having}”; phải đánh số “{wrong[0].sign}{mark}”."
    action = f"Viết “{mark}” sau số thứ tự của {name}."
    return Fault(rule, wrong[0].row.span, message, action, edits=tuple(edits) if len(edits) == len(wrong) else ())


def _rewritten(unit: Unit, words: str) -> Iterator[Edit]:
    """What writes the number otherwise; nothing for an automatic number, which is not in the text."""
    plain = len(unit.row.words) == len(unit.row.span) and unit.row.paragraph.label is None
    if plain and unit.mark + unit.sign:
        yield Edit(unit.begins, words)


def _has(unit: Unit, has: Callable[[Format], bool]) -> bool:
    return _share(unit.row, unit.begins, has) >= MOST


def _is_all(row: Row, has: Callable[[Format], bool]) -> bool:
    return row.share(has) >= MOST


def _share(row: Row, span: Span, has: Callable[[Format], bool]) -> float:
    """The part of a stretch of a row that looks a way."""
    runs = [(run.format, min(run.span.end, span.end) - max(run.span.start, span.start)) for run in row.paragraph.runs]
    counted = [(format, times) for format, times in runs if times > 0]
    total = sum(times for _, times in counted)
    return sum(times for format, times in counted if has(format)) / total if total else 0.0


def _count(units: Sequence[Unit], name: str) -> str:
    if len(units) > 1:
        return f"{len(units)} {name} (như “{cut(units[0].row)}”)"
    said = f"“{cut(units[0].row)}”"
    return said if units[0].word else f"{name.capitalize()} {said}"


def cut(row: Row) -> str:
    """The first words of a row."""
    return row.words if len(row.words) <= 40 else f"{row.words[:40].rsplit(' ', 1)[0]} …"


def _begins(unit: Unit) -> str:
    return unit.row.words[: len(unit.row.words) - len(unit.rest)].strip()
