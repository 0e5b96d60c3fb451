"""Logging in and out."""

from collections.abc import Callable

import pytest
from clients import PEOPLE, Client


@pytest.mark.parametrize("login", sorted(PEOPLE))
def test_whoever_has_an_account_logs_in_and_out(client_of: Callable[[str], Client], login: str) -> None:
    client = client_of(login)

    assert client.get("/dang-nhap").status_code == 200
    assert client.get("/khong-co").status_code == 404
    assert client.post("/dang-xuat").location == "/dang-nhap"
    assert client.get("/").location.startswith("/dang-nhap")


def test_a_wrong_password_is_told(anonymous: Client) -> None:
    answer = anonymous.post("/dang-nhap", data={"login": "drafter", "password": "sai"})

    assert answer.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.text
    assert 'value="drafter"' in answer.text


def test_what_does_not_carry_the_token_of_the_form_is_refused(client_of: Callable[[str], Client]) -> None:
    client = client_of("drafter")

    assert client.post("/dang-xuat", data={"csrf_token": "khác"}).status_code == 400
