"""Words written in capitals, lowered: offices' names as Phụ lục II Nghị định 30/2020/NĐ-CP writes them, titles as a
sentence goes on. A list of names and of the words that offices are named by, not a model of the language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from drafter.nlp.folding import fold, toneless
from drafter.nlp.offices import FORMER_PROVINCES, PROVINCES

# What an office is, and what it is for: capitals on the words as here (Phụ lục II, mục IV).
_HEADS = """
    Ban Chấp hành|Ban Thường vụ|Ban Chỉ đạo|Ban Quản lý|Ban Dân tộc|Ban Tổ chức|Ban Tuyên giáo|Ban Nội chính|Ban|Bộ
    Bộ Chỉ huy|Bộ Tư lệnh|Bộ trưởng|Thứ trưởng|Chánh Văn phòng|Cục|Cục trưởng|Chi cục|Đảng bộ|Đảng ủy|Chi bộ
    Giám đốc|Hội đồng|Kho bạc|Phòng|Sở|Thanh tra|Tổng cục|Trung tâm|Trường|Tiểu ban|Tổ công tác|Ủy ban|Văn phòng
    Viện|Vụ|Học viện|Hội|Liên đoàn|Liên hiệp|Trạm|Thuế|Chủ nhiệm|Tổng Thanh tra
"""
_FIELDS = """
    Biên phòng|Bưu chính|Chính sách|Công an|Công nghệ|Công nghiệp|Công sản|Công Thương|Chuyển đổi số|Dân tộc
    Dân vận|Du lịch|Doanh nghiệp|Đào tạo|Đầu tư|Đất đai|Đối ngoại|Đường bộ|Giao thông vận tải|Giáo dục|Hạ tầng
    Hải quan|Hành chính|Kế hoạch|Khoa học|Khoáng sản|Kiểm lâm|Kiểm tra|Kinh tế|Lao động|Lưu trữ|Môi trường
    Ngân hàng|Ngân sách|Ngoại giao|Nội chính|Nội vụ|Nông nghiệp|Nông thôn mới|Phát triển nông thôn|Pháp chế
    Phục vụ hành chính công|Quản lý công sản|Quân sự|Quốc phòng|Quy hoạch|Sở hữu trí tuệ|Tài chính|Tài nguyên
    Thể thao|Thống kê|Thông tin|Thủy lợi|Thủy sản|Thương binh|Thương mại|Tôn giáo|Truyền thông|Trung học phổ thông
    Trung học cơ sở|Tiểu học|Mầm non|Tuyên giáo|Tư pháp|Văn hóa|Văn phòng|Xã hội|Xây dựng|Y tế|Đô thị|Dân số
    Bảo trợ xã hội|Cải cách hành chính|Giám sát|Tổ chức|Cán bộ|Bảo vệ thực vật|Chăn nuôi|Thú y|Lâm nghiệp|Điện lực
    Dầu khí|Hàng không|Hàng hải|Đăng kiểm|Viễn thông|Tần số vô tuyến điện|Thực phẩm|Dược|Phòng bệnh|Quản lý dược
    Bổ trợ tư pháp|Thi hành án dân sự|Kinh tế tập thể|Thuế|Giám định|Thông tấn
"""
_ALWAYS = """
    Ủy ban nhân dân|Hội đồng nhân dân|Chính phủ|Thủ tướng|Phó Thủ tướng|Thủ tướng Chính phủ|Quốc hội|Chủ tịch nước
    Ủy ban Thường vụ Quốc hội|Văn phòng Chính phủ|Văn phòng Quốc hội|Văn phòng Trung ương Đảng|Thanh tra Chính phủ
    Ban Bí thư|Bộ Chính trị|Ban Chấp hành Trung ương|Trung ương Đảng|Đảng Cộng sản Việt Nam|Việt Nam|Thường trực
    Ngân hàng Nhà nước Việt Nam|Ngân hàng Nhà nước|Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao
    Tòa án nhân dân|Viện kiểm sát nhân dân|Kiểm toán nhà nước|Bảo hiểm xã hội|Mặt trận Tổ quốc Việt Nam
    Mặt trận Tổ quốc|Nhân dân|Nhà nước|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy|Đoàn đại biểu Quốc hội
    Hội đồng Bộ trưởng|Thủ đô|Hội Liên hiệp Phụ nữ|Hội Nông dân|Hội Cựu chiến binh
    Đoàn Thanh niên Cộng sản Hồ Chí Minh|Tổng Liên đoàn Lao động|Công an nhân dân|Quân đội nhân dân
    Chủ tịch Ủy ban nhân dân|Chủ tịch Hội đồng nhân dân|Hiến pháp|Đông Nam Á|Thành phố Hồ Chí Minh|Bộ Tài chính
    Bộ Công an|Đồng bằng sông Cửu Long|Biển Đông|Tây Nguyên
