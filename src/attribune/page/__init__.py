"""An article with its statements as HTML: one self-contained page, or a fragment for a notebook."""

from __future__ import annotations

from attribune.page.document import fragment_html, page_html

__all__ = ["fragment_html", "page_html"]
