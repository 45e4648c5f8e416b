from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from attribune.errors import Gone, Refused, Unreachable, UsageError
from attribune.fetch import Manners
from tests.fetch.builders import START, Clock, fetcher
from tests.fetch.server import Site, redirect, reply

DATE = "Tue, 04 Mar 2031 10:00:00 GMT"


def test_an_answer_says_what_it_is(site: Site) -> None:
    site.pages["/a?b=c"] = reply(
        200, b"The bridge", 'Content-Type: Text/HTML; charset="ISO-8859-1"', 'ETag: W/"a"', f"Last-Modified: {DATE}"
    )
    fetched = fetcher().fetch(site.url("/a?b=c#d"))
    assert (fetched.url, fetched.asked, fetched.status) == (site.url("/a?b=c"), site.url("/a?b=c#d"), 200)
    assert (fetched.media_type, fetched.charset) == ("text/html", "iso-8859-1")
    assert (fetched.etag, fetched.last_modified, fetched.moved_to) == ('W/"a"', DATE, None)
    assert (fetched.body, fetched.fetched) == (b"The bridge", START)


def test_an_answer_that_does_not_say_leaves_it_open(site: Site) -> None:
    site.pages["/"] = reply(200, b"The bridge")
    fetched = fetcher().fetch(site.url("/"))
    assert (fetched.media_type, fetched.charset, fetched.etag, fetched.last_modified) == (None, None, None, None)


def test_the_program_says_who_it_is(site: Site) -> None:
    site.pages["/"] = reply(200, b"The bridge")
    fetcher().fetch(site.url("/"))
    fetcher(manners=Manners(agent="Harbour-Watch/2 (desk@press.example)")).fetch(site.url("/"))
    agents = [asked.headers["user-agent"] for asked in site.asked]
    assert set(agents[:2]) == {"Attribune/0.1 (news ledger; respects robots.txt)"}
    assert set(agents[2:]) == {"Harbour-Watch/2 (desk@press.example)"}
    assert {asked.headers["accept-encoding"] for asked in site.asked} == {"gzip, deflate"}


@pytest.mark.parametrize(
    "etag",
    ['"abc"', 'W/"abc"', '"a,b", "c"', "bare", '"', 'W/"a\\"b"', '"-gzip;br"', "\xe9\xff", '"' + "a" * 1_000 + '"'],
)
def test_an_etag_is_given_back_letter_for_letter(site: Site, etag: str) -> None:
    site.pages["/"] = reply(200, b"The bridge", f"ETag: {etag}", f"Last-Modified: {DATE}")
    reader = fetcher()
    first = reader.fetch(site.url("/"))
    site.pages["/"] = reply(304)
    again = reader.fetch(site.url("/"), etag=first.etag, last_modified=first.last_modified)
    sent = site.asked[-1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == (etag, DATE)
    assert (again.status, again.body, again.etag, again.last_modified) == (304, b"", etag, DATE)


@pytest.mark.parametrize("etag", ["a\r\nHost: other", "\x00", "“”", "a" * 5_000, " ", ""])
def test_an_etag_that_no_site_can_have_sent_is_left_out(site: Site, etag: str) -> None:
    site.pages["/"] = reply(200, b"The bridge")
    assert fetcher().fetch(site.url("/"), etag=etag).body == b"The bridge"
    assert "if-none-match" not in site.asked[-1].headers


def test_a_redirect_keeps_the_condition(site: Site) -> None:
    site.pages["/"] = redirect(301, "/2")
    site.pages["/2"] = reply(304)
    fetched = fetcher().fetch(site.url("/"), etag='"a"')
    assert (fetched.status, fetched.moved_to) == (304, site.url("/2"))


@pytest.mark.parametrize(
    ("status", "error", "found"),
    [
        (404, Gone, "answers 404 Not Found for /news; check the address"),
        (410, Gone, "answers 410 Gone"),
        (401, Refused, "answers 401 Unauthorized"),
        (403, Refused, "answers 403 Forbidden"),
        (451, Refused, "answers 451 Unavailable For Legal Reasons"),
        (408, Unreachable, "answers 408 Request Timeout for /news; try again later"),
        (429, Unreachable, "answers 429 Too Many Requests"),
        (500, Unreachable, "answers 500 Internal Server Error"),
        (503, Unreachable, "answers 503"),
        (599, Unreachable, "answers 599 for"),
        (204, Unreachable, "answers 204 No Content"),
        (206, Unreachable, "answers 206"),
        (300, Unreachable, "answers 300"),
        (304, Unreachable, "answers 304 Not Modified"),
    ],
)
def test_a_status_that_is_no_page_is_an_error_of_its_kind(
    site: Site, status: int, error: type[Exception], found: str
) -> None:
    site.pages["/news"] = reply(status, b"" if status in (204, 304) else b"Sorry")
    with pytest.raises(error, match=found):
        fetcher().fetch(site.url("/news"))


def test_gone_says_whether_it_is_for_good(site: Site) -> None:
    site.pages["/"] = reply(410)
    with pytest.raises(Gone) as gone:
        fetcher().fetch(site.url("/"))
    assert gone.value.status == 410


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("Tue, 04 Mar 2031 12:02:00 GMT", 120),
        ("Tue, 04 Mar 2031 13:02:00 +0100", 120),
        ("99999999999999999", 86_400),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400),
    ],
)
def test_a_site_is_left_alone_for_as_long_as_it_asks(site: Site, status: int, value: str, seconds: int) -> None:
    site.pages.update({"/": reply(status, b"", f"Retry-After: {value}"), "/2": reply(200, b"The bridge")})
    clock = Clock()
    reader = fetcher(clock)
    for path in ("/", "/2"):
        with pytest.raises(Unreachable, match=r"after|until") as unreachable:
            reader.fetch(site.url(path), robots=False)
        assert unreachable.value.retry_at == START + timedelta(seconds=seconds)
    clock.seconds += seconds
    assert reader.fetch(site.url("/2"), robots=False).body == b"The bridge"
    assert site.paths == ["/", "/2"]


