from __future__ import annotations

import codecs
import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.errors import AttribuneError, InputError, NoArticle, TooLarge, Unreadable
from attribune.intake.feeds import Feed, Item, read_feed
from tests.intake.feeds import documents
from tests.intake.feeds.documents import PAGE, RSS_2, SITEMAP, URL

SITE = "https://harbourpress.example"
MARCH_4, MARCH_5 = datetime(2031, 3, 4, 9, tzinfo=UTC), datetime(2031, 3, 5, 10, tzinfo=UTC)
BRIDGE = Item(f"{SITE}/news/1", "Bridge closes")


def read(text: str) -> Feed:
    return read_feed(text.encode(), URL)


def test_rss_gives_links_titles_dates_ids_and_sources() -> None:
    assert read(RSS_2) == Feed(
        "feed",
        "Harbour Press & Post",
        (
            Item(
                f"{SITE}/news/1",
                "Bridge at Selwyn to close for repairs",
                MARCH_4,
                "tag:harbourpress.example,2031:1",
                "Selwyn Post",
            ),
            Item(f"{SITE}/news/2?a=1&b=2", "Mayor & council agree"),
            Item(f"{SITE}/news/3", ref=f"{SITE}/news/3"),
        ),
    )


def test_rss_1_is_read() -> None:
    item = Item(f"{SITE}/news/1", "Bridge closes", MARCH_4, f"{SITE}/news/1")
    assert read(documents.RSS_1) == Feed("feed", "Harbour Press", (item,))


def test_an_old_feed_may_name_its_document_type() -> None:
    assert read(documents.RSS_091) == Feed("feed", "Harbour Press", (BRIDGE,))


def test_atom_gives_the_page_and_when_it_was_published() -> None:
    first = Item(f"{SITE}/news/1", "Bridge closes", MARCH_4, "urn:1", "Selwyn Post")
    second = Item(f"{SITE}/news/2", "Mayor speaks", MARCH_5, "urn:2")
    assert read(documents.ATOM) == Feed("feed", "Harbour Press", (first, second))


def test_json_feed_is_read() -> None:
    assert read(documents.JSON_FEED) == Feed(
        "feed",
        "Harbour Press",
        (
            Item(f"{SITE}/news/1", "Bridge closes", MARCH_4, "1"),
            Item(f"{SITE}/news/2", None, MARCH_5, f"{SITE}/news/2"),
            Item("https://selwynpost.example/1"),
        ),
    )


def test_a_sitemap_gives_pages_and_when_they_changed() -> None:
    assert read(SITEMAP) == Feed(
        "sitemap",
        None,
        (
            Item(f"{SITE}/news/1", published=datetime(2031, 3, 4, tzinfo=UTC)),
            Item(f"{SITE}/news/2?a=1&b=2", published=MARCH_4),
            Item(f"{SITE}/news/3"),
        ),
    )


def test_a_news_sitemap_gives_titles_and_outlets() -> None:
    item = Item(f"{SITE}/news/1", "Bridge & harbour close", MARCH_4, outlet="Harbour Press")
    assert read(documents.NEWS_SITEMAP) == Feed("sitemap", None, (item,))


def test_an_index_gives_sitemaps() -> None:
    first = Item(f"{SITE}/sitemap-1.xml.gz", published=datetime(2031, 3, 4, tzinfo=UTC))
    assert read(documents.SITEMAP_INDEX) == Feed("index", None, (first, Item(f"{SITE}/sitemap-2.xml")))


def test_a_sitemap_without_a_namespace_is_read() -> None:
    assert read(f"<urlset><url><loc>{SITE}/1</loc></url></urlset>").items == (Item(f"{SITE}/1"),)


@pytest.mark.parametrize("text", [RSS_2, documents.ATOM, SITEMAP, documents.JSON_FEED])
def test_gzip_is_unpacked(text: str) -> None:
    assert read_feed(gzip.compress(text.encode()), URL) == read(text)


