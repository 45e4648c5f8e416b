import pytest

from attribune.evaluate.quotes import quote_of, quoted_tokens
from attribune.evaluate.words import words_of
from tests.evaluate.build import spans


def quote(text: str, *content: str) -> str:
    words = words_of(text)
    return quote_of(words.fragments(spans(text, *content)), words, quoted_tokens(text, words))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param('"We ran," Olk said.', ["We ran"], "direct", id="straight marks"),
        pytest.param("“We ran,” Olk said.", ["“We ran,”"], "direct", id="curly marks, taken in"),
        pytest.param("«We ran», Olk said.", ["We ran"], "direct", id="guillemets"),
        pytest.param("'We ran,' Olk said.", ["We ran"], "direct", id="British single marks"),
        pytest.param("''We ran,'' Olk said.", ["We ran"], "direct", id="doubled single marks"),
        pytest.param('"We ran," Olk said, "and fell."', ["We ran,", "and fell"], "direct", id="two fragments"),
        pytest.param('Olk said they "ran".', ["they", "ran"], "mixed", id="quoted words"),
        pytest.param("Olk said that they ran.", ["that they ran"], "indirect", id="no marks"),
        pytest.param("Olk's men said it isn't so.", ["it isn't so"], "indirect", id="apostrophes are no marks"),
        pytest.param('"Why," she asked. They ran.', ["They ran"], "indirect", id="marks elsewhere"),
        pytest.param("Olk said.", [], "indirect", id="no content"),
    ],
)
def test_quotation_is_told_by_the_words_inside_marks(text: str, content: list[str], expected: str) -> None:
    assert quote(text, *content) == expected


def test_a_mark_left_open_lasts_to_the_end_of_its_paragraph_only() -> None:
    text = '"We ran.\nThey fell.'
    assert (quote(text, "We ran"), quote(text, "They fell")) == ("direct", "indirect")
