"""Stance: how firmly a speaker says it, and how far the outlet stands behind it, from cue and content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from attribune.extract.cues import Cue, head_cue, words_of
from attribune.extract.lemmas import candidates
from attribune.extract.wordlists import word_classes
from attribune.statement import Commitment, CueClass, Quote, Role, SpeakerKind, Stance

MARKS = "\"“”„«»‘’'`"
MAIN_CLAUSE = 14  # words of a content in which a hedge belongs to its main clause
TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[,;:.!?—–]")
# Classes in which "not" rejects the content; in the others it only leaves the content unsaid.
REJECTED_BY_NOT: frozenset[CueClass] = frozenset({"believe_think", "want_plan", "praise_support", "feel", "predict"})

THINGS: frozenset[SpeakerKind] = frozenset({"document", "poll_or_data"})

Reasons = tuple[str, ...]


def read_stance(
    text: str, cue: Role | None, content: Role, quote: Quote, kind: SpeakerKind | None = None
) -> tuple[Stance, Reasons]:
    """The stance of one statement of ``text`` by a speaker of that ``kind``, and why, in sentences for a reporter."""
    said = content.text(text)
    words = words_of(cue.text(text)) if cue else []
    if cue and not words:
        return Stance("say", "certain", "neutral"), ("a colon or dash stands for said",)
    head = head_cue(words, before_clause=_is_clause(said, quote)) if words else None
    if head is None:
        return _without_cue(words, quote)
    head = _with_request(_of_kind(_with_promise(head, said), kind), said)
    commitment, why = _commitment(head, words, said, quote)
    reasons = (_class_reason(head), *why, *_distance_reason(head))
    return Stance(head.cue_class, commitment, head.distance), reasons


def _of_kind(head: Cue, kind: SpeakerKind | None) -> Cue:
    """A document or poll that finds, gives or puts something shows it."""
    finding = word_classes("cue_words.tsv")["finding"]
    if kind in THINGS and head.words[0] in finding:
        return replace(head, cue_class="show")
    return head


def _with_promise(head: Cue, said: str) -> Cue:
    """Who agrees to do something promises it."""
    if head.words[0] in word_classes("cue_words.tsv")["agreeing"] and words_of(said[:12])[:1] == ["to"]:
        return replace(head, cue_class="promise_vow", commitment="promised", distance="neutral")
    return head


def _with_request(head: Cue, said: str) -> Cue:
    """What somebody suggests that should be done is asked for, not claimed."""
    if head.words[0] in word_classes("cue_words.tsv")["suggesting"] and "should" in _main_clause(said):
        return replace(head, cue_class="ask_demand", commitment="demanded")
    return head


def _is_clause(said: str, quote: Quote) -> bool:
    first = words_of(said[:20])[:1]
    return quote != "indirect" or said[:1] in MARKS or bool(set(first) & word_classes("cue_words.tsv")["opener"])


def _without_cue(words: Sequence[str], quote: Quote) -> tuple[Stance, Reasons]:
    what = f'"{" ".join(words)}" is not in the cue lexicon' if words else "no cue"
    if quote == "indirect":
        return Stance(), (f"{what}, and no quotation: class and commitment stay open",)
    return Stance("say", "certain", "neutral"), (f"{what}, but words in quotation marks: said",)


def _class_reason(head: Cue) -> str:
    return f'the cue "{" ".join(head.words)}" is of the class {head.cue_class}'


def _distance_reason(head: Cue) -> Reasons:
    if head.distance == "endorsing":
        return (f'"{" ".join(head.words)}" takes what is said as a fact',)
    if head.distance == "distancing":
        return (f'with "{" ".join(head.words)}" the outlet keeps its distance',)
    return ()


def _commitment(head: Cue, words: Sequence[str], said: str, quote: Quote) -> tuple[Commitment, Reasons]:
    negation = _negation(words, head)
    if negation:
        return _negated(head, words), (f'"{negation}" negates the cue',)
    if head.cue_class in ("say", "ask_demand") and quote == "direct" and _is_question(said):
        return "asked", ("the quotation is a question",)
    if head.commitment == "certain":
        return _hedged(said)
    return head.commitment, ()


def _negation(words: Sequence[str], head: Cue) -> str | None:
    """The word of the cue that negates its head: "not", "never", "refused"."""
    lists = word_classes("cue_words.tsv")
    for word in words:
        if word in lists["negation"] and word not in head.words:
            return word
        if lists["refusal"].intersection(candidates(word)) and not set(head.words).intersection(candidates(word)):
            return word
    return None


def _negated(head: Cue, words: Sequence[str]) -> Commitment:
    lists = word_classes("cue_words.tsv")
    forms = {form for word in head.words for form in candidates(word)}
    if forms & lists["sure if not"] or (forms & lists["sure if cannot"] and lists["can"].intersection(words)):
        return "certain"
    if head.commitment == "denied":
        return "possible"
    return "denied" if head.cue_class in REJECTED_BY_NOT else "unknown"


def _is_question(said: str) -> bool:
    return said.rstrip(MARKS + " ").endswith("?")


def _hedged(said: str) -> tuple[Commitment, Reasons]:
    """Certain, unless the content's main clause holds a hedge."""
    lists = word_classes("cue_words.tsv")
    clause = _main_clause(said)
    for before, word, after in zip(["", *clause], clause, [*clause[1:], ""], strict=False):
        if word in lists["after be"] and before not in lists["be"]:
            continue
        if word in lists["possible"] and not (word == "could" and after == "not"):
            return "possible", (f'"{word}" in what is said',)
        if word in lists["probable"]:
            return "probable", (f'"{word}" in what is said',)
    return "certain", ()


def _main_clause(said: str) -> list[str]:
    """The words of a content up to its first clause boundary; "May" the month is no hedge, so case is kept."""
    found: list[str] = []
    boundary = word_classes("cue_words.tsv")["boundary"]
    for match in TOKEN.finditer(said[:400]):
        word = match.group()
        if len(found) == MAIN_CLAUSE or (len(found) > 1 and (word in boundary or not word[0].isalnum())):
            break
        found.append("" if word == "May" else word.lower())
    return found
