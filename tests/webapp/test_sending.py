"""The names of files that are sent to be kept."""

import pytest
from flask import Flask
from werkzeug.http import parse_options_header

from webapp.sending import WORD, sent


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ke-hoach.docx", "ke-hoach.docx"),
        ("Kế hoạch số 05 (đợt 2); “nháp” 100%.docx", "Kế hoạch số 05 (đợt 2); “nháp” 100%.docx"),
        ('a"b;c.docx', 'a"b;c.docx'),
        ("gói/phần 1/dòng\r\nSet-Cookie: x.docx", "dòngSet-Cookie: x.docx"),
        ("", "tep"),
    ],
)
def test_a_file_keeps_its_name(name: str, shown: str) -> None:
    with Flask("x").test_request_context():
        answer = sent(b"PK", name, WORD)

    how, said = parse_options_header(answer.headers["Content-Disposition"])
    assert (how, said["filename"]) == ("attachment", shown)
    assert answer.mimetype == WORD
