"""The verbs with which official documents say what has to be done, and what may stand before them."""

from __future__ import annotations

import re

_VERBS = """
    chủ trì|phối hợp|tham mưu|tham gia|xây dựng|soạn thảo|dự thảo|biên soạn|biên tập|ban hành|trình|thẩm định
    thẩm tra|phê duyệt|quyết định|tổ chức|triển khai|thực hiện|thi hành|chấp hành|quán triệt|phổ biến|tuyên truyền
    truyền thông|vận động|huy động|kêu gọi|phát động|hưởng ứng|hướng dẫn|đôn đốc|kiểm tra|giám sát|thanh tra
    theo dõi|rà soát|thống kê|tổng hợp|báo cáo|thông báo|thông tin|công bố|công khai|niêm yết|đánh giá|sơ kết
    tổng kết|kiến nghị|đề xuất|đề nghị|kiện toàn|thành lập|củng cố|bố trí|cân đối|phân bổ|cấp phát|thanh toán
    quyết toán|lập dự toán|lập|lên|gửi|nộp|chuyển|giao|phân công|cử|chọn|lựa chọn|chuẩn bị|đăng ký|đăng tải|đăng|đưa
    phát|in|cấp|mua|mua sắm|trang bị|lắp đặt|sửa chữa|duy tu|bảo dưỡng|nâng cấp|cải tạo|đầu tư|hoàn thành|hoàn thiện
    hoàn chỉnh|khắc phục|chấn chỉnh|xử lý|giải quyết|tháo gỡ|xem xét|nghiên cứu|khảo sát|điều tra|thu thập|cập nhật
    số hóa|số hoá|kết nối|chia sẻ|tích hợp|đồng bộ|vận hành|khai thác|sử dụng|ứng dụng|áp dụng|thử nghiệm|thí điểm
    tăng cường|đẩy mạnh|nâng cao|mở rộng|phát triển|phát huy|duy trì|bảo đảm|đảm bảo|bảo vệ|giữ gìn|phòng|phòng ngừa
    ngăn chặn|phát hiện|đấu tranh|quản lý|chỉ đạo|lãnh đạo|điều hành|điều phối|cụ thể hóa|cụ thể hoá|lồng ghép|gắn
    lấy|đổi mới|cải cách|cải tiến|đơn giản hóa|cắt giảm|giảm|rút ngắn|tinh giản|chuẩn hóa|chuẩn hoá|sửa đổi|bổ sung
    điều chỉnh|thay thế|bãi bỏ|hợp nhất|sắp xếp|bàn giao|tiếp nhận|tiếp thu|giải trình|trả lời|phản ánh|bồi dưỡng
    đào tạo|tập huấn|giáo dục|dạy|hỗ trợ|giúp|giúp đỡ|tư vấn|khuyến khích|khen thưởng|biểu dương|tôn vinh|xác định
    xác minh|xác nhận|phân loại|phân tích|thu hút|xúc tiến|quảng bá|giới thiệu|trưng bày|thu|thu hồi|thu gom|vệ sinh
    dọn|trồng|chăm sóc|nuôi|tiêm|khám|cứu trợ|di dời|sơ tán|trực|canh gác|tuần tra|kiểm soát|kiểm kê|kiểm định
    đo đạc|khoanh vùng|lấy mẫu|tính|tính toán|ghi|ghép|dán|treo|dựng|chở|gùi|báo|nhắc|viết|vẽ|mở|bàn|họp|thảo luận
    ký|ký kết|ủy quyền|phân cấp|phân quyền|chịu trách nhiệm|có trách nhiệm|phụ trách|đảm nhận|đảm nhiệm|làm|tạo
    tạo lập|khơi thông|nạo vét|cung cấp|cung ứng|đáp ứng|đấu thầu|đặt hàng|thuê|tận dụng|thúc đẩy|khẳng định|thay
    phát hành|lưu trữ|lưu|bảo quản|tiêu hủy|gia hạn|đề ra|kịp thời|tập trung|tiếp tục|chủ động|thường xuyên|tích cực
    khẩn trương|nghiêm túc|trực tiếp|định kỳ|ưu tiên|chú trọng|quan tâm|phấn đấu|bám sát|căn cứ|trên cơ sở|siết chặt
    thắt chặt|phân định|khảo nghiệm|tham khảo|học tập|trao đổi|tạm ứng|ứng trước|miễn|vinh danh|nhân rộng|lan tỏa
    khơi dậy|khai trương|khởi công|tuân thủ|in ấn|thi đua|khai mạc|bế mạc|bình chọn|xét|xét duyệt|chấm|trao|tặng
    thăm|tiếp|đón|mời|cài đặt|thiết lập|thiết kế|dịch|tra cứu|tự kiểm tra|kê khai|ban bố|liên hệ|dự trữ|tích trữ|che
    che chắn|sửa|đào|xây|khoan|phun|tưới|cày|gieo|thu hoạch|đắp|gia cố|cắm|bốc dỡ|tháo dỡ|di chuyển|đổi|tìm|nhận|trả
    quyên góp|ủng hộ|cho vay|giải ngân|nghiệm thu|thanh lý|đấu giá|bảo trì|kiểm nghiệm|quan trắc|dự báo|cảnh báo
    phân bố|phân phát|phân phối|tiết kiệm|ra mắt|quy hoạch|bảo tồn|phục dựng|tôn tạo|sưu tầm|biểu diễn|giao lưu
    tọa đàm|đối thoại|lấy ý kiến|góp ý|xin ý kiến|bồi thường|cưỡng chế|xử phạt|truy quét|tham vấn|cứu hộ|vớt|rào
    quây|lót|ủ|chặt|tỉa|bón|bấm|quét|rà phá|soi|chiếu|phát thanh|truyền thanh|chụp|quay|đếm|cân|đo|ấn định
    thống nhất|đóng|mở cửa|thắp|viếng|tri ân
"""
_ADVERBS = """
    tiếp tục|thường xuyên|kịp thời|chủ động|tích cực|khẩn trương|tập trung|định kỳ|trực tiếp|nghiêm túc|phải|cần
    có trách nhiệm|ưu tiên|từng bước|nhanh chóng|trong thời gian tới|thời gian tới|trong thời gian sớm nhất|hằng năm
    hằng quý|hằng tháng|hằng tuần|hàng năm|sớm|thống nhất|đồng thời|làm tốt|công tác|chú trọng|quan tâm|phấn đấu
    cùng|không ngừng|và|thực hiện tốt
"""
_NOUNS = re.compile(
    r"(?:báo cáo|kế hoạch|quyết định|thông báo|hướng dẫn|thông tin|dự thảo) (?:số|tại|này|trên)\b|giáo dục và\b"
    r"|giao (?:ban|thông|lưu|tiếp)\b|phòng [a-zđ]+ "
    r"|(?:công tác|quản lý nhà nước|phòng, chống)[^,.;]{0,40} (?:là|còn|chưa|đã)\b"
)


