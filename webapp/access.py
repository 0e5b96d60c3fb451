"""Who may open which page. Every route says so; one that does not is closed to all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import abort, current_app, flash, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from webapp import accounts, tokens
from webapp.accounts import LOCAL, ROLES, Account
from webapp.store import store

View = TypeVar("View", bound=Callable[..., Any])
EVERYBODY = frozenset(ROLES)
_LOST = "Phiên làm việc đã hết nên chưa lưu gì; hãy đăng nhập rồi làm lại."


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


def may_open(account: Account, endpoint: str) -> bool:
    """Whether what the endpoint shows is for the account."""
    roles = roles_of(endpoint)
    return roles is None or bool(account.roles & roles)


def me() -> Account:
    """The account that asks. Only behind a route that is not public."""
    account: Account = g.account
    return account


def for_programs() -> bool:
    """Whether the request is for the interface for programs, which knows tokens and no sessions."""
    return request.path.startswith("/api/")


def check_access() -> Response | None:
    """Before every request: who asks, and whether they may."""
    if for_programs() and not _is_from_here():
        abort(403)
    g.account = _who()
    if request.endpoint is None or request.endpoint == "static" or request.endpoint.endswith(".static"):
        return None
    if roles_of(request.endpoint) is None:
        return None
    if g.account is None:
        if for_programs():
            abort(401)
        with store().reading() as connection:
            target = "entrance.login" if accounts.are_there(connection) else "entrance.set_up"
        if request.method == "POST":
            flash(_LOST)
        return redirect(url_for(target, next=_page_asked_for()))
    if not may_open(g.account, request.endpoint):
        abort(403)
    return None


def _page_asked_for() -> str | None:
    """The page that is asked for, or on which the form stands that is sent; None where the browser says of none."""
    if request.method != "POST":
        return request.full_path.removesuffix("?")
    here, page = request.host_url.rstrip("/"), request.referrer or ""
    path = page.removeprefix(here)
    routes = current_app.create_url_adapter(request)
    # What a form was refused with has the address that the form is sent to, which may be no page.
    is_page = routes is not None and routes.test(path.partition("?")[0], "GET")
    return path if page.startswith(f"{here}/") and is_page else None


def begin_session(account: Account) -> None:
    """From now on requests of this browser are the account's."""
    assert account.id is not None
    with store().reading() as connection:
        since = accounts.sessions_since(connection, account.id)
    session.clear()
    session.permanent = True
    session["account"], session["since"] = account.id, since


def _who() -> Account | None:
    if current_app.config["LOCAL"]:
        return LOCAL
    if for_programs():
        return _of_token(request.headers.get("Authorization", ""))
    id = session.get("account")
    if id is None:
        return None
    with store().reading() as connection:
        valid = accounts.sessions_since(connection, id)
        return accounts.with_id(connection, id) if valid is not None and session.get("since") == valid else None


def _of_token(header: str) -> Account | None:
    kind, _, secret = header.partition(" ")
    if kind.lower() != "bearer" or not secret:
        return None
    with store().reading() as connection:
        found = tokens.owner_of(connection, secret)
        is_first = found is not None and tokens.is_first_use_within_the_hour(connection, secret)
    if is_first:
        with store().writing() as connection:
            tokens.note_use(connection, secret)
    return found


def _is_from_here() -> bool:
    """Whether no page of another site asks: a browser says where the page that asks is from, a program says nothing."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "none")
    return site in ("none", "same-origin") and (origin is None or origin == request.host_url.rstrip("/"))
