"""What holds the project together: which part may use which, how long a file may be, what the documents say of it."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import drafter
from drafter.report import About, Also, Finding, Report, Shares, Skipped, Source

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "drafter"

# Each part of the package, lowest first, with the parts that it may import; "drafter" is what the package exports.
PARTS = {
    "document": "",
    "errors": "",
    "report": "document",
    "nlp": "document",
    "readers": "document errors nlp",
    "storage": "errors",
    "corpus": "document errors nlp readers storage",
    "register": "document errors nlp readers storage",
    "sources": "document report corpus",
    "reuse": "document report nlp corpus sources",
    "layout": "document report nlp",
    "citations": "document report nlp corpus",
    "overlap": "document report nlp corpus sources",
    "tasks": "document report nlp",
    "wording": "document report nlp",
    "need": "document report nlp tasks",
    "reviewing": "layout citations overlap tasks wording need document errors report nlp corpus reuse",
    "templates": "errors nlp",
    "drafter": "document errors report readers corpus reviewing",
    "render": "document errors report nlp readers register layout tasks",
    "reporting": "nlp register templates render",
    "cli": "drafter document errors report nlp readers storage corpus register render layout citations tasks templates "
    "reporting",
    "__main__": "cli",
}
# Who may know what others need not: XML, databases, web pages, the terminal.
KNOWN_BY = {
    "lxml": "readers render",
    "docx": "render templates",
    "pypdfium2": "readers",
    "pyhanko": "readers",
    "sqlalchemy": "storage corpus register",
    "alembic": "storage",
    "psycopg": "corpus",
    "jinja2": "render",
    "click": "cli render",
    "underthesea": "nlp",
    "platformdirs": "storage",
    "bs4": "readers",
    "markdown_it": "readers",
    "charset_normalizer": "readers",
    "olefile": "readers",
    "openpyxl": "readers render",
    "python_calamine": "readers",
    "rapidfuzz": "nlp reuse render register",
    "scipy": "register",
}
LONGEST = 400
"""Lines of a file of code; a longer one does two things."""

# Places on somebody's machine, and folders above this one but ../shared. "../" inside zips and XML is no such place.
_OUTSIDE = re.compile(r"(?<![\w.:/])/(?:work|home|root|tmp|Users|opt)/\w+|(?<![\w\"'/.])\.\./(?!shared\b)\w+")
_FOLDERS = (".ci", "bench", "corpus", "docs", "drafter", "tests")

OFFLINE = """
import sys
import drafter

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise SystemExit(f"a connection: {event} {arguments}")

sys.addaudithook(refuse)
with drafter.Corpus(sys.argv[2], url=f"sqlite:///{sys.argv[2]}/kho.sqlite3") as corpus:
    document = drafter.read(sys.argv[1])
    corpus.add(document)
    drafter.review(document, corpus)
    print(len(corpus), "document")
"""


@cache
def modules() -> dict[str, ast.Module]:
    """The modules of the package by name, parsed."""
    return {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _texts() -> Iterator[Path]:
    """The files that people write here: those at the top and those in the folders."""
    yield from (ROOT / name for name in ("Makefile", "README.md", "CHANGELOG.md", "pyproject.toml", ".gitignore"))
    for folder in _FOLDERS:
        kinds = (".py", ".md", ".tsv", ".jinja", "")
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix in kinds)


def part(module: str) -> str:
    """The part of the package that a module belongs to: `nlp` of drafter.nlp.words."""
    return module.split(".")[1] if "." in module else module


def imported(nodes: Iterator[ast.AST]) -> set[str]:
    """The modules that these statements import, as precisely as they say."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "relative imports hide who imports whom"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in modules() else node.module for name in inner}
    return found


def test_parts_are_listed_from_the_lowest_to_the_highest() -> None:
    order = list(PARTS)

    assert set(order) == {part(module) for module in modules()}
    for name, lower in PARTS.items():
        assert set(lower.split()) <= set(order[: order.index(name)]), f"{name} may not import what is above it"


def test_the_architecture_shows_the_same_parts() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `drafter/(\w+)(?:/|\.py)` \|.*\| ?([^|]*) \|$", text, re.MULTILINE)
    shown = {name: set(re.findall(r"\w+", lower)) for name, lower in rows}

    assert shown == {name: set(lower.split()) for name, lower in PARTS.items() if name not in ("drafter", "__main__")}


