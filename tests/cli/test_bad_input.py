"""What people give by mistake, from the file to the exit code: a line each, no traceback, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from click.testing import CliRunner, Result

from attribune.cli import main

STORY = 'Ida Korvin said that the café was safe. "We were never asked," she added. The council denied it.\n'
RECORD = json.dumps({"text": STORY})

BAD_BYTES = {
    "empty": (b"", "is empty"),
    "white": (" \n\t\u00a0\n".encode(), "is empty"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG image"),
    "pdf": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "pdftotext"),
    "office": (b"PK\x03\x04" + bytes(range(256)), "ZIP archive"),
    "nul": (STORY.replace("Korvin", "Kor\0vin").encode(), "is binary"),
    "broken-utf-8": (STORY.encode().replace(b"safe", b"s\xff\xfe\xc3fe"), "encoding"),
    "gzip-that-ends-early": (gzip.compress(STORY.encode() * 9)[:-9], "gzip that ends too early"),
    "gzip-in-gzip": (gzip.compress(gzip.compress(STORY.encode())), "gzip archive inside another"),
    "one-word": (b"a" * 100_000, "almost no words"),
    "quotation-marks": (b'"' * 1_000_000, "almost no words"),
    "combining-marks": (("a" + "\u0301" * 100_000).encode(), "almost no words"),
    "newlines": (b"\n" * 900_000, "is empty"),
    "tags": (b"<b>" * 50_000, "no article was found"),
    "nested-divs": (
        b"<html><body>" + b"<div>" * 100_000 + STORY.encode() + b"</div>" * 100_000,
        "no article was found",
    ),
    "feed": (b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', "is a feed"),
    "too-many-letters": (STORY.encode() * 11_000, "characters"),
    "too-many-bytes": (STORY.encode() * 220_000, "more than 20 MB"),
}

BAD_JSON = {
    "cut-off": ('{"text": "Korvin sa', "broken JSON at column"),
    "list": ("[]", "is a list"),
    "number": ("3", "is a number"),
    "null": ("null", "is null"),
    "no-text": ('{"title": "Rain"}', 'neither "text" nor "html"'),
    "text-is-a-number": ('{"text": 5}', 'a number as "text"'),
    "text-is-nan": ('{"text": NaN}', 'a number as "text"'),
    "title-is-a-list": ('{"text": "x", "title": []}', 'a list as "title"'),
    "id-is-an-object": ('{"text": "x", "id": {}}', 'an object as "id"'),
    "date-is-none": ('{"text": "x", "published": "2031-13-45"}', '"2031-13-45" as "published"'),
    "number-too-long": ('{"text": "x", "id": ' + "9" * 5_000 + "}", "number too long"),
    "brackets-too-deep": ('{"text": "x", "a": ' + "[" * 100_000 + "]" * 100_000 + "}", "brackets too deep"),
}

ENCODINGS = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"]

NAMES = {
    "newline": "two\nlines.txt",
    "escape": "esc\x1b[31m.txt",
    "emoji": "storm\U0001f600.txt",
    "pattern": "star[1]*.txt",
    "not-utf-8": os.fsdecode(b"inv\xff\xfe.txt"),
}


def read(*arguments: object, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["read", "--format", "jsonl", *map(str, arguments)], input=io.BytesIO(stdin))


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def texts(result: Result) -> list[str]:
    return [json.loads(line)["article"]["text"] for line in result.stdout.splitlines()]


def the_line(result: Result) -> str:
    """The one line that says what failed, before the line that counts."""
    line, _count = result.stderr.splitlines()
    assert line.startswith("attribune: ")
    return line


@pytest.mark.parametrize(("data", "found"), BAD_BYTES.values(), ids=BAD_BYTES)
def test_a_bad_file_is_one_line_and_exit_1(data: bytes, found: str, tmp_path: Path) -> None:
    result = read(written(tmp_path, "bad.txt", data))

    assert found in the_line(result)
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize("kind", ["png", "empty", "too-many-bytes"])
def test_bad_standard_input_is_one_line_and_exit_1(kind: str) -> None:
    data, found = BAD_BYTES[kind]

    result = read("-", stdin=data)

    assert found in the_line(result)
    assert "standard input" in the_line(result)
    assert (result.exit_code, result.stdout) == (1, "")


def test_good_files_around_bad_ones_are_read(tmp_path: Path) -> None:
    for kind in ("png", "white", "broken-utf-8"):
        written(tmp_path, f"{kind}.txt", BAD_BYTES[kind][0])
    for name in ("a", "q", "z"):
        written(tmp_path, f"{name}.txt", f"{name}. {STORY}".encode())

    result = read(tmp_path)

    assert [text[0] for text in texts(result)] == ["a", "q", "z"]
    assert "3 failed (3 unreadable)" in result.stderr
    assert result.exit_code == 1


@pytest.mark.parametrize(("line", "found"), BAD_JSON.values(), ids=BAD_JSON)
def test_a_bad_line_is_told_by_its_number_and_skipped(line: str, found: str, tmp_path: Path) -> None:
    result = read(written(tmp_path, "days.jsonl", "\n".join([RECORD, line, RECORD]).encode()))

    assert "days.jsonl:2: " in the_line(result)
    assert found in the_line(result)
    assert (result.exit_code, len(texts(result))) == (1, 2)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_other_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.txt", STORY.encode(encoding)))

    assert "café" in texts(result)[0]
    assert result.exit_code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems forbid such names")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_odd_names_are_read(name: str, tmp_path: Path) -> None:
    result = read(written(tmp_path, name, STORY.encode()))

    assert (result.exit_code, result.stderr, len(texts(result))) == (0, "", 1)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems forbid such names")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_odd_names_that_fail_stay_on_their_line(name: str, tmp_path: Path) -> None:
    result = read(written(tmp_path, name, b""))

    assert "is empty" in the_line(result)
    assert "\x1b" not in result.stderr


def test_a_name_with_a_dash_is_an_option_unless_told_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "-x.txt", STORY.encode())
    monkeypatch.chdir(tmp_path)

    assert [read(*path).exit_code for path in (["-x.txt"], ["--", "-x.txt"], ["./-x.txt"])] == [2, 0, 0]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
@pytest.mark.parametrize(("device", "found"), [("/dev/null", "is empty"), ("/dev/zero", "more than 20 MB")])
def test_a_device_comes_to_an_end(device: str, found: str) -> None:
    result = read(device)

    assert found in the_line(result)
    assert result.exit_code == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    written(tmp_path, "a.txt", STORY.encode())

    assert len(texts(read(tmp_path))) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files")
def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(STORY.encode(),), daemon=True)
    writer.start()

    assert len(texts(read(pipe))) == 1
    writer.join()


def test_a_loop_of_folders_ends(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", STORY.encode())
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)

    assert len(texts(read(tmp_path))) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="signals of another kind")
def test_an_interrupt_is_quiet_and_130(tmp_path: Path) -> None:
    path = written(tmp_path, "days.jsonl", f"{RECORD}\n".encode() * 50_000)
    command = [sys.executable, "-m", "attribune", "read", str(path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()  # it is at work
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=30)

    assert b"Traceback" not in stderr
    assert process.returncode == 130


def test_a_link_to_itself_fails_alone(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", STORY.encode())
    (tmp_path / "loop.txt").symlink_to("loop.txt")

    result = read(tmp_path)

    assert "loop.txt: can't be read" in the_line(result)
    assert len(texts(result)) == 1


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param("", '"": an empty path', id="empty"),
        pytest.param("https://norvik.example/a?b=1", "save the page first", id="address"),
        pytest.param("a" * 3_000, "aaa…aaa", id="long name"),
    ],
)
def test_what_is_no_path_is_one_short_line(path: str, found: str) -> None:
    result = read(path)

    assert found in the_line(result)
    assert len(the_line(result)) < 300


def test_an_empty_output_is_named(tmp_path: Path) -> None:
    result = read(written(tmp_path, "a.txt", STORY.encode()), "-o", "")

    assert (result.exit_code, "after --output is empty" in result.stderr) == (2, True)


def test_an_input_under_another_name_is_never_overwritten(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", STORY.encode())
    (tmp_path / "b.txt").hardlink_to(path)

    assert read(path, "-o", tmp_path / "b.txt").exit_code == 2
    assert path.read_text("utf-8") == STORY


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_nothing_readable_replaces_nothing(form: str, tmp_path: Path) -> None:
    output = written(tmp_path, "ledger", b"precious")

    assert read(written(tmp_path, "a.txt", b""), "--format", form, "-o", output).exit_code == 1
    assert output.read_bytes() == b"precious"
    assert not (tmp_path / "ledger.part").exists()


def test_an_output_in_the_folder_is_no_input_of_the_next_run(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", STORY.encode())
    output = tmp_path / "ledger.jsonl"

    assert [read(tmp_path, "-o", output).exit_code for _ in range(2)] == [0, 0]
    assert len(output.read_text("utf-8").splitlines()) == 1


def test_an_output_alone_is_nothing_to_read(tmp_path: Path) -> None:
    output = written(tmp_path, "ledger.jsonl", b"precious")

    assert "nothing else to read" in the_line(read(tmp_path, "-o", output))
    assert output.read_bytes() == b"precious"


def test_what_attribune_wrote_is_called_so(tmp_path: Path) -> None:
    ledger = read(written(tmp_path, "a.txt", STORY.encode())).stdout

    assert "is what Attribune wrote" in the_line(read("-", stdin=ledger.encode()))


needs_shell = pytest.mark.skipif(os.name == "nt" or not Path("/dev/full").exists(), reason="no such shell or device")


@needs_shell
@pytest.mark.parametrize(
    ("command", "code", "found"),
    [
        pytest.param("read a.txt >&-", 2, "standard output is closed", id="no output"),
        pytest.param("read - <&-", 1, "standard input: is closed", id="no input"),
        pytest.param("--help >/dev/full", 1, "No space left", id="help on a full disk"),
        pytest.param("read a.txt --format json >/dev/full", 1, "No space left", id="full disk"),
    ],
)
def test_streams_that_are_closed_or_full(command: str, code: int, found: str, tmp_path: Path) -> None:
    written(tmp_path, "a.txt", STORY.encode())

    done = subprocess.run(
        f"{sys.executable} -m attribune {command}",
        check=False,
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, found in done.stderr) == (code, True)
    assert "Traceback" not in done.stderr
    assert "ignored" not in done.stderr


def at_work(folder: Path) -> subprocess.Popen[bytes]:
    """The command with two processes in a group of its own, once its first line is out."""
    path = written(folder, "days.jsonl", f"{RECORD}\n".encode() * 50_000)
    command = [sys.executable, "-m", "attribune", "read", str(path), "--format", "jsonl", "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stdout
    process.stdout.readline()
    return process


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL], ids=["TERM", "HUP", "KILL"])
def test_no_process_outlives_the_one_that_started_it(number: signal.Signals, tmp_path: Path) -> None:
    with at_work(tmp_path) as process:
        workers = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(number)
        _, stderr = process.communicate(timeout=30)

    _, alive = psutil.wait_procs(workers, timeout=30)
    assert [worker for worker in alive if worker.status() != psutil.STATUS_ZOMBIE] == []
    assert b"Traceback" not in stderr
    assert process.returncode == (-number if number is signal.SIGKILL else 128 + number)


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
def test_an_interrupt_of_the_whole_group_is_quiet(tmp_path: Path) -> None:
    with at_work(tmp_path) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, stderr = process.communicate(timeout=30)

    assert (process.returncode, stderr) == (130, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
def test_a_killed_process_is_one_line(tmp_path: Path) -> None:
    with at_work(tmp_path) as process:
        workers = psutil.Process(process.pid).children()
        next(one for one in workers if "spawn_main" in " ".join(one.cmdline())).kill()
        _, stderr = process.communicate(timeout=30)

    assert process.returncode == 1
    assert stderr.decode().splitlines() == [
        "attribune: a process that reads was killed; read again, with fewer --jobs if memory ran out"
    ]


def test_a_record_is_read_as_soon_as_it_is_there() -> None:
    command = [sys.executable, "-m", "attribune", "read", "-", "--format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{RECORD}\n".encode())
        process.stdin.flush()  # and not closed: the next record is not there yet
        assert json.loads(process.stdout.readline())["article"]["text"].strip() == STORY.strip()
        process.stdin.close()
