"""Small builders: attributions from words, so that no test counts characters."""

from attribune.article import Span
from attribune.evaluate.gold import ROLES, GoldArticle, Roles

TEXT = 'The mayor said that the bridge was gone. "We saw it fall," Olk told reporters, "and we ran."'


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)


def attribution(text: str = TEXT, **roles: str) -> Roles:
    """``source="The mayor", content="a | b"``: fragments are parted by a bar; a role left out has none."""
    return {role: spans(text, *roles[role].split(" | ")) if role in roles else () for role in ROLES}


MAYOR = attribution(source="The mayor", cue="said", content="that the bridge was gone")
OLK = attribution(source="Olk", cue="told", content='"We saw it fall," | "and we ran."')


def gold(*attributions: Roles, text: str = TEXT) -> GoldArticle:
    return GoldArticle("bridge", text, attributions)
