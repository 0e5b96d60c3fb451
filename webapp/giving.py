"""An approved draft gets its number: entry, file, report and step come to stand together, or none of them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from drafter.register import Act, Entry, Paper, Record, issuing
from drafter.register.entries import with_id
from drafter.register.papers import keep
from drafter.render.json import json_line
from webapp import desk
from webapp.accounts import Account
from webapp.desk import Draft
from webapp.kept import report_from
from webapp.recording import known_of
from webapp.workflow import MOVES, WrongStep, check


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be issued, and how."""

    version: int | None
    """The version that the clerk saw."""
    record: Record
    reserved: int | None = None
    """The entry whose number was kept for it; None for the next number."""
    replaces: str = ""
    """Number and symbol of the document that it takes the place of, with the year of another book; "" for none."""


def give_number(connection: Connection, found: Draft, order: Order, account: Account, act: Act) -> Entry:
    """Issues an approved draft within the caller's writing transaction.

    Raises `WrongStep` where it is not approved or has another version by now, and what the register raises.
    """
    check(MOVES["issue"], found.state, account.roles, "", is_owner=desk.is_owner(found, account))
    newest = desk.versions(connection, found.id)[0]
    if newest.id != order.version:
        raise WrongStep("Văn bản vừa có bản mới được duyệt; hãy xem lại rồi cấp số.")
    report = report_from(desk.kept(connection, newest.id)[0])
    content = desk.content(connection, newest.id)
    kept = keep(connection, Paper(newest.name, content, report.text, json_line(report).strip()))
    year = int(order.record.date[:4])
    if order.reserved is None:
        made = issuing.issue(connection, order.record, year, act, kept, order.replaces)
    else:
        known = known_of(order.record)
        found_entry = with_id(connection, order.reserved)
        made = issuing.issue_reserved(connection, found_entry, known, act, kept, order.replaces)
    desk.move(connection, found, "issue", account, f"Số {made.record.notation}", act, made.id)
    return made
