"""Files that LibreOffice makes Word files of: the same text, the same look, and a clear word where it cannot."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from one_text import converted

from drafter import read
from drafter.errors import CorruptFile, MissingOffice
from drafter.layout.check import layout
from drafter.layout.converted import NOT_CARRIED
from drafter.readers import programs, read_bytes
from drafter.readers.office import read_rtf

FILTERS = {"doc": "doc:MS Word 97", "odt": "odt:writer8", "rtf": "rtf:Rich Text Format"}
DRAFTS = ("2-sao-chep-nguyen-van", "5-cong-van-ung-pho-mua-lu", "6-ke-hoach-dang-uy")

each_form = pytest.mark.parametrize("form", FILTERS)


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A folder with three drafts of the project as LibreOffice saves them in its other formats."""
    folder = tmp_path_factory.mktemp("saved")
    drafts = [str(samples / "drafts" / f"{name}.docx") for name in DRAFTS]
    for form in FILTERS.values():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(programs.office()), profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
        subprocess.run([*command, *drafts], check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.office
class TestConverted:
    @each_form
    def test_text_and_layout_are_those_of_the_word_file(self, form: str, saved: Path, samples: Path) -> None:
        for name in DRAFTS:
            before, after = read(samples / "drafts" / f"{name}.docx"), read(saved / f"{name}.{form}")

            assert after.text == before.text
            assert (after.origin, after.is_converted, after.name) == (form, True, f"{name}.{form}")
            expected, found = layout(before), layout(after)
            left_out = NOT_CARRIED[after.origin]
            rules = [one.rule for one in expected.findings if one.rule not in left_out]
            assert Counter(one.rule for one in found.findings) == Counter(rules)
            assert set(found.evaluated) == set(expected.evaluated) - left_out
            assert left_out & set(expected.evaluated) <= set(found.not_evaluated)

    def test_page_numbers_that_get_lost_on_the_way_are_not_missed(self, samples: Path, tmp_path: Path) -> None:
        """Its second section has the headers of the first."""
        decision = samples / "superior" / "QD-1127-UBND.docx"
        after = layout(read(converted(decision, FILTERS["doc"], tmp_path)))

        assert Counter(one.rule for one in after.findings) == Counter(
            one.rule for one in layout(read(decision)).findings
        )
        assert {"nd30.PN-01", "nd30.ND-09"} <= set(after.not_evaluated)

    def test_the_content_tells_what_a_file_is_and_not_its_name(self, saved: Path) -> None:
        data = (saved / f"{DRAFTS[1]}.rtf").read_bytes()

        assert read_bytes("a.doc", data).origin == "rtf"

    @pytest.mark.parametrize(("form", "kept"), [("odt", 0.6), ("rtf", 0.6)])
    def test_a_file_cut_short(self, form: str, kept: float, saved: Path) -> None:
        data = (saved / f"{DRAFTS[1]}.{form}").read_bytes()

        with pytest.raises(CorruptFile):
            read_bytes("a", data[: int(len(data) * kept)])

    @pytest.mark.shared
    def test_a_real_document_of_word_97(self, shared: Path) -> None:
        folder = shared / "data" / "docx"

        assert read(folder / "nd30-Phuluc3.doc").text == read(folder / "nd30-Phuluc3.docx").text


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "_office_folders", lambda: iter(()))

    with pytest.raises(MissingOffice, match="hãy cài LibreOffice"):
        read_rtf("a.rtf", rb"{\rtf1 a}")
