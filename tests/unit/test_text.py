"""The text view: what a runner reads in a terminal, on plans made by hand."""

import datetime as dt

import attrs
import pytest

from periodize import _text
from periodize._catalogue import Catalogue
from periodize._findings import Finding, Place, Report, Severity
from periodize._model import (
    Athlete,
    Availability,
    Blackout,
    Brief,
    Event,
    Load,
    Mesocycle,
    Plan,
    Prescription,
    RepRange,
    Run,
    Runs,
    Session,
    WarmUp,
    Week,
)
from periodize._text._columns import WIDTH

NAMES = Catalogue(())
DAY = dt.timedelta(days=1)
MONDAY = dt.date(2027, 4, 5)
CARD = (
    Prescription(
        exercise="goblet_squat",
        role="main",
        pair="a",
        sets=3,
        reps=RepRange(8, 12),
        load=Load("rir", 2, 3),
        rest_seconds=120,
    ),
    Prescription(
        exercise="romanian_deadlift",
        pair="a",
        sets=3,
        reps=RepRange(8, 12),
        load=Load("percent_1rm", 60, 72),
        tempo="2-0-1-1",
        rest_seconds=120,
    ),
    Prescription(exercise="lateral_lunge", sets=2, reps=RepRange(8, 8), per_side=True, rest_seconds=90),
    Prescription(exercise="side_plank", role="trunk", sets=2, hold_seconds=40, per_side=True, rest_seconds=0),
)
WARM_UP = (WarmUp(exercise="march", hold_seconds=60), WarmUp(exercise="hip_circle", reps=RepRange(10, 10)))


def session(week, number, date, **values):
    """Make a session of a taper week."""
    values = {"phase": "taper", "heavy": False, "warm_up": WARM_UP, "exercises": CARD, "minutes": 30, **values}
    return Session(id=f"w{week}-{number}", date=date, **values)


def season(**values):
    """Make a plan of two taper weeks and a week of transition, to a race on a Sunday."""
    brief = Brief(
        events=(Event("City Marathon", MONDAY + 13 * DAY, distance_km=42.195),),
        start=MONDAY,
        athlete=Athlete(equipment=("dumbbell", "pull_up_bar")),
        runs=Runs("Tue 06:30 quality; Thu easy; Sun long 18km"),
    )
    brief = values.pop("brief", brief)
    weeks = [
        Week(week=1 + index, weeks_out=1 - index, start=start, end=start + 6 * DAY, phase=phase, deload=index == 0)
        for index, (start, phase) in enumerate(
            [(MONDAY, "taper"), (MONDAY + 7 * DAY, "taper"), (MONDAY + 14 * DAY, "transition")]
        )
    ]
    cycles = (
        Mesocycle(phase="taper", start=MONDAY, end=MONDAY + 13 * DAY),
        Mesocycle(phase="transition", start=MONDAY + 14 * DAY, end=MONDAY + 20 * DAY),
    )
    parts = {
        "mesocycles": cycles,
        "weeks": weeks,
        "runs": [run for runs in brief.calendar.values() for run in runs],
        "sessions": [
            session(1, 1, MONDAY, time="18:00", heavy=True),
            session(1, 2, MONDAY + 3 * DAY, time="18:00"),
            session(2, 1, MONDAY + 8 * DAY, time="18:00", form="mini", focus="upper", exercises=CARD[2:], warm_up=()),
            session(3, 1, MONDAY + 19 * DAY, phase="transition", minutes=20),
        ],
        "id": "plan-1",
        **values,
    }
    return Plan(brief=brief, **parts)


def finding(code="PZ301", severity=Severity.ERROR, message="too soon", label="w1-1"):
    """Make a finding in the first week."""
    return Finding(code, "some-name", severity, message, 3, 6.5, Place(label, "/sessions/0", MONDAY, 1), message)


