"""Value types, converters, the collector of shape problems, and the errors it raises."""

import datetime as dt
import pickle

import pytest

from periodize import exceptions
from periodize._model import Dose, Equipment, Level, Phase
from periodize._units import Shape, Weekday, as_date, as_enum, as_enums, as_time, as_tuple, clock, minutes_of
from periodize.exceptions import DecodeError, InfeasibleError, Problem, escape, maybe


def test_weekdays_count_from_monday():
    """Weekdays have Python's numbers and are found by date."""
    assert [*range(7)] == [day.number for day in Weekday]
    assert Weekday.SUN is Weekday.of(dt.date(2027, 4, 18))


@pytest.mark.parametrize("minutes", [0, 1, 59, 60, 1439])
def test_minutes_and_clock_are_inverse(minutes):
    """A clock time is its minutes from midnight."""
    assert minutes == minutes_of(clock(minutes))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2028-02-29", dt.date(2028, 2, 29)),
        ("2027-02-29", "2027-02-29"),
        ("20270228", "20270228"),
        ("2027-W01-1", "2027-W01-1"),
        ("２０２７-02-28", "２０２７-02-28"),
        ("2027-02-28T00:00", "2027-02-28T00:00"),
        (dt.date(2027, 2, 28), dt.date(2027, 2, 28)),
        (5, 5),
        (None, None),
    ],
)
def test_as_date_reads_iso_dates_only(value, expected):
    """What is no ISO date is handed on."""
    assert expected == as_date(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("6:05", dt.time(6, 5)),
        ("23:59", dt.time(23, 59)),
        ("24:00", "24:00"),
        ("6:5", "6:5"),
        ("06:05:00", "06:05:00"),
        (dt.time(6), dt.time(6)),
        (None, None),
        (6, 6),
    ],
)
def test_as_time_reads_clock_times_only(value, expected):
    """What is no clock time is handed on."""
    assert expected == as_time(value)


@pytest.mark.parametrize("value", ["expert", 5, None, [], {}])
def test_as_enum_hands_on_what_it_does_not_know(value):
    """Words become members; the rest stays."""
    assert Level.NOVICE is as_enum(Level)("novice")
    assert Level.NOVICE is as_enum(Level)(Level.NOVICE)
    assert value == as_enum(Level)(value)


def test_as_enums_sorts_and_drops_repetitions():
    """Known words stand once, in the enumeration's order; with an unknown one all stay where they are."""
    convert = as_enums(Weekday)
    assert (Weekday.MON, Weekday.SUN) == convert(["sun", "mon", Weekday.SUN])
    assert (Weekday.SUN, "maandag", 3) == convert(["sun", "maandag", 3])
    assert convert("mon") == "mon"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1], (1,)),
        ({1}, (1,)),
        ((1,), (1,)),
        (range(2), (0, 1)),
        ("ab", "ab"),
        (b"cd", b"cd"),
        ({1: 2}, {1: 2}),
        (3, 3),
    ],
)
def test_as_tuple_takes_collections_but_no_text(value, expected):
    """Lists and sets become tuples; text and mappings don't."""
    assert expected == as_tuple(value)


