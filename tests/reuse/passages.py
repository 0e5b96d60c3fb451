"""Sentences for the tests of the reuse engine: a superior's item, what drafters make of it, and text of their own."""

ITEM = (
    "Mỗi thôn thành lập một tổ tình nguyện gồm năm thành viên, được tập huấn kỹ năng hướng dẫn người dân "
    "nộp hồ sơ trực tuyến, tra cứu kết quả giải quyết và thanh toán phí bằng mã phản hồi nhanh; danh sách "
    "tổ viên niêm yết tại nhà văn hóa thôn trước ngày 15 tháng 3."
)
BEFORE = "Phòng Văn hóa - Xã hội mượn hội trường trường tiểu học Pù Luông để mở lớp vào chiều thứ Bảy tuần thứ hai."
BEHIND = "Kế toán ngân sách ghi riêng tiền xăng xe của từng chuyến đi, kèm ảnh chụp đồng hồ công tơ mét."

TYPED_OTHERWISE = ITEM.replace("thôn", "THÔN").replace("nhà văn hóa", "nhà văn  hoá").replace(", ", " – ")
EDITED = (
    "Mỗi xóm thành lập một tổ tình nguyện gồm bảy thành viên, được tập huấn kỹ năng để hướng dẫn bà con "
    "nộp hồ sơ trực tuyến, tra cứu kết quả và thanh toán lệ phí bằng mã phản hồi nhanh; danh sách tổ viên "
    "được niêm yết tại nhà văn hóa trước ngày 20 tháng 3."
)
SHUFFLED = (
    "Danh sách tổ viên niêm yết tại nhà văn hóa thôn trước ngày 15 tháng 3; được tập huấn kỹ năng hướng "
    "dẫn người dân nộp hồ sơ trực tuyến, thanh toán phí bằng mã phản hồi nhanh và tra cứu kết quả giải "
    "quyết, mỗi thôn thành lập một tổ tình nguyện gồm năm thành viên."
)
OWN = (
    "Ông Lường Văn Páo trực điểm bưu điện sáng thứ Ba và sáng thứ Năm, từ tháng 4 đến hết tháng 9 năm 2026.\n"
    "Đội xe ôm bản Nà Cọ nhận chở người già từ đầu dốc xuống trụ sở, mỗi lượt xã trả mười nghìn đồng.\n"
    "Cuối quý, tổ giám sát cộng đồng đếm số người phải quay lại lần thứ hai và đọc con số đó tại cuộc họp dân."
)