SEASON = """\
City Marathon, Sun 2027-04-18, 42.195 km
2 weeks to the race, 3 in all, from Mon 2027-04-05
novice; dumbbell, pull up bar; 2 full sessions a week

Phases, counted back from the race
  phase       weeks  dates                weeks out  sessions  reps  to
  taper           2  2027-04-05 to 04-18     1 to 0         3  8-12  arrive fresh
  transition      1  2027-04-19 to 04-25         -1         1  8-12  recover

Weeks
  wk  out  first day   phase          Mon  Tue  Wed  Thu  Fri  Sat  Sun  min
   1    1  2027-04-05  taper, deload  +S   Q    .    e+S  .    .    L     60
   2    0  2027-04-12  taper          .    Q+u  .    e    .    .    R     30
   3   -1  2027-04-19  transition     .    .    .    .    .    +S   .     20
  e easy run; Q quality run; L long run; R race; +S full session, whole body;
  +u mini session, upper body and trunk; . free; min: minutes of strength work;
  Q+S: the run, then the session
"""

CARDS = """\
Week 1, 2027-04-05 to 04-11, 1 week out: taper, deload
  Mon 2027-04-05   18:00  w1-1: full session, whole body, 30 min, heavy
      warm-up: March 1 x 60 s; Hip circle 1 x 10
      A1  Goblet squat       3 x 8-12           RIR 2-3                     rest 2:00
      A2  Romanian deadlift  3 x 8-12           60-72 % 1RM  tempo 2-0-1-1  rest 2:00
      B   Lateral lunge      2 x 8 per side                                 rest 1:30
      C   Side plank         2 x 40 s per side                              no rest
  Tue 2027-04-06   06:30  quality run, 60 min
  Thu 2027-04-08  ~07:00  easy run, 45 min
                   18:00  w1-2: full session, whole body, 30 min; as on w1-1
  Sun 2027-04-11  ~07:00  long run, 120 min, 18 km

Week 2, 2027-04-12 to 04-18, 0 weeks out: taper
  Tue 2027-04-13   06:30  quality run, 60 min
                   18:00  w2-1: mini session, upper body and trunk, 30 min
      A   Lateral lunge      2 x 8 per side                                 rest 1:30
      B   Side plank         2 x 40 s per side                              no rest
  Thu 2027-04-15  ~07:00  easy run, 45 min
  Sun 2027-04-18  ~07:00  race, 42.195 km

Week 3, 2027-04-19 to 04-25, 1 week after the race: transition
  Sat 2027-04-24   18:00  w3-1: full session, whole body, 20 min
      warm-up: March 1 x 60 s; Hip circle 1 x 10
      A1  Goblet squat       3 x 8-12           RIR 2-3                     rest 2:00
      A2  Romanian deadlift  3 x 8-12           60-72 % 1RM  tempo 2-0-1-1  rest 2:00
      B   Lateral lunge      2 x 8 per side                                 rest 1:30
      C   Side plank         2 x 40 s per side                              no rest

A1, A2: in turn, a set of each; RIR: repetitions that you could still do at the end of a set;
tempo 3-0-1-0: seconds to lower, pause, lift, pause; X: as fast as you can;
~07:00: an assumed time"""


def test_season_is_one_page():
    """A season reads as its event, its phases, and a line for each week with every run and session."""
    assert SEASON.rstrip() == _text.season(season(), catalogue=NAMES)


def test_cards_follow_the_season():
    """Every session is written once with its lines; the same card in the same mesocycle is referred to."""
    assert f"{SEASON}\n{CARDS}" == _text.season(season(), catalogue=NAMES, cards=True)


def test_lines_fit_a_terminal():
    """No line is wider than what a terminal shows, whatever a session holds."""
    warm_up = tuple(WarmUp(exercise=f"exercise_number_{index}", hold_seconds=60) for index in range(20))
    plan = season(sessions=[session(1, 1, MONDAY, warm_up=warm_up)])

    text = _text.season(plan, Report(()), NAMES, cards=True)

    assert WIDTH >= max(map(len, text.splitlines()))


