"""Mailboxes to captures, a message each, without holding more than one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.parser import BytesHeaderParser

from attribune.capture import Capture
from attribune.errors import TooLarge
from attribune.intake.failure import Failure
from attribune.intake.opened import Opened
from attribune.intake.streams import cut_lines

START = re.compile(rb"From \S.{0,200}\d{2}:\d{2}.{0,60}$")  # with a time, as sentences may begin with the word too
ESCAPED = re.compile(rb">+From ")
LONGEST_HEAD = 65_536  # bytes of a message among which its id is looked for
LONGEST_ID = 200


def find_messages(opened: Opened) -> Iterator[Capture | Failure]:
    """A capture for each message, and a failure for each that is over the limit."""
    for number, data in enumerate(_messages(opened), start=1):
        place = f" message {number}"
        if data is None:
            error = TooLarge(f"the message holds more than {opened.limits.megabytes}; save its text alone")
            yield Failure(f"{opened.name}{place}", error)
        else:
            yield replace(opened.capture(data, "message", place), part=message_id(data))


def message_id(data: bytes) -> str | None:
    """The id in a message's head; None where it has none."""
    head = re.split(rb"\r?\n\r?\n", data[:LONGEST_HEAD], maxsplit=1)[0]
    found = str(BytesHeaderParser().parsebytes(head).get("Message-ID", "")).strip().strip("<>")
    return found if 0 < len(found) <= LONGEST_ID and found.isprintable() else None


def _messages(opened: Opened) -> Iterator[bytes | None]:
    """The bytes of each message; None for one over the limit."""
    longest = opened.limits.bytes
    message = bytearray()
    size, blank = 0, True
    for line in cut_lines(opened.chunks, longest):
        if blank and line is not None and START.match(line.rstrip(b"\r")):
            if size:
                yield bytes(message) if size <= longest else None
            message.clear()
            size, blank = 0, False
            continue
        size += longest + 1 if line is None else len(line) + 1
        blank = line is not None and not line.strip()
        if size > longest:
            message.clear()
        elif line is not None:
            message += (line[1:] if ESCAPED.match(line) else line) + b"\n"
    if size:
        yield bytes(message) if size <= longest else None
