"""Whose words the article is made of: a strip for the eye, and the same as a table."""

from __future__ import annotations

from attribune.page.labels import KINDS
from attribune.page.markup import Markup, element, joined
from attribune.page.view import View, badge, faint, paint, stroke, voice_key
from attribune.page.voices import Voice

HEIGHT = 26
ROOM = {"speaker": 0.05, "unclear": 0.05, "outlet": 0.2}  # shares below which a part has no place for its sign


def strip(view: View) -> Markup:
    """One bar, a part for each voice as wide as its share of the words."""
    parts: list[Markup] = []
    start = 0.0
    for voice in view.voices:
        if voice.words:
            parts.append(_part(voice, start))
            start += voice.share
    return element("svg", *parts, class_="strip", width="100%", height=HEIGHT, aria_hidden="true")


def _part(voice: Voice, start: float) -> Markup:
    left, width = _percent(start), _percent(voice.share)
    block = element("rect", x=left, y=0, width=width, height=HEIGHT - 4)
    under = HEIGHT - 3
    line = element("line", x1=left, x2=_percent(start + voice.share), y1=under, y2=under)
    sign = element("text", voice.initials or "own voice", x=_percent(start + voice.share / 2), y=HEIGHT - 10)
    tip = element("title", f"{voice.name}: {percent(voice.share)} of the words")
    inside = (tip, block, line, *((sign,) if voice.share > ROOM[voice.who] else ()))
    return element("g", *inside, class_=f"part {voice.who} {paint(voice)} {stroke(voice)}", data_v=voice_key(voice))


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"


def percent(share: float) -> str:
    """A share in whole per cent; what is there is never 0 %."""
    return "<1 %" if 0 < share < 0.01 else f"{100 * share:.0f} %"


def legend(view: View) -> Markup:
    """A row for each voice: name, what it is, how often it speaks, words, share."""
    head = element("tr", *(element("th", name, scope="col", class_=kind) for name, kind in COLUMNS))
    rows = [_row(view, voice) for voice in view.voices]
    caption = element("caption", "Share of the words")
    return element("table", caption, element("thead", head), element("tbody", *rows), class_="legend")


COLUMNS = (("Speaker", ""), ("Words", "number"), ("Share", "number"))


def _row(view: View, voice: Voice) -> Markup:
    numbers = [element("td", count, class_="number") for count in (str(voice.words), percent(voice.share))]
    return element("tr", element("th", _who(view, voice), scope="row"), *numbers, data_v=voice_key(voice))


def _who(view: View, voice: Voice) -> Markup:
    name = element("span", voice.name, class_="name faint" if faint(voice) else "name", dir="auto")
    label = joined(badge(voice), element("span", name, _detail(voice), class_="title"))
    if view.linked and voice.who != "outlet":
        return element("button", label, type="button", class_="who", data_v=voice_key(voice), aria_pressed="false")
    return element("span", label, class_="who")


def _detail(voice: Voice) -> Markup:
    if voice.who == "outlet":
        return Markup()
    speaker = voice.speaker
    said = f"{voice.statements} statement{'s' * (voice.statements != 1)}"
    what = f"{speaker.role or KINDS[speaker.kind]} · {said}" if speaker else said
    return element("span", what, class_="detail", dir="auto")
