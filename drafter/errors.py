"""What can go wrong outside our code, each with one Vietnamese sentence: what is wrong, what to do.

Every message to the user about a fault is written once: here, or for the register in `drafter.register.refusals`. The
command line prints the message and ends with status 2; a Python caller catches `DrafterError`.
"""

from __future__ import annotations

from collections.abc import Iterable


class DrafterError(Exception):
    """A fault that the user can act on. `str()` is the sentence to show."""


class UnreadableFile(DrafterError):
    """A file that cannot be read as a document. `name` is the file's name, `str()` names it too."""

    sentence = "không đọc được; hãy kiểm tra lại tệp."

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"{name}: {self.sentence}")


class MissingFile(UnreadableFile):
    sentence = "không tìm thấy tệp; hãy kiểm tra lại đường dẫn."


class NotAFile(UnreadableFile):
    sentence = "đây là thư mục; hãy chọn một tệp trong đó."


class ForbiddenFile(UnreadableFile):
    sentence = "không có quyền đọc tệp; hãy xin quyền hoặc chép tệp sang thư mục khác."


class EmptyFile(UnreadableFile):
    sentence = "tệp trống, không có chữ nào; hãy chọn tệp có nội dung."


class EncryptedFile(UnreadableFile):
    sentence = "tệp đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."


class CorruptFile(UnreadableFile):
    sentence = "tệp bị hỏng; hãy mở bằng Word, lưu lại thành .docx rồi thử lại."


class EncryptedPdf(EncryptedFile):
    sentence = "tệp PDF đặt mật khẩu; hãy mở bằng mật khẩu, in hoặc lưu lại thành PDF không mật khẩu rồi thử lại."


class CorruptPdf(CorruptFile):
    sentence = "tệp PDF bị hỏng; hãy lấy lại tệp từ nơi gửi, hoặc in lại thành PDF từ văn bản gốc."


class ForeignFile(UnreadableFile):
    sentence = "không phải loại tệp đọc được; hãy lưu văn bản thành .docx hoặc .pdf rồi thử lại."


class OversizedFile(UnreadableFile):
    sentence = "tệp nén ra quá lớn, có thể là tệp độc hại; hãy lấy lại tệp từ nơi gửi."


class CorruptPicture(CorruptFile):
    sentence = "tệp ảnh bị hỏng hoặc thiếu một phần; hãy quét lại, hoặc lấy lại tệp từ nơi gửi."


class OversizedPicture(OversizedFile):
    sentence = "ảnh quá lớn hoặc quá nhiều trang; hãy quét lại khổ A4, 300 dpi, hoặc tách lấy những trang cần đọc."


class LongPdf(OversizedFile):
    sentence = "tệp PDF dài quá 2.000 trang; hãy tách lấy những trang cần đọc rồi thử lại."


class UnsafeFile(UnreadableFile):
    sentence = "tệp khai báo thực thể XML, văn bản bình thường không có; hãy lấy lại tệp từ nơi gửi."


class MacroFile(UnreadableFile):
    sentence = "tệp Word có chứa macro; hãy mở bằng Word rồi lưu thành .docx (tài liệu Word không có macro)."


class SignedFile(UnreadableFile):
    sentence = "tệp đã ký số, sửa là mất hiệu lực chữ ký; hãy sửa bản chưa ký."


class UndecodableFile(UnreadableFile):
    sentence = "không nhận ra bảng mã chữ; hãy lưu lại tệp với bảng mã UTF-8."


class EncryptedSheet(EncryptedFile):
    sentence = "bảng tính đặt mật khẩu; hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại."


class CorruptSheet(CorruptFile):
    sentence = "bảng tính bị hỏng; hãy mở bằng Excel, lưu lại thành .xlsx rồi thử lại."


class ForeignSheet(ForeignFile):
    sentence = "là bảng tính dạng cũ; hãy mở bằng Excel rồi lưu thành .xlsx."


class OversizedSheet(OversizedFile):
    sentence = "bảng tính quá lớn (hơn 200.000 ô có nội dung); hãy bỏ các trang, dòng không cần rồi thử lại."


