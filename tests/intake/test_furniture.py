from __future__ import annotations

import pytest

from attribune.intake.furniture import find_furniture
from attribune.intake.lists import load_entries
from tests.intake.texts import BODY, HEADLINE, STORY


def furniture(text: str) -> list[str]:
    return [span.of(text) for span in find_furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT.",
        "Share on Facebook",
        "Read more: Ferry strike enters third week",
        "Read more about the Selwyn ferries",
        "ALSO READ | Ferry strike enters third week",
        "Related articles",
        "Follow us on Twitter and Telegram.",
        "Sign up for our morning newsletter.",
        "Photo: Lio Marr/Harbour Press",
        "Lio Marr/AFP via Getty Images",
        "The old bridge in winter (file photo)",
        "© 2031 Selwyn Post. All rights reserved.",
        "Published: 4 March 2031, 09:30 GMT",
        "Updated 3 hours ago",
        "4 min read",
        "Don’t miss: ferries of the north",
        "(This story has not been edited by our staff and comes from a feed.)",
    ],
)
def test_furniture_is_found(line: str) -> None:
    assert furniture(f"{STORY}\n  {line} \nThe council meets again on Friday to vote.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the minister told the pupils.",
        "Share prices fell by a tenth.",
        "Advertisement revenue fell, the paper said.",
        "Photo by photo, the inspectors went through the file.",
        "Follow us on the long road, the singer said.",
        "Subscribers left in March.",
        "Published reports of 2031 said otherwise.",
        "- World champions without a bridge",
        "Next week the council votes",
        '"Watch: nobody will pay," she said.',
        "World",
        "Readmore: a town in the north",
        "Who is left?",
        "May",
        "x" * 300,
    ],
)
def test_an_articles_line_stays(line: str) -> None:
    assert furniture(f"{STORY}\n{line}\nThe council meets again on Friday to vote.") == []


@pytest.mark.parametrize(
    "top",
    [
        ["- News>", "- World"],
        ["Home > News > World"],
        ["Home", "World"],
        ["Home / Harbour"],
        ["» News", "» Port Selwyn"],
        ["Advertisement", "News"],
        ["Selwyn | North | Harbours"],
    ],
    ids=" ".join,
)
def test_breadcrumbs_above_the_headline_are_furniture(top: list[str]) -> None:
    assert furniture("\n".join([*top, STORY])) == top


@pytest.mark.parametrize(
    "top",
    [
        "- Bridge to be replaced",
        "- 300 residents came",
        "Port Selwyn",
        "Selwyn | Harbours",
        "> " + "a b c d e > " * 9,
    ],
)
def test_short_lines_above_the_headline_stay_without_a_breadcrumb(top: str) -> None:
    assert furniture(f"{top}\n{STORY}") == []


def test_headlines_under_related_articles_are_furniture_at_the_end() -> None:
    box = ["Related articles", "Ferry strike enters third week", "Port dues rise again"]
    assert furniture("\n".join([STORY, *box])) == box


def test_only_bulleted_links_are_furniture_within_the_text() -> None:
    text = f"{HEADLINE}\nRelated stories\n• Ferry strike enters third week\nWhat happens next\n{BODY}"
    assert furniture(text) == ["Related stories", "• Ferry strike enters third week"]


@pytest.mark.parametrize("text", ["", "World", "Share\nAdvertisement"], ids=["empty", "section", "all furniture"])
def test_not_everything_is_furniture(text: str) -> None:
    assert furniture(text) == []


def test_the_list_holds_each_entry_once_in_lower_case() -> None:
    entries = load_entries("furniture.txt")
    assert set(entries) == {"line", "start", "open", "end", "list", "section", "date"}
    for kind, found in entries.items():
        assert len(set(found)) == len(found), kind
        assert all(entry == entry.casefold().strip() for entry in found), kind


def test_every_phrase_is_found_as_furniture() -> None:
    entries = load_entries("furniture.txt")
    phrases = [entry for kind in ("line", "start", "open", "end", "list") for entry in entries[kind]]
    missed = [entry for entry in phrases if furniture(f"{STORY}\n{entry}\n{BODY}") != [entry]]
    assert missed == []


def test_every_section_is_a_breadcrumb() -> None:
    missed = [entry for entry in load_entries("furniture.txt")["section"] if furniture(f"{entry}\n{STORY}") != [entry]]
    assert missed == []
