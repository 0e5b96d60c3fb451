"""The web application: pages over `drafter`, for one person's computer or for an office.

`create_app` gives the Flask application; `drafter serve` runs it.
"""

from webapp.app import create_app

__all__ = ["create_app"]
