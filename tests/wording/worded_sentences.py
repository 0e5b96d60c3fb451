"""Sentences with what has to be said of them, and sentences of which nothing may be said.

Written for these tests, or taken from the drafts in `corpus/` and spoiled at one place. ‹› mark the place; behind it
what to write.
"""

MISSPELLED = [
    ("Khắc phục tình trạng ‹chông› chéo trong chỉ đạo, điều hành.", "chồng chéo"),
    ("Hệ thống ‹Công›/Trang thông tin điện tử của xã được cập nhật hằng tuần.", "Cổng/Trang thông tin"),
    ("Kết quả được đăng trên ‹Công› Thông tin điện tử của tỉnh.", "Cổng Thông tin điện tử"),
    ("Hồ sơ nộp qua ‹Công› dịch vụ công quốc gia.", "Cổng dịch vụ công"),
    ("Khen thưởng tập thể có thành tích ‹suất› sắc.", "xuất sắc"),
    ("Các đơn vị chủ động ‹sử› lý công việc thuộc thẩm quyền.", "xử lý"),
    ("Kịp thời bổ ‹xung› nhân lực cho bộ phận một cửa.", "bổ sung"),
    ("Việc ‹sát› nhập các thôn thực hiện theo đề án.", "sáp nhập"),
    ("Dữ liệu phải được cập ‹nhập› hằng ngày.", "cập nhật"),
    ("Văn bản phải ngắn gọn, ‹xúc› tích, dễ hiểu.", "súc tích"),
    ("Bác sĩ ‹chuẩn› đoán bệnh tại trạm y tế.", "chẩn đoán"),
    ("Các cơ quan ‹triên› khai thực hiện nghiêm túc kế hoạch.", "triển khai"),
    ("Công chức phải nắm vững chuyên môn, nghiệp ‹vu›.", "nghiệp vụ"),
    ("Giao Phòng Kinh tế ‹hưởng› dẫn các thôn lập hồ sơ.", "hướng dẫn"),
    ("Các đơn vị ‹thức› hiện chế độ báo cáo theo quy định.", "thực hiện"),
    ("Nâng cao trách ‹nhiêm› của người đứng đầu.", "trách nhiệm"),
    ("Tăng cường kiểm ‹cha› việc thi hành công vụ.", "kiểm tra"),
    ("Thủ trưởng đơn vị chịu ‹chách› nhiệm trước pháp luật.", "trách nhiệm"),
    ("Ứng dụng công ‹nghê› thông tin trong quản lý.", "công nghệ"),
    ("Tuyên truyền trên các ‹phượng› tiện thông tin đại chúng.", "phương tiện"),
    ("Giải quyết hồ sơ đúng thời ‹hàn› quy định.", "thời hạn"),
    ("Bảo đảm an ninh, trật tự, an ‹toán› xã hội.", "an toàn"),
    ("Phối hợp chặt ‹chẻ› giữa các cơ quan.", "chặt chẽ"),
    ("Thực hiện ‹kỹ› luật, kỷ cương hành chính.", "kỷ luật"),
    ("Kinh phí thực hiện từ nguồn ngân ‹xách› xã.", "ngân sách"),
    ("Công tác ‹dào› tạo, bồi dưỡng cán bộ được quan tâm.", "đào tạo"),
    ("Cấp ‹giây› chứng nhận quyền sử dụng đất.", "giấy"),
    ("Rà soát các đối ‹tương› bảo trợ xã hội.", "đối tượng"),
    ("Xây dựng nông thôn mới nâng ‹coa›.", ""),
    ("Công khai thủ tục hành ‹chinh› tại trụ sở.", "hành chính"),
    ("Xây dựng kết cấu ‹hạn› tầng nông thôn.", "hạ tầng"),
    ("Tuyên ‹chuyền› pháp luật cho người dân.", "truyền"),
    ("Các tỉnh, thành ‹phổ› trực thuộc trung ương.", "thành phố"),
    ("Phân công theo ‹yên› cầu nhiệm vụ được giao.", "yêu cầu"),
    ("Bảo đảm an toàn cho lực lượng phòng, chống ‹tiên› tai cấp xã.", "thiên tai"),
    ("Xử lý vi phạm của tổ ‹chúc›, cá nhân theo quy định.", "tổ chức"),
    ("Đẩy mạnh chuyển ‹đỗi› số trong cơ quan.", "chuyển đổi"),
    ("Việc ‹thựchiện› nhiệm vụ phải có sản phẩm cụ thể.", "thực hiện"),
    ("Hệ thống ‹hoạtt› động ổn định.", ""),
    ("Trách ‹nhiệmm› của từng cơ quan được xác định rõ.", ""),
    ("Đây là ‹nghành› nghề được hỗ trợ.", "ngành"),
]
"""Place, and what the suggestion has to hold; "" where the place alone is told."""

