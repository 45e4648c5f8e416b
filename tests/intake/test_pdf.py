from __future__ import annotations

import threading

import pytest

from attribune.errors import InputError, NoArticle, TooLarge, Unreadable
from attribune.intake.limits import DEFAULT, Limits
from attribune.intake.pdf import HYPHEN, read_document
from tests.intake.pdfs import Line, lines_from, write_pdf
from tests.intake.texts import HEADLINE, LEAD

# what locks a PDF of no text: the standard handler's keys for a password that nobody knows
LOCK = f"/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<{'0' * 64}>/U<{'0' * 64}>>>/ID[<00><00>]"


def test_lines_come_with_their_places_in_the_order_in_which_they_are_written() -> None:
    document = read_document(write_pdf([Line(HEADLINE, 700, size=20), Line("two “words”", 650)], title="T"), DEFAULT)
    ((first, second),) = document.pages
    assert (first.text, second.text, document.title) == (HEADLINE, "two “words”", "T")
    assert (first.size, second.size, first.left > 70, first.right > second.right, first.base > second.base) == (
        20,
        11,
        True,
        True,
        True,
    )


def test_a_hyphen_at_a_lines_end_is_marked() -> None:
    ((line,),) = read_document(write_pdf(lines_from(700, "The govern-", "ment")), DEFAULT).pages
    assert line.text == f"The govern{HYPHEN}ment"
    assert line.foot < line.base


@pytest.mark.parametrize(
    ("data", "error", "found"),
    [
        pytest.param(b"%PDF-1.4\nwords", Unreadable, "is a damaged PDF", id="damaged"),
        pytest.param(write_pdf([Line("a", 700)])[:200], Unreadable, "is a damaged PDF", id="cut"),
        pytest.param(write_pdf([Line("a", 700)], extra=LOCK), Unreadable, "locked with a password", id="locked"),
        pytest.param(write_pdf([], []), NoArticle, "holds pictures of pages only; run OCR first", id="pictures"),
        pytest.param(write_pdf(*[[Line("a", 700)]] * 4), TooLarge, "of 4 pages, more than 3", id="pages"),
        pytest.param(write_pdf([Line("a" * 60, 700)]), TooLarge, "more than the 50 characters", id="characters"),
    ],
)
def test_what_can_not_be_read_says_why(data: bytes, error: type[InputError], found: str) -> None:
    with pytest.raises(error, match=found):
        read_document(data, Limits(pages=3, characters=50))


def test_threads_may_read_at_the_same_time() -> None:
    data, found = write_pdf(*[lines_from(700, LEAD)] * 9), []
    threads = [threading.Thread(target=lambda: found.append(read_document(data, DEFAULT))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [read_document(data, DEFAULT)] * 4


def test_characters_beyond_the_basic_plane_are_whole() -> None:
    from attribune.intake.pdf import _decoded

    assert _decoded([0x41, 0xD83D, 0xDE00, 0, 0x1F600, 0xD83D]) == "A😀😀\ufffd"
