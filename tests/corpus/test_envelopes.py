"""edXML envelopes with Word files of the project: added to the corpus, stopped midway, checked."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from letters import edoc, qcvn
from stored_texts import Place, assert_consistent, prose
from test_adding import add, statuses, stopped

from drafter.cli import main
from drafter.corpus import Added, Corpus, Entry

PLAN, PARTY_PLAN, LETTER = (
    "2-sao-chep-nguyen-van.docx",
    "6-ke-hoach-dang-uy.docx",
    "5-cong-van-ung-pho-mua-lu.docx",
)
"""Drafts: their numbers and days are blank."""
ABOVE = "KH-386-UBND.docx"


@pytest.fixture
def word(samples: Path) -> Callable[[str], bytes]:
    """The bytes of a Word file of the project, by its name."""

    def word(name: str) -> bytes:
        return next(samples.glob(f"*/{name}")).read_bytes()

    return word


def entries(corpus: Corpus, path: Path) -> list[Entry]:
    results = add(corpus, path)
    assert set(statuses(results)) <= {"added", "unchanged"}
    return [corpus.entry(result.id) for result in results if isinstance(result, Added)]


def known(entry: Entry) -> tuple[str, str, str, str]:
    return entry.number, entry.kind, entry.date, entry.issuer


@pytest.mark.parametrize(
    ("letter", "first", "said"),
    [
        (qcvn, PLAN, ("22/KH-UBND", "KH", "2026-03-05", "UBND xã Bản Mây")),
        (edoc, PARTY_PLAN, ("87-KH/ĐU", "KH", "2026-03-05", "Đảng ủy xã Bản Mây")),
    ],
    ids=["QCVN 102", "eDoc"],
)
def test_what_the_document_leaves_blank_its_envelope_says(
    letter: Callable[..., bytes],
    first: str,
    said: tuple[str, ...],
    corpus: Corpus,
    word: Callable[[str], bytes],
    tmp_path: Path,
) -> None:
    file = tmp_path / "vb.edxml"
    file.write_bytes(letter({first: word(first), ABOVE: word(ABOVE)}, said[3]))

    ours, theirs = entries(corpus, file)

    assert (ours.name, known(ours), ours.doubts) == (f"vb.edxml › {first}", said, {})
    assert (theirs.name, theirs.number, theirs.date) == (f"vb.edxml › {ABOVE}", "386/KH-UBND", "2026-08-05")
    assert statuses(add(corpus, file)) == ["unchanged"] * 2
    assert known(corpus.entry(ours.id)) == said
    assert_consistent(corpus)


def test_an_envelope_whose_document_cannot_be_read_says_nothing_of_the_next_file(
    corpus: Corpus, word: Callable[[str], bytes], tmp_path: Path
) -> None:
    file = tmp_path / "vb.edxml"
    file.write_bytes(qcvn({"hỏng.docx": word(PLAN)[:3000], ABOVE: word(ABOVE)}))

    refused, added = add(corpus, file)

    assert statuses([refused])[0].startswith("vb.edxml › hỏng.docx: tệp bị hỏng")
    assert isinstance(added, Added)
    assert corpus.entry(added.id).number == "386/KH-UBND"


def test_a_sidecar_is_believed_before_the_envelope(
    corpus: Corpus, word: Callable[[str], bytes], tmp_path: Path
) -> None:
    (tmp_path / "vb.edxml").write_bytes(qcvn({PLAN: word(PLAN)}))
    (tmp_path / "documents.tsv").write_text("file\tnumber\nvb.edxml\t64/KH-UBND\n", encoding="utf-8")

    (entry,) = entries(corpus, tmp_path)

    assert (entry.number, entry.date) == ("64/KH-UBND", "2026-03-05")


def test_a_killed_import_of_envelopes_goes_on_where_it_was(
    place: Place, word: Callable[[str], bytes], samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "vào"
    folder.mkdir()
    files = sorted(samples.glob("*/*.docx"))
    for number, file in enumerate(files, 1):
        annex = prose(number, 6_000).encode()
        letter = (qcvn, edoc)[number % 2]({file.name: file.read_bytes(), "phụ lục.txt": annex}, number=number)
        (folder / f"{number:02}.edxml").write_bytes(letter)
    status, _ = stopped(place, folder, signal.SIGKILL)
    assert status == -signal.SIGKILL, "it was done before it could be killed"

    with place.open() as corpus:
        stored = len(corpus)
        assert 10 <= stored < 2 * len(files)
        assert_consistent(corpus)
        results = add(corpus, folder)
        assert sorted(statuses(results)) == ["added"] * (2 * len(files) - stored) + ["unchanged"] * stored
        found = {entry.name: entry.number for entry in corpus.documents() if "phụ lục" not in entry.name}
        assert found == {
            f"{number:02}.edxml › {file.name}": f"{number}-KH/ĐU" if number % 2 else f"{number}/KH-UBND"
            for number, file in enumerate(files, 1)
        }
        assert_consistent(corpus)


@pytest.mark.parametrize("letter", [qcvn, edoc])
def test_check_gives_each_document_inside_a_report_of_its_own(
    letter: Callable[..., bytes], word: Callable[[str], bytes], samples: Path, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "vb.edxml"
    file.write_bytes(letter({PLAN: word(PLAN), LETTER: word(LETTER)}))

    def reports(*paths: Path) -> list[dict]:
        done = CliRunner().invoke(main, ["--home", str(home), "check", "--format", "json", *map(str, paths)])
        assert done.exit_code in (0, 1), done.output
        return [json.loads(line) for line in done.stdout.splitlines()]

    inside, alone = reports(file), reports(samples / "drafts" / PLAN, samples / "drafts" / LETTER)

    assert [one["document"].pop("name") for one in inside] == [f"vb.edxml › {PLAN}", f"vb.edxml › {LETTER}"]
    assert [one["document"].pop("name") for one in alone] == [PLAN, LETTER]
    assert inside == alone
    assert any(finding["rule"] == "reuse.verbatim" for finding in inside[0]["findings"])
