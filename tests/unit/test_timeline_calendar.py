"""The season on the calendar: worked examples, the ends of the calendar, and what holds for every season."""

import datetime as dt
from itertools import groupby, product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from periodize import _timeline
from periodize._dates import dates_from
from periodize._model import Athlete, Brief, Event, Level, Phase
from periodize._units import Weekday

MONDAY = dt.date(2027, 1, 4)
DAY = dt.timedelta(days=1)
ORDER = (Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE, Phase.TAPER, Phase.TRANSITION)


def brief(start, event, *, km=42.195, week_start="mon", **athlete):
    """Make a brief of dates and an athlete."""
    events = (Event("Race", event, distance_km=km),)
    return Brief(events=events, start=start, athlete=Athlete(**athlete), week_start=week_start)


def shown(timeline):
    """Return the mesocycles as short text."""
    return [f"{item.phase} {item.start:%a %m-%d} {item.end:%a %m-%d}" for item in timeline.mesocycles]


@st.composite
def briefs(draw):
    """Draw a season of up to 160 weeks for any athlete, distance and first day of the week."""
    start = draw(st.dates(dt.date(1903, 1, 1), dt.date(2193, 1, 1)))
    days = draw(st.integers(0, 160 * 7) | st.integers(0, 20 * 7))
    return brief(
        start,
        start + days * DAY,
        km=draw(st.sampled_from([None, 5.0, 12.0, 12.1, 21.1, 25.0, 25.1, 42.195, 50.0, 50.1, 100.0])),
        week_start=draw(st.sampled_from(Weekday)),
        level=draw(st.sampled_from(Level)),
        age=draw(st.sampled_from([None, 17, 49, 50, 70])),
        weeks_off=draw(st.sampled_from([0, 2, 3, 60])),
    )


@pytest.mark.parametrize(
    ("start", "event", "stretches"),
    [
        pytest.param(
            "2027-01-08",
            "2027-05-02",
            [
                "adaptation Fri 01-08 Sun 01-24",
                "strength Mon 01-25 Sun 02-28",
                "power Mon 03-01 Sun 03-21",
                "endurance Mon 03-22 Sun 04-11",
                "taper Mon 04-12 Sun 05-02",
                "transition Mon 05-03 Sun 05-16",
            ],
            id="a start stub joins the first phase, the transition starts with the next week",
        ),
        pytest.param(
            "2027-03-01",
            "2027-04-19",
            ["endurance Mon 03-01 Sun 03-28", "taper Mon 03-29 Mon 04-19", "transition Tue 04-20 Sun 05-09"],
            id="an event stub is taper on top",
        ),
        pytest.param(
            "2027-04-15",
            "2027-04-15",
            ["taper Thu 04-15 Thu 04-15", "transition Fri 04-16 Sun 05-02"],
            id="the event is the first day",
        ),
        pytest.param(
            "2027-04-18",
            "2027-04-18",
            ["taper Sun 04-18 Sun 04-18", "transition Mon 04-19 Sun 05-02"],
            id="the event is the first day, and its week's last",
        ),
        pytest.param(
            "2027-04-16",
            "2027-04-20",
            ["taper Fri 04-16 Tue 04-20", "transition Wed 04-21 Sun 05-09"],
            id="two stubs and no counted week",
        ),
    ],
)
def test_mesocycles_on_the_calendar(start, event, stretches):
    """Phases change at week borders and on the day after the event, nowhere else."""
    assert stretches == shown(_timeline.lay_out(brief(start, event)))


def test_weeks_on_the_calendar():
    """A cut first week counts as week 1, is no deload, and deloads are counted after it."""
    timeline = _timeline.lay_out(brief("2027-01-08", "2027-05-02", level="advanced", km=10))
    assert "0/7/4/4/1 d 4 7 11" == timeline.split
    assert (16, 1, None) == (timeline.counted_weeks, timeline.taper_weeks, timeline.given_up)
    assert [5, 8, 12] == [week.week for week in timeline.weeks if week.deload]
    assert [*range(16, -2, -1)] == [week.weeks_out for week in timeline.weeks]


