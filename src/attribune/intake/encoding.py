"""Bytes to text: what the bytes say of their encoding, else what can be told with confidence."""

from __future__ import annotations

import codecs
import re
import unicodedata

from attribune.errors import Unreadable
from attribune.intake.signatures import binary_kind

SAMPLE = 100_000  # bytes of which the encoding is guessed
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROL = 0.01  # of the bytes of a text
# What Western text holds beside ASCII: letters with accents (without the Icelandic ones, which stand for Turkish in
# another code page), typographer's marks, currencies and signs.
WESTERN = re.compile(
    "[\x00-\x7f\xa0ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŠšŽžŸ‘’‚“”„–—…•«»‹›€£¥§©®™°±²³·½¼¾¡¿ªº´×†‡]+"
)
ODD_IN_WORD = re.compile(r"[A-Za-z][¡¢£¤¥¦§¨©ª¬®¯°±²³¶¸¹¼½¾¿×÷][A-Za-z]")
MOST_WESTERN = 0.2  # of the bytes; French has 0.04
ASCII = bytes(range(0x80))
FEWEST_BYTES = 32  # beyond ASCII, from which on a guess can be trusted
MOST_CHAOS, LEAST_COHERENCE = 0.1, 0.1  # of charset-normalizer's best guess
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", re.I)
DECLARED_WITHIN = 8_192  # bytes of a page; browsers look at 1,024
SAFE = re.compile(
    r"utf-?8|iso-?8859-?\d+|windows-?\d+|cp\d+|koi8-[ru]|gb\w+|big5|euc-\w+|shift.?jis|x-sjis|iso-2022-jp", re.I
)
AS_BROWSERS = {"iso-8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932"}


def decode(data: bytes, charset: str | None = None) -> str:
    """The text that the bytes hold; :class:`Unreadable` where they are binary or their encoding can't be told.

    ``charset`` is what HTTP or mail says of them; a byte order mark and sound UTF-8 go before it.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    kind = binary_kind(data)
    if kind is not None:
        raise Unreadable(kind.message)
    wide = _wide_encoding(data[:SAMPLE])
    if wide is not None:
        return _strict(data, wide)
    _check_not_binary(data[:SAMPLE])
    said = _as_said(data, charset)
    if said is not None:
        return said
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as cause:
        return _guessed(data, cause)


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The HTML of a page, damaged bytes replaced.

    It goes by the byte order mark, by ``charset``, which HTTP or mail says, or by what the page declares; else it is
    guessed.
    """
    if data.startswith(tuple(mark for mark, _ in MARKS)):
        return decode(data)
    text = _as_said(data, charset) or _as_said(data, _declared(data[:DECLARED_WITHIN]), trusted=True)
    if text is not None:
        return text
    try:
        return decode(data)
    except Unreadable:
        if binary_kind(data) is not None or b"\x00" in data[:SAMPLE]:
            raise
        return data.decode("utf-8", "replace")


def _as_said(data: bytes, charset: str | None, *, trusted: bool = False) -> str | None:
    """The text in the encoding that is said; None where that is unknown or wrong.

    Sound UTF-8 beyond ASCII is UTF-8 whatever is said, unless that is ``trusted``: many servers name one encoding for
    all they have.
    """
    name = (charset or "").strip("\"' ").lower()
    if not SAFE.fullmatch(name) or (not trusted and _is_utf8(data)):
        return None
    try:
        return data.decode(AS_BROWSERS.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as cause:
        raise Unreadable(
            f"is broken {encoding.upper()} at byte {cause.start:,}; save the text as UTF-8 and give it again"
        ) from cause


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: NULs in every other byte only, and many of them."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    few, many = sorted((even, odd))
    if many < max(2, 0.05 * len(sample) / 2) or few > 0.02 * many:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _check_not_binary(sample: bytes) -> None:
    control = len(CONTROL.findall(sample))
    if b"\x00" in sample or control > MOST_CONTROL * len(sample):
        raise Unreadable(f"is binary ({control:,} control bytes in the first {len(sample):,}), no text; give the text")


def _guessed(data: bytes, cause: UnicodeDecodeError) -> str:
    """The text of bytes that are no UTF-8, where it can be told."""
    if _is_damaged_utf8(data[:SAMPLE]):
        raise Unreadable(
            f"is broken UTF-8 at byte {cause.start:,}; mend that place or give an undamaged copy"
        ) from cause
    guess = _western(data) or _normalizer_guess(data)
    if guess is None:
        raise Unreadable("is in an encoding that can't be told; save the text as UTF-8 and give it again") from cause
    return guess


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether most of what is not ASCII is sound UTF-8, which no other encoding gives by chance."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - broken
    return sound > broken


def _western(data: bytes) -> str | None:
    """The text as Windows-1252, the usual one beside UTF-8, where nothing in it is odd for that."""
    if _high(data) > MOST_WESTERN * len(data):
        return None
    text = data.decode("cp1252", "replace")
    return text if WESTERN.fullmatch(text) and not ODD_IN_WORD.search(text) else None


def _high(data: bytes) -> int:
    """How many bytes are not ASCII."""
    return len(data.translate(None, ASCII))


def _normalizer_guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or best.chaos > MOST_CHAOS or best.coherence < LEAST_COHERENCE:
        return None
    text = data.decode(best.encoding, "replace")
    return text if _high(data[:SAMPLE]) >= FEWEST_BYTES and _sane(text) else None


def _sane(text: str) -> bool:
    """Whether no character is unassigned, private or replaced, and no sign stands inside a word."""
    strange = sum(unicodedata.category(char) in ("Cn", "Co", "Cs") or char == "\ufffd" for char in set(text))
    return not strange and not ODD_IN_WORD.search(text)


def _declared(head: bytes) -> str | None:
    found = DECLARED.search(head)
    name = found.group(1).decode("ascii").lower() if found else ""
    return name if SAFE.fullmatch(name) else None
