from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.errors import TooLarge, Unreadable
from attribune.intake.limits import Limits
from attribune.intake.streams import CHUNK, ChunkStream, cut_lines, read_chunks, take, take_head

LIMITS = Limits(bytes=1_000_000)


def unpacked(data: bytes, limits: Limits = LIMITS) -> bytes:
    return b"".join(read_chunks(io.BytesIO(data), limits))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, 3 * CHUNK, 3 * CHUNK + 5])
def test_gzip_is_decompressed(size: int) -> None:
    data = bytes(index * index % 251 for index in range(size))
    assert unpacked(gzip.compress(data)) == data


def test_members_and_padding_are_read_as_one() -> None:
    assert unpacked(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 100) == b"one two"


def test_a_bomb_is_refused_before_it_fills_memory() -> None:
    with pytest.raises(TooLarge, match="grows over 200 times"):
        unpacked(gzip.compress(b"\0" * 50_000_000))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(gzip.compress(b"a word " * 99)[:-20], "ends too early", id="cut"),
        pytest.param(b"\x1f\x8b\x08" + b"\xff" * 99, "damaged gzip", id="damaged"),
        pytest.param(b"\x1f\x8b", "ends too early", id="only a beginning"),
    ],
)
def test_damaged_gzip_is_unreadable(data: bytes, found: str) -> None:
    with pytest.raises(Unreadable, match=found) as caught:
        unpacked(data)
    assert caught.value.__cause__ is None or isinstance(caught.value.__cause__, zlib.error)


def test_more_than_the_limit_is_not_taken() -> None:
    assert take(iter([b"ab", b"cd"]), Limits(bytes=4)) == b"abcd"
    with pytest.raises(TooLarge, match="more than 4e-06 MB"):
        take(iter([b"ab", b"cde"]), Limits(bytes=4))


def test_the_head_is_read_and_nothing_lost() -> None:
    head, chunks = take_head(iter([b"a" * 10, b"b" * CHUNK, b"c"]), lambda head: False)
    assert len(head) == CHUNK + 10
    assert b"".join(chunks).endswith(b"bc")


def test_the_head_ends_where_it_is_enough() -> None:
    head, chunks = take_head(iter([b"a", b"b", b"c"]), lambda head: head == b"ab")
    assert head == b"ab"
    assert b"".join(chunks) == b"abc"


def test_gzip_that_comes_byte_by_byte_is_told() -> None:
    class Slow(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            return self.read(1)

    assert b"".join(read_chunks(Slow(gzip.compress(b"rain")), LIMITS)) == b"rain"


@given(st.lists(st.binary(max_size=12), max_size=12))
def test_lines_are_the_same_however_the_bytes_come(chunks: list[bytes]) -> None:
    data = b"".join(chunks)
    lines = data.split(b"\n")
    assert list(cut_lines(iter(chunks), 1_000)) == (lines if lines[-1] else lines[:-1])


@given(st.lists(st.binary(max_size=12), max_size=12))
def test_a_line_over_the_limit_is_none(chunks: list[bytes]) -> None:
    whole = list(cut_lines(iter(chunks), 1_000))
    assert list(cut_lines(iter(chunks), 5)) == [line if line is not None and len(line) <= 5 else None for line in whole]


@given(st.lists(st.binary(max_size=9)), st.integers(1, 20))
def test_chunks_are_a_file_that_can_be_read_once(chunks: list[bytes], size: int) -> None:
    stream = io.BufferedReader(ChunkStream(iter(chunks)))
    assert b"".join(iter(lambda: stream.read(size), b"")) == b"".join(chunks)


def test_an_error_behind_the_first_chunk_waits_for_its_turn() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"one"
        raise Unreadable("broken")

    head, rest = take_head(chunks(), lambda _: False)
    assert (head, next(rest)) == (b"one", b"one")
    with pytest.raises(Unreadable):
        next(rest)
