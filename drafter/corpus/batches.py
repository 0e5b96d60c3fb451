"""How much is stored in one transaction: as much as is quick, so little that not much is lost with a power cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from drafter.corpus.values import Arrival, Item

_CHARACTERS = 60_000_000
"""Of the documents of one transaction: two thousand of the usual length, 0.7 GB in memory."""
_DOCUMENTS = 2500
_PAGES = 50
"""With pictures, 0.1 MB each."""
_SECONDS = 3.0
"""That reading files may take until what was read is stored."""


@dataclass(slots=True)
class Batch:
    """What came, until it is due to be stored."""

    taken: list[Arrival] = field(default_factory=list)
    _characters: int = 0
    _pages: int = 0
    _slow: bool = False
    _since: float = field(default_factory=monotonic)

    def take(self, arrival: Arrival) -> None:
        if arrival is None:
            self._slow = True
            return
        if not self.taken:
            self._since = monotonic()
        self.taken.append(arrival)
        if isinstance(arrival, Item):
            self._characters += len(arrival.text)
            self._pages += len(arrival.pages)
            # Lines of a collection come so quickly that larger transactions are worth more than the seconds.
            self._slow = self._slow or arrival.reader_version > 0

    def is_due(self) -> bool:
        if self._characters >= _CHARACTERS or len(self.taken) >= _DOCUMENTS or self._pages >= _PAGES:
            return True
        return bool(self.taken) and self._slow and monotonic() - self._since >= _SECONDS
