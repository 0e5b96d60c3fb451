"""What whoever runs the server asks: is it well, how much does it do."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text

from webapp.access import public
from webapp.store import store

pages = Blueprint("health", __name__)


@pages.get("/health")
@public
def health() -> dict[str, str]:
    """200 where the database answers."""
    with store().reading() as connection:
        connection.execute(text("SELECT 1"))
    return {"status": "ok"}


@pages.get("/metrics")
@public
def metrics() -> Response:
    """Figures for Prometheus, to the server itself alone."""
    if request.remote_addr not in ("127.0.0.1", "::1") or current_app.config.get("PROXIED"):
        abort(404)
    return Response(generate_latest(), mimetype=CONTENT_TYPE_LATEST)