def test_short_runway_says_what_it_gave_up():
    """A timeline carries what its runway gave up."""
    timeline = _timeline.lay_out(brief(MONDAY, MONDAY + 90 * DAY))
    assert ("2/5/0/3/3 d 7", (Phase.POWER,), 14) == (
        timeline.split,
        timeline.given_up.missing,
        timeline.given_up.needed_weeks,
    )


@pytest.mark.parametrize("event", ["2199-12-03", "2199-12-02", "1900-01-01"])
@pytest.mark.parametrize("week_start", Weekday)
@pytest.mark.parametrize("km", [5, 42.195, 100])
def test_a_season_fits_at_both_ends_of_the_calendar(event, week_start, km):
    """The first and the last event that a brief may have are planned whole, whatever day their weeks begin on."""
    event = dt.date.fromisoformat(event)
    start = max(event - 1120 * DAY, dt.date(1900, 1, 1))
    season = brief(start, event, week_start=week_start, km=km)
    timeline = _timeline.lay_out(season)
    assert {start} == {timeline.weeks[0].start, timeline.mesocycles[0].start}
    assert end_of(season) == timeline.weeks[-1].end == timeline.mesocycles[-1].end <= dt.date(2199, 12, 31)
    assert event in {item.end for item in timeline.mesocycles}


# --- every season -----------------------------------------------------------------------------------------------------


def end_of(season):
    """Return the last day of a season: that of the transition's last whole week."""
    event, km = season.target.date, season.target.distance_km
    days_left = 6 - (event.weekday() - season.week_start.number) % 7
    return event + (days_left + 7 * _timeline.transition_weeks(km)) * DAY


def tiles(season, timeline):
    """Mesocycles and weeks cover each day from the start to the end once."""
    days = [*dates_from(season.start, end_of(season))]
    assert days == [day for item in timeline.mesocycles for day in dates_from(item.start, item.end)]
    assert days == [day for item in timeline.weeks for day in dates_from(item.start, item.end)]


def is_anchored(season, timeline):
    """The taper ends on the event's day, the transition starts on the next, and phases else change at week borders."""
    event, (*before, taper, transition) = season.target.date, timeline.mesocycles
    assert (Phase.TAPER, event) == (taper.phase, taper.end)
    assert (Phase.TRANSITION, event + DAY) == (transition.phase, transition.start)
    assert {season.week_start.number} >= {(item.end + DAY).weekday() for item in before}


def has_weeks(season, timeline):
    """Weeks count up from 1 and down to 0 in the event's week; only the first is cut; the first day tells the phase."""
    weeks, event = timeline.weeks, season.target.date
    assert [*range(1, len(weeks) + 1)] == [week.week for week in weeks]
    assert [True] == [week.holds(event) for week in weeks if week.weeks_out == 0]
    assert {weeks[0].weeks_out} == {week.week - 1 + week.weeks_out for week in weeks}
    assert {(season.week_start.number, 7)} == {(week.start.weekday(), week.days) for week in weeks[1:]}
    phases = {day: item.phase for item in timeline.mesocycles for day in dates_from(item.start, item.end)}
    assert [phases[week.start] for week in weeks] == [week.phase for week in weeks]


def is_in_order(season, timeline):
    """Waves count up from 1, each has its phases in order and once, and only the first has adaptation."""
    waves = [item.wave for item in timeline.mesocycles]
    assert sorted(waves) == waves
    assert {*range(1, waves[-1] + 1)} == {*waves}
    for wave, items in groupby(timeline.mesocycles, key=lambda item: item.wave):
        places = [timeline.model.rank(item.phase) for item in items]
        assert sorted(set(places)) == places
        assert wave == 1 or places[0] > 0


