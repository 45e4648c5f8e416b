"""The failure: an input that gave no article, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from attribune.errors import InputError


@dataclass(frozen=True)
class Failure:
    """What could not be read, and why; ``name`` is the file, with the line for JSON Lines."""

    name: str
    error: InputError

    @property
    def line(self) -> str:
        """One line for standard error: where, what was found, what to do."""
        return printable(f"{self.name}: {self.error}")


def printable(text: str) -> str:
    """The text without line breaks, control characters and lone surrogates, which are written as escapes."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
