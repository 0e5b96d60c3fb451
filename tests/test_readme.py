"""What README, docs and Makefile say is so: commands, options, examples, rules, files."""

import ast
import doctest
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import drafter
from drafter.cli import main
from drafter.corpus.importing import _READABLE
from drafter.reuse.check import RULES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

_VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE)
_RULE = re.compile(r"(?:reuse|overlap|cite|task|word|need|nd30|hd05)\.[A-Za-z][\w-]*")
_PATH = re.compile(r"(?<![\w./])(?:drafter|tests|docs|corpus|bench)/[\w./-]*\w")


def block(language: str, text: str = README) -> str:
    """The first block of code in a language."""
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found, f"no block of {language}"
    return found[1]


def commands(command: click.Command, called: str, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    """The command with all below it, as they are called."""
    yield called, command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner
            yield from commands(inner, f"{called} {name}", context)


@pytest.fixture(scope="module")
def known() -> dict[str, click.Command]:
    """All commands by how they are called."""
    return dict(commands(main, "drafter", main.make_context("drafter", [], resilient_parsing=True)))


def test_every_command_and_option_is_in_the_readme_and_explained_in_vietnamese(known: dict[str, click.Command]) -> None:
    for called, command in known.items():
        assert called in README
        assert _VIETNAMESE.search(command.help or ""), f"{called} has no Vietnamese help"
        for option in (one for one in command.params if isinstance(one, click.Option)):
            assert f"`{option.opts[0]}" in README or f" {option.opts[0]} " in README or f"[{option.opts[0]}" in README
            assert _VIETNAMESE.search(option.help or ""), f"{called} {option.opts[0]} has no Vietnamese help"


def test_no_line_of_a_help_begins_with_a_quotation_mark_of_the_code(known: dict[str, click.Command]) -> None:
    for called, command in known.items():
        helps = [command.help, *(one.help for one in command.params if isinstance(one, click.Option))]
        assert not [one for one in helps if re.search(r'^\s*"', one or "", re.MULTILINE)], called


def test_check_corpus_add_and_the_readme_name_the_same_formats(known: dict[str, click.Command]) -> None:
    helps = [" ".join((known[called].help or "").split()) for called in ("drafter check", "drafter corpus add")]
    named = [sentence[0] for one in helps if (sentence := re.search(r"Đọc được \.docx.+?(?=;)", one))]
    assert len(named) == 2
    assert named[0] == named[1]

    formats = set(re.findall(r"\.[a-z]+", named[0]))
    rows = re.search(r"^\| format \|.*?\n\n", README, re.MULTILINE | re.DOTALL)
    assert rows
    first_column = " ".join(re.findall(r"^\| ([^|]+) \|", rows[0], re.MULTILINE))
    assert set(re.findall(r"`(\.[a-z]+)`", first_column)) == formats
    same = {".jpeg": ".jpg", ".tiff": ".tif", ".htm": ".html"}
    assert {same.get(one, one) for one in _READABLE if ".jsonl" not in one} == formats


def test_every_command_that_a_document_shows_exists(known: dict[str, click.Command]) -> None:
    shown = set(re.findall(r"drafter (corpus \w+|check|corpus)", README + "".join(DOCS.values())))

    assert shown
    assert {f"drafter {name}" for name in shown} <= set(known)


def test_every_target_is_explained_and_those_of_the_readme_exist() -> None:
    explained = set(re.findall(r"^([a-z]+):.*## \S", MAKEFILE, re.MULTILINE))

    assert explained == set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)) - {"programs"}
    assert set(re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE)) <= explained
    assert [line.split()[1] for line in block("sh").splitlines()] == ["demo", "test"]


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", *(f"docs/{name}" for name in DOCS)])
def test_files_that_a_document_names_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = {(ROOT / name).parent / link for link in re.findall(r"\]\(([^)#:]+)\)", text)}

    missing = [str(path) for path in links | {ROOT / path for path in _PATH.findall(text)} if not path.exists()]
    assert not missing


def test_every_rule_of_the_code_is_in_the_documents() -> None:
    strings = {
        node.value
        for path in (ROOT / "drafter").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    rules = {text for text in strings if _RULE.fullmatch(text)}

    assert set(RULES) <= rules
    assert [rule for rule in sorted(rules) if f"`{rule}`" not in DOCS["architecture.md"] + DOCS["layout.md"]] == []


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAFTER_DATABASE_URL", raising=False)
    example = doctest.DocTestParser().get_doctest(block("pycon"), {}, "README.md", "README.md", 0)

    ran = doctest.DocTestRunner().run(example)

    assert ran.attempted >= 4
    assert ran.failed == 0


def test_the_program_says_what_the_readme_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line in this order; a line "…" stands for lines left out."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("DRAFTER_DATABASE_URL", raising=False)
    for session in re.split(r"^\$ drafter ", block("console"), flags=re.MULTILINE)[1:]:
        command, *lines = session.splitlines()
        said = CliRunner(env={"DRAFTER_HOME": str(tmp_path), "COLUMNS": "80"}).invoke(main, command.split()).stdout

        rest = iter(said.splitlines())
        missing = [line for line in lines if line != "…" and line not in rest]
        assert not missing, f"drafter {command} does not say (any more): {missing[0]}"


def test_every_error_message_is_one_vietnamese_sentence_with_advice() -> None:
    """What is wrong; what to do."""
    kinds = [kind for kind in _below(drafter.DrafterError) if "sentence" in vars(kind)]

    assert kinds
    for kind in kinds:
        assert re.fullmatch(r"[^;]+; hãy [^;]+\.", kind.sentence), kind.sentence


def _below(kind: type[Exception]) -> Iterator[type]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _below(inner)