def test_imports_go_one_way() -> None:
    wrong = [
        f"{module} imports {name}"
        for module, tree in modules().items()
        for name in imported(ast.walk(tree))
        if name.split(".")[0] == "drafter" and part(name) not in {part(module), *PARTS[part(module)].split()}
    ]

    assert not wrong, "\n".join(wrong)


def test_a_library_is_known_to_those_alone_who_need_it() -> None:
    wrong = [
        f"{module} imports {name}"
        for module, tree in modules().items()
        for name in imported(ast.walk(tree))
        if (library := name.split(".")[0]) in KNOWN_BY and part(module) not in KNOWN_BY[library].split()
    ]

    assert not wrong, "\n".join(wrong)


def test_no_module_needs_itself_to_be_loaded() -> None:
    needs = {module: imported(iter(tree.body)) & set(modules()) for module, tree in modules().items()}

    while leaves := {module for module, needed in needs.items() if not needed & set(needs)}:
        needs = {module: needed for module, needed in needs.items() if module not in leaves}

    assert not needs, f"a circle among {', '.join(sorted(needs))}"


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}

    long = [f"{path.relative_to(ROOT)}: {length} lines" for path, length in lengths.items() if length > LONGEST]
    assert not long, "\n".join(long)


def test_nothing_points_outside_but_to_the_shared_folder() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in _texts()
        for found in _OUTSIDE.finditer(path.read_text(encoding="utf-8"))
    ]

    assert not wrong, "\n".join(wrong)


def test_nothing_that_the_package_exports_is_called_as_a_module_is() -> None:
    """Once loaded, the module would stand in place of the function."""
    assert not {f"drafter.{name}" for name in drafter.__all__} & set(modules())


def test_a_check_opens_no_connection(samples: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(samples / "drafts" / "4-dan-nguon.docx"), str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )

    assert (done.stdout, done.stderr) == ("1 document\n", "")


def test_a_report_has_the_keys_of_the_contract_and_no_others() -> None:
    source = Source(12, "226.txt", "226-KL/TW", "t", "i", "2025-12-11", "mục 2", 812, 816, "chép", (Also(31, "5"),))
    finding = Finding("reuse.verbatim", "warning", 3, 7, "chép", "m", "s", "b", True, 0.97456, source)
    about = About("a.docx", "00", "nd30", "KH", "64/KH-UBND", "2026-08-05", "i", "s", 12)
    report = Report(
        about,
        "Nó chép lại.",
        Shares(0.31, 0.04, 0.12, 0.53),
        (finding, Finding("word.typo", "error", 0, 2, "Nó", "m")),
        ("reuse.verbatim", "word.typo"),
        ("nd30.DA-01",),
        (Skipped("overlap", "vì"),),
    )

    made = json.loads(json.dumps(report.as_dict()))

    assert made == {
        "schema": "drafter.report/1",
        "document": {
            "name": "a.docx",
            "sha256": "00",
            "regime": "nd30",
            "kind": "KH",
            "number": "64/KH-UBND",
            "date": "2026-08-05",
            "issuer": "i",
            "subject": "s",
            "characters": 12,
        },
        "summary": {
            "copied": 0.31,
            "cited": 0.04,
            "formula": 0.12,
            "own": 0.53,
            "findings": {"error": 1, "warning": 1, "info": 0},
            "rules": {"evaluated": 2, "not_evaluated": ["nd30.DA-01"]},
        },
        "findings": [
            {
                "rule": "reuse.verbatim",
                "severity": "warning",
                "start": 3,
                "end": 7,
                "text": "chép",
                "message": "m",
                "suggestion": "s",
                "basis": "b",
                "fix": True,
                "score": 0.9746,
                "source": {
                    "id": 12,
                    "name": "226.txt",
                    "number": "226-KL/TW",
                    "title": "t",
                    "issuer": "i",
                    "date": "2025-12-11",
                    "locator": "mục 2",
                    "start": 812,
                    "end": 816,
                    "text": "chép",
                    "also": [{"id": 31, "number": "5"}],
                },
            },
            {
                "rule": "word.typo",
                "severity": "error",
                "start": 0,
                "end": 2,
                "text": "Nó",
                "message": "m",
                "suggestion": "",
                "basis": "",
                "fix": False,
                "score": None,
                "source": None,
            },
        ],
        "skipped": [{"check": "overlap", "reason": "vì"}],
    }