def test_the_built_in_catalogue_is_the_default():
    """Without a catalogue the exercises have the names of the library's own."""
    assert "Goblet squat" in _text.season(season(), cards=True)
    assert "Goblet squat" in _text.week(season(), 1)


def test_week_is_read_day_by_day():
    """A single week names its free days too and writes every card in full."""
    lines = _text.week(season(), 1, NAMES).splitlines()

    assert "  Wed 2027-04-07  free" in lines
    assert 2 == sum("Goblet squat" in line for line in lines)


def test_week_without_anything_is_free():
    """A week without runs and sessions has its days and no key."""
    text = _text.week(season(sessions=(), runs=()), 1, NAMES)

    assert 7 == text.count("free")
    assert text.endswith("  Sun 2027-04-11  free")


def test_unknown_week():
    """A week that the plan does not have is a LookupError that names it, and the weeks that there are."""
    with pytest.raises(LookupError, match="no week 9; its weeks are 1"):
        _text.week(season(), 9, NAMES)
    with pytest.raises(LookupError, match=r"no week 9$"):
        _text.week(season(weeks=(), sessions=(), runs=()), 9, NAMES)


def test_cut_week_and_closed_days():
    """Days before the start are blank, closed days have a mark, an age and the races on the way are named."""
    brief = Brief(
        events=(
            Event("Far", MONDAY + 13 * DAY),
            Event("Tune-up", MONDAY + 6 * DAY, distance_km=10, priority="B"),
        ),
        start=MONDAY + DAY,
        athlete=Athlete(age=52),
        availability=Availability(blackout=(Blackout(MONDAY + 2 * DAY, MONDAY + 3 * DAY),)),
        dose="4 mini",
    )
    weeks = [Week(week=1, weeks_out=1, start=MONDAY + DAY, end=MONDAY + 6 * DAY, phase="taper")]

    text = _text.season(season(brief=brief, weeks=weeks, sessions=()), catalogue=NAMES)

    assert "Far, Sun 2027-04-18\n1 week to the race, 1 in all, from Tue 2027-04-06" in text
    assert "\nnovice, age 52; no equipment; 4 mini sessions a week\n" in text
    assert "\non the way: Tune-up, Sun 2027-04-11, 10 km, priority B\n" in text
    assert "\n   1    1  2027-04-06  taper       .    x    x    .    .    R\n" in text
    assert "x closed" in text


def test_weeks_begin_on_the_plans_own_day():
    """The columns run from the weekday on which the brief's weeks begin."""
    brief = attrs.evolve(season().brief, week_start="sun")

    assert "phase          Sun  Mon  Tue" in _text.season(season(brief=brief), catalogue=NAMES)


def test_waves_and_broken_mesocycles():
    """A phase that comes in two waves is numbered; a stretch that is no whole weeks or begins none says so."""
    cycles = (
        Mesocycle(phase="endurance", start=MONDAY, end=MONDAY + 7 * DAY),
        Mesocycle(phase="strength", start=MONDAY + 8 * DAY, end=MONDAY + 10 * DAY, wave=2),
        Mesocycle(phase="endurance", start=MONDAY + 11 * DAY, end=MONDAY + 20 * DAY, wave=2),
    )

    text = _text.season(season(mesocycles=cycles), catalogue=NAMES)

    assert "  endurance 1   1+1d  2027-04-05 to 04-12     1 to 0         2  8-12  make strength last" in text
    assert "  strength      0+3d  2027-04-13 to 04-15          -         1     8  get stronger" in text


def test_plan_without_weeks_or_mesocycles():
    """Any plan that can be read can be written, also one without a single week."""
    stray = session(1, 1, dt.date(2030, 1, 1))

    text = _text.season(season(weeks=(), mesocycles=(), sessions=(stray,)), catalogue=NAMES, cards=True)

    assert "  outside every week: Tue 2030-01-01 18:00 w1-1" in text
    assert "0 weeks to the race, 0 in all" in text