@pytest.mark.parametrize("value", ["soon", "-5", "1.5", "٣", "Tue, 99 Mar 2031 12:02:00 GMT", ""])
def test_a_retry_after_that_says_nothing_leaves_the_moment_open(site: Site, value: str) -> None:
    site.pages["/"] = reply(429, b"", f"Retry-After: {value}".encode().decode("latin-1"))
    with pytest.raises(Unreachable) as unreachable:
        fetcher().fetch(site.url("/"), robots=False)
    assert unreachable.value.retry_at is None


@pytest.mark.parametrize("value", ["0", "Mon, 03 Mar 2031 12:00:00 GMT", "Mon, 03 Mar 2031 12:00:00 -0000"])
def test_a_retry_after_in_the_past_is_now(site: Site, value: str) -> None:
    site.pages["/"] = reply(503, b"", f"Retry-After: {value}")
    with pytest.raises(Unreachable) as unreachable:
        fetcher().fetch(site.url("/"), robots=False)
    assert unreachable.value.retry_at == START


def test_a_body_is_sent_and_its_status_returned(site: Site) -> None:
    site.pages["/hook"] = reply(202, b"thanks")
    status = fetcher().post(site.url("/hook"), b'{"claim": 1}', media_type="application/json")
    asked = site.asked[0]
    assert (status, asked.method, asked.body) == (202, "POST", b'{"claim": 1}')
    assert asked.headers["content-type"] == "application/json"
    assert site.paths == ["/hook"]


@pytest.mark.parametrize("status", [302, 307, 404, 500])
def test_a_body_is_sent_to_no_other_address(site: Site, status: int) -> None:
    site.pages["/hook"] = redirect(status, "/2")
    assert fetcher().post(site.url("/hook"), b"a" * 100_000, media_type="text/plain") == status
    assert site.paths == ["/hook"]


def test_a_body_is_sent_under_the_same_guard(site: Site) -> None:
    with pytest.raises(Refused, match="holds a user name"):
        fetcher().post("http://a:b@127.0.0.1/", b"", media_type="text/plain")
    with pytest.raises(Refused, match="leads to this machine"):
        fetcher(allow=()).post(site.url("/"), b"", media_type="text/plain")
    with pytest.raises(UsageError, match="is no media type"):
        fetcher().post(site.url("/"), b"", media_type="text/plain\r\nHost: other")


@pytest.mark.parametrize("agent", ["", "1/2", "(nobody)", "A/1\r\nHost: other", "A/“1”", "A B"])
def test_an_agent_must_have_a_name_that_robots_txt_can_use(agent: str) -> None:
    if agent == "A B":
        assert Manners(agent=agent).robot == "A"
        return
    with pytest.raises(UsageError, match="is no User-Agent"):
        Manners(agent=agent)


def test_a_closed_fetcher_says_so(site: Site) -> None:
    with fetcher() as reader:
        pass
    with pytest.raises(UsageError, match="closed"):
        reader.fetch(site.url("/"))
    with pytest.raises(UsageError, match="closed"):
        reader.post(site.url("/"), b"", media_type="text/plain")


def test_the_real_clock_is_in_utc() -> None:
    from attribune.fetch.outside import this_machine

    assert this_machine().now() - datetime.now(UTC) < timedelta(minutes=1)
