"""The fields of a statement's stream of terms, and the prefix that tells each from the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from attribune.ledger.query.tokens import tokenize
from attribune.statement import Commitment, Counts, CueClass, Distance, Quote, SpeakerKind

Field = Literal[
    "content",
    "speaker",
    "speaker_id",
    "outlet",
    "cue",
    "class",
    "quote",
    "commitment",
    "distance",
    "kind",
    "place",
    "of",
    "counts",
]
Status = Literal["unreviewed", "confirmed", "rejected", "corrected", "flagged"]

PREFIXES: dict[Field, str] = {
    "content": "",
    "speaker": "s_",
    "speaker_id": "i_",
    "outlet": "o_",
    "cue": "q_",
    "class": "c_",
    "quote": "k_",
    "commitment": "m_",
    "distance": "d_",
    "kind": "t_",
    "place": "p_",
    "of": "f_",
    "counts": "n_",
}
CLOSED: dict[str, tuple[str, ...]] = {
    "class": get_args(CueClass),
    "quote": get_args(Quote),
    "commitment": get_args(Commitment),
    "distance": get_args(Distance),
    "kind": get_args(SpeakerKind),
    "counts": get_args(Counts),
    "status": get_args(Status),
}
BREAK = "__"  # between two values of a field and at the end of every stream: no word holds "_", so nobody can type it
CODE = "_"  # before a country's code, so that Albania is not the "al" of "Al Bab"


def terms_of(text: str) -> tuple[str, ...]:
    """The terms of a text's words, in order."""
    return tuple(token.term for token in tokenize(text))


def country_term(code: str) -> str:
    """The term of an ISO 3166-1 alpha-2 code among a statement's places, still without the field's prefix."""
    return f"{CODE}{code.lower()}"


def in_field(field: Field, terms: Iterable[str]) -> tuple[str, ...]:
    """The terms as they stand in a statement's stream."""
    prefix = PREFIXES[field]
    return tuple(f"{prefix}{term}" for term in terms)
