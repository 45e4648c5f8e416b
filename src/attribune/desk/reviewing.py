"""Reviews are checked before they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import get_args

from attribune.errors import UsageError
from attribune.ledger.contract import LedgerReader
from attribune.ledger.review import Verdict
from attribune.statement import Commitment, CueClass, Distance, Quote

FIELDS: Mapping[str, tuple[str, ...]] = {
    "speaker": (),
    "cue_class": get_args(CueClass),
    "commitment": get_args(Commitment),
    "distance": get_args(Distance),
    "quote": get_args(Quote),
}


def check_review(reader: LedgerReader, line: int, verdict: Verdict, corrections: Mapping[str, str]) -> None:
    """Raises :class:`UsageError` for a line that is not there, or values that are not known."""
    found = reader.lines([line])
    if not found:
        raise UsageError(f"line {line} is not in the ledger; attribune search shows the numbers of lines")
    if found[0].superseded is not None:
        raise UsageError(f"line {line} was superseded by a newer reading or version; search for the newer one")
    if verdict not in get_args(Verdict):
        raise UsageError(f"{verdict!r} is no verdict; give one of {', '.join(get_args(Verdict))}")
    if bool(corrections) != (verdict == "corrected"):
        raise UsageError("a correction says what is right, and nothing else does: give the right value of a field")
    for name, value in corrections.items():
        _check(name, value)


def _check(name: str, value: str) -> None:
    if name not in FIELDS:
        raise UsageError(f"{name!r} can't be corrected; of a line these can: {', '.join(FIELDS)}")
    known = FIELDS[name]
    if known and value not in known:
        close = get_close_matches(value, known, n=1)
        hint = f"did you mean {close[0]}? " if close else ""
        raise UsageError(f"{value!r} is no {name}; {hint}known are {', '.join(known)}")
    if not value.strip():
        raise UsageError(f"the right {name} is empty; give it, or reject the line")
