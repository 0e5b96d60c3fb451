"""`drafter check` as its users run it: a process of its own, with files of the project's corpus."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import drafter
from drafter.cli import main
from drafter.cli.frame import Frame
from drafter.cli.outlet import OutputIsInput, OutputIsNoFolder, targets

Drafter = Callable[..., subprocess.CompletedProcess[str]]

DRAFTER = [sys.executable, "-m", "drafter"]
COPIED = "2-sao-chep-nguyen-van.docx"
OWN = "1-khong-sao-chep.docx"
NOT_THERE = "khong-co.docx: không tìm thấy tệp; hãy kiểm tra lại đường dẫn.\n"


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "DRAFTER_HOME": str(home), "PYTHONPATH": str(Path(drafter.__file__).parents[1])}


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Drafter:
    """Runs the program in an empty folder."""

    def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*DRAFTER, *map(str, arguments)],
            cwd=tmp_path,
            env={**environment, **more},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    return run


@pytest.fixture
def drafts(samples: Path) -> Path:
    return samples / "drafts"


def test_a_copied_draft_is_shown_with_its_sources(run: Drafter, drafts: Path) -> None:
    done = run("check", drafts / COPIED)

    assert done.returncode in (0, 1)
    assert done.stderr == ""
    assert re.search(
        r"^Chép \d+ chữ trong \d+ đoạn của [1-3] văn bản cấp trên \(\d+% nội dung\)", done.stdout, re.MULTILINE
    )
    assert "Chép nguyên văn" in done.stdout
    assert "     Nguồn: " in done.stdout
    assert "\x1b[" not in done.stdout
    assert "Kết quả dựa trên 3 văn bản trong kho" in " ".join(done.stdout.split())


def test_json_is_one_object_a_line_in_the_order_of_the_files(run: Drafter, drafts: Path) -> None:
    done = run("check", "--format", "json", drafts / OWN, drafts / COPIED)

    reports = [json.loads(line) for line in done.stdout.splitlines()]

    assert [report["document"]["name"] for report in reports] == [OWN, COPIED]
    assert {report["schema"] for report in reports} == {"drafter.report/1"}
    assert "Đ" in done.stdout


def test_a_page_is_written_beside_and_its_place_is_told(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    done = run("check", "--format", "html", drafts / COPIED)

    page = tmp_path / "2-sao-chep-nguyen-van.bao-cao.html"
    assert done.stdout == ""
    assert done.stderr == f"Đã ghi kết quả: {page.name}\n"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n")


def test_a_word_file_with_comments_is_written_and_the_draft_is_left_alone(
    run: Drafter, drafts: Path, tmp_path: Path
) -> None:
    before = (drafts / COPIED).read_bytes()

    run("check", "--format", "docx", drafts / COPIED, "--output", tmp_path / "gop-y.docx")

    assert (drafts / COPIED).read_bytes() == before
    assert drafter.read(tmp_path / "gop-y.docx").comments


def test_several_documents_are_written_into_a_folder(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    done = run("check", "--format", "html", drafts / COPIED, drafts / OWN, "--output", "kết quả")

    written = sorted(file.name for file in (tmp_path / "kết quả").iterdir())
    assert written == ["1-khong-sao-chep.bao-cao.html", "2-sao-chep-nguyen-van.bao-cao.html"]
    assert done.stderr.count("Đã ghi kết quả: kết quả") == 2


def test_text_and_json_of_several_documents_go_into_one_file(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    done = run("check", "--format", "json", drafts / COPIED, drafts / OWN, "--output", "all.jsonl")

    assert len((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert (done.stdout, done.stderr) == ("", "Đã ghi kết quả: all.jsonl\n")


def test_what_cannot_be_checked_is_named_and_the_others_are_checked(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "hỏng.docx").write_bytes(b"PK\x03\x04 not a file of Word")
    (tmp_path / "trống.txt").write_bytes(b"")

    done = run("check", "khong-co.docx", "hỏng.docx", drafts / OWN, "trống.txt", ".")

    assert done.returncode == 2
    assert done.stderr.startswith(NOT_THERE + "hỏng.docx: ")
    assert "trống.txt: tệp trống, không có chữ nào; hãy chọn tệp có nội dung.\n" in done.stderr
    assert ": đây là thư mục; hãy chọn một tệp trong đó.\n" in done.stderr
    assert done.stdout.count("═\n") == 1
    assert OWN in done.stdout


def test_the_status_is_that_of_the_gravest_finding(run: Drafter, drafts: Path) -> None:
    done = run("check", "--format", "json", drafts / COPIED)

    assert done.returncode == (1 if json.loads(done.stdout)["summary"]["findings"]["error"] else 0)


def test_an_empty_corpus_is_explained_and_the_report_still_made(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    done = run("--home", tmp_path / "mới", "check", drafts / OWN)

    assert done.stderr == "Kho chưa có văn bản cấp trên nào để so; hãy thêm bằng: drafter corpus add THƯ-MỤC.\n"
    assert "Kho chưa có văn bản cấp trên nào nên chưa biết văn bản có chép hay không." in " ".join(done.stdout.split())
    assert done.returncode in (0, 1)


def test_a_home_that_cannot_be_used_ends_with_a_sentence(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")

    done = run("--home", tmp_path / "tệp", "check", drafts / OWN)

    assert done.returncode == 2
    assert done.stderr == (
        f"{tmp_path / 'tệp'}: không ghi được vào đây; hãy xin quyền ghi, hoặc chọn thư mục khác bằng --home.\n"
    )


def test_a_place_that_cannot_be_written_ends_with_a_sentence(run: Drafter, drafts: Path) -> None:
    done = run("check", "--format", "html", drafts / OWN, "--output", "không/có/a.html")

    assert done.returncode == 2
    assert done.stderr == "không/có/a.html: không ghi được kết quả vào đây; hãy chọn nơi khác bằng --output.\n"


@pytest.mark.parametrize("form", ["text", "json", "html", "docx"])
def test_a_draft_is_never_written_over(run: Drafter, drafts: Path, tmp_path: Path, form: str) -> None:
    draft = tmp_path / "dự thảo.docx"
    shutil.copy(drafts / OWN, draft)

    done = run("check", "--format", form, "dự thảo.docx", "--output", draft)

    assert done.returncode == 2
    assert done.stderr == f"{draft}: kết quả sẽ đè lên văn bản cần kiểm tra; hãy chọn tên khác bằng --output.\n"
    assert draft.read_bytes() == (drafts / OWN).read_bytes()


def test_files_called_alike_get_names_of_their_own(tmp_path: Path) -> None:
    files = [Path("a/kế hoạch.docx"), Path("b/Kế hoạch.docx"), Path("b/kế hoạch.txt")]

    assert [target.name for target in targets("docx", files, tmp_path)] == [
        "kế hoạch.gop-y.docx",
        "Kế hoạch-2.gop-y.docx",
        "kế hoạch-3.gop-y.docx",
    ]


def test_a_file_is_no_folder_for_several_results(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("", encoding="utf-8")

    with pytest.raises(OutputIsNoFolder, match="không phải thư mục; có nhiều văn bản thì --output phải là một thư mục"):
        list(targets("html", [Path("a.docx"), Path("b.docx")], tmp_path / "a.html"))


def test_a_result_whose_usual_name_is_that_of_a_draft_is_refused(tmp_path: Path) -> None:
    draft = tmp_path / "a.gop-y.docx"
    draft.write_bytes(b"x")

    with pytest.raises(OutputIsInput):
        list(targets("docx", [draft, tmp_path / "a.docx"], tmp_path))


def packed(target: Path, *files: Path) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for file in files:
            archive.write(file, f"thư mục/{file.name}")
    return target


def test_each_document_of_a_package_has_its_own_report(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "máy.exe").write_bytes(b"MZ\0\0")
    goi = packed(tmp_path / "gói.zip", drafts / COPIED, tmp_path / "máy.exe", drafts / OWN)

    done = run("check", "--format", "json", goi)

    names = [json.loads(line)["document"]["name"] for line in done.stdout.splitlines()]
    assert names == [f"gói.zip › {COPIED}", f"gói.zip › {OWN}"]
    assert done.stderr.startswith("gói.zip › máy.exe: không phải loại tệp đọc được; ")
    assert done.returncode == 2


def test_documents_of_a_package_are_written_each_under_its_name(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    goi = packed(tmp_path / "gói.zip", drafts / COPIED, drafts / OWN)

    done = run("check", "--format", "docx", goi, "--output", "kết quả")

    written = sorted(file.name for file in (tmp_path / "kết quả").iterdir())
    assert written == ["gói-1-khong-sao-chep.gop-y.docx", "gói-2-sao-chep-nguyen-van.gop-y.docx"]
    assert done.stderr.count("Đã ghi kết quả: kết quả") == 2
    made = drafter.read(tmp_path / "kết quả" / "gói-2-sao-chep-nguyen-van.gop-y.docx")
    assert made.text == drafter.read(drafts / COPIED).text
    assert made.comments


def test_documents_called_alike_in_packages_are_written_over_by_none(
    run: Drafter, drafts: Path, tmp_path: Path
) -> None:
    shutil.copy(drafts / OWN, tmp_path / "gói-a.docx")
    shutil.copy(drafts / OWN, tmp_path / "a.docx")
    shutil.copy(drafts / OWN, tmp_path / "b.docx")
    (tmp_path / "sâu").mkdir()
    goi = packed(tmp_path / "gói.zip", tmp_path / "a.docx", tmp_path / "b.docx")
    shutil.copy(goi, tmp_path / "sâu" / "gói.zip")

    run("check", "--format", "html", goi, "gói-a.docx", tmp_path / "sâu" / "gói.zip")

    pages = list(tmp_path.glob("*.html"))
    names = {page.name.removesuffix(".bao-cao.html") for page in pages}
    assert names == {"gói-a", "gói-a-2", "gói-a-3", "gói-b", "gói-b-2"}
    assert {page.read_text(encoding="utf-8").count("<html") for page in pages} == {1}


def test_a_package_with_one_document_is_written_as_that_document(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    run("check", "--format", "html", packed(tmp_path / "gói.zip", drafts / OWN), "--output", "một.html")

    assert f"gói.zip › {OWN}" in (tmp_path / "một.html").read_text(encoding="utf-8")


def test_a_file_is_no_folder_for_the_documents_of_a_package(run: Drafter, drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "một.html").write_text("", encoding="utf-8")
    goi = packed(tmp_path / "gói.zip", drafts / COPIED, drafts / OWN)

    done = run("check", "--format", "html", goi, "--output", "một.html")

    assert done.returncode == 2
    assert "một.html: không phải thư mục; có nhiều văn bản thì --output phải là một thư mục." in done.stderr


def test_what_a_file_was_is_said_and_that_its_layout_was_not_judged(run: Drafter, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><p>Kế hoạch phòng, chống dịch</p></html>", encoding="utf-8")

    shown = " ".join(run("check", "a.html").stdout.split())
    told = json.loads(run("check", "--format", "json", "a.html").stdout)
    run("check", "--format", "docx", "a.html", "--output", "góp ý.docx")

    sentence = "Văn bản đọc từ tệp .html, chỉ có nội dung; thể thức chưa được đánh giá."
    assert shown.count(sentence) == 1
    assert "Gợi ý 0 Thể thức: chưa đánh giá." in shown
    assert told["document"]["origin"] == "html"
    made = drafter.read(tmp_path / "góp ý.docx")
    assert [(comment.text, comment.span.of(made.text)) for comment in made.comments] == [
        (sentence, "Kế hoạch phòng, chống dịch")
    ]


def test_help_names_what_can_be_read() -> None:
    shown = CliRunner().invoke(main, ["check", "--help"], prog_name="drafter").stdout

    assert all(kind in shown for kind in (".docx", ".doc", ".pdf", ".html", ".md", ".txt", ".xlsx", ".zip", ".edxml"))


SLOW = """
import sys, time
from drafter.cli.waiting import reading

