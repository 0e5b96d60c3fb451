"""An office of its own for a test: a register in which nobody else writes."""

from pathlib import Path

from clients import PASSWORD, PEOPLE, Client, new_client
from flask import Flask

from drafter.register import Register
from webapp import accounts, create_app


def new_office(home: Path) -> Flask:
    """Its application, with the people of all tests."""
    made = opened_office(home)
    with made.extensions["drafter"].database.writing() as connection:
        for login, (name, unit, roles) in PEOPLE.items():
            accounts.make(connection, login, name, unit, roles, PASSWORD)
    return made


def opened_office(home: Path) -> Flask:
    """The application of a home that has people already."""
    made = create_app(home, local=False)
    made.test_client_class = Client
    return made


def logged_in(app: Flask, login: str) -> Client:
    client = new_client(app)
    assert client.post("/dang-nhap", data={"login": login, "password": PASSWORD}).status_code == 302
    return client


def register_of(app: Flask) -> Register:
    register: Register = app.extensions["drafter"].register
    return register
