"""Documents about fires in forests, made of topics that are said in two ways each."""

from __future__ import annotations

from hashlib import sha256

from drafter.corpus import Item, Metadata

WATCH = (
    (
        "Trực gác lửa trong mùa khô",
        "Mỗi chòi canh trên đỉnh núi có hai người trực gác lửa từ bảy giờ sáng đến sáu giờ chiều suốt mùa khô "
        "hanh. Người trực mang ống nhòm, bộ đàm và kẻng, ghi sổ trực từng ca, khi cấp dự báo cháy rừng lên "
        "cấp bốn thì trực cả ban đêm.",
    ),
    (
        "Canh gác lửa rừng",
        "Suốt mùa khô hanh, chòi canh trên đỉnh núi phải có hai người gác lửa mỗi ca, bắt đầu bảy giờ sáng. "
        "Khi cấp dự báo cháy rừng lên cấp bốn, người gác phải canh cả ban đêm; ống nhòm, bộ đàm, kẻng và sổ "
        "trực do chòi trưởng giữ.",
    ),
)
ALARM = (
    (
        "Báo cháy và huy động lực lượng",
        "Ai thấy khói trong rừng thì đánh kẻng và gọi ngay kiểm lâm địa bàn. Kiểm lâm địa bàn xác định tọa độ "
        "đám cháy, báo trưởng thôn huy động dân quân mang dao phát, bàn dập, bình phun nước tới điểm tập kết "
        "trong ba mươi phút.",
    ),
    (
        "Tiếp nhận tin báo cháy",
        "Kiểm lâm địa bàn nhận tin có khói trong rừng thì xác định tọa độ đám cháy rồi báo cho trưởng thôn "
        "đánh kẻng. Dân quân được huy động phải có mặt ở điểm tập kết sau ba mươi phút, mang theo dao phát, "
        "bàn dập và bình phun nước.",
    ),
)
BREAKS = (
    (
        "Làm đường băng cản lửa",
        "Chủ rừng phát dọn thực bì, làm đường băng cản lửa rộng mười mét quanh rừng thông, rừng keo trước "
        "tháng mười hai. Vật liệu cháy gom thành dải, đốt có kiểm soát lúc lặng gió, có người canh bên vòi "
        "nước cho tới khi tàn tro nguội.",
    ),
    (
        "Đường băng cản lửa",
        "Trước tháng mười hai hằng năm, quanh rừng thông và rừng keo phải có đường băng cản lửa rộng mười mét "
        "do chủ rừng phát dọn. Thực bì gom thành dải chỉ được đốt có kiểm soát lúc lặng gió, người canh giữ "
        "vòi nước tới khi tro nguội.",
    ),
)
BEES = (
    (
        "Lấy mật ong trong rừng",
        "Người lấy mật ong đăng ký với trưởng thôn, không hun khói tổ ong bằng đuốc, chỉ dùng bình hun có nắp "
        "chụp. Thôn lập danh sách hộ nuôi ong, phát thẻ màu vàng cho từng hộ và thu lại thẻ khi mùa hoa chít "
        "kết thúc.",
    ),
    (
        "Khai thác mật ong",
        "Hộ nuôi ong được phát thẻ màu vàng khi đăng ký với trưởng thôn; thẻ được thu lại khi mùa hoa chít "
        "kết thúc. Không ai được hun khói tổ ong bằng đuốc để lấy mật, bình hun phải có nắp chụp.",
    ),
)
BRIDGES = (
    (
        "Sửa cầu treo",
        "Cầu treo bản Khâu Vai thay toàn bộ ván mặt cầu, siết lại tăng đơ, sơn chống gỉ cáp chủ và cổng cầu. "
        "Trong lúc sửa, học sinh qua suối bằng bè mảng có dây neo, mỗi chuyến không quá tám em, có phụ huynh "
        "đi cùng.",
    ),
    ("", ""),
)
DRAFT, STORED = 0, 1
COMMUNE = "Ủy ban nhân dân xã Nậm Lúc"
PROVINCE = "Ủy ban nhân dân tỉnh Lào Cai"
_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

Topic = tuple[tuple[str, str], tuple[str, str]]


def plan(
    *topics: Topic,
    way: int = DRAFT,
    bases: str = "",
    number: str = "",
    title: str = "Phòng cháy rừng",
    year: int = 2026,
) -> str:
    """A plan of the commune with a section for each topic."""
    sections = [f"{at}. {topic[way][0]}\n{topic[way][1]}" for at, topic in enumerate(topics, 1)]
    head = f"ỦY BAN NHÂN DÂN\nXÃ NẬM LÚC\nSố: {number}/KH-UBND\n{_STATE}\nNậm Lúc, ngày 05 tháng 10 năm {year}"
    return "\n".join([head, "KẾ HOẠCH", title, bases, *sections, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Páo"])


def decision(*topics: Topic, number: str = "27/2026/QĐ-UBND") -> str:
    """A normative decision of the province with an article for each topic."""
    articles = [f"Điều {at}. {topic[STORED][0]}\n{topic[STORED][1]}" for at, topic in enumerate(topics, 1)]
    head = f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: {number}\n{_STATE}\nLào Cai, ngày 02 tháng 3 năm 2026"
    return "\n".join([head, "QUYẾT ĐỊNH", "Quy định về phòng cháy rừng", *articles])


def stored(text: str, number: str, kind: str, issuer: str, date: str = "2026-03-02", title: str = "") -> Item:
    known = Metadata(number, kind, title or "Phòng cháy rừng", issuer, date)
    digest = sha256(f"{number}{text}".encode()).hexdigest()
    return Item(f"{number.replace('/', '-')}.txt", digest, text, known)
