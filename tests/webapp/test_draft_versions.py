"""New versions of a draft: what was resolved, what is new, what remains."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from clients import Client
from docx.document import Document
from uploads import begun, fresh, once, send

from drafter.report import Finding
from webapp.comparing import Progress, progress

ClientOf = Callable[[str], Client]
DRAFT = "2-sao-chep-nguyen-van.docx"


def without_copies(document: Document) -> None:
    """Every paragraph that is long enough to be copied is taken out but the first and the last of them."""
    long = [paragraph for paragraph in document.paragraphs if len(paragraph.text) > 120]
    for paragraph in long[1:-1]:
        paragraph._p.getparent().remove(paragraph._p)


def finding(text: str) -> Finding:
    return Finding("reuse.verbatim", "warning", 0, len(text), text, "m")


def test_equal_findings_count_as_often_as_they_are_there() -> None:
    a, b, c = finding("một"), finding("hai"), finding("ba")

    assert progress([a, a, b], [a, c, c]) == Progress(resolved=(a, b), new=(c, c), remaining=(a,))
    assert progress([], []) == Progress((), (), ())


def test_a_new_version_says_what_became_of_the_findings(client_of: ClientOf, samples: Path) -> None:
    client = client_of("drafter")
    path = begun(client, fresh(samples / "drafts" / DRAFT))
    found = len(json.loads(client.get(f"{path}/tep/so-lieu").data)["findings"])

    answer = send(client, "lan-2.docx", fresh(samples / "drafts" / DRAFT, without_copies), path)
    page = client.get(answer.location).text

    assert answer.location == path
    since = re.search(r"So với bản trước: đã xử lý (\d+), mới (\d+), còn lại (\d+)", page)
    assert since
    resolved, _, remaining = map(int, since.groups())
    assert resolved > 0
    assert remaining == found - resolved
    assert "Các bản đã có (2)" in page
    assert page.count("<strong>Đã kiểm tra</strong>") == 2


def test_each_version_is_opened_and_given_back(client_of: ClientOf, samples: Path) -> None:
    client, first = client_of("drafter"), fresh(samples / "drafts" / DRAFT)
    path = begun(client, first, "lan-1.docx")
    second = fresh(samples / "drafts" / DRAFT, without_copies)
    send(client, "lan-2.docx", second, path)

    old = client.get(f"{path}?ban=1").text

    assert "Đây là bản cũ" in old
    assert "So với bản trước" not in old
    assert "Bỏ qua chỗ này" not in old
    assert client.get(f"{path}/tep/goc?ban=1").data == first
    assert client.get(f"{path}/tep/goc").data == second
    assert client.get(f"{path}?ban=3").status_code == 404


def test_the_same_file_is_no_new_version(client_of: ClientOf, samples: Path) -> None:
    client, data = client_of("drafter"), fresh(samples / "drafts" / DRAFT)
    path = begun(client, data)

    target = send(client, "a.docx", data, path).location
    # The page's script looks first where it is led; then the browser goes there.
    looked = client.get(target, headers={"X-Requested-With": "XMLHttpRequest"}).text
    page = client.get(target).text

    assert "giống hệt bản 1" not in looked
    assert "giống hệt bản 1" in page
    assert "Các bản đã có (1)" in page


def test_a_form_that_is_sent_twice_makes_one_version(client_of: ClientOf, samples: Path) -> None:
    client = client_of("drafter")
    path, data = begun(client, fresh(samples / "drafts" / DRAFT)), fresh(samples / "drafts" / DRAFT, without_copies)
    token = once(client, path)

    for _ in range(2):
        assert send(client, "a.docx", data, path, token).status_code == 303

    assert "Các bản đã có (2)" in client.get(path).text


def test_the_file_that_is_there_is_checked_again(client_of: ClientOf, samples: Path) -> None:
    client = client_of("drafter")
    path = begun(client, fresh(samples / "drafts" / DRAFT))
    page = client.get(path).text
    id = page.partition('name="lai" value="')[2].partition('"')[0]

    assert client.post(f"{path}/ban-moi", data={"once": once(client, path), "lai": id}).status_code == 303

    found = len(json.loads(client.get(f"{path}/tep/so-lieu").data)["findings"])
    assert f"đã xử lý 0, mới 0, còn lại {found}" in client.get(path).text


def test_a_wrong_file_is_told_on_the_page_of_the_draft(client_of: ClientOf, samples: Path) -> None:
    client = client_of("drafter")
    path = begun(client, fresh(samples / "drafts" / DRAFT))

    answer = send(client, "trong.docx", b"", path)

    assert answer.status_code == 422
    assert "tệp trống" in answer.text
    assert "Các bản đã có (1)" in answer.text
