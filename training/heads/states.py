"""The shared layers' states of every window, computed once by the encoder itself, in int8 as the product runs it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from quality.texts import Labelled
from tokenizers import Tokenizer

from attribune.article import Article, Span
from attribune.reader.bundle import ENCODER, Bundle
from attribune.reader.predictor import window_inputs
from attribune.reader.session import SLOW_FUSIONS
from attribune.reader.tokens import Tokens, tokenise
from attribune.reader.windows import find_windows

LAYER = "/encoder/layers.{}/norm/LayerNormalization_output_0"
TRUNK = 2  # layers that are shared


@dataclass(frozen=True)
class Window:
    """One window: states [l, d] of its pieces behind the shared layers, shape and first piece of its words.

    ``words`` is its range of the text's words; ``starts`` and ``ends`` are those words' code points.
    """

    states: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    words: Span
    starts: np.ndarray
    ends: np.ndarray


@dataclass(frozen=True)
class Read:
    """A labelled text with its windows."""

    labelled: Labelled
    windows: tuple[Window, ...]


def open_trunk(bundle: Bundle, layer: int) -> onnxruntime.InferenceSession:
    """The shipped encoder up to ``layer``, whose states it gives."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "trunk.onnx"
        model = onnx.load_from_string(bundle.content(ENCODER))
        del model.graph.output[:]
        name = LAYER.format(layer - 1)
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
        onnx.save(model, str(path))
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(path), options, disabled_optimizers=SLOW_FUSIONS)


def read_states(
    texts: Iterable[Labelled], trunk: onnxruntime.InferenceSession, tokenizer: Tokenizer, window: int
) -> list[Read]:
    """Every text with its windows, without those of which nothing is labelled."""
    return [Read(one, tuple(_windows(one, trunk, tokenizer, window))) for one in texts]


def _windows(one: Labelled, trunk: onnxruntime.InferenceSession, tokenizer: Tokenizer, limit: int) -> Iterable[Window]:
    article = Article(one.text)
    tokens = tokenise(article, tokenizer)
    for words in find_windows(tokens, one.text, limit - 2):
        starts, ends = tokens.starts[words.start : words.end], tokens.ends[words.start : words.end]
        if not _is_needed(one, int(starts[0]), int(ends[-1])):
            continue
        pieces, signs, first = window_inputs(tokens, words)
        states = trunk.run(None, {"pieces": pieces[None], "signs": signs[None], "first": first[None]})[0][0]
        yield Window(states.astype(np.float16), tokens.shapes[words.start : words.end], first, words, starts, ends)


def _is_needed(one: Labelled, start: int, end: int) -> bool:
    if one.names is not None or one.places is not None or one.factuality:
        return True
    return any(mention.span.start < end and start < mention.span.end for mention in one.mentions)


def words_at(window: Window, spans: Sequence[Span]) -> list[Span]:
    """The ranges of the window's words under each span; empty ones where it lies outside."""
    found = []
    for span in spans:
        low = int(np.searchsorted(window.ends, span.start, side="right"))
        found.append(Span(low, max(low, int(np.searchsorted(window.starts, span.end, side="left")))))
    return found


__all__ = ["Read", "Tokens", "Window", "open_trunk", "read_states", "words_at"]
