"""The body of a period's report: sentences, tables and the chart, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from drafter.nlp.widths import width
from drafter.nlp.written import figure
from drafter.register.periods import Account
from drafter.render.chart import Chart
from drafter.render.office_chart import word_chart
from drafter.render.period_tables import (
    Table,
    avoided,
    by_kind,
    by_unit,
    by_unit_and_kind,
    corrected,
    differences,
    months_chart,
    overall,
    shown,
)
from drafter.reporting import words
from drafter.templates.blocks import Block, Drawing, Grid
from drafter.templates.forms import Form
from drafter.templates.manners import TEXT
from drafter.templates.paper import gap
from drafter.templates.values import Values, tidied

_CHART = 78.0
"""mm high."""
_MOST = 15
"""As many corrected entries are named on paper."""
_ROMAN = ("I", "II", "III", "IV", "V")
_SIZE, _PADDING = 12, 4.0
"""pt of the type in tables; mm beside the words of a cell."""
_LONGEST = (80, 60, 50, 40, 32, 26, 20)
"""mm that a column takes for long texts: the first by which all columns fit."""


def body(account: Account, form: Form, values: Values) -> list[Block]:
    """What stands between the title and the signature."""
    figures = account.figures
    organ = values.one("organ") or gap("cơ quan báo cáo")
    captions = count(1)
    made: list[Block] = [words.opening(figures, organ)]
    numbers = iter(_ROMAN)
    made += [f"# {next(numbers)}. KẾT QUẢ", *_results(account, captions)]
    if figures.forecast:
        made += [f"# {next(numbers)}. DỰ BÁO ĐẾN HẾT NĂM", words.ahead(figures)]
    made += [f"# {next(numbers)}. HẠN CHẾ, NGUYÊN NHÂN"]
    made += [values.one("shortcoming") or gap("hạn chế và nguyên nhân")]
    made += [f"# {next(numbers)}. NHIỆM VỤ THỜI GIAN TỚI"]
    made += values.many("body") or [values.one("task") or gap("việc sẽ làm để giảm văn bản, ai làm, khi nào xong")]
    if "proposal" in form.slots:
        made += [f"# {next(numbers)}. KIẾN NGHỊ"]
        made += [values.one("proposal") or gap("kiến nghị với cấp nào, về việc gì; không có thì bỏ mục này")]
    made.append(words.closing(figures, organ))
    return [tidied(one) if isinstance(one, str) else one for one in made]


def _results(account: Account, captions: Iterator[int]) -> Iterator[Block]:
    figures = account.figures
    numbers = count(1)
    yield f"# {next(numbers)}. Số văn bản đã ban hành"
    yield words.issued(figures)
    yield from words.in_the_year(figures)
    yield from words.target(figures)
    yield from words.basis(account)
    yield _grid(overall(figures), captions)
    yield f"# {next(numbers)}. Theo đơn vị, theo loại văn bản"
    yield from words.units(figures)
    yield from (_grid(one, captions) for one in (by_unit(figures), by_kind(figures), by_unit_and_kind(figures)) if one)
    yield f"# {next(numbers)}. Diễn biến theo tháng"
    yield words.months(figures)
    yield _drawing(months_chart(figures))
    yield f"# {next(numbers)}. Văn bản được gộp, thay thế hoặc không ban hành"
    yield words.avoided(figures)
    if table := avoided(figures):
        yield _grid(table, captions)
    yield f"# {next(numbers)}. Số và văn bản không tính vào chỉ tiêu"
    yield from words.beside(figures)
    if figures.meetings:
        yield f"# {next(numbers)}. Hội nghị"
        yield from words.meetings(figures.meetings, figures)
    if account.closing:
        yield f"# {next(numbers)}. Điều chỉnh sau khi chốt số liệu"
        yield from _corrections(account, captions)


def _corrections(account: Account, captions: Iterator[int]) -> Iterator[Block]:
    found = account.corrections
    yield words.corrections(account)
    if found and (table := differences(found)):
        whole = tuple(row[1:] for row, one in zip(table.rows, found.differences, strict=True) if one.is_of_whole)
        if whole:
            yield _grid(Table(table.title, table.headings[1:], whole), captions)
    if found and (table := corrected(found, _MOST)):
        yield _grid(table, captions)
        if len(found.entries) > _MOST:
            yield f"Biểu trên ghi {_MOST} trong {figure(len(found.entries))} văn bản; danh sách đủ có trong tệp Excel."


def _grid(table: Table, captions: Iterator[int]) -> Grid:
    """The table for paper: its caption numbered, its cells in words."""
    cells = [table.headings, *(tuple(tidied(shown(cell)) for cell in row) for row in table.rows)]
    columns = list(zip(*cells, strict=True))
    widths = ([_wide(column, most) for column in columns] for most in _LONGEST)
    wide = next((one for one in widths if sum(one) <= TEXT), [TEXT / len(columns)] * len(columns))
    return Grid(
        f"Biểu {next(captions)}. {table.title}",
        table.headings,
        tuple(cells[1:]),
        tuple(wide),
        table.words,
        table.strong,
    )


def _wide(column: tuple[str, ...], most: float) -> float:
    """mm that a column asks for: its longest cell up to `most`, headings in two lines, every word whole."""
    heading, *cells = column
    words = [width(word, _SIZE) for words in cells for word in words.split()]
    headings = [width(word, _SIZE, bold=True) for word in heading.split()]
    longest = max((width(words, _SIZE) for words in cells), default=0.0)
    return _PADDING + max(*words, *headings, width(heading, _SIZE, bold=True) / 2, min(longest, most), 0.0)


def _drawing(chart: Chart) -> Drawing:
    made = word_chart(chart)
    return Drawing(f"Biểu đồ. {chart.title}", made.xml, made.workbook, _CHART, chart.words)
