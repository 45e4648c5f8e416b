"""An answer's status, where it is not the page: what it means for whoever asked, and for the host's next visit."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from attribune.errors import Gone, Refused, Unreachable
from attribune.fetch.address import Address
from attribune.fetch.exchange import OK, Answer
from attribune.fetch.retry import TOO_MANY, UNAVAILABLE, retry_at
from attribune.fetch.turns import Visit

UNCHANGED = 304
ABSENT = {404, 410}
PASSING = {408, 421, 425, TOO_MANY}  # of the client's errors, those that pass
CLIENT_ERRORS = range(400, 500)


def check_status(
    answer: Answer, address: Address, visit: Visit, *, now: datetime, longest: float, conditional: bool
) -> None:
    """Nothing for a page, or for 304 where that was asked for; else the error that the status stands for."""
    status = answer.status
    if status == OK or (status == UNCHANGED and conditional):
        return
    found = f"{address.host} answers {_name(status)} for {address.target[:200]}"
    if status in ABSENT:
        raise Gone(f"{found}; check the address", status=status)
    if status in CLIENT_ERRORS and status not in PASSING:
        raise Refused(f"{found}; it can't be read from here")
    moment = retry_at(answer.headers.get("retry-after"), now, longest) if status in (TOO_MANY, UNAVAILABLE) else None
    if moment is not None:
        visit.leave_alone(moment)
        raise Unreachable(f"{found}; try again after {moment:%Y-%m-%d %H:%M:%S} UTC", retry_at=moment)
    raise Unreachable(f"{found}; try again later")


def _name(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
