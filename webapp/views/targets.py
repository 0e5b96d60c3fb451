"""The year against its target."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, render_template, request

from drafter.nlp.written import figure
from drafter.register.status import Status, a_year_earlier, status
from drafter.render.chart import svg
from drafter.render.register import BASES, LEVELS, forecast_words, pace_words, used_up_words
from drafter.render.standing_charts import months_chart, scale_svg
from webapp.access import open_to
from webapp.asking import asked
from webapp.store import stores

pages = Blueprint("targets", __name__)


@pages.get("/chi-tieu")
@open_to()
def overview() -> tuple[str, int]:
    """How the year stands on a day, of the office or of a unit."""
    with stores().register.reading() as connection:
        form = asked(connection, request.args)
        scope = form.scope
        found = status(connection, scope.year, scope.day, scope.unit)
    chart = months_chart(found)
    page = render_template(
        "targets/overview.html",
        form=form,
        status=found,
        sentences=list(_sentences(found)),
        level=LEVELS[found.level],
        scale=scale_svg(found),
        chart=svg(chart, "months"),
        paces=next((one.values for one in chart.series if one.look == "line"), None),
        until=found.as_of.isoformat(),
        earlier=a_year_earlier(found.as_of),
    )
    return page, 422 if form.errors else 200


def _sentences(found: Status) -> Iterator[str]:
    """What the figures stand on, and what is ahead."""
    ahead, whole = found.forecast, found.whole
    if found.pace is not None:
        yield f"So với nhịp cho phép đến ngày này: {pace_words(found.pace)}."
    if ahead:
        yield f"Dự báo cả năm: {forecast_words(ahead)}. {BASES[ahead.basis]}"
    if ahead and ahead.used_up_on:
        yield f"Dùng hết số được phép {used_up_words(ahead.used_up_on, found.as_of)}."
    elif ahead and whole.allowed is not None:
        yield "Theo dự báo, đến hết năm chưa dùng hết số được phép."
    if whole.baseline.origin == "entered":
        year, source = whole.baseline.year, whole.baseline.source
        yield f"Số của năm {year} ghi tay, theo {source}; số đến từng ngày, từng tháng là ước tính chia đều."
    if found.undated:
        yield f"{figure(found.undated)} văn bản không ghi ngày trong năm, không tính vào tháng nào."
