"""Every skeleton, filled and empty, before the checker of layout and before LibreOffice."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from filling import ALL, PARTY, STATE, WHEN, full, judged, text_of
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.layout.rules import PARTY as PARTY_RULES
from drafter.layout.rules import STATE as STATE_RULES
from drafter.nlp.kinds import KINDS
from drafter.readers import read_bytes
from drafter.templates.forms import Form, form_of, forms
from drafter.templates.skeleton import skeleton
from drafter.templates.values import values_of

COPY_RULES = {"nd30.BS-01", "nd30.BS-02", "nd30.BS-03", "nd30.BS-04", "nd30.ND-08"}
EACH = pytest.mark.parametrize("form", ALL, ids=[f"{'party' if one.party else 'state'}-{one.symbol}" for one in ALL])


def test_there_is_a_form_for_each_kind_of_the_decree_and_each_kind_of_copy() -> None:
    named = [kind.symbol for kind in KINDS if "state" in kind.families]

    assert sorted(form.symbol for form in forms()) == sorted(named)
    assert len(named) == 29 + 3
    assert {"NQ", "QĐ", "CT", "KL", "QC", "QyĐ", "TB", "HD", "KH", "CTr", "BC", "TTr", "CV", "GM", "BB"} <= {
        form.symbol for form in forms(party=True)
    }


@EACH
def test_a_filled_skeleton_has_no_fault(form: Form) -> None:
    found = judged(form, full(form))

    assert [(one.rule, one.message) for one in found.findings] == []
    whole = PARTY_RULES if form.party else STATE_RULES
    assert set(found.evaluated) == set(COPY_RULES if form.symbol in ("SY", "TrS", "SL") else whole)
    assert skeleton(form, values_of(form, full(form)), WHEN).gaps == 0


@EACH
def test_an_empty_skeleton_has_gaps_and_no_other_fault(form: Form) -> None:
    found = judged(form, {})

    # That the block of a copy has no signer yet is information of its own.
    assert [one.rule for one in found.findings if one.severity != "info"] == (
        ["hd05.D-11"] if form.party else ["nd30.ND-08"]
    )
    assert found.evaluated
    assert skeleton(form, values_of(form, {}), WHEN).gaps >= 4


@pytest.mark.parametrize("name", ["organ", "subject", "place", "addressees", "recipients", "signer", "unit", "title"])
def test_whatever_is_missing_is_reported(name: str) -> None:
    form = form_of("CV")
    given_ = {key: value for key, value in full(form).items() if key != name}
    if name == "title":
        del given_["authority"]

    assert [one.rule for one in judged(form, given_).findings] == ["nd30.ND-08"]


@pytest.mark.parametrize("name", ["number", "date"])
def test_a_draft_may_be_without_number_and_day(name: str) -> None:
    form = form_of("KH")

    assert not judged(form, {key: value for key, value in full(form).items() if key != name}).findings


@EACH
def test_nothing_of_another_program_is_left_in_the_file(form: Form) -> None:
    data = skeleton(form, values_of(form, full(form)), WHEN).data
    made = docx.Document(io.BytesIO(data))

    assert {style.name for style in made.styles} <= {
        "Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Nội dung"
    }  # fmt: skip
    assert (made.core_properties.language, made.core_properties.comments) == ("vi-VN", "")
    assert made.core_properties.title.startswith(form.name)
    assert b"vi-VN" in made.styles.element.xml.encode()
    read = read_bytes("a.docx", data)
    assert {run.format.font for one in read.paragraphs for run in one.runs} == {"Times New Roman"}


def test_a_plan_in_the_order_of_form_1_4() -> None:
    form = form_of("KH")
    lines = [line for line in text_of(form, {**full(form), "lead": "Phòng Kinh tế"}).split("\n") if line.strip()]

    assert lines[:9] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ BẢN MÂY",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/KH-UBND",
        "Bản Mây, ngày 05 tháng 02 năm 2026",
        "KẾ HOẠCH",
        "Rà soát hồ sơ tồn đọng năm 2026",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    ]
    assert "a) Chủ trì: Phòng Kinh tế;" in lines
    assert lines[-7:] == [
        "Nơi nhận:",
        "- UBND tỉnh (để báo cáo);",
        "- Các thôn;",
        "- Lưu: VT, KT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hoàng Thị Lan",
    ]


@pytest.mark.parametrize(
    ("kind", "party", "said"),
    [
        ("CV", False, "Số: 05/UBND-KT"),
        ("CV", False, "V/v rà soát hồ sơ tồn đọng năm 2026"),
        ("QĐ", False, "Về việc rà soát hồ sơ tồn đọng năm 2026"),
        ("QĐ", False, "- Như Điều 3;"),
        ("QyĐ", False, "Số: 05/QyĐ-UBND"),
        ("TTr", False, "- Như trên;"),
        ("CĐ", False, "Ủy ban nhân dân xã Bản Mây điện:"),
        ("BB", False, "- Lưu: VT, Hồ sơ."),
        ("SY", False, "Số: 05/SY-UBND"),
        ("KH", True, "Số 05-KH/ĐU"),
        ("QyĐ", True, "Số 05-QĐ/ĐU"),
        ("CV", True, "về việc rà soát hồ sơ tồn đọng năm 2026"),
        ("TTr", True, "Kính trình:"),
        ("KH", True, "- Lưu Văn phòng Đảng ủy."),
        ("QĐ", True, "ĐẢNG ỦY XÃ BẢN MÂY QUYẾT ĐỊNH"),
    ],
)
def test_what_a_kind_has_of_its_own(kind: str, party: bool, said: str) -> None:
    form = form_of(kind, party)

    assert said in text_of(form, full(form)).split("\n")


def test_a_record_is_signed_by_two_and_not_dated_above() -> None:
    text = text_of(form_of("BB"), full(form_of("BB")))

    assert "THƯ KÝ" in text and "CHỦ TỌA" in text and "Lò Văn Thành" in text
    assert "ngày 05 tháng 02" not in text


def test_a_body_takes_the_place_of_the_outline() -> None:
    form = form_of("QĐ")
    own = {**STATE, "body": ["Điều 1. Thành lập Tổ rà soát.", "Điều 2. Phòng Kinh tế thi hành Quyết định này."]}
    text = text_of(form, own)

    assert "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ rà soát.\nĐiều 2. Phòng Kinh tế thi hành Quyết định này./." in text
    assert "- Như Điều 2;" in text
    assert not judged(form, own).findings


def test_the_heads_of_councils_sign_for_them() -> None:
    text = text_of(form_of("KH"), {"organ": "Uỷ ban nhân dân phường Hà Đông", "title": "Chủ tịch"})

    assert "TM. UỶ BAN NHÂN DÂN\nCHỦ TỊCH" in text


def test_a_unit_stands_below_its_office() -> None:
    own = {"superior": "UBND xã Bản Mây", "organ": "Phòng Văn hóa - Xã hội", "title": "Trưởng phòng"}
    text = text_of(form_of("BC"), own)

    assert text.startswith("UBND XÃ BẢN MÂY\nPHÒNG VĂN HÓA - XÃ HỘI")
    assert "/BC-VHXH" in text


_WORDS = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=60)
@given(organ=_WORDS, subject=_WORDS, signer=_WORDS, lead=_WORDS, recipients=st.lists(_WORDS, max_size=4))
def test_any_characters_make_a_file(organ: str, subject: str, signer: str, lead: str, recipients: list[str]) -> None:
    given_ = {"organ": organ, "subject": subject, "signer": signer, "lead": lead, "recipients": recipients}

    assert text_of(form_of("KH"), given_)


def test_decomposed_letters_and_odd_characters_are_set_right() -> None:
    text = text_of(form_of("KH"), {"signer": "Hoa\u0300ng \x0bThi\u0323\u200b Lan", "lead": "<b>&{bases}</b>"})

    assert "Hoàng Thị Lan" in text
    assert "a) Chủ trì: <b>&{bases}</b>;" in text


@pytest.mark.office
def test_libreoffice_opens_every_skeleton(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for number, form in enumerate(ALL):
        (tmp_path / f"{number}.docx").write_bytes(skeleton(form, values_of(form, full(form)), WHEN).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=300)
    for number, form in enumerate(ALL):
        shown = (tmp_path / f"{number}.txt").read_text("utf-8-sig")
        assert str((PARTY if form.party else STATE)["signer"]) in shown
        assert form.symbol == "CV" or form.name.upper() in shown
