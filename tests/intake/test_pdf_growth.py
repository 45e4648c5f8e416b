from __future__ import annotations

import zlib

import pytest

from attribune.errors import TooLarge
from attribune.intake.limits import DEFAULT, Limits
from attribune.intake.pdf_growth import LEAST, check_growth
from tests.intake.texts import fail_one


def packed(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return b"%PDF-1.4\n1 0 obj<<>>stream\r\n" + data + b"\nendstream"


BOMB = bytes(LEAST + 1)


@pytest.mark.parametrize("times", [1, 2, 5])
def test_a_stream_that_grows_as_a_bomb_is_refused(times: int) -> None:
    with pytest.raises(TooLarge, match="is a PDF that grows over 200 times"):
        check_growth(packed(BOMB, times), DEFAULT)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "grows over 200 times" in fail_one(packed(BOMB), "a.pdf").line


def test_many_streams_count_together() -> None:
    data = packed(bytes(LEAST // 8))
    check_growth(data * 7, Limits(ratio=1))
    with pytest.raises(TooLarge):
        check_growth(data * 9, Limits(ratio=1))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(packed(b"a few words"), id="small"),
        pytest.param(packed(zlib.compress(bytes(99_999))[:-20]), id="cut"),
        pytest.param(packed(b"x\x9cbroken"), id="inside broken"),
        pytest.param(b"stream\nx\x9cbroken stream\nplain stream\n", id="broken"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_other_streams_are_left_alone(data: bytes) -> None:
    check_growth(data, DEFAULT)
