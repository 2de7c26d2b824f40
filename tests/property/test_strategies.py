"""The briefs that the properties are tried on are like real ones, and odd ones are among them."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import InvalidArgument

import periodize as pz
from periodize import strategies
from periodize._units import Weekday

DRAWS = 400


def sample(strategy, count):
    """Draw so many values, the same ones each time."""
    values = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value):
        values.append(value)

    collect()
    return values


@pytest.fixture(scope="module")
def drawn():
    """Some hundreds of briefs."""
    return sample(strategies.briefs(), DRAWS)


def days_of(brief):
    """All dates that a brief names as a run's, an event's or its start."""
    return {brief.start, *brief.calendar, *(event.date for event in brief.events)}


def kinds_of(brief):
    """The kinds of a brief's dated runs."""
    return {run.kind for run in brief.runs.dated}


def hard_days(brief):
    """The days with a hard run."""
    return sorted(date for date, runs in brief.calendar.items() if any(run.kind.hard for run in runs))


def open_days(brief):
    """The weekdays that are open: those of the days that are not named without a window."""
    availability = brief.availability
    return [day for day in availability.days if dict(availability.windows).get(day) != ()]


def windows_of(brief):
    """The open stretches that a brief names, each day's."""
    return [spans for _, spans in brief.availability.windows]


def whole_week(brief):
    """The runs of the first seven days that lie within the season."""
    first = brief.start + dt.timedelta(days=(brief.week_start.number - brief.start.weekday()) % 7)
    return [brief.calendar.get(first + dt.timedelta(days=n), []) for n in range(7)]


AT_LEAST = {
    "doubles": (1 / 5, lambda brief: any(len(runs) > 1 for runs in brief.calendar.values())),
    "blackouts": (1 / 5, lambda brief: brief.availability.blackout),
    "an event on Monday or Tuesday": (1 / 10, lambda brief: brief.target.date.weekday() < 2),
    "no equipment": (1 / 10, lambda brief: not brief.athlete.equipment),
    "a cut first week": (1 / 2, lambda brief: brief.start.weekday() != brief.week_start.number),
    "a whole first week": (1 / 50, lambda brief: brief.start.weekday() == brief.week_start.number),
    "four open days or more": (1 / 2, lambda brief: len(open_days(brief)) >= 4),
    "no open day": (1 / 200, lambda brief: not open_days(brief)),
    "windows": (1 / 20, lambda brief: brief.availability.windows),
    "a day without a window": (1 / 50, lambda brief: () in windows_of(brief)),
    "windows that touch or overlap": (1 / 200, lambda brief: any(len(spans) > 1 for spans in windows_of(brief))),
    "two sessions a day": (1 / 50, lambda brief: brief.availability.max_a_day >= 2),
    "an odd preferred time": (1 / 50, lambda brief: brief.availability.prefer_time.minute),
    "preferred days": (1 / 20, lambda brief: brief.availability.prefer_days),
    "a weekly text": (1 / 2, lambda brief: brief.runs.week),
    "no weekly runs": (1 / 20, lambda brief: not brief.runs.week),
    "runs on seven days": (1 / 50, lambda brief: all(whole_week(brief))),
    "three hard days a week": (
        1 / 20,
        lambda brief: sum(any(run.kind.hard for run in runs) for runs in whole_week(brief)) >= 3,
    ),
    "two hard days in a row": (
        1 / 10,
        lambda brief: any(day + dt.timedelta(days=1) in hard_days(brief) for day in hard_days(brief)),
    ),
    "weekly runs that begin later": (1 / 50, lambda brief: brief.runs.week_from),
    "recurring runs": (1 / 50, lambda brief: brief.runs.rules),
    "dated runs": (1 / 5, lambda brief: brief.runs.dated),
    "dated rest": (1 / 50, lambda brief: "rest" in kinds_of(brief)),
    "dated races": (1 / 20, lambda brief: "race" in kinds_of(brief)),
    "a run over midnight": (
        1 / 200,
        lambda brief: any(run.end_minute > 1440 for runs in brief.calendar.values() for run in runs),
    ),
    "other training": (1 / 50, lambda brief: "cross" in kinds_of(brief)),
    "other training that loads": (1 / 200, lambda brief: any(run.loads for run in brief.runs.dated)),
    "pins": (1 / 100, lambda brief: brief.availability.pinned),
    "extras": (1 / 20, lambda brief: brief.extras),
    "another order of the day": (1 / 10, lambda brief: brief.order != "run_first"),
    "tune-up events": (1 / 20, lambda brief: len(brief.events) > 1),
    "a B event": (1 / 50, lambda brief: any(event.priority == "B" for event in brief.events)),
    "a C event": (1 / 100, lambda brief: any(event.priority == "C" for event in brief.events)),
    "a leap day": (1 / 10, lambda brief: any((day.month, day.day) == (2, 29) for day in days_of(brief))),
    "weeks off": (1 / 20, lambda brief: brief.athlete.weeks_off >= 3),
    "fifty and over": (1 / 10, lambda brief: (brief.athlete.age or 0) >= 50),
    "words to avoid": (1 / 20, lambda brief: brief.athlete.avoid),
    "no jumping": (1 / 20, lambda brief: not brief.athlete.jumping),
    "two weeks at most": (1 / 20, lambda brief: (brief.target.date - brief.start).days <= 14),
    "thirty weeks at least": (1 / 20, lambda brief: (brief.target.date - brief.start).days >= 210),
    "names beyond ASCII": (1 / 10, lambda brief: not brief.target.name.isascii()),
}


