"""Who is given something to do: offices, their units and people in office as running text names them.

A name begins with a word that names a sort of office and goes on as long as its words can be part of a name; the first
word that cannot begins what the office has to do. So verbs need no list where the office stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.document import Span
from drafter.nlp.actions import begins_with_verb
from drafter.nlp.casing import OFFICE_WORDS


@dataclass(frozen=True, slots=True)
class Assignees:
    """Names in a row, as in "Phòng Kinh tế, Công an xã"."""

    span: Span
    names: tuple[str, ...]


_UPPER = "A-ZĐ" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
_SORTS = r"""
    [ỦU][yỷ]\ ban(?:\ Trung\ ương|\ nhân\ dân|\ Mặt\ trận|\ MTTQ|\ Kiểm\ tra|\ kiểm\ tra)|UBND|UBMTTQ\w*
    | UB\.?\ ?MTTQ\w*|UBKT|HĐND
    | Hội\ đồng
  | (?:Thường\ trực|Ban\ Thường\ vụ|Ban\ Chấp\ hành|Ban\ Chỉ\ đạo|BCĐ|BCH|BTV)|Mặt\ trận\ Tổ\ quốc|MTTQ
  | Văn\ phòng|Phòng|Sở|Bộ\ phận|Bộ|Ban|Cục|Tổng\ cục|Chi\ cục|Vụ|Viện(?:\ [Kk]iểm\ sát)?|Thanh\ tra|Công\ an|Quân\ sự
  | Trung\ tâm|TTPVHCC|Trạm|Trường
  | Đoàn|Hội|Liên\ đoàn|Liên\ minh|Hiệp\ hội|Công\ đoàn|Đảng\ [uủ][yỷ]|Đảng\ bộ|Chi\ bộ|Tỉnh\ [uủ][yỷ]|Thành\ [uủ][yỷ]
  | Kho\ bạc|Thuế|Hải\ quan|Bảo\ hiểm|BHXH|Ngân\ hàng|Đài|Báo(?:\ và\ (?:Đài\ )?[Pp]hát\ thanh)?|T[oòó][àa]\ án|TAND
  | VKSND|Bệnh\ viện|Bưu\ điện|Điện\ lực
  | Tổng\ công\ ty|Tổng\ Công\ ty|Công\ ty|Tập\ đoàn|Hợp\ tác\ xã|HTX|Doanh\ nghiệp|Tổ|Đội|Lực\ lượng|Kiểm\ toán
  | Đại\ học|Học\ viện
  | Chủ\ tịch|Phó\ Chủ\ tịch|Giám\ đốc|Phó\ Giám\ đốc|Chánh|Trưởng|Thủ\ trưởng|Người\ đứng\ đầu|Bí\ thư|Bộ\ trưởng
  | Hiệu\ trưởng
  | Chỉ\ huy\ trưởng|Đồng\ chí|đồng\ chí|Ông|Bà|[oô]ng|bà(?=\ [A-ZĐ])|Công\ chức|công\ chức|Viên\ chức|Nhân\ viên
  | nhân\ viên\ y\ tế
  | Cán\ bộ|Cổng\ Thông\ tin|Thôn|Bản|Khu\ phố|Các|các|Mỗi|Từng|Cơ\ quan|Đơn\ vị|Cấp\ [uủ][yỷ]|Bí\ thư
  | [uủ][yỷ]\ ban\ nhân\ dân|[uủ][yỷ]\ ban\ mặt\ trận|văn\ phòng|phòng|sở|công\ an|trung\ tâm|trạm|trường|chi\ bộ
  | đoàn\ thanh\ niên
  | cơ\ quan|đơn\ vị|địa\ phương|trưởng(?:\ các)?\ thôn|thôn|Địa\ phương|Quỹ|Nhà\ trường|Nhà\ văn\ hóa|Trưởng\ thôn
