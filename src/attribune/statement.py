"""The statement: one attribution in one article, and what follows from its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from attribune.article import Span

Quote = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal[
    "named_person",
    "named_org",
    "role_only",
    "unnamed_individual",
    "unnamed_group",
    "document",
    "poll_or_data",
    "author",
    "generic",
    "implicit",
]
CueClass = Literal[
    "say",
    "claim",
    "deny",
    "accuse",
    "criticise",
    "praise_support",
    "admit",
    "promise_vow",
    "warn_threaten",
    "predict",
    "ask_demand",
    "order_rule",
    "confirm",
    "reveal_announce",
    "believe_think",
    "want_plan",
    "feel",
    "know_perceive",
    "show",
    "other",
]
Commitment = Literal["certain", "probable", "possible", "denied", "asked", "promised", "demanded", "unknown"]
Distance = Literal["neutral", "endorsing", "distancing"]
Counts = Literal["killed", "wounded", "missing", "displaced", "captured", "fled", "strikes", "other"]
Granularity = Literal["day", "week", "month", "quarter", "year", "decade", "century"]
PlaceKind = Literal["place", "government"]
FRAGMENT_BREAK = " … "


@dataclass(frozen=True)
class Role:
    """One part of an attribution: its fragments, in the text's order, of the article's text."""

    spans: tuple[Span, ...]

    def text(self, text: str) -> str:
        """The fragments' words, joined by an ellipsis."""
        return FRAGMENT_BREAK.join(span.of(text) for span in self.spans)

    @property
    def start(self) -> int:
        """Where the first fragment starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.spans[-1].end

    def overlaps(self, other: Role | Span) -> bool:
        """Whether any fragment shares a code point with the other's."""
        others = (other,) if isinstance(other, Span) else other.spans
        return any(span.overlaps(one) for span in self.spans for one in others)


@dataclass(frozen=True)
class Stance:
    """How firmly the speaker says it, and how far the outlet stands behind it.

    ``commitment`` is the speaker's, ``distance`` the outlet's, read off the cue.
    """

    cue_class: CueClass = "other"
    commitment: Commitment = "unknown"
    distance: Distance = "neutral"


@dataclass(frozen=True)
class Anonymity:
    """How a speaker without a name is marked; spans are of the article's text.

    ``marker`` holds the words that stand for the name ("a senior official"), ``reason`` those that say why it is
    withheld ("because he was not authorised to speak"), where the article does. ``specificity`` says how far the words
    narrow it down: 0 nobody in particular ("some"), 1 a kind of people ("officials"), 2 a role or a body ("a senior
    official", "Pentagon officials"), 3 a role in a body or place ("a senior Pentagon official").
    """

    marker: Span
    plural: bool
    specificity: int
    reason: Span | None = None


@dataclass(frozen=True)
class Speaker:
    """Whom a source span stands for, with the best name that the article gives.

    ``name`` is a description where the article gives no name; ``country`` is an ISO 3166-1 alpha-2 code;
    ``mentions`` are spans of the article's text; ``anonymity`` is None for speakers with a name; ``reasons`` are
    sentences that a reporter can read.
    """

    id: int
    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    mentions: tuple[Span, ...] = ()
    anonymity: Anonymity | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A number in the text as an interval, and what it counts; a missing bound is open.

    ``counts`` is what happened to them, ``of`` the counted noun with its modifiers, ``unit`` one of measure or money
    ("percent", "USD", "km"). ``whole`` is the span of the figure of which this one is a part ("34 people, including 12
    children"); ``further`` says that it comes on top of another ("a further 12").
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool = False
    counts: Counts = "other"
    of: str | None = None
    unit: str | None = None
    whole: Span | None = None
    further: bool = False


@dataclass(frozen=True)
class When:
    """A time expression as a half-open range of days.

    ``granularity`` is how exactly the expression tells it: "in 2014" is a year of days.
    """

    span: Span
    start: date
    end: date
    granularity: Granularity = "day"


@dataclass(frozen=True)
class Where:
    """A place name with its country and coordinates (degrees, WGS 84).

    ``kind`` tells a place from a government or its people speaking or acting under the place's name ("Moscow said").
    """

    span: Span
    name: str
    kind: PlaceKind = "place"
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Rejection:
    """Something that was not read, where it was, and why: a value, so that it can be counted."""

    stage: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True)
class Statement:
    """One attribution: who (source), how (cue), what (content), and what follows from it.

    ``speaker`` is a :class:`Speaker`'s id, None where no single candidate remains; ``parent`` is the id of
    the statement in whose content this one stands, ``repeats`` of the one that it says again; ``confidence``
    lies between 0 and 1.
    """

    id: int
    source: Role | None
    cue: Role | None
    content: Role
    quote: Quote
    speaker: int | None = None
    stance: Stance = field(default_factory=Stance)
    figures: tuple[Figure, ...] = ()
    when: tuple[When, ...] = ()
    where: tuple[Where, ...] = ()
    parent: int | None = None
    repeats: int | None = None
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of its words stands in the article's text."""
        return min(role.start for role in (self.source, self.cue, self.content) if role)
