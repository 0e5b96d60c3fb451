"""What can go wrong outside our code, each with one Vietnamese sentence: what is wrong, what to do.

Every message to the user about a fault is written here, once. The command line prints the message and ends
with status 2; a Python caller catches `DrafterError`.
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


class ForeignFile(UnreadableFile):
    sentence = "không phải tệp .docx hoặc .txt; hãy lưu văn bản thành .docx rồi thử lại."


class OversizedFile(UnreadableFile):
    sentence = "tệp nén ra quá lớn, có thể là tệp độc hại; hãy lấy lại tệp từ nơi gửi."


class UnsafeFile(UnreadableFile):
    sentence = "tệp khai báo thực thể XML, văn bản Word không có; hãy lấy lại tệp từ nơi gửi."


class SignedFile(UnreadableFile):
    sentence = "tệp đã ký số, sửa là mất hiệu lực chữ ký; hãy sửa bản chưa ký."


class UndecodableFile(UnreadableFile):
    sentence = "không nhận ra bảng mã chữ; hãy lưu lại tệp với bảng mã UTF-8."


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


class UnknownDocument(CorpusError):
    def __init__(self, sought: int | str) -> None:
        super().__init__(f"Trong kho không có văn bản “{sought}”; hãy xem danh sách bằng: drafter corpus list.")


class MalformedSidecar(CorpusError):
    """A `documents.tsv` or `documents.csv` that cannot be followed; nothing of its folder is added."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file}, dòng {line}: {what}")


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
