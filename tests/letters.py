"""edXML envelopes for tests, in both dialects: what a commune sends with its files."""

from __future__ import annotations

import base64
from collections.abc import Mapping

Files = Mapping[str, bytes | str]
"""By their names; a text stands in the envelope as it is, where it is no file that could be unpacked."""


def qcvn(files: Files, issuer: str = "UBND xã Bình An", number: int = 22) -> bytes:
    """By QCVN 102:2016/BTTTT; the manifest has the name of the first file, the others say theirs themselves."""
    first, *others = files
    attachments = _qcvn_attachment(files[first], "application/octet-stream", "1@a")
    for name in others:
        attachments += _qcvn_attachment(files[name], f'text/plain; name="{name}"')
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<edXML:edXML xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016" xmlns:xlink="http://www.w3.org/1999/xlink">
 <edXML:edXMLEnvelope><edXML:edXMLHeader><edXML:MessageHeader>
  <edXML:To><edXML:OrganId>000.02</edXML:OrganId><edXML:OrganName>UBND xã Hòa Bình</edXML:OrganName></edXML:To>
  <edXML:From><edXML:OrganId>000.01</edXML:OrganId><edXML:OrganName>{issuer.replace(" ", chr(10) + "   ")}
   </edXML:OrganName></edXML:From>
  <edXML:Code><edXML:CodeNumber>{number}</edXML:CodeNumber><edXML:CodeNotation>KH-UBND</edXML:CodeNotation></edXML:Code>
  <edXML:PromulgationInfo><edXML:Place>Bình An</edXML:Place>
   <edXML:PromulgationDate>2026/03/05</edXML:PromulgationDate></edXML:PromulgationInfo>
  <edXML:DocumentType><edXML:Type>2</edXML:Type><edXML:TypeName>Kế hoạch</edXML:TypeName></edXML:DocumentType>
  <edXML:Subject>Phòng, chống dịch năm 2026</edXML:Subject>
  <edXML:SignerInfo><edXML:Competence>TM. Ủy ban nhân dân</edXML:Competence><edXML:Position>Chủ tịch</edXML:Position>
   <edXML:FullName>Hoàng Thị Lan</edXML:FullName></edXML:SignerInfo>
 </edXML:MessageHeader></edXML:edXMLHeader>
 <edXML:edXMLBody><edXML:edXMLManifest>
  <edXML:Reference xlink:href="cid:1@a"><edXML:AttachmentName>{first}</edXML:AttachmentName></edXML:Reference>
 </edXML:edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope>
 <edXML:AttachmentEncoded>{attachments}</edXML:AttachmentEncoded>
</edXML:edXML>""".encode()


def edoc(files: Files, issuer: str = "Đảng ủy xã Bình An", number: int = 87) -> bytes:
    """By QĐ 28/2018/QĐ-TTg, with names of files as Windows has them."""
    attachments = "".join(
        f"<Attachment><Content>{_wrapped(content)}</Content><FileName>C:\\tai lieu\\{name}</FileName></Attachment>"
        for name, content in files.items()
    )
    return f"""<EdXMLEnvelope xmlns="http://www.go.vn/eDoc"><MessageHeader>
 <From><OrganId>H37</OrganId><OrganName>{issuer}</OrganName></From>
 <To><OrganId>H38</OrganId><OrganName>Tỉnh ủy</OrganName></To>
 <Code><CodeNumber>{number}</CodeNumber><CodeNotation>KH/ĐU</CodeNotation></Code>
 <PromulgationInfo><Promulgator>N/A</Promulgator><PromulgationDate>05/03/2026</PromulgationDate></PromulgationInfo>
 <DocumentType>Kế hoạch</DocumentType><Subject>Về chuyển đổi số</Subject>
 <SignerInfo><Position>Bí thư</Position><FullName>Vàng A Páo</FullName></SignerInfo></MessageHeader>
 <Manifest>{attachments}</Manifest>
</EdXMLEnvelope>""".encode()


def _qcvn_attachment(content: bytes | str, kind: str, id_: str = "") -> str:
    said = f"<edXML:ContentId>{id_}</edXML:ContentId>" if id_ else ""
    return (
        f"<edXML:Attachment><edXML:ContentType>{kind}</edXML:ContentType>{said}<edXML:ContentTransferEncoded>"
        f"{_wrapped(content)}</edXML:ContentTransferEncoded></edXML:Attachment>"
    )


def _wrapped(content: bytes | str) -> str:
    return content if isinstance(content, str) else base64.encodebytes(content).decode()
