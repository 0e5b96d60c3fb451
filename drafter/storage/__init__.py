"""The database that everything lasting lives in: opening it, bringing its tables up to date, transactions."""

from drafter.storage.engine import Database
from drafter.storage.home import home_folder

__all__ = ["Database", "home_folder"]
