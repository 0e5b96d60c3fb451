"""Logging in and out."""

import html
import re
from collections.abc import Callable
from unicodedata import normalize

import pytest
from clients import PASSWORD, PEOPLE, Client
from flask import Flask

from webapp import accounts


@pytest.mark.parametrize("login", sorted(PEOPLE))
def test_whoever_has_an_account_logs_in_and_out(client_of: Callable[[str], Client], login: str) -> None:
    client = client_of(login)

    assert client.get("/dang-nhap").status_code == 200
    assert client.get("/khong-co").status_code == 404
    assert client.post("/dang-xuat").location == "/dang-nhap"
    assert client.get("/").location.startswith("/dang-nhap")


@pytest.mark.parametrize(
    ("login", "first"),
    [
        ("drafter", "/soan-thao"),
        ("office", "/duyet"),
        ("clerk", "/duyet"),
        ("leader", "/chi-tieu"),
        ("admin", "/quan-tri"),
    ],
)
def test_the_first_page_is_where_the_work_of_the_role_is(
    client_of: Callable[[str], Client], login: str, first: str
) -> None:
    assert client_of(login).get("/").location == first


def test_a_wrong_password_is_told(anonymous: Client) -> None:
    answer = anonymous.post("/dang-nhap", data={"login": "drafter", "password": "sai"})

    assert answer.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.text
    assert 'value="drafter"' in answer.text


@pytest.mark.parametrize("asked", ["/tai-khoan", "/soan-thao?tim=k%E1%BA%BF+ho%E1%BA%A1ch&trang=2"])
def test_whoever_logs_in_sees_the_page_that_was_asked_for(anonymous: Client, asked: str) -> None:
    page = anonymous.get(anonymous.get(asked).location).text
    kept = re.search(r'name="next" value="([^"]*)"', page)
    assert kept

    said = {"login": "drafter", "password": PASSWORD, "next": html.unescape(kept[1])}

    assert anonymous.post("/dang-nhap", data=said).location == asked


def test_a_password_is_the_same_however_the_keyboard_sends_its_letters(app: Flask, anonymous: Client) -> None:
    typed = "mật khẩu của tôi"
    with app.extensions["drafter"].database.writing() as connection:
        accounts.make(connection, "go-dau", "Người Gõ Dấu", "", {"drafter"}, normalize("NFC", typed))

    answer = anonymous.post("/dang-nhap", data={"login": "go-dau", "password": normalize("NFD", typed)})

    assert answer.status_code == 302


def test_what_does_not_carry_the_token_of_the_form_is_refused(client_of: Callable[[str], Client]) -> None:
    client = client_of("drafter")

    assert client.post("/dang-xuat", data={"csrf_token": "khác"}).status_code == 400


@pytest.mark.parametrize(
    ("stands_on", "led_to"),
    [
        ("http://localhost/soan-thao?tim=x", "/dang-nhap?next=/soan-thao?tim%3Dx"),
        ("http://localhost/tai-khoan/mat-khau", "/dang-nhap"),
        ("http://localhost//vi-du.vn/", "/dang-nhap"),
        ("http://localhost.vi-du.vn/tai-khoan", "/dang-nhap"),
        ("", "/dang-nhap"),
    ],
)
def test_a_form_sent_after_the_session_has_ended_leads_by_the_log_in_to_its_page(
    client_of: Callable[[str], Client], stands_on: str, led_to: str
) -> None:
    client = client_of("drafter")
    said = {"csrf_token": client.token(), "old": PASSWORD}
    client.delete_cookie("session")

    answer = client.post("/tai-khoan/mat-khau", data=said, headers={"Referer": stands_on} if stands_on else {})

    assert (answer.status_code, answer.location) == (302, led_to)
    assert "Phiên làm việc đã hết nên chưa lưu gì; hãy đăng nhập rồi làm lại." in client.get(led_to).text