DOUBLED = [
    ("Chịu trách nhiệm về kết quả ‹của của› đơn vị.", "của"),
    ("Thông báo đến ‹các các› thôn trên địa bàn.", "các"),
    ("Kế hoạch này có hiệu lực ‹từ ngày từ ngày› ký.", "từ ngày"),
    ("Giao các đơn vị ‹thực hiện thực hiện› nghiêm túc.", "thực hiện"),
    ("Văn phòng ‹báo báo› cáo Ủy ban nhân dân xã.", "báo"),
    ("Công khai ‹tại tại› trụ sở và nhà văn hóa.", "tại"),
    ("Phối hợp ‹với với› Công an xã.", "với"),
    ("Người dân ‹được được› hướng dẫn nộp hồ sơ.", "được"),
    ("Kinh phí ‹và và› nguồn lực do xã bố trí.", "và"),
    ("Nâng cao ‹chất lượng chất lượng› phục vụ.", "chất lượng"),
    ("Những việc vượt thẩm quyền ‹thì thì› báo cáo cấp trên.", "thì"),
    ("Đôn đốc ‹việc việc› trả kết quả đúng hẹn.", "việc"),
]

UNIT = [
    ("Ba thôn lần lượt đạt 95%, ‹90›, 85%.", "90%"),
    ("Tỷ lệ hồ sơ trực tuyến qua các năm là 60%, ‹70› và 80%.", "70%"),
    ("Diện tích ba khu lần lượt là 5 ha, ‹7›, 9 ha.", "7 ha"),
    ("Tỷ lệ đúng hạn đạt 98,5%, ‹97›.", "97%"),
    ("Hồ sơ đủ điều kiện đạt 80%; ‹80 dịch vụ› công trực tuyến toàn trình.", ""),
]

ABBREVIATION = [
    ("Giao ‹TTCKT› chủ trì việc này trước khi trình.", ""),
    ("Đội ngũ cán bộ, công chức, viên chức (‹CBCCV›) được tập huấn.", "CBCCVC"),
    ("Các ‹TCCTXH› phối hợp tuyên truyền trong nhân dân.", ""),
    ("Thực hiện theo quy trình ‹KSTTHCX› đã công bố trước đây.", ""),
]

COMMA = [
    ("Phù hợp với chức năng, nhiệm ‹vụ, của› các cơ quan, đơn vị.", "vụ của"),
    ("Nếu có khó khăn, vướng ‹mắc› phản ánh về Văn phòng.", ""),
    ("Phát huy vai ‹trò, của› người đứng đầu trong việc này.", "trò của"),
]

CAPITAL = [
    ("Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2026 về việc ‹Ban hành› quy chế làm việc.", "ban hành"),
    ("Ban hành văn bản về việc ‹Tăng cường› kiểm tra công vụ.", "tăng cường"),
]

SPACING = [
    ("Rà soát‹ ,› bổ sung hồ sơ trước khi trình.", ""),
    ("Các thôn gửi báo cáo‹ ;› Văn phòng tổng hợp.", ""),
    ("Nội dung gồm‹ :› mục tiêu, nhiệm vụ và giải pháp.", ""),
]

