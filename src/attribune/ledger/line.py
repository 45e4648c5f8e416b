"""The line: a statement as the ledger holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from attribune.article import Article
from attribune.ledger.review import Review
from attribune.statement import Speaker, Statement


@dataclass(frozen=True)
class Line:
    """One statement with its article, its speaker, and what people have said of it.

    ``id`` is the ledger's, ``statement.id`` its number in the article. ``entry`` is the id of the :class:`Entry`.
    ``speaker`` is the article's own; ``identity`` the ledger's id of that speaker across articles, ``name`` the best
    name that is known for it. ``recorded`` and ``superseded`` say when the ledger held it for true.
    """

    id: int
    entry: int
    article: Article
    day: date
    statement: Statement
    speaker: Speaker | None
    identity: int | None
    name: str | None
    recorded: datetime
    superseded: datetime | None
    review: Review | None = None

    @property
    def permalink(self) -> str:
        """The article's text by its hash and the statement's place in it: it proves itself, whatever is read anew."""
        content = self.statement.content
        return f"attribune:{self.article.id}#char={content.start},{content.end}"

    @property
    def content(self) -> str:
        """The content's words."""
        return self.statement.content.text(self.article.text)

    @property
    def stands(self) -> dict[str, str | None]:
        """The speaker's best name and the statement's classes, as corrected where a review corrects them."""
        stance = self.statement.stance
        read = {
            "speaker": self.name,
            "quote": self.statement.quote,
            "cue_class": stance.cue_class,
            "commitment": stance.commitment,
            "distance": stance.distance,
        }
        return {**read, **(self.review.corrections if self.review else {})}

    @property
    def is_speaker_corrected(self) -> bool:
        """Whether a review names another speaker than was read, of whom only the name is known."""
        return self.review is not None and "speaker" in self.review.corrections

    @property
    def status(self) -> str:
        """unreviewed, confirmed, rejected, corrected, or flagged where a review could not surely be carried over."""
        return "unreviewed" if self.review is None else self.review.status
