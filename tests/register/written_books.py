"""Registers for tests: where one lies, and records to put into it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from drafter.register import Act, Record, Register

LAN = Act("Lan", at="2026-03-02T01:30:00+00:00")
"""Somebody does something."""


@dataclass(frozen=True)
class Shelf:
    """Where a register lies: opens it here, or in another process."""

    home: Path
    url: str | None

    def open(self) -> Register:
        return Register(self.home, self.url)

    def process(self, script: str) -> subprocess.Popen[str]:
        """Runs `script`, in which `book` is the open register, with `Act`, `Record`, `Filter`."""
        start = (
            "import sys; from drafter.register import Act, Filter, Record, Register\n"
            "book = Register(sys.argv[1], sys.argv[2] or None)\n"
        )
        command = [sys.executable, "-c", start + script, str(self.home), self.url or ""]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def plan(title: str = "Phòng, chống cháy rừng", date: str = "2026-03-02", **more: object) -> Record:
    """A plan that has no number yet."""
    return Record(**{"number": None, "symbol": "/KH-UBND", "date": date, "title": title, **more})


def because(why: str) -> Act:
    return Act("Lan", why, LAN.at)
