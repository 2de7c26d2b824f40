"""Counting and sharing weeks: the coach's tables, limits, borders, what a short runway gives up."""

import datetime as dt
from itertools import pairwise, product

import pytest
from tests.oracles import timeline as oracle

from periodize import _timeline
from periodize._evidence import _timeline as numbers
from periodize._model import Athlete, Phase
from periodize._units import Weekday

KM = {"marathon": 42.195, "half": 21.0975, "10 km": 10.0}
MONDAY = dt.date(2027, 1, 4)
DAY = dt.timedelta(days=1)
NEEDS = ("none", "novice", "returner")


def cells(table):
    """Yield each cell of a table: counted weeks, need of adaptation, distance in km, the text."""
    for n, row in table.items():
        for head, text in row.items():
            level, _, distance = head.replace(",", "").partition(" ")
            yield pytest.param(n, "novice" if level == "novice" else "none", KM[distance], text, id=f"{n} {head}")


# --- sharing the weeks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "adaptation", "km", "text"), [*cells(oracle.GOLDEN_SHORT), *cells(oracle.GOLDEN_LONG)])
def test_split_is_the_tables(n, adaptation, km, text):
    """Every cell of both tables is what the algorithm gives."""
    actual = _timeline.split(n, adaptation=adaptation, taper=_timeline.taper_of(km), masters=False)
    assert text == str(actual)


@pytest.mark.parametrize("adaptation", NEEDS)
@pytest.mark.parametrize("masters", [False, True])
@pytest.mark.parametrize("km", [*KM.values()])
def test_split_is_the_oracles(km, masters, adaptation):
    """Sharing agrees with its independent restatement for every runway."""
    level = "novice" if adaptation == "novice" else "advanced"
    taper = _timeline.taper_of(km)
    for n in range(163):
        expected = oracle.split(n, level, km, returner=adaptation == "returner", masters=masters)
        actual = _timeline.split(n, adaptation=adaptation, taper=taper, masters=masters)
        assert (n, str(expected)) == (n, str(actual))
        assert n == sum(stretch.weeks for stretch in actual.stretches)


@pytest.mark.parametrize("taper", [(1, 1), (2, 1), (3, 2)])
@pytest.mark.parametrize("adaptation", NEEDS)
def test_one_week_more_shortens_no_phase(adaptation, taper):
    """Within a rung or a number of waves a longer runway never gives a phase less."""
    splits = [_timeline.split(n, adaptation=adaptation, taper=taper, masters=False).stretches for n in range(163)]
    for shorter, longer in pairwise(splits):
        pairs = [*zip(shorter, longer, strict=False)]
        if [(item.phase, item.wave) for item in shorter] == [(item.phase, item.wave) for item in longer]:
            assert [] == [pair for pair in pairs if pair[1].weeks < pair[0].weeks]


@pytest.mark.parametrize("adaptation", NEEDS)
def test_lengths_keep_their_limits(adaptation):
    """No phase is longer than its most, and none but the shortest endurance is shorter than its least."""
    for n, taper in product(range(163), [(1, 1), (2, 1), (3, 2)]):
        for stretch in _timeline.split(n, adaptation=adaptation, taper=taper, masters=False).stretches:
            shortest = 1 if n <= 4 else numbers.LEAST_WEEKS.value[stretch.phase]
            assert shortest <= stretch.weeks <= numbers.MOST_WEEKS.value[stretch.phase]


