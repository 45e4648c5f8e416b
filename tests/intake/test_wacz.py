from __future__ import annotations

import gzip
import io
import struct
import zipfile

import pytest

from attribune.article import Article
from attribune.capture import Capture
from attribune.intake import Failure, Limits
from attribune.intake.content import find_in_stream
from tests.intake.archives import answer, record, wacz
from tests.intake.texts import PAGE, fail_one, read_all

PAGES = gzip.compress(record(answer(PAGE)))


def test_every_archive_in_it_is_read() -> None:
    data = wacz({"archive/a.warc.gz": PAGES, "archive/b.warc": record(answer(PAGE)), "pages/pages.jsonl": b"{}"})
    found = list(find_in_stream(io.BytesIO(data), name="old.wacz", file="old.wacz"))
    assert [item.name for item in found] == ["old.wacz/archive/a.warc.gz record 1", "old.wacz/archive/b.warc record 1"]
    assert [item.file for item in found if isinstance(item, Capture)] == ["old.wacz", "old.wacz"]


def test_one_that_is_named_otherwise_or_comes_through_a_pipe_is_read() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    assert len(list(find_in_stream(Pipe(wacz({"archive/a.warc.gz": PAGES})), name="x"))) == 1


def test_a_damaged_archive_in_it_fails_alone() -> None:
    found = read_all(wacz({"archive/a.warc.gz": PAGES[:-9], "archive/b.warc.gz": PAGES}), "old.wacz")
    assert [type(item) for item in found] == [Article, Failure, Article]


def test_one_that_does_not_match_its_checksum_fails() -> None:
    data = wacz({"archive/a.warc": b"x"})
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        crc = struct.pack("<I", packed.getinfo("archive/a.warc").CRC)
    assert (
        "old.wacz/archive/a.warc: is damaged (Bad CRC-32" in fail_one(data.replace(crc, b"\1\2\3\4"), "old.wacz").line
    )


def test_a_locked_archive_says_so() -> None:
    data = bytearray(wacz({"archive/a.warc": b"x"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "is locked with a password" in fail_one(bytes(data), "old.wacz").line


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(wacz({"a.txt": b"x"}), "without archive/*.warc", id="no archive"),
        pytest.param(wacz({"archive/a.warc": b"x"})[:-60], "is a damaged ZIP archive", id="cut"),
        pytest.param(b"PK\x03\x04" + b"x" * 90, "is a damaged ZIP archive", id="no zip"),
        pytest.param(wacz({"archive/a.warc": b"x" * 900_000}), "grows over 200 times", id="bomb"),
        pytest.param(wacz({f"{n}": b"" for n in range(10_001)}), "more than 10,000 files", id="many"),
    ],
)
def test_what_is_no_sound_archive_is_one_line(data: bytes, found: str) -> None:
    assert found in fail_one(data, "old.wacz", limits=Limits(bytes=20_000) if len(data) < 20_000 else Limits()).line


@pytest.mark.parametrize(
    "mark", [b"PK\x05\x06" + bytes(8) + b"\xff\xff\xff\x0f", b"PK\x06\x06" + bytes(36) + b"\xff" * 7 + b"\0"]
)
def test_a_list_of_entries_too_long_is_never_read(mark: bytes) -> None:
    assert "more than 10,000 files" in fail_one(b"PK\x03\x04" + bytes(30) + mark + bytes(6), "old.wacz").line


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = wacz({"archive/a.warc": bytes(range(256)) * 20})
    start, end = data.rfind(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
    entry, tail = data[start:end], bytearray(data[end:])
    many = entry * 50
    tail[8:10] = tail[10:12] = struct.pack("<H", 51)
    tail[12:16] = struct.pack("<I", struct.unpack("<I", tail[12:16])[0] + 49 * len(entry))
    assert "ZIP archive of more than" in fail_one(data[:start] + many + bytes(tail), "old.wacz").line
