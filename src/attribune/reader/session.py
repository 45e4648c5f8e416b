"""The network in ONNX Runtime, behind the contract of :class:`attribune.reader.scores.Backend`."""

from __future__ import annotations

from collections.abc import Sequence

import onnxruntime

from attribune.errors import ReaderError
from attribune.reader.bundle import ENCODER, HEADS, ROLES, Bundle
from attribune.reader.heads import WordScores
from attribune.reader.lattice import Floats
from attribune.reader.scores import Encoded
from attribune.reader.tokens import Ints

PREFERRED = ("CUDAExecutionProvider", "CPUExecutionProvider")
ERRORS_ONLY = 3
# On a CPU the fused operator takes ten times as long as the sum and norm that it replaces (ONNX Runtime 1.32).
SLOW_FUSIONS = ["SkipLayerNormFusion"]


class OnnxBackend:
    """Three sessions, encoder, roles and heads, on the first provider that this machine's runtime has."""

    def __init__(self, bundle: Bundle, *, threads: int = 1, providers: Sequence[str] = ()) -> None:
        """Load the graphs; ``providers`` overrides the choice of CUDA before CPU."""
        chosen = list(providers) or [p for p in PREFERRED if p in onnxruntime.get_available_providers()]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        options.log_severity_level = ERRORS_ONLY
        try:
            self._encoder, self._roles, self._heads = (
                onnxruntime.InferenceSession(
                    bundle.content(name), options, providers=chosen, disabled_optimizers=SLOW_FUSIONS
                )
                for name in (ENCODER, ROLES, HEADS)
            )
        except ReaderError:
            raise
        except Exception as cause:  # ONNX Runtime's errors have no base of their own
            raise ReaderError(f"ONNX Runtime can't open the reader in {bundle.folder}: {cause}") from cause
        self.provider: str = self._encoder.get_providers()[0]

    def encode(self, pieces: Ints, signs: Ints, first: Ints) -> Encoded:
        """What the encoder gives for one window's ``pieces`` and ``signs`` [l], whose words start at ``first`` [w]."""
        given = {"pieces": pieces[None], "signs": signs[None], "first": first[None]}
        return Encoded(*(output[0] for output in self._encoder.run(None, given)))

    def heads(self, trunk: Floats, shapes: Ints, first: Ints) -> WordScores:
        """What the heads say of one window's words, from the shared layers' states of its pieces [l, d]."""
        given = {"trunk": trunk[None], "shapes": shapes[None], "first": first[None]}
        return WordScores(*(output[0] for output in self._heads.run(None, given)))

    def roles(self, states: Floats, index: Ints, places: Ints) -> Floats:
        """Role outputs [n, k, 7] of words ``index`` [n, k] (rows of ``states``) at ``places`` from the cue."""
        outputs: Floats = self._roles.run(None, {"states": states, "index": index, "places": places})[0]
        return outputs
