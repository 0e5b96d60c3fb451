"""The interface for programs described by OpenAPI 3.1; the same description checks what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from webapp.store import LARGEST

Schema = Mapping[str, Any]
NO_CONTROLS = r"^[^\u0000-\u001f\u007f]*$"
"""What words may be made of."""


class WrongQuery(Exception):
    """A query that is not as described; `str()` is the sentence to answer with."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that may be said in a query."""

    name: str
    about: str
    """In Vietnamese."""
    schema: Schema
    required: bool = False

    def described(self) -> Schema:
        where = {"name": self.name, "in": "query", "required": self.required}
        return {**where, "description": self.about, "schema": self.schema}


@dataclass(frozen=True, slots=True)
class Operation:
    """What one may ask for at a path."""

    path: str
    method: str
    name: str
    about: str
    answers: Mapping[int, Schema]
    """Of those that succeed the schema by status."""
    parameters: tuple[Parameter, ...] = ()
    failures: tuple[int, ...] = ()
    takes: tuple[str, ...] = ()
    """Media types of the one file that is sent along; it is read by what stands in it, whatever type is said."""
    within: tuple[str, ...] = ()
    """Names in the path, each a whole number."""
    is_open: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    """Of an answer that succeeds."""


def words(about: str, name: str, longest: int = 200) -> Parameter:
    return Parameter(name, about, {"type": "string", "maxLength": longest, "pattern": NO_CONTROLS})


def number(about: str, name: str, least: int = 0, most: int = LARGEST, default: int | None = None) -> Parameter:
    usual = {} if default is None else {"default": default}
    return Parameter(name, about, {"type": "integer", "minimum": least, "maximum": most, **usual})


def a_day(about: str, name: str) -> Parameter:
    return Parameter(name, about, {"type": "string", "format": "date"})


def one_of(about: str, name: str, known: Sequence[str]) -> Parameter:
    return Parameter(name, about, {"type": "string", "enum": list(known)})


def asked(parameters: Sequence[Parameter], query: MultiDict[str, str]) -> dict[str, Any]:
    """What a query says by name, numbers as such, what has a usual value with it. Raises `WrongQuery`."""
    known = {one.name: one for one in parameters}
    if strange := [name for name in query if name not in known]:
        raise WrongQuery(f"Không có tham số “{strange[0]}”; hãy xem /api/v1/openapi.json.")
    found = {name: one.schema["default"] for name, one in known.items() if "default" in one.schema}
    for name, one in known.items():
        said = query.getlist(name)
        if len(said) > 1 or (one.required and not said):
            raise WrongQuery(f"Tham số “{name}” phải ghi đúng một lần; hãy sửa rồi gửi lại.")
        if said:
            found[name] = _value(one, said[0])
    return found


def _value(parameter: Parameter, said: str) -> Any:
    schema, wrong = parameter.schema, WrongQuery(f"Giá trị của “{parameter.name}” không đúng; hãy sửa rồi gửi lại.")
    if schema["type"] == "integer":
        if not re.fullmatch(r"-?[0-9]{1,12}", said) or not schema["minimum"] <= int(said) <= schema["maximum"]:
            raise wrong
        return int(said)
    if "enum" in schema and said not in schema["enum"]:
        raise wrong
    if schema.get("format") == "date" and not _is_day(said):
        raise wrong
    if not schema.get("minLength", 0) <= len(said) <= schema.get("maxLength", len(said)):
        raise wrong
    if not re.search(schema.get("pattern", ""), said):
        raise wrong
    return said


def _is_day(said: str) -> bool:
    try:
        return date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def described(operations: Sequence[Operation], schemas: Mapping[str, Schema], failures: Mapping[int, str]) -> Schema:
    """The whole description; `failures` says by status what went wrong."""
    paths: dict[str, dict[str, Schema]] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method] = _operation(one, failures)
    about = "Cho phần mềm khác của cơ quan. Mã truy cập lấy ở trang Tài khoản; trên máy một người thì không cần."
    return {
        "openapi": "3.1.0",
        "info": {"title": "drafter", "version": "1", "description": about},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def _operation(one: Operation, failures: Mapping[int, str]) -> Schema:
    said: dict[str, Any] = {"operationId": one.name, "summary": one.about}
    if one.is_open:
        said["security"] = []
    if parameters := [*_in_path(one), *(parameter.described() for parameter in one.parameters)]:
        said["parameters"] = parameters
    if one.takes:
        form = {
            "type": "object",
            "properties": {"file": {"type": "string", "contentMediaType": "application/octet-stream"}},
            "required": ["file"],
            "additionalProperties": False,
        }
        sent = {"schema": form, "encoding": {"file": {"contentType": ", ".join(one.takes)}}}
        said["requestBody"] = {"required": True, "content": {"multipart/form-data": sent}}
    said["responses"] = {
        **{str(status): _succeeds(one, schema) for status, schema in one.answers.items()},
        **{str(status): _fails(failures[status]) for status in sorted({*one.failures, *_always(one)})},
    }
    return said


def _always(one: Operation) -> tuple[int, ...]:
    return () if one.is_open else (401, 403, 429)


def _in_path(one: Operation) -> Iterator[Schema]:
    for name in one.within:
        schema = {"type": "integer", "minimum": 0, "maximum": LARGEST}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _succeeds(one: Operation, schema: Schema) -> Schema:
    headers = {name: {"description": about, "schema": {"type": "string"}} for name, about in one.headers.items()}
    content = {"application/json": {"schema": schema}}
    return {"description": one.about, "content": content, **({"headers": headers} if headers else {})}


def _fails(about: str) -> Schema:
    schema = {"$ref": "#/components/schemas/Failure"}
    return {"description": about, "content": {"application/json": {"schema": schema}}}
