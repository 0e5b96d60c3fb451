"""The electronic signatures of a PDF: whose, when, and whether the file is still what was signed.

No certificate is validated and no server is asked: whom to trust is not judged here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from drafter.document import Signature

_MOST = 50
"""More signatures in one file are none that people put there."""


def signatures(data: bytes) -> tuple[Signature, ...]:
    """The signatures in the file's order; without those that are so broken that they name nobody."""
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL + 1)  # what it says of broken files is not for our user
    return tuple(_signatures(data))


def _signatures(data: bytes) -> Iterator[Signature]:
    try:
        found = list(PdfFileReader(BytesIO(data), strict=False).embedded_regular_signatures)
    except Exception:  # of broken files the library raises whatever it meets
        return
    names = {one.field_name for one in found}
    for one in found[:_MOST]:
        try:
            certificate = one.signer_cert
            signer, issuer = _name(certificate.subject), _name(certificate.issuer)
        except Exception:
            continue
        yield Signature(signer, _signed_at(one), _is_unchanged(one, names), issuer)


def _name(name: Any) -> str:
    """The common name, or failing that the organisation."""
    parts = name.native
    found = parts.get("common_name") or parts.get("organization_name") or name.human_friendly
    return " ".join(found) if isinstance(found, list) else str(found)


def _signed_at(one: EmbeddedPdfSignature) -> str:
    """As the signature says; with the offset of the signer's clock where the file tells it for the same moment."""
    try:
        told = one.self_reported_timestamp
        if not isinstance(told, datetime):
            return ""
        local = generic.parse_pdf_date(one.sig_object["/M"], strict=False) if "/M" in one.sig_object else told
        return (local if local.tzinfo and told.tzinfo and local == told else told).isoformat()
    except Exception:
        return ""


def _is_unchanged(one: EmbeddedPdfSignature, names: set[str]) -> bool:
    """Whether the signed bytes are what was signed, and nothing came behind them but other signatures."""
    try:
        kind = "data" if one.sig_object_type == "/Sig" else "tst_info"
        one.compute_integrity_info()  # type: ignore[no-untyped-call]
        fits, valid = validate_sig_integrity(one.signer_info, one.signer_cert, kind, one.compute_digest())
    except Exception:
        return False
    if not (fits and valid):
        return False
    if one.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return True
    later = one.diff_result
    if one.coverage != SignatureCoverageLevel.ENTIRE_REVISION or not isinstance(later, DiffResult):
        return False
    signed_only = set(later.changed_form_fields) <= names
    return later.modification_level.value <= ModificationLevel.FORM_FILLING.value and signed_only
