"""Predicted attributions of an article against its gold ones.

Three views: fragments of each role, words of each role, and whole attributions matched one to one. Spurious
predictions count in all of them. Punctuation at a fragment's edge does not, because annotators disagree on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from attribune.evaluate.counts import Counts, total
from attribune.evaluate.gold import ROLES, GoldArticle, RoleName, Roles
from attribune.evaluate.matching import Located, Match, find_matches, locate
from attribune.evaluate.quotes import quote_of, quoted_tokens
from attribune.evaluate.report import Report
from attribune.evaluate.words import Fragments, Words, tokens_in, words_of

Read = Callable[[str], Sequence[Roles]]


def evaluate(articles: Iterable[GoldArticle], read: Read) -> Report:
    """The report on what ``read`` finds in each article's text."""
    return total(count_article(article, read(article.text)) for article in articles).report()


def count_article(article: GoldArticle, predicted: Sequence[Roles]) -> Counts:
    """One article's counts; spans that hold no word count for nothing."""
    words = words_of(article.text)
    gold, found = _located(article.attributions, words), _located(predicted, words)
    counts = Counter(articles=1, gold=len(gold), predicted=len(found))
    for role in ROLES:
        counts.update(dict(_role_counts(role, _fragments(gold, role), _fragments(found, role))))
    counts.update(_whole_counts(article.text, words, gold, list(find_matches(gold, found))))
    return Counts(counts)


def _located(attributions: Iterable[Roles], words: Words) -> list[Located]:
    return [locate({role: words.fragments(one.get(role, ())) for role in ROLES}) for one in attributions]


def _fragments(attributions: Iterable[Located], role: RoleName) -> Fragments:
    return tuple(sorted({fragment for one in attributions for fragment in one.fragments[role]}))


def _role_counts(role: RoleName, gold: Fragments, predicted: Fragments) -> Iterator[tuple[str, int]]:
    """Hits and totals of one role: ``right`` of ``predicted``, ``found`` of ``gold``."""
    gold_tokens, tokens = tokens_in(gold), tokens_in(predicted)
    same, shared = len(set(gold) & set(predicted)), len(gold_tokens & tokens)
    columns = {
        "exact": (same, len(predicted), same, len(gold)),
        "overlap": (_touching(predicted, gold_tokens), len(predicted), _touching(gold, tokens), len(gold)),
        "token": (shared, len(tokens), shared, len(gold_tokens)),
    }
    for column, numbers in columns.items():
        for key, number in zip(("right", "predicted", "found", "gold"), numbers, strict=True):
            yield f"{role} {column} {key}", number


def _touching(fragments: Fragments, tokens: set[int]) -> int:
    return sum(not tokens.isdisjoint(range(*fragment)) for fragment in fragments)


def _whole_counts(text: str, words: Words, gold: Sequence[Located], matches: Sequence[Match]) -> Iterator[str]:
    """One name for every hit and every gold attribution of a kind of quotation."""
    quoted = quoted_tokens(text, words)
    quotes = [quote_of(one.fragments["content"], words, quoted) for one in gold]
    yield from quotes
    for match in matches:
        yield from ("lenient", f"lenient {quotes[match.gold]}") if match.lenient else ()
        yield from ("linked",) if match.linked else ()
        yield from ("exact",) if match.exact else ()
