"""Speakers: whom the sources of an article's statements stand for, by rules that each give their reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from attribune.article import Article, Span
from attribune.extract.antecedents import pronoun_answer
from attribune.extract.capitals import Name, article_names, lowered_words
from attribune.extract.descriptions import description_answer, organisation_voice
from attribune.extract.enclosing import Enclosing
from attribune.extract.entities import Entities, told
from attribune.extract.links import Links
from attribune.extract.mentions import Mention, read_mention
from attribune.extract.named import is_turn, named_answer, several_answer, turn_answer
from attribune.extract.names import kind_of
from attribune.extract.nouns import class_of_any
from attribune.extract.relatives import antecedent_span
from attribune.extract.scene import Scene, Turn, set_scene
from attribune.extract.voices import Answer, Voice
from attribune.extract.wordlists import word_classes
from attribune.quotation import Quotation
from attribune.statement import Role, Speaker, Statement

AUTHOR = Voice(("author", ""), "the author", "author", "one")
NO_SOURCE = Answer(None, "the article names no source")
MARKS = "\"“„«‘'`"
THINGS = ("that", "which")
LONGEST_CHAIN = 6  # paragraphs of quotation that may stand between
LONGEST_NAME = 5  # words of a name that a source may hold a part of
DEEPEST = 3  # a relative pronoun's antecedent may have an owner, and that one again


@dataclass(frozen=True)
class _Line:
    """A statement with its source read as a mention, and the statement around it."""

    index: int
    statement: Statement
    mention: Mention | None
    around: int | None

    @property
    def position(self) -> int:
        """Where the source stands, or the content of a statement without source."""
        return self.mention.span.start if self.mention else self.statement.content.start

    @property
    def waits(self) -> bool:
        """Whether it must be known first who speaks around it."""
        return self.around is not None or (self.mention is not None and _is_own(self.mention))


@dataclass(frozen=True)
class Seen:
    """What is known of an article before its speakers are: its quotations, and the reader's names and links."""

    quotations: tuple[Quotation, ...] = ()
    entities: Entities = field(default_factory=Entities)
    links: Links | None = None


def find_speakers(
    article: Article, statements: Sequence[Statement], seen: Seen | None = None
) -> tuple[tuple[Speaker, ...], tuple[Statement, ...]]:
    """The article's speakers, and the statements with their speakers' ids and the reasons added.

    A statement whose source could be two voices, or whose article names none, keeps ``speaker`` None.
    Linear in the text's length and the number of statements.
    """
    seen = seen or Seen()
    names = [told(article.text, name, seen.entities) for name in article_names(article)]
    lines = _lines(article, statements, names, seen.entities)
    sources = [line.mention.name for line in lines if line.mention and line.mention.name]
    scene = set_scene(article, names, sources, seen.quotations, seen.links)
    answers: dict[int, Answer] = {}
    ids: dict[int, int | None] = {}
    previous: _Line | None = None
    for line in _in_order(lines):
        previous = previous if previous and previous.waits == line.waits else None
        answer = _answer(scene, line, previous, answers)
        answers[line.index] = answer
        ids[line.index] = _hear(scene, line, answer)
        previous = line if line.mention or answer.voice else previous
    resolved = (
        replace(statement, speaker=ids[index], reasons=(*statement.reasons, answers[index].reason))
        for index, statement in enumerate(statements)
    )
    return scene.cast.speakers(), tuple(resolved)


def _lines(article: Article, statements: Sequence[Statement], names: Sequence[Name], entities: Entities) -> list[_Line]:
    lowered = lowered_words(article.text)
    enclosing = Enclosing(statements)
    starts = [name.span.start for name in names]
    surnames = {name.words[-1] for name in names if len(name.words) > 1 and kind_of(name) == "person"}

    def tell(name: Name) -> Name:
        return told(article.text, name, entities)

    def mention(source: Role | None) -> Mention | None:
        if source is None:
            return None
        found = _as_surname(read_mention(article.text, source.spans[0], lowered, tell), surnames)
        return _whole(found, names, starts)

    return [
        _Line(index, statement, mention(statement.source), enclosing.of(index))
        for index, statement in enumerate(statements)
    ]


def _as_surname(mention: Mention, surnames: Set[str]) -> Mention:
    """A trade that a person of the article is called by, standing alone ("Baker said"), as that name."""
    if mention.form != "description" or mention.name or mention.text not in surnames:
        return mention
    return replace(mention, form="named", name=Name(mention.span, (mention.text,)))


def _whole(mention: Mention, names: Sequence[Name], starts: Sequence[int]) -> Mention:
    """The mention with the name that the article has there, where its source holds only a part of that name."""
    part = mention.name.span if mention.name else Span(mention.span.start, mention.span.start + 1)
    position = bisect_right(starts, part.start) - 1
    if position < 0 or mention.form not in ("named", "description"):
        return mention
    name = names[position]
    cut = name.span.covers(part) and name.span != part and (mention.name or name.span.start < part.start)
    if not cut or not _is_one_name(name, part, len(mention.name.words) if mention.name else 1):
        return mention
    return replace(mention, form="named", name=name)


def _is_one_name(name: Name, part: Span, words: int) -> bool:
    """Whether a name is no run of capitals in a headline: an organisation's, or a person's with a cut surname.

    Words behind the part belong to a person's name only where a nickname stands between.
    """
    shouted = any(word.isalpha() and word.isupper() and len(word) > LONGEST_NAME for word in name.words)
    if shouted or len(name.words) > LONGEST_NAME:
        return False
    nickname = name.span.length > len(name.text) + 2
    surname = words == 1 and name.span.end == part.end
    return kind_of(name) == "organisation" or (kind_of(name) == "person" and (nickname or surname))


