"""Every error that Attribune raises, in one tree.

::

    AttribuneError
    ├── InputError          what was given can't be read as an article
    │   ├── NotFound        no file there, or it vanished while it was read
    │   ├── Unreadable      bytes that are no text: binary, empty, broken encoding
    │   ├── TooLarge        more than the limit that the settings give
    │   ├── NoArticle       a page or record without an article's text
    │   └── FetchError      an address that could not be fetched
    │       ├── Refused     not to be asked again: address, robots.txt, site or limits forbid it
    │       ├── Gone        the site says that nothing is there (404, 410)
    │       └── Unreachable network, TLS, time, 429 or 5xx: another time it may work
    ├── LedgerError         the ledger can't do what was asked
    │   ├── NoLedger        there is none at that place, or it is no ledger
    │   ├── NewerLedger     a newer Attribune made it
    │   ├── LedgerBusy      others hold it for too long, or the server can't be reached
    │   ├── LedgerFull      no room on the disk
    │   └── ReadOnlyLedger  it may be read and not written
    ├── ReaderError         the reader's files are missing or damaged
    ├── MissingExtra        an optional package is needed for what was asked
    └── UsageError          options that contradict each other, or an unknown value

A message says what was found, where, and what to do.
"""

from __future__ import annotations

from datetime import datetime


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


class LedgerError(AttribuneError):
    """The ledger can't do what was asked; nothing in it was changed."""


class NoLedger(LedgerError):
    """There is no ledger at that place, or what is there is none."""


class NewerLedger(LedgerError):
    """A newer Attribune made the ledger, and this one can't read it."""


class LedgerBusy(LedgerError):
    """Others hold the ledger for too long, or its server can't be reached."""


class LedgerFull(LedgerError):
    """There is no room left on the disk."""


class ReadOnlyLedger(LedgerError):
    """The ledger may be read and not written."""


class FetchError(InputError):
    """An address that could not be fetched."""


class Refused(FetchError):
    """The address, robots.txt, the site (401, 403 and the like) or the limits forbid it; asking again won't help."""


class Gone(FetchError):
    """The site says that nothing is there; ``status`` is 404, or 410 where that is for good."""

    def __init__(self, message: str, *, status: int) -> None:
        super().__init__(message)
        self.status = status


class Unreachable(FetchError):
    """Network, time, TLS, 429 or 5xx: another time it may work, from ``retry_at`` on where the site named one."""

    def __init__(self, message: str, *, retry_at: datetime | None = None) -> None:
        super().__init__(message)
        self.retry_at = retry_at


class ReaderError(AttribuneError):
    """The reader's files are missing, damaged, or of another version."""


class MissingExtra(AttribuneError):
    """An optional package is needed for what was asked; the message says which to install."""


class UsageError(AttribuneError):
    """Options that contradict each other, or a value that is not known."""
