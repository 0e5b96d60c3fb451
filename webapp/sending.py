"""Files to be kept by whoever asks for them."""

from __future__ import annotations

from io import BytesIO

from flask import Response, send_file

from webapp.uploading import file_name

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sent(data: bytes, name: str, type: str) -> Response:
    """The answer with a file of this name and media type; what no name of a file has is left out of the name."""
    return send_file(BytesIO(data), type, as_attachment=True, download_name=file_name(name) or "tep")
