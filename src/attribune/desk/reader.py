"""The open reader: articles in, readings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from attribune.article import Article
from attribune.extract import extract, find_statements
from attribune.extract.excerpts import find_excerpts
from attribune.extract.nested import nest
from attribune.reader.bundle import open_bundle
from attribune.reader.predictor import Predictor
from attribune.reader.scores import Scores
from attribune.reader.session import OnnxBackend
from attribune.reading import ReaderCard, Reading
from attribune.statement import Rejection, Statement

LANGUAGE = "en"


@dataclass(frozen=True)
class Reader:
    """A loaded reader; it holds no state between articles, and may be used for any number of them."""

    predictor: Predictor
    card: ReaderCard
    provider: str

    @classmethod
    def open(cls, folder: str | Path | None = None, *, threads: int = 1) -> Reader:
        """The reader that the package ships with, or the one in ``folder``; takes 0.1 s and more.

        Raises :class:`attribune.errors.ReaderError` where its files are missing or damaged.
        """
        bundle = open_bundle(None if folder is None else Path(folder))
        backend = OnnxBackend(bundle, threads=threads)
        predictor = Predictor(bundle.tokenizer(), backend, bundle.lattice, window=bundle.window)
        return cls(predictor, ReaderCard(bundle.name, bundle.version, bundle.sha256), backend.provider)

    def read(self, article: Article) -> Reading:
        """Every statement of one article; an article in a language that it can't read gives a rejection."""
        if article.language != LANGUAGE:
            reason = f"the text is in the language {article.language!r}; the reader reads English"
            return Reading(article, (), (), (), (Rejection("language", reason),), self.card)
        scores = self.predictor.scores(article)
        found = extract(article, scores, self._with_nested(article, find_statements(article, scores), scores))
        return Reading(article, found.speakers, found.statements, found.figures, (), self.card)

    def _with_nested(self, article: Article, found: list[Statement], scores: Scores) -> list[Statement]:
        """The statements and those inside them: contents that report somebody's words are read once more."""
        excerpts = find_excerpts(article.text, found, scores.tokens)
        if excerpts is None:
            return found
        return nest(article.text, found, excerpts, self.predictor.attributions(excerpts.tokens, article.text))

    def stream(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """A reading for each article, in order, as they come."""
        return map(self.read, articles)
