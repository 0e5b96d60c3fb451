"""The engine's parts for tests: a draft laid beside one source, and corpora of a few lines."""

from functools import partial
from hashlib import sha256
from pathlib import Path

from drafter import Corpus, Document
from drafter.corpus import Entry, Item, Metadata
from drafter.nlp.offices import level_of
from drafter.readers import read_bytes
from drafter.reuse.alignment import Alignment
from drafter.reuse.judgement import is_copy
from drafter.reuse.matching import Region, matches
from drafter.reuse.tokens import Tokens, tokens


def entry(id: int = 1, issuer: str = "Ban Bí thư", date: str = "2025-12-11", number: str = "226-KL/TW") -> Entry:
    level = level_of(issuer, number, "")
    return Entry(id, f"{id}", "", f"{id}.txt", number, "KL", "", issuer, level, date, 0, 0, "")


def alignments(draft: Tokens, source: str) -> list[Alignment]:
    """What of the draft corresponds to the source, in the draft's order."""
    region = Region(entry(), tokens(source), ())
    found, _ = matches(draft, [region], partial(is_copy, draft))
    return sorted((match.alignment for match in found), key=lambda alignment: alignment.start)


def passages(draft: str, source: str) -> list[tuple[str, str]]:
    """The passages that correspond: of the draft, of the source."""
    ours, theirs = tokens(draft), tokens(source)
    return [
        (ours.span(*alignment.ours).of(draft), theirs.span(*alignment.theirs).of(source))
        for alignment in alignments(ours, source)
    ]


def plain(text: str, name: str = "du-thao.txt") -> Document:
    return read_bytes(name, text.encode())


def library_of(home: Path, **documents: str | tuple[str, Metadata]) -> Corpus:
    """A corpus of texts by name, with what is known of them where it is given."""
    corpus = Corpus(home)
    items = []
    for name, document in documents.items():
        text, known = document if isinstance(document, tuple) else (document, Metadata())
        text = f"{text}\nLưu tại ngăn {name}."  # the same bytes would be one document
        items.append(Item(f"{name}.txt", sha256(text.encode()).hexdigest(), text, known))
    list(corpus.add_all(items))
    return corpus
