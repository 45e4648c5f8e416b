"""Feeds and sitemaps of invented papers."""

from __future__ import annotations

URL = "https://harbourpress.example/news/feed.xml"

RSS_2 = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="feed.css"?>
<!-- made by hand -->
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>Harbour Press &amp; Post</title>
<link>https://harbourpress.example/</link>
<atom:link href="https://harbourpress.example/news/feed.xml" rel="self" type="application/rss+xml"/>
<item>
  <title>Bridge at Selwyn &lt;i&gt;to close&lt;/i&gt; for repairs</title>
  <link>https://harbourpress.example/news/1</link>
  <guid isPermaLink="false">tag:harbourpress.example,2031:1</guid>
  <pubDate>Tue, 04 Mar 2031 10:00:00 +0100</pubDate>
  <source url="https://selwynpost.example/rss">Selwyn Post</source>
  <content:encoded><![CDATA[<!DOCTYPE html><p>The mayor said it would reopen.</p>]]></content:encoded>
</item>
<item>
  <title><![CDATA[Mayor & council agree]]></title>
  <link>/news/2?a=1&amp;b=2</link>
  <pubDate>some day</pubDate>
</item>
<item><guid>https://harbourpress.example/news/3</guid></item>
<item><title>The bridge again</title><link>https://harbourpress.example/news/1#more</link></item>
<item><title>No link</title><guid isPermaLink="false">4</guid></item>
<item><title>A script</title><link>javascript:alert(1)</link></item>
<item><title>A file</title><link>file:///etc/passwd</link></item>
</channel>
</rss>
"""

RSS_1 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://harbourpress.example/"><title>Harbour Press</title></channel>
<item rdf:about="https://harbourpress.example/news/1"><title>Bridge closes</title>
<link>https://harbourpress.example/news/1</link><dc:date>2031-03-04T10:00:00+01:00</dc:date></item>
</rdf:RDF>
"""

RSS_091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">
<rss version="0.91"><channel><title>Harbour Press</title>
<item><title>Bridge closes</title><link>https://harbourpress.example/news/1</link></item>
</channel></rss>
"""

ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Press</title><id>urn:feed</id>
<entry><title type="html">Bridge &lt;b&gt;closes&lt;/b&gt;</title><id>urn:1</id>
<link rel="enclosure" href="https://harbourpress.example/1.mp3"/>
<link rel="alternate" type="text/html" href="../news/1"/>
<published>2031-03-04T10:00:00+01:00</published><updated>2031-03-05T10:00:00Z</updated>
<source><title>Selwyn Post</title><id>urn:source</id></source></entry>
<entry><title>Mayor speaks</title><id>urn:2</id><link href="https://harbourpress.example/news/2"/>
<updated>2031-03-05T10:00:00Z</updated></entry>
</feed>
"""

JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Press", "items": [
{"id": "1", "url": "/news/1", "title": "Bridge closes", "date_published": "2031-03-04T10:00:00+01:00"},
{"id": "https://harbourpress.example/news/2", "date_modified": "2031-03-05T10:00:00Z", "title": 3},
{"id": "3", "title": "No link"}, 4, {"external_url": "https://selwynpost.example/1", "id": 5}
]}"""

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>https://harbourpress.example/1.jpg</image:loc><image:title>A bridge</image:title>
</image:image><loc> https://harbourpress.example/news/1 </loc><lastmod>2031-03-04</lastmod></url>
<url><loc>https://harbourpress.example/news/2?a=1&amp;b=2</loc><lastmod>2031-03-04T10:00:00+01:00</lastmod></url>
<url><loc><![CDATA[https://harbourpress.example/news/3]]></loc><lastmod>lately</lastmod></url>
<url><lastmod>2031-03-04</lastmod></url>
</urlset>
"""

NEWS_SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://harbourpress.example/news/1</loc><lastmod>2031-03-09</lastmod>
<news:news><news:publication><news:name>Harbour Press</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2031-03-04T10:00:00+01:00</news:publication_date>
<news:title>Bridge &amp; harbour close</news:title></news:news></url>
</urlset>
"""

SITEMAP_INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://harbourpress.example/sitemap-1.xml.gz</loc><lastmod>2031-03-04</lastmod></sitemap>
<sitemap><loc>/sitemap-2.xml</loc></sitemap>
</sitemapindex>
"""

PAGE = """<!DOCTYPE html>
<html><head><title>Harbour Press</title><base href="https://harbourpress.example/en/">
<link rel="stylesheet" href="a.css">
<link rel="Alternate" type="application/rss+xml" title="News > all" href="feed.xml">
<LINK type='application/atom+xml' rel='alternate home' href='/atom?a=1&amp;b=2'>
<link rel="alternate" type="application/rss+xml" href="feed.xml">
<link rel="alternate" type="application/json" href="/wp-json/1">
<link rel="alternate" hreflang="de" href="/de/">
<link rel="alternate" type="application/feed+json" href="javascript:alert(1)">
</head><body><p>The bridge closes.</p></body></html>
"""
