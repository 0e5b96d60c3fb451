"""Web pages: what is seen of them, how it stands, in which encoding; nothing else."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document import Cell, Document
from drafter.errors import EmptyFile, UndecodableFile
from drafter.readers import read_bytes
from drafter.readers.listing import numeral
from drafter.readers.web import read_html


def page(body: str, head: str = '<meta charset="utf-8">') -> Document:
    return read_bytes("trang.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str) -> list[str]:
    return page(body).text.split("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Ủy ban\n   nhân <b> dân</b> </p><p>xã</p>", "Ủy ban nhân dân\nxã"),
        ("<div>một<p>hai</p>ba</div>", "một\nhai\nba"),
        ("<p>một<br>hai <br/> ba</p>", "một\nhai\nba"),
        ("<p>Điều&nbsp;1. &#7840; &amp; &lt;b&gt;</p>", "Điều\xa01. Ạ & <b>"),
        ("<pre>\n a\n   b\n</pre>", " a\n   b"),
        ('<p style="white-space:pre-wrap">a  b</p>', "a  b"),
        ("<p>&nbsp;</p><p></p><p>có</p>", "có"),
        ("<p>m<sup>2</sup> và CO<sub>2</sub></p>", "m2 và CO2"),
        ("<p>một<p>hai<td>ba", "một\nhai\nba"),
        ("a<hr>b", "a\nb"),
    ],
)
def test_the_text_is_what_a_browser_shows(body: str, text: str) -> None:
    assert page(body).text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert('x')</script>",
        "<style>p { color: red }</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<!-- x -->",
        "<!--[if mso]><p>x</p><![endif]-->",
        "<p hidden>x</p>",
        '<p style="DISPLAY : none">x</p>',
        '<span style="color:red; visibility:hidden">x</span>',
        '<span style="mso-hide:all">x</span>',
        "<button>x</button><select><option>x</select><textarea>x</textarea><input value=x>",
        "<dialog>x</dialog>",
        '<p title="x"></p><img alt="x" src="http://a.example/x.png">',
        "<iframe src='http://a.example/'>x</iframe><object data='x'>x</object><svg><text>x</text></svg>",
    ],
)
def test_what_is_not_seen_is_not_in_the_text(hidden: str) -> None:
    assert page(f"<p>trước</p>{hidden}<p>sau</p>", "<title>tên</title>").text == "trước\nsau"


def test_lists_show_their_markers() -> None:
    made = page(
        "<ul><li>một<ol type=a><li>hai<li value=5>ba<li>bốn</ol><li></ul><ol start=3><li><p>p</p><p>q</p></ol>"
        '<ol style="list-style: upper-roman inside"><li>r</ol><ul style="list-style-type:none"><li>s</ul>'
        "<ol reversed><li>t<li>u</ol><ol><li></ol><ul><li></ul>"
    )

    assert made.text.split("\n") == [
        "- một",
        "a) hai",
        "e) ba",
        "f) bốn",
        "3. p",
        "q",
        "I. r",
        "s",
        "2. t",
        "1. u",
        "1.",
    ]
    assert [(one.label, one.level) for one in made.paragraphs[:3]] == [("-", 0), ("a)", 1), ("e)", 1)]
    first = made.paragraphs[0].runs
    assert [(run.span.of(made.text), run.generated) for run in first] == [("- ", True), ("một", False)]


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (1, "lower-alpha", "a)"),
        (27, "upper-latin", "AA)"),
        (14, "lower-roman", "xiv."),
        (0, "upper-roman", "0."),
        (-3, "lower-alpha", "-3."),
    ],
)
def test_numbers_of_lists(number: int, style: str, shown: str) -> None:
    assert numeral(number, style) == shown


def test_tables_are_read_cell_by_cell() -> None:
    made = page(
        "<table><caption>Biểu</caption><thead><tr><th colspan=2>A</th><th>B</th></tr></thead>"
        "<tr><td rowspan=2>c</td><td>d</td><td>e<table><tr><td>trong</table></td></tr><tr><td>f</td></tr></table>"
    )

    outer = Cell(0, 1, 2)
    assert [(one.span.of(made.text), one.cell) for one in made.paragraphs] == [
        ("Biểu", None),
        ("A", Cell(0, 0, 0)),
        ("B", Cell(0, 0, 2)),
        ("c", Cell(0, 1, 0)),
        ("d", Cell(0, 1, 1)),
        ("e", outer),
        ("trong", Cell(1, 0, 0, outer)),
        ("f", Cell(0, 2, 1)),
    ]


def test_the_look_is_known_where_the_page_itself_says_it() -> None:
    made = page(
        "<p align=center><b>Đậm</b><i>nghiêng</i><u>gạch</u>"
        "<span style=\"font-weight:700; font-family: '.VnTime', serif\">x"
        '</span><font face=".VnTimeH">y</font><span style="text-transform:uppercase">z</span></p>'
        '<div style="text-align:right"><p>phải</p></div><p style="text-align:justify">đều</p>'
    )

    formats = [run.format for run in made.paragraphs[0].runs]
    assert [(one.bold, one.italic, one.underline, one.font, one.caps) for one in formats] == [
        (True, False, False, None, False),
        (False, True, False, None, False),
        (False, False, True, None, False),
        (True, False, False, ".VnTime", False),
        (False, False, False, ".VnTimeH", False),
        (False, False, False, None, True),
    ]
    assert [one.alignment for one in made.paragraphs] == ["center", "right", "both"]
    assert not made.tells_looks


MENU = "<div class=menu>" + "<a>Trang chủ</a> <a>Văn bản mới</a> " * 3 + "</div>"
TEXT = "<p>Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch thực hiện của xã Bình An trong năm.</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"{MENU}<main>{TEXT}</main><footer>chân</footer>",
        f"{MENU}<div role=main>{TEXT}</div>",
        f"{MENU}<article>{TEXT * 3}</article>",
        f'{MENU}<main>{MENU}<div id="toanvancontent">{TEXT}</div></main>',
        f'{MENU}<div class="content1 x"><div class="content1">{TEXT}</div></div>',
        f"<nav>Trang chủ</nav><aside>Tin khác</aside><div role=navigation>x</div>{TEXT}",
    ],
)
def test_menus_around_the_text_are_left_out_where_the_page_says_which_is_which(body: str) -> None:
    assert set(lines(body)) == {TEXT[3:-4]}


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT * 4}<article><p>Tin liên quan</p></article>",
        f"<article>{TEXT}</article><article>Hai</article>",
        f"<p>Kế hoạch</p>{TEXT}<div id=toanvancontent>Đang tải</div>",
        f"<main></main>{TEXT}",
    ],
)
def test_else_all_that_is_seen_is_kept(body: str) -> None:
    assert page(body).text.count("Phê duyệt") == body.count("Phê duyệt")
    assert len(lines(body)) > 1 or "<main></main>" in body


WORDS = "Kế hoạch của Ủy ban nhân dân xã Bình An năm 2026"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (f"<html><p>{WORDS}".encode(), WORDS),
        (f"<html><meta charset=windows-1252><p>{WORDS}".encode(), WORDS),
        (b"\xef\xbb\xbf" + f"<html><p>{WORDS}".encode(), WORDS),
        (b"\xff\xfe" + f"<html><p>{WORDS}".encode("utf-16-le"), WORDS),
        ("<html><meta charset='iso-8859-1'><p>“d\xe9j\xe0 vu”".encode("cp1252"), "“déjà vu”"),
        (
            b'<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>'
            + "K\xea\u0301 hoa\u0323ch \u0111\xea\u0300 xu\xe2\u0301t".encode("cp1258"),
            "K\xea\u0301 hoa\u0323ch \u0111\xea\u0300 xu\xe2\u0301t",
        ),
        (
            f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}'.encode(),
            WORDS,
        ),
    ],
    ids=["utf-8", "utf-8 that says otherwise", "mark", "utf-16", "latin means windows", "cp1258", "xhtml"],
)
def test_the_encoding_is_found(data: bytes, text: str) -> None:
    assert read_html("a.html", data).text == text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"\xff\xfe" + f"<html><p>{WORDS}".encode("utf-16-le")),
        ("a", b"\xfe\xff" + f"<!DOCTYPE html><p>{WORDS}".encode("utf-16-be")),
        ("a.htm", f"<p>{WORDS}</p>".encode()),
        ("a", f"<!-- x --><html><p>{WORDS}".encode()),
    ],
)
def test_a_page_is_told_by_its_beginning_or_its_name(name: str, data: bytes) -> None:
    made = read_bytes(name, data)
    assert (made.origin, made.text) == ("html", WORDS)


def test_an_encoding_that_nothing_tells_is_refused() -> None:
    with pytest.raises(UndecodableFile):
        read_html("a.html", b"<html><p>" + bytes(range(128, 256)) * 3)


def test_a_page_that_shows_nothing_is_empty() -> None:
    with pytest.raises(EmptyFile):
        page("<script>document.write('x')</script>")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    body = '<!ENTITY x SYSTEM "http://a.example/x"><link rel=stylesheet href="http://a.example/x.css"><p>&x; a</p>'
    assert page(body + '<img src="//a.example/x.png"><base href="http://a.example/">').text.endswith("a")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + "sâu",
        "<table><tr><td>" * 2_000 + "sâu",
        "<ul><li>" * 5_000 + "sâu",
        "<article>" * 5_000 + "sâu",
        "<table><tr><td rowspan=99999999 colspan=99999999>sâu</table>",
        "<b>" * 5_000 + "sâu",
        f'<ul style="{"a" * 500_000}"><li style="{"list-style:" * 50_000}">sâu</ul>',
    ],
    ids=["div", "table", "list", "article", "span", "bold", "style"],
)
def test_deep_and_wide_pages_are_read(body: str) -> None:
    import pickle

    made = page(body)
    assert made.text.endswith("sâu")
    assert pickle.loads(pickle.dumps(made)) == made


@given(st.text(alphabet="<>/pbrtdliuo\"'= \n&;ắ!-", max_size=80))
def test_whatever_is_written_gives_paragraphs_that_are_the_text(body: str) -> None:
    try:
        made = read_html("a.html", f"<html><body>đầu {body}".encode())
    except EmptyFile:
        return
    assert "\n".join(one.span.of(made.text) for one in made.paragraphs) == made.text
    for one in made.paragraphs:
        assert "".join(run.span.of(made.text) for run in one.runs) == one.span.of(made.text)
