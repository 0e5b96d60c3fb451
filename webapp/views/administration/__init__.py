"""What whoever looks after the program sets: people, the office, checks, what is kept, what was done."""

from webapp.views.administration import accounts, office, upkeep
from webapp.views.administration.blueprint import pages

__all__ = ["accounts", "office", "pages", "upkeep"]