def deloads_stand_well(season, timeline):
    """No deload stands in a stub, beside the taper or first in its phase; each phase before another ends on one."""
    building = [item for item in timeline.mesocycles if item.phase not in (Phase.TAPER, Phase.TRANSITION)]
    deloads = [week for week in timeline.weeks if week.deload]
    starts = {item.start for item in timeline.mesocycles}
    stub = _timeline.count(season.start, season.target.date, season.week_start).start_stub_days > 0
    ends = {item.end for item in building[-1:]}
    assert not any(week.start in starts or week.end in ends or week.week <= 1 + stub for week in deloads)
    assert {Phase.ADAPTATION, Phase.STRENGTH, Phase.POWER, Phase.ENDURANCE} >= {week.phase for week in deloads}
    light = {week.end for week in deloads}
    assert {item.end for item in building[:-1] if item.phase not in (Phase.ADAPTATION, Phase.MAINTENANCE)} <= light


def loading_is_bounded(season, timeline):
    """At most four loading weeks stand in a row (masters three); five weeks or fewer before the taper have no deload."""
    stub = _timeline.count(season.start, season.target.date, season.week_start).start_stub_days > 0
    before_taper = [week for week in timeline.weeks if week.phase not in (Phase.TAPER, Phase.TRANSITION)]
    weeks = [week for week in before_taper if week.week > stub]
    marks = "".join("d" if week.deload or week.phase is Phase.MAINTENANCE else "L" for week in weeks)
    if len(weeks) <= 5:
        assert not any(week.deload for week in weeks)
        return
    adaptation = sum(week.phase is Phase.ADAPTATION for week in weeks)
    loading = marks if adaptation >= 4 else marks[adaptation:]
    assert max(map(len, loading.split("d"))) <= (3 if _timeline.is_masters(season.athlete.age) else 4)


LAWS = [tiles, is_anchored, has_weeks, is_in_order, deloads_stand_well, loading_is_bounded]


@pytest.mark.parametrize("law", LAWS)
@given(season=briefs())
def test_law_holds_for_every_season(law, season):
    """A law of the timeline holds for any athlete, distance, start, event and first day of the week."""
    law(season, _timeline.lay_out(season))


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("week_start", [*Weekday])
def test_law_holds_for_every_weekday(week_start, law):
    """A law of the timeline holds from every weekday to every weekday, for every first day of the week."""
    for first, days in product(range(7), [*range(30), *range(80, 87), *range(250, 257)]):
        start = MONDAY + first * DAY
        season = brief(start, start + days * DAY, week_start=week_start, km=10, age=50)
        law(season, _timeline.lay_out(season))


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("athlete", [{}, {"age": 50}, {"level": "advanced"}, {"level": "advanced", "weeks_off": 3}])
def test_law_holds_for_every_runway(athlete, law):
    """A law of the timeline holds for 0 to 160 weeks, to the first and to the last day of a week."""
    for weeks, days in product(range(161), (0, -1)):
        season = brief(MONDAY, MONDAY + max(7 * weeks + days, 0) * DAY, **athlete)
        law(season, _timeline.lay_out(season))


@given(briefs(), st.integers(-150, 150))
def test_whole_weeks_move_nothing_else(season, weeks):
    """Moving start and event by whole weeks moves every date by as much and changes nothing else."""
    by = weeks * 7 * DAY
    events = tuple(attrs.evolve(event, date=event.date + by) for event in season.events)
    moved = _timeline.lay_out(attrs.evolve(season, start=season.start + by, events=events))

    def move(items):
        return tuple(attrs.evolve(item, start=item.start + by, end=item.end + by) for item in items)

    still = _timeline.lay_out(season)
    assert (move(still.mesocycles), move(still.weeks)) == (moved.mesocycles, moved.weeks)
    for same in ("counted_weeks", "taper_weeks", "split", "given_up", "model", "phases", "lengths"):
        assert getattr(still, same) == getattr(moved, same)
