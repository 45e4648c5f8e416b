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