"""
_SORT = re.compile(rf"(?<!\w)(?:{_SORTS})(?!\w)", re.VERBOSE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FIRST_SYLLABLES = """
    ủy uỷ thống ubnd ubmttq ubmttqvn ub ubkt hđnd hội thường ban bcđ bch btv mặt mttq văn phòng sở bộ cục tổng chi vụ
    viện
    | thanh công quân trung ttpvhcc trạm
    trường đoàn liên hiệp đảng tỉnh thành kho thuế hải bảo bhxh ngân đài báo tòa toà tand vksnd bệnh bưu điện tập hợp
    | htx doanh tổ đội lực kiểm đại học
    chủ phó giám chánh trưởng thủ người bí hiệu chỉ đồng ông bà viên nhân cán cổng thôn bản khu các mỗi từng cơ đơn
    | cấp địa quỹ nhà
"""
_FIRST_WORDS = frozenset(_FIRST_SYLLABLES.split())
"""With which sorts of offices begin: a quick look."""
# Words in small letters that stand within names.
_SMALL = (
    r"nhân\s+dân|mặt\s+trận|tổ\s+quốc|xã\s+hội|xã(?!\s+hội)|phường|thị\s+trấn|đặc\s+khu|tỉnh|thành\s+phố"
    r"|trung\s+ương|quận|huyện|thị\s+xã|khu\s+vực"
    r"|thôn|bản|tổ\s+dân\s+phố|khu\s+phố|ấp|làng|các|cấp(?!\s+(?:\d|cho|phát|giấy|bạt|thuốc))|sở|ban(?!\s+hành)|bộ"
    r"|ngành|phòng|đoàn\s+thể|đơn\s+vị"
    r"|địa\s+phương|cơ\s+quan"
    r"|cá\s+nhân|doanh\s+nghiệp|hợp\s+tác\s+xã|hộ\s+gia\s+đình|trường(?:\s+học)?|trạm|trung\s+tâm|chuyên\s+môn"
    r"|sự\s+nghiệp|trực\s+thuộc|thuộc"
    r"|(?:có\s+)?liên\s+quan|hữu\s+quan|trên\s+địa\s+bàn|đóng\s+trên|toàn|của|khác"
    r"|chính\s+trị(?:\s*[-–]\s*xã\s+hội)?(?:\s*[-–]\s*nghề\s+nghiệp)?|quần\s+chúng"
    r"|nghề\s+nghiệp|đại\s+biểu|quốc\s+hội"
    r"|hành\s+chính(?:\s+công)?|dịch\s+vụ(?:\s+công)?|công\s+ích|quản\s+lý(?=\s+(?:các|khu|dự|chợ|rừng|đô))|dự\s+án"
    r"|đầu\s+tư(?=\s+xây)|xây\s+dựng(?=\s+(?:nông|tỉnh|thành|xã|khu))"
    r"|khu(?:\s+(?:công\s+nghệ\s+cao|công\s+nghiệp|kinh\s+tế|di\s+tích))?|cụm\s+công\s+nghiệp|dân\s+tộc|bán\s+trú"
    r"|nội\s+trú|trung\s+học|tiểu\s+học"
    r"|mầm\s+non|phổ\s+thông|cơ\s+sở|đại\s+học|cao\s+đẳng|giáo\s+dục|đào\s+tạo|y\s+tế|văn\s+hóa|thể\s+thao"
    r"|thông\s+tin|điện\s+tử|truyền\s+thông|viễn\s+thông"
    r"|báo\s+chí|nông\s+thôn\s+mới|nhà\s+nước|phát\s+thanh|truyền\s+hình|(?<=[Bb]an\s)chỉ\s+đạo|thường\s+trực"
    r"|thường\s+vụ|tư\s+pháp|hộ\s+tịch|địa\s+chính|kinh\s+tế"
    r"|kế\s+toán|tài\s+chính|văn\s+thư|nông\s+nghiệp|môi\s+trường|lao\s+động|thanh\s+niên|phụ\s+nữ|nông\s+dân"
    r"|cựu\s+chiến\s+binh|chữ\s+thập\s+đỏ"
    r"|phụ\s+trách(?=\s+[^\W\d_]+\s+vực)|lĩnh\s+vực|trưởng|phó|thủ\s+trưởng|người\s+đứng\s+đầu|giám\s+đốc|chủ\s+tịch"
    r"|bí\s+thư|thành\s+viên|nhóm\s+giúp\s+việc"
    r"|công\s+chức|viên\s+chức|cán\s+bộ|người\s+lao\s+động|công\s+nghệ\s+số\s+cộng\s+đồng|cộng\s+đồng|công\s+lập"
    r"|ngoài\s+công\s+lập|được\s+(?:giao|phân\s+công)"
    r"|hội(?!\s+(?:nghị|thảo|thi|đồng))|tổ(?!\s+chức)|đội|chi\s+bộ|chi\s+đoàn|chi\s+hội|đồng\s+chí|đảng\s+viên|nơi"
    r"|phía\s+[A-Z]\w+"
    r"|quân\s+sự|công\s+an|an\s+ninh|điện\s+lực|môi\s+trường|giúp\s+việc|nêu\s+trên"
    r"|có\s+tên\s+tại\s+Điều\s+\d+|có\s+rừng|biên\s+giới|còn\s+lại|(?<=quan\s)(?:thanh\s+tra|chủ\s+quản)|(?:tỉnh"
    r"|thành|đảng)\s+[uủ][yỷ]|chế\s+xuất|chợ(?:\s+phiên)?"
    r"|ngang\s+bộ|cấp\s+nước|thông\s+tấn(?:,\s+báo\s+chí)?"
)
_BODIES = (
    r"tổ\s+chức(?=\s*(?:[,;.:)]|$|và\s|(?:chính\s+trị|đoàn|xã\s+hội|liên\s+quan|có\s+liên|hội|cơ\s+sở|đảng"
    r"|trên\s+địa|cá\s+nhân|thành\s+viên|khác|kinh\s+tế|quốc\s+tế)))"
)
_MORE_WORDS = (
    "Tổ quốc",
    "Khu kinh tế",
    "Khu công nghiệp",
    "Khu bảo tồn",
    "Vườn quốc gia",
    "Hợp tác xã",
    "Tổ hợp tác",
    "Đoàn thể",
)
_PHRASES = "|".join(
    sorted((re.escape(one) for one in (*OFFICE_WORDS, *_MORE_WORDS) if " " in one), key=len, reverse=True)
)
_WORD = re.compile(
    rf"(?:\s*[-–]\s*(?=[{_UPPER}])|\s+&\s+|\s+)(?:(?P<phrase>(?:{_PHRASES})(?!\w))|[{_UPPER}][\w&.]*\w|[{_UPPER}]"
    rf"|[IVX]+\b|(?:(?<=vực\s)|(?<=số\s)|(?<=phố\s)|(?<=thôn\s))\d{{1,3}}\b"
    rf"|(?:(?<=[Cc]ác\s)|(?<=,\s)|(?<=và\s)){_BODIES}|(?:{_SMALL})(?!\w))"
)
# "Kinh tế", "Văn hóa": a word has its capital at its first syllable alone.
_WORD_GOES_ON = re.compile(
    r"\s+(?:chiến\s+binh|thập\s+đỏ|hợp\s+tác|cao\s+tuổi|tật|da\s+cam|vụ\s+công(?:\s+ích)?"
    r"|(?P<syllable>(?!(?:là|và|của|về|có|các|được|phải|đã|sẽ|do|để|từ|đến|theo|cần|nêu)\b)[^\W\d_A-Z]+)(?!\w))"
)
_LINK = re.compile(
    rf"\s+và\s+(?=[{_UPPER}])|,\s+(?=[{_UPPER}])|\s+và\s+(?=(?:{_SMALL})(?!\w))|,\s+(?=(?:{_SMALL})(?!\w)|{_BODIES})"
    rf"|\s+và\s+(?={_BODIES})"
)
_ALIAS = re.compile(r"\s*\((?!qua\b)[^()]{1,60}\)")
_NEXT = re.compile(
    r"\s*(?:,(?:\s+(?:và|cùng))?|;|/|\s+-(?=\s)|\s+và(?:\s+với)?|\s+cùng(?:\s+với)?|\s+hoặc)\s+|\s*/\s*|\s*;\s*"
)
_COLLECTIVE = re.compile(r"(?:Các|các|Mỗi|Từng)\b|.*\b(?:các|xã, phường|liên quan)\b", re.IGNORECASE)
_TOO_LITTLE = re.compile(
    r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Cc]ác|[Pp]hòng|[Tt]ổ|[Tt]rường|[Bb]an|[Bb]ộ|[Cc]ấp|Đoàn|Hội|Đài"
    r"|Báo(?:\ và\ (?:Đài\ )?[Pp]hát\ thanh)?|Bản|Thôn|[Tt]hôn|[Ss]ở|Mỗi|Từng"
    r"|Trưởng|Viện|Vụ|Cục|Đội|Quỹ|Cán bộ|Bà|Ông|[oô]ng|bà|trung tâm|[Tt]rạm|văn phòng|Hội đồng|Công ty|Chánh"
    r"|Doanh nghiệp)$"
    r"|(?:Ban|Bộ|Hội|Đoàn|Báo|Tổ|Phòng) (?:hành|ngành|luật|quy|tiêu|nghị|thảo|họp|cáo|chức|chống|cháy|ngừa)\b"
    r"|[Cc]ơ quan (?:thường trực|chủ trì|đầu mối|phối hợp)$|[Cc]ác (?:cơ quan )?(?:cấp|ngành)$"
    r"|(?:Các|các) (?:nội dung|nhiệm vụ|giải pháp|quy định|văn bản|hoạt động|chỉ tiêu)"
)
_PART_OF_NAME = re.compile(
    r"Thể thao|Thể dục|Truyền hình|Thương binh|Khoa học|Giáo dục|Gia đình|Du lịch|Tôn giáo|Chính sách"
    r"|Hạ tầng|Đô thị|Thông tin"
    r"|Tin học|Chữa cháy|Chống"
)
_COMMITTEES = re.compile(r"(?:HĐND|Hội đồng nhân dân|ĐĐBQH|Đoàn (?:đại biểu Quốc hội|ĐBQH))$")
VERB_IN_CAPITALS = re.compile(
    r"(?:Chủ trì|Chủ động|Phối hợp|Tổ chức|Tham mưu|Xây dựng|Hướng dẫn|Triển khai|Tăng cường|Hỗ trợ|Thực hiện|Căn cứ"
    r"|Trên cơ sở|Thẩm định"
    r"|Tuyên truyền|Tiếp tục|Theo dõi|Định hướng|Kiểm tra|Rà soát|Đẩy mạnh|Bố trí|Cân đối|Tổng hợp|Là cơ quan"
    r"|Chịu trách nhiệm|Báo cáo|Chỉ đạo"
    r"|Tiếp nhận|Cung cấp|Đề xuất|Lập|Hoàn thành|Hoàn thiện|Thường xuyên|Đăng tải|Quản lý|Nghiên cứu|Lồng ghép"
    r"|Vận động|Khẩn trương|Kịp thời)\b"
)


_GO_ON = (" và", "-", "–", "Quản lý", "Ban", "Phòng", "Sở", "Bộ", "Cục", "Vụ", "Tổ", "Đội")


def assignees_at(words: str, at: int) -> Assignees | None:
    """The names that begin at a place; None where none does."""
    names: list[str] = []
    start, end = at, at
    while found := _SORT.match(words, at):
        reach = _end_of_name(words, found.end(), collective=_is_plural(found[0]))
        name = words[at:reach].strip(" ,;-–")
        if _TOO_LITTLE.match(name):
            break
        names.append(" ".join(name.split()))
        alias = _ALIAS.match(words, reach)
        end = alias.end() if alias else reach
        link = _NEXT.match(words, end)
        if not link:
            break
        at = link.end()
    return Assignees(Span(start, end), tuple(names)) if names else None


def assignees(words: str) -> Iterator[Assignees]:
    """All names in the words, those in a row together."""
    at = 0
    for word in _FIRST_WORD.finditer(words):
        if word.start() >= at and word[0].lower() in _FIRST_WORDS and (named := assignees_at(words, word.start())):
            yield named
            at = named.span.end


def is_collective(name: str) -> bool:
    """Whether a name is that of many, each of whom does its own: "các phòng, đơn vị", "UBND các xã"."""
    return bool(_COLLECTIVE.match(name))


def _is_plural(sort: str) -> bool:
    """Whether what follows the first word may be a list of sorts: "sở, ban, ngành"."""
    return sort[0].islower() or bool(_COLLECTIVE.match(sort))


def _end_of_name(words: str, at: int, collective: bool) -> int:
    """Where the name ends whose first word ends at `at`."""
    start = at
    proper = False
    while True:
        if found := _WORD.match(words, at):
            told = at + len(found[0]) - len(found[0].lstrip(" -–&"))
            if at > start and VERB_IN_CAPITALS.match(words, told) and not words[:at].endswith(_GO_ON):
                return at
            at, word = found.end(), words[told : found.end()]
            collective = collective or word == "các"
            second = _WORD_GOES_ON.match(words, at) if _is_first_syllable(found, word, proper) else None
            if second and second["syllable"] and begins_with_verb(words, second.start("syllable")):
                second = None
            proper = _has_capital(word) and not second and not found["phrase"] and not _SORT.fullmatch(word)
            at = second.end() if second else at
            continue
        if (alias := _ALIAS.match(words, at)) and _WORD.match(words, alias.end()):
            at = alias.end()
            continue
        link = _LINK.match(words, at)
        if not link or (at == start and not collective) or not _joins(words, start, at, link, collective):
            return at
        at, proper = link.end() - 1, False  # the blank before the next word


def _is_first_syllable(found: re.Match[str], word: str, proper: bool) -> bool:
    """Whether a syllable in small letters may belong to the word: not behind names such as "Pù Sương"."""
    return _has_capital(word) and not proper and not found["phrase"] and not _SORT.fullmatch(word)


def _has_capital(word: str) -> bool:
    """Whether it is written like a name, and is no abbreviation."""
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _joins(words: str, start: int, at: int, link: re.Match[str], collective: bool) -> bool:
    """Whether a comma or "và" stands within a name rather than between two."""
    following = words[link.end() :]
    if "và" in link[0] and _COMMITTEES.search(words[start - 20 if start > 20 else 0 : at]):
        return bool(re.match(r"[ỦU][yỷ] ban nhân dân|UBND|HĐND|Hội đồng nhân dân", following))
    if re.match(r"[Bb]an, [Nn]gành|[Nn]gành\b", following):
        return True
    if re.match(r"(?:xã|phường|đặc khu|thị trấn)\b(?! hội)", following):
        return collective or bool(re.search(r"(?:xã|phường|đặc khu|thị trấn)$", words[:at]))
    if following[:1].islower():
        return (
            collective
            and not following.startswith("các ")
            and not re.match(r"(?:[uủ][yỷ] ban|phòng [A-ZĐ])", following)
        )
    sort = _SORT.match(following)
    if sort and not (sort[0] in ("Tổ", "Hội", "Đoàn", "Bản", "Báo", "Công an") and "và" not in link[0]):
        return False
    if VERB_IN_CAPITALS.match(following):
        return False
    return "," not in link[0] or collective or bool(_PART_OF_NAME.match(following))
