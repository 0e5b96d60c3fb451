"""The kho văn bản: superior documents and regulations, stored, indexed, searched."""

from drafter.corpus.store import Corpus
from drafter.corpus.values import (
    Added,
    Copy,
    Entry,
    Fragment,
    Hit,
    Item,
    Metadata,
    Refused,
    Relation,
    Size,
    Standing,
    Statement,
    StoredPassage,
)

__all__ = [
    "Added",
    "Copy",
    "Corpus",
    "Entry",
    "Fragment",
    "Hit",
    "Item",
    "Metadata",
    "Refused",
    "Relation",
    "Size",
    "Standing",
    "Statement",
    "StoredPassage",
]