"""
_LOWER = """
    và|của|với|tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn|nước|các|về|tại|trên|khu vực|chi nhánh
    khu kinh tế|khu công nghiệp|khu công nghệ cao|cơ quan|xã hội
"""
_KINDS = """
    Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Kế hoạch|Kết luận|Luật|Quy định|Công văn|Thông báo
    Thông tư liên tịch|Chương trình|Hướng dẫn|Công điện|Tờ trình|Báo cáo|Pháp lệnh|Bộ luật|Đề án
"""
_SYMBOLS = {"TTG": "TTg", "CTR": "CTr", "TTR": "TTr", "QYĐ": "QyĐ", "TRS": "TrS"}
# What follows "xã", "phường" where no name follows.
_NO_NAME = """
    và về của trên trong tại theo thuộc được có đạt hội hóa viên nông miền vùng biên bãi khu nâng kiểu mới nghèo đặc an
    năm giai để phường thị trực sau hoàn khi là do từ đến loại
"""
_SYLLABLE = re.compile(
    r"(?:ngh?|[ckpt]h|[gn]h|gi|qu|tr|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:[cn]h|ng|[cmnpt])?", re.IGNORECASE
)
_UNIT = frozenset(("xã", "phường", "trấn", "khu", "huyện", "quận"))

Words = tuple[str, ...]


def _sound(word: str) -> str:
    """The word without its tone mark, the tone behind: "hòa" and "hoà" are one, "hóa" is another."""
    letters = unicodedata.normalize("NFD", word.lower())
    tone = "".join(letter for letter in letters if letter in "\u0300\u0301\u0303\u0309\u0323")
    return toneless(word.lower()) + tone


def _table(*lists: str) -> dict[Words, Words]:
    phrases = (phrase.split() for many in lists for line in many.split("\n") for phrase in line.strip().split("|"))
    return {tuple(map(_sound, phrase)): tuple(phrase) for phrase in phrases if phrase}


_PLACES = "|".join((*PROVINCES, *FORMER_PROVINCES))
_HEAD, _FIELD, _FIXED = _table(_HEADS), _table(_FIELDS), _table(_ALWAYS, _PLACES)
OFFICE_WORDS = tuple(" ".join(phrase) for phrase in (*_HEAD.values(), *_FIELD.values(), *_FIXED.values()))
"""What names of offices are made of, written as there."""
_SMALL, _KIND = _table(_LOWER), _table(_KINDS)
_IN_OFFICES = {**_SMALL, **_HEAD, **_FIELD, **_FIXED}
_LONGEST = max(map(len, _IN_OFFICES))


def office_case(name: str) -> str:
    """The name of an office in proper case: "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH" gives "Ủy ban nhân dân tỉnh Hà Tĩnh".

    A name that has small letters already is given back as it is; words of no list keep a capital, being names.
    """
    words = fold(name).text.split()
    if any(_is_mixed(word) for word in words):
        return " ".join(words)
    sounds = [_sound(word.strip(",;.")) for word in words]
    done: list[str] = []
    while len(done) < len(words):
        at = len(done)
        if pattern := _phrase(_IN_OFFICES, sounds, at):
            done += [_as(model, word) for model, word in zip(pattern, words[at:], strict=False)]
        else:
            done.append(_named(words[at]))
    return _capital(" ".join(done))


def title_case(title: str) -> str:
    """A title in capitals as it stands inside a sentence, with a small first letter; one in small letters only so.

    Names of offices, provinces and communes keep their capitals, and so do symbols of documents.
    """
    words = fold(title).text.split()
    if sum(_is_mixed(word) for word in words) * 3 > len(words):
        return _small_start(" ".join(words))
    sounds = [_sound(word.strip(',;.:“”"()')) for word in words]
    done: list[str] = []
    in_office = False
    while len(done) < len(words):
        at = len(done)
        pattern, in_office = _phrase_of_title(sounds, words, at, in_office)
        if pattern:
            done += [_as(model, word) for model, word in zip(pattern, words[at:], strict=False)]
        elif at and sounds[at - 1] in _UNIT_SOUNDS and sounds[at] not in _NO_NAME_SOUNDS:
            names = (
                2 if at + 1 < len(words) and sounds[at + 1] not in _NO_NAME_SOUNDS and words[at][-1] not in ",;" else 1
            )
            done += [_named(word) for word in words[at : at + names]]
        else:
            done.append(_lowered(words[at], words[at - 1] if at else ""))
    return _small_start(" ".join(done))


_UNIT_SOUNDS = frozenset(map(_sound, _UNIT))
_NO_NAME_SOUNDS = frozenset(map(_sound, _NO_NAME.split()))


def _phrase_of_title(sounds: Sequence[str], words: Sequence[str], at: int, in_office: bool) -> tuple[Words, bool]:
    """The cased words that begin at `at`, and whether an office's name is under way after them."""
    if pattern := _phrase(_FIXED, sounds, at):
        return pattern, False
    kind = _phrase(_KIND, sounds, at)
    if kind and (sounds[at + len(kind) : at + len(kind) + 1] == [_sound("số")] or at == 0):
        return kind, False
    if in_office:
        pattern = _phrase(_FIELD, sounds, at)
        joined = words[at].lower() in ("và", "-", "–") and bool(_phrase(_FIELD, sounds, at + 1))
        return (pattern, True) if pattern else (("và",) if words[at].lower() == "và" else (), joined)
    head = _phrase(_HEAD, sounds, at)
    if head and _phrase(_FIELD, sounds, at + len(head)):
        return head, True
    return _phrase(_SMALL, sounds, at), False


