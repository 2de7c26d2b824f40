"""The evidence table: what is known of each source and of each number."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from periodize import _evidence
from periodize._evidence import SOURCES, Grade, Guideline, Source

UNDATED = {"origin", "Bompa93", "Friel", "Daniels"}
"""Web pages without a date, and books of which any edition will do."""
NUMBERS = {
    f"{module.name}.{name}": value
    for module in pkgutil.iter_modules(_evidence.__path__)
    for name, value in vars(importlib.import_module(f"periodize._evidence.{module.name}")).items()
    if isinstance(value, Guideline)
}


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_can_be_found(key: str) -> None:
    """It says who, when, what and where; an identifier is a DOI without its address."""
    source: Source = SOURCES[key]
    assert source.authors
    assert source.title
    assert source.journal
    assert (source.year == 0) == (key in UNDATED)
    assert source.year == 0 or 1980 <= source.year <= 2026
    assert not source.doi or re.fullmatch(r"10\.\d{4,5}/\S+", source.doi)


@pytest.mark.parametrize("key", sorted(set(SOURCES) - UNDATED))
def test_a_sources_key_ends_with_its_year(key: str) -> None:
    """As in Doma13; a letter tells two of a year apart."""
    assert f"{SOURCES[key].year % 100:02}" == re.sub(r"[a-z]$", "", key)[-2:]


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_says_what_it_is_and_where_it_is_from(name: str) -> None:
    """It has a unit, known sources, and a source or the word practice, unless it is a definition."""
    number = NUMBERS[name]
    assert number.unit
    assert [] == [source for source in number.sources if source not in SOURCES]
    assert number.sources or number.grade is Grade.PRACTICE or number.note == "by definition"


def test_no_two_sources_are_one() -> None:
    """A publication stands once."""
    dois = [source.doi for source in SOURCES.values() if source.doi]
    assert sorted(set(dois)) == sorted(dois)