def accented(encoding: str, mark: bytes = b"") -> bytes:
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><title>Café Pré</title></channel></rss>'
    return mark + text.encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(accented("utf-8"), id="utf-8"),
        pytest.param(accented("utf-8", codecs.BOM_UTF8), id="utf-8 with mark"),
        pytest.param(accented("iso-8859-1"), id="latin-1"),
        pytest.param(accented("windows-1252"), id="windows-1252"),
        pytest.param(accented("utf-16"), id="utf-16"),
        pytest.param(accented("utf-16-be"), id="utf-16 without mark"),
        pytest.param(accented("utf-32"), id="utf-32"),
        pytest.param("<rss><channel><title>Café Pré</title></channel></rss>".encode(), id="undeclared"),
        pytest.param("<rss><channel><title>Café Pré</title></channel></rss>".encode("cp1252"), id="wrongly undeclared"),
        pytest.param(b"\n\n" + accented("utf-8"), id="after blank lines"),
    ],
)
def test_every_usual_encoding_is_read(data: bytes) -> None:
    assert read_feed(data, URL).title == "Café Pré"


ENTITY = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
DECLARING = f"{ENTITY}<rss><channel><title>&b;</title></channel></rss>"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(DECLARING.encode(), id="plain"),
        pytest.param(DECLARING.lower().encode(), id="lower case"),
        pytest.param(DECLARING.encode("utf-16"), id="utf-16"),
        pytest.param(DECLARING.encode("utf-16-be"), id="utf-16 without mark"),
        pytest.param(DECLARING.encode("utf-32"), id="utf-32"),
        pytest.param(codecs.BOM_UTF8 + DECLARING.encode(), id="mark"),
        pytest.param(b'<?xml version="1.0"?><!-- <rss> --> \n' + DECLARING.encode(), id="after comment"),
        pytest.param(DECLARING.replace("DOCTYPE", "DOC\x01TYPE").encode(), id="control character inside"),
        pytest.param(b"<!DOCTYPE rss>" + DECLARING.encode(), id="second one"),
        pytest.param(ENTITY.encode() + SITEMAP.encode(), id="sitemap"),
        pytest.param(DECLARING.replace("rss [", "html [", 1).encode(), id="named html"),
        pytest.param(b'<!DOCTYPE rss SYSTEM "a" [<!ENTITY % b SYSTEM "file:///etc/passwd">%b;]><rss/>', id="external"),
        pytest.param(b"<!ENTITY a 'b'><rss/>", id="without document type"),
        pytest.param(gzip.compress(DECLARING.encode()), id="gzip"),
    ],
)
def test_a_document_that_declares_entities_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="declares a document type with rules of its own"):
        read_feed(data, URL)