def _in_order(lines: Sequence[_Line]) -> list[_Line]:
    """Lines in the text's order; those inside others' words come last."""
    return sorted(lines, key=lambda line: (line.waits, line.position))


def _hear(scene: Scene, line: _Line, answer: Answer) -> int | None:
    if answer.voice is None:
        return None
    if not line.waits:
        scene.turns.append(Turn(line.position, answer.voice, line.mention.span if line.mention else None))
    return scene.cast.hear(answer.voice, line.mention.span if line.mention else None, answer.reason)


def _answer(scene: Scene, line: _Line, previous: _Line | None, answers: dict[int, Answer]) -> Answer:
    if line.mention is None:
        return _carried(scene, line, previous, answers)
    around = None if line.around is None else answers.get(line.around)
    if line.mention.form == "relative" and previous and _describes_source(line.mention, previous):
        host = answers[previous.index]
        return replace(host, reason=f'"{line.mention.text}" stands in the words for that speaker: {host.reason}')
    if is_turn(scene.text, line.mention.span):
        return turn_answer(line.mention)
    if _is_own(line.mention):
        return _own(scene, line.mention, around)
    return _resolve(scene, line.mention, around.voice if around and _is_quoted(scene, line) else None)


def _describes_source(mention: Mention, line: _Line) -> bool:
    """Whether a relative pronoun stands in another statement's source: "a driver who asked not to be named"."""
    return line.statement.source is not None and any(span.covers(mention.span) for span in line.statement.source.spans)


def _is_own(mention: Mention) -> bool:
    return mention.form == "pronoun" and mention.head in word_classes("pronouns.tsv")["own"]


def _is_quoted(scene: Scene, line: _Line) -> bool:
    return scene.layout.quotation(line.position) is not None


def _own(scene: Scene, mention: Mention, around: Answer | None) -> Answer:
    """ "I" and "we" belong to whose words they stand in; outside quotation marks, to the author."""
    if around and around.voice:
        return Answer(around.voice, f'"{mention.text}" stands in words of {around.voice.name}')
    if around or scene.layout.quotation(mention.span.start):
        return Answer(None, f'"{mention.text}" stands in a quotation whose speaker is not known')
    return Answer(AUTHOR, f'"{mention.text}" stands outside quotation marks: the author')


def _carried(scene: Scene, line: _Line, previous: _Line | None, answers: dict[int, Answer]) -> Answer:
    """A quotation without source goes on with the last speaker before it; statements without one don't count."""
    before = answers[previous.index] if previous else NO_SOURCE
    if previous is None or before.voice is None or not _goes_on(scene, line.statement, previous.statement):
        return NO_SOURCE
    return Answer(before.voice, f"the quotation goes on from {before.voice.name}'s")


def _goes_on(scene: Scene, statement: Statement, previous: Statement) -> bool:
    if statement.quote != "direct" or previous.quote == "indirect":
        return False
    paragraph = scene.layout.paragraph
    first, last = paragraph(previous.content.end - 1), paragraph(statement.content.start)
    between = scene.layout.paragraphs[first + 1 : last]
    return first <= last and len(between) <= LONGEST_CHAIN and all(scene.text[start] in MARKS for start in between)


def _resolve(scene: Scene, mention: Mention, excluded: Voice | None = None, depth: int = 0) -> Answer:
    """The voice that a mention stands for, by its form."""
    if mention.form == "named" and mention.name:
        return _named(scene, mention, mention.name, depth)
    if mention.form == "several":
        return several_answer(mention)
    if mention.form == "pronoun":
        return pronoun_answer(scene, mention, excluded)
    if mention.form == "relative":
        return _relative(scene, mention, depth)
    return description_answer(scene, mention, _owner(scene, mention, depth))


def _named(scene: Scene, mention: Mention, name: Name, depth: int) -> Answer:
    owner = _owner(scene, mention, depth)
    if mention.owner and not owner:
        return Answer(organisation_voice(name.text), f'"{name.text}" is named, and whose it is stays open')
    return named_answer(scene, name, owner)


def _relative(scene: Scene, mention: Mention, depth: int) -> Answer:
    span = antecedent_span(scene, mention.span.start)
    antecedent = read_mention(scene.text, span) if span else None
    if antecedent is None or antecedent.form == "relative" or depth >= DEEPEST:
        return Answer(None, f'nothing stands before "{mention.text}" that it could mean')
    if antecedent.name and mention.head in THINGS and kind_of(antecedent.name) == "person":
        return Answer(None, f'"{mention.text}" does not refer to a person')
    if antecedent.form == "description" and class_of_any(antecedent.head)[0] is None and mention.head != "who":
        return Answer(None, f'"{mention.text}" refers to "{antecedent.text}", which does not speak')
    answer = _resolve(scene, antecedent, depth=depth + 1)
    return replace(answer, reason=f'"{mention.text}" refers to "{antecedent.text}": {answer.reason}')


def _owner(scene: Scene, mention: Mention, depth: int) -> Voice | None:
    """Whose the described voice is: "Kartapolov's spokesman", "his office"."""
    if mention.owner is None or depth >= DEEPEST:
        return None
    start = mention.span.start
    owner = read_mention(scene.text, Span(start, start + len(mention.owner)))
    if _is_own(owner):
        return None
    return _resolve(scene, owner, depth=depth + 1).voice