def test_cards_outside_every_mesocycle_are_written_in_full():
    """Where no mesocycle holds a session its card is not said by reference."""
    text = _text.season(season(mesocycles=()), catalogue=NAMES, cards=True)

    assert "as on" not in text


def test_sessions_without_lines_are_not_referred_to():
    """A coach's sessions without exercises stand by themselves."""
    empty = [session(1, n, MONDAY + n * DAY, exercises=(), warm_up=()) for n in (1, 2)]

    text = _text.season(season(sessions=empty, runs=()), catalogue=NAMES, cards=True)

    assert "as on" not in text
    assert text.endswith("Week 3, 2027-04-19 to 04-25, 1 week after the race: transition")


def test_lift_before_a_run_shows_in_the_order():
    """What comes first on a day stands first in its cell; at the same time the run does."""
    runs = [Run(MONDAY, time="12:00", minutes=30, id="r1"), Run(MONDAY, "long", time="18:00", minutes=60, id="r2")]
    plan = season(runs=runs, sessions=[session(1, 1, MONDAY, time="06:00"), session(1, 2, MONDAY, time="18:00")])

    assert "taper, deload  +SeL+S  ." in _text.season(plan, catalogue=NAMES)


def test_control_characters_are_escaped():
    """No name reaches the terminal as a command to it, and no message breaks its line."""
    nasty = "a\x1b[31m\nb\u202ec"
    brief = Brief(events=(Event(nasty, MONDAY + 13 * DAY),), start=MONDAY)
    card = (Prescription(exercise=nasty),)
    sessions = [
        Session(id=nasty, date=MONDAY, phase="taper", heavy=False, exercises=card, warm_up=(WarmUp(exercise=nasty),)),
        Session(id=f"{nasty}2", date=MONDAY + DAY, phase="taper", heavy=False, exercises=card),
        Session(id=f"{nasty}3", date=dt.date(2030, 1, 1), phase="taper", heavy=False),
    ]
    report = Report([finding(message=nasty, label=nasty)])

    text = _text.season(season(brief=brief, sessions=sessions), report, NAMES, cards=True)

    assert all(char.isprintable() or char == "\n" for char in text)
    assert r"a\x1b[31m\nb\u202ec, Sun 2027-04-18" in text


def test_text_is_plain():
    """What we add ourselves is ASCII, so that any terminal shows it."""
    assert _text.season(season(), Report([finding()]), NAMES, cards=True).isascii()


def test_verdict_counts_and_names_the_rules():
    """The verdict has the number of findings of each severity and the codes behind it."""
    report = Report(
        [
            finding(),
            finding("PZ202", Severity.WARNING),
            finding("PZ202", Severity.WARNING, label="w1-2"),
            finding("PZ311", Severity.WARNING),
            finding("PZ105", Severity.ADVICE),
        ]
    )

    assert "1 error (PZ301), 3 warnings (PZ202, PZ311), 1 advice (PZ105)" == _text.verdict(report)
    assert "no errors, no warnings, no advice" == _text.verdict(Report(()))


def test_findings_stand_at_the_end_by_severity():
    """After the season come the verdict and the findings, the weightiest first, each as the contract's line."""
    report = Report([finding("PZ105", Severity.ADVICE, label="plan"), finding()])

    text = _text.season(season(), report, NAMES)

    assert text.endswith(
        "\n\nChecked: 1 error (PZ301), no warnings, 1 advice (PZ105)\n"
        "error:\n"
        "  2027-04-05 w1-1 PZ301 some-name: too soon (3, 6.5)\n"
        "advice:\n"
        "  2027-04-05 plan PZ105 some-name: too soon (3, 6.5)"
    )
    assert ["2027-04-05 w1-1 PZ301 some-name: too soon (3, 6.5)"] == _text.finding_lines(report, Severity.ERROR)
