"""Who may open which page. Every route says so; one that does not is closed to all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from drafter.register.history import now
from webapp import accounts
from webapp.accounts import LOCAL, ROLES, Account
from webapp.store import store

View = TypeVar("View", bound=Callable[..., Any])
EVERYBODY = frozenset(ROLES)


def open_to(*roles: str) -> Callable[[View], View]:
    """Opens a view to accounts with one of the roles; without any to whoever is logged in."""
    return _marked(frozenset(roles) or EVERYBODY)


def public(view: View) -> View:
    """Opens a view to everybody, logged in or not."""
    return _marked(None)(view)


def _marked(roles: frozenset[str] | None) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.open_to = roles  # type: ignore[attr-defined]
        return view

    return mark


def roles_of(endpoint: str) -> frozenset[str] | None:
    """The roles that an endpoint is open to, None for everybody; none at all where it does not say."""
    view = current_app.view_functions[endpoint]
    return getattr(view, "open_to", frozenset())


def me() -> Account:
    """The account that asks. Only behind a route that is not public."""
    account: Account = g.account
    return account


def check_access() -> Response | None:
    """Before every request: who asks, and whether they may."""
    g.account = _who()
    if request.endpoint is None or request.endpoint == "static" or request.endpoint.endswith(".static"):
        return None
    roles = roles_of(request.endpoint)
    if roles is None:
        return None
    if g.account is None:
        if request.path.startswith("/api/"):
            abort(401)
        with store().reading() as connection:
            target = "entrance.login" if accounts.are_there(connection) else "entrance.set_up"
        return redirect(url_for(target, next=request.full_path if request.method == "GET" else None))
    if not g.account.roles & roles:
        abort(403)
    return None


def begin_session(account: Account) -> None:
    """From now on requests of this browser are the account's."""
    session.clear()
    session.permanent = True
    session["account"], session["since"] = account.id, now()


def _who() -> Account | None:
    if current_app.config["LOCAL"]:
        return LOCAL
    id, since = session.get("account"), session.get("since", "")
    if id is None:
        return None
    with store().reading() as connection:
        valid = accounts.sessions_since(connection, id)
        return accounts.with_id(connection, id) if valid is not None and since >= valid else None
