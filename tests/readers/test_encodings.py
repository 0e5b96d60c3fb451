"""Old encodings of Vietnamese: their tables, their fonts, and how a text tells which it is in."""

import shutil
import subprocess
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from old_texts import ALPHABET, CAPITALS, HEAD, PARAGRAPH, bytes_in, shown_in

from drafter.document import Encoding
from drafter.errors import UndecodableFile
from drafter.readers import read_bytes
from drafter.readers.encodings import ENCODINGS, decoded, encoding_of_font, recognised, shows_capitals, turned
from drafter.readers.encodings.grammar import is_syllable
from drafter.readers.encodings.tables import LETTERS, table

MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam"
KNOWN: list[tuple[Encoding, str, str]] = [
    ("TCVN3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", MOTTO),
    ("TCVN3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("TCVN3", "QuyÕt ®Þnh cña Thñ t\u00adíng ChÝnh phñ", "Quyết định của Thủ tướng Chính phủ"),
    ("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", MOTTO),
    ("VNI", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ("VNI", "UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
    ("VNI", "Uûy ban, Kyø hoïp", "Ủy ban, Kỳ họp"),
    ("VISCII", "Cµng hòa xã hµi chü nghîa Vi®t Nam", MOTTO),
    ("VISCII", "Ðµc l§p - Tñ do - HÕnh phúc", "Độc lập - Tự do - Hạnh phúc"),
    ("VPS", "C¶ng hòa xã h¶i chû nghïa ViŒt Nam", MOTTO),
    ("VPS", "ñ¶c lÆp - T¿ do - Hånh phúc", "Độc lập - Tự do - Hạnh phúc"),
    ("CP1258", "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam", MOTTO),
]


@pytest.mark.parametrize(("encoding", "shown", "text"), KNOWN)
def test_known_texts(encoding: Encoding, shown: str, text: str) -> None:
    assert decoded(shown, encoding).text == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_has_its_own_characters(encoding: Encoding) -> None:
    letters = ALPHABET if encoding != "TCVN3" else LETTERS + "ĂÂÊÔƠƯĐ"
    shown = [shown_in(letter, encoding) for letter in letters]

    assert len(set(shown)) == len(letters)
    assert [decoded(one, encoding).text for one in shown] == list(letters)


@pytest.mark.parametrize("encoding", ["TCVN3", "VISCII"])
def test_the_tables_are_those_of_another_program(encoding: Encoding) -> None:
    if not shutil.which("iconv"):
        pytest.skip("iconv is not installed")
    letters = ALPHABET if encoding != "TCVN3" else LETTERS + "ĂÂÊÔƠƯĐ"
    name = "TCVN5712-1" if encoding == "TCVN3" else encoding
    command = ["iconv", "-f", name, "-t", "UTF-8"]
    # A combining tone may follow in that code: a blank keeps the letters apart.
    done = subprocess.run(command, input=bytes_in(" ".join(letters), encoding), capture_output=True, timeout=30)
    if done.returncode:
        pytest.skip(f"iconv does not know {name}")

    assert done.stdout.decode() == " ".join(letters)


def test_cp1258_is_that_of_python() -> None:
    bases = [letter for letter in ALPHABET + "aeiouyAEIOUY" if len(unicodedata.normalize("NFD", letter)) <= 2]
    for base, tone in product(bases, "\u0300\u0301\u0303\u0309\u0323"):
        letter = unicodedata.normalize("NFC", base + tone)
        try:
            data = (base + tone).encode("cp1258")
        except UnicodeEncodeError:
            continue
        if len(letter) == 1:
            assert decoded(data.decode("cp1252"), "CP1258").text == letter
    assert decoded("đĐăĂơƠưƯâêô".encode("cp1258").decode("cp1252"), "CP1258").text == "đĐăĂơƠưƯâêô"


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text(st.sampled_from(ALPHABET + "abcdeghiklmnopqrstuvxyABCDEO .,-/()12\n"), max_size=60))
def test_what_is_written_is_read(encoding: Encoding, text: str) -> None:
    read = decoded(shown_in(text, encoding), encoding, font="")

    assert read.text == ("".join(c.lower() if c in CAPITALS and c not in "ĂÂÊÔƠƯĐ" else c for c in text)
                         if encoding == "TCVN3" else text)  # fmt: skip


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text(st.sampled_from(ALPHABET + "aoeiuyAOEtng ù«µ·x"), max_size=40))
def test_every_letter_knows_where_it_stood(encoding: Encoding, text: str) -> None:
    shown = shown_in(text, encoding)
    read = decoded(shown, encoding, font="")

    assert len(read.offsets) == len(read.text) + 1
    assert (read.offsets[0], read.offsets[-1]) == (0, len(shown))
    for at, letter in enumerate(read.text):
        own = shown[read.offsets[at] : read.offsets[at + 1]]
        assert own == letter or table(encoding).letters[own] == letter


def test_letters_that_an_encoding_has_not_stay() -> None:
    assert decoded("Müller “2003” – ½ €", "VNI").text == "Müller “2003” – ½ €"
    assert decoded("nhà ế", "TCVN3").text == "nhà ế"


@pytest.mark.parametrize(
    ("name", "encoding", "capitals"),
    [
        (".VnTime", "TCVN3", False),
        (".VnTimeH", "TCVN3", True),
        (".VnArial NarrowH", "TCVN3", True),
        (".VnArialH Bold", "TCVN3", True),
        (".VNTIME", "TCVN3", False),
        ("ABCDEF+.VnTimeH,Bold", "TCVN3", True),
        ("ABCDEF+.VnTime-Italic", "TCVN3", False),
        ("VNI-Times", "VNI", False),
        ("VNI Helve", "VNI", False),
        ("VPS Times", "VPS", False),
        ("VPS-Helv", "VPS", False),
        ("VI Times", "VISCII", False),
        ("HoangYen", "VISCII", False),
        ("Times New Roman", None, False),
        ("UTM Avo", None, False),
        ("Vineta BT", None, False),
        ("Vivaldi", None, False),
        ("Viner Hand ITC", None, False),
        ("Verdana", None, False),
        ("", None, False),
        (None, None, False),
    ],
)
def test_what_a_font_is_made_for(name: str | None, encoding: Encoding | None, capitals: bool) -> None:
    assert encoding_of_font(name) == encoding
    assert shows_capitals(name or "") == capitals


def test_a_font_of_capitals_shows_capitals() -> None:
    assert decoded("céng hoµ", "TCVN3", ".VnTimeH").text == "CỘNG HOÀ"
    assert decoded("CéNG HOµ", "TCVN3", ".VnTime").text == "CộNG HOà"
    assert decoded("CéNG HOµ X· HéI, V¨n, Sè: 12/KH", "TCVN3").text == "CỘNG HOÀ XÃ HỘI, Văn, Số: 12/KH"


def test_capitals_are_not_taken_from_abbreviations() -> None:
    assert decoded("Vô PC, L« CN15, PHô LôC Sè 1, NéI Vô", "TCVN3").text == "Vụ PC, Lô CN15, PHỤ LỤC SỐ 1, NỘI VỤ"


def test_letters_among_the_controls() -> None:
    text = "BỘ NỘI VỤ\nPHỤ LỤC\nDanh mục biểu mẫu kèm theo Thông tư này"

    assert read_bytes("a.txt", bytes_in(text, "VPS")).text == text
    assert read_bytes("a.txt", bytes_in("PHỤ LỤC SỐ BỘ NỘI VỤ", "VPS")).text == "PHỤ LỤC SỐ BỘ NỘI VỤ"


def test_codes_that_pdf_programs_write_otherwise_are_letters_among_letters() -> None:
    assert decoded("n\u2212íc, 5 \u2212 3, \u22122", "TCVN3").text == "nước, 5 \u2212 3, \u22122"
    assert decoded("x\u2219 héi", "TCVN3").text == "xã hội"


@pytest.mark.parametrize("words", ["Nghĩa nghiêng quyết QUỐC huỳnh hoà hòa khuya giếng", "gì gìn ương thuở Ủy yếu ở"])
def test_syllables(words: str) -> None:
    assert [word for word in words.split() if not is_syllable(word)] == []


@pytest.mark.parametrize("words", ["cac cộNg Müller été quốcs ngiêm kà cế hoàà", "bấb über ñy thuở̉ Kßln ngệ"])
def test_no_syllables(words: str) -> None:
    assert [word for word in words.split() if is_syllable(word)] == []


TEXTS = [PARAGRAPH, f"{HEAD}\n\n{PARAGRAPH}", "Số: 12/KH-UBND\nQuyết định về việc khen thưởng\nHết"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS, ids=["paragraph", "letterhead", "short lines"])
def test_a_text_file_is_read_exactly(encoding: Encoding, text: str) -> None:
    document = read_bytes("cu.txt", bytes_in(text, encoding))

    # A single capital with a tone has no code in TCVN3: the first letter of a sentence reads small.
    assert document.text == (text.replace("Ủy ban", "ủy ban") if encoding == "TCVN3" else text)
    assert {one.encoding for one in document.recoded} == {encoding}
    assert [one.span.of(document.text) for one in document.recoded] == [
        line for line in document.text.split("\n") if not line.isascii()
    ]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_lines_of_an_old_encoding_within_unicode_are_turned(encoding: Encoding) -> None:
    text = f"Ghi chú: chép từ tệp cũ\r\n{shown_in(PARAGRAPH, encoding)}\r\nLe café de Zoë, où Müller dîne.\r\n"
    document = read_bytes("lan.txt", text.encode())

    assert [one.encoding for one in document.recoded] == [encoding]
    own = document.recoded[0].span.of(document.text)
    assert own.lower() == PARAGRAPH.lower()
    assert document.text == f"Ghi chú: chép từ tệp cũ\r\n{own}\r\nLe café de Zoë, où Müller dîne.\r\n"
    assert [one.span.of(document.text) for one in document.paragraphs][1] == own


def test_two_encodings_in_one_file_of_bytes() -> None:
    other = PARAGRAPH.replace("Ủy ban", "Và ủy ban")
    document = read_bytes("hai.txt", bytes_in(PARAGRAPH, "VNI") + b"\n" + bytes_in(other, "TCVN3"))

    assert document.text == f"{PARAGRAPH}\n{other}"
    assert [one.encoding for one in document.recoded] == ["VNI", "TCVN3"]


FRENCH = "Le ministre a décidé où l'été sera célébré, à côté de l'hôtel ; la forêt brûlée, déjà là. Élève naïf, Noël."
GERMAN = "Für die Übung können schöne Mädchen größere Füße hören; Köln, Zürich und München über Straßen."
SPANISH = "El niño español mañana está aquí también; él comió más jamón, según José Martínez."
ENGLISH = "The café’s naïve façade: 5 µm, 7 µg, 2×3 = 6 ± ½, «Windows®» © 2020 · item, résumé"
FLAT = "cà phê, ông bà, không có gì, lá cờ, mô tê"


@pytest.mark.parametrize("text", [FRENCH, GERMAN, SPANISH, ENGLISH, FLAT, "Kế hoạch số 12", "1.234 5%", "Plain ASCII"])
def test_what_is_no_old_encoding_stays_as_it_is(text: str) -> None:
    assert turned(text) == (text, ())
    assert recognised(text) is None


@pytest.mark.parametrize("text", [FRENCH, GERMAN, SPANISH, ENGLISH])
def test_bytes_of_another_language_are_not_guessed(text: str) -> None:
    with pytest.raises(UndecodableFile):
        read_bytes("khac.txt", text.encode("cp1252"))


@given(st.binary(min_size=1, max_size=80).map(lambda data: b"\xff" + data.replace(b"\0", b" ")))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        text = read_bytes("x.txt", data).text
    except Exception as error:
        assert type(error).__module__ == "drafter.errors"
    else:
        assert text


@given(st.text(st.sampled_from("aăâeêioôơuưyđbcghknt ngáàảãạếềệ\u0301\n"), min_size=1, max_size=60))
def test_unicode_is_never_touched(text: str) -> None:
    text = f"Đế {text}"
    assert read_bytes("u.txt", text.encode()).text == text
    assert turned(text.replace("\n", " ")) == (text.replace("\n", " "), ())
