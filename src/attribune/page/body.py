"""The article's text, line by line, every statement marked."""

from __future__ import annotations

from collections.abc import Sequence

from attribune.article import Span
from attribune.page.details import gloss, is_own, kind
from attribune.page.markup import Markup, element, escaped, joined
from attribune.page.segments import Segment, runs
from attribune.page.view import View, anchor, badge, detail_id, gist, paint, stroke


def body(view: View) -> Markup:
    """All lines of the text; the headline is not among them if it stands above."""
    furniture, title = set(view.article.furniture), headline_line(view)
    blocks = [
        element("p", text(view, pieces), class_="furniture", dir="auto")
        if line in furniture
        else _paragraph(view, pieces, view.starting[number])
        for number, (line, pieces) in enumerate(zip(view.lines, view.pieces, strict=True))
        if number != title
    ]
    return element("div", *blocks, class_="text", lang=view.article.language)


def headline(view: View) -> Markup:
    """The title: the text's own first line where it says the same, so that statements in it are marked."""
    line = headline_line(view)
    if line is None:
        title = view.article.title
        told = element("h1", title or "Untitled article", dir="auto", class_=None if title else "untold")
        return element("div", _gutter(view, ()), told, class_="para")
    return element("div", _gutter(view, view.starting[line]), _title(view, line), class_="para")


def headline_line(view: View) -> int | None:
    """Which line of the text is its title, None where none is."""
    title, furniture = _plain(view.article.title or ""), set(view.article.furniture)
    for number, line in enumerate(view.lines):
        if line not in furniture:
            return number if title and _plain(line.of(view.article.text)) == title else None
    return None


def text(view: View, pieces: Sequence[Segment]) -> Markup:
    """The pieces of one line as HTML."""
    return joined(*(_run(view, run) for run in runs(pieces)))


def _title(view: View, line: int) -> Markup:
    return element("h1", text(view, view.pieces[line]), dir="auto", class_="line")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _paragraph(view: View, pieces: Sequence[Segment], starting: Sequence[int]) -> Markup:
    return element("div", _gutter(view, starting), element("p", text(view, pieces), dir="auto"), class_="para")


def _gutter(view: View, starting: Sequence[int]) -> Markup:
    """A badge for each statement that starts in the line."""
    return element("div", *(_pointer(view, identity) for identity in starting), class_="gutter")


def _pointer(view: View, identity: int) -> Markup:
    statement = view.by_id[identity]
    again = " again" if statement.repeats is not None else ""
    label = gist(view, statement)
    sign = badge(view.voice[identity])
    return anchor(view, identity, sign, class_=f"pointer{again}", data_s=identity, title=label, aria_label=label)


def _run(view: View, pieces: Sequence[Segment]) -> Markup:
    """Pieces that the same statements cover, as one element."""
    first = pieces[0]
    words = joined(*(_words(view, piece) for piece in pieces))
    if not first.marks:
        return words
    ids = " ".join(str(mark.statement) for mark in first.marks)
    roles = " ".join(mark.role for mark in first.marks)
    title = gist(view, view.by_id[first.marks[0].statement])
    return element("span", words, class_=_classes(view, first), data_s=ids, data_r=roles, title=title)


def _words(view: View, piece: Segment) -> Markup:
    """A piece's words, marked as the figure, time or place that they are."""
    words = escaped(_of(view, piece.span))
    if not piece.details:
        return words
    kinds = " ".join(dict.fromkeys(kind(view, detail) for detail in piece.details))
    title = "; ".join(dict.fromkeys(gloss(view, detail) for detail in piece.details))
    started = (one for one in piece.details if is_own(view, one) and one.span.start == piece.span.start)
    target = next((detail_id(view, one) for one in started), None)
    return element("span", words, class_=kinds, title=title, id=target)


def _of(view: View, span: Span) -> str:
    return span.of(view.article.text)


def _classes(view: View, piece: Segment) -> str:
    """Colour and line of the innermost content, colour of the content around it, and of the label."""
    names = ["seg"]
    if piece.content is not None:
        voice = view.voice[piece.content]
        names += ["content", paint(voice), stroke(voice)]
    if piece.outer is not None:
        names += ["nested", paint(view.voice[piece.outer], "o")]
    if piece.label is not None:
        names += [piece.label.role, paint(view.voice[piece.label.statement], "t")]
    if all(view.by_id[mark.statement].repeats is not None for mark in piece.marks):
        names.append("again")
    return " ".join(names)
