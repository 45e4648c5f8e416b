"""Fetching: what an http or https address holds, asked for politely and only from public machines.

The only home of the HTTP client and of robots.txt. Whatever is fetched comes from strangers, and whatever asks for it
may be one too: an address is resolved once, checked, and the connection goes to the address that was checked.
"""

from __future__ import annotations

from attribune.fetch.fetched import Fetched
from attribune.fetch.fetcher import Fetcher
from attribune.fetch.limits import Limits as FetchLimits
from attribune.fetch.manners import Manners

__all__ = ["FetchLimits", "Fetched", "Fetcher", "Manners"]
