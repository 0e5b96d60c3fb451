"""Every finding in every sample: the Word comment's range is the finding's text, and LibreOffice opens the file."""

import shutil
import subprocess
from pathlib import Path

import pytest
from test_word import anchored, check, typed

from drafter import Corpus, read, review
from drafter.render.word import commented

DRAFTS = sorted((Path(__file__).parents[2] / "corpus" / "drafts").glob("*.docx"))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_each_comment_stands_on_the_text_of_its_finding(path: Path, library: Corpus) -> None:
    document = read(path)
    report = review(document, library)
    result = commented(path.read_bytes(), report)
    check(document, list(report.findings), result)
    assert sorted(anchored(result).values()) == sorted(typed(document, finding.span) for finding in report.findings)


@pytest.mark.office
def test_libreoffice_opens_the_commented_samples(library: Corpus, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for path in DRAFTS:
        (tmp_path / path.name).write_bytes(commented(path.read_bytes(), review(read(path), library)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=180)
    for path in DRAFTS:
        exported = (tmp_path / path.name).with_suffix(".txt").read_text("utf-8-sig")
        assert read(path).paragraphs[-1].span.of(read(path).text).strip() in exported
