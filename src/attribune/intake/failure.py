"""The failure: an input that gave no article, as a value."""

from __future__ import annotations

from dataclasses import dataclass

from attribune.errors import InputError, MissingExtra

LONGEST_NAME = 160  # characters of a name in a message


@dataclass(frozen=True)
class Failure:
    """What could not be read, and why; ``name`` is the file, with the line for JSON Lines.

    Where only a package is missing, the error is a :class:`MissingExtra`: it costs one file, not a run over thousands.
    """

    name: str
    error: InputError | MissingExtra

    @property
    def line(self) -> str:
        """One line for standard error: where, what was found, what to do."""
        return printable(f"{_shortened(self.name)}: {self.error}")


def _shortened(name: str) -> str:
    """The name with its middle left out, where it is long: folder and ending tell more."""
    half = LONGEST_NAME // 2
    return name if len(name) <= LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def printable(text: str) -> str:
    """The text without line breaks, control characters and lone surrogates, which are written as escapes."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
