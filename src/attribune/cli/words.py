"""Queries as arguments: words with a minus in front of them are words, and no options."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

MINUS = re.compile(r"-[^-\s].", re.DOTALL)  # no option has one minus and several letters
SHIELD = "\0"  # no argument of a process holds it

Command = TypeVar("Command", bound=Callable[..., Any])


class QueryCommand(click.Command):
    """A command whose arguments are a query, as in ``attribune search bridge -toll``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, with words that a query leaves out shielded from being taken for options."""
        return super().parse_args(ctx, [f"{SHIELD}{one}" if MINUS.match(one) else one for one in args])


def query_argument(command: Command) -> Command:
    """``QUERY...``: the words of a query, joined."""
    return click.argument("query", nargs=-1, metavar="[QUERY...]", callback=_joined)(command)


def _joined(_ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]) -> str:
    return " ".join(word.removeprefix(SHIELD) for word in words)