class ForeignRegister(ForeignFile):
    sentence = "không phải bảng tính; hãy mở sổ bằng Excel, lưu lại thành .xlsx hoặc .csv rồi thử lại."


class OversizedRegister(OversizedFile):
    sentence = (
        "bảng tính quá lớn (hơn 3.000.000 ô, tính đến ô cuối cùng có nội dung); "
        "hãy xóa ô nằm xa bảng, hoặc tách sổ theo năm rồi thử lại."
    )


class NoRegister(UnreadableFile):
    sentence = (
        "không thấy dòng tiêu đề của sổ đăng ký văn bản đi (Số, ký hiệu – Ngày tháng – Trích yếu …); "
        "hãy chọn đúng tệp, hoặc thêm dòng tiêu đề vào trên dữ liệu."
    )


class UnclosedQuote(CorruptFile):
    """A .csv in which a quotation mark is opened and not closed, or a cell is without end; `row` counts from 1."""

    def __init__(self, name: str, row: int) -> None:
        super().__init__(name)
        self.args = (f"{name}: dấu ngoặc kép ở dòng {row} hoặc sau đó không khép; hãy sửa rồi thử lại.",)


class EncryptedPackage(EncryptedFile):
    sentence = "trong tệp nén, văn bản này đặt mật khẩu; hãy giải nén bằng mật khẩu rồi chọn văn bản."


class CorruptPackage(CorruptFile):
    sentence = "gói bị hỏng; hãy lấy lại tệp từ nơi gửi."


class NestedPackage(UnreadableFile):
    sentence = "gói nằm trong gói quá nhiều lớp; hãy giải nén rồi chọn từng văn bản."


class EmptyPackage(EmptyFile):
    sentence = "trong gói không có văn bản nào; hãy kiểm tra lại tệp hoặc lấy lại từ nơi gửi."


class UnsafePackage(UnsafeFile):
    sentence = "tệp khai báo thực thể XML, có thể là tệp độc hại; hãy lấy lại tệp từ nơi gửi."


class NoEnvelope(UnreadableFile):
    sentence = "không phải gói edXML, hoặc trong gói không có thông tin văn bản; hãy lấy lại tệp từ nơi gửi."


class RevocationPackage(UnreadableFile):
    sentence = "là gói thu hồi, không phải văn bản mới; hãy hủy hoặc thay thế văn bản ấy trong sổ."


class StatusPackage(UnreadableFile):
    sentence = "là gói báo trạng thái xử lý, không có văn bản; hãy chọn gói gửi văn bản."


class SlowFile(UnreadableFile):
    sentence = "đọc mãi không xong nên đã dừng; hãy chia nhỏ tệp hoặc lưu lại thành .docx rồi thử lại."


class GreedyFile(UnreadableFile):
    sentence = "đọc tệp này cần quá nhiều bộ nhớ nên đã dừng; hãy chia nhỏ tệp hoặc lưu lại thành .docx rồi thử lại."


class MissingOffice(UnreadableFile):
    sentence = (
        "cần LibreOffice để đọc tệp .doc, .odt, .rtf; hãy cài LibreOffice, hoặc mở bằng Word rồi lưu thành .docx."
    )


class MissingRecogniser(UnreadableFile):
    sentence = (
        "là bản quét, cần Tesseract có tiếng Việt để nhận dạng chữ; "
        "hãy cài Tesseract (xem: drafter doctor), hoặc dùng bản có chữ của văn bản này."
    )


class MissingLibrary(UnreadableFile):
    """A Python library that an installation brings is not there; `library` is what it is imported as."""

    def __init__(self, name: str, library: str) -> None:
        super().__init__(name)
        called = f" “{library}”" if library else ""
        self.args = (
            f"{name}: thiếu thư viện Python{called} để đọc loại tệp này; hãy chạy drafter doctor, cài theo đó.",
        )


