from __future__ import annotations

import gzip

import pytest

from attribune.errors import Unreadable
from attribune.intake.encoding import decode, decode_page
from attribune.intake.signatures import binary_kind
from tests.intake.texts import STORY

CURLY = "Minister Ána Quéll said: “We won’t leave – not yet…” The café cost €300."
JAPANESE = "大臣は火曜日、古い橋は二年以内に架け替えられると述べた。住民はおよそ三百人が集まった。" * 3
RUSSIAN = "Министр сказала во вторник, что старый мост заменят в течение двух лет. Пришло около трёхсот жителей."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(STORY, "ascii", id="ASCII"),
        pytest.param(CURLY, "utf-8", id="UTF-8"),
        pytest.param(CURLY, "utf-8-sig", id="UTF-8 with mark"),
        pytest.param(CURLY, "utf-16", id="UTF-16 with mark"),
        pytest.param(CURLY, "utf-16-le", id="UTF-16 LE without mark"),
        pytest.param(CURLY, "utf-16-be", id="UTF-16 BE without mark"),
        pytest.param(CURLY, "utf-32", id="UTF-32 with mark"),
        pytest.param(CURLY, "cp1252", id="Windows-1252 with curly quotes"),
        pytest.param("Le ministre a déclaré que le pont serait détruit à côté.", "latin-1", id="Latin-1"),
        pytest.param(JAPANESE, "shift_jis", id="Shift-JIS"),
        pytest.param(RUSSIAN, "cp1251", id="Windows-1251"),
        pytest.param(RUSSIAN, "koi8-r", id="KOI8-R"),
    ],
)
def test_an_encoding_is_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n123", "is a PNG image, no text", id="PNG"),
        pytest.param(b"%PDF-1.7\n...", "is a PDF, no text; give it as a file", id="PDF"),
        pytest.param(b"PK\x03\x04abc", "ZIP archive or an office document", id="ZIP"),
        pytest.param(b"{\\rtf1 hello", "RTF document", id="RTF"),
        pytest.param(b"abc\x00\x00\x00def" * 9, "is binary", id="NULs"),
        pytest.param(b"ab\x01\x02\x03\x04" * 9, "control bytes", id="controls"),
        pytest.param("é – café".encode() + b" \xff " + STORY.encode(), "broken UTF-8 at byte 13", id="damaged UTF-8"),
        pytest.param("\ufeffcafé".encode() + b"\xff", "broken UTF-8 at byte", id="damaged after the mark"),
        pytest.param(STORY.encode("utf-16") + b"x", "broken UTF-16-LE", id="cut UTF-16"),
        pytest.param("大臣".encode("shift_jis"), "can't be told", id="too short to tell"),
        pytest.param(bytes(range(0x80, 0x100)) * 9, "can't be told", id="every byte"),
        pytest.param("Minister powiedział, że żołnierze odeszli.".encode("cp1250"), "can't be told", id="odd in words"),
    ],
)
def test_what_is_no_text_is_unreadable(data: bytes, found: str) -> None:
    with pytest.raises(Unreadable, match=found):
        decode(data)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param('<meta charset="windows-1251">', "cp1251", id="charset"),
        pytest.param('<meta http-equiv=x content="text/html; charset=Shift_JIS">', "cp932", id="content type"),
        pytest.param('<?xml version="1.0" encoding="iso-8859-1"?><html>', "cp1252", id="XML"),
        pytest.param("<html>", "utf-8", id="nothing declared"),
        pytest.param('<meta charset="utf-8">', "cp1252", id="wrongly declared"),
        pytest.param('<meta charset="rot13">', "utf-8", id="not an encoding"),
        pytest.param('<meta charset="cp99999">', "utf-8", id="unknown"),
        pytest.param("<html>", "utf-16", id="byte order mark"),
    ],
)
def test_a_page_is_decoded_as_it_declares(head: str, encoding: str) -> None:
    text = {"cp1251": RUSSIAN, "cp932": JAPANESE}.get(encoding, CURLY)
    assert decode_page((head + text).encode(encoding)) == head + text


def test_damaged_bytes_of_a_page_are_replaced() -> None:
    assert decode_page(b"<html>" + CURLY.encode() + b"\xff") == f"<html>{CURLY}\ufffd"


def test_a_binary_page_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        decode_page(b"<html>\x00\x00\x00\x01\x01" * 20)


def test_text_has_no_signature_and_gzip_has_one() -> None:
    assert binary_kind(STORY.encode()) is None
    assert binary_kind(gzip.compress(b"a")) is not None


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        pytest.param("cp1251", "windows-1251", id="as HTTP says"),
        pytest.param("cp1251", '"Windows-1251"', id="in quotation marks"),
        pytest.param("utf-8", "iso-8859-1", id="sound UTF-8 whatever HTTP says"),
        pytest.param("utf-16", "windows-1251", id="byte order mark whatever HTTP says"),
        pytest.param("utf-8", "rot13", id="not an encoding"),
    ],
)
def test_what_http_says_of_the_encoding_is_weighed(encoding: str, charset: str) -> None:
    html = f'<html><meta charset="koi8-r">{RUSSIAN}'
    assert decode_page(html.replace("koi8-r", "x" if encoding == "utf-8" else "koi8-r").encode(encoding), charset) == (
        html.replace("koi8-r", "x" if encoding == "utf-8" else "koi8-r")
    )
    assert decode(RUSSIAN.encode(encoding), charset) == RUSSIAN


def test_a_wrong_charset_is_passed_over() -> None:
    assert decode(CURLY.encode("cp1252"), "utf-8") == CURLY
