"""The kho văn bản: searching and reading it, changing what is in it."""

from webapp.views.corpus import keeping, reading
from webapp.views.corpus.blueprint import pages

__all__ = ["keeping", "pages", "reading"]
