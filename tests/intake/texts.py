"""Texts about invented events and people, and small ways to read them."""

from __future__ import annotations

from email.message import EmailMessage

from attribune.article import Article
from attribune.intake import Failure, read_bytes

HEADLINE = "Harbour minister promises new bridge for Port Selwyn"
LEAD = "The old bridge over the Selwyn will be replaced within two years, harbour minister Dara Quill said on Tuesday."
SECOND = '"We have waited long enough," she told a meeting of about 300 residents. "The work begins in spring."'
THIRD = "Opposition councillors called the promise empty and asked who would pay for it, as the town has no money left."
BODY = f"{LEAD}\n{SECOND}\n{THIRD}"
STORY = f"{HEADLINE}\n{BODY}"
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{HEADLINE} | Selwyn Post</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="Selwyn Post">
<meta name="description" content="Residents cheer, councillors doubt that the money is there.">
<link rel="canonical" href="https://www.selwynpost.example/news/bridge">
<meta property="article:published_time" content="2031-03-04T09:30:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{HEADLINE}</h1>
<p class="article-standfirst">Residents cheer, councillors doubt that the money is there.</p>
<div><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div></article><footer>All rights reserved</footer></body></html>"""


def read_all(data: bytes | str, name: str = "story.txt", **options: object) -> list[Article | Failure]:
    """Everything that the bytes give."""
    data = data.encode() if isinstance(data, str) else data
    return list(read_bytes(data, name=name, **options))  # type: ignore[arg-type]


def read_one(data: bytes | str, name: str = "story.txt", **options: object) -> Article:
    """The only article that the bytes give."""
    (article,) = read_all(data, name, **options)
    assert isinstance(article, Article), article
    return article


def fail_one(data: bytes | str, name: str = "story.txt", **options: object) -> Failure:
    """The only failure that the bytes give."""
    (failure,) = read_all(data, name, **options)
    assert isinstance(failure, Failure), failure
    return failure


def lines_of(article: Article) -> list[str]:
    """The article's paragraphs as strings."""
    return [span.of(article.text) for span in article.paragraphs]


def furniture_of(article: Article) -> list[str]:
    """The article's furniture as strings."""
    return [span.of(article.text) for span in article.furniture]


def mail(
    plain: str = BODY, html: str = "", *, subject: str = HEADLINE, sender: str = "Selwyn Post <news@post.example>"
) -> bytes:
    """A message with a plain part, and with a page where one is given."""
    message = EmailMessage()
    message["From"], message["Subject"], message["To"] = sender, subject, "reader@mail.example"
    message["Date"], message["Message-ID"] = "Tue, 04 Mar 2031 09:30:00 +0200", "<bridge@post.example>"
    message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()
