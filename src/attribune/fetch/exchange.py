"""One exchange: a request to an address that the guard has checked, and the answer within the limits."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import httpcore2

from attribune.errors import Refused, Unreachable
from attribune.fetch.address import Address
from attribune.fetch.guard import Guard
from attribune.fetch.limits import Limits
from attribune.fetch.unpacking import take_body
from attribune.fetch.wire import Meter, Wire

OK = 200


@dataclass(frozen=True)
class Request:
    """What is asked; ``cut`` lets a body that is too large be cut at the limit instead of being refused.

    ``inside`` says whether the allow list counts.
    """

    address: Address
    headers: Mapping[str, str]
    method: str = "GET"
    body: bytes = b""
    cut: bool = False
    inside: bool = True


@dataclass(frozen=True)
class Answer:
    """What came; headers' names are in lower case, the body is decompressed, and empty unless the status is 200.

    ``inside`` says whether it came from a host on the allow list and not from a public one.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    inside: bool = False


class Exchange:
    """Sends requests, each on a connection of its own: between two visits of a host lie seconds."""

    def __init__(self, guard: Guard, tls: ssl.SSLContext) -> None:
        self._guard = guard
        self._tls = tls

    def send(self, request: Request, limits: Limits, seconds: float) -> Answer:
        """The answer, within so many seconds; :class:`Refused` or :class:`Unreachable` where there is none."""
        meter = Meter(limits, seconds)
        checked = self._guard.check(request.address, meter.seconds, inside=request.inside)
        connection = httpcore2.HTTPConnection(
            _core_url(request.address).origin, ssl_context=self._tls, network_backend=Wire(checked.ips, meter)
        )
        try:
            return replace(_converse(connection, request, limits, meter), inside=checked.inside)
        except httpcore2.TimeoutException as cause:
            raise Unreachable(f"{request.address.host} did not answer in time; try again later") from cause
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as cause:
            raise Unreachable(f"{request.address.host} {_trouble(cause)}; try again later") from cause
        finally:
            connection.close()


def _converse(connection: httpcore2.HTTPConnection, request: Request, limits: Limits, meter: Meter) -> Answer:
    headers = {"Host": request.address.authority, **request.headers}
    response = connection.handle_request(
        httpcore2.Request(
            request.method,
            _core_url(request.address),
            headers=[(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()],
            content=request.body,
        )
    )
    meter.open_body()
    answer = Answer(response.status, _headers(response.headers))
    if answer.status != OK or request.method != "GET":
        return answer
    _check_length(answer, request, limits)
    encoding = answer.headers.get("content-encoding", "")
    return replace(answer, body=take_body(response.iter_stream(), encoding, limits, cut=request.cut))


def _core_url(address: Address) -> httpcore2.URL:
    return httpcore2.URL(
        scheme=address.scheme.encode(),
        host=address.host.encode(),
        port=address.port,
        target=address.target.encode(),
    )


def _headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers, the first of each name; all of a body's encodings."""
    headers: dict[str, str] = {}
    for raw_name, value in raw:
        name, text = raw_name.decode("latin-1").lower(), value.decode("latin-1")
        if name == "content-encoding" and name in headers:
            text = f"{headers.pop(name)}, {text}"
        headers.setdefault(name, text)
    return headers


def _check_length(answer: Answer, request: Request, limits: Limits) -> None:
    said = answer.headers.get("content-length", "")
    if said.isdecimal() and int(said[:20]) > limits.bytes and not request.cut:
        raise Refused(f"the answer is larger than {limits.megabytes}; raise the limit if it is meant to be")


def _trouble(error: Exception) -> str:
    """What went wrong, in the library's words."""
    cause = error.__context__ if isinstance(error.__context__, OSError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"has a certificate that can't be trusted ({cause.verify_message or cause.reason})"
    if isinstance(cause, ssl.SSLError):
        return f"can't be spoken to over TLS ({cause.reason or cause})"
    if isinstance(error, httpcore2.ProtocolError):
        return f"gave a broken answer ({error})"
    return f"can't be reached or broke off ({error or 'no reason given'})"
