"""Sổ văn bản: the register, what is done with its entries, registers from files, giving numbers."""

from webapp.views.register import changing, importing, issuing, reading
from webapp.views.register.door import pages

__all__ = ["changing", "importing", "issuing", "pages", "reading"]