TONES = [
    ("Ủy ban nhân dân xã đơn giản hóa thủ tục, văn hóa công vụ, tiêu chuẩn ‹hoá› quy trình.", ""),
    ("Đường thủy và thủy lợi do xã quản lý, ‹thuỷ› sản do huyện quản lý.", ""),
]

DASH = [("Giai đoạn phát triển kinh tế - xã hội, Phòng Văn hóa ‹–› Xã hội theo dõi.", "")]

SILENT = [
    # reduplications, and words that meet
    "Người dân luôn luôn được tôn trọng khi đến giao dịch.",
    "Công việc dần dần đi vào nền nếp.",
    "Ngày ngày cán bộ thôn đến từng hộ để vận động.",
    "Hàng cây xanh xanh trước trụ sở được chăm sóc.",
    "Ngành công nghiệp thực hiện hiện đại hóa thiết bị.",
    "Việc quản lý lý lịch cán bộ theo quy định.",
    "Người người, nhà nhà tham gia giữ gìn vệ sinh.",
    "Thường thường việc này mất hai ngày.",
    "Nhiệm kỳ năm năm năm đầu tập trung cho hạ tầng.",
    "Từng bước từng bước nâng cao chất lượng phục vụ.",
    # names of people and places
    "Ông Lò Văn Sơn, Chủ tịch Ủy ban nhân dân xã chủ trì.",
    "Bà Triệu Thị Mùi trú tại thôn Nà Chông, xã Khuôn Lùng.",
    "Xã Khuôn Lùng giáp xã Nà Chì và xã Quảng Nguyên.",
    "Đoàn công tác đến huyện Krông Bông, tỉnh Đắk Lắk.",
    "Ông Vàng A Páo làm trưởng thôn Pờ Chừ Lủng.",
    "Thủ tướng dự lễ ở Điện Biên Phủ.",
    "Hồ Ba Bể thuộc tỉnh Thái Nguyên.",
    "Cầu Gián Khẩu bắc qua sông Hoàng Long.",
    "Đồng chí Giàng Seo Phử phát biểu.",
    "Khu du lịch Bản Giốc đón khách từ tháng 5.",
    # Party symbols and references
    "Thực hiện Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư.",
    "Kế hoạch số 87-KH/ĐU của Đảng ủy xã được triển khai đến các chi bộ.",
    "Căn cứ Hướng dẫn số 05-HD/VPTW của Văn phòng Trung ương Đảng.",
    "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
    "Công văn số 1488/VP-KH&CĐS hướng dẫn việc kết nối.",
    "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 có hiệu lực.",
    "Báo cáo gửi về BTCTU trước ngày 20 (theo Công văn số 12-CV/BTCTU).",
    "Quy chế số 05-QC/BTCTU-BNCTU về phối hợp công tác.",
    # both placements of the tone mark, one at a time
    "Ủy ban nhân dân xã hòa giải tranh chấp.",
    "Uỷ ban nhân dân xã hoà giải tranh chấp.",
    "Kỷ luật nghiêm, bác sĩ và bác sỹ đều được tập huấn.",
    "Quy hoạch thủy lợi của xã được phê duyệt.",
    "Ông Nguyễn Hoà và bà Trần Thị Thủy ký biên bản hòa giải.",
    # decimal commas, shared units, ranges
    "Tỷ lệ đạt 95,5%, tăng 1,2% so với năm trước.",
    "Phấn đấu đạt từ 15 đến 20% số hộ.",
    "Ba năm lần lượt đạt 80, 85 và 90%.",
    "Diện tích 1.234,5 ha, trong đó 12 ha đất ở.",
    "Đạt 95%, 90 hộ còn lại hoàn thành trong quý IV.",
    "Giảm 10% số hội nghị, 15% số văn bản.",
    "Hội nghị không quá 1/2 ngày, chuyên môn không quá 1,5 ngày.",
    "Thời gian từ 7 giờ 30 đến 11 giờ, ngày 05/9/2026.",
    "Xã có 11 thôn, 1.245 hộ, 5.678 nhân khẩu.",
    "Tỷ lệ 80%; 120 hộ được vay vốn.",
    # known abbreviations
    "UBND xã phối hợp với HĐND và UBMTTQ xã tổ chức.",
    "Đẩy mạnh CCHC và TTHC trên địa bàn.",
    "Trạm y tế thực hiện BHYT cho người dân.",
    "Hệ thống VNeID và mã QR được sử dụng rộng rãi.",
    "Trung tâm Phục vụ hành chính công (sau đây gọi tắt là TTPVHCC) tiếp nhận; TTPVHCC trả kết quả.",
    "Nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh (LGSP) hoạt động ổn định; LGSP được nâng cấp.",
    "Chương trình OCOP hỗ trợ sản phẩm của xã.",
    "Giai đoạn II và phần III của đề án đã xong.",
    "Tổ chức ASEAN và WTO có quy định riêng.",
    "Cán bộ, công chức, viên chức (CBCCVC) chấp hành giờ làm việc.",
    # commas and "của"
    "Thực hiện chỉ đạo của Trung ương, của tỉnh và của Đảng ủy.",
    "Ý kiến của người dân, của doanh nghiệp được ghi nhận.",
    "Nhiệm vụ thuộc thẩm quyền của xã, của thôn phải rõ.",
    # words that look like another
    "Các cơ quan tham mưu đề xuất hình thức khen thưởng.",
    "Phương thức hiện đại được áp dụng trong quản lý.",
    "Ý thức hiện nay của người dân đã nâng lên.",
    "Nhà sàn của đồng bào được bảo tồn.",
    "Giống lúa nếp nương cho năng suất khá.",
    "Người dân chăn nuôi trâu, bò, dê và lợn đen.",
    "Trồng ngô, sắn trên nương và lúa nước ở ruộng bậc thang.",
    "Đàn ong mật của các hộ phát triển tốt.",
    "Chè Shan tuyết là cây trồng chủ lực.",
    "Bưu tá đưa thư đến từng thôn.",
    "Loa truyền thanh phát vào năm giờ sáng.",
    "Lễ hội Lồng tồng tổ chức vào tháng Giêng.",
    "Hội thi hát then, đàn tính thu hút đông người xem.",
    "Đoạn đường đèo hay sạt lở vào mùa mưa.",
    "Máng nước bị vỡ, phải thay ống nhựa.",
    "Trẻ em được uống vắc xin và vitamin A.",
    "Phân lân, phân đạm được cấp theo định mức.",
    "Dịch tả lợn châu Phi đã được khống chế.",
    "Mỗi nhiệm vụ chỉ giao một cơ quan chủ trì, chịu trách nhiệm chính.",
    "Văn bản triển khai ở cấp xã không dài quá năm trang, không kể phụ lục.",
    "Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này.",
    "Kính gửi các thôn, bản trên địa bàn xã.",
    "Tổ công nghệ số cộng đồng hướng dẫn bà con cài đặt ứng dụng.",
    "Email và website của xã hoạt động ổn định.",
    "Camera an ninh lắp tại ngã ba chợ.",
    "Khoảng 12 km đường bê tông đã hoàn thành.",
    "Nước sạch phải có độ pH phù hợp.",
    "Sổ theo dõi ghi rõ ngày đến, nơi gửi, người nhận.",
    "Chợ phiên họp vào chủ nhật hằng tuần.",
    "Việc cưới, việc tang thực hiện theo hương ước.",
    "Khi có mưa lũ, các hộ ven suối phải di dời.",
    "Trưởng thôn báo tin bằng điện thoại hoặc tin nhắn.",
    "Kinh tế - xã hội của xã tiếp tục phát triển.",
    "Hồ sơ gồm: đơn, bản sao và ảnh.",
    "Đoàn viên, thanh niên ra quân dọn vệ sinh (sáng thứ Bảy hằng tuần).",
    "Ngân sách nhà nước hỗ trợ 70%, Nhân dân đóng góp 30%.",
]