def _phrases(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(one.split()) for line in table.split("\n") for one in line.strip().split("|") if one)


_VERB_SET, _ADVERB_SET = _phrases(_VERBS), _phrases(_ADVERBS)
_LONGEST = max(map(len, _VERB_SET | _ADVERB_SET))
_SYLLABLE = re.compile(r"[^\W\d_]+|[^\w\s]")


def is_action(words: str) -> bool:
    """Whether the words begin with something to do: "Tiếp tục rà soát …"."""
    if _NOUNS.match(words.lower()):
        return False
    syllables = [one for one in _SYLLABLE.findall(words[:120].lower()) if one != ","]
    at = 0
    while taken := _longest(_ADVERB_SET, syllables, at):
        if not _longest(_VERB_SET, syllables, at + taken) and not _longest(_ADVERB_SET, syllables, at + taken):
            break
        at += taken
    return bool(_longest(_VERB_SET, syllables, at))


def begins_with_verb(words: str, at: int) -> bool:
    """Whether one of the verbs begins at a place, in small letters."""
    syllables = words[at : at + 30].split()[:_LONGEST]
    return bool(_longest(_VERB_SET, [one.strip(",;.:)") for one in syllables], 0))


def _longest(phrases: frozenset[tuple[str, ...]], syllables: list[str], at: int) -> int:
    """How many syllables the longest of the phrases has that begins there."""
    lengths = range(min(_LONGEST, len(syllables) - at), 0, -1)
    return next((length for length in lengths if tuple(syllables[at : at + length]) in phrases), 0)
