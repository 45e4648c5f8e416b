"""Where the time goes, by timing a few functions from outside, without a profiler's cost on every call."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from unittest.mock import patch


@dataclass
class Stopwatch:
    """Seconds by stage; a stage that calls another is charged only for its own part."""

    seconds: dict[str, float] = field(default_factory=dict)
    _inner: list[float] = field(default_factory=lambda: [0.0])

    def timing(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """``function``, whose time counts for ``stage`` from now on."""

        def timed(*arguments: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            start = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                spent = time.perf_counter() - start
                own = spent - self._inner.pop()
                self._inner[-1] += spent
                self.seconds[stage] = self.seconds.get(stage, 0.0) + own

        return timed


@contextmanager
def watching(stages: dict[str, tuple[str, ...]]) -> Iterator[Stopwatch]:
    """A stopwatch on the functions of each stage, named ``module:function`` or ``module:Class.method``.

    A function is timed in every module that imported it by name; names that do not exist are passed over.
    """
    stopwatch = Stopwatch()
    with ExitStack() as stack:
        for stage, names in stages.items():
            for name in names:
                for owner, attribute in _places(name):
                    timed = stopwatch.timing(stage, getattr(owner, attribute))
                    stack.enter_context(patch.object(owner, attribute, timed))
        yield stopwatch


def _places(name: str) -> Iterator[tuple[Any, str]]:
    """Everything that holds the function called ``name``, and the attribute it holds it in."""
    module_name, _, path = name.partition(":")
    module = _module(module_name)
    owner_name, _, attribute = path.rpartition(".")
    owner = getattr(module, owner_name, None) if owner_name else module
    function = getattr(owner, attribute, None)
    if function is None:
        return
    yield owner, attribute
    if not owner_name:
        yield from ((other, attribute) for other in _importers(function, attribute) if other is not owner)


def _module(name: str) -> ModuleType | None:
    try:
        return import_module(name) if find_spec(name) else None
    except ModuleNotFoundError:  # a parent package is not there
        return None


def _importers(function: object, attribute: str) -> list[ModuleType]:
    modules = [module for name, module in sys.modules.items() if name.startswith("attribune")]
    return [module for module in modules if vars(module).get(attribute) is function]
