"""The page of a source on which a passage begins, with its picture where the source was recognised from a scan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.corpus import Corpus, Entry
from drafter.report import Finding, Source


def with_pages(findings: Iterable[Finding], entries: Mapping[int, Entry], corpus: Corpus) -> list[Finding]:
    """The findings; of those whose source has pages of its own each names its page. A page is read once.

    `entries` are those of the sources.
    """
    found = list(findings)
    pages = {id: corpus.pages(id) for id, entry in entries.items() if entry.pages}
    pictures: dict[tuple[int, int], bytes | None] = {}

    def shown(source: Source) -> Source:
        recognised = entries[source.id].origin == "scan"
        page = next((page.number for page in pages.get(source.id, ()) if page.span.end > source.start), None)
        if recognised and page and (source.id, page) not in pictures:
            pictures[source.id, page] = corpus.picture(source.id, page)
        picture = pictures.get((source.id, page)) if page else None
        return replace(source, recognised=recognised, page=page, picture=picture)

    return [replace(one, source=shown(one.source)) if one.source else one for one in found]