@pytest.mark.parametrize("table", [numbers.DELOADS.value, numbers.MASTERS_DELOADS.value])
def test_deload_blocks_follow_their_formula(table):
    """Phases that end on a deload are even blocks, longer ones first, as many as the formula says."""
    masters = table is numbers.MASTERS_DELOADS.value
    for n, marks in table.items():
        blocks = [len(block) + 1 for block in marks.split("d")[:-1]]
        number = max(n // 3, -(-n // 4)) if masters else (n + 2) // 4
        assert [n // number + (block < n % number) for block in range(number)] == blocks


@pytest.mark.parametrize(
    ("n", "adaptation", "taper", "text"),
    [
        (0, "none", (1, 1), "no strength, power or endurance phase and a taper 1 week short: 0 weeks hold no phase; 3 would hold endurance"),
        (1, "novice", (2, 1), "no adaptation, strength, power or endurance phase and a taper 1 week short: 1 week holds taper; 3 would hold endurance"),
        (2, "none", (1, 1), "no strength, power or endurance phase: 2 weeks hold taper; 3 would hold endurance"),
        (6, "novice", (3, 2), "no adaptation, strength or power phase: 6 weeks hold endurance, taper; 8 would hold adaptation"),
        (10, "returner", (3, 2), "no adaptation, strength or power phase: 10 weeks hold endurance, taper; 11 would hold strength"),
        (9, "none", (3, 2), "no power phase and a taper 1 week short: 9 weeks hold strength, endurance, taper; 12 would hold power"),
        (13, "novice", (3, 2), "no power phase: 13 weeks hold adaptation, strength, endurance, taper; 14 would hold power"),
        (14, "novice", (3, 2), "a taper 1 week short: 14 weeks hold adaptation, strength, power, endurance, taper; 15 would hold the whole taper"),
        (15, "novice", (3, 2), "None"),
        (11, "none", (1, 1), "None"),
    ],
)  # fmt: skip
def test_given_up_says_what_and_how_many_would_do(n, adaptation, taper, text):
    """A short runway names what it gave up, what is left, and the fewest weeks that would hold more."""
    assert text == str(_timeline.given_up(n, adaptation=adaptation, taper=taper))


@pytest.mark.parametrize("taper", [(1, 1), (2, 1), (3, 2)])
@pytest.mark.parametrize("adaptation", NEEDS)
def test_needed_weeks_are_the_fewest(adaptation, taper):
    """The weeks that are said to be needed hold the phase, and one week less does not."""

    def taper_or_phase(n, phase):
        split = _timeline.split(n, adaptation=adaptation, taper=taper, masters=False)
        return split.taper_weeks >= taper[0] if phase is Phase.TAPER else phase in split.phases

    for n in range(16):
        given_up = _timeline.given_up(n, adaptation=adaptation, taper=taper)
        if given_up is not None:
            needed, phase = given_up.needed_weeks, given_up.needed_for
            assert n < needed
            assert (False, True) == (taper_or_phase(needed - 1, phase), taper_or_phase(needed, phase))


# --- athletes, distances, borders -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("km", "taper", "transition"),
    [
        (0.1, (1, 1), 1),
        (12, (1, 1), 1),
        (12.1, (2, 1), 2),
        (25, (2, 1), 2),
        (25.1, (3, 2), 2),
        (50, (3, 2), 2),
        (50.1, (3, 2), 3),
        (1000, (3, 2), 3),
        (None, (2, 1), 2),
    ],
)
def test_distance_bands(km, taper, transition):
    """Taper and transition change just above 12, 25 and 50 km; an unknown distance is a half marathon."""
    assert (taper, transition) == (_timeline.taper_of(km), _timeline.transition_weeks(km))


@pytest.mark.parametrize(("age", "masters"), [(None, False), (10, False), (49, False), (50, True), (110, True)])
def test_masters_are_fifty_or_older(age, masters):
    """An unknown age is none of theirs."""
    assert masters == _timeline.is_masters(age)


@pytest.mark.parametrize(
    ("level", "weeks_off", "need"),
    [
        ("novice", 0, "novice"),
        ("novice", 3, "novice"),
        ("intermediate", 2, "none"),
        ("intermediate", 3, "returner"),
        ("advanced", 3, "returner"),
    ],
)
def test_who_needs_adaptation(level, weeks_off, need):
    """Novices always begin with adaptation, others after three weeks off."""
    assert need == _timeline.adaptation_of(Athlete(level=level, weeks_off=weeks_off))


@pytest.mark.parametrize(("weekday", "stub_days"), [*enumerate([0, 0, 0, 0, 3, 2, 1])])
def test_start_stub(weekday, stub_days):
    """A first week of one to three days does not count."""
    expected = (13 if stub_days else 14, stub_days, False)
    assert expected == _timeline.count(MONDAY + weekday * DAY, MONDAY + 97 * DAY, Weekday.MON)


@pytest.mark.parametrize(("weekday", "stub"), [*enumerate([True, True, True, False, False, False, False])])
def test_event_stub(weekday, stub):
    """An event on the first three days of its week makes that week a stub."""
    event = MONDAY + (91 + weekday) * DAY
    assert (13 if stub else 14, 0, stub) == _timeline.count(MONDAY, event, Weekday.MON)


@pytest.mark.parametrize("week_start", [*Weekday])
def test_count_is_the_oracles(week_start):
    """Counting agrees with its independent restatement from every weekday to every weekday."""
    for first, days in product(range(7), range(60)):
        start, event = MONDAY + first * DAY, MONDAY + (first + days) * DAY
        assert oracle.count_weeks(start, event, week_start) == _timeline.count(start, event, week_start)