@pytest.mark.parametrize("name", AT_LEAST)
def test_what_real_seasons_have_is_common_enough(name, drawn):
    """At least the stated share of the briefs has it."""
    least, has = AT_LEAST[name]
    assert sum(bool(has(brief)) for brief in drawn) >= least * len(drawn)


@pytest.mark.parametrize(
    ("words", "word_of"),
    [
        (pz.Dose, lambda brief: brief.dose),
        (pz.Level, lambda brief: brief.athlete.level),
        (Weekday, lambda brief: brief.week_start),
        (pz.Extras, lambda brief: brief.extras),
        (pz.Order, lambda brief: brief.order),
    ],
)
def test_every_word_is_drawn(words, word_of, drawn):
    """Every dose, level, first day of the week, extra and order of the day comes up."""
    assert set(words) == set(map(word_of, drawn))


def test_dates_stay_between_2020_and_2035(drawn):
    """No brief names a day outside the years 2020 to 2035."""
    assert {day.year for brief in drawn for day in days_of(brief)} <= set(range(2020, 2036))


@pytest.mark.parametrize(
    ("knobs", "fits"),
    [
        ({"weeks": (5, 5)}, lambda brief: (brief.target.date - brief.start).days == 35),
        ({"weeks": (0, 0)}, lambda brief: brief.target.date == brief.start),
        ({"weeks": (160, 160)}, lambda brief: (brief.target.date - brief.start).days == 1120),
        ({"days": (2, 3)}, lambda brief: 2 <= len(open_days(brief)) <= 3),
        ({"doses": {"4 mini"}}, lambda brief: brief.dose is pz.Dose.FOUR_MINI),
    ],
)
def test_knobs_hold(knobs, fits):
    """Every brief drawn with a knob is as the knob says."""
    assert all(map(fits, sample(strategies.briefs(**knobs), 50)))


def test_briefs_shrink_to_a_plain_one():
    """The simplest brief has no week, two full sessions, every day open, and no runs."""
    brief = find(
        strategies.briefs(), lambda brief: True, settings=settings(database=None, phases=[Phase.generate, Phase.shrink])
    )
    expected = (dt.timedelta(0), "2 full", tuple(Weekday), "", (), 1, "mon")
    facts = (brief.runs.week, brief.runs.dated, len(brief.events), brief.week_start)
    assert expected == (brief.target.date - brief.start, brief.dose, brief.availability.days, *facts)


def test_plans_are_of_the_briefs_given():
    """A plan is drawn of each brief, whether it can be kept or not."""
    shut = strategies.briefs(weeks=(1, 4), days=(0, 0))
    plans = sample(strategies.plans(briefs=shut), 10)
    assert [] == [day for plan in plans for day in open_days(plan.brief)]


APRIL = (dt.date(2028, 4, 1), dt.date(2028, 4, 3))


@pytest.mark.parametrize(
    ("strategy", "date_of"),
    [
        (strategies.events(min_date=APRIL[0], max_date=APRIL[1]), lambda event: event.date),
        (strategies.runs(min_date=APRIL[0], max_date=APRIL[1]), lambda runs: runs.week_from or APRIL[0]),
    ],
)
def test_dates_lie_within_a_short_stretch(strategy, date_of):
    """A stretch of fewer than seven days is kept to."""
    assert all(APRIL[0] <= date_of(value) <= APRIL[1] for value in sample(strategy, 50))


REFUSED = {
    "weeks the wrong way round": (strategies.briefs, {"weeks": (5, 4)}),
    "negative weeks": (strategies.briefs, {"weeks": (-1, 4)}),
    "too many weeks": (strategies.briefs, {"weeks": (0, 161)}),
    "one number of weeks": (strategies.briefs, {"weeks": 5}),
    "weeks that are no whole numbers": (strategies.briefs, {"weeks": (0, 4.5)}),
    "eight days": (strategies.briefs, {"days": (0, 8)}),
    "no dose": (strategies.briefs, {"doses": ()}),
    "an unknown dose": (strategies.briefs, {"doses": ["5 full"]}),
    "a dose that is no collection": (strategies.briefs, {"doses": "2 full"}),
    "an unknown level": (strategies.athletes, {"levels": ["elite"]}),
    "an unknown priority": (strategies.events, {"priorities": ["D"]}),
    "dates the wrong way round": (
        strategies.events,
        {"min_date": dt.date(2027, 1, 2), "max_date": dt.date(2027, 1, 1)},
    ),
    "text for a date": (strategies.runs, {"min_date": "2027-01-01"}),
    "a moment for a date": (strategies.availabilities, {"max_date": dt.datetime(2027, 1, 1)}),  # noqa: DTZ001
    "a year that no brief may name": (strategies.runs, {"max_date": dt.date(2200, 1, 1)}),
    "a brief for a strategy": (strategies.plans, {"briefs": 1}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_arguments_that_cannot_be_met_are_refused(name):
    """A wrong argument is an InvalidArgument that names it, when a value is drawn."""
    strategy, knobs = REFUSED[name]
    made = strategy(**knobs)
    with pytest.raises(InvalidArgument, match="|".join(knobs)):
        sample(made, 1)
