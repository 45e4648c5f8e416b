"""Numbers to statements: pure functions, no network, no file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from attribune.article import Article
from attribune.extract.assemble import QuotationIndex, draft, number
from attribune.extract.carried import carry_on
from attribune.extract.repeats import mark_repeats
from attribune.extract.settle import settle
from attribune.extract.speakers import find_speakers
from attribune.extract.stance import read_stance
from attribune.extract.titles import names_a_title
from attribune.reader.scores import Scores
from attribune.statement import Speaker, Statement


@dataclass(frozen=True)
class Extraction:
    """What one article's scores come to."""

    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]


def find_statements(article: Article, scores: Scores) -> list[Statement]:
    """Statements with their roles and nesting, in the text's order; no speaker, no stance yet."""
    tokens = scores.tokens
    quotations = QuotationIndex(tokens.quotations)
    drafts = [draft(attribution, article, tokens, quotations) for attribution in settle(scores)]
    carried = carry_on(article, drafts, tokens.quotations)
    kept = [one for one in carried if not names_a_title(article.text, one.cue, one.content)]
    return number(article, kept, quotations)


def extract(article: Article, scores: Scores) -> Extraction:
    """Statements with speakers and stance, in the text's order, from the reader's scores of ``article``."""
    found = find_statements(article, scores)
    speakers, spoken = find_speakers(article, found, scores.tokens.quotations)
    statements = mark_repeats(article, [_with_stance(article, one) for one in spoken])
    return Extraction(speakers, statements)


def _with_stance(article: Article, statement: Statement) -> Statement:
    stance, reasons = read_stance(article.text, statement.cue, statement.content, statement.quote)
    return replace(statement, stance=stance, reasons=(*statement.reasons, *reasons))