class SeveralDocuments(UnreadableFile):
    """A package with more than one document where one was wanted."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(name)
        self.args = (f"{name}: trong gói có {count} văn bản; hãy giải nén rồi chọn một văn bản.",)


class CorpusError(DrafterError):
    """The kho văn bản cannot be opened or written. `str()` is the sentence to show."""


class HomeNotWritable(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: không ghi được vào đây; hãy xin quyền ghi, hoặc chọn thư mục khác bằng --home.")


class DiskFull(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: đĩa đã đầy, phần đang ghi được bỏ lại trọn vẹn; hãy dọn bớt đĩa rồi làm lại.")


class NewerDatabase(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where}: kho do phiên bản mới hơn của drafter ghi, chưa bị thay đổi gì; hãy cập nhật drafter rồi mở lại."
        )


class CorruptDatabase(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where}: không phải kho của drafter hoặc đã hỏng; "
            "hãy khôi phục bản sao lưu, hoặc dời tệp này đi để lập kho mới."
        )


class BusyDatabase(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: chương trình khác đang ghi vào kho quá lâu; hãy đợi ít phút rồi làm lại.")


class UnreachableDatabase(CorpusError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where}: không kết nối được máy chủ PostgreSQL; hãy kiểm tra máy chủ, mật khẩu và DRAFTER_DATABASE_URL."
        )


class WrongDatabaseUrl(CorpusError):
    def __init__(self) -> None:
        super().__init__(
            "DRAFTER_DATABASE_URL không phải địa chỉ PostgreSQL; hãy viết dạng postgresql://người-dùng:mật-khẩu@máy-chủ/kho."
        )


class MissingDriver(CorpusError):
    def __init__(self) -> None:
        super().__init__('Chưa cài phần nối với PostgreSQL; hãy chạy: pip install "drafter[postgres]".')


class DatabaseFault(CorpusError):
    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: kho văn bản báo lỗi “{reason}”; hãy thử lại, nếu vẫn lỗi thì báo người quản trị.")


class NotInAFile(CorpusError):
    def __init__(self) -> None:
        super().__init__(
            "Dữ liệu nằm trên máy chủ PostgreSQL; hãy sao lưu bằng pg_dump --format=custom, khôi phục bằng pg_restore."
        )


class UnknownDocument(CorpusError):
    def __init__(self, sought: int | str) -> None:
        super().__init__(f"Trong kho không có văn bản “{sought}”; hãy xem danh sách bằng: drafter corpus list.")


class MalformedSidecar(CorpusError):
    """A `documents.tsv` or `documents.csv` that cannot be followed; nothing of its folder is added."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file}, dòng {line}: {what}")


class SecretFile(DrafterError):
    """A document with a mark of State secrets: nothing of it is kept here. `mark` is TỐI MẬT …"""

    sentence = (
        "văn bản đóng dấu {mark}, không được đưa vào đây; hãy vào sổ riêng theo quy định về bảo vệ bí mật nhà nước."
    )

    def __init__(self, name: str, mark: str) -> None:
        super().__init__(f"{name}: {self.sentence.format(mark=mark)}")


class RegisterError(DrafterError):
    """What the register cannot do; nothing of it was changed."""


class UnknownCheck(DrafterError):
    """A check that there is none of."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"Không có phần kiểm tra “{name}”; hãy chọn trong: {', '.join(known)}.")


class UnknownKind(DrafterError):
    """A kind of document that there is no skeleton of."""

    def __init__(self, kind: str, party: bool) -> None:
        option = " --party" if party else ""
        super().__init__(f"Không có mẫu cho “{kind}”; hãy chọn tên loại hoặc ký hiệu trong: drafter new --list{option}")


class WrongValue(DrafterError):
    """A value for a skeleton that cannot be printed; `what` says what is wrong and what to write."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name}: {what}")


class UnknownValue(DrafterError):
    """A name that a skeleton has no place for."""

    def __init__(self, name: str, kind: str, known: Iterable[str]) -> None:
        super().__init__(f"{kind} không có mục “{name}”; hãy chọn trong: {', '.join(known)}.")


class WrongValuesFile(DrafterError):
    """A TOML file of values that cannot be read; `where` is the line or ""."""

    def __init__(self, file: str, where: str) -> None:
        super().__init__(
            f'{file}: không đọc được theo dạng TOML{where}; hãy viết mỗi dòng như: signer = "Hoàng Thị Lan"'
        )
