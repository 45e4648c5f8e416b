"""Speakers without a name: which words stand for it, how far they narrow it down, and why it is withheld."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Span
from attribune.extract.anonymity import KINDS, REACH, specificity, with_anonymity
from attribune.statement import Anonymity, SpeakerKind
from tests.builders import a_span, a_speaker, an_article
from tests.extract.staging import heard, staged


def anonymity(marked: str) -> Anonymity | None:
    """That of the first speaker of a marked article."""
    return with_anonymity(staged(marked)[0].text, heard(marked)[0])[0].anonymity


def reason(marked: str) -> str | None:
    """The words for why the first speaker of a marked article is not named."""
    found = anonymity(marked)
    assert found is not None
    return found.reason.of(staged(marked)[0].text) if found.reason else None


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_whoever_has_no_name_is_marked(kind: SpeakerKind) -> None:
    (speaker,) = with_anonymity("An official", [a_speaker(kind=kind, mentions=(Span(0, 11),))])
    assert speaker.anonymity is not None


@pytest.mark.parametrize("kind", ["named_person", "named_org", "document", "poll_or_data", "author"])
def test_whoever_has_a_name_is_not(kind: SpeakerKind) -> None:
    (speaker,) = with_anonymity("Ida Korvin", [a_speaker(kind=kind, mentions=(Span(0, 10),))])
    assert speaker.anonymity is None


def test_who_is_mentioned_nowhere_is_not_marked() -> None:
    assert with_anonymity("", [a_speaker(kind="implicit")])[0].anonymity is None


def test_the_marker_is_the_longest_of_the_first_mentions() -> None:
    text = "One official. A senior official. The official. An official whom nobody knew."
    spans = [Span(0, 12), Span(14, 31), Span(33, 45), Span(47, 75)]
    (speaker,) = with_anonymity(text, [a_speaker(kind="unnamed_individual", mentions=tuple(spans))])
    assert speaker.anonymity is not None
    assert speaker.anonymity.marker == spans[1]


@pytest.mark.parametrize(
    ("source", "plural"),
    [
        ("Officials", True),
        ("Two officials with the ministry", True),
        ("Critics", True),
        ("A senior official", False),
        ("A driver of several buses", False),
        ("A guard who spoke to reporters", False),
        ("The mayor", False),
    ],
    ids=str,
)
def test_several_are_told_from_one(source: str, plural: bool) -> None:
    found = anonymity(f"[{source}] said {{a}}.")
    assert found is not None
    assert found.plural is plural


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Some", 0),
        ("Critics", 0),
        ("Officials", 1),
        ("Two officials", 1),
        ("An official", 1),
        ("The mayor", 2),
        ("A senior official", 2),
        ("Pentagon officials", 2),
        ("US officials", 2),
        ("The Norwegian official", 2),
        ("A senior Pentagon official", 3),
        ("Three residents of the old town", 2),
    ],
    ids=str,
)
def test_words_narrow_a_speaker_down(source: str, expected: int) -> None:
    found = anonymity(f"[{source}] said {{a}}.")
    assert found is not None
    assert found.specificity == expected


@pytest.mark.parametrize(
    ("words", "options", "expected"),
    [
        pytest.param("some", {"kind": "generic", "affiliation": "Lodra Bank"}, 0, id="nobody in particular"),
        pytest.param("", {"kind": "implicit"}, 0, id="no words"),
        pytest.param("others", {"kind": "unnamed_group"}, 1, id="empty words"),
        pytest.param("others", {"kind": "unnamed_group", "country": "NO"}, 2, id="empty words in a country"),
        pytest.param("a clerk", {"kind": "unnamed_individual", "affiliation": "Lodra Bank"}, 2, id="in a body"),
        pytest.param("a junior bank clerk", {"kind": "unnamed_individual", "country": "NO"}, 3, id="in a place"),
    ],
)
def test_what_is_known_besides_narrows_it_down_too(words: str, options: dict[str, str], expected: int) -> None:
    assert specificity(words, a_speaker(**options)) == expected


SHY = "because she feared for her job"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(f"[A clerk], who spoke on condition of anonymity {SHY}, said {{a}}.", SHY, id="up to the comma"),
        pytest.param(f"{{a}}, said [a clerk], who asked not to be named {SHY}.", SHY, id="up to the end"),
        pytest.param(f"[A clerk who asked not to be named {SHY}] said {{a}}.", SHY, id="inside the source"),
        pytest.param(f"[A clerk] said {{a}}. She insisted on anonymity, {SHY}.", SHY, id="in the next sentence"),
        pytest.param(
            "{a}, said [a clerk], speaking anonymously to discuss private talks.", "to discuss private talks", id="to"
        ),
        pytest.param("{a}, said [a clerk], who declined to be named, citing her job.", "citing her job", id="citing"),
        pytest.param(
            "{a}, said [a clerk] as she was not authorised to speak.", "as she was not authorised to speak", id="right"
        ),
        pytest.param(
            "{a}, said [a clerk] because she wasn’t allowed to speak “on record”.",
            "because she wasn’t allowed to speak",
            id="up to a quotation",
        ),
        pytest.param("{a}, said [a clerk], who asked not to be named.", None, id="asked without a reason"),
        pytest.param(f"{{a}}, said [a clerk] {SHY}.", None, id="a reason for something else"),
        pytest.param(f"[A clerk] said {{a}}.\nShe insisted on anonymity {SHY}.", None, id="another paragraph"),
        pytest.param(
            "[A clerk] said {a} " + "today " * (REACH // 6) + f"and insisted on anonymity {SHY}.", None, id="too far"
        ),
        pytest.param(
            f"[The mayor] said {{a}}. {{b}}, said [a clerk], who asked not to be named {SHY}.", None, id="another's"
        ),
    ],
)
def test_why_a_name_is_withheld(marked: str, expected: str | None) -> None:
    assert reason(marked) == expected


def test_the_reason_may_stand_by_a_later_mention() -> None:
    assert reason(f"[A clerk] said {{a}}. It rained.\n[The clerk] asked not to be named {SHY}, {{b}}.") == SHY


def test_a_long_reason_ends_with_a_whole_word() -> None:
    found = reason("{a}, said [a clerk], who asked not to be named because " + "nobody " * 60)
    assert found is not None
    assert found.endswith(" nobody")
    assert len(found) < 180


def test_a_long_text_is_read_in_linear_time() -> None:
    article = an_article("a clerk said on condition of anonymity because " * 20_000)
    mentions = tuple(a_span(article, "a clerk", 0)._replace(start=47 * n, end=47 * n + 7) for n in range(20_000))
    (speaker,) = with_anonymity(article.text, [a_speaker(kind="unnamed_individual", mentions=mentions)])
    assert speaker.anonymity is not None


@given(st.text(alphabet="an official, because he was not authorised to speak. “\n", max_size=200), st.data())
def test_any_text_gives_a_reason_inside_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    mention = Span(start, data.draw(st.integers(start, len(text))))
    (speaker,) = with_anonymity(text, [a_speaker(kind="role_only", mentions=(mention,))])
    assert speaker.anonymity is not None
    assert speaker.anonymity.reason is None or Span(0, len(text)).covers(speaker.anonymity.reason)
