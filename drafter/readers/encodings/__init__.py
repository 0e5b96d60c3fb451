"""Vietnamese before Unicode: told by the name of a font or by the text itself, and turned into Unicode.

`encoding_of_font` and `decoded` are for text with fonts, `turned` and `decoded_bytes` for whole texts without, and
`recognised` and `recognised_lines` tell the encoding of a piece of text alone.
"""

from __future__ import annotations

from drafter.document import Encoding
from drafter.nlp.old_fonts import encoding_of_font, shows_capitals
from drafter.readers.encodings.decoding import Recoding, as_shown, decoded, in_capitals
from drafter.readers.encodings.recognising import may_be_old, reads_better, recognised, recognised_lines
from drafter.readers.encodings.tables import ENCODINGS
from drafter.readers.encodings.texts import Turned, decoded_bytes, turned

__all__ = [
    "ENCODINGS",
    "Encoding",
    "Recoding",
    "Turned",
    "as_shown",
    "decoded",
    "decoded_bytes",
    "encoding_of_font",
    "in_capitals",
    "may_be_old",
    "reads_better",
    "recognised",
    "recognised_lines",
    "shows_capitals",
    "turned",
]
