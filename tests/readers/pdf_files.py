"""PDF files for the tests: written by reportlab, printed by LibreOffice, signed with a certificate made here."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from asn1crypto import keys, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], object]


def drawn(*pages: Draw, **options: object) -> bytes:
    """A PDF with a page for each of these."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1, **options)  # type: ignore[arg-type]
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*texts: str, font: str = "Times-Roman", size: float = 14, left: float = 85, top: float = 80) -> Draw:
    """Lines below each other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for at, text in enumerate(texts):
            canvas.drawString(left, A4[1] - top - 18 * at, text)

    return draw


def both(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def printed(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Word files as LibreOffice prints them, by their names."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    office = shutil.which("soffice")
    assert office is not None
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    paths = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, "--outdir", str(folder), *paths], check=True, capture_output=True, timeout=180)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in files}


def signer(name: str = "Ủy ban nhân dân xã Bản Mây") -> SimpleSigner:
    """Who signs with a certificate of their own making."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    who = certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer = certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, "Nơi cấp chứng thư số thử")])
    now = datetime.now(UTC)
    made = (
        certificates.CertificateBuilder()
        .subject_name(who)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SimpleSigner(
        signing_cert=x509.Certificate.load(made.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


def signed(data: bytes, who: SimpleSigner, field: str = "Signature1") -> bytes:
    file = sign_pdf(IncrementalPdfFileWriter(BytesIO(data)), PdfSignatureMetadata(field_name=field), signer=who)
    return bytes(file.getbuffer())
