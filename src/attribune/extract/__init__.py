"""Numbers to statements: pure functions, no network, no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from attribune.article import Article
from attribune.extract.anonymity import with_anonymity
from attribune.extract.assemble import QuotationIndex, draft, number
from attribune.extract.carried import carry_on
from attribune.extract.conditions import conditions_of, under
from attribune.extract.details import with_details
from attribune.extract.entities import find_entities
from attribune.extract.links import Links
from attribune.extract.nested import without_echoes
from attribune.extract.repeats import mark_repeats
from attribune.extract.settle import settle
from attribune.extract.speakers import Seen, find_speakers
from attribune.extract.stance import read_stance
from attribune.extract.titles import names_a_title
from attribune.reader.scores import Scores
from attribune.statement import Figure, Speaker, Statement


@dataclass(frozen=True)
class Extraction:
    """What one article's scores come to; ``figures`` are those in the outlet's own voice."""

    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...] = ()


def find_statements(article: Article, scores: Scores) -> list[Statement]:
    """Statements with their roles and nesting, in the text's order; no speaker, no stance yet."""
    tokens = scores.tokens
    quotations = QuotationIndex(tokens.quotations)
    drafts = [draft(attribution, article, tokens, quotations) for attribution in settle(scores)]
    carried = carry_on(article, drafts, tokens.quotations)
    kept = [one for one in carried if not names_a_title(article.text, one.cue, one.content)]
    return number(article, kept, quotations)


def extract(article: Article, scores: Scores, found: Sequence[Statement]) -> Extraction:
    """Statements with all that follows from their words; ``found`` are those of ``article``, nested ones among them."""
    entities = find_entities(scores)
    seen = Seen(scores.tokens.quotations, entities, Links.of(scores))
    speakers, spoken = find_speakers(article, found, seen)
    conditions = conditions_of(article)
    stanced = [under(conditions, _with_stance(article, one, speakers)) for one in without_echoes(spoken)]
    detailed, figures = with_details(article, mark_repeats(article, stanced, speakers), entities)
    return Extraction(with_anonymity(article.text, speakers), tuple(detailed), figures)


def _with_stance(article: Article, statement: Statement, speakers: Sequence[Speaker]) -> Statement:
    kind = None if statement.speaker is None else speakers[statement.speaker].kind
    stance, reasons = read_stance(article.text, statement.cue, statement.content, statement.quote, kind)
    return replace(statement, stance=stance, reasons=(*statement.reasons, *reasons))
