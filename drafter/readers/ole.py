"""Compound files (OLE): the old files of Word and Excel, and the shell around encrypted new ones."""

from __future__ import annotations

MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")


def has_stream(data: bytes, name: str) -> bool:
    """Whether the compound file has that stream: a directory entry is 128 bytes, the name's length at 64."""
    encoded = f"{name}\0".encode("utf-16-le")
    at = data.find(encoded)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 66] == len(encoded).to_bytes(2, "little"):
            return True
        at = data.find(encoded, at + 1)
    return False


def is_encrypted_package(data: bytes) -> bool:
    """Whether it is a .docx or .xlsx under a password."""
    return has_stream(data, "EncryptedPackage")
