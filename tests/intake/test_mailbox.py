from __future__ import annotations

import io

import pytest

from attribune.capture import Capture
from attribune.intake import Failure, Limits
from attribune.intake.content import find_in_stream
from attribune.intake.mailbox import message_id
from tests.intake.texts import BODY, HEADLINE, mail, read_all

FROM = b"From news@post.example Tue Mar  4 09:30:00 2031\n"


def box(*messages: bytes, start: bytes = FROM) -> bytes:
    return b"".join(start + message + b"\n" for message in messages)


def found(data: bytes, **limits: int) -> list[Capture | Failure]:
    return list(find_in_stream(io.BytesIO(data), name="a.mbox", limits=Limits(**limits)))


def test_every_message_is_captured_under_its_id() -> None:
    captures = found(box(mail(), mail("Other words, said the minister.")))
    assert [(item.name, item.part) for item in captures if isinstance(item, Capture)] == [
        ("a.mbox message 1", "bridge@post.example"),
        ("a.mbox message 2", "bridge@post.example"),
    ]
    assert [len(read_all(box(mail(), mail()), name)) for name in ("a.mbox", "a.txt")] == [2, 2]


def test_lines_that_begin_with_from_stay_in_their_message() -> None:
    text = f"{BODY}\n\nFrom the harbour it is not far.\n\n>From here it is."
    (capture,) = found(box(mail(text)))
    assert isinstance(capture, Capture)
    assert b"\n\nFrom the harbour it is not far.\n\nFrom here it is." in capture.data


def test_windows_line_ends_are_read() -> None:
    captures = found(box(mail(), mail()).replace(b"\n", b"\r\n"))
    assert [type(item) for item in captures] == [Capture, Capture]


@pytest.mark.parametrize("filler", [b"a short line\n", b"a" * 10_000 + b"\n"], ids=["many lines", "a long line"])
def test_a_message_over_the_limit_fails_alone(filler: bytes) -> None:
    large = mail() + filler * 1_000
    first, failure, last = found(box(mail(), large, mail()), bytes=5_000)
    assert isinstance(first, Capture)
    assert isinstance(last, Capture)
    assert isinstance(failure, Failure)
    assert failure.line.startswith("a.mbox message 2: the message holds more than")


def test_the_last_message_may_be_the_large_one() -> None:
    assert [type(item) for item in found(box(mail(), mail() * 20), bytes=5_000)] == [Capture, Failure]


@pytest.mark.parametrize(
    ("head", "found"),
    [(b"Message-ID: <a@b>\n\nx", "a@b"), (b"Subject: x\n\nMessage-ID: <a@b>", None), (b"Message-ID: \n\n", None)],
)
def test_a_messages_id_is_in_its_head(head: bytes, found: str | None) -> None:
    assert message_id(head) == found


def test_a_title_is_the_subject() -> None:
    assert [getattr(item, "title", None) for item in read_all(box(mail(), b"broken"), "a.mbox")] == [HEADLINE, None]
