from __future__ import annotations

import pytest

from attribune.intake.language import detect_language
from tests.intake.texts import BODY, STORY

GERMAN = "Die alte Brücke über den Fluss wird innerhalb von zwei Jahren ersetzt, sagte die Ministerin am Dienstag. " * 4
DUTCH = "De oude brug over de rivier wordt binnen twee jaar vervangen, zei de minister dinsdag. Het was een feest. " * 4
RUSSIAN = "Министр сказала во вторник, что старый мост заменят в течение двух лет."
ARABIC = "قال الوزير إن الجسر سيبنى خلال عامين."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(STORY, "en", id="English"),
        pytest.param(STORY.upper(), "en", id="English in capitals"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param(DUTCH, "nl", id="Dutch"),
        pytest.param(RUSSIAN, "ru", id="short Russian"),
        pytest.param(ARABIC, "ar", id="short Arabic"),
        pytest.param(GERMAN[:106], "de", id="one German sentence"),
        pytest.param(DUTCH[:80], "nl", id="one Dutch sentence"),
        pytest.param("Harbour minister promises Selwyn residents bigger bridge", "en", id="headline"),
        pytest.param("The bridge will be rebuilt in two years, Ms Quill said.", "en", id="one English sentence"),
        pytest.param("Ministra promete puente nuevo", "en", id="too short to tell"),
        pytest.param("", "en", id="nothing"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_what_is_declared_counts_for_a_short_text_only() -> None:
    assert detect_language("Ministra promete puente nuevo", declared="es") == "es"
    assert detect_language(BODY, declared="es") == "en"
