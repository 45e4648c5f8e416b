"""The words that people read for the statement's values."""

from __future__ import annotations

from attribune.statement import Counts, CueClass, Distance, Quote, SpeakerKind

KINDS: dict[SpeakerKind, str] = {
    "named_person": "person",
    "named_org": "organisation",
    "role_only": "known by role only",
    "unnamed_individual": "unnamed person",
    "unnamed_group": "unnamed group",
    "document": "document",
    "poll_or_data": "poll or data",
    "author": "the author",
    "generic": "people in general",
    "implicit": "not named at all",
}
CUES: dict[CueClass, str] = {
    "say": "says",
    "claim": "claims",
    "deny": "denies",
    "accuse": "accuses",
    "criticise": "criticises",
    "praise_support": "praises or supports",
    "admit": "admits",
    "promise_vow": "promises",
    "warn_threaten": "warns or threatens",
    "predict": "predicts",
    "ask_demand": "asks or demands",
    "order_rule": "orders or rules",
    "confirm": "confirms",
    "reveal_announce": "announces",
    "believe_think": "believes",
    "want_plan": "wants or plans",
    "feel": "feels",
    "know_perceive": "knows or sees",
    "show": "shows",
    "other": "other",
}
QUOTES: dict[Quote, str] = {"direct": "direct quote", "mixed": "partly quoted", "indirect": "paraphrased"}
DISTANCES: dict[Distance, str] = {
    "neutral": "outlet neutral",
    "endorsing": "outlet endorses it",
    "distancing": "outlet keeps its distance",
}
COUNTS: dict[Counts, str] = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "displaced": "displaced",
    "captured": "captured",
    "fled": "fled",
    "strikes": "strikes",
    "other": "other",
}
NARROWED = (  # by how specific the words for an unnamed speaker are
    "neither kind nor role told",
    "only the kind told",
    "a role or a body",
    "a role in a body or place",
)
UNCLEAR = "no single speaker"
OWN_VOICE = "outlet’s own voice"
FAINT_KINDS = frozenset[SpeakerKind]({"unnamed_individual", "unnamed_group", "generic", "implicit"})
