from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fetch.server import Site, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.fixture
def secure_site() -> Iterator[Site]:
    with serve(tls=True) as site:
        yield site
