"""Nested attribution: who is reported inside somebody's words: "he said Americans *informed us* that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from attribune.article import Span
from attribune.extract.cues import head_cue, words_of
from attribune.extract.decode import Attribution
from attribune.extract.excerpts import REPORTING, Excerpts
from attribune.extract.mentions import Mention, read_mention
from attribune.extract.nouns import class_of_any, is_somebody
from attribune.extract.settle import settle
from attribune.extract.wordlists import word_classes
from attribune.quotation import find_quotations
from attribune.reader.scores import CueScores, Scores
from attribune.statement import Role, Statement

LEAST = 0.6  # confidence below which an inner attribution is not believed
SPEAKING = ("verb", "phrase")  # parts of the lexicon; inside a content a noun mostly tells what somebody has, not says
FEWEST = 2  # words of its content
REASON = "found inside another statement's words"


def nest(text: str, statements: Sequence[Statement], excerpts: Excerpts, scores: Scores) -> list[Statement]:
    """The statements and those found inside them, in the order of ``text``; ``scores`` are of the excerpts."""
    taken = [span for one in statements if one.cue for span in one.cue.spans]
    found = [one for one in _inner(text, excerpts, scores) if not _touches(one, taken)]
    return renumber([*statements, *found])


def without_echoes(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without those found inside words of their own speaker: "Brook said she *believed* that ..."."""
    speakers = {one.id: one.speaker for one in statements}
    return renumber([one for one in statements if not _is_echo(one, speakers)])


def _is_echo(one: Statement, speakers: Mapping[int, int | None]) -> bool:
    inside = REASON in one.reasons
    return inside and one.parent is not None and one.speaker is not None and speakers.get(one.parent) == one.speaker


def renumber(statements: Sequence[Statement]) -> list[Statement]:
    """The same in the order of their first words, ids counted anew; new statements have a negative id or none's."""
    ordered = sorted(statements, key=lambda one: (one.start, one.id < 0, one.id))
    ids = {one.id: position for position, one in enumerate(ordered) if one.id >= 0}
    return [
        replace(
            one,
            id=position,
            parent=None if one.parent is None else ids.get(one.parent),
            repeats=None if one.repeats is None else ids.get(one.repeats),
        )
        for position, one in enumerate(ordered)
    ]


def _inner(text: str, excerpts: Excerpts, scores: Scores) -> Iterator[Statement]:
    apart = replace(scores, cues=tuple(_apart(cue, excerpts) for cue in scores.cues))
    for number, one in enumerate(settle(apart), 1):
        if one.confidence < LEAST or one.source is None or sum(part.length for part in one.content) < FEWEST:
            continue
        statement = _statement(text, excerpts, one, -number)
        if _is_reported(text, statement):
            yield statement


def _apart(cue: CueScores, excerpts: Excerpts) -> CueScores:
    """The cue with the words of its own content only: a quotation that ends one content goes on in no other."""
    content = excerpts.paragraph_at(cue.cue.start)
    reach = Span(max(cue.reach.start, content.start), min(cue.reach.end, content.end))
    outputs = cue.outputs[reach.start - cue.reach.start : reach.end - cue.reach.start]
    return replace(cue, cue=Span(cue.cue.start, min(cue.cue.end, content.end)), reach=reach, outputs=outputs)


def _statement(text: str, excerpts: Excerpts, one: Attribution, identity: int) -> Statement:
    def role(*words: Span) -> Role:
        return Role(tuple(span for part in words for span in excerpts.spans(part)))

    content = role(*one.content)
    marked = any(find_quotations(text, span) for span in content.spans)
    host = excerpts.host_at(one.cue.start)
    return Statement(
        id=identity,
        source=role(one.source) if one.source else None,
        cue=role(one.cue),
        content=content,
        quote="mixed" if marked else "indirect",
        parent=host,
        confidence=one.confidence,
        reasons=(REASON,),
    )


def _is_reported(text: str, statement: Statement) -> bool:
    """Whether somebody else is reported: a cue of speech, and a source that is no "I", "we" or "you"."""
    if statement.source is None or statement.cue is None:
        return False
    pronouns = word_classes("pronouns.tsv")
    own = pronouns["own"] | pronouns["generic"]
    cue = head_cue(words_of(statement.cue.text(text)), before_clause=False)
    return (
        statement.source.text(text).lower() not in own
        and _can_speak(read_mention(text, statement.source.spans[0]))
        and cue is not None
        and cue.part in SPEAKING
        and cue.cue_class in REPORTING
    )


def _can_speak(mention: Mention) -> bool:
    """Whether a source can say something: a name, a pronoun, or a noun for people, a body or a document."""
    return mention.form != "description" or class_of_any(mention.head)[0] is not None or is_somebody(mention.head)


def _touches(statement: Statement, taken: Sequence[Span]) -> bool:
    return statement.cue is not None and any(statement.cue.overlaps(span) for span in taken)
