"""Whether stored documents are in force, what they do with others, and tables that say it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from stored_texts import item, prose

from drafter.cli import main
from drafter.corpus import Corpus, Relation, Standing, Statement
from drafter.corpus.relating import read_statements
from drafter.errors import MalformedSidecar, MissingFile, NotAFile

OLD = {"number": "110/2004/NĐ-CP", "kind": "NĐ", "issuer": "Chính phủ", "date": "2004-04-08"}
NEW = {"number": "30/2020/NĐ-CP", "kind": "NĐ", "issuer": "Chính phủ", "date": "2020-03-05"}
PLAN = {"number": "12/KH-UBND", "kind": "KH", "issuer": "Ủy ban nhân dân xã Bản Mây", "date": "2026-02-03"}


def stored(corpus: Corpus, *known: dict[str, str]) -> list[int]:
    """The ids of documents of which this is known."""
    return [corpus._put([item(seed, **one)])[0].id for seed, one in enumerate(known)]


def test_what_is_said_of_a_document_stays_when_it_is_replaced_and_goes_with_it(corpus: Corpus) -> None:
    (first,) = stored(corpus, OLD)
    said = Statement("110/2004/NĐ-CP", "", Standing("expired", "2020-03-05", "30/2020/NĐ-CP"))

    assert corpus.relate([said]) == []
    corpus._put([item(9, "van-ban-0.txt", **OLD)])

    assert corpus.standings([first]) == {first: Standing("expired", "2020-03-05", "30/2020/NĐ-CP")}
    corpus.remove(first)
    assert corpus.standings([first]) == corpus.relations([first]) == {}


def test_a_document_is_replaced_by_the_one_that_says_so(corpus: Corpus) -> None:
    old, new = stored(corpus, OLD, NEW)

    corpus.relate([Statement(str(new), relations=(Relation("replaces", "110 /2004/NĐ-CP"),))])

    assert corpus.relations([old, new]) == {new: (Relation("replaces", "110 /2004/NĐ-CP"),)}
    assert corpus.standings([old, new]) == {old: Standing("replaced", "2020-03-05", "30/2020/NĐ-CP")}


def test_what_replaces_weighs_more_than_what_amends_and_what_is_said_most(corpus: Corpus) -> None:
    amending = NEW | {"number": "09/2010/NĐ-CP", "date": "2010-02-08"}
    old, new, between = stored(corpus, OLD, NEW, amending)
    corpus.relate([Statement(str(between), relations=(Relation("amends", OLD["number"]),))])
    assert corpus.standings([old]) == {old: Standing("amended", "2010-02-08", "09/2010/NĐ-CP")}

    corpus.relate([Statement(str(new), relations=(Relation("replaces", OLD["number"]),))])
    assert corpus.standings([old]) == {old: Standing("replaced", "2020-03-05", "30/2020/NĐ-CP")}

    corpus.relate([Statement(str(old), standing=Standing("in_force"))])
    assert corpus.standings([old]) == {old: Standing("in_force")}


def test_of_a_number_that_several_offices_have_each_speaks_of_its_own(corpus: Corpus) -> None:
    other = PLAN | {"issuer": "Ủy ban nhân dân xã Suối Hồng"}
    later = PLAN | {"number": "40/KH-UBND", "date": "2026-05-06"}
    mine, theirs, new = stored(corpus, PLAN, other, later)

    corpus.relate([Statement(str(new), relations=(Relation("replaces", "12/KH-UBND"),))])

    assert corpus.standings([mine, theirs]) == {mine: Standing("replaced", "2026-05-06", "40/KH-UBND")}


def test_what_is_said_again_takes_the_place_of_what_was_said_of_the_same_sort(corpus: Corpus) -> None:
    (id_,) = stored(corpus, NEW)
    both = (Relation("replaces", "110/2004/NĐ-CP"), Relation("replaces", "09/2010/NĐ-CP"))

    corpus.relate([Statement(str(id_), relations=(*both, Relation("implements", "64/2006/QH11")))])
    corpus.relate([Statement(str(id_), relations=both[:1])])

    assert corpus.relations([id_]) == {id_: (both[0], Relation("implements", "64/2006/QH11"))}


def test_what_speaks_of_none_or_of_several_is_left(corpus: Corpus) -> None:
    mine, theirs = stored(corpus, PLAN, PLAN | {"issuer": "Ủy ban nhân dân xã Suối Hồng"})
    unknown, several = (Statement(sought, standing=Standing("expired")) for sought in ("7/2019/NĐ-CP", "12/KH-UBND"))
    named = Statement("12/KH-UBND", "UỶ BAN NHÂN DÂN XÃ SUỐI HỒNG", Standing("expired"))

    assert corpus.relate([unknown, several, named]) == [unknown, several]
    assert corpus.standings([mine, theirs]) == {theirs: Standing("expired")}


AS_TOLD = Statement(
    "30/2020/NĐ-CP",
    "Chính phủ",
    Standing("amended", "2026-01-15", "12/2026/NĐ-CP"),
    (Relation("replaces", "110/2004/NĐ-CP"), Relation("replaces", "09/2010/NĐ-CP")),
    2,
)


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        (
            "bang.csv",
            "Số, ký hiệu;Cơ quan ban hành;Tình trạng;Từ ngày;Bởi;Thay thế\n"
            '30/2020/NĐ-CP;Chính phủ;được sửa đổi;15/01/2026;12/2026/NĐ-CP;"110/2004/NĐ-CP; 09/2010/NĐ-CP"\n',
            2,
        ),
        (
            "documents.tsv",
            "file\tnumber\tissuer\tstatus\tsince\tby\treplaces\n\n"
            "a.docx\t30/2020/NĐ-CP\tChính phủ\tamended\t2026-01-15\t12/2026/NĐ-CP\t110/2004/NĐ-CP;09/2010/NĐ-CP\n",
            3,
        ),
        (
            "bang.json",
            '[{"number": "30/2020/NĐ-CP", "issuer": "Chính phủ", "status": "amended", "since": "2026-01-15", '
            '"by": "12/2026/NĐ-CP", "replaces": ["110/2004/NĐ-CP", "09/2010/NĐ-CP"], "note": 5, "amends": null}]',
            1,
        ),
        (
            "bang.jsonl",
            '\n{"number": "30/2020/NĐ-CP", "issuer": "Chính phủ", "status": "Hết hiệu lực một phần", '
            '"since": "15/1/2026", "by": "12/2026/NĐ-CP", "replaces": "110/2004/NĐ-CP; 09/2010/NĐ-CP"}\n',
            2,
        ),
    ],
)
def test_a_table_is_read_in_any_form(tmp_path: Path, name: str, content: str, line: int) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert [
        (one.sought, one.issuer, one.standing, one.relations, one.line) for one in read_statements(tmp_path / name)
    ] == [(AS_TOLD.sought, AS_TOLD.issuer, AS_TOLD.standing, AS_TOLD.relations, line)]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "a.csv",
            "status\nexpired\n",
            "a.csv, dòng 1: thiếu cột “number” (số, ký hiệu); hãy thêm cột này vào dòng tiêu đề.",
        ),
        (
            "a.csv",
            "number,status\n,expired\n",
            "a.csv, dòng 2: chưa ghi số, ký hiệu; hãy điền cột “number” hoặc xóa dòng này.",
        ),
        (
            "a.csv",
            "number,status\n5/QĐ-UBND,cũ\n",
            "a.csv, dòng 2: tình trạng “cũ” không rõ; hãy ghi: còn hiệu lực, được sửa đổi, bị thay thế "
            "hoặc hết hiệu lực.",
        ),
        (
            "a.csv",
            "number,status,since\n5/QĐ-UBND,expired,hôm qua\n",
            "a.csv, dòng 2: ngày “hôm qua” không đúng; hãy viết dạng 2025-11-19 hoặc 19/11/2025.",
        ),
        ("a.json", '[{"number": ', "a.json, dòng 1: không phải JSON đúng quy cách; hãy kiểm tra lại tệp."),
        ("a.json", "[5]", "a.json, dòng 1: không phải một đối tượng JSON; hãy viết {…} cho mỗi văn bản."),
    ],
)
def test_a_table_that_cannot_be_followed_is_refused(tmp_path: Path, name: str, content: str, sentence: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(MalformedSidecar) as told:
        read_statements(tmp_path / name)

    assert str(told.value) == sentence


def test_a_table_that_is_not_there_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"^a\.json: không tìm thấy tệp; hãy kiểm tra lại đường dẫn\.$"):
        read_statements(tmp_path / "a.json")
    with pytest.raises(NotAFile, match=f"^{tmp_path.name}: "):
        read_statements(tmp_path)


def test_the_command_notes_shows_and_names_what_is_left(tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, list[str], str]:
        done = CliRunner().invoke(main, ["--home", str(tmp_path / "home"), "corpus", *words], prog_name="drafter")
        return done.exit_code, done.stdout.splitlines(), done.stderr

    (tmp_path / "cu.txt").write_text(prose(1), encoding="utf-8")
    (tmp_path / "documents.csv").write_text(
        "file,number,issuer,date,status,since,by,implements\n"
        "cu.txt,110/2004/NĐ-CP,Chính phủ,2004-04-08,bị thay thế,2020-03-05,30/2020/NĐ-CP,32/2001/QH10\n",
        encoding="utf-8",
    )
    (tmp_path / "la.csv").write_text("number,status\n7/2019/NĐ-CP,hết hiệu lực\n", encoding="utf-8")
    run("add", str(tmp_path / "cu.txt"))

    assert run("relate", str(tmp_path / "documents.csv")) == (0, ["Đã ghi 1 văn bản."], "")
    assert run("relate", str(tmp_path / "la.csv")) == (
        2,
        ["Đã ghi 0 văn bản."],
        "la.csv, dòng 2: kho không có, hoặc có nhiều văn bản số 7/2019/NĐ-CP; hãy thêm văn bản ấy trước, "
        "hoặc ghi mã ở cột “id”.\n",
    )
    shown = run("show", "1")[1]
    assert "Hiệu lực:      đã bị thay thế bởi 30/2020/NĐ-CP từ 05/03/2020" in shown
    assert "Thực hiện:     32/2001/QH10" in shown
    for listed in (run("list", "--format", "json"), run("show", "1", "--format", "json")):
        record = json.loads(listed[1][0])
        assert record["standing"] == {"status": "replaced", "since": "2020-03-05", "by": "30/2020/NĐ-CP"}
        assert record["relations"] == [{"kind": "implements", "number": "32/2001/QH10"}]
