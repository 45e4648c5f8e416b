"""Every error that Attribune raises, in one tree.

::

    AttribuneError
    ├── InputError          what was given can't be read as an article
    │   ├── NotFound        no file there, or it vanished while it was read
    │   ├── Unreadable      bytes that are no text: binary, empty, broken encoding
    │   ├── TooLarge        more than the limit that the settings give
    │   └── NoArticle       a page or record without an article's text
    ├── ReaderError         the reader's files are missing or damaged
    ├── MissingExtra        an optional package is needed for what was asked
    └── UsageError          options that contradict each other, or an unknown value

A message says what was found, where, and what to do.
"""

from __future__ import annotations


class AttribuneError(Exception):
    """Anything that Attribune itself has to say about a failure."""


class InputError(AttribuneError):
    """What was given can't be read as an article."""


class NotFound(InputError):
    """No file at that path, or it vanished while it was read."""


class Unreadable(InputError):
    """Bytes that hold no text: empty, binary, or in an encoding that can't be told."""


class TooLarge(InputError):
    """More input than the limit allows."""


class NoArticle(InputError):
    """A page or record in which no article's text was found."""


class ReaderError(AttribuneError):
    """The reader's files are missing, damaged, or of another version."""


class MissingExtra(AttribuneError):
    """An optional package is needed for what was asked; the message says which to install."""


class UsageError(AttribuneError):
    """Options that contradict each other, or a value that is not known."""