@pytest.mark.parametrize("encoding", ["utf-7", "utf-16-le", "base64", "rot13", "idna", "nonsense"])
def test_a_declared_encoding_hides_nothing(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>+ADwAIQ-DOCTYPE rss'.encode()
    with pytest.raises(InputError):
        read_feed(DECLARING.replace("DOCTYPE", "DOC\x00TYPE").encode(), URL)
    with pytest.raises(InputError):
        read_feed(data, URL)


def test_an_entity_that_nobody_declared_stays_text() -> None:
    items = read("<rss><channel><item><link>/1</link><title>A &b; c &eacute;</title></item></channel></rss>").items
    assert items == (Item(f"{SITE}/1", "A &b; c é"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", "is empty, no feed", id="empty"),
        pytest.param(" \n<!-- nothing --> ", "is empty, no feed", id="comment only"),
        pytest.param("The bridge closes.", "is no feed and no sitemap", id="text"),
        pytest.param("<opml><body/></opml>", "is no feed and no sitemap", id="other XML"),
        pytest.param('{"version": 1}', "is JSON, but no JSON Feed", id="other JSON"),
        pytest.param('{"a": ', "is broken JSON", id="broken JSON"),
        pytest.param("[1]", "is no feed", id="list"),
        pytest.param("<html><body><p>The bridge</p></body></html>", "is a page that names no feed", id="page"),
        pytest.param("<p>The bridge</p>", "is a page that names no feed", id="part of a page"),
        pytest.param("<urlset", "is a sitemap of broken XML", id="cut sitemap"),
        pytest.param("<urlset>", "is a sitemap of broken XML", id="open sitemap"),
        pytest.param("<rss><channel><item", "is a feed of broken XML", id="cut feed"),
    ],
)
def test_what_is_no_feed_is_said(text: str, found: str) -> None:
    with pytest.raises(InputError, match=found):
        read(text)


def test_a_page_is_refused_with_the_feeds_that_it_names() -> None:
    with pytest.raises(NoArticle) as refused:
        read(PAGE)
    assert str(refused.value) == (
        "is a page, not a feed; give one that it names: "
        "https://harbourpress.example/en/feed.xml, https://harbourpress.example/atom?a=1&b=2"
    )


def test_only_some_of_many_feeds_are_named() -> None:
    links = "".join(f"<link rel=alternate type=application/rss+xml href=/{number}>" for number in range(9))
    with pytest.raises(NoArticle, match=r"/0, .*/1, .*/2 and 6 more"):
        read(f"<html>{links}</html>")


def test_broken_feeds_are_read_as_far_as_they_go() -> None:
    text = "<rss><channel><item><link>https://a.example/1?b=1&c=2</link><title>Tom & Jerry</title><item><link>/2</link>"
    assert [item.url for item in read(text).items] == ["https://a.example/1?b=1&c=2", f"{SITE}/2"]
    text = f"<urlset><url><loc>{SITE}/1</loc></url><url><loc>{SITE}/2</loc>"
    assert [item.url for item in read(text).items] == [f"{SITE}/1", f"{SITE}/2"]


def test_items_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attribune.intake.feeds.syndication.FEED_ITEMS", 2)
    monkeypatch.setattr("attribune.intake.feeds.sitemaps.SITEMAP_ITEMS", 2)
    items = "".join(f"<item><link>/{number}</link></item>" for number in range(5))
    assert len(read(f"<rss><channel>{items}</channel></rss>").items) == 2
    urls = "".join(f"<url><loc>/{number}</loc></url>" for number in range(5))
    assert len(read(f"<urlset>{urls}</urlset>").items) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("<rss>" + "<a/>" * 200_000, "more than .* 200,000 tags", id="tags"),
        pytest.param("<rss>" + "a" * 5_000_000, "more than 5,000,000 characters", id="characters"),
        pytest.param(f"<rss><a {' '.join(f'a{n}=' for n in range(101))}>", "than 100 attributes", id="attributes"),
        pytest.param("<rss>" + "<a xmlns:a='b'/>" * 5_001, "more than 5,000 namespaces", id="namespaces"),
        pytest.param('{"a": "' + "a" * 5_000_000, "more than 5,000,000 characters", id="JSON"),
        pytest.param("<urlset>" + "<a/>" * 1_001, "more than 1,000 elements", id="elements"),
    ],
)
def test_more_than_can_be_read_soon_is_refused(text: str, found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attribune.intake.feeds.sitemaps.SITEMAP_ELEMENTS", 1_000)
    with pytest.raises(TooLarge, match=found):
        read(text)


@pytest.mark.parametrize("name", ["author", "dc:creator", "webMaster", "itunes:author", "Publisher"])
def test_endless_names_take_no_time(name: str) -> None:
    person = f"<{name}>{'a' * 1_000_000}</{name}>"
    assert read(f"<rss><channel><item><link>/1</link>{person}</item></channel></rss>").items == (Item(f"{SITE}/1"),)


def test_a_date_at_the_edge_of_the_years_is_none() -> None:
    for moment in ("9999-12-31T23:59:59-14:00", "0001-01-01", "+99999-01-01"):
        assert read(f"<urlset><url><loc>/1</loc><lastmod>{moment}</lastmod></url></urlset>").items[0].published is None


def test_what_breaks_the_parser_is_an_error_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("feedparser.parse", broken)
    with pytest.raises(Unreadable, match=r"can't be taken apart \(RuntimeError\); give another feed"):
        read(RSS_2)


def test_a_bomb_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_feed(gzip.compress(b"<rss>" + b" " * 60_000_000), URL)


def test_bytes_that_name_a_file_open_none(tmp_path: object) -> None:
    with pytest.raises(NoArticle):
        read_feed(str(tmp_path).encode(), URL)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_feed_or_an_error_of_our_own(data: bytes) -> None:
    try:
        feed = read_feed(data, URL)
    except AttribuneError:
        return
    assert all(item.url.startswith("http") for item in feed.items)


PARTS = [RSS_2, documents.ATOM, SITEMAP, documents.RSS_1, documents.NEWS_SITEMAP, documents.JSON_FEED, PAGE]
ROUGH = st.text(alphabet="<>&;![]-?/\"'= aé\x00\x85\ud800#x1:", max_size=12)


@given(st.sampled_from(PARTS), st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 40), ROUGH), max_size=4))
def test_a_damaged_feed_is_a_feed_or_an_error_of_our_own(text: str, cuts: list[tuple[int, int, str]]) -> None:
    for start, size, rough in cuts:
        text = text[:start] + rough + text[start + size :]
    try:
        feed = read_feed(text.encode("utf-8", "surrogatepass"), URL)
    except AttribuneError:
        return
    assert len({item.url for item in feed.items}) == len(feed.items)