LONG = "x" * 200
CHECKS = [
    ("text", ("",), "must have 1 to 200 characters, has 0"),
    ("text", ("x",), None),
    ("text", (LONG,), None),
    ("text", (LONG + "x",), "must have 1 to 200 characters, has 201"),
    ("text", ("\x00\u202e\n😀",), None),
    ("text", ("a\ud800",), "must not hold half of a surrogate pair"),
    ("text", (3,), "must be text"),
    ("text", (None,), "must be text"),
    ("date", (dt.date(1899, 12, 31),), "must lie in the years 1900 to 2199"),
    ("date", (dt.date(1900, 1, 1),), None),
    ("date", (dt.date(2199, 12, 31),), None),
    ("date", (dt.date(2200, 1, 1),), "must lie in the years 1900 to 2199"),
    ("date", (dt.date.min,), "must lie in the years 1900 to 2199"),
    ("date", (dt.date.max,), "must lie in the years 1900 to 2199"),
    (
        "date",
        (dt.datetime.fromisoformat("2027-01-01T00:00"),),
        "must be a date without a clock time, such as 2027-04-18",
    ),
    ("date", ("2027-01-01",), "must be a date such as 2027-04-18"),
    ("time", (dt.time(0),), None),
    ("time", (dt.time(23, 59),), None),
    ("time", (dt.time(6, 0, 1),), 'must be a local clock time in whole minutes such as "18:00"'),
    ("time", (dt.time(6, 0, 0, 1),), 'must be a local clock time in whole minutes such as "18:00"'),
    ("time", (dt.time(6, tzinfo=dt.UTC),), 'must be a local clock time in whole minutes such as "18:00"'),
    ("time", ("6",), 'must be a local clock time in whole minutes such as "18:00"'),
    ("whole", (1, 1, 3), None),
    ("whole", (3, 1, 3), None),
    ("whole", (0, 1, 3), "must be 1 to 3"),
    ("whole", (4, 1, 3), "must be 1 to 3"),
    ("whole", (10**5000, 1, 3), "must be 1 to 3"),
    ("whole", (True, 1, 3), "must be a whole number"),
    ("whole", (2.0, 1, 3), "must be a whole number"),
    ("number", (0.1, 0.1, 3), None),
    ("number", (3, 0.1, 3), None),
    ("number", (0.0999, 0.1, 3), "must be 0.1 to 3"),
    ("number", (3.0001, 0.1, 3), "must be 0.1 to 3"),
    ("number", (float("nan"), 0.1, 3), "must be 0.1 to 3"),
    ("number", (float("inf"), 0.1, 3), "must be 0.1 to 3"),
    ("number", (10**5000, 0.1, 3), "must be 0.1 to 3"),
    ("number", (True, 0.1, 3), "must be a number"),
    ("number", ("2", 0.1, 3), "must be a number"),
    ("flag", (True,), None),
    ("flag", (1,), "must be true or false"),
    ("member", (Level.NOVICE, Level), None),
    ("member", ("novice", Level), "must be one of novice, intermediate, advanced"),
    ("members", ((), Level), None),
    ("members", ((Level.NOVICE,), Level), None),
    ("members", ([Level.NOVICE], Level), "must be a list"),
    ("texts", (("a", "b"),), None),
    ("texts", (["a"],), "must be a list"),
    ("items", ((Problem("", ""),), Problem), None),
    ("items", ([], Problem), "must be a list"),
    ("instance", (Problem("", ""), Problem), None),
    ("instance", (None, Problem), "must be a Problem"),
]


@pytest.mark.parametrize(("check", "arguments", "said"), CHECKS)
def test_each_check_at_its_limits(check, arguments, said):
    """A check is true and silent, or false with one problem at the field, and its error can be printed."""
    shape = Shape()
    assert (said is None) is getattr(shape, check)("field", *arguments)
    assert ([] if said is None else [("/field", said)]) == [(each.pointer, each.message) for each in shape.problems]
    if said is None:
        shape.done()
    else:
        with pytest.raises(DecodeError) as raised:
            shape.done()
        assert f"/field: {said}" in str(raised.value)


def test_checks_of_collections_point_at_items():
    """Every wrong item has a problem of its own; after twenty unknown words the rest is not counted up."""
    shape = Shape()
    shape.members("days", (Weekday.MON, "x", 3), Weekday)
    shape.items("events", (1, Problem("", ""), 2), Problem)
    shape.texts("avoid", ("", "fine", 3))
    assert ["/days/1", "/days/2", "/events/0", "/events/2", "/avoid/0", "/avoid/2"] == [
        each.pointer for each in shape.problems
    ]
    shape = Shape()
    assert not shape.members("days", ("x",) * 30, Weekday)
    assert 20 == len(shape.problems)


def test_problems_of_an_object_have_an_end():
    """A thousand problems are told, and that there are more."""
    shape = Shape()
    assert not shape.texts("avoid", ("",) * 5000)
    assert 1001 == len(shape.problems)
    assert Problem("", "has more problems than these 1000") == shape.problems[-1]


def test_fields_and_pointers_are_told_apart():
    """A field's name becomes a pointer; a pointer and the empty one stay."""
    shape = Shape()
    for field in ("name", "/a/b", ""):
        shape.add(field, "is wrong")
    assert ["/name", "/a/b", ""] == [problem.pointer for problem in shape.problems]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("novise", "maybe novice"), ("NOVICE", "maybe novice"), ("zzz", ""), (3, ""), ("", ""), ("n" * 10**6, "")],
)
def test_maybe_names_the_nearest(name, expected):
    """Near words are named, far ones are not."""
    assert expected == maybe(name, [str(level) for level in Level])


