from __future__ import annotations

from datetime import timedelta

import pytest

from attribune.article import Article
from tests.intake.texts import (
    BODY,
    HEADLINE,
    LEAD,
    SECOND,
    STORY,
    THIRD,
    fail_one,
    furniture_of,
    lines_of,
    mail,
    read_one,
)

LETTER = f"""<html><body><div style="display: none">In this letter</div><table><tr><td><a href="https://post.example/1">{HEADLINE}</a></td></tr><tr><td>{LEAD}<br>{SECOND}
</td></tr><tr><td><style>p{{}}</style><p>{THIRD}</p>Unsubscribe <a href="x">here</a></td></tr></table></body></html>"""


def read(message: bytes | str) -> Article:
    return read_one(message, "a.eml")


def raw(body: str, *headers: str) -> bytes:
    return "\n".join(["Message-ID: <1@x>", "From: a@www.post.example", *headers, "", body]).encode()


def test_a_message_is_an_article_of_its_sender() -> None:
    article = read(mail())
    assert (article.title, article.outlet, article.ref) == (HEADLINE, "Selwyn Post", "bridge@post.example")
    assert (article.text, article.file) == (f"{HEADLINE}\n\n{BODY}", "a.eml")
    assert article.published is not None
    assert article.published.utcoffset() == timedelta(hours=2)


def test_without_a_name_the_senders_host_is_the_outlet() -> None:
    assert read(raw(STORY, "Subject: x")).outlet == "post.example"


def test_the_page_is_read_where_it_says_what_the_plain_part_says() -> None:
    assert lines_of(read(mail("See our page for what the minister said.", LETTER)))[:3] == [HEADLINE, LEAD, SECOND]


def test_a_page_that_says_less_than_the_plain_part_is_passed_over() -> None:
    assert lines_of(read(mail(BODY, "<p>Your program can't show <a href='x'>this</a>.</p>"))) == [
        HEADLINE,
        LEAD,
        SECOND,
        THIRD,
    ]


def test_a_page_alone_is_read_with_all_it_shows() -> None:
    article = read(
        raw(LETTER, "Subject: Morning letter", "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8")
    )
    assert lines_of(article) == ["Morning letter", HEADLINE, LEAD, SECOND, THIRD]
    assert furniture_of(article) == ["Unsubscribe here"]


def test_quotes_ways_out_and_signatures_are_furniture() -> None:
    tail = [
        "On Monday Ann Quill wrote:",
        "> When will the bridge come?",
        "> Nobody knows.",
        "To unsubscribe, write to us.",
    ]
    article = read(mail("\n".join([BODY, *tail, "-- ", "Ann Quill", "Desk"])))
    assert lines_of(article) == [HEADLINE, LEAD, SECOND, THIRD]
    assert furniture_of(article) == [*tail, "--", "Ann Quill", "Desk"]


def test_dashes_with_much_below_them_are_no_signature() -> None:
    below = [f"Councillor number {n} said no to it in the hall on Tuesday." for n in range(20)]
    assert lines_of(read(mail("\n".join([BODY, "--", *below]))))[-1] == below[-1]


def test_a_message_of_quotes_only_is_read() -> None:
    assert lines_of(read(mail(f"> {LEAD}", subject="> x"))) == ["> x", f"> {LEAD}"]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1252", "cp1252"), ("x-unknown", "utf-8"), ("us-ascii", "utf-8"), ("utf-8", "cp1252")],
)
def test_a_wrong_or_unknown_charset_is_borne(charset: str, encoding: str) -> None:
    head = f"Message-ID: <1@x>\nFrom: a@b\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    assert "“safe” café" in read(head.encode() + f"The “safe” café. {LEAD}".encode(encoding)).text


def test_damaged_bytes_are_replaced() -> None:
    assert "caf\ufffd" in read(raw("“”é" * 9 + LEAD, "Subject: x") + b" caf\xff").text


def test_attachments_are_not_looked_at() -> None:
    from email import message_from_bytes, policy

    message = message_from_bytes(mail(), policy=policy.default)
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment(message_from_bytes(mail("Forwarded words."), policy=policy.default))
    assert lines_of(read(message.as_bytes())) == [HEADLINE, LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("Tue, 04 Mar 2031 09:30:00 -0000", "2031-03-04T09:30:00+00:00"),
        ("soon", "None"),
        ("1 Jan 1500 00:00:00 +0000", "None"),
    ],
)
def test_a_date_that_is_none_is_left_out(date: str, found: str) -> None:
    published = read(raw(STORY, f"Date: {date}")).published
    assert (published.isoformat() if published else "None") == found


@pytest.mark.parametrize(
    ("message", "found"),
    [
        pytest.param(raw("", "Subject: x"), "is a message without text", id="empty"),
        pytest.param(
            raw("x", "MIME-Version: 1.0", "Content-Type: image/png"), "is a message without text", id="picture"
        ),
        pytest.param(raw("\n" * 6_000_000), "too many lines and parts", id="lines"),
        pytest.param(raw("boundary=\n" * 5_000), "too many lines and parts", id="parts"),
        pytest.param(raw("x", "Subject: " + "a" * 30_000), "too long a header", id="header"),
        pytest.param(raw("x", "Subject: a" + "\n a" * 300), "too long a header", id="folded header"),
        pytest.param(raw("x", "Content-Type: " + "(" * 9_000), "can't be taken apart", id="brackets"),
    ],
)
def test_a_bad_message_is_one_line(message: bytes, found: str) -> None:
    assert found in fail_one(message, "a.eml").line


def test_a_header_that_can_not_be_parsed_is_left_out() -> None:
    assert read(raw(STORY, "Subject: x", "Date: ,", "To: <<<>>>")).title is not None
    assert read(raw(STORY).replace(b"From: a", b"From: " + b"(" * 3_000)).outlet is None
