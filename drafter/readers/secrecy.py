"""The one question before anything of a file is stored: whether it bears a mark of State secrets."""

from __future__ import annotations

from drafter.errors import SecretFile
from drafter.nlp.secrecy import secrecy_of


def refuse_secret(name: str, text: str) -> None:
    """Raises `SecretFile` where what is read in the file `name` bears a mark (`drafter.nlp.secrecy`)."""
    if mark := secrecy_of(text):
        raise SecretFile(name, mark)