def test_maybe_names_at_most_three_and_escapes_them():
    """The nearest come first, and what cannot be printed is escaped."""
    assert "maybe aaaa or aaad or aaac" == maybe("aaaa", ["aaac", "aaab", "aaaa", "bbbb", "aaad"])
    assert "maybe a\\nb" == maybe("a b", ["a\nb"])


@pytest.mark.parametrize(("key", "expected"), [("a", "a"), ("a/b~c", "a~1b~0c"), ("~1", "~01"), (3, "3"), ("", "")])
def test_escape_follows_the_standard(key, expected):
    """RFC 6901: a tilde and a slash within a key are written as ~0 and ~1."""
    assert expected == escape(key)


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (Problem("/a", "is wrong"), "/a: is wrong"),
        (Problem("", "is wrong", 3, "maybe not"), "/: is wrong (got 3); maybe not"),
        (Problem("/a\nb", "is wrong", "c\x07d"), "/a\\nb: is wrong (got 'c\\x07d')"),
        (Problem("/\ud800", "is wrong", "\ud800"), "/\\ud800: is wrong (got '\\ud800')"),
        (Problem("/é", "is wrong", "é"), "/é: is wrong (got 'é')"),
        (Problem("/a", "is wrong", 10**5000), "/a: is wrong (got a number with too many digits)"),
        (Problem("/a", "is wrong", [[[[[1]]]]]), "/a: is wrong (got [[[[...]]]])"),
    ],
)
def test_problem_prints_on_one_line(problem, expected):
    """A problem shows place, message, value and hint, all printable."""
    assert expected == str(problem)
    assert str(problem).isprintable()


def test_problem_shortens_long_values():
    """A value of any size is shown in at most sixty characters."""
    for value in (
        "x" * 10**6,
        list(range(10**6)),
        {str(n): "y" * 50 for n in range(20)},
        dt.datetime.fromisoformat("2027-01-01T00:00"),
    ):
        shown = str(Problem("/a", "is wrong", value)).partition("(got ")[2].removesuffix(")")
        assert len(shown) <= 60


def test_problem_under_a_prefix():
    """The pointer grows from the front, the rest stays."""
    assert Problem("/a/b", "is wrong", 3, "maybe") == Problem("/b", "is wrong", 3, "maybe").under("/a")


@pytest.mark.parametrize(
    ("error", "also"),
    [
        (DecodeError([Problem("/a", "is wrong", {"b": [1]})]), ValueError),
        (exceptions.ConfigError("no"), ValueError),
        (exceptions.UnknownRuleError("no"), LookupError),
        (exceptions.UnknownSessionError("no"), LookupError),
        (InfeasibleError([]), ValueError),
    ],
)
def test_errors_are_ours_and_pythons_and_pickle(error, also):
    """Each error can be caught as ours or as Python's, and survives a process border."""
    assert isinstance(error, exceptions.PeriodizeError)
    assert isinstance(error, also)
    again = pickle.loads(pickle.dumps(error))
    assert (type(error), str(error)) == (type(again), str(again))
    assert getattr(error, "problems", None) == getattr(again, "problems", None)


class Clash:
    """Stand for what a conflict holds."""

    def __init__(self, label, *weeks):
        self.label, self.weeks = label, weeks


@pytest.mark.parametrize(
    ("conflict", "relaxations", "said"),
    [
        ([], [], "no plan holds all of this:"),
        ([Clash("a", 3)], [], "in week 3:\n- a\nno change"),
        ([Clash("a", 4, 3), Clash("b", 5)], [], "in weeks 3 to 5:\n- a\n- b\nno change"),
        ([Clash("a", 3)], [Clash("c")], "in week 3:\n- a\nmaybe one of these, each planned and found to work:\n- c"),
    ],
)
def test_infeasible_error_names_weeks_clashes_and_ways_out(conflict, relaxations, said):
    """All clashing facts are named, and the weeks where there are any."""
    assert said in str(InfeasibleError(conflict, relaxations))


def test_words_of_the_model():
    """Doses say sessions and form; building phases owe the dose."""
    assert [(2, "full"), (3, "full"), (4, "mini")] == [(dose.sessions, dose.form) for dose in Dose]
    assert ["adaptation", "strength", "power", "endurance"] == [phase for phase in Phase if phase.builds]
    assert "dumbbell" == str(Equipment.DUMBBELL)
