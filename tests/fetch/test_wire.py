from __future__ import annotations

import httpcore2
import pytest

from attribune.errors import Refused
from attribune.fetch.wire import Meter, Wire
from tests.fetch.builders import LIMITS


def test_out_of_time_is_a_timeout() -> None:
    with pytest.raises(httpcore2.ReadTimeout, match="out of time"):
        _ = Meter(LIMITS, 0).patience


def test_no_more_is_read_than_headers_may_take_and_then_a_body() -> None:
    meter = Meter(LIMITS, 9)
    assert meter.allowance(65_536) == LIMITS.headers
    meter.count(LIMITS.headers)
    with pytest.raises(Refused, match="larger than the limit"):
        meter.allowance(1)
    meter.open_body()
    assert meter.allowance(65_536) == 65_536


def test_without_an_address_there_is_no_connection() -> None:
    with pytest.raises(httpcore2.ConnectError, match=r"no address of localhost"):
        Wire((), Meter(LIMITS, 9)).connect_tcp("localhost", 80)