def _phrase(table: dict[Words, Words], sounds: Sequence[str], at: int) -> Words:
    """The longest phrase of the table that begins at `at`, as the table writes it; empty for none."""
    for length in range(min(_LONGEST, len(sounds) - at), 0, -1):
        if pattern := table.get(tuple(sounds[at : at + length])):
            return pattern
    return ()


def _as(model: str, word: str) -> str:
    """The word with the capitals of the model and its own tone marks and punctuation."""
    return _capital(word.lower()) if model[0].isupper() else word.lower()


def _named(word: str) -> str:
    return "-".join(_capital(part.lower()) for part in word.split("-")) if _is_word(word) else _symbol(word)


def _lowered(word: str, before: str) -> str:
    numeral = re.fullmatch(r"[IVXLC]+[,;.:]?", word) and before.lower() in (
        "phần",
        "chương",
        "khóa",
        "lục",
        "lần",
        "mục",
    )
    return word.lower() if _is_word(word) and not numeral else _symbol(word)


def _is_word(word: str) -> bool:
    """Whether these are Vietnamese syllables, no abbreviation and no symbol."""
    bare = toneless(word.strip(",;.:!?“”\"'()[]…"))
    return all(_SYLLABLE.fullmatch(part) for part in bare.split("-") if part)


def _symbol(word: str) -> str:
    return re.sub(r"[A-ZĐ]+", lambda group: _SYMBOLS.get(group[0], group[0]), word)


def _is_mixed(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return any(letter.islower() for letter in letters) and "/" not in word


def _capital(text: str) -> str:
    at = next((index for index, letter in enumerate(text) if letter.isalpha()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _small_start(text: str) -> str:
    """The text with a small first letter, unless it begins with a name or an abbreviation."""
    first = text.split(" ", 1)[0]
    pair = tuple(_sound(word.strip(",;.")) for word in text.split(" ", 6)[:6])
    if (first.isupper() and len(first) > 1) or _phrase(_FIXED, pair, 0):
        return text
    return text[:1].lower() + text[1:]