with reading("một tệp có tên rất dài để xem có bị cắt hay không.pdf") as tell:
    for done in range(3):
        time.sleep(0.6)
        if tell:
            tell(done + 1, 3)
print("xong")
"""


def test_who_waits_sees_how_far_it_is_and_nobody_else(environment: dict[str, str]) -> None:
    shell = shutil.which("script")
    if shell is None:
        pytest.skip("the program script, which makes a terminal, is not here")
    plain = [sys.executable, "-c", SLOW]

    seen = subprocess.run(
        [shell, "-qec", shlex.join(plain), "/dev/null"],
        env={**environment, "TERM": "xterm"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    unseen = subprocess.run(plain, env=environment, capture_output=True, encoding="utf-8", timeout=60)

    clear = "\r\x1b[K"
    line = f"{clear}Đang đọc một tệp có tên rất dài để xem có bị cắt…: "
    assert seen.stdout.decode().endswith(f"{line}2/3{line}3/3{clear}xong\r\n")
    assert (unseen.stdout, unseen.stderr) == ("xong\n", "")


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["chek"], "Không có lệnh “chek”; hãy xem các lệnh bằng: drafter --help"),
        (["check"], "Thiếu TỆP…; hãy xem cách viết bằng: drafter check --help"),
        (
            ["check", "--format", "pdf", "a"],
            "--format chỉ nhận: text, json, html, docx; hãy xem cách viết bằng: drafter check --help",
        ),
        (["check", "--đẹp", "a"], "Không có tùy chọn “--đẹp”; hãy xem cách viết bằng: drafter check --help"),
        (
            ["check", "a", "--output"],
            "Tùy chọn “--output” thiếu giá trị hoặc có giá trị không cần; hãy xem cách viết bằng: drafter --help",
        ),
    ],
)
def test_a_command_typed_wrongly_is_explained_in_vietnamese(arguments: list[str], sentence: str) -> None:
    done = CliRunner().invoke(main, arguments, prog_name="drafter")

    assert (done.exit_code, done.stderr, done.stdout) == (2, sentence + "\n", "")


def test_help_is_vietnamese_and_names_every_option() -> None:
    runner = CliRunner()
    whole = runner.invoke(main, ["--help"], prog_name="drafter").stdout
    check = runner.invoke(main, ["check", "--help"], prog_name="drafter").stdout

    assert runner.invoke(main, [], prog_name="drafter").stdout == whole
    assert whole.startswith("Cách dùng: drafter [TÙY CHỌN] LỆNH …\n")
    assert "Kiểm tra dự thảo: chỗ nào chép, từ đâu, viết lại thế nào." in whole
    assert check.startswith("Cách dùng: drafter check [TÙY CHỌN] TỆP…\n")
    assert all(option in check for option in ("--format", "--output", "--only", "--help"))
    assert not re.search(r"Usage|Options|Commands|Show|\.\.\.$", whole + check, re.MULTILINE)


def test_every_command_and_option_has_help() -> None:
    context = main.make_context("drafter", [], resilient_parsing=True)

    def below(command: object) -> list[object]:
        return [command, *(inner for one in getattr(command, "commands", {}).values() for inner in below(one))]

    for name in main.list_commands(context):
        for command in below(main.get_command(context, name)):
            assert command.help, f"{command.name} has no help"  # type: ignore[attr-defined]
            for parameter in command.params:  # type: ignore[attr-defined]
                assert parameter.param_type_name == "argument" or parameter.help, f"{command.name} {parameter.name}"  # type: ignore[attr-defined]


def test_help_is_quick_because_it_loads_no_engine(environment: dict[str, str]) -> None:
    probe = "import sys; from drafter.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", probe], env=environment, capture_output=True, encoding="utf-8", check=True
    )

    engines = {"sqlalchemy", "underthesea", "numpy", "jinja2", "lxml", "docx", "rapidfuzz"}
    assert engines & set(done.stdout.split()) == set()


def test_the_version_is_told(run: Drafter) -> None:
    assert re.fullmatch(r"drafter \d+\.\d+\.\d+\n", run("--version").stdout)


def test_output_is_unicode_whatever_the_code_page(run: Drafter, drafts: Path) -> None:
    done = run("check", drafts / COPIED, PYTHONIOENCODING="cp1258", PYTHONUTF8="0")

    assert "Chép nguyên văn" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("wish, coloured", [("", True), ("1", False)])
def test_colour_is_for_terminals_that_want_it(
    environment: dict[str, str], drafts: Path, wish: str, coloured: bool
) -> None:
    shell = shutil.which("script")
    if shell is None:
        pytest.skip("the program script, which makes a terminal, is not here")
    command = shlex.join([*DRAFTER, "check", str(drafts / COPIED)])

    done = subprocess.run(
        [shell, "-qec", command, "/dev/null"],
        env={**environment, "TERM": "xterm", "NO_COLOR": wish},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )

    assert "Chép nguyên văn" in done.stdout
    assert ("\x1b[" in done.stdout) == coloured


def _listen_to_interrupts() -> None:
    """What runs in the background of a shell script inherits deaf ears."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(environment: dict[str, str], drafts: Path) -> subprocess.Popen[bytes]:
    """The program with much to do, once it has begun to print."""
    process = subprocess.Popen(
        [*DRAFTER, "check", *[str(drafts / COPIED)] * 400],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_listen_to_interrupts if os.name != "nt" else None,
    )
    assert process.stdout and process.stdout.readline()
    return process


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not on Windows")
def test_an_interrupted_run_ends_without_noise(environment: dict[str, str], drafts: Path) -> None:
    process = started(environment, drafts)

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 130
    assert said.strip() == b""


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently on Windows")
def test_a_reader_that_goes_away_ends_the_run_without_noise(environment: dict[str, str], drafts: Path) -> None:
    process = started(environment, drafts)
    assert process.stdout and process.stderr

    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert process.wait(timeout=60) == 141
    assert said == b""


BROKEN = """
import click

@click.command(help="Hỏng.")
def broken():
    raise ValueError("hai\\ndòng")
"""


def test_a_fault_of_the_program_is_a_sentence_and_with_debug_a_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken_command.py").write_text(BROKEN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    group = Frame("drafter", modules={"broken": "broken_command"}, params=[click.Option(["--debug"], is_flag=True)])

    plain = CliRunner().invoke(group, ["broken"])
    debugged = CliRunner().invoke(group, ["--debug", "broken"])

    assert (plain.exit_code, plain.stdout) == (2, "")
    assert plain.stderr == (
        "Lỗi trong chương trình (ValueError: hai dòng); hãy chạy lại với drafter --debug rồi gửi kết quả cho người "
        "phụ trách.\n"
    )
    assert isinstance(debugged.exception, ValueError)
