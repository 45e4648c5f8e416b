"""The network in ONNX Runtime, behind the contract of :class:`attribune.reader.scores.Backend`."""

from __future__ import annotations

from collections.abc import Sequence

import onnxruntime

from attribune.errors import ReaderError
from attribune.reader.bundle import ENCODER, ROLES, Bundle
from attribune.reader.lattice import Floats
from attribune.reader.tokens import Ints

PREFERRED = ("CUDAExecutionProvider", "CPUExecutionProvider")
ERRORS_ONLY = 3
# On a CPU the fused operator takes ten times as long as the sum and norm that it replaces (ONNX Runtime 1.32).
SLOW_FUSIONS = ["SkipLayerNormFusion"]


class OnnxBackend:
    """Two sessions, encoder and roles, on the first provider that this machine's runtime has."""

    def __init__(self, bundle: Bundle, *, threads: int = 1, providers: Sequence[str] = ()) -> None:
        """Load both graphs; ``providers`` overrides the choice of CUDA before CPU."""
        chosen = list(providers) or [p for p in PREFERRED if p in onnxruntime.get_available_providers()]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        options.log_severity_level = ERRORS_ONLY
        try:
            self._encoder, self._roles = (
                onnxruntime.InferenceSession(
                    bundle.content(name), options, providers=chosen, disabled_optimizers=SLOW_FUSIONS
                )
                for name in (ENCODER, ROLES)
            )
        except ReaderError:
            raise
        except Exception as cause:  # ONNX Runtime's errors have no base of their own
            raise ReaderError(f"ONNX Runtime can't open the reader in {bundle.folder}: {cause}") from cause
        self.provider: str = self._encoder.get_providers()[0]

    def encode(self, pieces: Ints, signs: Ints, first: Ints) -> tuple[Floats, Floats]:
        """States [w, d] and cue outputs [w, 3] of the words that start at pieces ``first`` [w]."""
        given = {"pieces": pieces[None], "signs": signs[None], "first": first[None]}
        states, cues = self._encoder.run(None, given)
        return states[0], cues[0]

    def roles(self, states: Floats, index: Ints, places: Ints) -> Floats:
        """Role outputs [n, k, 7] of words ``index`` [n, k] (rows of ``states``) at ``places`` from the cue."""
        outputs: Floats = self._roles.run(None, {"states": states, "index": index, "places": places})[0]
        return outputs
