"""The words, letters and columns of the text view, one by one."""

import datetime as dt

import pytest

import periodize as pz
from periodize._model import Load, Prescription, WarmUp
from periodize._text import _words as words
from periodize._text._cards import _labels
from periodize._text._columns import columns, wrapped


def test_year_is_named_where_it_changes():
    """A stretch over New Year names both years."""
    assert "2026-12-28 to 2027-01-03" == words.Pen(pz.Messages.default()).stretch(
        dt.date(2026, 12, 28), dt.date(2027, 1, 3)
    )


@pytest.mark.parametrize(
    ("load", "expected"),
    [
        (None, ""),
        (Load("rir", 2, 2), "RIR 2"),
        (Load("rpe", 7, 8.5), "RPE 7-8.5"),
        (Load("kg", 12.5, 12.5), "12.5 kg"),
        (Load("percent_1rm", 40, 60), "40-60 % 1RM"),
    ],
)
def test_a_load_has_a_unit(load, expected):
    """A load is written with its unit, as one number or a range."""
    assert expected == words.Pen(pz.Messages.default()).load_text(load)


def test_scheme_without_reps_or_seconds():
    """A line that says neither repetitions nor seconds has its sets."""
    assert "1 set" == words.Pen(pz.Messages.default()).scheme(WarmUp(exercise="march"))
    assert "3 sets" == words.Pen(pz.Messages.default()).scheme(Prescription(exercise="march", sets=3))


def test_lines_of_one_pair_share_a_letter():
    """Lines of one pair share a letter wherever they stand; after Z the lines are numbered."""
    lines = [Prescription(exercise="x", pair=pair) for pair in ("c", None, "c", "d")]

    assert ["A1", "B", "A2", "C"] == _labels(lines)
    assert "27." == _labels([Prescription(exercise="x")] * 27)[-1]


def test_columns_of_nothing():
    """No rows are no lines, whatever the least widths."""
    assert [] == columns([], wide=(3, 4))


def test_wrapped_breaks_between_items():
    """A list breaks between two items, and an item that is too long has a line of its own."""
    assert ["  a; b;", f"  {'c' * 120};", "  d"] == wrapped(["a", "b", "c" * 120, "d"], "  ")
    assert [] == wrapped([], "  ")
