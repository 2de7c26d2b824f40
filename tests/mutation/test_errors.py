"""The table of planted errors fits the code."""

import pytest
from tests.mutation.errors import ERRORS, PACKAGE


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.what)
def test_the_text_to_be_replaced_stands_once(error):
    """Each error can be planted in exactly one place, and its words are its own."""
    text = (PACKAGE / error.file).read_text(encoding="utf-8")
    assert [1] * len(error.texts) == [text.count(right) for right, _ in error.texts]
    assert [error.what] == [other.what for other in ERRORS if other.what == error.what]
