"""Whether an attribution's content is quoted, by the words of it that stand inside quotation marks."""

from __future__ import annotations

from attribune.article import Article
from attribune.evaluate.words import Fragments, Words, tokens_in
from attribune.quotation import find_quotations
from attribune.statement import Quote


def quoted_tokens(text: str, words: Words) -> frozenset[int]:
    """Indices of the words of ``text`` inside quotation marks of any style, single ones included."""
    quotations = [one for span in Article(text).paragraphs for one in find_quotations(text, span)]
    fragments = words.fragments(quotation.inside for quotation in quotations)
    return frozenset(token for token in tokens_in(fragments) if words.is_word[token])


def quote_of(content: Fragments, words: Words, quoted: frozenset[int]) -> Quote:
    """Direct where every word of the content is in ``quoted``, mixed where some are, indirect where none is."""
    inside = [token in quoted for token in tokens_in(content) if words.is_word[token]]
    if not any(inside):
        return "indirect"
    return "direct" if all(inside) else "mixed"
